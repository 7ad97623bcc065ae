"""All actors and mentions of a report."""

from __future__ import annotations

from dataclasses import replace

from detente.language import Document
from detente.resolve.actors.coreference import find_later
from detente.resolve.actors.names import find_names
from detente.resolve.actors.people import find_people
from detente.resolve.actors.reading import read
from detente.resolve.actors.registry import Registry
from detente.resolve.actors.unlisted import find_unlisted
from detente.resolve.model import Cast, Reference
from detente.resources import Lexicon


def cast_of(
    document: Document, lexicon: Lexicon, *, published: str | None, title: str | None = None, outlet: str | None = None
) -> Cast:
    """Who is who in one report: all actors and all references, in text order.

    Args:
        document: the parsed report.
        lexicon: the tables in use.
        published: the day of the report (ISO 8601, any precision), which decides between states and
            holders of an office; ``None`` means that only what holds at any date is used.
        title: the report's headline, where it is not part of the text: a state named there decides
            which state an ambiguous word ('Korean') means.
        outlet: the outlet's name; where it is in the tables, its state is the context of last resort
            for 'the Foreign Ministry'.
    """
    registry = Registry(lexicon, published)
    registry.cast.text = document.text
    reading = read(document, registry, title, outlet)
    persons = find_people(reading)
    find_names(reading)
    find_unlisted(reading)
    find_later(reading, persons)
    cast = reading.cast
    _set_aliases(cast)
    cast.references.sort(key=lambda r: (r.sentence.index, r.first, -r.last))
    return cast


ORGANS = frozenset({"government", "military"})


def _in_full(reference: Reference, cast: Cast) -> str:
    """'Indian army', 'Ministry of National Defence': an organ by its name as printed; '' for a mere 'army'."""
    tokens, first = reference.sentence.tokens, reference.first
    while first and (tokens[first - 1].pos == "PROPN" or tokens[first - 1].tag == "JJ") and tokens[first - 1].text[0].isupper():
        first -= 1
    words = cast.text[tokens[first].start : tokens[reference.last].end]
    return words if " " in words and words[0].isupper() and tokens[first].pos in {"PROPN", "ADJ", "NOUN"} and "\n" not in words else ""


def _set_aliases(cast: Cast) -> None:
    """Adds to each actor the forms by which the text names it, and to the organ of a body that body."""
    forms: dict[str, dict[str, None]] = {}
    for reference in cast.references:
        if reference.form in {"name", "metonym"}:
            tokens = reference.sentence.tokens
            words = cast.text[tokens[reference.first].start : tokens[reference.last].end]
            forms.setdefault(reference.actor, {})[words.removeprefix("the ")] = None
        elif reference.rule.startswith("organ") and cast.actors[reference.actor].kind in ORGANS and (full := _in_full(reference, cast)):
            forms.setdefault(reference.actor, {})[full] = None
    for key in [key for key, actor in cast.actors.items() if actor.kind == "igo" and "/" in key]:
        forms.setdefault(key, {})[key.partition("/")[0]] = None  # the Security Council is the UN, too
    for key, found in forms.items():
        actor = cast.actors[key]
        aliases = dict.fromkeys((*actor.aliases, *found))
        aliases.pop(actor.name, None)
        cast.actors[key] = replace(actor, aliases=tuple(aliases))
