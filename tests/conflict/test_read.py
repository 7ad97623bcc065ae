"""Reading model files: the same meaning in TOML and JSON, and every fault with its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.conflict import Direction, Game, holds, parse_game, read_game, solve
from detente.conflict.lines import lines_of
from detente.errors import GameError

TOML = """
title = "Border"            # what it is about
decision_makers = ["Aland", { name = "Bland", label = "the neighbour", cites = ["e1", "c2"] }]
implications = ["invade IMPLIES mobilise"]
status_quo = "NNN"

[[options]]
name = "Mobilise the army"
key = "mobilise"
owner = "Aland"

[[options]]
name = "Invade"
owner = "Aland"
direction = "fwd"

[[options]]
name = "Yield"
owner = "Bland"

[preferences.Aland]
statements = [
  "Yield",                  # most important
  { statement = "NOT Invade IF Yield", cites = ["c7"], label = "as promised" },
  "-3",
]

[preferences.Bland]
ranking = ["NNN", ["YNN", "YNY"], 4, 3, "YYY"]
"""


@pytest.fixture
def border() -> Game:
    """The model of this module."""
    return parse_game(TOML)


def faults(text: str, form: str = "toml") -> list[str]:
    """All faults of a text."""
    with pytest.raises(GameError) as caught:
        parse_game(text, form=form)
    return list(caught.value.faults)


def test_a_file_is_read_with_its_labels_and_citations(border: Game) -> None:
    """Owners, directions, keys, labels and cited rows arrive."""
    assert [option.owner for option in border.options] == [0, 0, 1]
    assert border.options[1].direction is Direction.fwd
    assert border.decision_makers[1].cites == ("e1", "c2")
    assert border.preferences[0].statements[1].label == "as promised"
    assert border.status_quo == 0


def test_an_implication_makes_states_infeasible(border: Game) -> None:
    """No state has the invasion without the mobilisation."""
    assert [border.letters(int(code)) for code in solve(border).states.codes] == ["NNN", "YNN", "YYN", "NNY", "YNY", "YYY"]


def test_a_ranking_names_states_by_number_or_by_letters(border: Game) -> None:
    """Both may stand in one ranking, and ties are lists."""
    assert border.preferences[1].groups == ((0,), (1, 5), (4,), (3,), (7,))


def test_toml_and_json_mean_the_same(tmp_path: Path) -> None:
    """The same keys in either form give the same game."""
    import tomllib

    path = tmp_path / "model.json"
    path.write_text(json.dumps(tomllib.loads(TOML)), encoding="utf-8")
    assert read_game(path) == parse_game(TOML)


def test_all_faults_are_told_at_once_in_order_of_their_lines() -> None:
    """A model with seven faults gets seven messages, each with its line and what to do."""
    bad = TOML.replace('owner = "Bland"', 'owner = "Blande"').replace('"fwd"', '"forward"').replace("status_quo", "status_qu")
    bad = bad.replace('"Yield",  ', '"Yeild",  ').replace('"-3"', '"Y-"').replace('"mobilise"\n', '"mobilise"\nlable = "x"\n')
    bad = bad.replace('cites = ["c7"]', 'cites = "c7"')
    assert faults(bad) == [
        "line 5: there is no key 'status_qu': did you mean 'status_quo'?",
        "line 10: there is no key 'lable': did you mean 'label'?",
        "line 16: direction 'forward' is none of both, fwd, back",
        "line 20: owner 'Blande' is no decision maker: did you mean 'Bland'?",
        "line 24: there is no option 'Yeild': did you mean 'Yield'?",
        "line 25: 'cites' must be a list of ledger rows, as ['c1', 'e4']",
        "line 26: pattern 'Y-' has 2 letters for 3 options: write one of Y, N, - for each",
    ]


def test_faults_of_a_ranking_are_told() -> None:
    """States that are no states, infeasible, twice, or left out."""
    bad = TOML.replace('4, 3, "YYY"]', '4, 4, 9,\n "NYN", true]')
    assert faults(bad) == [
        "line 29: state 4 is ranked twice: keep one",
        "line 29: 9 is no state: give its number from 1 to 6, or Y and N for each option",
        "line 29: the ranking leaves out 2 of 6 states (3, 6): rank them all",
        "line 30: state NYN is not feasible: take it out of the ranking",
        "line 30: True is no state: give its number from 1 to 6, or Y and N for each option",
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("decision_makers = ['A', 'A']", "decision maker 'A' is there twice"),
        ("decision_makers = 'A'", "'decision_makers' must be a list"),
        ("options = [1]", "an option is a table"),
        ("decision_makers = ['A']\npreferences = 3", "preferences are a table"),
        ("decision_makers = ['A']\npreferences.B.ranking = []", "'B' is no decision maker: there are A"),
        ("decision_makers = ['A']\npreferences.A = {}", "'A' needs either 'statements' or a 'ranking'"),
        ("decision_makers = ['A']\npreferences.A.statements = [3]", "a statement is a text"),
        ("decision_makers = ['A']\npreferences.A.statements = [' ']", "the statement is empty"),
        ("implications = ['1']\noptions=[{name='a', owner='A'}]", "an implication reads 'A IMPLIES B'"),
        ("views = 3", "views are a table"),
        ("[views]\nZ = {}", "'Z' is no decision maker"),
        ("decision_makers = ['A']\n[views]\nA = 3", "a view is a table"),
        ("decision_makers = ['A']\n[views.A]\nunaware = ['x']", "there is no option 'x'"),
        ("decision_makers = ['A']\n[views.A]\npreferences = 3", "preferences are a table"),
        ("options=[{name='a', owner='A'}]\ndecision_makers=['A']\npreferences.A.known=3", "'known' is a list of chains"),
        ("options=[{name='a', owner='A'}]\ndecision_makers=['A']\npreferences.A.known=[3]", "a ranking is a list of states"),
        ("status_quo = 'Q'", "status_quo is a letter Y or N"),
        ("infeasible = ['Y', 'N']\noptions=[{name='a', owner='A'}]\ndecision_makers=['A']\npreferences.A.ranking=[1]", "no state is feasible"),
    ],
)
def test_each_kind_of_fault_has_its_message(text: str, says: str) -> None:
    """A fault says what is wrong and what is wanted."""
    assert any(says in fault for fault in faults(text)), faults(text)


def test_broken_files_are_told_apart(tmp_path: Path) -> None:
    """Syntax errors come with line and column; bytes that are no text are refused."""
    assert "line 2, column" in faults('{"a":\n}', "json")[0]
    assert "line 1" in faults("a = = 3")[0]
    assert "a model is a table" in faults("[]", "json")[0]
    assert "nested too deeply" in faults("[" * 100_000, "json")[0]
    path = tmp_path / "model.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(GameError, match="UTF-8"):
        read_game(path)


def test_lines_of_toml_are_found_in_every_kind_of_value() -> None:
    """Headers, dotted keys, strings over several lines, arrays of tables, inline tables."""
    text = 'a.b = """x\ny"""\nc = [\n 1, # one\n {d = 2, e = [3,\n 4]}]\n[[f]]\ng = 1.5\n[[f]]\n\'g\' = 12:30:00\n[h."i j"]\nk = 1\n[[f.l]]\nm = 1\n'
    line = lines_of(text, "toml").line
    places = [("a", "b"), ("c",), ("c", 0), ("c", 1, "e", 1), ("f", 0, "g"), ("f", 1, "g"), ("h", "i j", "k"), ("f", 1, "l", 0, "m")]
    assert [line(place) for place in places] == [1, 3, 4, 6, 8, 10, 12, 14]
    assert line(("h", "i j", "missing")) == 11


def test_lines_of_json_are_found() -> None:
    """Nested objects and arrays, and strings that look like signs."""
    line = lines_of('{"a": [1,\n"]{",\n{"b": null}], "c\\"d":\n {}}', "json").line
    assert [line(p) for p in [("a", 0), ("a", 1), ("a", 2, "b"), ('c"d',)]] == [1, 2, 3, 3]


@pytest.mark.parametrize(
    ("text", "true_of"),
    [
        ("1 AND NOT 2", {"YNN", "YNY"}),
        ("NOT (1 OR 2)", {"NNN", "NNY"}),
        ("1 OR 2 AND 3", {"YNN", "YYN", "YNY", "YYY", "NYY"}),
        ("1 IFF 3", {"NNN", "NYN", "YNY", "YYY"}),
        ("1 IMPLIES 2 AND 3", {"NNN", "NYN", "NNY", "NYY", "YYY"}),
        ("'mobilise the army' & !invade -> yield", {"NNN", "NYN", "NNY", "NYY", "YYN", "YYY", "YNY"}),
        ("Aland: Invade AND -1", {"NYN", "NYY"}),
        ("Y-N", {"YNN", "YYN"}),
    ],
)
def test_statements_mean_what_they_say(border: Game, text: str, true_of: set[str]) -> None:
    """Names, keys, numbers and patterns; NOT before AND before OR before IF, IFF and IMPLIES."""
    from detente.conflict.language import Reader

    named = [(border.decision_makers[o.owner].name, o.name, o.key) for o in border.options]
    formula = Reader(named).read(text)
    assert {border.letters(code) for code in range(8) if holds(formula, code)} == true_of


@pytest.mark.parametrize(
    ("text", "says"),
    [("1 AND", "missing after 'AND'"), ("(1", "not closed"), ("1 IF 2 IF 3", "use brackets"), ("0", "no option '0'"), ("x", "use its name")],
)
def test_statements_that_cannot_be_read_say_why(text: str, says: str) -> None:
    """What is missing, and where."""
    from detente.conflict.language import Reader, StatementFault

    with pytest.raises(StatementFault, match=says):
        Reader([("A", "a", ""), ("A", "b", ""), ("A", "c", "")]).read(text)


def test_options_of_one_name_are_told_apart_by_their_owners() -> None:
    """A name that two options share must say whose it is."""
    from detente.conflict.formula import taken
    from detente.conflict.language import Reader, StatementFault

    reader = Reader([("A", "Swerve", ""), ("B", "Swerve", "")])
    assert reader.read("B: swerve") == taken(1)
    with pytest.raises(StatementFault, match="write 'Owner: Swerve'"):
        reader.read("Swerve")
