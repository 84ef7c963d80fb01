//! Finding bytes eight at a time, in safe code: a byte of `x` is zero exactly where `x - 0x01…` borrows into a top bit
//! that `x` has not. (That is true at least for the lowest such byte, which is the one that counts.)

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const TOPS: u64 = ONES << 7;

/// The top bit of every byte that equals `byte`, up to the first one at least.
#[inline]
fn equal(x: u64, byte: u8) -> u64 {
    let x = x ^ (ONES * byte as u64);
    x.wrapping_sub(ONES) & !x & TOPS
}

/// The index of the first byte from `at` on for which `wide` sets a top bit (and `single` is true), or the length.
#[inline]
fn scan(bytes: &[u8], mut at: usize, wide: impl Fn(u64) -> u64, single: impl Fn(u8) -> bool) -> usize {
    while let Some(chunk) = bytes.get(at..at + 8).and_then(|c| c.try_into().ok()) {
        let found = wide(u64::from_le_bytes(chunk));
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    // The last eight bytes at once, even if some of them are known already: most often nothing is there.
    if let Some(chunk) = bytes.last_chunk() {
        if at == bytes.len() || wide(u64::from_le_bytes(*chunk)) == 0 {
            return bytes.len();
        }
    }
    while at < bytes.len() && !single(bytes[at]) {
        at += 1;
    }
    at.min(bytes.len())
}

/// The index of the next byte that is one of three, from `at` on, or the length.
#[inline]
pub fn find(bytes: &[u8], at: usize, a: u8, b: u8, c: u8) -> usize {
    scan(bytes, at, |x| equal(x, a) | equal(x, b) | equal(x, c), |byte| byte == a || byte == b || byte == c)
}

/// The index of the next byte that cannot stand in a JSON string as it is: quote, backslash, control character.
#[inline]
pub fn json_special(bytes: &[u8], at: usize) -> usize {
    let control = |x: u64| x.wrapping_sub(ONES * 0x20) & !x & TOPS;
    let single = |byte| byte < 0x20 || byte == b'"' || byte == b'\\';
    scan(bytes, at, |x| equal(x, b'"') | equal(x, b'\\') | control(x), single)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_one_is_found_wherever_it_is() {
        for length in 0..40 {
            for place in 0..=length {
                for byte in [b'"', b'\\', 0, 0x1f] {
                    // Neighbours that a careless trick would take for a match.
                    let mut bytes = vec![b'!'; length];
                    bytes.iter_mut().step_by(2).for_each(|b| *b = 0x80 | b'"');
                    if place < length {
                        bytes[place] = byte;
                    }
                    for from in 0..=place {
                        assert_eq!(json_special(&bytes, from), place, "{bytes:?} from {from}");
                    }
                }
                let mut bytes = vec![b';'; length];
                if place < length {
                    bytes[place] = b'<';
                }
                assert_eq!(find(&bytes, 0, b'<', b'&', b'\r'), place);
            }
        }
    }
}
