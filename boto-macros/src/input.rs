//! The grammar of `service!`:
//!
//! ```text
//! [pub | pub(…)] "service" [as module] [, option = value]* [,]
//! ```

use super::{
    emit::Docs,
    errors::{did_you_mean, Errors},
};
use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{
    bracketed,
    ext::IdentExt,
    parse::{Parse, ParseBuffer, ParseStream, Parser},
    punctuated::Punctuated,
    Ident, LitStr, Path, Token, Visibility,
};

/// What the user wrote.
pub struct Input {
    /// `pub` unless another is written.
    pub visibility: Visibility,
    /// The service, or the path of a model.
    pub service: LitStr,
    /// `as name`.
    pub alias: Option<Ident>,
    /// The rest.
    pub options: Options,
}

/// Everything behind the service.
#[derive(Default)]
pub struct Options {
    /// `operations = […]`; all, if absent.
    pub operations: Option<Names>,
    /// `exclude = […]`.
    pub exclude: Names,
    /// `api_version = "…"`.
    pub api_version: Option<LitStr>,
    /// `resources = […] | none | all`.
    pub resources: Resources,
    /// `derives = […]`.
    pub derives: Vec<Derive>,
    /// `serde = none | all`.
    pub serde: Serde,
    /// `docs = none | short | full`.
    pub docs: Docs,
    /// `crate = path`.
    pub krate: Option<Path>,
}

/// A list of names.
#[derive(Default)]
pub struct Names {
    /// The names.
    pub list: Vec<Name>,
    /// Another could be written right before the bracket that closes it: it is empty, or ends in a comma.
    pub open: bool,
}

/// A name of the model, and the token it stands in.
#[derive(Clone)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Its token.
    pub span: Span,
}

/// Which resources to emit.
#[derive(Default)]
pub enum Resources {
    /// The user does not say: all beside all operations, none beside a few.
    #[default]
    Unsaid,
    /// None.
    None,
    /// All; said there.
    All(Span),
    /// These.
    Named(Names),
}

/// Whether types serialize and deserialize.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Serde {
    /// No type does.
    None,
    /// All types do.
    #[default]
    All,
}

/// What to derive on structures.
pub struct Derive {
    /// Only on the structure of this name.
    pub on: Option<Name>,
    /// The derive macros.
    pub paths: Vec<Path>,
}

const OPTIONS: &[&str] = &["operations", "exclude", "api_version", "resources", "derives", "serde", "docs", "crate"];
const EXAMPLE: &str = "write `service!(\"sqs\")` or `service!(\"sqs\", operations = [SendMessage])`";

/// Parses the input of `service!`. What is wrong goes into `errors`; what could be understood is returned.
pub fn parse(tokens: TokenStream, errors: &mut Errors) -> Option<Input> {
    let parser = |stream: ParseStream<'_>| Ok(input(stream, errors));
    let parsed: syn::Result<Option<Input>> = Parser::parse2(parser, tokens);
    match parsed {
        Ok(input) => input,
        Err(error) => {
            errors.add_syn(error);
            None
        }
    }
}

fn input(stream: ParseStream<'_>, errors: &mut Errors) -> Option<Input> {
    let head = match head(stream) {
        Ok(head) => head,
        Err(error) => {
            errors.add_syn(error);
            skip_rest(stream);
            return None;
        }
    };
    let mut options = Options::default();
    let mut seen = Vec::new();
    while !stream.is_empty() {
        if let Err(error) = option(stream, &mut options, &mut seen, errors) {
            errors.add_syn(error);
            skip_to_comma(stream);
        }
    }
    let (visibility, service, alias) = head;
    Some(Input { visibility, service, alias, options })
}

fn head(stream: ParseStream<'_>) -> syn::Result<(Visibility, LitStr, Option<Ident>)> {
    let visibility = match stream.parse()? {
        Visibility::Inherited => syn::parse_quote!(pub),
        written => written,
    };
    if stream.is_empty() {
        return Err(syn::Error::new(Span::call_site(), format!("which service? {EXAMPLE}")));
    }
    let service = if stream.peek(LitStr) {
        stream.parse()?
    } else {
        let token: TokenTree = stream.parse()?;
        let problem = format!("a service is named by a string literal: {EXAMPLE}");
        return Err(syn::Error::new(token.span(), problem));
    };
    let alias = if stream.parse::<Option<Token![as]>>()?.is_some() {
        if stream.is_empty() {
            return Err(stream.error("the name of a module is missing behind `as`"));
        }
        Some(stream.parse()?)
    } else {
        None
    };
    Ok((visibility, service, alias))
}

