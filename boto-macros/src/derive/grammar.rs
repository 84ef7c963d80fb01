//! What `#[resource(…)]` and `#[collection(…)]` may say: lists of `name`, `name = value` and `name(…)`.

use super::super::{
    errors::{did_you_mean, Errors},
    input::{list, skip_to_comma},
};
use proc_macro2::Span;
use syn::{
    ext::IdentExt,
    parenthesized,
    parse::ParseStream,
    punctuated::Punctuated,
    token::{Bracket, Paren},
    Attribute, Ident, LitBool, LitInt, LitStr, Token, Type,
};

/// A name of the model in the user's code: a word or a string.
#[derive(Clone)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Its token.
    pub span: Span,
    /// The literal, if it is one: errors go inside it where they can.
    pub literal: Option<LitStr>,
}

/// A value that goes somewhere.
#[derive(Clone)]
pub enum Given {
    /// A string: a constant among `params`, a path of the answer among `identifiers`.
    Text(LitStr),
    /// `value("…")`: a constant.
    Value(LitStr),
    /// A number.
    Integer(i64, Span),
    /// `true`, `false`.
    Boolean(bool, Span),
    /// Several.
    List(Vec<Given>, Span),
    /// `id(field)`: an identifier of this resource.
    Identifier(Ident),
    /// `data("path")`: something of this resource's data.
    Data(LitStr),
    /// `request("path")`: something of the input.
    Request(LitStr),
    /// `given`: an argument of the method.
    Input(Span),
}

/// Something that calls an operation (or leads somewhere) and what it says besides.
pub struct Item {
    /// The method.
    pub name: Ident,
    /// The operation or waiter; none for relations.
    pub operation: Option<LitStr>,
    /// The type of resources it leads to.
    pub kind: Option<Type>,
    /// The rest.
    pub options: Options,
}

/// What goes in and what comes out.
#[derive(Default)]
pub struct Options {
    /// `params(Member = value)`.
    pub params: Vec<(Name, Given)>,
    /// `args(Member, name = "Member")`.
    pub arguments: Vec<(Option<Ident>, Name)>,
    /// `path = "…"`.
    pub path: Option<LitStr>,
    /// `output = Type`.
    pub output: Option<Type>,
    /// `makes = Type`.
    pub makes: Option<Type>,
    /// `identifiers(name = "path")`.
    pub identifiers: Vec<(Name, Given)>,
}

/// The names of options, by what they belong to.
pub const OPTIONS: &[&str] = &["params", "args", "path", "output", "makes", "identifiers"];

/// Reads every attribute of that name; `each` takes what stands behind a name of `known`.
pub fn attributes(
    attributes: &[Attribute],
    name: &str,
    known: &[&str],
    errors: &mut Errors,
    each: &mut dyn FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<()>,
) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        if attribute.meta.require_list().is_err() {
            errors.add_syn(syn::Error::new_spanned(
                attribute,
                format!("what of it? write `#[{name}(…)]`, with {}", list(known)),
            ));
            continue;
        }
        let parsed = attribute.parse_args_with(|stream: ParseStream<'_>| {
            items(stream, known, errors, each);
            Ok(())
        });
        if let Err(error) = parsed {
            errors.add_syn(error);
        }
    }
}

/// Reads a list of items, with commas between them.
pub fn items(
    stream: ParseStream<'_>,
    known: &[&str],
    errors: &mut Errors,
    each: &mut dyn FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<()>,
) {
    while !stream.is_empty() {
        let read = stream
            .call(Ident::parse_any)
            .map_err(|error| syn::Error::new(error.span(), format!("one of the words {} is wanted here", list(known))));
        let outcome = read.and_then(|name| {
            let text = name.unraw().to_string();
            if known.contains(&text.as_str()) {
                return each(&name, stream, errors);
            }
            let near = did_you_mean(&text, known.iter().copied());
            let names = if near.is_empty() { format!("; there are {}", list(known)) } else { near };
            errors.add(name.span(), format!("no `{text}` here{names}"));
            skip_to_comma(stream);
            Ok(())
        });
        if let Err(error) = outcome {
            errors.add_syn(error);
            skip_to_comma(stream);
        }
        if !stream.is_empty() && stream.parse::<Token![,]>().is_err() {
            errors.add(stream.span(), "a comma is wanted here");
            skip_to_comma(stream);
            let _ = stream.parse::<Token![,]>();
        }
    }
}

