"""Answers of a service: the bytes that stand for a value, in each protocol."""

import base64
import json
import zlib
from xml.sax.saxutils import escape, quoteattr

from botocore import serialize

CBOR = serialize.create_serializer("smithy-rpc-v2-cbor", include_validation=False)
OUTSIDE = ("header", "headers", "statusCode")


def success(operation, protocol, value):
    """Status, headers and body of an answer that holds the value."""
    shape = operation.output_shape
    status = operation.http.get("responseCode", 200)
    headers = request_id(operation.service_model)
    if protocol == "smithy-rpc-v2-cbor":
        headers["smithy-protocol"] = "rpc-v2-cbor"
    if shape is None:
        return status, headers, b"" if "xml" in protocol or protocol.startswith("rest") else empty(operation, protocol)
    if protocol.startswith("rest"):
        put_headers(shape, value, headers)
        for name, member in shape.members.items():
            if member.serialization.get("location") == "statusCode" and name in value:
                value[name] = status
        if operation.http.get("method") != "HEAD":
            headers.pop("Content-Length", None)  # which would have to be true
    if operation.http.get("method") == "HEAD":
        return status, headers, b""
    if shape.event_stream_name:
        return status, headers, events(operation, protocol, value)
    payload = shape.serialization.get("payload") if protocol.startswith("rest") else None
    if payload:
        return status, headers, payload_of(shape.members[payload], payload, value.get(payload), protocol)
    return status, headers, body(operation, protocol, shape, value)


def request_id(service):
    """The header that the service has for it."""
    return {"x-amz-request-id" if service.service_name == "s3" else "x-amzn-RequestId": "r-1"}


def fault(service, error, protocol, value, status):
    """Status, headers and body of a modeled error."""
    code = error.metadata.get("error", {}).get("code", error.name)
    headers = request_id(service)
    kind = code
    if "awsQueryCompatible" in service.metadata:
        headers["x-amzn-query-error"] = code + ";Sender"
        kind = error.name
    if protocol.startswith("rest"):
        put_headers(error, value, headers)
    message = next((value[n] for n in value if n.lower() == "message" and isinstance(value[n], str)), None)
    if protocol == "json":
        return status, headers, json.dumps({"__type": "name.space#" + kind, **plain(error, value)}).encode()
    if protocol == "rest-json":
        headers["x-amzn-ErrorType"] = code + ":http://x/"
        return status, headers, json.dumps(plain(error, value, True)).encode()
    if protocol == "smithy-rpc-v2-cbor":
        headers["smithy-protocol"] = "rpc-v2-cbor"
        return status, headers, cbor({"__type": "name.space#" + kind}, error, value)
    inside = members(error, value, True)
    if "<Message>" not in inside:
        inside += f"<Message>{escape(message or 'what is wrong')}</Message>"
    inside = f"<Code>{escape(code)}</Code>{inside}"
    if protocol == "ec2":
        text = f"<Response><Errors><Error>{inside}</Error></Errors><RequestID>r-1</RequestID></Response>"
    else:
        text = f"<ErrorResponse><Error><Type>Sender</Type>{inside}</Error><RequestId>r-1</RequestId></ErrorResponse>"
    return status, headers, text.encode()


def body(operation, protocol, shape, value):
    if "json" in protocol:
        return json.dumps(plain(shape, value, protocol.startswith("rest"))).encode()
    if protocol == "smithy-rpc-v2-cbor":
        return cbor({}, shape, value)
    top = protocol == "rest-xml"
    if protocol == "query":
        inside = members(shape, value)
        wrapper = shape.serialization.get("resultWrapper")
        inside = f"<{wrapper}>{inside}</{wrapper}>" if wrapper else inside
        inside += "<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata>"
        return f'<R xmlns="http://ns/">{inside}</R>'.encode()
    if operation.name == "GetBucketLocation":
        return element(shape.members["LocationConstraint"], value.get("LocationConstraint", ""), "LocationConstraint").encode()
    name = shape.serialization.get("name") or operation.name + ("Result" if top else "Response")
    more = "" if top else "<requestId>r-1</requestId>"
    return f"<{name}{attributes(shape, value)}>{members(shape, value, top)}{more}</{name}>".encode()


def empty(operation, protocol):
    if "cbor" in protocol:
        return b"\xa0"
    return b"{}" if protocol == "json" else b"<R><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></R>"


def payload_of(member, name, value, protocol):
    if value is None:
        return b""
    if member.type_name == "blob":
        return value
    if member.type_name == "string":
        return value.encode()
    if protocol == "rest-json":
        return json.dumps(plain(member, value)).encode()
    return element(member, value, member.serialization.get("name", name)).encode()


def events(operation, protocol, value):
    """A stream of one event of each kind, exceptions aside; `value` gets what was sent."""
    shape = operation.output_shape
    name = shape.event_stream_name
    out, rpc = b"", not protocol.startswith("rest")
    if rpc:
        others = {n: v for n, v in value.items() if n != name}
        first = cbor({}, shape, others) if "cbor" in protocol else json.dumps(plain(shape, others)).encode()
        out += frame({":event-type": "initial-response"}, first)
    for kind, event in value.pop(name, {}).items():
        member = shape.members[name].members[kind]
        headers = {":event-type": kind}
        rest = dict(event)
        payload = None
        for n, m in member.members.items():
            if n in event and m.serialization.get("eventheader"):
                headers[n] = rest.pop(n)
            elif n in event and m.serialization.get("eventpayload"):
                payload = payload_of(m, n, rest.pop(n), "rest-xml" if "xml" in protocol else "rest-json")
        if payload is None:
            if "cbor" in protocol:
                payload = cbor({}, member, rest)
            elif "xml" in protocol:
                payload = element(member, rest, kind).encode()
            else:
                payload = json.dumps(plain(member, rest)).encode()
        out += frame(headers, payload)
    return out


