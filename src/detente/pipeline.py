"""The one module that knows all the stages: Report -> Record.

Each stage takes what the stages before it found and returns its own rows; none changes another's.
Reading is a pure function of the text, what is given with it, the model and the lexicon.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from detente.coding.commitments import commitments_of
from detente.coding.events import announced, event_rows, events_of, renumbered
from detente.coding.statements import statements_of
from detente.errors import DetenteError
from detente.language import Document, Parser, document_of_doc
from detente.records import Coder, Furniture, Record, Report
from detente.resolve.actors import cast_of, mention_rows
from detente.resolve.places import places_of
from detente.resolve.times import times_of
from detente.resources import Lexicon, lexicon
from detente.settings import Settings
from detente.sources import Failure, InputOptions, find_furniture, report_from_text

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Reader:
    """A loaded parser and lexicon; build one and read many reports with it."""

    def __init__(self, settings: Settings | None = None) -> None:
        settings = settings or Settings()
        self.lexicon = lexicon(settings.resources)
        self.parser = Parser(settings.model)
        self.coder = coder_of(self.parser.name, self.lexicon)

    def read(self, report: Report) -> Record:
        """The record of one report."""
        furniture = find_furniture(report.text, self.lexicon.furniture)
        document = self.parser.parse(report.text, furniture)
        return code(report, document, self.lexicon, self.coder, furniture)

    def read_all(self, reports: Iterable[Report | Failure]) -> Iterator[Record | Failure]:
        """A record or a failure for each report, in order; one bad report never stops the others."""
        for report in reports:
            if isinstance(report, Failure):
                yield report
                continue
            try:
                yield self.read(report)
            except DetenteError as error:
                yield Failure(where=report.key, code=error.code, message=error.message)
            except Exception as error:  # noqa: BLE001  a fault of ours in one report must not lose the others
                yield Failure(where=report.key, code="fault", message=_fault(error))


def code(
    report: Report, document: Document, words: Lexicon, coder: Coder, furniture: Sequence[Furniture] = ()
) -> Record:
    """The record of a parsed report: every layer in turn."""
    cast = cast_of(document, words, published=report.published, title=report.title, outlet=report.outlet)
    times = times_of(document, published=report.published)
    places = places_of(document, words, cast)
    said = statements_of(document, words, cast, times=times, places=places)
    statements = tuple(s.row for s in said)
    coded = events_of(
        document, words, cast, times=times, places=places, statements=statements, published=report.published
    )
    commitments = commitments_of(document, words, cast, events=coded, said=said, times=times)
    events = announced(commitments, coded, document, statements, times)
    commitments = renumbered(events, commitments)
    return Record(
        coder=coder,
        report=report,
        furniture=tuple(furniture),
        actors=tuple(cast.actors.values()),
        mentions=mention_rows(cast),
        places=tuple(p.row for p in places),
        times=tuple(t.row for t in times),
        statements=statements,
        events=event_rows(events, document, words),
        commitments=commitments,
    )


def read(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    language: str | None = None,
    resources: Sequence[str | Path] = (),
) -> Record:
    """The record of one report given as text; ``published`` is its ISO 8601 day.

    Raises:
        EmptyReport: there is no text.
        UnsupportedLanguage: it is not in English.
        UsageError: ``published`` is no date.
    """
    options = InputOptions(published=published, title=title, outlet=outlet, language=language)
    report = report_from_text(text, options, key="text", url=url)
    return _reader(tuple(Path(folder) for folder in resources)).read(report)


def record_of_doc(
    doc: Doc, *, published: str | None = None, title: str | None = None, resources: Sequence[str | Path] = ()
) -> Record:
    """The record of a spaCy doc that has a parse already; its sentences and tags are used as they are."""
    words = lexicon(tuple(Path(folder) for folder in resources))
    options = InputOptions(published=published, title=title, language="en")
    report = report_from_text(doc.text, options, key="doc")
    meta = doc.vocab.lang
    return code(report, document_of_doc(doc), words, coder_of(f"{meta} pipeline of the caller", words))


def coder_of(model: str, words: Lexicon) -> Coder:
    """What makes the records: this version, the model by name and version, the lexicon by hash."""
    try:
        number = version("detente")
    except PackageNotFoundError:
        number = "0+unknown"
    return Coder(version=number, model=model, lexicon=words.fingerprint)


def _fault(error: Exception) -> str:
    """What to say of a mistake in detente itself: where it is and what to do."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return (
        f"a fault in detente ({type(error).__name__}: {error}; {Path(last.filename).name}:{last.lineno}): "
        "please report it with this text; the other reports are not affected"
    )


@lru_cache(maxsize=2)
def _reader(resources: tuple[Path, ...]) -> Reader:
    return Reader(Settings(resources=resources))
