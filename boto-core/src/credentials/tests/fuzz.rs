//! Nothing panics on any contents of a file: a bounded run of random changes to files that are fine.

use crate::config::tests::world::World;
use crate::config::{parse, Dialect, Layers, Overrides};

const SEEDS: [&str; 5] = [
    "[default]\nregion = us-west-2\ns3 =\n  addressing_style = path\n  # c\n\n  b = c ; d\n",
    "\u{feff}[profile \"a b\"]\r\nrole_arn = x\r\nsource_profile = default\r\n[sso-session s]\r\nsso_region = r\r\n",
    "[services s]\ns3 =\n\tendpoint_url = http://a\n[profile x]\nservices = s\nmax_attempts = 3\n",
    "[Credentials]\naws_access_key_id: a\n[Boto]\nhttp_socket_timeout = 1e9\n[profile 'q']\nx=[y]\n",
    "[default]\ncredential_process = a 'b' \"c\\\"d\" | e\nduration_seconds = 99999999999999999999\nuse_fips_endpoint = true\n",
];

/// xorshift: the same run every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

/// Applies a few random changes.
fn change(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    const BITS: [&[u8]; 14] = [
        b"[",
        b"]",
        b"=",
        b"\n",
        b"\n ",
        b"\r",
        b"#",
        b";",
        b"\"",
        b"'",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\0",
        b"[profile ",
    ];
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.roll(6) {
        let at = dice.roll(bytes.len() + 1);
        match dice.roll(4) {
            0 => drop(bytes.splice(at..at, BITS[dice.roll(BITS.len())].iter().copied())),
            1 if at < bytes.len() => drop(bytes.remove(at)),
            2 if at < bytes.len() => bytes[at] = dice.roll(256) as u8,
            _ => bytes.truncate(at),
        }
    }
    bytes
}

#[test]
fn no_file_makes_it_panic() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let (mut accepted, mut refused) = (0, 0);
    for round in 0..20_000 {
        let bytes = change(SEEDS[round % SEEDS.len()].as_bytes(), &mut dice);
        let dialect = if round % 3 == 0 { Dialect::Boto } else { Dialect::Aws };
        match parse(&bytes, &std::path::Path::new("f").into(), dialect) {
            Ok(_) => accepted += 1,
            Err(_) => refused += 1,
        }
        if round % 10 == 0 {
            let world = World::new(&[], &[]);
            let names = ["/home/.aws/config", "/home/.aws/credentials", "/home/.boto"];
            world.files.lock().unwrap().insert(names[dice.roll(3)].into(), bytes);
            if let Ok(config) = Layers::new(world, Overrides::default()).resolve() {
                let _ = (config.explain(), config.endpoint_url("s3"));
                let _ = crate::credentials::plan(&config, "default");
            }
        }
    }
    assert!(accepted > 1000 && refused > 1000, "{accepted} {refused}");
}
