//! S3, typed and untyped alike: buckets, objects of all sizes under awkward keys, multipart uploads.

mod objects;
mod typed;
mod untyped;

/// Keys that break programs which encode, decode or normalise once too often.
const KEYS: [&str; 14] = [
    "plain",
    "with space",
    "plus+plus",
    "per%cent",
    "per%20cent",
    "ünïcödé/☃/日本",
    "a/../b",
    "../up",
    "./here",
    "a/./b",
    "a//b",
    "quote'\"quote",
    "q?uery=1&x#y",
    "tilde~star*(paren)!@$,;:=[]{}|^`\\<>",
];
