//! Polly.

use crate::http::{Method, Request};

/// Makes a presigned request for speech one that a browser or player can send: a GET without headers to keep to. The
/// members of its body stand in the query by then.
pub fn speech_by_get(request: &mut Request) {
    request.method = Method::GET;
    request.headers.remove("content-type");
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use crate::http::{HeaderValue, Method};

    #[test]
    fn speech_by_get() {
        let mut case = Case::new([]);
        case.request.method = Method::POST;
        case.request.headers.insert("content-type", HeaderValue::from_static("application/json"));
        super::speech_by_get(&mut case.request);
        assert_eq!(case.request.method, Method::GET);
        assert!(!case.request.headers.contains_key("content-type"));
    }
}
