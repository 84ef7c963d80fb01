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
    let single = |byte| byte < 0x20 || byte == b'"' || byte == b'\\';
    scan(bytes, at, json_wide, single)
}

/// The index of the first such byte, as long as eight bytes can be looked at together: all but the last seven.
#[inline]
pub fn json_first_special(bytes: &[u8]) -> Option<usize> {
    let (chunks, _) = bytes.as_chunks::<8>();
    let mut length = 0;
    for chunk in chunks {
        let found = json_wide(u64::from_le_bytes(*chunk));
        if found != 0 {
            return Some(length + found.trailing_zeros() as usize / 8);
        }
        length += 8;
    }
    None
}

/// With one bit turned over, the quote stands right behind the control characters: one subtraction finds both.
#[inline]
fn json_wide(x: u64) -> u64 {
    let low = (x ^ (ONES * 2)).wrapping_sub(ONES * 0x21);
    let backslash = (x ^ (ONES * u64::from(b'\\'))).wrapping_sub(ONES);
    (low | backslash) & !x & TOPS
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
                        let first = json_first_special(&bytes[from..]).map(|more| from + more);
                        let seen = from + (length - from) / 8 * 8;
                        assert_eq!(first, (place < seen).then_some(place), "{bytes:?} from {from}");
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
