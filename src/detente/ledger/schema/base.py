"""The base of the tables and the types of their columns, the same on SQLite and PostgreSQL."""

from __future__ import annotations

import json
import re
import zlib
from typing import Annotated, Any

from sqlalchemy import BigInteger, ForeignKey, Integer, LargeBinary, MetaData, Text
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

# No database stores these as text: half a surrogate pair, and NUL.
_UNSTORABLE = re.compile("[\ud800-\udfff\x00]")

# Ordered by code point on both sides: SQLite does so by itself, PostgreSQL by the collation "C".
Plain = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
Number = Integer().with_variant(BigInteger(), "postgresql")


def json_text(value: Any) -> str:
    """A JSON value as ASCII text, its keys in order: the same value is the same text."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


class Words(TypeDecorator[str]):
    """Text for reading and searching; what no database can store becomes U+FFFD."""

    impl = Plain
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The text without the characters that can't be stored."""
        return None if value is None else _UNSTORABLE.sub("\ufffd", value)


class Json(TypeDecorator[Any]):
    """Any JSON value as ASCII text, so that every string survives; the same value is the same text."""

    impl = Plain
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The value as JSON text."""
        return None if value is None else json_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """The value that the text holds."""
        return None if value is None else json.loads(value)


class Packed(TypeDecorator[str]):
    """Text of any length and any characters, compressed."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """The compressed bytes."""
        return None if value is None else zlib.compress(value.encode("utf-8", "surrogatepass"), 6)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The text, unchanged."""
        return None if value is None else zlib.decompress(value).decode("utf-8", "surrogatepass")


class Base(DeclarativeBase):
    """The base of all tables; constraints have names, so that migrations can change them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


Serial = Annotated[int, mapped_column(Number, primary_key=True, autoincrement=True)]
DossierNo = Annotated[int, mapped_column(Number, ForeignKey("dossiers.no"), primary_key=True)]
RowId = Annotated[str, mapped_column(Plain, primary_key=True)]
Key = Annotated[str, mapped_column(Plain)]
Said = Annotated[str, mapped_column(Words)]
Values = Annotated[Any, mapped_column(Json)]