def frame(headers, payload):
    block = b""
    for name, value in {":message-type": "event", **headers}.items():
        block += bytes([len(name)]) + name.encode() + header(value)
    prelude = (16 + len(block) + len(payload)).to_bytes(4, "big") + len(block).to_bytes(4, "big")
    whole = prelude + zlib.crc32(prelude).to_bytes(4, "big") + block + payload
    return whole + zlib.crc32(whole).to_bytes(4, "big")


def header(value):
    if isinstance(value, bool):
        return b"\x00" if value else b"\x01"
    if isinstance(value, int):
        return b"\x05" + value.to_bytes(8, "big", signed=True)
    if isinstance(value, (bytes, str)):
        kind, data = (b"\x06", value) if isinstance(value, bytes) else (b"\x07", value.encode())
        return kind + len(data).to_bytes(2, "big") + data
    return b"\x08" + round(value.timestamp() * 1000).to_bytes(8, "big", signed=True)


def cbor(more, shape, value):
    data = bytearray()
    CBOR._serialize_data_item(data, value, shape)
    if not more:
        return bytes(data)
    # One entry more in front: the map's size is in its first byte, or in those after it.
    small, long = data[0] & 0x1F, bytearray()
    size = small if small < 24 else int.from_bytes(data[1 : 1 + 2 ** (small - 24)], "big")
    rest = data[1 if small < 24 else 1 + 2 ** (small - 24) :]
    long += b"\xb9" + (size + len(more)).to_bytes(2, "big")
    for key, text in more.items():
        for part in (key.encode(), text.encode()):
            long += b"\x79" + len(part).to_bytes(2, "big") + part
    return bytes(long + rest)


def put_headers(shape, value, headers):
    for name, member in shape.members.items():
        where = member.serialization.get("location")
        if name not in value:
            continue
        if where == "header":
            headers[member.serialization.get("name", name)] = header_text(member, value[name])
        elif where == "headers":
            for key in list(value[name]):
                bare = "".join(c for c in key.lower() if c.isascii() and c.isalnum())
                headers[member.serialization.get("name", "") + bare] = value[name][key]


def header_text(shape, value):
    kind = shape.type_name
    if shape.serialization.get("jsonvalue") and shape.serialization.get("location") == "header":
        return base64.b64encode(json.dumps(value).encode()).decode()
    if kind == "list":
        return ",".join(header_text(shape.member, item) for item in value)
    return text_of(shape, value, "rfc822")


def text_of(shape, value, timestamps):
    kind = shape.type_name
    if kind == "timestamp":
        return str(instant(value, shape.serialization.get("timestampFormat", timestamps)))
    if kind == "boolean":
        return "true" if value else "false"
    if kind == "blob":
        return base64.b64encode(value).decode()
    return str(value)


def instant(value, form):
    form = form.lower()
    if form == "iso8601":
        return value.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if form == "rfc822":
        return value.strftime("%a, %d %b %Y %H:%M:%S GMT")
    seconds = value.timestamp()
    return int(seconds) if seconds == int(seconds) else seconds


def plain(shape, value, rest=False):
    """What JSON holds for a value."""
    kind = shape.type_name
    if kind == "structure":
        if shape.is_document_type:
            return value
        known = [(shape.members[name], name, inner) for name, inner in value.items()]
        return {
            m.serialization.get("name", name): plain(m, inner)
            for m, name, inner in known
            if not (rest and m.serialization.get("location") in OUTSIDE)
        }
    if kind == "list":
        return [plain(shape.member, item) for item in value]
    if kind == "map":
        return {key: plain(shape.value, inner) for key, inner in value.items()}
    if kind == "blob":
        return base64.b64encode(value).decode()
    if kind == "timestamp":
        return instant(value, shape.serialization.get("timestampFormat", "unixtimestamp"))
    return value


def element(shape, value, name):
    """The XML element, or elements, of a value."""
    kind = shape.type_name
    flat = shape.serialization.get("flattened")
    if kind == "structure":
        return f"<{name}{attributes(shape, value)}>{members(shape, value)}</{name}>"
    if kind == "list":
        inner = name if flat else shape.member.serialization.get("name", "member")
        items = "".join(element(shape.member, item, inner) for item in value)
        return items if flat else f"<{name}>{items}</{name}>"
    if kind == "map":
        entry = name if flat else "entry"
        keys = shape.key.serialization.get("name", "key"), shape.value.serialization.get("name", "value")
        pairs = (element(shape.key, k, keys[0]) + element(shape.value, v, keys[1]) for k, v in value.items())
        entries = "".join(f"<{entry}>{pair}</{entry}>" for pair in pairs)
        return entries if flat else f"<{name}>{entries}</{name}>"
    return f"<{name}>{escape(text_of(shape, value, 'iso8601'))}</{name}>"


def members(shape, value, rest=False):
    out = ""
    for name, inner in value.items():
        member = shape.members[name]
        where = member.serialization
        if where.get("xmlAttribute") or (rest and where.get("location") in OUTSIDE):
            continue
        tag = where.get("name", name)
        if member.type_name == "list" and where.get("flattened"):
            tag = member.member.serialization.get("name", tag)
        out += element(member, inner, tag)
    return out


def attributes(shape, value):
    out = ""
    for name, inner in value.items():
        where = shape.members[name].serialization
        if where.get("xmlAttribute"):
            out += f" {where['name']}={quoteattr(str(inner))}"
            if ":" in where["name"]:
                out += f' xmlns:{where["name"].split(":")[0]}="http://x"'
    return out