fn option(
    stream: ParseStream<'_>,
    options: &mut Options,
    seen: &mut Vec<String>,
    errors: &mut Errors,
) -> syn::Result<()> {
    let comma: Option<Token![,]> = stream.parse()?;
    if stream.is_empty() {
        return Ok(());
    }
    if comma.is_none() {
        let token: TokenTree = stream.fork().parse()?;
        return Err(syn::Error::new(token.span(), "a comma is missing before this"));
    }
    if stream.peek(Token![,]) {
        return Err(stream.error("an option is missing before this comma"));
    }
    let name = match stream.call(Ident::parse_any) {
        Ok(name) => name,
        Err(error) => {
            return Err(syn::Error::new(
                error.span(),
                format!("an option is `name = value`, with the names {}", list(OPTIONS)),
            ))
        }
    };
    let text = name.unraw().to_string();
    if !OPTIONS.contains(&text.as_str()) {
        let near = did_you_mean(&text, OPTIONS.iter().copied());
        let names = if near.is_empty() { format!("; there are {}", list(OPTIONS)) } else { near };
        errors.offer(&text, name.span(), OPTIONS.iter().copied());
        errors.add(name.span(), format!("no option `{text}`{names}"));
        skip_to_comma(stream);
        return Ok(());
    }
    if seen.contains(&text) {
        errors.add(name.span(), format!("`{text}` is given twice"));
        skip_to_comma(stream);
        return Ok(());
    }
    if !stream.peek(Token![=]) {
        let span = if stream.is_empty() { name.span() } else { stream.span() };
        seen.push(text.clone());
        return Err(syn::Error::new(span, format!("`{text}` needs a value: `{}`", usage(&text))));
    }
    stream.parse::<Token![=]>()?;
    if stream.is_empty() {
        return Err(syn::Error::new(name.span(), format!("`{text}` needs a value: `{}`", usage(&text))));
    }
    let value = value(&text, stream, options, errors);
    seen.push(text);
    value
}

fn value(option: &str, stream: ParseStream<'_>, options: &mut Options, errors: &mut Errors) -> syn::Result<()> {
    match option {
        "operations" => {
            let span = stream.span();
            let names = names(stream, "operations", errors)?;
            if names.list.is_empty() {
                errors.add(span, "no operation is named; leave `operations` out to have all");
            }
            options.operations = Some(names);
        }
        "exclude" => options.exclude = names(stream, "exclude", errors)?,
        "api_version" => {
            options.api_version = Some(stream.parse().map_err(|e| wrong(&e, "api_version"))?);
        }
        "resources" => {
            options.resources = if stream.peek(syn::token::Bracket) {
                Resources::Named(names(stream, "resources", errors)?)
            } else {
                let word: Ident = stream.parse().map_err(|e| wrong(&e, "resources"))?;
                match word.to_string().as_str() {
                    "none" => Resources::None,
                    "all" => Resources::All(word.span()),
                    other => return Err(word_error(&word, other, "resources", &["none", "all"])),
                }
            };
        }
        "derives" => options.derives = derives(stream)?,
        "serde" => {
            let word: Ident = stream.parse().map_err(|e| wrong(&e, "serde"))?;
            options.serde = match word.to_string().as_str() {
                "none" => Serde::None,
                "all" => Serde::All,
                other => return Err(word_error(&word, other, "serde", &["none", "all"])),
            };
        }
        "docs" => {
            let word: Ident = stream.parse().map_err(|e| wrong(&e, "docs"))?;
            options.docs = match word.to_string().as_str() {
                "none" => Docs::None,
                "short" => Docs::Short,
                "full" => Docs::Full,
                other => return Err(word_error(&word, other, "docs", &["none", "short", "full"])),
            };
        }
        _ => options.krate = Some(stream.call(Path::parse_mod_style).map_err(|e| wrong(&e, "crate"))?),
    }
    Ok(())
}

fn usage(option: &str) -> &'static str {
    match option {
        "operations" => "operations = [SendMessage, ReceiveMessage]",
        "exclude" => "exclude = [AddPermission]",
        "api_version" => "api_version = \"2012-11-05\"",
        "resources" => "resources = [Queue]`, `resources = all` or `resources = none",
        "derives" => "derives = [Hash, Message = [Eq]]",
        "serde" => "serde = none` or `serde = all",
        "docs" => "docs = none`, `docs = short` or `docs = full",
        _ => "crate = path::to::boto_core",
    }
}

