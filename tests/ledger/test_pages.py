"""Pages are the same whichever filter drives the query and however words are found, on each database."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from benchmarks.made_records import records
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.ingest import add_records, finish
from detente.ledger.dossier import Dossier
from detente.ledger.store import open_ledger
from detente.ledger.views import filters as pages
from detente.ledger.views.model import CommitmentView, EventView

from . import servers

DAYS = ["2031-03-01", "2031-03-05", "2031-03-09", "2031-03-14"]
PARTIES = {"actor": ["RUS", "USA", "GRC/GOV/pappas"], "addressee": ["TUR", "CHN"], "since": DAYS, "until": DAYS, "as_of": DAYS}
OF_EVENTS = PARTIES | {
    "kind": ["assault", "CONSULT"], "place": ["Vienna", "NOR"], "factuality": ["occurred", "future"], "text": ["troops", "held talks", "shell* vienna"],
}  # fmt: skip
OF_COMMITMENTS = PARTIES | {
    "kind": ["threat", "demand"], "state": ["open", "lapsed"], "text": ["strait", '"resume talks"', "w* ships"], "place": ["Oslo"],
}  # fmt: skip
WAYS = [(3000, 12_000), (0, 10**9), (0, 1)]  # few words; common words, found by walking; common words, listed


def some(options: dict[str, list[str]]) -> st.SearchStrategy[dict[str, str]]:
    """Filters drawn from these, up to four at once."""
    names = st.sets(st.sampled_from(sorted(options)), min_size=1, max_size=4)
    return names.flatmap(lambda chosen: st.fixed_dictionaries({name: st.sampled_from(options[name]) for name in sorted(chosen)}))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    """Sixty records of a made-up crisis, settled once."""
    if request.param == "sqlite":
        db = str(tmp_path_factory.mktemp("pages") / "x.db")
    else:
        db = servers.make_database(request.getfixturevalue("postgres"), "pages")
    with open_ledger(db, create=True) as ledger:
        list(add_records(ledger.engine, "crisis", records(60, seed=11)))
        finish(ledger.engine, ["crisis"])
        yield ledger.dossier()


@given(wanted=some(OF_EVENTS))
@settings(deadline=None, max_examples=25)
def test_events_meet_all_filters_at_once(asked: Dossier, wanted: dict[str, str]) -> None:
    """Any filters together leave the rows that each of them leaves, in order."""
    everything = asked.timeline(limit=1000, as_of=wanted.get("as_of"))
    single = [{row.id for row in asked.timeline(limit=1000, as_of=wanted.get("as_of"), **{name: value})} for name, value in wanted.items() if name != "as_of"]
    expected = [row.id for row in everything if all(row.id in ids for ids in single)]
    assert [row.id for row in asked.timeline(limit=1000, **wanted)] == expected


@given(wanted=some(OF_COMMITMENTS))
@settings(deadline=None, max_examples=25)
def test_commitments_meet_all_filters_at_once(asked: Dossier, wanted: dict[str, str]) -> None:
    """The same for the ledger."""
    everything = asked.ledger(limit=1000, as_of=wanted.get("as_of"))
    single = [{row.id for row in asked.ledger(limit=1000, as_of=wanted.get("as_of"), **{name: value})} for name, value in wanted.items() if name != "as_of"]
    expected = [row.id for row in everything if all(row.id in ids for ids in single)]
    assert [row.id for row in asked.ledger(limit=1000, **wanted)] == expected


@given(events=some(OF_EVENTS), commitments=some(OF_COMMITMENTS))
@settings(deadline=None, max_examples=10)
def test_common_words_are_found_as_rare_ones_are(
    asked: Dossier, events: dict[str, str], commitments: dict[str, str]
) -> None:
    """Whether the rows with the words are listed, or looked for from the latest on: the same pages."""
    found: list[object] = []
    for few, walked in WAYS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(pages, "FEW", few)
            patch.setattr(pages, "WALKED", walked)
            patch.setattr(pages, "TRIED", 1)
            found.append((tuple(_paged(asked.timeline, {"text": "talks"} | events)), tuple(_paged(asked.ledger, {"text": "t*"} | commitments))))
    assert found[0] == found[1] == found[2]


def _paged(view: object, wanted: dict[str, str]) -> Iterator[str]:
    """The ids of two pages of seven."""
    after: str | None = None
    for _ in range(2):
        page = view(limit=7, after=after, **wanted)  # type: ignore[operator]
        yield from (row.id for row in page)
        after = page.after
        if after is None:
            return


def test_a_word_that_only_later_reports_have_is_not_found_as_of_an_earlier_day(asked: Dossier) -> None:
    """What was known on a day is found by the words of the reports of that day."""
    for day, text in product(DAYS, ["talks", "troops", "strait"]):
        rows: list[EventView | CommitmentView] = [*asked.timeline(text=text, as_of=day, limit=1000), *asked.ledger(text=text, as_of=day, limit=1000)]
        for row in rows:
            told = [each for each in asked.show(row.id).citations if (each.published or "9999") <= day]
            assert any(text in each.sentence for each in told)
