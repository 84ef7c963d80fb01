//! Route 53.

use super::Input;
use crate::{Result, Value};

/// The shapes that ids are made of.
const IDS: &[&str] = &["ChangeId", "DelegationSetId", "ResourceId"];

/// Keeps the last segment of ids, so that those of answers can be given back as they are.
pub fn trim_ids(input: &mut Input<'_>) -> Result<()> {
    for member in input.record.members() {
        let trimmed = match input.record.text(&member.name).and_then(|id| id.rsplit_once('/')) {
            Some((_, last)) if IDS.contains(&&*input.service.shape(member.target).name) => last.to_owned(),
            _ => continue,
        };
        input.record.set(&member.name, Value::String(trimmed));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{object, Case};

    #[test]
    fn trim_ids() {
        let case = Case::new(["ResourceId", "Path"]);
        let given = object([("ResourceId", "/hostedzone/Z1"), ("Path", "/a/b")]);
        let mut input = case.input(&given);
        super::trim_ids(&mut input).unwrap();
        assert_eq!(input.record.text("ResourceId"), Some("Z1"));
        assert_eq!(input.record.text("Path"), Some("/a/b"));
    }
}
