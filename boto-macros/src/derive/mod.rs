//! `#[derive(Resource)]` and `#[derive(Collection)]`: declared → check → plan → emit, over the tables and with the
//! errors of `service!`.

mod check;
mod declared;
mod emit;
mod grammar;
mod path;
mod plan;

pub use declared::Derive;

use super::{errors::Errors, resolve};
use boto_model::{pack, Service};
use check::Check;
use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

/// Expands one of the derives.
pub fn expand(tokens: TokenStream, derive: Derive) -> TokenStream {
    let mut errors = Errors::default();
    let written = match syn::parse2::<DeriveInput>(tokens) {
        Ok(input) => expand_struct(&input, derive, &mut errors),
        Err(error) => {
            errors.add_syn(error);
            TokenStream::new()
        }
    };
    let errors = errors.into_tokens();
    quote! { #written #errors }
}

fn expand_struct(input: &DeriveInput, derive: Derive, errors: &mut Errors) -> TokenStream {
    let Some(declared) = declared::declared(input, derive, errors) else { return emit::stub(input, derive) };
    let loaded = declared.service.as_ref().and_then(|service| resolve::load_service(service, errors));
    let Some(loaded) = loaded else { return emit::stub(input, derive) };
    let mut check = Check::new(&loaded.service, &loaded.name, &declared, errors);
    let plan = plan::plan(&declared, derive, &mut check);
    let operations: Vec<&str> = check.operations.iter().map(String::as_str).collect();
    match pruned(&loaded.service, &operations) {
        Ok(service) => emit::write(&declared, derive, &plan, &service, &loaded.track),
        Err(problem) => {
            errors.add(input.ident.span(), problem);
            emit::stub(input, derive)
        }
    }
}

fn pruned(service: &Service, operations: &[&str]) -> Result<Vec<u8>, String> {
    pack::prune(service, operations).map_err(|unknown| format!("no operations {unknown:?}"))
}
