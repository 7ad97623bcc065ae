"""Acts as names of options."""

from __future__ import annotations

import pytest

from detente.framing.phrases import accepted, bare, begins_with_verb, ended, tidy, waits


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Entry bans would be imposed on the ministers", "Entry bans imposed on the ministers"),
        ("The army will be stationed in the north", "The army stationed in the north"),
        ("The carrier would move closer to the coast", "The carrier to move closer to the coast"),
        ("can talks across the strait be resumed", "talks across the strait resumed"),
        ("will become a target", "become a target"),
        ("the guarantees that Norway is demanding from the alliance", "the guarantees"),
        ("the gunboats are withdrawn", "the gunboats withdrawn"),
        ("should the harbour close, or should others meddle", "the harbour close, or should others meddle"),
        ("withdraw its trawlers", "withdraw its trawlers"),
    ],
)
def test_modals_and_asides_are_left_out(text: str, plain: str) -> None:
    """As a headline would have it."""
    assert tidy(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("withdraws from the island", "withdraw from the island"),
        ("released the crew", "release the crew"),
        ("stopped the ship", "stop the ship"),
        ("meddles its way in", "meddle its way in"),
        ("guarantees for all", "guarantee for all"),
        ("ministers of the realm", "ministers of the realm"),
        ("withdraw now", "withdraw now"),
    ],
)
def test_a_verb_without_its_subject_is_put_in_its_base_form(text: str, plain: str) -> None:
    """Only verbs that the frames know, or what a determiner shows to be one."""
    assert bare(text) == plain


def test_small_shapes() -> None:
    """What has to end, what was turned down, what is inaction."""
    assert ended("the foreign presence has to end") == "the foreign presence"
    assert ended("the talks go on") is None
    assert accepted("rejected the ultimatum") == "accept the ultimatum"
    assert accepted("the ultimatum") is None
    assert waits("sit idle")
    assert not waits("sit at the table")
    assert begins_with_verb("withdraw the ships")
    assert not begins_with_verb("the ships")
