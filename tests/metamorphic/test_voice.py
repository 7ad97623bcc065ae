"""Passive for active: the same event by the same parties."""

from __future__ import annotations

import pytest

from tests.metamorphic.comparing import cases, read

PAIRS = [
    ("Russian troops invaded Georgia.", "Georgia was invaded by Russian troops."),
    ("Serbia rejected the Croatian proposal.", "The Croatian proposal was rejected by Serbia."),
    ("Israel bombed a camp in Syria.", "A camp in Syria was bombed by Israel."),
    ("The United States imposed sanctions on Iran.", "Sanctions were imposed on Iran by the United States."),
    ("Poland expelled two Russian diplomats.", "Two Russian diplomats were expelled by Poland."),
    ("China accused Japan of spying.", "Japan was accused of spying by China."),
    ("Egypt warned Ethiopia against filling the dam.", "Ethiopia was warned by Egypt against filling the dam."),
    ("Turkey threatened Greece with war.", "Greece was threatened with war by Turkey."),
    ("France condemned the Belarusian government.", "The Belarusian government was condemned by France."),
    ("India shot down a Pakistani aircraft.", "A Pakistani aircraft was shot down by India."),
    ("The Security Council adopted new sanctions against Libya.", "New sanctions against Libya were adopted by the Security Council."),
    ("Germany urged Kosovo to pull back its police.", "Kosovo was urged by Germany to pull back its police."),
    ("Armenia released ten Azerbaijani soldiers.", "Ten Azerbaijani soldiers were released by Armenia."),
    ("Norway has sent food to Yemen.", "Food has been sent to Yemen by Norway."),
]


def main(text: str) -> tuple[str, frozenset[str], frozenset[str], str]:
    """Type, actors, recipients and factuality of the event that happened."""
    events = [event for event in read(text).events if event.factuality == "occurred"]
    assert events, f"no event in {text!r}"
    event = events[0]
    return event.event, frozenset(event.actors), frozenset(event.recipients), event.factuality


@pytest.mark.parametrize(("active", "passive"), cases({pair[0][:40]: pair for pair in PAIRS}))
def test_the_passive_says_what_the_active_says(active: str, passive: str) -> None:
    """Type, actors, recipients and factuality are the same whichever is the subject."""
    assert main(passive) == main(active)


@pytest.mark.parametrize("active", [active for active, _ in PAIRS])
def test_the_active_has_its_subject_for_an_actor(active: str) -> None:
    """Both readings being empty would be the same, too: the actor is there."""
    _, actors, _, _ = main(active)
    assert actors
