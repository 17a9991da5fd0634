"""How JSON is written: readable, in UTF-8, the same bytes each time."""

import json


def json_bytes(value: object) -> bytes:
    """A JSON file, one value a line, keys in the order given."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
