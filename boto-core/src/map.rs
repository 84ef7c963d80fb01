//! [`Map`]: values by name, as maps of the model are.

use crate::order;
use std::{
    borrow::Borrow,
    collections::{BTreeMap, HashMap},
    fmt,
    ops::Index,
};

/// Values by name, in the order of names (that of their bytes).
///
/// What `std`'s `BTreeMap<String, T>` does, in one sorted vector: a hundredth of the code for each `T` that a program
/// uses, and fewer allocations. Looking up takes logarithmic time. Inserting moves the entries behind the new one, so
/// fill a map of many thousands by [`FromIterator`] or [`Extend`], which sort once, or in the order of names.
///
/// ```
/// let mut map = boto_core::Map::from([("colour".into(), "red"), ("size".into(), "9")]);
/// map.insert("size".into(), "10");
/// assert_eq!(map["size"], "10");
/// assert_eq!(map.get("weight"), None);
/// for (name, value) in &map {
///     println!("{name}: {value}");
/// }
/// let std: std::collections::HashMap<String, &str> = map.into();
/// # assert_eq!(std["colour"], "red");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Map<T> {
    entries: Vec<(String, T)>,
}

impl<T> Map<T> {
    /// A map without entries. Allocates nothing.
    pub const fn new() -> Map<T> {
        Map { entries: Vec::new() }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The value of that name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.place(name).ok().map(|at| &self.entries[at].1)
    }

    /// The value of that name, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        self.place(name).ok().map(|at| &mut self.entries[at].1)
    }

    /// Whether there is a value of that name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.place(name).is_ok()
    }

    /// Sets a value; gives back the one that had the name.
    pub fn insert(&mut self, name: String, value: T) -> Option<T> {
        match self.place(&name) {
            Ok(at) => Some(std::mem::replace(&mut self.entries[at].1, value)),
            Err(at) => {
                self.entries.insert(at, (name, value));
                None
            }
        }
    }

    /// The value of that name, the default if there was none.
    pub fn get_or_insert_default(&mut self, name: impl Into<String> + Borrow<str>) -> &mut T
    where
        T: Default,
    {
        let at = self.place(name.borrow()).unwrap_or_else(|at| {
            self.entries.insert(at, (name.into(), T::default()));
            at
        });
        &mut self.entries[at].1
    }

    /// Takes the value of that name out.
    pub fn remove(&mut self, name: &str) -> Option<T> {
        self.place(name).ok().map(|at| self.entries.remove(at).1)
    }

    /// Keeps the entries of which `keep` says so.
    pub fn retain(&mut self, mut keep: impl FnMut(&str, &mut T) -> bool) {
        self.entries.retain_mut(|(name, value)| keep(name, value));
    }

    /// Removes all entries.
    pub fn clear(&mut self) {
        self.entries.clear();
    }

    /// Names and values, in the order of names.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter(self.entries.iter())
    }

    /// Names and values to be changed, in the order of names.
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = (&String, &mut T)> + ExactSizeIterator {
        self.entries.iter_mut().map(|(name, value)| (&*name, value))
    }

    /// The names, in order.
    pub fn keys(&self) -> Keys<'_, T> {
        self.entries.iter().map(|(name, _)| name)
    }

    /// The values, in the order of names.
    pub fn values(&self) -> Values<'_, T> {
        self.entries.iter().map(|(_, value)| value)
    }

    /// The values to be changed, in the order of names.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut T> + ExactSizeIterator {
        self.entries.iter_mut().map(|(_, value)| value)
    }

    /// The values, in the order of names.
    pub fn into_values(self) -> impl DoubleEndedIterator<Item = T> + ExactSizeIterator {
        self.entries.into_iter().map(|(_, value)| value)
    }

    /// Where that name is; if it is not, where it would be.
    fn place(&self, name: &str) -> Result<usize, usize> {
        match self.entries.last() {
            Some((last, _)) if last.as_str() >= name => {
                self.entries.binary_search_by(|(entry, _)| entry.as_str().cmp(name))
            }
            _ => Err(self.entries.len()),
        }
    }

    /// The entry at that place in the order of names.
    pub(crate) fn at(&self, place: usize) -> Option<(&str, &T)> {
        self.entries.get(place).map(|(name, value)| (name.as_str(), value))
    }

    /// The value at that place in the order of names.
    pub(crate) fn at_mut(&mut self, place: usize) -> Option<&mut T> {
        self.entries.get_mut(place).map(|(_, value)| value)
    }

    /// Adds an entry behind all others, wherever it belongs. [`settle`](Map::settle) has to follow.
    pub(crate) fn push(&mut self, name: String, value: T) -> &mut T {
        let at = self.entries.len();
        self.entries.push((name, value));
        &mut self.entries[at].1
    }

    /// Puts all entries where they belong; of those with one name the last one stays.
    pub(crate) fn settle(&mut self) {
        // As little as can be is compiled for each type.
        let (swaps, len) = order::arranged(self.entries.len(), &|at| &self.entries[at].0);
        for (a, b) in swaps {
            self.entries.swap(a, b);
        }
        self.entries.truncate(len);
    }

    /// Makes room for so many entries more.
    pub fn reserve(&mut self, more: usize) {
        self.entries.reserve(more);
    }
}

