//! Members that boto knows by a second name; untyped inputs may use either.

use super::Input;
use crate::{Error, ErrorKind, Result};

/// `Filters` for `Filter`, where the operation has the latter only.
pub fn filters(input: &mut Input<'_>) -> Result<()> {
    rename(input, "Filters", "Filter")
}

/// `fromTime` for `from`.
pub fn from_time(input: &mut Input<'_>) -> Result<()> {
    rename(input, "fromTime", "from")
}

/// `returnFields` for `return`.
pub fn return_fields(input: &mut Input<'_>) -> Result<()> {
    rename(input, "returnFields", "return")
}

fn rename(input: &mut Input<'_>, alias: &'static str, name: &str) -> Result<()> {
    let both = !input.record.view(name).is_absent();
    if input.record.rename(alias, name) && both {
        let message = format!("{alias} and {name} are the same member: give one of them");
        return Err(Error::new(ErrorKind::Validation, message));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{object, Case};

    #[test]
    fn filters() {
        let case = Case::new(["Filter"]);
        let given = object([("Filters", "f")]);
        let mut input = case.input(&given);
        super::filters(&mut input).unwrap();
        assert_eq!(input.record.text("Filter"), Some("f"));
        let case = Case::new(["Filters"]);
        let mut input = case.input(&given);
        super::filters(&mut input).unwrap();
        assert!(!input.record.is_changed());
    }

    #[test]
    fn from_time() {
        let case = Case::new(["from", "to"]);
        let given = object([("fromTime", "1"), ("from", "2")]);
        assert!(super::from_time(&mut case.input(&given)).unwrap_err().to_string().contains("fromTime and from"));
    }

    #[test]
    fn return_fields() {
        let case = Case::new(["return"]);
        let given = object([("returnFields", "title")]);
        let mut input = case.input(&given);
        super::return_fields(&mut input).unwrap();
        assert_eq!(input.record.text("return"), Some("title"));
    }
}
