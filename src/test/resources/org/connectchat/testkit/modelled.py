"""Checks each response that boto3 gets from the emulator against the model of its operation, and each error against those
that the model declares. Raises NotModelled, which no script catches as an error of AWS."""

import json
import re

import boto3

# Members that newer models have; the contract names them (S5).
NEWER = {"AgentInfo.ActiveRegion"}
# The emulator shows the tags of a resource without tags as an empty map; the minimum of the model is meant for requests.
MAY_BE_EMPTY = {"TagMap"}
# What every operation may respond with, as the throttle, the signature and the missing operations do.
ANY_OPERATION = {"TooManyRequestsException", "AccessDeniedException", "NotImplementedException"}
# Signature errors have the codes of AWS's front end, which no model declares.
FRONT_END = {403}


class NotModelled(Exception):
    pass


def length(value, shape):
    return value if shape.type_name in ("integer", "long", "float", "double") else len(value)


def matches(pattern, value):
    # Python has no classes of Unicode such as \\p{L}: in their place any character may stand.
    return re.search(re.sub(r"\\[pP]\{\w+\}", r"\\w\\W", pattern), value)


def constraints(value, shape, where):
    least, most = shape.metadata.get("min"), shape.metadata.get("max")
    empty = shape.name in MAY_BE_EMPTY and not value
    if least is not None and length(value, shape) < least and not empty:
        yield f"{where} is below {least}: {value!r}"
    if most is not None and length(value, shape) > most:
        yield f"{where} is above {most}: {value!r}"
    if shape.type_name == "string":
        if shape.enum and value not in shape.enum:
            yield f"{where} is none of {shape.enum}: {value!r}"
        if not matches(shape.metadata.get("pattern", ""), value):
            yield f"{where} does not match {shape.metadata['pattern']}: {value!r}"


def is_timestamp(value, shape):
    if shape.serialization.get("timestampFormat") == "iso8601":
        return isinstance(value, str)
    return isinstance(value, (int, float)) and not isinstance(value, bool)


TYPES = {
    "string": lambda value, shape: isinstance(value, str),
    "blob": lambda value, shape: isinstance(value, str),
    "timestamp": is_timestamp,
    "boolean": lambda value, shape: isinstance(value, bool),
    "integer": lambda value, shape: isinstance(value, int) and not isinstance(value, bool),
    "long": lambda value, shape: isinstance(value, int) and not isinstance(value, bool),
    "float": lambda value, shape: isinstance(value, (int, float)) and not isinstance(value, bool),
    "double": lambda value, shape: isinstance(value, (int, float)) and not isinstance(value, bool),
    "list": lambda value, shape: isinstance(value, list),
    "map": lambda value, shape: isinstance(value, dict),
    "structure": lambda value, shape: isinstance(value, dict),
}


def problems(value, shape, where):
    """Says what of a JSON value is not as its shape has it."""
    if not TYPES[shape.type_name](value, shape):
        yield f"{where} is no {shape.type_name}: {value!r}"
        return
    if shape.type_name not in ("structure", "boolean", "timestamp", "blob"):
        yield from constraints(value, shape, where)
    if shape.type_name == "list":
        for number, element in enumerate(value):
            yield from problems(element, shape.member, f"{where}[{number}]")
    elif shape.type_name == "map":
        for key, element in value.items():
            yield from problems(key, shape.key, f"the key {key!r} of {where}")
            yield from problems(element, shape.value, f"{where}.{key}")
    elif shape.type_name == "structure":
        yield from members(value, shape, where)


def members(value, shape, where):
    body = {
        member.serialization.get("name", name): (name, member)
        for name, member in shape.members.items()
        if "location" not in member.serialization
    }
    for name, element in value.items():
        if name in body:
            yield from problems(element, body[name][1], f"{where}.{name}")
        elif f"{shape.name}.{name}" not in NEWER:
            yield f"{where}.{name} is no member of {shape.name}"
    for name, (member, _) in body.items():
        if member in shape.required_members and name not in value:
            yield f"{where}.{name} is required"
    if getattr(shape, "is_tagged_union", False) and len(value) != 1:
        yield f"{where} has not exactly one member: {sorted(value)}"


def check(operation_model, response_dict, **rest):
    body, status = response_dict["body"], response_dict["status_code"]
    if status >= 400:
        code = response_dict["headers"].get("x-amzn-errortype", "").split(":")[0]
        declared = {shape.name for shape in operation_model.error_shapes}
        found = [] if code in declared | ANY_OPERATION or status in FRONT_END else [f"{code} is not declared"]
    elif operation_model.output_shape is None:
        found = []
    else:
        found = list(problems(json.loads(body or "{}"), operation_model.output_shape, operation_model.name))
    if found:
        raise NotModelled(f"{operation_model.name}: {'; '.join(found)}")


boto3.setup_default_session()
for service in ("connect", "connectparticipant"):
    boto3.DEFAULT_SESSION.events.register(f"before-parse.{service}", check)
