"""What `$ref` leads to in a JSON Schema."""


def resolved(whole: dict, part: dict) -> dict:
    """The part itself, or what its reference stands for."""
    while "$ref" in part:
        found = whole
        for step in part["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        part = found
    return part


def resolved_within(whole: dict, part: dict) -> dict:
    """The same, where the reference may also be one of those in `allOf`, beside what only describes the field."""
    while reference := next((one for one in (part, *part.get("allOf", [])) if "$ref" in one), None):
        part = resolved(whole, reference)
    return part
