"""From demands, threats and offers to a model: who owns which option, who wants what, what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from detente.conflict import Direction, Game, parse_game, solve
from detente.errors import UsageError
from detente.framing import Claim, Deed, Draft, as_toml, drift, frame
from detente.framing.acts import is_irreversible, same_act
from detente.framing.subjects import without_subject
from detente.ledger.wording import ends, positive, stems, tells_failure

NAMES = {"NOR": "Norway", "ISL": "Iceland", "DNK": "Denmark"}


def claim(
    number: int,
    kind: str,
    holder: str,
    act: str,
    *,
    to: Sequence[str] = (),
    doer: str | None = None,
    type_: str | None = None,
    condition: Deed | None = None,
    polarity: str | None = None,
    **more: object,
) -> Claim:
    """A claim c<number>."""
    return Claim(
        id=f"c{number}", kind=kind, holder=holder, addressees=tuple(to), act=Deed(text=act, type=type_, actors=(doer,) if doer else ()),
        condition=condition, polarity=polarity, day="2021-03-01", quote=f"quote {number}", source="Wire, 2021-03-01", **more,  # type: ignore[arg-type]
    )  # fmt: skip


DEMAND = claim(1, "demand", "NOR", "withdraw its trawlers", to=["ISL"])
AGAIN = claim(2, "demand", "NOR", "the withdrawal of trawlers", to=["ISL"])
THREAT = claim(3, "threat", "NOR", "board the trawlers", to=["ISL"], condition=Deed(text="unless it is obeyed"), polarity="unless", type_="COERCE")
OFFER = claim(
    4, "offer", "ISL", "reopen the cod talks", to=["NOR"], polarity="if",
    condition=Deed(text="if Norway lifts its ban", type="CONCEDE", actors=("NOR",)),
)  # fmt: skip
REFUSAL = claim(5, "refusal", "ISL", "no licence will be paid for", to=["NOR"])


def model(*claims: Claim, **options: object) -> Game:
    """The claims framed, written and read back as a model file."""
    return parse_game(as_toml(framed(*claims, **options)))


def framed(*claims: Claim, **options: object) -> Draft:
    """The draft of these claims."""
    return frame(claims, NAMES, title="The cod", **options)  # type: ignore[arg-type]


def statements(game: Game, name: str) -> list[str]:
    """A decision maker's statements as written."""
    return [s.text for s in game.preferences[game.index(name)].statements]  # type: ignore[union-attr]


def test_the_one_who_would_do_it_owns_the_option() -> None:
    """A demand's act is the addressee's, a threat's the holder's, a condition's whoever is named in it."""
    game = model(DEMAND, THREAT, OFFER)
    owners = {option.name: game.decision_makers[option.owner].name for option in game.options}
    assert owners == {
        "Withdraw its trawlers": "Iceland",
        "Board the trawlers": "Norway",
        "Reopen the cod talks": "Iceland",
        "Its ban": "Norway",
    }


def test_the_same_act_in_other_words_is_one_option_that_cites_both() -> None:
    """'withdraw' and 'the withdrawal of'."""
    game = model(DEMAND, AGAIN, THREAT)
    (option,) = [o for o in game.options if "trawlers" in o.name and game.decision_makers[o.owner].name == "Iceland"]
    assert option.cites == ("c1", "c2")


def test_a_threat_unless_a_demand_is_met_is_an_if_statement() -> None:
    """It hangs on the demand of the same holder, and the addressee would rather it were not carried out."""
    game = model(DEMAND, THREAT)
    assert statements(game, "Norway") == ["isl_withdraw_trawlers", "nor_board_trawlers IF NOT isl_withdraw_trawlers"]
    assert statements(game, "Iceland") == ["NOT nor_board_trawlers"]


def test_an_offer_on_a_condition_is_tied_to_the_option_that_the_condition_names() -> None:
    """And the other side would be glad of it."""
    game = model(DEMAND, OFFER)
    assert "isl_reopen_cod_talks IF NOT nor_ban" in statements(game, "Iceland")
    assert "isl_reopen_cod_talks" in statements(game, "Norway")


def test_a_refusal_is_a_wish_that_it_not_be_done_whatever_its_own_words() -> None:
    """'no licence will be paid for' refuses to pay, not to refuse."""
    game = model(DEMAND, REFUSAL)
    (option,) = [o for o in game.options if "icence" in o.name]
    assert option.name == "Licence will be paid for"
    assert f"NOT {option.key}" in statements(game, "Iceland")


