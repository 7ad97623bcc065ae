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
    assert option.name == "Licence paid for"
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
    assert "nor_recall_envoy IF NOT isl_gunboats_withdrawn" in statements(game, "Norway")


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


def test_a_threat_says_what_its_holder_does_not_want_and_an_offer_what_it_does() -> None:
    """Sanctions if they invade: rather no invasion. Talks if they release the crew: rather a release."""
    threat = claim(1, "threat", "NOR", "close the ports", to=["ISL"], condition=Deed(text="if Iceland boards a ship", actors=("ISL",)), polarity="if")
    offer = claim(2, "offer", "NOR", "hold talks", to=["ISL"], condition=Deed(text="if Iceland releases the crew", actors=("ISL",)), polarity="if")
    said = statements(model(threat, offer), "Norway")
    assert said == ["NOT isl_board_ship", "nor_close_ports IF isl_board_ship", "isl_release_crew", "nor_hold_talks IF isl_release_crew"]


def test_what_is_done_until_something_changes_is_done_while_it_has_not() -> None:
    """'until' reads as 'while not'."""
    threat = claim(1, "threat", "NOR", "keep the ports closed", to=["ISL"], condition=Deed(text="until Iceland pays its debt", actors=("ISL",)), polarity="until")
    assert "nor_keep_ports_closed IF NOT isl_pay_debt" in statements(model(threat), "Norway")


def test_offers_that_point_both_ways_are_a_question() -> None:
    """Nothing is told of what is wanted where one offer depends on an act and another on its not being done."""
    one = claim(1, "offer", "NOR", "recall its frigates", to=["ISL"], condition=Deed(text="if Iceland boards a ship", actors=("ISL",)), polarity="if")
    two = claim(2, "offer", "NOR", "hold talks", to=["ISL"], condition=Deed(text="unless Iceland boards a ship", actors=("ISL",)), polarity="unless")
    draft = framed(one, two)
    assert not [w for w in draft.wishes if w.statement in {"isl_board_ship", "NOT isl_board_ship"}]
    assert any(q.asks.startswith("Does Norway want “isl_board_ship” or not?") for q in draft.questions)


def test_who_is_threatened_with_inaction_gets_the_sign_right() -> None:
    """'would not sit idle' is a threat to act."""
    game = model(DEMAND, claim(2, "threat", "ISL", "Iceland would not sit idle", to=["NOR"]))
    assert "NOT isl_not_sit_idle" in statements(game, "Norway")
    assert "Not sit idle" in [option.name for option in game.options]


def test_what_is_opposed_or_should_not_be_is_not_the_holders_own_to_do() -> None:
    """Who opposes a thing does not do it: the doer is asked for, unless the words begin with it."""
    opposed = replace(claim(6, "refusal", "NOR", "interference in the fishery"), quote="Norway opposes interference in the fishery")
    rule = claim(7, "refusal", "NOR", "the catch should not be limited")
    draft = framed(DEMAND, THREAT, opposed, rule)
    assert sum(question.asks.startswith("Who would do what is spoken of") for question in draft.questions) == 2
    assert not any("interference" in choice.deed.text for choice in draft.choices)
    named = replace(claim(6, "refusal", "NOR", "Icelandic interference in the fishery"), quote="Norway opposes Icelandic interference")
    assert any("interference" in choice.deed.text and choice.owner == "ISL" for choice in framed(DEMAND, THREAT, named).choices)


def test_what_was_rejected_is_the_thing_not_accepted() -> None:
    """'rejected the ultimatum': the option is to accept it, and the holder does not want to."""
    game = model(DEMAND, THREAT, claim(6, "refusal", "ISL", "rejected the ultimatum"))
    assert "NOT isl_accept_ultimatum" in statements(game, "Iceland")


def test_an_act_that_nobody_owns_is_asked_about_with_the_option_it_may_be_part_of() -> None:
    """Two telling words in common with one option alone."""
    draft = framed(DEMAND, THREAT, claim(6, "demand", "NOR", "an early withdrawal of all trawlers"))
    (ask,) = [q.asks for q in draft.questions if q.asks.startswith("Who would do")]
    assert ask.endswith("Or is it part of “withdraw its trawlers” (isl_withdraw_trawlers)?")


