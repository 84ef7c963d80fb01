//! A struct with its attributes, as the user declared it.

use super::{
    super::errors::Errors,
    grammar::{self, Item, Options},
};
use syn::{parse::ParseStream, Data, DeriveInput, Fields, Ident, LitStr, Path, Token, Type, Visibility};

/// A struct that is to be a resource or a collection.
pub struct Declared {
    /// The struct.
    pub ident: Ident,
    /// Its visibility, which the methods share.
    pub visibility: Visibility,
    /// The service.
    pub service: Option<LitStr>,
    /// The shape of the data, where no load says it.
    pub shape: Option<LitStr>,
    /// `crate = path`.
    pub krate: Option<Path>,
    /// The function that says what it does differently.
    pub base: Option<Path>,
    /// The operation that loads, or lists.
    pub main: Option<(LitStr, Options)>,
    /// `create(…)` of a collection.
    pub create: Option<(LitStr, Options)>,
    /// The type of a collection's resources.
    pub resource: Option<Type>,
    /// Actions.
    pub actions: Vec<Item>,
    /// Collections.
    pub many: Vec<Item>,
    /// Relations.
    pub has: Vec<Item>,
    /// Waiters.
    pub waiters: Vec<Item>,
    /// Batch actions.
    pub batches: Vec<Item>,
    /// The fields, all of them.
    pub fields: Vec<Field>,
}

/// A field.
pub struct Field {
    /// Its name.
    pub ident: Ident,
    /// Its type.
    pub kind: Type,
    /// What it holds.
    pub role: Role,
}

/// What a field holds.
pub enum Role {
    /// An identifier, and the member it goes to.
    Identifier(Option<LitStr>),
    /// An attribute.
    Attribute(Attribute),
    /// A parameter of the operation that lists.
    Param(Option<LitStr>),
    /// The untyped resource or collection below.
    Untyped,
    /// Nothing of ours: made by `Default`.
    Other,
}

/// An attribute.
#[derive(Default)]
pub struct Attribute {
    /// Where it stands; else at the member of the field's name.
    pub path: Option<LitStr>,
    /// The text that is found is JSON, and the value is in it.
    pub json: bool,
    /// Absent means `Default`.
    pub default: bool,
    /// The user's own conversion.
    pub with: Option<Path>,
}

/// Which of the two.
#[derive(Clone, Copy, PartialEq)]
pub enum Derive {
    /// `#[derive(Resource)]`.
    Resource,
    /// `#[derive(Collection)]`.
    Collection,
}

impl Derive {
    /// The name of its attributes.
    pub fn word(self) -> &'static str {
        match self {
            Derive::Resource => "resource",
            Derive::Collection => "collection",
        }
    }

    /// What the attribute of the struct may say.
    fn words(self) -> &'static [&'static str] {
        match self {
            Derive::Resource => &["service", "shape", "load", "action", "many", "has", "waiter", "batch", "base", "crate"],
            Derive::Collection => &["service", "list", "resource", "identifiers", "params", "path", "create", "base", "crate"],
        }
    }

    /// What the attribute of a field may say.
    fn field_words(self) -> &'static [&'static str] {
        match self {
            Derive::Resource => &["identifier", "attribute", "json", "default", "with", "untyped"],
            Derive::Collection => &["param", "untyped"],
        }
    }
}

/// Reads a struct. What is wrong goes into `errors`; what could be understood is returned.
pub fn declared(input: &DeriveInput, derive: Derive, errors: &mut Errors) -> Option<Declared> {
    let fields = match &input.data {
        Data::Struct(of) => &of.fields,
        Data::Enum(of) => {
            errors.add(of.enum_token.span, format!("a {} is a struct", derive.word()));
            return None;
        }
        Data::Union(of) => {
            errors.add(of.union_token.span, format!("a {} is a struct", derive.word()));
            return None;
        }
    };
    let Fields::Named(fields) = fields else {
        errors.add(input.ident.span(), format!("a {} is a struct with named fields", derive.word()));
        return None;
    };
    if !input.generics.params.is_empty() {
        errors.add_syn(syn::Error::new_spanned(&input.generics, format!("a {} has no parameters", derive.word())));
        return None;
    }
    let mut declared = Declared {
        ident: input.ident.clone(),
        visibility: input.vis.clone(),
        service: None,
        shape: None,
        krate: None,
        base: None,
        main: None,
        create: None,
        resource: None,
        actions: Vec::new(),
        many: Vec::new(),
        has: Vec::new(),
        waiters: Vec::new(),
        batches: Vec::new(),
        fields: Vec::new(),
    };
    let mut own = Options::default();
    let mut seen: Vec<String> = Vec::new();
    grammar::attributes(&input.attrs, derive.word(), derive.words(), errors, &mut |word, stream, errors| {
        let text = word.to_string();
        if seen.contains(&text) && !matches!(&*text, "action" | "many" | "has" | "waiter" | "batch") {
            errors.add(word.span(), format!("`{text}` is given twice"));
        }
        seen.push(text);
        part(&mut declared, &mut own, word, stream, errors)
    });
    if let Some((_, options)) = declared.main.as_mut().filter(|_| derive == Derive::Collection) {
        options.params.append(&mut own.params);
        options.identifiers.append(&mut own.identifiers);
        options.path = own.path.or(options.path.take());
    }
    for field in &fields.named {
        let Some(ident) = field.ident.clone() else { continue };
        let role = role(&field.attrs, derive, errors);
        declared.fields.push(Field { ident, kind: field.ty.clone(), role });
    }
    complete(&declared, derive, input, errors).then_some(declared)
}

