//! Names of operations and members, taken apart: verbs, nouns, plurals, and the part of a member that tells an
//! identifier.

/// `DescribeDBInstances` is `Describe` and `DBInstances`; `BatchGetBuilds` is `BatchGet` and `Builds`.
pub(super) fn split(operation: &str) -> (&str, &str) {
    let first = word_end(operation, 0);
    let end = match &operation[..first] {
        "Batch" | "Admin" | "Bulk" if first < operation.len() => word_end(operation, first),
        _ => first,
    };
    operation.split_at(end)
}

/// Where the word ends that begins there: before the next capital.
fn word_end(text: &str, from: usize) -> usize {
    let rest = text.char_indices().filter(|(at, _)| *at > from);
    rest.clone().find(|(_, c)| c.is_ascii_uppercase()).map_or(text.len(), |(at, _)| at)
}

/// What a plural may be the plural of, the likeliest first; nothing for words that are none.
pub(super) fn singulars(noun: &str) -> Vec<String> {
    let Some(stem) = noun.strip_suffix('s') else { return Vec::new() };
    let without = |ending: &str, instead: &str| noun.strip_suffix(ending).map(|stem| format!("{stem}{instead}"));
    let ends = |endings: &[&str]| endings.iter().any(|ending| noun.ends_with(ending));
    let plain = stem.to_owned();
    let mut found = Vec::new();
    match () {
        () if ends(&["ss", "us", "sis", "xis"]) => {}
        () if noun.ends_with("ies") => found.extend([without("ies", "y"), Some(plain)]),
        () if ends(&["ndices", "rtices", "trices"]) => found.extend([without("ices", "ex"), without("ices", "ix")]),
        () if noun.ends_with("lyses") => found.extend([without("es", "is"), Some(plain)]),
        () if ends(&["sses", "xes", "ches", "shes", "zzes", "uses"]) => found.extend([without("es", ""), Some(plain)]),
        () => found.extend([Some(plain), without("es", "")]),
    }
    found.into_iter().flatten().collect()
}

/// The one of a list's name: `clusters` are of `cluster`, `caseIdList` of `caseId`.
pub(super) fn one_of(list: &str) -> String {
    let plain = ["List", "Set"].iter().find_map(|ending| list.strip_suffix(ending)).unwrap_or(list);
    singulars(plain).into_iter().next().unwrap_or_else(|| plain.to_owned())
}

/// A noun without its last word, if that only links it to what followed.
pub(super) fn unlinked(noun: &str) -> Option<&str> {
    let cut = |link: &&str| noun.strip_suffix(*link).filter(|rest| !rest.ends_with(|c: char| c.is_ascii_uppercase()));
    LINKS.iter().find_map(cut)
}

/// The words that say by what something is listed: `PoliciesForUser`, `FunctionsByCodeSigningConfig`.
const LINKS: [&str; 8] = ["For", "By", "In", "Of", "With", "From", "On", "To"];

/// `PoliciesForUser` is about `Policies`.
pub(super) fn head(noun: &str) -> &str {
    let at = |link: &&str| {
        noun.match_indices(*link).map(|(at, link)| (at, at + link.len())).find(|(at, end)| {
            *at > 0
                && noun[*end..].starts_with(|c: char| c.is_ascii_uppercase())
                && !noun[..*at].ends_with(|c: char| c.is_ascii_uppercase())
        })
    };
    LINKS.iter().filter_map(at).map(|(at, _)| at).min().map_or(noun, |at| &noun[..at])
}

/// Where a noun names a kind: at a boundary of words, perhaps in the plural. The place and its end.
pub(super) fn mention(noun: &str, kind: &str) -> Option<(usize, usize)> {
    let ends = |end: usize| {
        let rest = &noun[end..];
        let boundary = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_lowercase());
        match (boundary(rest), rest.strip_prefix('s')) {
            (true, _) => Some(end),
            (false, Some(more)) if boundary(more) => Some(end + 1),
            _ => None,
        }
    };
    let begins = |at: usize| at == 0 || noun[at..].starts_with(|c: char| c.is_ascii_uppercase());
    noun.match_indices(kind)
        .filter(|(at, _)| begins(*at))
        .find_map(|(at, found)| ends(at + found.len()).map(|end| (at, end)))
}

/// What is left of a member's name without the name of its kind or the last words of that: `FunctionName` of `Function`
/// is `Name`, `policyArn` of `ManagedPolicy` is `Arn`, `cluster` of `Cluster` is nothing. The whole where nothing of the
/// kind is in it.
pub(super) fn strip<'a>(member: &'a str, kind: &str) -> &'a str {
    let mut at = 0;
    while at < kind.len() {
        let words = &kind[at..];
        let same = member.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words));
        if same && !member[words.len()..].starts_with(|c: char| c.is_ascii_lowercase()) {
            return &member[words.len()..];
        }
        at = word_end(kind, at);
    }
    member
}

/// The endings of names of identifiers.
const ENDINGS: [&str; 10] = ["Identifier", "Name", "Arn", "ARN", "Id", "ID", "Url", "Uri", "Key", "Number"];

/// Whether a member's name may be that of an identifier.
pub(super) fn identifying(member: &str) -> bool {
    ENDINGS
        .iter()
        .any(|ending| member.ends_with(ending) || (member.eq_ignore_ascii_case(ending) && member.len() == ending.len()))
}

/// Names that say nothing of what they identify.
pub(super) fn generic(member: &str) -> bool {
    ["name", "id", "arn", "identifier", "key", "url", "uri", "number", "type", "version"]
        .contains(&member.to_ascii_lowercase().as_str())
}

/// `functionName` is `FunctionName`, `ARN` is `Arn`.
pub(super) fn pascal(name: &str) -> String {
    match name {
        "ARN" => "Arn".to_owned(),
        "ID" => "Id".to_owned(),
        _ => {
            let mut chars = name.chars();
            chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        assert_eq!(split("DescribeDBInstances"), ("Describe", "DBInstances"));
        assert_eq!(split("BatchGetBuilds"), ("BatchGet", "Builds"));
        assert_eq!(split("Invoke"), ("Invoke", ""));
        for (plural, one) in [
            ("Functions", "Function"),
            ("Policies", "Policy"),
            ("Databases", "Database"),
            ("Indices", "Index"),
            ("Addresses", "Address"),
            ("Analyses", "Analysis"),
            ("Buses", "Bus"),
            ("Services", "Service"),
        ] {
            assert_eq!(singulars(plural)[0], one);
        }
        assert!(singulars("Status").is_empty() && singulars("Access").is_empty() && singulars("Data").is_empty());
        assert_eq!(
            (head("PoliciesForUser"), head("Information"), head("InferenceJobs")),
            ("Policies", "Information", "InferenceJobs")
        );
        assert_eq!(mention("FunctionCode", "Function"), Some((0, 8)));
        assert_eq!(mention("Functionality", "Function"), None);
        assert_eq!(mention("Instances", "Instance"), Some((0, 9)));
        for (member, kind, rest) in [
            ("FunctionName", "Function", "Name"),
            ("policyArn", "ManagedPolicy", "Arn"),
            ("cluster", "Cluster", ""),
            ("SecretId", "Secret", "Id"),
            ("DBInstanceIdentifier", "DBInstance", "Identifier"),
            ("Scope", "WebACL", "Scope"),
        ] {
            assert_eq!(strip(member, kind), rest);
        }
    }
}