def test_options_that_read_alike_are_asked_about() -> None:
    """Half of the telling words are shared: one act, perhaps."""
    one = claim(1, "threat", "ISL", "break with Norway over the frigates", to=["NOR"])
    two = claim(2, "threat", "ISL", "break diplomatic relations with Norway", to=["NOR"])
    assert any(q.asks.startswith("Are “break with Norway over the frigates”") for q in framed(DEMAND, one, two).questions)


def test_who_has_nothing_to_do_is_no_decision_maker_unless_named() -> None:
    """Without an option of its own nothing hangs on it: it is asked about."""
    onlooker = claim(6, "demand", "DNK", "withdraw its trawlers", to=["ISL"])
    assert [maker.root for maker in framed(DEMAND, THREAT, onlooker).makers] == ["NOR", "ISL"]
    assert len(framed(DEMAND, THREAT, onlooker, makers=["NOR", "ISL", "DNK"]).makers) == 3


def test_usual_costs_are_assumed_only_when_asked_for_and_say_so() -> None:
    """One line for each option of which the news does not say what its owner wants; no row is cited, last in order."""
    plain, assumed = framed(DEMAND, THREAT), framed(DEMAND, THREAT, costs=True)
    assert all(wish.claims for wish in plain.wishes)
    added = [wish for wish in assumed.wishes if not wish.claims]
    assert [(wish.maker, wish.statement) for wish in added] == [("NOR", "NOT nor_board_trawlers"), ("ISL", "NOT isl_withdraw_trawlers")]
    assert max(wish.firmness for wish in added) < min(wish.firmness for wish in plain.wishes)
    text = as_toml(assumed)
    assert text.count("# assumed, not from the news (usual costs): ") == 2
    assert not any("condition does not hold" in question.asks for question in assumed.questions)
    game = parse_game(text)
    assert [s.label for s in game.preferences[0].statements if not s.cites] == ["NOT nor_board_trawlers (assumed)"]  # type: ignore[union-attr]


def test_what_goes_on_would_rather_be_gone_on_with() -> None:
    """The usual cost of stopping; what is done for good costs nothing more."""
    draft = framed(claim(1, "demand", "NOR", "halt the coastal patrols", to=["ISL"]), THREAT, costs=True)
    assert ("ISL", "isl_coastal_patrols") in [(wish.maker, wish.statement) for wish in draft.wishes]
    bombed = replace(claim(2, "threat", "NOR", "bomb the harbour", to=["ISL"]), state="carried out", since="2021-03-02")
    after = framed(claim(1, "demand", "NOR", "halt the coastal patrols", to=["ISL"]), bombed, costs=True)
    assert not [wish for wish in after.wishes if wish.maker == "NOR" and "bomb" in wish.statement]


def test_a_halt_that_was_made_is_no_longer_under_way() -> None:
    """The demand to end it was met; and a threat that was met got what it asked for, and was not carried out."""
    met = replace(claim(1, "demand", "NOR", "halt the coastal patrols", to=["ISL"]), state="met", since="2021-03-02")
    threat = claim(
        2, "threat", "NOR", "close the ports", to=["ISL"], condition=Deed(text="unless Iceland pays its debt", actors=("ISL",)), polarity="unless",
        state="met", since="2021-03-02",
    )  # fmt: skip
    game = model(met, threat)
    taken = [option.key for i, option in enumerate(game.options) if (game.status_quo or 0) >> i & 1]
    assert taken == ["isl_pay_debt"]


def test_a_long_act_has_a_short_label() -> None:
    """Sentences use the label; the name stays whole."""
    game = model(claim(1, "demand", "NOR", "withdraw its trawlers from all the waters that lie between the island and the mainland", to=["ISL"]), THREAT)
    (option,) = [o for o in game.options if o.label]
    assert option.label == "Withdraw its trawlers from all the waters that lie between the …"
    assert option.name.endswith("mainland")


def test_the_file_tells_how_certain_and_firm_each_statement_is() -> None:
    """And what is read back says the same."""
    draft = framed(DEMAND, THREAT)
    game = parse_game(as_toml(draft))
    (first, *_) = game.preferences[0].statements  # type: ignore[union-attr]
    wish = next(wish for wish in draft.wishes if wish.maker == "NOR")
    assert (first.certainty, first.firmness) == (wish.certainty, wish.firmness)


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
    game = model(replace(DEMAND, state="withdrawn"), replace(THREAT, state="withdrawn"), OFFER)
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
