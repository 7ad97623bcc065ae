"""Document -> coded events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from detente.coding.events.build import Scene, build
from detente.coding.events.frames import frame_index
from detente.coding.events.inherit import inherit
from detente.coding.events.model import Coded
from detente.coding.events.phrases import phrase_index
from detente.coding.events.select import choose
from detente.coding.events.speech import implied
from detente.language import Document, Sentence
from detente.records import Statement
from detente.resolve.model import Cast, Located, Timed
from detente.resources import Lexicon

Placed = TypeVar("Placed", Timed, Located)


def events_of(  # noqa: PLR0913  what the layers below found
    document: Document,
    lexicon: Lexicon,
    cast: Cast,
    *,
    times: Sequence[Timed] = (),
    places: Sequence[Located] = (),
    statements: Sequence[Statement] = (),
    published: str | None = None,
) -> list[Coded]:
    """All events of a document, in text order.

    Frames are matched on the dependency tree, the closest frame a trigger; actors come from the
    grammar alone. Types and their meaning follow PLOVER (Open Event Data Alliance 2018, Halterman
    et al. 2023, "PLOVER and POLECAT").

    Args:
        document: the parsed report, without its furniture.
        lexicon: the tables in use.
        cast: who is who.
        times: time expressions with their values.
        places: place names with their countries.
        statements: who says what; an event inside a statement is told by it, not by the report.
        published: the day of the report, which says what is past history.
    """
    index, pseudo = frame_index(lexicon), phrase_index(lexicon)
    scene = Scene(lexicon, cast, _by_sentence(times), _by_sentence(places), published)
    found: list[Coded] = []
    for sentence in document.sentences:
        coded = [event for chosen in choose(sentence, index, pseudo, cast) if (event := build(chosen, scene))]
        inherit(coded)
        found += sorted(coded + implied(sentence, coded, scene), key=lambda e: (e.trigger.i, e.event))
    for number, event in enumerate(found, start=1):
        event.id = f"e{number}"
        event.statement = _statement_of(event, statements)
    return found


def _by_sentence(items: Sequence[Placed]) -> dict[Sentence, list[Placed]]:
    found: dict[Sentence, list[Placed]] = {}
    for item in items:
        found.setdefault(item.sentence, []).append(item)
    return found


def _statement_of(event: Coded, statements: Sequence[Statement]) -> str | None:
    """The innermost statement whose content holds the trigger; the cue's own verb stands outside it."""
    at = event.trigger.start
    best: tuple[int, str] | None = None
    for statement in statements:
        for span in statement.content:
            if span.start <= at < span.end and (best is None or span.end - span.start < best[0]):
                best = (span.end - span.start, statement.id)
    return best[1] if best else None
