//! Errors are collected and reported together, each on the user's own token.

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
    /// the names would. As a pattern it means nothing, so this adds no error. It costs builds nothing: those with a name
    /// that is not known fail.
    pub fn offer<'a>(&mut self, name: &str, span: Span, names: impl IntoIterator<Item = &'a str>) {
        let ident = |name: &str| syn::parse_str::<Ident>(name).ok();
        let Some(mut token) = ident(name) else { return };
        token.set_span(span);
        let names = names.into_iter().filter_map(ident);
        self.offers.extend(quote! {
            #[allow(warnings)]
            const _: () = {
                #(const #names: () = ();)*
                fn offer() {
                    match () {
                        #token => {}
                    }
                }
            };
        });
    }

    /// What [`Self::offer`] wrote. It goes before all else: editors look for the token where it stands in an expansion
    /// of another word, so nothing before it may depend on it.
    pub fn take_offers(&mut self) -> TokenStream {
        std::mem::take(&mut self.offers)
    }

    /// `compile_error!`s, one for each.
    pub fn into_tokens(self) -> TokenStream {
        self.found.into_iter().map(syn::Error::into_compile_error).collect()
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