fn wrong(error: &syn::Error, option: &str) -> syn::Error {
    syn::Error::new(error.span(), format!("not a value for `{option}`: write `{}`", usage(option)))
}

fn word_error(word: &Ident, given: &str, option: &str, words: &[&str]) -> syn::Error {
    let near = did_you_mean(given, words.iter().copied());
    let rest = if near.is_empty() { format!("; there are {}", list(words)) } else { near };
    syn::Error::new(word.span(), format!("`{option}` cannot be `{given}`{rest}"))
}

/// `[SendMessage, "ReceiveMessage"]`. Where a comma is missing, as it does while a name is being written before others,
/// both names are read all the same.
fn names(stream: ParseStream<'_>, option: &str, errors: &mut Errors) -> syn::Result<Names> {
    let content = open_bracket(stream, option)?;
    let mut names = Names { list: Vec::new(), open: true };
    while !content.is_empty() {
        if !names.open && (content.peek(Ident::peek_any) || content.peek(LitStr)) {
            errors.add(content.span(), "a comma is missing before this");
        }
        match content.parse() {
            Ok(name) => names.list.push(name),
            Err(error) => {
                skip_rest(&content);
                return Err(error);
            }
        }
        names.open = content.parse::<Option<Token![,]>>()?.is_some();
    }
    Ok(names)
}

fn bracket<T: Parse>(stream: ParseStream<'_>, option: &str) -> syn::Result<Punctuated<T, Token![,]>> {
    let content = open_bracket(stream, option)?;
    let rest = |error: syn::Error| {
        skip_rest(&content);
        error
    };
    Punctuated::parse_terminated(&content).map_err(rest)
}

/// What is in the brackets that come next.
fn open_bracket<'a>(stream: ParseStream<'a>, option: &str) -> syn::Result<ParseBuffer<'a>> {
    if !stream.peek(syn::token::Bracket) {
        let token: TokenTree = stream.fork().parse()?;
        return Err(syn::Error::new(token.span(), format!("a list in brackets is wanted: `{}`", usage(option))));
    }
    let content;
    bracketed!(content in stream);
    Ok(content)
}

impl Parse for Name {
    fn parse(stream: ParseStream<'_>) -> syn::Result<Name> {
        if stream.peek(LitStr) {
            let literal: LitStr = stream.parse()?;
            return Ok(Name { text: literal.value(), span: literal.span() });
        }
        match stream.call(Ident::parse_any) {
            Ok(ident) => Ok(Name { text: ident.unraw().to_string(), span: ident.span() }),
            Err(error) => {
                Err(syn::Error::new(error.span(), "a name of the model is wanted here, as in `[SendMessage]`"))
            }
        }
    }
}

/// `[Hash, Message = [Eq, Hash]]`.
fn derives(stream: ParseStream<'_>) -> syn::Result<Vec<Derive>> {
    let items: Punctuated<Derive, Token![,]> = bracket(stream, "derives")?;
    Ok(items.into_iter().collect())
}

impl Parse for Derive {
    fn parse(stream: ParseStream<'_>) -> syn::Result<Derive> {
        if stream.peek2(Token![=]) {
            let on: Name = stream.parse()?;
            stream.parse::<Token![=]>()?;
            let paths: Punctuated<Macro, Token![,]> = bracket(stream, "derives")?;
            let paths = paths.into_iter().map(|Macro(path)| path).collect();
            return Ok(Derive { on: Some(on), paths });
        }
        stream.parse().map(|Macro(path)| Derive { on: None, paths: vec![path] })
    }
}

/// A derive macro.
struct Macro(Path);

impl Parse for Macro {
    fn parse(stream: ParseStream<'_>) -> syn::Result<Macro> {
        stream.call(Path::parse_mod_style).map(Macro).map_err(|error| {
            syn::Error::new(error.span(), "a derive macro is wanted here, as in `[Hash, Message = [Eq]]`")
        })
    }
}

/// The words, in backquotes.
pub fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

pub fn skip_to_comma(stream: ParseStream<'_>) {
    while !stream.is_empty() && !stream.peek(Token![,]) {
        if stream.parse::<TokenTree>().is_err() {
            return;
        }
    }
}

fn skip_rest(stream: ParseStream<'_>) {
    let _: syn::Result<TokenStream> = stream.parse();
}
