"""Writing model files: what is written reads as the same game."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from detente.conflict import (
    And,
    ByStatements,
    Formula,
    Game,
    If,
    Iff,
    Match,
    Not,
    Or,
    Statement,
    as_toml,
    holds,
    implication,
    parse_game,
    spelled,
    taken,
)  # fmt: skip
from detente.conflict.build import build

from .oracle import Oracle
from .strategies import quick, random_model
from .test_read import TOML

NAMES = ("Mobilise", "fire AND forget", 'say "no"', "Mobilise", "12", "(odd)")
SIX = build(
    {
        "decision_makers": ["A", "B: c"],
        "options": [{"name": n, "owner": "A" if i < 2 else "B: c", "key": "k" if i == 4 else ""} for i, n in enumerate(NAMES)],
        "preferences": {"A": {"statements": []}, "B: c": {"statements": []}},
    }
)
LEAVES = st.builds(lambda cares, taken: Match(cares, cares & taken), st.integers(0, 63), st.integers(0, 63))
FORMULAS: st.SearchStrategy[Formula] = st.recursive(
    LEAVES,
    lambda part: st.one_of(
        st.builds(Not, part),
        st.builds(And, st.lists(part, max_size=3).map(tuple)),
        st.builds(Or, st.lists(part, max_size=3).map(tuple)),
        st.builds(If, part, part),
        st.builds(Iff, part, part),
    ),
    max_leaves=6,
)


def with_statement(formula: Formula, game: Game = SIX) -> Game:
    """The game with one statement for the first decision maker, its text left to the writer."""
    own = ByStatements(statements=(Statement(formula=formula),))
    return replace(game, preferences=(own, *game.preferences[1:]))


@quick
@given(FORMULAS)
def test_a_spelled_formula_reads_as_itself(formula: Formula) -> None:
    """Whatever the names of options and the nesting, the text is true of the same states."""
    again = parse_game(as_toml(with_statement(formula))).preferences[0]
    assert isinstance(again, ByStatements)
    read = again.statements[0].formula
    assert [holds(read, code) for code in range(64)] == [holds(formula, code) for code in range(64)]


@quick
@given(st.integers(min_value=0, max_value=10**9))
def test_a_written_game_reads_as_itself(seed: int) -> None:
    """Random models with rankings and statements survive, and so does what is solved."""
    model = random_model(seed)
    if Oracle(model).codes:
        game = build(model)
        assert parse_game(as_toml(game)) == game


def test_labels_citations_and_the_status_quo_are_kept() -> None:
    """All that a person wrote comes back."""
    game = parse_game(TOML)
    assert parse_game(as_toml(game)) == game


def test_comments_and_questions_are_kept() -> None:
    """Comments stay with their entries; questions are marked, and told apart from other comments."""
    text = "# ? Does Bland know?\n" + TOML.replace('[[options]]\nname = "Invade"', '# seen on 3 May\n[[options]]\nname = "Invade"  # or raid')
    game = parse_game(text)
    assert game.questions == ("Does Bland know?",)
    assert game.options[1].comments == ("seen on 3 May", "or raid")
    assert game.preferences[0].statements[0].comments == ("most important",)
    written = as_toml(game)
    again = parse_game(written)
    assert again.questions == game.questions
    assert again.options[1].comments == game.options[1].comments
    assert as_toml(again) == written


def test_an_implication_is_written_as_one() -> None:
    """A rule made by ``implication`` reads as an implication; one of another shape still means the same."""
    rules = (implication(taken(0), taken(2)), replace(implication(taken(0), taken(2)), formula=taken(1)))
    again = parse_game(as_toml(replace(SIX, infeasible=rules)))
    assert [[holds(r.formula, c) for c in range(64)] for r in again.infeasible] == [
        [holds(r.formula, c) for c in range(64)] for r in rules
    ]
    assert again.infeasible[0].implies


def test_spelling_names_options_as_a_person_would() -> None:
    """By key, by name, by owner and name, or by number, whatever is clear."""
    texts = [spelled(taken(i), SIX) for i in range(6)]
    assert texts == ["A: Mobilise", '"fire AND forget"', "3", "B: c: Mobilise", "k", '"(odd)"']


def test_views_and_unknown_preferences_are_kept() -> None:
    """What a decision maker errs about, and what nobody knows, survive being written."""
    text = TOML.replace('"-3",', '{ statement = "-3", unknown = true },').replace(
        'ranking = ["NNN", ["YNN", "YNY"], 4, 3, "YYY"]', 'known = [["NNN", ["YNN", "YNY"]], ["YYY", "NNN"]]'
    )
    text += '\n# as its envoy said\n[views.Bland]\nunaware = ["invade"]\ncites = ["s3"]\n[views.Bland.preferences.Aland]\nstatements = ["3"]\n'
    game = parse_game(text)
    assert game.uncertain
    assert game.views[1] is not None
    assert game.views[1].unaware == 0b010
    assert game.views[1].comments == ("as its envoy said",)
    written = as_toml(game)
    assert parse_game(written) == game
    assert as_toml(parse_game(written)) == written
