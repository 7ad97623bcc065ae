"""What holds of every cast: spans, ids, reasons, repeatability; and whom actors speak for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.resolve.actors import cast_of, government_of, mention_rows, parties_of

REPORT = """\
Rebels reject truce

MOSCOW, Oct. 10 — Russia's foreign minister, Sergei Lavrov, met Jens Stoltenberg, NATO's secretary general, on
Saturday. “We want peace,” he said. Hamas leader Yahya Sinwar and General Mark Milley did not attend, said Jane Roe.

The two countries will meet again. Its ambassador was absent. Antonio Guterres called on them to sign.
"""
DAY = "2020-10-10"


@pytest.fixture(scope="module")
def document(parser):
    """The report, parsed."""
    return parser.parse(REPORT)


def test_mentions_slice_the_report(document, words) -> None:
    """Every mention's words stand where it says, and its actor is in the cast."""
    cast = cast_of(document, words, published=DAY)
    rows = mention_rows(cast)
    assert [row.id for row in rows] == [f"m{n}" for n in range(1, len(rows) + 1)]
    assert all(REPORT[row.start : row.end] == row.text and row.actor in cast.actors for row in rows)


def test_mentions_come_in_text_order(document, words) -> None:
    """References are sorted by where they stand."""
    starts = [row.start for row in mention_rows(cast_of(document, words, published=DAY))]
    assert starts == sorted(starts)


def test_every_actor_and_reference_says_why(document, words) -> None:
    """No actor without a reason in words, no reference without a rule."""
    cast = cast_of(document, words, published=DAY)
    assert all(actor.because for actor in cast.actors.values())
    assert all(reference.rule for reference in cast.references)


def test_the_same_report_gives_the_same_cast(document, words) -> None:
    """Nothing depends on what was read before."""
    first, second = (cast_of(document, words, published=DAY) for _ in range(2))
    assert first.actors == second.actors
    assert mention_rows(first) == mention_rows(second)


def test_parties_are_always_in_the_cast(document, words) -> None:
    """Whatever token is asked about, the ids that come back have rows."""
    cast = cast_of(document, words, published=DAY)
    for token in (t for s in document.sentences for t in s.tokens):
        assert set(parties_of(token, cast)) <= set(cast.actors)


@pytest.mark.parametrize(
    ("person", "speaks_for"),
    [
        ("RUS/GOV/sergey-lavrov", "RUS/GOV"),
        ("NATO/jens-stoltenberg", "NATO"),
        ("HAMAS/yahya-sinwar", "HAMAS"),
        ("USA/MIL/mark-milley", "USA/MIL"),
        ("UN/antonio-guterres", "UN"),
        ("---/---/jane-roe", "---/---/jane-roe"),
        ("RUS", "RUS"),
    ],
)
def test_people_speak_for(document, words, person: str, speaks_for: str) -> None:
    """Officials speak for their government or body, private people for themselves."""
    cast = cast_of(document, words, published=DAY)
    assert government_of(person, cast) == speaks_for
    assert speaks_for in cast.actors


def test_an_unknown_id_speaks_for_nobody(document, words) -> None:
    """An id that the cast does not hold gives nothing."""
    assert government_of("XYZ", cast_of(document, words, published=DAY)) is None


def test_a_person_without_state_says_so(document, words) -> None:
    """What can't be resolved is empty, with the reason."""
    actor = cast_of(document, words, published=DAY).actors["---/---/jane-roe"]
    assert (actor.country, actor.sector, actor.because) == (None, None, "no title, state or office is given")


def test_an_empty_document_has_an_empty_cast(parser, words) -> None:
    """A text of white space names nobody."""
    cast = cast_of(parser.parse(" \n"), words, published=None)
    assert (cast.actors, cast.references) == ({}, [])


def test_a_former_president_keeps_role_and_state(parser, words) -> None:
    """An office that has ended still tells the state, and the reason gives its dates."""
    text = "The then United States President, Donald Trump, spoke in October 2020."
    actor = cast_of(parser.parse(text), words, published="2021-07-08").actors["USA/GOV/donald-trump"]
    assert actor.role == "President"
    assert actor.because.endswith("2017-01-20 to 2021-01-20")


def test_the_seven_cases_name_their_actors(parser, words, shared: Path) -> None:
    """Every actor of the annotated cases is found, with its state and sector."""
    cases = sorted((shared / "cases").glob("*/gold.json"))
    assert cases
    for path in cases:
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (path.parent / gold["report"]).read_text(encoding="utf-8")
        cast = cast_of(parser.parse(text), words, published=gold["published"])
        for actor in gold["actors"]:
            assert any(set(actor["is"]) & _keys(row) for row in cast.actors.values() if _named(row, actor["name"])), actor


def _keys(row) -> set[str | None]:
    igo = {"IGO"} if row.kind == "igo" or row.sector == "IGO" else set()
    return {row.id, row.country, row.sector, f"{row.country}/{row.sector}", *row.aliases} | igo


def _named(row, name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1] == row.name.split()[-1] or name in {row.name, row.id, *row.aliases}


def test_an_organ_of_a_body_goes_by_the_name_of_the_body(parser, words) -> None:
    """Who asks for the UN finds the Security Council; a person of the UN keeps to the own name."""
    document = parser.parse("The Security Council met on Monday. UN Secretary-General Ban Ki-moon spoke.")
    actors = cast_of(document, words, published="2015-01-05").actors
    assert "UN" in actors["UN/SC"].aliases
    assert all("UN" not in actor.aliases for actor in actors.values() if actor.kind == "person")
