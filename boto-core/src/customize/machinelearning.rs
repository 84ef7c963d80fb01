//! Machine Learning.

use super::Input;
use crate::{http::Request, Error, ErrorKind, Result};

/// Sends the request to the host that `PredictEndpoint` names.
pub fn predict_host(input: &Input<'_>, request: &mut Request) -> Result<()> {
    let Some(endpoint) = input.record.text("PredictEndpoint").filter(|e| !e.is_empty()) else { return Ok(()) };
    let authority = |scheme: &str| {
        let rest = endpoint.strip_prefix(scheme)?.strip_prefix("://")?;
        let host = rest.split(['/', '?', '#']).next()?;
        let plain = host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._:[]".contains(&b));
        (plain && !host.is_empty()).then_some(host)
    };
    let found = ["https", "http"].into_iter().find_map(|scheme| Some((scheme, authority(scheme)?)));
    let Some((scheme, host)) = found else {
        let message = format!("PredictEndpoint: {endpoint:?} is not a URL like https://host/");
        return Err(Error::new(ErrorKind::Validation, message));
    };
    request.url.scheme = scheme.to_owned();
    request.url.authority = host.to_owned();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{object, Case};

    #[test]
    fn predict_host() {
        let case = Case::new(["PredictEndpoint"]);
        let mut request = case.request.clone();
        let given = object([("PredictEndpoint", "https://realtime.us-east-1.amazonaws.com/x?y")]);
        super::predict_host(&case.input(&given), &mut request).unwrap();
        assert_eq!(request.url.to_string(), "https://realtime.us-east-1.amazonaws.com/");
        let given = object([("PredictEndpoint", "realtime")]);
        assert!(super::predict_host(&case.input(&given), &mut request).is_err());
    }
}
