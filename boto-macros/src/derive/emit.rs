//! The code of a derived resource or collection: everything inside one unnamed constant, so that no name gets out.

use super::{
    check::plain,
    declared::{Declared, Derive, Field, Role},
    plan::{Argument, Does, Method, Number, Plan, Taken},
};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{quote, quote_spanned, ToTokens};
use syn::DeriveInput;

/// What stands in for something that cannot be made, so that one mistake gives one error. It never runs: it is only
/// written beside an error, which keeps the program from being built.
pub fn stub(input: &DeriveInput, derive: Derive) -> TokenStream {
    let ident = &input.ident;
    match derive {
        Derive::Resource if input.generics.params.is_empty() => quote! {
            #[automatically_derived]
            impl ::boto_core::Resource for #ident {
                const NAME: &'static str = "";
                const IDENTIFIERS: &'static [&'static str] = &[];
                fn definitions() -> &'static ::boto_core::__private::resources::Definitions { ::core::unreachable!() }
                fn from_untyped(_: ::boto_core::__private::Untyped) -> ::boto_core::Result<Self> { ::core::unreachable!() }
                fn untyped(&self) -> &::boto_core::__private::Untyped { ::core::unreachable!() }
            }
        },
        _ => TokenStream::new(),
    }
}

/// Writes everything.
pub fn write(declared: &Declared, derive: Derive, plan: &Plan, table: &[u8], track: &[String]) -> TokenStream {
    let krate = declared.krate.as_ref().map_or_else(|| quote!(::boto_core), ToTokens::to_token_stream);
    let table = Literal::byte_string(table);
    let text = plan.set.to_json();
    let others = plan.others.iter().map(|(name, kind)| quote!((#name, boto::resources::Definitions::of::<#kind>)));
    let checks = plan.checks.iter().map(|(kind, names)| check(kind, names));
    let definitions = match &declared.base {
        Some(base) => quote!(boto::resources::Definitions::with_base(#text, tables, &[#(#others),*], #base)),
        None => quote!(boto::resources::Definitions::new(#text, tables, &[#(#others),*])),
    };
    let untyped = &field(declared).ident;
    let (face, owner) = match derive {
        Derive::Resource => (resource(declared, plan), quote!(&self.#untyped)),
        Derive::Collection => (collection(declared, plan), quote!(self.#untyped.parent())),
    };
    let methods = plan.methods.iter().map(|found| method(declared, found, &owner));
    let (ident, new) = (&declared.ident, new(declared, derive));
    quote! {
        #[allow(clippy::all, clippy::pedantic, clippy::nursery, unused_qualifications, unreachable_pub)]
        const _: () = {
            use #krate::__private as boto;
            #(const _: &[u8] = boto::include_bytes!(#track);)*
            static TABLE: boto::Table = boto::Table::new(#table);
            fn tables() -> boto::Arc<boto::Service> { TABLE.service() }
            static DEFINITIONS: boto::resources::Definitions =
                #definitions;
            #(#checks)*
            #face
            #[allow(dead_code)]
            impl #ident {
                #new
                #(#methods)*
            }
        };
    }
}

/// The field of the untyped one; that there is one has been checked.
fn field(declared: &Declared) -> &Field {
    let is = |field: &&Field| matches!(field.role, Role::Untyped);
    declared.fields.iter().find(is).unwrap_or(&declared.fields[0])
}

/// Whether the other type has these identifiers and no others: the compiler finds out, on the user's tokens.
fn check(kind: &syn::Type, names: &[(String, proc_macro2::Span)]) -> TokenStream {
    let all = names.iter().map(|(name, _)| name);
    let shown = kind.to_token_stream().to_string();
    let each = names.iter().map(|(name, span)| {
        let message = format!("`{shown}` has no identifier `{name}`");
        quote_spanned! {*span=>
            const _: () = ::core::assert!(boto::resources::has(<#kind as boto::resources::Resource>::IDENTIFIERS, #name), #message);
        }
    });
    let span = syn::spanned::Spanned::span(kind);
    let message = format!("identifiers of `{shown}` are missing: say where each comes from");
    quote_spanned! {span=>
        #(#each)*
        const _: () = ::core::assert!(boto::resources::has_all(<#kind as boto::resources::Resource>::IDENTIFIERS, &[#(#all),*]), #message);
    }
}

fn resource(declared: &Declared, plan: &Plan) -> TokenStream {
    let ident = &declared.ident;
    let name = plain(ident);
    let untyped = &field(declared).ident;
    let identifiers = declared.fields.iter().filter(|f| matches!(f.role, Role::Identifier(_)));
    let names: Vec<String> = identifiers.map(|field| plain(&field.ident)).collect();
    let fields = declared.fields.iter().map(|field| {
        let (ident, name) = (&field.ident, plain(&field.ident));
        match &field.role {
            Role::Identifier(_) => quote!(#ident: boto::resources::identify(&untyped, #name)?,),
            Role::Untyped => TokenStream::new(),
            _ => quote!(#ident: boto::Default::default(),),
        }
    });
    let refreshed = plan.attributes.iter().map(|(ident, path)| {
        let found = declared.fields.iter().find(|field| field.ident == *ident);
        let Some(Role::Attribute(attribute)) = found.map(|field| &field.role) else { return TokenStream::new() };
        let (name, json) = (plain(ident), attribute.json);
        match (&attribute.with, attribute.default) {
            (Some(with), _) => {
                quote!(self.#ident = boto::resources::field_with(&self.#untyped, #name, #path, #json, #with)?;)
            }
            (None, true) => {
                quote!(self.#ident = boto::resources::field_or_default(&self.#untyped, #name, #path, #json)?;)
            }
            (None, false) => quote!(self.#ident = boto::resources::field(&self.#untyped, #name, #path, #json)?;),
        }
    });
    quote! {
        #[automatically_derived]
        impl boto::resources::Resource for #ident {
            const NAME: &'static str = #name;
            const IDENTIFIERS: &'static [&'static str] = &[#(#names),*];
            fn definitions() -> &'static boto::resources::Definitions { &DEFINITIONS }
            fn from_untyped(untyped: boto::Untyped) -> boto::Result<Self, boto::Error> {
                let untyped = DEFINITIONS.adopt(#name, untyped);
                #[allow(unused_mut)]
                let mut made = Self { #(#fields)* #untyped: untyped };
                if boto::resources::Resource::is_loaded(&made) {
                    boto::resources::Resource::refresh(&mut made)?;
                }
                boto::Ok(made)
            }
            fn untyped(&self) -> &boto::Untyped { &self.#untyped }
            fn refresh(&mut self) -> boto::Result<(), boto::Error> {
                #(#refreshed)*
                boto::Ok(())
            }
        }
    }
}

fn collection(declared: &Declared, plan: &Plan) -> TokenStream {
    let (ident, untyped) = (&declared.ident, &field(declared).ident);
    let item = &declared.resource;
    let params = plan
        .params
        .iter()
        .map(|(ident, member)| quote!(let narrowed = boto::resources::narrow(narrowed, #member, &self.#ident)?;));
    quote! {
        #[automatically_derived]
        impl boto::resources::Collection for #ident {
            type Item = #item;
            fn untyped(&self) -> boto::Result<boto::UntypedCollection, boto::Error> {
                let narrowed = boto::Clone::clone(&self.#untyped);
                #(#params)*
                boto::Ok(narrowed)
            }
        }
    }
}

fn new(declared: &Declared, derive: Derive) -> TokenStream {
    let visibility = &declared.visibility;
    let name = plain(&declared.ident);
    let untyped = &field(declared).ident;
    let rest = declared.fields.iter().filter(|f| !matches!(f.role, Role::Identifier(_) | Role::Untyped));
    let rest = rest.map(|field| &field.ident);
    if derive == Derive::Collection {
        return quote! {
            /// The whole collection over that connection; its fields narrow it down. Nothing is sent.
            #visibility fn new(connection: &impl boto::AsRef<boto::Connection>) -> Self {
                Self {
                    #(#rest: boto::Default::default(),)*
                    #untyped: boto::resources::collection(&DEFINITIONS, boto::AsRef::as_ref(connection), "list"),
                }
            }
        };
    }
    let identifiers = declared.fields.iter().filter(|f| matches!(f.role, Role::Identifier(_)));
    let (mut arguments, mut known, mut idents) = (Vec::new(), Vec::new(), Vec::new());
    for field in identifiers {
        let (ident, kind, name) = (&field.ident, &field.kind, plain(&field.ident));
        arguments.push(quote!(#ident: impl boto::Into<#kind>));
        known.push(quote!((#name, boto::resources::known(&#ident))));
        idents.push(ident);
    }
    quote! {
        /// The resource with these identifiers. Nothing is sent; its attributes are their defaults until it is loaded.
        #visibility fn new(connection: &impl boto::AsRef<boto::Connection>, #(#arguments),*) -> Self {
            #(let #idents = boto::Into::into(#idents);)*
            let known = boto::IntoIterator::into_iter([#(#known),*]);
            let untyped = boto::resources::resource(&DEFINITIONS, boto::AsRef::as_ref(connection), #name, boto::resources::object(known));
            Self { #(#idents,)* #(#rest: boto::Default::default(),)* #untyped: untyped }
        }
    }
}

/// A method; `owner` is the untyped resource it belongs to.
fn method(declared: &Declared, method: &Method, owner: &TokenStream) -> TokenStream {
    let visibility = &declared.visibility;
    let Method { name, of, calls, arguments, does } = method;
    let taken = arguments.iter().map(argument);
    let given: Vec<TokenStream> = arguments.iter().map(value).collect();
    let doc = match does {
        Does::Action(_) => format!("Calls `{calls}`."),
        Does::Makes(..) => format!("Calls `{calls}`, and gives what comes of it."),
        Does::Lists(_) => format!("What `{calls}` lists."),
        Does::Leads(..) => "The resource that it leads to.".to_owned(),
        Does::Waits => format!("Waits for it, by the waiter `{calls}`."),
        Does::Batch => format!("Calls `{calls}` with all of these, as many at once as it takes."),
    };
    let body = match does {
        Does::Action(output) => {
            let (kind, take) = match output {
                Some(kind) => (kind.to_token_stream(), quote!(boto::resources::value)),
                None => (quote!(boto::Value), quote!(boto::resources::plain)),
            };
            quote!(fn #name(&self, #(#taken),*) -> boto::resources::Done<#kind> {
                boto::resources::done(#owner, #of, [#(#given),*], #take)
            })
        }
        Does::Makes(kind, many) => {
            let (answer, take) = answer(kind, *many);
            quote!(fn #name(&self, #(#taken),*) -> boto::resources::Done<#answer> {
                boto::resources::done(#owner, #of, [#(#given),*], #take)
            })
        }
        Does::Lists(kind) => quote!(fn #name(&self, #(#taken),*) -> boto::resources::Many<#kind> {
            boto::resources::Listing::new(#owner, #of, boto::resources::object([#(#given),*]))
        }),
        Does::Leads(kind, false, _) => {
            let given = arguments.iter().map(|argument| &argument.name).map(|name| quote!(boto::text(#name)));
            quote!(fn #name(&self, #(#taken),*) -> boto::Result<#kind, boto::Error> {
                boto::resources::Resource::from_untyped(boto::resources::sub(#owner, #of, [#(#given),*]))
            })
        }
        Does::Leads(kind, true, many) => {
            let (answer, function) = match many {
                Number::Many => (quote!(boto::Vec<#kind>), quote!(references)),
                _ => (quote!(boto::Option<#kind>), quote!(reference)),
            };
            quote!(async fn #name(&self) -> boto::Result<#answer, boto::Error> {
                boto::resources::#function(boto::Clone::clone(#owner), #of).await
            })
        }
        Does::Waits => quote!(fn #name(&self) -> boto::Wait<boto::Object, boto::Value> {
            boto::resources::waits(#owner, #of, boto::Default::default())
        }),
        Does::Batch => quote!(fn #name(these: impl boto::IntoIterator<Item = Self>) -> boto::resources::Batch<Self> {
            boto::resources::Batch::of(these, #of)
        }),
    };
    quote! {
        #[doc = #doc]
        #visibility #body
    }
}

fn answer(kind: &syn::Type, many: Number) -> (TokenStream, TokenStream) {
    match many {
        Number::One => (quote!(#kind), quote!(boto::resources::one_of)),
        Number::Maybe => (quote!(boto::Option<#kind>), quote!(boto::resources::maybe)),
        Number::Many => (quote!(boto::Vec<#kind>), quote!(boto::resources::many)),
    }
}

fn argument(argument: &Argument) -> TokenStream {
    let name = &argument.name;
    match argument.taken {
        Taken::Text => quote!(#name: impl boto::Text),
        Taken::Boolean => quote!(#name: bool),
        Taken::Integer => quote!(#name: impl boto::Into<i64>),
        Taken::Bytes => quote!(#name: impl boto::Into<boto::Bytes>),
        Taken::Stream => quote!(#name: impl boto::Into<boto::ByteStream>),
        Taken::Any => quote!(#name: impl boto::Serialize),
    }
}

fn value(argument: &Argument) -> TokenStream {
    let (name, member): (&Ident, &str) = (&argument.name, &argument.member);
    match argument.taken {
        Taken::Text => quote!((#member, boto::Value::from(boto::text(#name)))),
        Taken::Boolean => quote!((#member, boto::Value::from(#name))),
        Taken::Integer => quote!((#member, boto::Value::from(boto::Into::<i64>::into(#name)))),
        Taken::Bytes => quote!((#member, boto::Value::Blob(boto::Into::into(#name)))),
        Taken::Stream => quote!((#member, boto::Value::Stream(boto::Into::into(#name)))),
        Taken::Any => quote!((#member, boto::resources::known(&#name))),
    }
}
