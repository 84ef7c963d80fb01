"""Random values that a model allows."""

import datetime
import random

STYLES = ("minimal", "typical", "full")
# Values of a case beyond this number are left out wherever the model allows it: some inputs fan out without end.
BUDGET = 400
DEPTH = 6
INSTANTS = (
    0, 1422172800, 1700000000.125, 1.5, 253402300799, -1, 951782400, 1709164800.999999, 1000000000.000001, 32503680000, -86400.5,
)  # fmt: skip
TEXTS = (
    "abc", "a b/c", "x+y=z&w", "k\u00e4se \U0001f9c0", "A-1_b.c~d", 'q"uo,te\\', "<&>'", " lead", "100%", "trail ", "a\tb",
    "~!@#$^*()_;:|[]{}", "%2F%zz", "a//b/../c", "?x#y", "true", "0", "null", "2020-01-01T00:00:00Z", "\u00a0nb", "e\u0301",
    "line\none", "cr\r\nlf", "\u2028", "\ud7ff\uffee", "]]>", "&amp;", "'single'", "\\u0041", "x" * 300,
)  # fmt: skip
LABELS = (
    "abc", "a b", "x/y", "k\u00e4se+1", "a:b@c", "%41", "a//b", "~!$&'()*,;=", "a?b#c", "..", "\u00a0", "[x]", "{y}", '"q"', "^|`",
)  # fmt: skip
HEADERS = ("abc-1", "a b", "a,b", "x=y; z", '"q"', "k\u00e4se", "100%", "a/b:c@d", "\u65e5\u672c")
FLOATS = (0.0, 1.5, 0.25, 3.0, -2.5, 16777216.0, 0.0625)
DOUBLES = (0.0, 1.5, 0.1, 1e20, 3.0, -1e-7, 1e16, 123456789012345680.0, 5e-324, 1.7976931348623157e308, 1e-5, 0.0001, 1 / 3)
ARNS = {
    "ChannelARN": "kinesisvideo:us-west-2:123456789012:channel/abc/1700000000000",
    "QueueARN": "sqs:us-west-2:123456789012:abc",
}
# What a plain service without a crypto library of its own can compute.
CHECKSUMS = ("CRC32", "SHA1", "SHA256")


class Impossible(Exception):
    """No finite value exists within the depth, or none that both sides could take."""