/// `(name = "Operation", option…)` or `(name: Type = "Operation", option…)`.
pub fn item(stream: ParseStream<'_>, word: &Ident, errors: &mut Errors) -> syn::Result<Item> {
    let usage = usage(&word.to_string());
    if !stream.peek(Paren) {
        return Err(syn::Error::new(word.span(), format!("write `{usage}`")));
    }
    let content;
    parenthesized!(content in stream);
    let wrong = |error: syn::Error| syn::Error::new(error.span(), format!("write `{usage}`"));
    let name = content.call(Ident::parse_any).map_err(wrong)?;
    let kind = match content.parse::<Option<Token![:]>>()? {
        Some(_) => Some(content.parse::<Type>().map_err(wrong)?),
        None => None,
    };
    let operation = match content.parse::<Option<Token![=]>>()? {
        Some(_) => Some(content.parse::<LitStr>().map_err(wrong)?),
        None => None,
    };
    let missing = match word.to_string().as_str() {
        "has" => kind.is_none(),
        "many" => kind.is_none() || operation.is_none(),
        _ => operation.is_none(),
    };
    if missing {
        return Err(syn::Error::new(name.span(), format!("write `{usage}`")));
    }
    let options = rest(&content, errors);
    Ok(Item { name, operation, kind, options })
}

fn usage(word: &str) -> &'static str {
    match word {
        "has" => "has(queue: Queue, identifiers(url = id(queue_url)))",
        "many" => "many(jobs: Job = \"ListJobs\", identifiers(id = \"Jobs[].Id\"))",
        "waiter" => "waiter(wait_until_exists = \"BucketExists\")",
        "batch" => "batch(delete_all = \"DeleteMessageBatch\", params(\"Entries[*].Id\" = id(id)))",
        _ => "action(purge = \"PurgeQueue\")",
    }
}

/// `= "Operation"` or `("Operation", option…)`.
pub fn operation(stream: ParseStream<'_>, word: &Ident, errors: &mut Errors) -> syn::Result<(LitStr, Options)> {
    let usage = || format!("write `{word} = \"Operation\"` or `{word}(\"Operation\", params(…))`");
    let wrong = |error: syn::Error| syn::Error::new(error.span(), usage());
    if stream.parse::<Option<Token![=]>>()?.is_some() {
        return Ok((stream.parse().map_err(wrong)?, Options::default()));
    }
    if !stream.peek(Paren) {
        return Err(syn::Error::new(word.span(), usage()));
    }
    let content;
    parenthesized!(content in stream);
    let operation = content.parse().map_err(wrong)?;
    Ok((operation, rest(&content, errors)))
}

/// The options behind a first part.
fn rest(stream: ParseStream<'_>, errors: &mut Errors) -> Options {
    let mut options = Options::default();
    if stream.is_empty() {
        return options;
    }
    if let Err(error) = stream.parse::<Token![,]>() {
        errors.add_syn(error);
        skip_to_comma(stream);
        let _ = stream.parse::<Token![,]>();
    }
    items(stream, OPTIONS, errors, &mut |word, stream, _| option(&mut options, word, stream));
    options
}

/// One option.
pub fn option(options: &mut Options, word: &Ident, stream: ParseStream<'_>) -> syn::Result<()> {
    match word.to_string().as_str() {
        "params" => options.params = pairs(stream, word, "params(Member = \"constant\", Other = id(field))")?,
        "identifiers" => options.identifiers = pairs(stream, word, "identifiers(name = \"Path.In.The[].Answer\")")?,
        "args" => {
            options.arguments = group(stream, word, "args(Member)", |stream| {
                let name = stream.call(name_of)?;
                if name.literal.is_none() && stream.parse::<Option<Token![=]>>()?.is_some() {
                    return Ok((Some(Ident::new(&name.text, name.span)), name_of(stream)?));
                }
                Ok((None, name))
            })?;
        }
        "path" => options.path = Some(text(stream, word)?),
        "output" => options.output = Some(kind(stream, word)?),
        _ => options.makes = Some(kind(stream, word)?),
    }
    Ok(())
}

