//! Operations in packed form.

use super::reader::Reader;
use super::rules::read_literal;
use super::shape::read_namespace_if;
#[cfg(feature = "import")]
use super::{rules::write_literal, shape::write_namespace, writer::Out};
use crate::{Http, HttpChecksum, Operation, StaticParam, Text};

const INPUT: u64 = 1;
const OUTPUT: u64 = 1 << 1;
const ERRORS: u64 = 1 << 2;
const PLAIN_HTTP: u64 = 1 << 3; // POST /
const CODE: u64 = 1 << 4;
const READONLY: u64 = 1 << 5;
const IDEMPOTENT: u64 = 1 << 6;
const USUAL_WRAPPER: u64 = 1 << 7; // the name and "Result"
const WRAPPER: u64 = 1 << 8;
const HOST_PREFIX: u64 = 1 << 9;
const INPUT_NAME: u64 = 1 << 10;
const INPUT_NAMESPACE: u64 = 1 << 11;
const STATIC_CONTEXT: u64 = 1 << 12;
const DEPRECATED: u64 = 1 << 13;
const AUTH: u64 = 1 << 14;
const AUTH_TYPE: u64 = 1 << 15;
const UNSIGNED: u64 = 1 << 16;
const CHECKSUM_REQUIRED: u64 = 1 << 17;
const CHECKSUM: u64 = 1 << 18;
const COMPRESSION: u64 = 1 << 19;
const DISCOVERY: u64 = 1 << 20;
const DISCOVERY_REQUIRED: u64 = 1 << 21;
const ENDPOINT_OPERATION: u64 = 1 << 22;
const OPERATION_CONTEXT: u64 = 1 << 23;

pub(super) fn read_operation(r: &mut Reader<'_>) -> Option<Operation> {
    let name = r.text()?;
    let flags = r.varint()?;
    let has = |flag: u64| flags & flag != 0;
    let input = r.id_if(has(INPUT))?;
    let output = r.id_if(has(OUTPUT))?;
    let errors = if has(ERRORS) { r.ids()? } else { Box::default() };
    let (method, uri) = match has(PLAIN_HTTP) {
        true => (Text::Borrowed("POST"), Text::Borrowed("/")),
        false => (r.text()?, r.text()?),
    };
    let code = if has(CODE) { u16::try_from(r.varint()?).ok()? } else { 200 };
    let result_wrapper =
        if has(USUAL_WRAPPER) { Some(format!("{name}Result").into()) } else { r.text_if(has(WRAPPER))? };
    Some(Operation {
        name,
        http: Http { method, uri, code },
        input,
        output,
        errors,
        result_wrapper,
        host_prefix: r.text_if(has(HOST_PREFIX))?,
        input_name: r.text_if(has(INPUT_NAME))?,
        input_namespace: read_namespace_if(r, has(INPUT_NAMESPACE))?,
        static_context_params: match has(STATIC_CONTEXT) {
            true => r.list(|r| Some(StaticParam { name: r.text()?, value: read_literal(r)? }))?,
            false => Box::default(),
        },
        auth: r.texts_if(has(AUTH))?,
        auth_type: r.text_if(has(AUTH_TYPE))?,
        checksum: if has(CHECKSUM) { Some(read_checksum(r)?) } else { None },
        compression: r.texts_if(has(COMPRESSION))?,
        operation_context_params: match has(OPERATION_CONTEXT) {
            true => r.list(|r| Some((r.text()?, r.text()?)))?,
            false => Box::default(),
        },
        unsigned_payload: has(UNSIGNED),
        checksum_required: has(CHECKSUM_REQUIRED),
        endpoint_discovery: has(DISCOVERY).then(|| has(DISCOVERY_REQUIRED)),
        endpoint_operation: has(ENDPOINT_OPERATION),
        readonly: has(READONLY),
        idempotent: has(IDEMPOTENT),
        deprecated: has(DEPRECATED),
    })
}

