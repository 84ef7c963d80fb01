//! Rows for every service.

use super::Outgoing;
use crate::{http::HeaderValue, Result};

/// Inside a Lambda function, passes its trace id on.
pub fn recursion_header(outgoing: &mut Outgoing<'_>) -> Result<()> {
    crate::config::trace_header(outgoing.host, &mut outgoing.request.headers);
    Ok(())
}

/// `x-amz-api-version` on operations that answer endpoint discovery.
pub fn discovery_version(outgoing: &mut Outgoing<'_>) -> Result<()> {
    if outgoing.operation.endpoint_operation {
        if let Ok(version) = HeaderValue::try_from(&*outgoing.service.metadata().api_version) {
            outgoing.request.headers.insert("x-amz-api-version", version);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;

    #[test]
    fn recursion_header() {
        let trace = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;lineage=a87bd80c:0,68fd508a:5";
        let header = |env: &[(&'static str, &'static str)], before: Option<&'static str>| {
            let mut case = Case::new([]).with_env(env);
            if let Some(before) = before {
                case.request.headers.insert("x-amzn-trace-id", before.parse().unwrap());
            }
            super::recursion_header(&mut case.outgoing()).unwrap();
            case.request.headers.get("x-amzn-trace-id").map(|v| v.to_str().unwrap().to_owned())
        };
        let name = ("AWS_LAMBDA_FUNCTION_NAME", "f");
        assert_eq!(header(&[], None), None);
        assert_eq!(header(&[name], None), None);
        assert_eq!(header(&[("_X_AMZN_TRACE_ID", trace)], None), None);
        assert_eq!(header(&[name, ("_X_AMZN_TRACE_ID", trace)], None).as_deref(), Some(trace));
        assert_eq!(header(&[name, ("_X_AMZN_TRACE_ID", "a\u{e9}\n")], None).as_deref(), Some("a%C3%A9%0A"));
        assert_eq!(header(&[name, ("_X_AMZN_TRACE_ID", "x")], Some("mine")).as_deref(), Some("mine"));
    }

    #[test]
    fn discovery_version() {
        let mut case = Case::new([]);
        super::discovery_version(&mut case.outgoing()).unwrap();
        assert!(case.request.headers.is_empty());
        case.operation.endpoint_operation = true;
        super::discovery_version(&mut case.outgoing()).unwrap();
        assert_eq!(case.request.headers["x-amz-api-version"], "2026-01-02");
    }
}
