//! CloudSearch Domain.

use super::Outgoing;
use crate::{
    body::ByteStream,
    http::{HeaderValue, Method},
    Result,
};
use bytes::Bytes;

/// Sends the query string as the body of a POST.
pub fn search_by_post(outgoing: &mut Outgoing<'_>) -> Result<()> {
    let request = &mut *outgoing.request;
    if request.method == Method::GET && !request.url.query.is_empty() {
        request.method = Method::POST;
        request.headers.insert("content-type", HeaderValue::from_static("application/x-www-form-urlencoded"));
        request.body = ByteStream::from(Bytes::from(std::mem::take(&mut request.url.query)));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use crate::http::Method;

    #[test]
    fn search_by_post() {
        let mut case = Case::new([]);
        case.request.url.query = "format=sdk&q=foo".to_owned();
        super::search_by_post(&mut case.outgoing()).unwrap();
        assert_eq!(case.request.method, Method::POST);
        assert_eq!(case.request.url.query, "");
        assert_eq!(case.request.body.bytes().unwrap(), "format=sdk&q=foo");
        assert_eq!(case.request.headers["content-type"], "application/x-www-form-urlencoded");
    }
}
