//! Errors are collected and reported together, each on the user's own token.

use super::service;
use boto_model::suggest::nearest;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// Collects errors, and what an editor may offer in their place.
#[derive(Default)]
pub struct Errors {
    found: Vec<syn::Error>,
    offers: TokenStream,
}

impl Errors {
    /// Adds an error on that token.
    pub fn add(&mut self, span: Span, message: impl std::fmt::Display) {
        self.found.push(syn::Error::new(span, message));
    }

    /// Adds what syn found.
    pub fn add_syn(&mut self, error: syn::Error) {
        self.found.push(error);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Lets editors complete a name that is not known (it may not be written to its end): the token stands where one of
    /// the names would. As a pattern it means nothing, so this adds no error.
    pub fn offer<'a>(&mut self, name: &str, span: Span, names: impl IntoIterator<Item = &'a str>) {
        let Ok(mut token) = syn::parse_str::<Ident>(name) else { return };
        token.set_span(span);
        self.offer_for(quote!(#token), names);
    }

    /// The same for a name that is not begun yet: editors ask with a marker in its place, and want the same around it
    /// as without. Lists that end in a comma have this in every build, so it must cost next to nothing: of all that
    /// editors offer in a pattern, and offer once, aliases are the cheapest (20 µs a name; constants are twice that).
    pub fn offer_more<'a>(&mut self, names: impl IntoIterator<Item = &'a str>) {
        self.offer_for(quote!(_), names);
    }

    fn offer_for<'a>(&mut self, pattern: TokenStream, names: impl IntoIterator<Item = &'a str>) {
        let names = names.into_iter().filter(|name| is_name(name));
        // One text, read at once: many small tokens made one by one are slow in a debug build.
        let aliases: String = names.map(|name| format!("type {name} = ();")).collect();
        let Ok(aliases) = service::tokens(&aliases) else { return };
        self.offers.extend(quote! {
            #[allow(
                unused_variables, dead_code, non_snake_case, non_camel_case_types, clippy::all, clippy::pedantic,
                clippy::nursery, clippy::restriction
            )]
            const _: () = {
                fn offer() {
                    match () {
                        #pattern => {}
                    }
                }
                #aliases
            };
        });
    }

    /// What [`Self::offer`] and [`Self::offer_more`] wrote. It goes before all else: editors look for the token where it
    /// stands in an expansion of another word, so nothing before it may depend on it.
    pub fn take_offers(&mut self) -> TokenStream {
        std::mem::take(&mut self.offers)
    }

    /// `compile_error!`s, one for each.
    pub fn into_tokens(self) -> TokenStream {
        self.found.into_iter().map(syn::Error::into_compile_error).collect()
    }
}

/// Whether it can be the name of a type.
fn is_name(name: &str) -> bool {
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    // Keywords have no capitals, but for one.
    match name.bytes().next() {
        Some(b'A'..=b'Z') => plain && name != "Self",
        _ => plain && syn::parse_str::<Ident>(name).is_ok(),
    }
}

/// The names nearest to `wanted`; the one alone that differs in case and signs only.
pub fn near<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let letters = |name: &str| -> String {
        name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
    };
    let names: Vec<&str> = names.into_iter().collect();
    let bare = letters(wanted);
    match names.iter().find(|name| letters(name) == bare) {
        Some(same) => vec![same],
        None => nearest(wanted, names),
    }
}

/// `; did you mean `a`, `b` or `c`?`, or nothing if no name is near.
pub fn did_you_mean<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    match near(wanted, names).as_slice() {
        [] => String::new(),
        [one] => format!("; did you mean `{one}`?"),
        [most @ .., last] => format!("; did you mean `{}` or `{last}`?", most.join("`, `")),
    }
}

/// `1 operation`, `2 operations`.
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
