//! Names: nearest matches for error messages, and the snake_case form of model names.

/// The names nearest to `wanted`, best first, at most three; empty if none is near.
pub fn nearest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let lower = wanted.to_ascii_lowercase();
    let mut best: Vec<(usize, &str)> = Vec::new();
    for name in names {
        consider(&lower, name, &mut best);
    }
    best.into_iter().map(|(_, name)| name).collect()
}

/// Puts a name among the best three, if it is one of them.
fn consider<'a>(lower: &str, name: &'a str, best: &mut Vec<(usize, &'a str)>) {
    let candidate = name.to_ascii_lowercase();
    let distance = distance(lower, &candidate);
    let limit = 1 + lower.len().max(candidate.len()) / 3;
    let contains = lower.len() >= 3 && candidate.contains(lower);
    if distance <= limit || contains {
        let scored = (if contains { distance.min(limit) } else { distance }, name);
        best.insert(best.partition_point(|other| *other <= scored), scored);
        best.truncate(3);
    }
}

/// Edit distance, a transposition counting one.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut two_back = vec![0; b.len() + 1];
    let mut back: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (back[j] + 1).min(row[j - 1] + 1).min(back[j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(two_back[j - 2] + 1);
            }
        }
        two_back = back;
        back = row;
    }
    back[b.len()]
}

/// Brands and terms that are one word although they are written with capitals inside.
const WORDS: [(&str, &str); 6] = [
    ("HITs", "Hits"),
    ("OAuth2", "Oauth2"),
    ("OTel", "Otel"),
    ("PartiQL", "Partiql"),
    ("WhatsApp", "Whatsapp"),
    ("iSCSI", "Iscsi"),
];

/// `SendMessage` → `send_message`, `DBInstanceARN` → `db_instance_arn`, `ListWhatsAppFlows` → `list_whatsapp_flows`:
/// what botocore makes of all operations (it has no rule for the words in `WORDS` but lists operations).
pub fn snake_case(name: &str) -> String {
    let mut chars: Vec<char> = name.chars().collect();
    if WORDS.iter().any(|(word, _)| name.contains(word)) {
        chars = WORDS.iter().fold(name.to_owned(), |name, (word, one)| name.replace(word, one)).chars().collect();
    }
    // A plural acronym at the end, `ARNs`, is one word.
    if let Some(acronym) = chars.strip_suffix(&['s']) {
        let capitals = acronym.iter().rev().take_while(|c| c.is_ascii_uppercase()).count();
        if capitals >= 2 {
            let from = chars.len() - capitals;
            chars[from..].iter_mut().for_each(|c| *c = c.to_ascii_lowercase());
        }
    }
    let mut out = String::with_capacity(name.len() + 8);
    for (i, &c) in chars.iter().enumerate() {
        if c == '-' || c == '.' || c == ' ' {
            out.push('_');
            continue;
        }
        if c.is_uppercase() && i > 0 {
            let before = chars[i - 1];
            let next_lower = chars.get(i + 1).is_some_and(|n| n.is_lowercase());
            if before.is_lowercase() || before.is_ascii_digit() || (before.is_uppercase() && next_lower) {
                out.push('_');
            }
        }
        out.extend(c.to_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::snake_case;

    #[test]
    fn names_read_as_boto_writes_them() {
        for (name, expected) in [
            ("SendMessage", "send_message"),
            ("DBInstanceARN", "db_instance_arn"),
            ("GatewayARNs", "gateway_arns"),
            ("ListWhatsAppFlows", "list_whatsapp_flows"),
            ("CreateCachediSCSIVolume", "create_cached_iscsi_volume"),
            ("CreateOAuth2TokenWithIAM", "create_oauth2_token_with_iam"),
            ("s3_bucket_name", "s3_bucket_name"),
        ] {
            assert_eq!(snake_case(name), expected);
        }
    }
}