/// `= "text"`.
pub fn text(stream: ParseStream<'_>, word: &Ident) -> syn::Result<LitStr> {
    let wrong = || {
        syn::Error::new(if stream.is_empty() { word.span() } else { stream.span() }, format!("write `{word} = \"…\"`"))
    };
    stream.parse::<Token![=]>().map_err(|_| wrong())?;
    stream.parse().map_err(|_| wrong())
}

/// `= Type`.
pub fn kind(stream: ParseStream<'_>, word: &Ident) -> syn::Result<Type> {
    let wrong = || {
        syn::Error::new(if stream.is_empty() { word.span() } else { stream.span() }, format!("write `{word} = Type`"))
    };
    stream.parse::<Token![=]>().map_err(|_| wrong())?;
    stream.parse().map_err(|_| wrong())
}

fn pairs(stream: ParseStream<'_>, word: &Ident, usage: &str) -> syn::Result<Vec<(Name, Given)>> {
    group(stream, word, usage, |stream| {
        let name = name_of(stream)?;
        stream.parse::<Token![=]>().map_err(|e| syn::Error::new(e.span(), "write `name = value`"))?;
        Ok((name, given(stream)?))
    })
}

fn group<T>(
    stream: ParseStream<'_>,
    word: &Ident,
    usage: &str,
    each: fn(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<Vec<T>> {
    if !stream.peek(Paren) {
        return Err(syn::Error::new(word.span(), format!("write `{usage}`")));
    }
    let content;
    parenthesized!(content in stream);
    let all: Punctuated<T, Token![,]> = content.parse_terminated(each, Token![,])?;
    Ok(all.into_iter().collect())
}

fn name_of(stream: ParseStream<'_>) -> syn::Result<Name> {
    if stream.peek(LitStr) {
        let literal: LitStr = stream.parse()?;
        return Ok(Name { text: literal.value(), span: literal.span(), literal: Some(literal) });
    }
    match stream.call(Ident::parse_any) {
        Ok(ident) => Ok(Name { text: ident.unraw().to_string(), span: ident.span(), literal: None }),
        Err(error) => Err(syn::Error::new(error.span(), "a name is wanted here, as a word or a string")),
    }
}

fn given(stream: ParseStream<'_>) -> syn::Result<Given> {
    let span = stream.span();
    if stream.peek(LitStr) {
        return stream.parse().map(Given::Text);
    }
    if stream.peek(LitInt) || stream.peek(Token![-]) {
        let minus = stream.parse::<Option<Token![-]>>()?.is_some();
        let number: i64 = stream.parse::<LitInt>()?.base10_parse()?;
        return Ok(Given::Integer(if minus { -number } else { number }, span));
    }
    if stream.peek(LitBool) {
        return Ok(Given::Boolean(stream.parse::<LitBool>()?.value, span));
    }
    if stream.peek(Bracket) {
        let content;
        syn::bracketed!(content in stream);
        let all: Punctuated<Given, Token![,]> = content.parse_terminated(given, Token![,])?;
        return Ok(Given::List(all.into_iter().collect(), span));
    }
    const WORDS: &[&str] = &["id", "data", "request", "value", "given"];
    let wrong = |span| {
        syn::Error::new(span, format!("a constant, a list of them, or one of the words {} is wanted here", list(WORDS)))
    };
    let word = stream.call(Ident::parse_any).map_err(|error| wrong(error.span()))?;
    if word == "given" {
        return Ok(Given::Input(word.span()));
    }
    if !WORDS.contains(&word.to_string().as_str()) || !stream.peek(Paren) {
        return Err(wrong(word.span()));
    }
    let content;
    parenthesized!(content in stream);
    match word.to_string().as_str() {
        "id" => content.call(Ident::parse_any).map(Given::Identifier),
        "data" => content.parse().map(Given::Data),
        "request" => content.parse().map(Given::Request),
        _ => content.parse().map(Given::Value),
    }
}