fn part(
    declared: &mut Declared,
    own: &mut Options,
    word: &Ident,
    stream: ParseStream<'_>,
    errors: &mut Errors,
) -> syn::Result<()> {
    match word.to_string().as_str() {
        "service" => declared.service = Some(grammar::text(stream, word)?),
        "shape" => declared.shape = Some(grammar::text(stream, word)?),
        "load" | "list" => declared.main = Some(grammar::operation(stream, word, errors)?),
        "create" => declared.create = Some(grammar::operation(stream, word, errors)?),
        "resource" => declared.resource = Some(grammar::kind(stream, word)?),
        "action" => declared.actions.push(grammar::item(stream, word, errors)?),
        "many" => declared.many.push(grammar::item(stream, word, errors)?),
        "has" => declared.has.push(grammar::item(stream, word, errors)?),
        "waiter" => declared.waiters.push(grammar::item(stream, word, errors)?),
        "batch" => declared.batches.push(grammar::item(stream, word, errors)?),
        "crate" => declared.krate = Some(path(stream, word)?),
        "base" => declared.base = Some(path(stream, word)?),
        _ => grammar::option(own, word, stream)?,
    }
    Ok(())
}

/// `= path`.
fn path(stream: ParseStream<'_>, word: &Ident) -> syn::Result<Path> {
    let wrong = |error: syn::Error| syn::Error::new(error.span(), format!("write `{word} = path`"));
    stream.parse::<Token![=]>().map_err(wrong)?;
    stream.call(Path::parse_mod_style).map_err(wrong)
}

fn role(attributes: &[syn::Attribute], derive: Derive, errors: &mut Errors) -> Role {
    let mut role = Role::Other;
    let mut more = Attribute::default();
    let mut refined: Option<Ident> = None;
    grammar::attributes(attributes, derive.word(), derive.field_words(), errors, &mut |word, stream, errors| {
        let mut is = |new: Role| match role {
            Role::Other => role = new,
            _ => errors.add(word.span(), "a field is one thing only"),
        };
        let path = |stream: ParseStream<'_>| match stream.peek(Token![=]) {
            true => grammar::text(stream, word).map(Some),
            false => Ok(None),
        };
        match word.to_string().as_str() {
            "identifier" => is(Role::Identifier(path(stream)?)),
            "attribute" => is(Role::Attribute(Attribute { path: path(stream)?, ..Attribute::default() })),
            "param" => is(Role::Param(path(stream)?)),
            "untyped" => is(Role::Untyped),
            "with" => {
                stream.parse::<Token![=]>().map_err(|e| syn::Error::new(e.span(), "write `with = function`"))?;
                more.with = Some(stream.call(Path::parse_mod_style)?);
                refined = Some(word.clone());
            }
            other => {
                more.json |= other == "json";
                more.default |= other == "default";
                refined = Some(word.clone());
            }
        }
        Ok(())
    });
    match (&mut role, refined) {
        (Role::Attribute(attribute), _) => *attribute = Attribute { path: attribute.path.take(), ..more },
        (_, Some(word)) => errors.add(word.span(), format!("`{word}` is for attributes")),
        _ => {}
    }
    role
}

/// Whether everything is there without which nothing can be made.
fn complete(declared: &Declared, derive: Derive, input: &DeriveInput, errors: &mut Errors) -> bool {
    let word = derive.word();
    let at = input
        .attrs
        .iter()
        .find(|a| a.path().is_ident(word))
        .map_or(input.ident.span(), |a| syn::spanned::Spanned::span(a.path()));
    let mut all = true;
    let mut missing = |is: bool, message: String| {
        if is {
            errors.add(at, message);
            all = false;
        }
    };
    missing(declared.service.is_none(), format!("which service? write `#[{word}(service = \"sqs\", …)]`"));
    if derive == Derive::Collection {
        missing(declared.main.is_none(), "which operation lists it? write `list = \"ListQueues\"`".to_owned());
        missing(declared.resource.is_none(), "of which resources? write `resource = Type`".to_owned());
    }
    let untyped = declared.fields.iter().filter(|field| matches!(field.role, Role::Untyped)).count();
    if untyped != 1 {
        let kind = if derive == Derive::Resource { "Resource" } else { "Collection" };
        let field = format!("`#[{word}(untyped)] untyped: boto_core::resource::{kind}`");
        let message = match untyped {
            0 => format!("it stands on an untyped one: add the field {field}"),
            _ => format!("one field is enough: {field}"),
        };
        errors.add(input.ident.span(), message);
        all = false;
    }
    all
}