def test_a_demand_not_to_do_something_is_about_doing_it() -> None:
    """The option is the act; the demand is that it be left."""
    game = model(claim(1, "demand", "NOR", "not to fish within twelve miles", to=["ISL"]), THREAT)
    assert statements(game, "Norway")[0] == "NOT isl_fish_within_twelve"


def test_an_act_that_cannot_be_undone_is_never_taken_back() -> None:
    """By PLOVER type or by its words; putting an end to one is no such act."""
    game = model(DEMAND, claim(6, "threat", "NOR", "bomb the harbour", to=["ISL"]))
    (option,) = [o for o in game.options if "arbour" in o.name]
    assert option.direction is Direction.fwd
    assert is_irreversible(Deed(text="an incursion", type="ASSAULT"))
    assert not is_irreversible(Deed(text="halt the attack"))


def test_what_undoes_an_act_cannot_be_done_with_it() -> None:
    """Sending patrols and withdrawing the patrols are not both done."""
    game = model(
        claim(1, "demand", "NOR", "withdraw the coastal patrols", to=["ISL"]),
        claim(2, "threat", "ISL", "send coastal patrols", to=["NOR"]),
    )
    assert len(game.infeasible) == 1
    assert len(solve(game).states) == 3


def test_a_demand_to_end_an_act_is_about_the_act_which_is_under_way() -> None:
    """'halt the patrols': the option is the patrols, taken today, and the demand is that they not be."""
    game = model(claim(1, "demand", "NOR", "halt the coastal patrols", to=["ISL"]), THREAT)
    assert "The coastal patrols" in [option.name for option in game.options]
    assert statements(game, "Norway")[0] == "NOT isl_coastal_patrols"
    assert game.letters(game.status_quo or 0)[[o.key for o in game.options].index("isl_coastal_patrols")] == "Y"


def test_a_warning_of_what_the_holder_itself_would_do_is_a_threat() -> None:
    """'warned that Iceland could close the base': Iceland's option, which Norway would rather not see."""
    game = model(DEMAND, claim(2, "warning", "ISL", "Iceland could close the base", to=["NOR"]))
    assert "NOT isl_close_base" in statements(game, "Norway")


def test_what_is_asked_by_unless_is_the_addressees_to_do() -> None:
    """A passive condition without an agent: the one that is threatened would do it."""
    threat = claim(2, "threat", "NOR", "recall its envoy", to=["ISL"], condition=Deed(text="unless the gunboats are withdrawn"), polarity="unless")
    game = model(claim(1, "demand", "NOR", "a public apology", to=["ISL"]), threat)
    assert "nor_recall_envoy IF NOT isl_gunboats_are_withdrawn" in statements(game, "Norway")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Norway will send frigates", "send frigates"),
        ("Norwegian gunboats would cut the nets", "cut the nets"),
        ("he would travel to Oslo", "travel to Oslo"),
        ("Norway stopped harassing the trawlers", "stopped harassing the trawlers"),
        ("Norway’s steps", "Norway’s steps"),
        ("Iceland will send frigates", "Iceland will send frigates"),
        ("talks would be held", "talks would be held"),
    ],
)
def test_the_owner_is_taken_off_the_front_of_its_act(text: str, plain: str) -> None:
    """Only the owner, and only before what it does."""
    assert without_subject(text, "NOR") == plain


def test_firmer_and_more_often_told_wishes_come_first() -> None:
    """Explicit before hedged, then kind, then sources, then day."""
    often = claim(1, "demand", "NOR", "withdraw its trawlers", to=["ISL"], weight=4)
    once = claim(2, "demand", "NOR", "pay the fine", to=["ISL"])
    hedged = claim(3, "demand", "NOR", "apologise publicly", to=["ISL"], certainty="hedged", weight=9)
    line = claim(4, "red_line", "NOR", "enter the fjord", to=["ISL"])
    assert statements(model(hedged, once, often, line), "Norway") == [
        "NOT isl_enter_fjord", "isl_withdraw_trawlers", "isl_pay_fine", "isl_apologise_publicly",
    ]  # fmt: skip


def test_what_was_withdrawn_is_no_longer_wanted() -> None:
    """Its option stays, for somebody may still take it."""
    game = model(replace(DEMAND, state="withdrawn"), THREAT, OFFER)
    assert "isl_withdraw_trawlers" not in statements(game, "Norway")


def test_what_was_carried_out_is_taken_in_the_status_quo() -> None:
    """The status quo is the state of today."""
    game = model(DEMAND, replace(THREAT, state="carried out"))
    assert game.letters(game.status_quo or 0) == "NY"


