"""Document -> coded events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from detente.coding.events.background import foreground
from detente.coding.events.build import Scene, build
from detente.coding.events.circumstance import lend, unseen
from detente.coding.events.complete import complete, localise
from detente.coding.events.ellipsis import echoed
from detente.coding.events.frames import frame_index
from detente.coding.events.inherit import inherit
from detente.coding.events.model import Coded
from detente.coding.events.opposite import oppose
from detente.coding.events.parties import Parties
from detente.coding.events.phrases import phrase_index
from detente.coding.events.select import choose
from detente.coding.events.speech import implied
from detente.coding.events.turn import turn
from detente.language import Document, Sentence
from detente.records import Statement
from detente.resolve.model import Cast, Located, Timed
from detente.resources import Lexicon

RECENT = 4  # events of the sentences before that a reaction may be to
LATELY = 8  # events looked back over for what 'did too' repeats
SPOKEN = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE", "ACCUSE", "SUPPORT"})  # done by saying it
Placed = TypeVar("Placed", Timed, Located)


def events_of(
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
    scene = Scene(
        lexicon, cast, Parties(cast, places, {s.code: s.name for s in lexicon.states}), _by_sentence(times), _by_sentence(places), published, statements
    )
    found: list[Coded] = []
    for sentence in document.sentences:
        coded = [event for chosen in choose(sentence, index, pseudo, cast) if (event := build(chosen, scene))]
        turn(coded, scene.parties)
        complete(coded, scene)
        inherit(coded, scene.parties)
        lend(coded, scene)
        oppose(coded, scene, found[-RECENT:])
        coded = foreground(coded)
        localise(coded, scene)
        unseen(coded, scene)
        more = implied(sentence, coded, scene) + echoed(sentence, coded, found[-LATELY:], scene)
        found += sorted(coded + more, key=lambda e: (e.trigger.i, e.event))
    said_on = {s.cue.start: s.time for s in statements if s.cue is not None and s.time is not None}
    for number, event in enumerate(found, start=1):
        event.id = f"e{number}"
        statement = scene.statement_at(event.trigger.start)
        event.statement = statement.id if statement else None
        event.date = event.date or said_on.get(event.trigger.start)
        if event.date is None and statement is not None and statement.speaker and event.event in SPOKEN:
            sides = {scene.parties.country(actor) for actor in event.actors}
            event.date = statement.time if scene.parties.country(statement.speaker) in sides else None
    return found


def _by_sentence(items: Sequence[Placed]) -> dict[Sentence, list[Placed]]:
    found: dict[Sentence, list[Placed]] = {}
    for item in items:
        found.setdefault(item.sentence, []).append(item)
    return found
