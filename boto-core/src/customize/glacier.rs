//! Glacier.

use super::{Input, Outgoing};
use crate::{
    http::{HeaderName, HeaderValue, Request},
    sign::hash::hex,
    BoxFuture, ByteStream, Error, ErrorKind, Result, Value,
};
use ring::digest::{digest, Context, Digest, SHA256};
use std::future::poll_fn;

/// The caller's own account, unless another one is given.
pub fn account_id(input: &mut Input<'_>) -> Result<()> {
    if input.record.text("accountId").unwrap_or_default().is_empty() {
        input.record.set("accountId", Value::String("-".to_owned()));
    }
    Ok(())
}

/// The version of the API.
pub fn version_header(outgoing: &mut Outgoing<'_>) -> Result<()> {
    if let Ok(version) = HeaderValue::try_from(&*outgoing.service.metadata().api_version) {
        outgoing.request.headers.insert("x-amz-glacier-version", version);
    }
    Ok(())
}

const CONTENT: HeaderName = HeaderName::from_static("x-amz-content-sha256");
const TREE: HeaderName = HeaderName::from_static("x-amz-sha256-tree-hash");

/// The hashes of the body, unless the input gives them. A body that can be read only once is kept in memory.
pub fn tree_hash(request: &mut Request) -> BoxFuture<'_, Result<()>> {
    Box::pin(async move {
        if request.headers.contains_key(CONTENT) && request.headers.contains_key(TREE) {
            return Ok(());
        }
        let mut hash = TreeHash::default();
        match request.body.bytes() {
            Some(bytes) => hash.update(bytes),
            None if request.body.can_replay() => {
                let mut stream = request.body.open()?;
                while let Some(chunk) = poll_fn(|cx| stream.as_mut().poll_next(cx)).await {
                    hash.update(&chunk?);
                }
            }
            None => {
                let bytes = std::mem::take(&mut request.body).collect().await?;
                hash.update(&bytes);
                request.body = ByteStream::from(bytes);
            }
        }
        let (content, tree) = hash.finish();
        for (name, digest) in [(CONTENT, content), (TREE, tree)] {
            let value =
                HeaderValue::try_from(hex(digest.as_ref())).map_err(|e| Error::new(ErrorKind::Usage, e.to_string()))?;
            request.headers.entry(name).or_insert(value);
        }
        Ok(())
    })
}

/// SHA-256 of the whole and as a tree: of each mebibyte, then of each pair of hashes, up to the root.
pub struct TreeHash {
    whole: Context,
    leaf: Context,
    /// Bytes in `leaf`.
    filled: usize,
    /// A hash per level, as in a binary counter: level n stands for 2ⁿ leaves.
    levels: Vec<Option<Digest>>,
    any: bool,
}

impl Default for TreeHash {
    fn default() -> TreeHash {
        let (whole, leaf) = (Context::new(&SHA256), Context::new(&SHA256));
        TreeHash { whole, leaf, filled: 0, levels: Vec::new(), any: false }
    }
}

impl TreeHash {
    const LEAF: usize = 1 << 20;

    /// Takes more bytes.
    pub fn update(&mut self, mut bytes: &[u8]) {
        self.whole.update(bytes);
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(Self::LEAF - self.filled));
            self.leaf.update(now);
            self.filled += now.len();
            bytes = later;
            if self.filled == Self::LEAF {
                self.close_leaf();
            }
        }
    }

    /// The hash of the whole, and the root of the tree.
    pub fn finish(mut self) -> (Digest, Digest) {
        if self.filled > 0 || !self.any {
            self.close_leaf();
        }
        // A node without a sibling moves up as it is.
        let root = self.levels.into_iter().flatten().reduce(|right, left| pair(&left, &right));
        let whole = self.whole.finish();
        (whole, root.unwrap_or(whole))
    }

    fn close_leaf(&mut self) {
        let leaf = std::mem::replace(&mut self.leaf, Context::new(&SHA256));
        let mut node = leaf.finish();
        (self.filled, self.any) = (0, true);
        for level in &mut self.levels {
            match level.take() {
                Some(left) => node = pair(&left, &node),
                None => {
                    *level = Some(node);
                    return;
                }
            }
        }
        self.levels.push(Some(node));
    }
}

fn pair(left: &Digest, right: &Digest) -> Digest {
    digest(&SHA256, &[left.as_ref(), right.as_ref()].concat())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{block_on, object, Case};
    use super::*;

    #[test]
    fn account_id() {
        let case = Case::new(["accountId"]);
        for (given, expected) in
            [(object([]), "-"), (object([("accountId", "")]), "-"), (object([("accountId", "1")]), "1")]
        {
            let mut input = case.input(&given);
            super::account_id(&mut input).unwrap();
            assert_eq!(input.record.text("accountId"), Some(expected));
        }
    }

    #[test]
    fn version_header() {
        let mut case = Case::new([]);
        super::version_header(&mut case.outgoing()).unwrap();
        assert_eq!(case.request.headers["x-amz-glacier-version"], "2026-01-02");
    }

    #[test]
    fn tree_hash() {
        let mut case = Case::new([]);
        case.request.body = ByteStream::from(bytes::Bytes::from_static(b"bytes content"));
        block_on(super::tree_hash(&mut case.request)).unwrap();
        let hash = "570082ad8bbe62151ff301ec79e52c35ab00b742c0431ecb30f4d5e4a8b539ca";
        assert_eq!(case.request.headers[CONTENT], hash);
        assert_eq!(case.request.headers[TREE], hash);
    }

    #[test]
    fn trees_of_any_size_agree_with_the_definition() {
        fn naive(mut level: Vec<Vec<u8>>) -> Vec<u8> {
            while level.len() > 1 {
                let join = |pair: &[Vec<u8>]| match pair {
                    [a, b] => digest(&SHA256, &[&a[..], &b[..]].concat()).as_ref().to_vec(),
                    rest => rest.concat(),
                };
                level = level.chunks(2).map(join).collect();
            }
            level.concat()
        }
        for leaves in 0..12 {
            for extra in [0, 17] {
                let data = vec![b'a'; leaves * TreeHash::LEAF + extra];
                let mut level: Vec<Vec<u8>> =
                    data.chunks(TreeHash::LEAF).map(|c| digest(&SHA256, c).as_ref().to_vec()).collect();
                if level.is_empty() {
                    level.push(digest(&SHA256, b"").as_ref().to_vec());
                }
                let mut hash = TreeHash::default();
                data.chunks(700_001).for_each(|chunk| hash.update(chunk));
                assert_eq!(hash.finish().1.as_ref(), naive(level), "{leaves} leaves and {extra} bytes");
            }
        }
    }
}
