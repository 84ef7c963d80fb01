//! Lists of maps that are alike, as the items of a page from DynamoDB mostly are: the same keys in the same order, and
//! behind each the same kind of value.
//!
//! What a map costs is reading and sorting its keys, so those of the first map of a list are kept in order, and what
//! follows begins with them and has its values filled in. Wherever a map turns out to be different it is read again in
//! the ordinary way, which also tells what is wrong in it; after a few of those the rest of the list is read so. Only the
//! outermost such list is, so that text is read twice at most.

use super::{Reader, Scanner};
use crate::{
    codec::{open_map, open_record, position, Flaw},
    field::{Change, Entries, Field, List, View},
    order::order,
};
use boto_model::{Kind, Member};
use std::borrow::Cow;

/// How often the keys of a list's maps are learnt.
const TRIES: u32 = 4;
/// How many keys there may be, and how many bytes they may have together: they are copied before all are seen.
const KEYS: usize = 256;
const BYTES: usize = 8 << 10;

struct Alike<'a> {
    steps: Vec<Step<'a>>,
    /// In order.
    keys: Vec<&'a str>,
}

/// One entry, in the order of the text.
struct Step<'a> {
    key: &'a str,
    /// Its place in the order of keys.
    place: usize,
    /// If the value is a structure with one string: the text from the key to that string, and the number of the member.
    head: Option<(&'a str, usize)>,
}

impl<'a> Reader<'a> {
    /// The elements of a list, after the bracket; `kind` is that of the maps, `value` what is in them.
    pub(super) fn maps(&mut self, list: &mut dyn List, kind: &Kind, value: &Member, depth: u32) -> Result<(), Flaw> {
        let inside = &self.service.shape(value.target).kind;
        let (mut known, mut tries): (Option<Alike<'a>>, u32) = (None, TRIES);
        for index in 0.. {
            if self.scan.null()? {
                list.push_null();
                if !self.scan.more(b']')? {
                    break;
                }
                continue;
            }
            let start = self.scan.offset();
            let field = list.push();
            let followed = known.as_ref().is_some_and(|alike| self.follow(alike, inside, field, depth));
            if !followed {
                known = None;
                self.scan.back_to(start);
                self.nothing = false;
                self.of(kind, field, depth).map_err(|flaw| flaw.element(index))?;
            }
            if !self.scan.more(b']')? {
                break;
            }
            if !followed && tries > 0 {
                tries -= 1;
                if let View::Map(map) = list.get(list.len() - 1).view() {
                    known = self.learn(self.scan.at(start), inside, map);
                }
            }
        }
        Ok(())
    }

    /// What there is to know of the map at this place, which was read into `map`.
    fn learn(&self, mut scan: Scanner<'a>, inside: &Kind, map: &dyn Entries) -> Option<Alike<'a>> {
        let mut steps = Vec::new();
        let mut bytes = 0;
        scan.expect(b'{').ok()?;
        loop {
            scan.peek();
            let start = scan.offset();
            let Cow::Borrowed(key) = scan.string().ok()? else { return None };
            scan.expect(b':').ok()?;
            let head = self.head(scan.at(scan.offset()), start, inside);
            scan.skip().ok()?;
            steps.push(Step { key, place: 0, head });
            bytes += key.len();
            if steps.len() > KEYS || bytes > BYTES {
                return None;
            }
            if !scan.more(b'}').ok()? {
                break;
            }
        }
        // A key that comes twice, or has no value, makes them differ.
        if map.len() != steps.len() {
            return None;
        }
        let order = order(steps.len(), &|a, b| steps[a].key.cmp(steps[b].key));
        for (place, at) in order.iter().enumerate() {
            steps[*at].place = place;
        }
        let keys = order.iter().map(|at| steps[*at].key).collect();
        Some(Alike { steps, keys })
    }

    fn head(&self, mut scan: Scanner<'a>, start: usize, inside: &Kind) -> Option<(&'a str, usize)> {
        let Kind::Structure(structure) = inside else { return None };
        scan.eat(b'{').then_some(())?;
        let name = scan.string().ok()?;
        scan.expect(b':').ok()?;
        let head = scan.since(start);
        let index = position(&structure.members, 0, &name)?;
        let text = matches!(self.service.shape(structure.members[index].target).kind, Kind::String { .. });
        scan.string().ok().filter(|_| text && scan.peek() == b'}').map(|_| (head, index))
    }

    /// Reads a map that is like those before. Whatever is different, or wrong, makes this give up.
    fn follow(&mut self, alike: &Alike<'a>, inside: &Kind, field: &mut dyn Field, depth: u32) -> bool {
        // One level for the map, and one for a structure in it.
        let Some(inner @ 1..) = depth.checked_sub(1) else { return false };
        if !self.scan.eat(b'{') || !alike.steps.first().is_some_and(|step| self.scan.is_key(step.key)) {
            return false;
        }
        let Ok(map) = open_map(field) else { return false };
        map.reserve(alike.keys.len());
        for key in &alike.keys {
            map.push((*key).to_owned());
        }
        let mut first = true;
        for step in &alike.steps {
            if !std::mem::take(&mut first) && !self.scan.eat(b',') {
                return false;
            }
            let Some(field) = map.get_mut(step.place) else { return false };
            let filled = match (step.head, inside) {
                (Some((head, index)), Kind::Structure(s)) if self.scan.eat_text(head) => {
                    self.text(&s.members[index], index, field)
                }
                _ => self.scan.eat_key(step.key) && self.scan.peek() != b'n' && self.of(inside, field, inner).is_ok(),
            };
            if !filled || self.nothing {
                return false;
            }
        }
        self.scan.eat(b'}')
    }

    /// The string that is all of a structure, and the brace behind it.
    fn text(&mut self, member: &Member, index: usize, field: &mut dyn Field) -> bool {
        let plain = self.scan.plain_string();
        let Ok(record) = open_record(field) else { return false };
        let field = record.get_mut(index, &member.name);
        let put = match plain {
            Some(text) => field.put(Change::Str(Cow::Borrowed(text))).is_ok(),
            None => self.scan.string().is_ok_and(|text| field.put(Change::Str(text)).is_ok()),
        };
        put && self.scan.eat(b'}')
    }
}
