//! What belongs to the service as a whole in packed form: metadata, paginators, waiters.

use super::reader::Reader;
use super::shape::read_namespace_if;
#[cfg(feature = "import")]
use super::{shape::write_namespace, writer::Out};
use crate::rules::ParameterKind;
use crate::service::PROTOCOLS;
use crate::wait::Expected;
use crate::{Acceptor, Metadata, Paginator, Protocol, Waiter};

fn read_protocol(r: &mut Reader<'_>) -> Option<Protocol> {
    PROTOCOLS.get(usize::from(r.byte()?)).copied()
}

pub(super) fn read_parameter_kind(r: &mut Reader<'_>) -> Option<ParameterKind> {
    Some(match r.byte()? {
        0 => ParameterKind::String,
        1 => ParameterKind::Boolean,
        2 => ParameterKind::StringArray,
        _ => return None,
    })
}

pub(super) fn read_metadata(r: &mut Reader<'_>) -> Option<Metadata> {
    let flags = r.varint()?;
    let has = |bit: u32| flags >> bit & 1 != 0;
    Some(Metadata {
        name: r.text()?,
        api_version: r.text()?,
        endpoint_prefix: r.text()?,
        signing_name: r.text_if(has(0))?,
        service_id: r.text()?,
        full_name: r.text()?,
        abbreviation: r.text_if(has(1))?,
        uid: r.text()?,
        protocol: read_protocol(r)?,
        protocols: r.list(read_protocol)?,
        json_version: r.text_if(has(2))?,
        target_prefix: r.text_if(has(3))?,
        signature_version: r.text()?,
        auth: r.texts()?,
        xml_namespace: read_namespace_if(r, has(4))?,
        global_endpoint: r.text_if(has(5))?,
        query_compatible: has(6),
        h2: r.text_if(has(7))?,
        client_context_params: r.list(|r| Some((r.text()?, read_parameter_kind(r)?)))?,
    })
}

pub(super) fn read_paginators(r: &mut Reader<'_>) -> Option<Box<[Paginator]>> {
    r.list(|r| {
        let flags = r.byte()?;
        Some(Paginator {
            operation: r.text()?,
            input_tokens: r.texts()?,
            output_tokens: r.texts()?,
            limit_key: r.text_if(flags & 1 != 0)?,
            result_keys: r.texts()?,
            more_results: r.text_if(flags & 2 != 0)?,
            non_aggregate_keys: r.texts_if(flags & 4 != 0)?,
        })
    })
}

pub(super) fn read_waiters(r: &mut Reader<'_>) -> Option<Box<[Waiter]>> {
    r.list(|r| {
        Some(Waiter {
            name: r.text()?,
            operation: r.text()?,
            delay: u32::try_from(r.varint()?).ok()?,
            max_attempts: u32::try_from(r.varint()?).ok()?,
            acceptors: r.list(read_acceptor)?,
        })
    })
}

fn read_acceptor(r: &mut Reader<'_>) -> Option<Acceptor> {
    let flags = r.byte()?;
    Some(Acceptor {
        state: r.text()?,
        matcher: r.text()?,
        argument: r.text_if(flags & 1 != 0)?,
        expected: match flags >> 1 {
            0 => Expected::Null,
            1 => Expected::String(r.text()?),
            2 => Expected::Int(r.signed()?),
            3 => Expected::Bool(false),
            4 => Expected::Bool(true),
            _ => return None,
        },
    })
}

#[cfg(feature = "import")]
fn write_protocol(out: &mut Out, protocol: Protocol) {
    out.byte(PROTOCOLS.iter().position(|p| *p == protocol).unwrap_or(0) as u8);
}

#[cfg(feature = "import")]
pub(super) fn write_parameter_kind(out: &mut Out, kind: ParameterKind) {
    out.byte(match kind {
        ParameterKind::String => 0,
        ParameterKind::Boolean => 1,
        ParameterKind::StringArray => 2,
    });
}

#[cfg(feature = "import")]
pub(super) fn write_metadata(out: &mut Out, m: &Metadata) {
    let flags = [
        m.signing_name.is_some(),
        m.abbreviation.is_some(),
        m.json_version.is_some(),
        m.target_prefix.is_some(),
        m.xml_namespace.is_some(),
        m.global_endpoint.is_some(),
        m.query_compatible,
        m.h2.is_some(),
    ];
    out.varint(flags.iter().enumerate().map(|(bit, set)| u64::from(*set) << bit).sum());
    out.text(&m.name);
    out.text(&m.api_version);
    out.text(&m.endpoint_prefix);
    m.signing_name.iter().for_each(|n| out.text(n));
    out.text(&m.service_id);
    out.text(&m.full_name);
    m.abbreviation.iter().for_each(|n| out.text(n));
    out.text(&m.uid);
    write_protocol(out, m.protocol);
    out.list(&m.protocols, |out, p| write_protocol(out, *p));
    m.json_version.iter().for_each(|n| out.text(n));
    m.target_prefix.iter().for_each(|n| out.text(n));
    out.text(&m.signature_version);
    out.texts(&m.auth);
    m.xml_namespace.iter().for_each(|n| write_namespace(out, n));
    m.global_endpoint.iter().for_each(|n| out.text(n));
    m.h2.iter().for_each(|n| out.text(n));
    out.list(&m.client_context_params, |out, (name, kind)| {
        out.text(name);
        write_parameter_kind(out, *kind);
    });
}

#[cfg(feature = "import")]
pub(super) fn write_paginators(out: &mut Out, paginators: &[Paginator]) {
    out.list(paginators, |out, p| {
        out.byte(
            u8::from(p.limit_key.is_some())
                | u8::from(p.more_results.is_some()) << 1
                | u8::from(!p.non_aggregate_keys.is_empty()) << 2,
        );
        out.text(&p.operation);
        out.texts(&p.input_tokens);
        out.texts(&p.output_tokens);
        p.limit_key.iter().for_each(|k| out.text(k));
        out.texts(&p.result_keys);
        p.more_results.iter().for_each(|k| out.text(k));
        out.texts_if(&p.non_aggregate_keys);
    });
}

#[cfg(feature = "import")]
pub(super) fn write_waiters(out: &mut Out, waiters: &[Waiter]) {
    out.list(waiters, |out, w| {
        out.text(&w.name);
        out.text(&w.operation);
        out.varint(u64::from(w.delay));
        out.varint(u64::from(w.max_attempts));
        out.list(&w.acceptors, write_acceptor);
    });
}

#[cfg(feature = "import")]
fn write_acceptor(out: &mut Out, acceptor: &Acceptor) {
    let kind = match acceptor.expected {
        Expected::Null => 0,
        Expected::String(_) => 1,
        Expected::Int(_) => 2,
        Expected::Bool(false) => 3,
        Expected::Bool(true) => 4,
    };
    out.byte(u8::from(acceptor.argument.is_some()) | kind << 1);
    out.text(&acceptor.state);
    out.text(&acceptor.matcher);
    acceptor.argument.iter().for_each(|a| out.text(a));
    match &acceptor.expected {
        Expected::String(s) => out.text(s),
        Expected::Int(i) => out.signed(*i),
        _ => {}
    }
}
