//! Lists of maps, read as a whole and one by one: what the maps have in common must not change what is read.

use boto_core::{
    http::HeaderMap,
    protocol::{self, Payload},
    service, Map, Result,
};

service!("dynamodb", operations = [Query]);

use dynamodb::types::{AttributeValue, QueryOutput};

fn read(items: &[String]) -> Result<Vec<Map<AttributeValue>>> {
    let service = dynamodb::DynamoDb::tables();
    let operation = service.operation("Query").unwrap();
    let body = format!("{{\"Items\": [{}], \"Count\": 7}}", items.join(","));
    let mut page = QueryOutput::default();
    let protocol = protocol::choose(service.metadata());
    protocol::decode(&service, operation, protocol, 200, &HeaderMap::new(), Payload::Bytes(body.into()), &mut page)?;
    assert_eq!(page.count, Some(7));
    Ok(page.items)
}

/// Xorshift, the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

const KEYS: [&str; 6] = ["id", "a", "longer than eight", "", "zwölf", "a\\u0062"];
const USUAL: [&str; 4] = [
    r#"{"S":"plain"}"#,
    r#"{"N":"12345678901234567890"}"#,
    r#"{"S":"a longer string, of more than 16 bytes"}"#,
    r#"{"S":""}"#,
];
const ODD: [&str; 15] = [
    r#"{"S":"with \"escapes\" \u00e9"}"#,
    r#"{ "S" : "spaced" }"#,
    r#"{"N":5}"#,
    r#"{"BOOL":true}"#,
    r#"{"NULL":true}"#,
    r#"{"SS":["x","y"]}"#,
    r#"{"M":{"id":{"S":"inner"},"a":{"N":"1"}}}"#,
    r#"{"L":[{"M":{"id":{"S":"1"}}},{"M":{"id":{"S":"2"}}},{"M":{"id":{"N":"3"}}}]}"#,
    r#"{"S":null}"#,
    r#"{"S":"first","S":"last"}"#,
    r#"{"S":"one","N":"2"}"#,
    r#"{"Novel":{"x":[1]}}"#,
    "null",
    "{}",
    r#"{"S":{"wrong":1}}"#,
];

/// An item like the one before, for the most part.
fn item(random: &mut Random, order: &mut [usize], odd: usize) -> String {
    if random.below(6) == 0 {
        let (a, b) = (random.below(order.len()), random.below(order.len()));
        order.swap(a, b);
    }
    let mut text = String::from("{");
    for key in order.iter() {
        if random.below(40) == 0 {
            continue;
        }
        for _ in 0..1 + usize::from(random.below(60) == 0) {
            let value = match random.below(100) < odd {
                true => ODD[random.below(ODD.len())],
                false => USUAL[random.below(USUAL.len())],
            };
            let comma = if text.len() > 1 { [",", " ,\n"][usize::from(random.below(30) == 0)] } else { "" };
            text.push_str(&format!(
                "{comma}\"{}\"{}{value}",
                KEYS[*key],
                [":", " : "][usize::from(random.below(30) == 0)]
            ));
        }
    }
    text + "}"
}

#[test]
fn maps_of_a_list_are_read_as_they_are_alone() {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let (mut good, mut bad) = (0, 0);
    for round in 0..3000 {
        let mut order: Vec<usize> = (0..KEYS.len()).collect();
        let odd = [0, 2, 20][round % 3];
        let mut items: Vec<String> = (0..1 + random.below(9)).map(|_| item(&mut random, &mut order, odd)).collect();
        if random.below(20) == 0 {
            items.insert(0, ["null", "{}"][random.below(2)].to_owned());
        }
        let alone: Result<Vec<_>> = items.iter().map(|item| read(std::slice::from_ref(item))).collect();
        match (read(&items), alone) {
            (Ok(whole), Ok(alone)) => {
                good += 1;
                assert_eq!(whole, alone.concat(), "{items:?}");
            }
            (Err(error), Err(_)) => {
                bad += 1;
                let number = items
                    .iter()
                    .filter(|item| *item != "null")
                    .position(|item| read(std::slice::from_ref(item)).is_err());
                let place = format!("Items[{}]", number.unwrap() + items.iter().filter(|item| *item == "null").count());
                assert!(error.to_string().contains(&place), "{error}, not {place}: {items:?}");
            }
            (whole, _) => panic!("{whole:?}: {items:?}"),
        }
    }
    assert!(good > 1000 && bad > 100, "{good} {bad}");
}

#[test]
fn a_list_of_maps_takes_no_longer_for_being_hostile() {
    // Many keys first, then items that begin alike and end soon; and lists in maps in lists.
    let long: Vec<String> = (0..5000).map(|n| format!("\"k{n}\":{{\"S\":\"x\"}}")).collect();
    let mut items = vec![format!("{{{}}}", long.join(","))];
    items.extend((0..20_000).map(|_| "{\"k0\":{\"S\":\"x\"}}".to_owned()));
    assert_eq!(read(&items).unwrap().len(), items.len());

    let mut nested = String::from("{\"S\":\"x\"}");
    for _ in 0..30 {
        nested = format!("{{\"L\":[{{\"M\":{{\"a\":{{\"S\":\"x\"}},\"b\":{nested}}}}}]}}");
    }
    let items = vec![format!("{{\"a\":{nested}}}"); 3];
    assert_eq!(read(&items).unwrap().len(), 3);
}
