"""The JSON Schema of a record, generated from the types."""

from __future__ import annotations

from typing import Any

from detente.records.encode import adapter


def record_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of the object that ``detente read --format json`` prints."""
    schema = adapter().json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:detente:record:1",
        **schema,
        "title": "detente record",
    }
