//! API Gateway.

use super::Outgoing;
use crate::{
    http::{HeaderName, HeaderValue},
    Result,
};

/// `Accept: application/json`, unless the input says otherwise.
pub fn accept_json(outgoing: &mut Outgoing<'_>) -> Result<()> {
    let json = HeaderValue::from_static("application/json");
    outgoing.request.headers.entry(HeaderName::from_static("accept")).or_insert(json);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;

    #[test]
    fn accept_json() {
        let mut case = Case::new([]);
        super::accept_json(&mut case.outgoing()).unwrap();
        assert_eq!(case.request.headers["accept"], "application/json");
        case.request.headers.insert("accept", "application/yaml".parse().unwrap());
        super::accept_json(&mut case.outgoing()).unwrap();
        assert_eq!(case.request.headers["accept"], "application/yaml");
    }
}