def test_what_could_not_be_decided_is_a_question_with_its_citation() -> None:
    """Nobody to own an act, no option for a condition, a maker left out."""
    nobody = claim(7, "warning", "ISL", "the winter will be hard")
    open_ = claim(8, "threat", "ISL", "close the harbour", to=["NOR"], condition=Deed(text="if the weather turns"), polarity="if")
    other = claim(9, "demand", "DNK", "calm on both sides", to=["NOR"])
    draft = framed(DEMAND, THREAT, nobody, open_, other, makers=["NOR", "ISL"])
    asked = [question.asks for question in draft.questions]
    assert any("Who would do" in ask and "winter" in ask for ask in asked)
    assert any("What option is meant by “if the weather turns”" in ask for ask in asked)
    assert any("Is Denmark a decision maker too?" in ask for ask in asked)
    assert "# ? Is Denmark a decision maker too?" in as_toml(draft)
    assert len(parse_game(as_toml(draft)).questions) == len(draft.questions)


def test_every_option_and_statement_of_the_file_cites_its_rows() -> None:
    """Cited or absent."""
    game = model(DEMAND, AGAIN, THREAT, OFFER, REFUSAL)
    assert all(option.cites for option in game.options)
    assert all(s.cites for p in game.preferences for s in p.statements)  # type: ignore[union-attr]


def test_odd_characters_of_a_report_stay_words() -> None:
    """Quotes, newlines and control characters in an act neither break the file nor end a comment."""
    odd = claim(1, "demand", "NOR", 'sign "the\nprotocol"\x1b[31m ]\\', to=["ISL"])
    assert len(model(odd, THREAT).options) == 2


def test_no_model_without_two_sides_or_without_acts() -> None:
    """The error says what it takes."""
    with pytest.raises(UsageError, match="between two states or bodies"):
        framed(claim(1, "demand", "NOR", "calm"))
    with pytest.raises(UsageError, match="no model can be built"):
        framed()


def test_a_model_knows_what_the_news_has_added_and_changed() -> None:
    """New claims of its makers, cited ones no longer open, cited ones that are gone."""
    game = model(DEMAND, THREAT, OFFER)
    found = drift(game, [DEMAND, replace(THREAT, state="carried out"), REFUSAL], NAMES)
    assert [row.id for row in found.new] == ["c5"]
    assert [row.id for row in found.changed] == ["c3"]
    assert found.gone == ("c4",)
    assert not drift(game, [DEMAND, THREAT, OFFER], NAMES).any


def test_what_had_changed_before_the_model_was_built_is_no_news() -> None:
    """The model says as of which day it is."""
    met = replace(DEMAND, state="met", since="2021-03-05")
    game = model(met, THREAT, OFFER, source="cod, as of 2021-03-05")
    assert not drift(game, [met, THREAT, OFFER], NAMES).any
    later = replace(THREAT, state="withdrawn", since="2021-03-06")
    assert drift(game, [met, later, OFFER], NAMES).changed == (later,)


@pytest.mark.parametrize(
    ("text", "plain", "negative"),
    [
        ("to expand", "expand", False),
        ("not to expand", "expand", True),
        ("refrain from force", "force", True),
        ("never again to use force", "again to use force", True),
        ("borders should not be redrawn", "borders should be redrawn", True),
        ("“no rifle", "rifle", True),
    ],
)
def test_a_negation_is_taken_off_an_act(text: str, plain: str, negative: bool) -> None:
    """The option is what could be done."""
    assert positive(text) == (plain, negative)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("withdraw its troops", "the withdrawal of all troops", True),
        ("recall its envoy", "withdraw its troops", False),
        ("close the strait", "reopen the talks", False),
    ],
)
def test_acts_are_compared_by_their_stems(one: str, other: str, same: bool) -> None:
    """Word order and word class don't matter; other things do."""
    assert same_act(Deed(text=one), Deed(text=other)) is same


def test_words_that_mean_one_thing_are_one_act() -> None:
    """The ledger's synonyms hold here, too: what is one commitment there is one option here."""
    assert same_act(Deed(text="pull back soldiers to the line"), Deed(text="a retreat of soldiers"))


def test_small_facts_about_words() -> None:
    """Stems leave out what tells nothing; endings and failure are known by their words."""
    assert stems("that it should be") == frozenset()
    assert ends("halt the enrichment") == "the enrichment"
    assert ends("sanctions be lifted") == "sanctions"
    assert ends("stopped harassing the trawlers") == "harassing the trawlers"
    assert ends("hold talks") is None
    assert tells_failure("if the talks fail")
    assert not tells_failure("if the talks go well")
