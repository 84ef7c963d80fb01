//! `service!`: input → resolve → plan → emit.

use super::{
    emit::{self, Choices, Docs, Piece},
    errors::Errors,
    input::{self, Input},
    plan::{Plan, Resources},
    resolve::{self, Resolved},
};
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{quote, ToTokens};
use std::path::Path;

/// Expands `service!`.
pub fn expand(tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let module = input::parse(tokens, &mut errors)
        .and_then(|input| resolve::resolve(&input, &mut errors).map(|resolved| module(input, resolved, &mut errors)));
    let (offers, errors) = (errors.take_offers(), errors.into_tokens());
    quote! { #offers #module #errors }
}

fn module(input: Input, resolved: Resolved, errors: &mut Errors) -> TokenStream {
    let Resolved { service, siblings, official, owners, module, prose, track, resources } = resolved;
    let mut plan = Plan::new(service, &siblings, official);
    plan.prose = prose;
    plan.resources = Resources::new(&plan, &resources.set, resources.left_out);
    let derives = resolve::derives(&input, &plan, errors);
    let named = resources.spans.iter().any(Option::is_some);
    let by_operation = !owners.is_empty() || named;
    let choices = Choices { docs: input.options.docs, derives, serde: input.options.serde, by_operation };
    let written = emit::module(&plan, &choices);

    // Operations first, then resources.
    let operations = plan.operations.len();
    let span_of = |piece: &Piece| match piece.owner {
        Some(index) if index < operations => owners.get(index).copied().flatten(),
        Some(index) => resources.spans.get(index - operations).copied().flatten(),
        None => None,
    };
    let tokens =
        |pieces: &[Piece]| pieces.iter().map(|piece| lex(&piece.text, span_of(piece))).collect::<TokenStream>();
    let (root, types) = (tokens(&written.root), tokens(&written.types));
    let attributes = lex(emit::MODULE_ATTRIBUTES, None);
    let undocumented = (input.options.docs == Docs::None).then(|| quote!(#[allow(missing_docs)]));
    let track = track.iter().map(|path| {
        quote!(
            const _: &[u8] = boto::include_bytes!(#path);
        )
    });
    let krate = match &input.options.krate {
        Some(path) => path.to_token_stream(),
        None => quote!(::boto_core),
    };
    let about = format!("{}: connection, call and types.", plan.service.metadata().full_name);
    let visibility = &input.visibility;
    let guard = twice_guard(&module);
    let expansion = quote! {
        #[doc = #about]
        #attributes
        #undocumented
        #visibility mod #module {
            use #krate::__private as boto;
            #(#track)*
            #root
            #[doc = "Inputs, outputs and the types inside them."]
            pub mod types {
                use super::{boto, TABLE};
                #types
            }
        }
        #guard
    };
    if let Some(directory) = std::env::var_os("BOTO_EXPAND") {
        if let Err(error) = write_down(directory.as_ref(), &name_of(&module), &expansion) {
            errors.add(Span::call_site(), format!("BOTO_EXPAND: {error}"));
        }
    }
    expansion
}

/// Writes an expansion into the directory that the user named, for people to read or to check in.
fn write_down(directory: &Path, module: &str, tokens: &TokenStream) -> std::io::Result<()> {
    std::fs::create_dir_all(directory)?;
    let path = directory.join(format!("{module}.rs"));
    std::fs::write(&path, tokens.to_string())?;
    // Without rustfmt it is as good, if less pretty.
    let _ = std::process::Command::new("rustfmt").args(["--edition", "2021"]).arg(&path).output();
    Ok(())
}

/// The name of a module without `r#`.
fn name_of(module: &Ident) -> String {
    let name = module.to_string();
    name.strip_prefix("r#").map(str::to_owned).unwrap_or(name)
}

/// Two modules of one name are the compiler's error to report; the name of this item says what to do about it.
fn twice_guard(module: &Ident) -> TokenStream {
    let name = name_of(module);
    let hint = Ident::new(&format!("__write_service_{name}_as_another_name_for_the_second_one"), module.span());
    quote! {
        #[doc(hidden)]
        #[allow(dead_code, non_camel_case_types)]
        enum #hint {}
    }
}

/// Source to tokens; what an operation asked for carries the span of the token that named the operation.
fn lex(text: &str, span: Option<Span>) -> TokenStream {
    match parse(text) {
        Ok(tokens) => match span {
            Some(span) => respan(tokens, span.resolved_at(Span::call_site())),
            None => tokens,
        },
        Err(error) => {
            let message = format!("service! wrote what is no Rust, please report it: {error}");
            quote!(::core::compile_error!(#message);)
        }
    }
}

fn parse(text: &str) -> Result<TokenStream, String> {
    tokens(&documented(text))
}

/// Source to tokens.
pub fn tokens(text: &str) -> Result<TokenStream, String> {
    // The compiler's own lexer: proc-macro2's would read every megabyte a second time, in a debug build.
    if proc_macro::is_available() {
        return text.parse::<proc_macro::TokenStream>().map(Into::into).map_err(|error| error.to_string());
    }
    text.parse().map_err(|error: proc_macro2::LexError| error.to_string())
}

/// The same source with `#[doc]` in place of comments: editors read a comment out of a macro with a slash too many.
fn documented(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = text;
    loop {
        // What is no comment is copied as it stands.
        let code = if rest.starts_with("///") { 0 } else { rest.find("\n///").map_or(rest.len(), |at| at + 1) };
        let (before, comments) = rest.split_at(code);
        out.push_str(before);
        let Some(comment) = comments.strip_prefix("///") else { return out };
        let (comment, after) = comment.split_once('\n').unwrap_or((comment, ""));
        rest = after;
        out.push_str("#[doc=\"");
        // One by one: unoptimised, as macros mostly are, searching for either is slow.
        if comment.contains('"') || comment.contains('\\') {
            out.push_str(&comment.replace('\\', "\\\\").replace('"', "\\\""));
        } else {
            out.push_str(comment);
        }
        out.push_str("\"]\n");
    }
}

fn respan(tokens: TokenStream, span: Span) -> TokenStream {
    let move_to = |mut token: TokenTree| {
        if let TokenTree::Group(group) = &token {
            let mut moved = Group::new(group.delimiter(), respan(group.stream(), span));
            moved.set_span(span);
            return TokenTree::Group(moved);
        }
        token.set_span(span);
        token
    };
    tokens.into_iter().map(move_to).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_become_attributes_and_say_the_same() {
        let text = "/// Says \"so\", with a \\ in it.\n///\n/// More.\npub struct Said;\n";
        let comments: TokenStream = text.parse().unwrap();
        let attributes = parse(text).unwrap();
        assert!(documented(text).starts_with("#[doc=\""));
        let docs = |tokens: TokenStream| {
            let item: syn::ItemStruct = syn::parse2(tokens).unwrap();
            item.attrs.iter().map(|a| quote!(#a).to_string()).collect::<Vec<_>>()
        };
        assert_eq!(docs(attributes), docs(comments));
    }
}
