"""How the tests of commitments read a text: the whole pipeline, without a command line."""

from __future__ import annotations

from detente.language import Parser
from detente.pipeline import code
from detente.records import Coder, Commitment, Record
from detente.resources import Lexicon
from detente.sources import InputOptions, report_from_text

CODER = Coder(version="0", model="test", lexicon="test")


def record_of(text: str, parser: Parser, words: Lexicon, *, published: str | None = "2023-05-10") -> Record:
    """The record of a text."""
    report = report_from_text(text, InputOptions(published=published, language="en"), key="test")
    return code(report, parser.parse(report.text), words, CODER)


def said(rows: tuple[Commitment, ...], kind: str, act: str) -> list[Commitment]:
    """The commitments of a kind (or of several, '|' between) whose act holds these words."""
    return [row for row in rows if row.kind in kind.split("|") and act in row.act.text]


def state(actor: str | None) -> str | None:
    """The state or body of an actor's id: 'RUS' for 'RUS/GOV'."""
    return actor.split("/")[0] if actor else None
