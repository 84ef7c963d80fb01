//! Paginators, as facts: which members carry tokens, limits and results.

use crate::Text;

/// How to walk the pages of an operation (`paginators-1.json`). All paths are JMESPath.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paginator {
    /// The operation.
    pub operation: Text,
    /// The input members that take the tokens.
    pub input_tokens: Box<[Text]>,
    /// Where the next tokens stand in the output, one per input token.
    pub output_tokens: Box<[Text]>,
    /// The input member that limits a page.
    pub limit_key: Option<Text>,
    /// Where the results stand in the output; the first is the one that counts items.
    pub result_keys: Box<[Text]>,
    /// Where the output says that more follows.
    pub more_results: Option<Text>,
    /// Members that are the same on every page.
    pub non_aggregate_keys: Box<[Text]>,
}