fn read_checksum(r: &mut Reader<'_>) -> Option<HttpChecksum> {
    let which = r.byte()?;
    Some(HttpChecksum {
        request_required: which & 1 != 0,
        request_algorithm_member: r.text_if(which & 2 != 0)?,
        request_validation_mode_member: r.text_if(which & 4 != 0)?,
        response_algorithms: r.texts()?,
    })
}

#[cfg(feature = "import")]
pub(super) fn write_operation(out: &mut Out, op: &Operation) {
    let plain = op.http.method == "POST" && op.http.uri == "/";
    let usual = op.result_wrapper.as_deref().is_some_and(|w| w.strip_suffix("Result") == Some(&op.name));
    let flags = [
        (INPUT, op.input.is_some()),
        (OUTPUT, op.output.is_some()),
        (ERRORS, !op.errors.is_empty()),
        (PLAIN_HTTP, plain),
        (CODE, op.http.code != 200),
        (READONLY, op.readonly),
        (IDEMPOTENT, op.idempotent),
        (USUAL_WRAPPER, usual),
        (WRAPPER, op.result_wrapper.is_some() && !usual),
        (HOST_PREFIX, op.host_prefix.is_some()),
        (INPUT_NAME, op.input_name.is_some()),
        (INPUT_NAMESPACE, op.input_namespace.is_some()),
        (STATIC_CONTEXT, !op.static_context_params.is_empty()),
        (DEPRECATED, op.deprecated),
        (AUTH, !op.auth.is_empty()),
        (AUTH_TYPE, op.auth_type.is_some()),
        (UNSIGNED, op.unsigned_payload),
        (CHECKSUM_REQUIRED, op.checksum_required),
        (CHECKSUM, op.checksum.is_some()),
        (COMPRESSION, !op.compression.is_empty()),
        (DISCOVERY, op.endpoint_discovery.is_some()),
        (DISCOVERY_REQUIRED, op.endpoint_discovery == Some(true)),
        (ENDPOINT_OPERATION, op.endpoint_operation),
        (OPERATION_CONTEXT, !op.operation_context_params.is_empty()),
    ];
    out.text(&op.name);
    out.varint(flags.iter().filter(|(_, set)| *set).map(|(flag, _)| flag).sum());
    op.input.into_iter().chain(op.output).for_each(|id| out.id(id));
    if !op.errors.is_empty() {
        out.ids(&op.errors);
    }
    if !plain {
        out.text(&op.http.method);
        out.text(&op.http.uri);
    }
    if op.http.code != 200 {
        out.varint(u64::from(op.http.code));
    }
    op.result_wrapper.iter().filter(|_| !usual).for_each(|w| out.text(w));
    op.host_prefix.iter().for_each(|p| out.text(p));
    op.input_name.iter().for_each(|n| out.text(n));
    op.input_namespace.iter().for_each(|n| write_namespace(out, n));
    if !op.static_context_params.is_empty() {
        out.list(&op.static_context_params, |out, p| {
            out.text(&p.name);
            write_literal(out, &p.value);
        });
    }
    out.texts_if(&op.auth);
    op.auth_type.iter().for_each(|t| out.text(t));
    op.checksum.iter().for_each(|c| write_checksum(out, c));
    out.texts_if(&op.compression);
    if !op.operation_context_params.is_empty() {
        out.list(&op.operation_context_params, |out, (name, path)| {
            out.text(name);
            out.text(path);
        });
    }
}

#[cfg(feature = "import")]
fn write_checksum(out: &mut Out, checksum: &HttpChecksum) {
    out.byte(
        u8::from(checksum.request_required)
            | u8::from(checksum.request_algorithm_member.is_some()) << 1
            | u8::from(checksum.request_validation_mode_member.is_some()) << 2,
    );
    checksum.request_algorithm_member.iter().for_each(|m| out.text(m));
    checksum.request_validation_mode_member.iter().for_each(|m| out.text(m));
    out.texts(&checksum.response_algorithms);
}
