"""The other side of `cargo xtask differential`: botocore, whole, as its users call it.

For every operation of the services of this shard it makes random inputs, calls botocore's own client with them, catches
the request before it is sent, and answers it with a random output or a modeled error. Each call is two lines of JSON
on standard output: a question to `wire`, and what botocore made of the same.
"""

import argparse
import base64
import datetime
import hashlib
import io
import json
import math
import sys
import time
import uuid
from xml.etree.ElementTree import Element

import answers
import botocore.auth
import botocore.awsrequest
import botocore.exceptions
import botocore.handlers
import botocore.session
import botocore.signers
from botocore.config import Config
from botocore.eventstream import EventStream
from botocore.response import StreamingBody
from botocore.utils import PRIORITY_ORDERED_SUPPORTED_PROTOCOLS as PROTOCOLS
from values import STYLES, Impossible, Maker

REGION = "us-west-2"
TOKEN = "00000000-0000-4000-8000-000000000000"
NOW = datetime.datetime(2026, 1, 2, 3, 4, 5)
KEY = {"access_key_id": "AKIDEXAMPLE", "secret_access_key": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"}
# The settings that each service is also called with, by name: what wire is told, and what botocore is.
PLAIN = ("plain", {}, {}, {})
SETTINGS = (
    ("fips", {"use_fips": True}, {"use_fips_endpoint": True}, {}),
    ("dualstack", {"use_dualstack": True}, {"use_dualstack_endpoint": True}, {}),
    ("china", {"region": "cn-north-1"}, {}, {"region_name": "cn-north-1"}),
    ("endpoint", {"endpoint_url": "https://localhost:4566/base", "request_checksum_calculation": "when_supported"},
     {}, {"endpoint_url": "https://localhost:4566/base"}),
)


class Raw(io.BytesIO):
    """A response as it comes from the network."""

    def stream(self, amt=1024, **_):
        while chunk := self.read(amt):
            yield chunk


class Fixed:
    """What botocore takes for chance and time."""

    uuid4 = staticmethod(lambda: uuid.UUID(TOKEN))
    gmtime = staticmethod(lambda *_: NOW.timetuple())
    strftime = staticmethod(time.strftime)


def freeze():
    """Takes chance and time away from botocore."""
    botocore.handlers.uuid = Fixed
    botocore.auth.time = Fixed
    for module in (botocore.auth, botocore.signers):
        module.get_current_datetime = lambda remove_tzinfo=True: NOW


class Caller:
    """A client of one service, in one protocol, with one set of settings."""

    def __init__(self, session, name, protocol, settings):
        self.title, self.wire, config, client = settings
        self.protocol = protocol
        self.session, self.name = session, name
        session.protocol = protocol
        self.client = session.create_client(
            name, **{"region_name": REGION, **client},
            config=Config(retries={"total_max_attempts": 1, "mode": "standard"}, **config),
        )
        self.client.meta.events.register("before-send", self._send)
        self.client.meta.events.register("request-created", self._created)
        self.sent = self.answer = self.operation = self.creating = None

    def _created(self, operation_name, **_):
        self.creating = operation_name

    def _send(self, request, **_):
        if self.creating == "DescribeEndpoints" and self.operation != self.creating:
            # Where to send the call itself: wire, which sends nothing, cannot ask and takes the service's own endpoint.
            host = request.url.split("/")[2]
            found = {"Endpoints": [{"Address": host, "CachePeriodInMinutes": 9}]}
            return botocore.awsrequest.AWSResponse(request.url, 200, {}, Raw(json.dumps(found).encode()))
        self.sent = request
        status, headers, body = self.answer
        return botocore.awsrequest.AWSResponse(request.url, status, headers, Raw(body))

    def call(self, operation, params, answer):
        """The request that was sent and what came of the answer."""
        self.sent, self.answer, self.operation = None, answer, operation
        try:
            output = self.client._make_api_call(operation, params)
            return self.sent, {"output": told(output)}
        except botocore.exceptions.ClientError as error:
            return self.sent, {"error": fault(error.response)}
        except Exception as error:  # whatever it is, the other side has to refuse as well
            return self.sent, {"refused": f"{type(error).__name__}: {error}"[:300]}


def fault(response):
    fields = {k: v for k, v in response.items() if k not in ("Error", "ResponseMetadata")}
    said = response.get("Error", {})
    return {
        "code": said.get("Code"),
        "message": said.get("Message"),
        "status": response.get("ResponseMetadata", {}).get("HTTPStatusCode"),
        "request_id": response.get("ResponseMetadata", {}).get("RequestId"),
        "fields": told(fields),
    }


def told(value):
    """A value in JSON, as wire writes it; instants are marked, for they are compared by time."""
    if isinstance(value, dict):
        return {k: told(v) for k, v in value.items() if k != "ResponseMetadata"}
    if isinstance(value, list):
        return [told(v) for v in value]
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime.datetime):
        return {"$instant": round(value.timestamp() * 1_000_000)}
    if isinstance(value, float) and not math.isfinite(value):
        return {math.inf: "Infinity", -math.inf: "-Infinity"}.get(value, "NaN")
    if isinstance(value, StreamingBody):
        return told(value.read())
    if isinstance(value, EventStream):
        return [told(event) for event in value]
    if isinstance(value, Element):
        return {"$unread": value.tag}
    return value


