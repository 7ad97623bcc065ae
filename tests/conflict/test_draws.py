"""Draws by what statements say of their certainty and firmness."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from detente.conflict import Game, as_toml, parse_game, solve
from detente.conflict.draws import drawn, says_how_sure
from detente.conflict.sensitivity import drops_of, sampled, single_drops, swaps_of
from detente.errors import GameError

from .games import PRISONERS


def game(*statements: str) -> Game:
    """A's preferences are these statements over x and y; B has none."""
    rows = ", ".join(statements)
    return parse_game(
        'decision_makers = ["A", "B"]\n[[options]]\nname = "x"\nowner = "A"\n[[options]]\nname = "y"\nowner = "B"\n'
        f"[preferences.A]\nstatements = [{rows}]\n[preferences.B]\nstatements = []\n"
    )


def orders(one: Game, draws: int, spread: float = 0.3) -> Counter[tuple[str, ...]]:
    """How often each order of A's statements was drawn."""
    chance = random.Random(5)  # noqa: S311  a sample
    found = (drawn(one, spread, chance).preferences[0] for _ in range(draws))
    return Counter(tuple(s.text for s in each.statements) for each in found)  # type: ignore[union-attr]


def test_a_statement_is_kept_as_often_as_it_is_certain() -> None:
    """Never turned round, only left out."""
    found = orders(game('{ statement = "x", certainty = 0.7 }'), 2000)
    assert set(found) == {("x",), ()}
    assert found["x",] / 2000 == pytest.approx(0.7, abs=0.03)


def test_neighbours_change_places_the_more_often_the_nearer_their_firmness() -> None:
    """As firm: as often; one apart: once in three; three apart: once in nine."""
    for gap, share in ((0, 1 / 2), (1, 1 / 3), (3, 1 / 9)):
        one = game(f'{{ statement = "x", firmness = {5 + gap} }}', '{ statement = "y", firmness = 5 }')
        assert orders(one, 3000)["y", "x"] / 3000 == pytest.approx(share, abs=0.03)


def test_without_firmness_the_spread_decides() -> None:
    """Of two neighbours as in the Mallows model: spread to one."""
    plain = game('"x"', '"y"')
    assert orders(plain, 50, spread=0.0) == {("x", "y"): 50}
    assert orders(plain, 3000, spread=0.5)["y", "x"] / 3000 == pytest.approx(1 / 3, abs=0.03)
    assert not says_how_sure(plain)
    assert says_how_sure(game('{ statement = "x", firmness = 5 }'))
    assert not says_how_sure(PRISONERS)


def test_the_file_keeps_certainty_and_firmness() -> None:
    """Written and read again, they are the same; a number that is none is a fault with its line."""
    one = game('{ statement = "x", certainty = 0.7, firmness = 5 }')
    assert parse_game(as_toml(one)) == one
    assert "certainty = 0.7, firmness = 5.0" in as_toml(one)
    for wrong, says in (("certainty = 1.2", "certainty is from 0"), ('certainty = "high"', "'certainty' must be a number"), ("firmness = inf", "must be a number")):
        with pytest.raises(GameError, match=says):
            game(f'{{ statement = "x", {wrong} }}')


def test_every_statement_that_is_not_quite_certain_is_left_out_in_turn() -> None:
    """The change names what is left out, its certainty, and what it cites; so does a swap."""
    one = game('{ statement = "x", certainty = 0.7, cites = ["c1"] }', '{ statement = "y", certainty = 1 }', '{ statement = "NOT x", cites = ["c2"] }')
    assert [change.says for change in drops_of(one)] == ["if A did not care for x after all (certainty 0.7) [c1]"]
    assert [change.says for change in swaps_of(one)] == ["if A cared more for y than for x [c1]", "if A cared more for NOT x than for y [c2]"]
    firm = single_drops(one, ["nash"])
    today = solve(one).equilibria("nash")
    assert firm.variants == 1
    assert all(firm.breaking["nash"][code] == ("if A did not care for x after all (certainty 0.7) [c1]",) for code in today)


def test_certain_draws_are_todays_game_and_the_same_again() -> None:
    """Certainty 1 and firmness far apart leave hardly anything to chance; the seed decides the rest."""
    one = game('{ statement = "x", certainty = 1, firmness = 90 }', '{ statement = "y", firmness = 5 }')
    first = sampled(one, draws=40, seed=3, concepts=["nash"])
    assert first == sampled(one, draws=40, seed=3, concepts=["nash"])
    assert set(first.share["nash"].values()) == {1.0}


def test_unknown_statements_are_drawn_as_well_each_way_by_itself() -> None:
    """A draw that leaves the unknown statement out is solved all the same."""
    one = game('{ statement = "x", unknown = true, certainty = 0.5 }')
    firm = sampled(one, draws=60, concepts=["nash-a", "nash-d"])
    assert firm.share["nash-d"][0] == 1.0
    assert 0.2 < firm.share["nash-a"][0] < 0.8