// With types of their own, so that the compiler sees that dropping them does nothing.
/// The names of a [`Map`], in order.
pub type Keys<'a, T> = std::iter::Map<std::slice::Iter<'a, (String, T)>, fn(&'a (String, T)) -> &'a String>;
/// The values of a [`Map`], in the order of names.
pub type Values<'a, T> = std::iter::Map<std::slice::Iter<'a, (String, T)>, fn(&'a (String, T)) -> &'a T>;

/// Names and values of a [`Map`], in the order of names.
pub struct Iter<'a, T>(std::slice::Iter<'a, (String, T)>);

fn pair<T>((name, value): &(String, T)) -> (&String, &T) {
    (name, value)
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = (&'a String, &'a T);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(pair)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<T> DoubleEndedIterator for Iter<'_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(pair)
    }
}

impl<T> ExactSizeIterator for Iter<'_, T> {}

impl<T: fmt::Debug> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(Iter(self.0.clone())).finish()
    }
}

impl<'a, T> IntoIterator for &'a Map<T> {
    type Item = (&'a String, &'a T);
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T> IntoIterator for Map<T> {
    type Item = (String, T);
    type IntoIter = std::vec::IntoIter<(String, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<T> Default for Map<T> {
    fn default() -> Map<T> {
        Map::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for Map<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

/// `map["colour"]`.
///
/// # Panics
/// As `std`'s maps, if there is no value of that name; [`Map::get`] does not.
impl<T> Index<&str> for Map<T> {
    type Output = T;

    fn index(&self, name: &str) -> &T {
        match self.get(name) {
            Some(value) => value,
            None => panic!("the map has no value named {name:?}"),
        }
    }
}

impl<T> Extend<(String, T)> for Map<T> {
    fn extend<I: IntoIterator<Item = (String, T)>>(&mut self, entries: I) {
        for (name, value) in entries {
            self.push(name, value);
        }
        self.settle();
    }
}

impl<T> FromIterator<(String, T)> for Map<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(entries: I) -> Map<T> {
        let mut map = Map::new();
        map.extend(entries);
        map
    }
}

impl<T, const N: usize> From<[(String, T); N]> for Map<T> {
    fn from(entries: [(String, T); N]) -> Map<T> {
        entries.into_iter().collect()
    }
}

impl<T> From<BTreeMap<String, T>> for Map<T> {
    fn from(map: BTreeMap<String, T>) -> Map<T> {
        map.into_iter().collect()
    }
}

impl<T, S> From<HashMap<String, T, S>> for Map<T> {
    fn from(map: HashMap<String, T, S>) -> Map<T> {
        map.into_iter().collect()
    }
}

impl<T> From<Map<T>> for BTreeMap<String, T> {
    fn from(map: Map<T>) -> BTreeMap<String, T> {
        map.into_iter().collect()
    }
}

impl<T> From<Map<T>> for HashMap<String, T> {
    fn from(map: Map<T>) -> HashMap<String, T> {
        map.into_iter().collect()
    }
}

impl<T: serde::Serialize> serde::Serialize for Map<T> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self)
    }
}

impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for Map<T> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Map<T>, D::Error> {
        struct Entries<T>(Map<T>);

        impl<'de, T: serde::Deserialize<'de>> serde::de::Visitor<'de> for Entries<T> {
            type Value = Map<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map from strings")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(mut self, mut from: A) -> Result<Map<T>, A::Error> {
                while let Some((name, value)) = from.next_entry()? {
                    self.0.push(name, value);
                }
                self.0.settle();
                Ok(self.0)
            }
        }
        from.deserialize_map(Entries(Map::new()))
    }
}