def given(value):
    """Parameters in JSON, as wire reads them."""
    if isinstance(value, dict):
        return {k: given(v) for k, v in value.items()}
    if isinstance(value, list):
        return [given(v) for v in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime.datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value


def request(sent):
    if sent is None:
        return None
    body = sent.body
    if hasattr(body, "read"):
        body = body.read()
    body = body.encode() if isinstance(body, str) else bytes(body or b"")
    text = lambda v: v.decode() if isinstance(v, bytes) else str(v)
    return {
        "method": sent.method,
        "url": sent.url,
        "headers": [[k.lower(), text(v)] for k, v in sent.headers.items()],
        "body_base64": base64.b64encode(body).decode(),
    }


def chosen(seed, of, text):
    """Whether this operation is in the sample: by its name, so that the sample stays when services come or go."""
    return of == 1 or int(hashlib.md5(f"{seed} {text}".encode()).hexdigest()[:8], 16) % of == 0


class Run:
    def __init__(self, arguments):
        self.arguments = arguments
        self.session = botocore.session.Session()
        self.session.set_credentials(KEY["access_key_id"], KEY["secret_access_key"])
        self.session.protocol = None
        self.loader = self.session.get_component("data_loader")
        load = self.loader.load_service_model

        def loaded(service_name, type_name, api_version=None):
            model = load(service_name, type_name, api_version)
            if type_name != "service-2" or not self.session.protocol:
                return model
            return {**model, "metadata": {**model["metadata"], "protocols": [self.session.protocol]}}

        self.loader.load_service_model = loaded
        self.out = sys.stdout

    def all(self):
        names = self.session.get_available_services()
        shard, shards = map(int, self.arguments.shard.split("/"))
        for name in self.arguments.service or names[shard::shards]:
            self.service(name)
            self.loader._cache.clear()

    def service(self, name):
        seed, sample = self.arguments.seed, self.arguments.sample
        self.session.protocol = None
        model = self.session.get_service_model(name)
        own = model.resolved_protocol
        operations = [o for o in model.operation_names if chosen(seed, sample, f"{name} {o}")]
        if not operations:
            return
        protocols = [p for p in PROTOCOLS if p in (model.metadata.get("protocols") or [own])]
        callers = {p: Caller(self.session, name, p, PLAIN) for p in protocols}
        others = {}
        for operation in operations:
            for protocol, caller in callers.items():
                for style in STYLES:
                    self.operation(caller, operation, style, False)
                self.operation(caller, operation, "typical", True)
            settings = SETTINGS[int(hashlib.md5(operation.encode()).hexdigest()[:8], 16) % len(SETTINGS)]
            if settings[0] not in others:
                others[settings[0]] = Caller(self.session, name, own, settings)
            self.operation(others[settings[0]], operation, "typical", False)

    def operation(self, caller, operation, style, fails):
        """One call. `fails`: with a modeled error for an answer."""
        model = caller.client.meta.service_model.operation_model(operation)
        seed = f"{self.arguments.seed} {caller.name} {operation} {caller.protocol} {caller.title} {style} {fails}"
        case = {"id": seed, "service": caller.name, "operation": operation, "protocol": caller.protocol}
        if model.has_event_stream_input:
            return self.line({**case, "skipped": "botocore cannot send streams of events"})
        if fails and not model.error_shapes:
            return
        try:
            params, answer = self.material(model, caller.protocol, seed, style, fails)
        except Impossible as error:
            return self.line({**case, "skipped": f"no finite value: {error}"})
        asked_for = given(params)  # before botocore's handlers change it
        sent, outcome = caller.call(operation, params, answer)
        if operation.startswith("ListObject") and outcome.get("refused", "").startswith("KeyError"):
            return self.line({**case, "skipped": "botocore's handler fails where a listed object has no key"})
        if sent and any("\n" in (v if isinstance(v, str) else v.decode("latin-1")) for v in sent.headers.values()):
            return self.line({**case, "skipped": "botocore sends a header that ends in the middle"})
        status, headers, body = answer
        config = {"region": REGION, "sign": True, "credentials": KEY, "protocol": caller.protocol, **caller.wire}
        asked = {"service": caller.name, "operation": operation, "config": config}
        config = {**config, "time": "2026-01-02T03:04:05Z", "idempotency_token": TOKEN}
        self.line({
            **case,
            "questions": [
                {**asked, "kind": "request", "params": asked_for, "config": config},
                {**asked, "kind": "response", "params": asked_for, "status": status,
                 "headers": [list(h) for h in headers.items()], "body_base64": base64.b64encode(body).decode()},
            ],
            "request": request(sent),
            **outcome,
        })

    def material(self, model, protocol, seed, style, fails):
        plain = [p.member_name for p in model.context_parameters]
        params = Maker(seed, style, plain).value(model.input_shape) if model.input_shape else {}
        maker = Maker(seed + " answer", "typical" if style == "minimal" else style)
        if fails:
            # Of this one botocore asks for the endpoint again, without end.
            error = maker.random.choice([e for e in model.error_shapes if e.name != "InvalidEndpointException"])
            value = maker.value(error)
            status = error.metadata.get("error", {}).get("httpStatusCode", 400)
            return params, answers.fault(model.service_model, error, protocol, value, status)
        shape = model.output_shape
        value = maker.value(shape) if shape else {}
        if shape and shape.event_stream_name:
            kinds = shape.members[shape.event_stream_name].members
            value[shape.event_stream_name] = {
                kind: maker.value(event, 1) for kind, event in kinds.items() if not event.metadata.get("exception")
            }
        return params, answers.success(model, protocol, value)

    def line(self, case):
        self.out.write(json.dumps(case, separators=(",", ":")) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--sample", type=int, default=1, help="one operation in so many")
    parser.add_argument("--shard", default="0/1", help="which of how many parts of the services")
    parser.add_argument("--service", action="append")
    freeze()
    Run(parser.parse_args()).all()


if __name__ == "__main__":
    main()
