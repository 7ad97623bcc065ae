"""The tables as they stand, and what is said of broken ones."""

from __future__ import annotations

import csv
import re
import tomllib
from pathlib import Path

import pycountry
import pytest

from detente.coding.commitments.wording import CLASSES, wording_of
from detente.errors import ResourceError
from detente.resources import Lexicon, describe, fingerprint, lexicon
from detente.resources.load import TABLES, classes, folder, furniture_patterns, table

ENDED = {"SUN", "YUG", "DDR", "CSK", "SCG", "YMD", "VDR", "XKX"}
PLOVER = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())
KINDS = {"demand", "proposal", "offer", "pledge", "threat", "warning", "refusal", "red_line", ""}
FLOORS = {"states": 250, "bodies": 150, "titles": 150, "offices": 600, "outlets": 60, "cues": 400, "frames": 800, "connectives": 50}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_is_there_and_can_be_read(name: str) -> None:
    """Rows fit their type; no cell has blanks at its edges."""
    assert table(name)
    with (folder() / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        ragged = [(n, cell) for n, row in enumerate(csv.reader(file), 1) for cell in row if cell != cell.strip()]
    assert ragged == []


@pytest.mark.parametrize(("name", "least"), FLOORS.items())
def test_tables_are_as_large_as_promised(name: str, least: int) -> None:
    """The README's numbers hold."""
    assert len(table(name)) >= least


def test_every_table_states_its_source_and_licence() -> None:
    """No table without both."""
    assert [d["table"] for d in describe() if not (d["source"] and d["licence"])] == []


def test_all_states_of_iso_3166_are_there_and_the_ended_ones(words: Lexicon) -> None:
    """Every alpha-3 code, once, with a name; ended states have a last day and a successor."""
    codes = [s.code for s in words.states]
    assert {c.alpha_3 for c in pycountry.countries} | {"SUN", "YUG", "DDR", "CSK"} <= set(codes)
    assert len(codes) == len(set(codes))
    assert all(s.name and (not s.to or s.successor) for s in words.states)


def test_every_country_code_in_every_table_is_known(words: Lexicon) -> None:
    """Codes are ISO 3166 alpha-3 or those of ended states."""
    known = {s.code for s in words.states} | ENDED | {""}
    rows = [*words.metonyms, *words.bodies, *words.outlets, *words.offices, *words.regions]
    assert sorted({r.country for r in rows} - known) == []


def test_terms_of_office_are_days_in_order(words: Lexicon) -> None:
    """From comes before to, at whatever precision."""
    day = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")
    for row in words.offices:
        assert day.fullmatch(row.from_), row
        assert day.fullmatch(row.to), row
        assert not row.to or row.from_[: len(row.to)] <= row.to[: len(row.from_)], row


def test_frames_cover_all_sixteen_event_types(words: Lexicon) -> None:
    """Every frame has a known type and commitment, an example, and an id of its own."""
    assert {f.event for f in words.frames} == PLOVER
    assert all(f.commitment in KINDS and f.example for f in words.frames)
    ids = [f.id for f in words.frames]
    assert len(ids) == len(set(ids))


def test_frames_name_only_classes_that_exist(words: Lexicon) -> None:
    """A restriction '@troops' needs a class of that name."""
    named = {c.lstrip("!@") for f in words.frames for c in (*f.object, *f.subject) if "@" in c}
    assert named <= set(words.classes)


def test_every_event_type_has_a_quad_class_and_a_score(words: Lexicon) -> None:
    """Scores lie between -10 and +10."""
    assert {s.event for s in words.scores if not s.mode} == PLOVER
    assert all(s.score is not None and -10 <= s.score <= 10 for s in words.scores)


def test_cues_name_commitments_that_exist(words: Lexicon) -> None:
    """And every cue takes something."""
    assert all(c.commitment in KINDS and c.takes for c in words.cues)


def test_furniture_examples_match_and_counterexamples_do_not() -> None:
    """Each pattern is held against its own example and against every 'not' line."""
    entries = tomllib.loads((folder() / "furniture.toml").read_text(encoding="utf-8"))["pattern"]
    kept = [e["not"] for e in entries if e.get("not")]
    for entry in entries:
        pattern = re.compile(entry["regex"])
        assert pattern.fullmatch(entry["example"]), entry["regex"]
        assert [line for line in kept if pattern.fullmatch(line)] == []


def test_a_folder_of_the_user_comes_first_and_changes_the_hash(tmp_path: Path) -> None:
    """The user's rows win, the rest stays, and the lexicon says that it is another."""
    (tmp_path / "outlets.csv").write_text("id,name,aliases,country,kind\nmine,My Wire,MW|Wire,FRA,agency\n", encoding="utf-8")
    (tmp_path / "classes.toml").write_text('[troops]\nlemmas = ["janissary"]\n', encoding="utf-8")
    own = lexicon((tmp_path,))
    assert own.outlets[0].name == "My Wire"
    assert own.outlets[0].aliases == ("MW", "Wire")
    assert "janissary" in own.classes["troops"]
    assert own.fingerprint != fingerprint()
    assert hash(own) != hash(lexicon())


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("outlets.csv", "id,name\nx,y\n", "no column aliases"),
        ("outlets.csv", "id,name,aliases,country,kind\nx,y\n", "2 cells where the header has 5"),
        ("regions.csv", "name,names,kind,country,lat,lon\nA,,sea,,north,1\n", "column lat"),
        ("frames.csv", "id,pos,lemma,particle,object,subject,event,mode,contexts,actor,recipient,symmetric,commitment,act,addressee,example\nx,verb,x,,,,AID,,,,,maybe,,,,e\n", "neither 'yes' nor empty"),
        ("outlets.csv", 'id,name,aliases,country,kind\n"x,y\n', "not a CSV row"),
        ("classes.toml", "[troops\n", "not TOML"),
        ("furniture.toml", '[[pattern]]\nreason = "caption"\nregex = "("\n', "no usable 'regex'"),
    ],
)
def test_a_broken_table_says_file_line_and_column(tmp_path: Path, file: str, content: str, message: str) -> None:
    """The linguist who made the mistake is told where it is."""
    (tmp_path / file).write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError, match=re.escape(message)) as caught:
        lexicon((tmp_path,))
    assert file in str(caught.value)


def test_a_table_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    """With the byte that is wrong."""
    (tmp_path / "outlets.csv").write_bytes(b"id,name\n\xff\xfe")
    with pytest.raises(ResourceError, match="not UTF-8 at byte 8"):
        table("outlets", (tmp_path,))


def test_a_folder_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    """Rather than silence."""
    with pytest.raises(ResourceError, match="no such folder"):
        lexicon((tmp_path / "absent",))


def test_patterns_and_classes_can_be_had_alone() -> None:
    """The package's own, without a user's folder."""
    assert furniture_patterns()
    assert classes()["troops"]


def test_words_that_commit_have_a_kind_and_a_place_for_the_act(words: Lexicon) -> None:
    """A row of commitments.csv names a kind and complements, or bars a sense of the cues with 'none'."""
    for row in words.commitments:
        assert row.kind in (KINDS - {""}) | {"none"}, row
        assert row.pos in {"verb", "noun", "adjective", "phrase"}, row
        assert bool(row.takes) == (row.kind != "none"), row


def test_classes_of_acts_are_those_that_the_rules_read(words: Lexicon) -> None:
    """A class that no rule reads, or one without words, is a slip of the pen."""
    assert {row.class_ for row in words.acts} == set(CLASSES)
    assert all(row.lemmas and row.about for row in words.acts)
    assert all(getattr(wording_of(words), name) for name in CLASSES)