#[cfg(test)]
mod tests {
    use super::Map;
    use std::collections::BTreeMap;

    #[test]
    fn it_does_what_a_tree_does() {
        let mut seed = 7u64;
        let mut random = |limit: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % limit
        };
        let (mut map, mut tree) = (Map::new(), BTreeMap::new());
        for round in 0..3_000u64 {
            let name = format!("{}", random(40));
            match random(6) {
                0 => assert_eq!(map.remove(&name), tree.remove(&name)),
                1 => assert_eq!(map.get(&name), tree.get(&name)),
                2 => *map.get_or_insert_default(name.as_str()) = *tree.entry(name.clone()).or_insert(round),
                3 => {
                    let more: Vec<(String, u64)> = (0..random(5)).map(|i| (random(40).to_string(), i)).collect();
                    map.extend(more.clone());
                    tree.extend(more);
                }
                _ => assert_eq!(map.insert(name.clone(), round), tree.insert(name, round)),
            }
            assert!(map.iter().map(|(name, value)| (name.clone(), *value)).eq(tree.clone()), "round {round}");
        }
        assert!(map.keys().eq(tree.keys()) && map.values().eq(tree.values()));
        assert!(map.iter().rev().map(|(name, _)| name).eq(tree.keys().rev()));
        map.retain(|name, _| name.len() == 1);
        tree.retain(|name, _| name.len() == 1);
        let hashed = std::collections::HashMap::<String, u64>::from(map.clone());
        assert_eq!((&Map::from(tree.clone()), BTreeMap::from(map.clone())), (&map, tree));
        assert_eq!(Map::from(hashed), map);
    }

    #[test]
    fn of_one_name_the_last_value_stays_and_serde_agrees() {
        let map = Map::from(
            [("b", 1), ("a", 2), ("b", 3), ("c", 4), ("a", 5), ("b", 6)].map(|(name, n)| (name.to_owned(), n)),
        );
        assert_eq!(format!("{map:?}"), r#"{"a": 5, "b": 6, "c": 4}"#);
        let json = serde_json::to_string(&map).unwrap();
        assert_eq!(json, r#"{"a":5,"b":6,"c":4}"#);
        assert_eq!(serde_json::from_str::<Map<i32>>(r#"{"c":4,"b":1,"a":5,"b":6}"#).unwrap(), map);
        assert!(serde_json::from_str::<Map<i32>>("[1]").unwrap_err().to_string().contains("a map from strings"));
    }

    /// Hostile answers may hold any number of names in the worst order.
    #[test]
    fn a_hundred_thousand_names_in_falling_order_are_sorted_once() {
        let map: Map<usize> = (0..100_000usize).rev().map(|i| (format!("{i:06}"), i)).collect();
        assert!(map.values().copied().eq(0..100_000));
    }

    #[test]
    #[should_panic(expected = "the map has no value named \"size\"")]
    fn an_index_without_a_value_panics_as_in_std() {
        let _ = Map::from([("colour".to_owned(), 1)])["size"];
    }
}