class Maker:
    """Makes one value; the same seed makes the same value."""

    def __init__(self, seed, style, plain=()):
        self.random = random.Random(seed)
        self.chance = {"minimal": 0.0, "typical": 0.4, "full": 1.0}[style]
        # Members of the outermost structure that endpoint rules read: what they may hold is the rules' business.
        self.plain = plain
        self.left = BUDGET

    def value(self, shape, depth=0, above=()):
        self.left -= 1
        return getattr(self, "_" + shape.type_name)(shape, depth, above)

    def _structure(self, shape, depth, above):
        if shape.is_document_type:
            return self.random.choice(({"a": [1, "x", True, None, 1.5], "b": {}}, {"c": "d"}))
        if shape.name in above and above.count(shape.name) > 1:
            raise Impossible(shape.name)
        above += (shape.name,)
        if shape.is_tagged_union:
            return self._union(shape, depth, above)
        out = {}
        for name, member in shape.members.items():
            required = name in shape.required_members
            wanted = self.random.random() < self.chance and depth < DEPTH and self.left > 0
            if member.serialization.get("eventstream") or not (required or wanted):
                continue
            try:
                out[name] = self._member(name, member, depth, above)
            except Impossible:
                if required:
                    raise
        return out

    def _member(self, name, member, depth, above):
        if depth == 0 and name == "SourceRegion":
            return "eu-west-1"
        if depth == 0 and name in self.plain and member.type_name == "string" and not member.enum:
            if name.lower().endswith("arn"):
                return "arn:aws:" + ARNS.get(name, "kinesis:us-west-2:123456789012:stream/abc")
            return self._long_enough(member, "123456789012" if name == "AccountId" else "abc-1")
        if member.serialization.get("location") == "header" and ("Checksum" in name or "SHA256" in name) and not member.enum:
            return self._long_enough(member, "abc-1")  # of parts, which nobody can verify
        return self.value(member, depth + 1, above)

    def _union(self, shape, depth, above):
        members = list(shape.members.items())
        self.random.shuffle(members)
        # The shallow ones first where it has to come to an end.
        if depth >= DEPTH:
            members.sort(key=lambda m: m[1].type_name in ("structure", "list", "map"))
        for name, member in members:
            try:
                return {name: self.value(member, depth + 1, above)}
            except Impossible:
                pass
        raise Impossible(shape.name)

    def _count(self, shape, depth):
        least, most = int(shape.metadata.get("min", 0) or 0), int(shape.metadata.get("max", 2) or 2)
        wanted = self.random.randint(0 if self.chance < 1 else 1, 2) if depth < DEPTH and self.left > 0 else 0
        return max(least, min(wanted, most))

    def _list(self, shape, depth, above):
        count = self._count(shape, depth)
        if not count:
            return []
        try:
            return [self.value(shape.member, depth + 1, above) for _ in range(count)]
        except Impossible:
            if int(shape.metadata.get("min", 0) or 0):
                raise
            return []

    def _map(self, shape, depth, above):
        out = {}
        try:
            for number in range(self._count(shape, depth)):
                if shape.serialization.get("location") == "headers":
                    out[f"key-{number}"] = "abc-1"
                    continue
                key = self.value(shape.key, depth + 1, above)
                if key in out:
                    key = self._distinct(shape.key, key, number)
                out[key] = self.value(shape.value, depth + 1, above)
        except Impossible:
            if int(shape.metadata.get("min", 0) or 0):
                raise
        return out

    def _distinct(self, shape, key, number):
        most = int(shape.metadata.get("max", 0) or 0)
        if shape.enum or (most and len(key) + 2 > most):
            raise Impossible(shape.name)
        return f"{key}-{number}"

    def _string(self, shape, depth, above):
        if shape.enum:
            known = [e for e in shape.enum if e in CHECKSUMS] if "CRC32" in shape.enum else shape.enum
            return self.random.choice(known or shape.enum)
        texts = TEXTS
        if shape.serialization.get("jsonvalue") and shape.serialization.get("location") == "header":
            return self.random.choice(({"a": [1, "x"]}, {"b": {"c": None}}))
        if shape.serialization.get("location") in ("header", "headers") or shape.serialization.get("hostLabel"):
            texts = ("abc-1",) if shape.serialization.get("hostLabel") else HEADERS
        elif shape.serialization.get("location") == "uri":
            texts = LABELS
        return self._long_enough(shape, self.random.choice(texts))

    _character = _string

    def _long_enough(self, shape, text):
        least, most = int(shape.metadata.get("min", 0) or 0), int(shape.metadata.get("max", 0) or 0)
        text += "p" * (least - len(text))
        return text[:most].strip() or "a" if most and len(text) > most else text

    def _number(self, shape, choices, of):
        least, most = shape.metadata.get("min"), shape.metadata.get("max")
        value = self.random.choice(choices)
        value = value if least is None else max(of(least), value)
        return value if most is None else min(of(most), value)

    def _integer(self, shape, depth, above):
        return self._number(shape, (0, 1, 7, -3, 100, 2**31 - 1), int)

    def _long(self, shape, depth, above):
        return self._number(shape, (0, 1, 7, -3, 2**53 + 1, 2**63 - 1), int)

    def _float(self, shape, depth, above):
        return self._number(shape, FLOATS, float)

    def _double(self, shape, depth, above):
        return self._number(shape, DOUBLES, float)

    def _boolean(self, shape, depth, above):
        return self.random.random() < 0.5

    def _blob(self, shape, depth, above):
        least, most = int(shape.metadata.get("min", 0) or 0), int(shape.metadata.get("max", 9) or 9)
        return self.random.randbytes(max(least, min(self.random.randint(0, 9), most)))

    def _timestamp(self, shape, depth, above):
        return datetime.datetime.fromtimestamp(0, datetime.timezone.utc) + datetime.timedelta(
            seconds=self.random.choice(INSTANTS)
        )
