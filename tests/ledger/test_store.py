"""The contract of the store, held on each database."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import event as sql_event

from detente.errors import LedgerError, RecordError, UsageError
from detente.ingest import Added, add_entries, add_records, entries_from, finish, unknown_reports
from detente.ledger.entries import entry_of
from detente.ledger.export.jsonl import lines
from detente.ledger.flatten import flatten
from detente.ledger.review import Review
from detente.ledger.store import Ledger, open_ledger
from detente.ledger.writer import Writer, version_key
from detente.records import Coder, Record, Report
from detente.records.encode import as_json
from detente.records.identify import content_id
from detente.sources import Failure

NAME = "crisis"


def add(ledger: Ledger, records: list[Record], name: str = NAME) -> list[str]:
    """Add records, let them add up, and say what became of each."""
    outcomes = [each.outcome for each in add_records(ledger.engine, name, records) if isinstance(each, Added)]
    finish(ledger.engine, [name])
    return outcomes


def exported(ledger: Ledger, name: str = NAME) -> str:
    """The export of a dossier."""
    return "".join(lines(ledger.dossier(name)))


def test_the_same_input_twice_changes_nothing(ledger: Ledger, made: list[Record]) -> None:
    """The second add knows every report, and the export is the same bytes."""
    assert set(add(ledger, made)) == {"new"}
    first = exported(ledger)
    assert set(add(ledger, made)) == {"known"}
    assert exported(ledger) == first


def test_records_come_back_as_they_went_in(ledger: Ledger, made: list[Record]) -> None:
    """Every record whole, by day and report."""
    add(ledger, made)
    found = list(ledger.dossier().records())
    assert {as_json(record) for record in found} == {as_json(record) for record in made}
    order = [(record.report.published or "9999", record.report.id) for record in found]
    assert order == sorted(order)


def test_any_order_and_any_portions_end_in_the_same_ledger(made: list[Record], tmp_path: Path) -> None:
    """Shuffled, backwards, one by one: the same export."""
    exports = set()
    shuffled = Random(1).sample(made, len(made))  # noqa: S311  not for secrets
    for number, (order, size) in enumerate([(made, 99), (made[::-1], 99), (shuffled, 7)]):
        with open_ledger(tmp_path / f"{number}.db", create=True) as ledger:
            for start in range(0, len(order), size):
                add(ledger, order[start : start + size])
            exports.add(exported(ledger))
    assert len(exports) == 1


def test_both_databases_give_the_same_export(postgres: str, made: list[Record], tmp_path: Path) -> None:
    """Not a byte depends on the database."""
    from . import servers

    exports = set()
    for db in (str(tmp_path / "a.db"), servers.make_database(postgres, "same")):
        with open_ledger(db, create=True) as ledger:
            add(ledger, made)
            exports.add(exported(ledger))
    assert len(exports) == 1


def test_an_export_is_read_back_without_loss(ledger: Ledger, made: list[Record], tmp_path: Path) -> None:
    """Import into another ledger, export again: the same bytes, second readings and sightings included."""
    add(ledger, made)
    add(ledger, [replace(made[0], coder=replace(made[0].coder, version="0.2.0"))])
    add(ledger, [replace(made[1], report=replace(made[1].report, key="elsewhere", url="https://news.example/1"))])
    text = exported(ledger)
    file = tmp_path / "export.jsonl"
    file.write_text(text, encoding="ascii")
    with open_ledger(tmp_path / "other.db", create=True) as other:
        outcomes = list(add_entries(other.engine, None, entries_from([str(file)])))
        assert not [each for each in outcomes if isinstance(each, Failure)]
        finish(other.engine, other.dossiers())
        assert exported(other) == text


def test_a_newer_coder_takes_over_and_the_older_record_stays(ledger: Ledger, made: list[Record]) -> None:
    """The rows are those of the newest version, whichever came first."""
    old, new = made[0], replace(made[0], coder=replace(made[0].coder, version="0.10.0"), commitments=())
    assert add(ledger, [new, old]) == ["new", "reread"]
    dossier = ledger.dossier()
    assert [record.coder.version for record in dossier.records()] == ["0.10.0"]
    assert len(dossier.ledger()) == 0
    assert exported(ledger).count('"type":"record"') == 2


def test_of_equal_versions_the_last_reading_counts(ledger: Ledger, made: list[Record]) -> None:
    """As after a change of the user's own tables."""
    add(ledger, [made[0]])
    add(ledger, [replace(made[0], coder=replace(made[0].coder, lexicon="sha256:own"), events=())])
    assert len(ledger.dossier().timeline()) == 0


def test_the_same_report_found_elsewhere_is_one_report(ledger: Ledger, made: list[Record]) -> None:
    """A second key is kept, whichever came first, and nothing is counted twice."""
    twin = replace(made[0], report=replace(made[0].report, key="copy.txt"))
    assert add(ledger, [twin, made[0]]) == ["new", "known"]
    assert len(list(ledger.dossier().records())) == 1
    assert exported(ledger).count('"type":"sighting"') == 1


def test_dossiers_do_not_mix(ledger: Ledger, made: list[Record]) -> None:
    """One report may be in two dossiers; each has its own rows."""
    add(ledger, made[:3], "one")
    add(ledger, made[2:5], "two")
    assert ledger.dossiers() == ["one", "two"]
    assert [len(list(ledger.dossier(name).records())) for name in ("one", "two")] == [3, 3]
    with pytest.raises(UsageError, match="one, two"):
        ledger.dossier()
    with pytest.raises(UsageError, match="no dossier 'three'"):
        ledger.dossier("three")


ODD = "Zero \x00, half a pair \ud800, right-to-left \u202e, emoji 🕊, and 'quotes'; DROP TABLE reports; --"


def test_any_text_survives(ledger: Ledger) -> None:
    """NUL and lone surrogates come back as they were, though no database stores them as text."""
    record = Record(coder=Coder(version="1", model="m", lexicon="l"), report=_report(ODD, title=ODD))
    add(ledger, [record])
    (found,) = ledger.dossier().records()
    assert found == record
    assert "\ud800" not in exported(ledger)


def test_a_record_that_cites_other_words_is_refused(ledger: Ledger, made: list[Record]) -> None:
    """An edited record becomes a failure and the rest goes on."""
    first = made[0].commitments[0]
    wrong = replace(made[0], commitments=(replace(first, text="never said"),))
    renamed = replace(made[1], report=replace(made[1].report, title="another"))
    outcomes = list(add_records(ledger.engine, NAME, [wrong, renamed, made[2]]))
    assert [type(each) for each in outcomes] == [Failure, Failure, Added]
    assert [each.code for each in outcomes[:2] if isinstance(each, Failure)] == ["record", "record"]
    assert len(list(ledger.dossier().records())) == 1


def test_an_error_in_the_middle_of_a_report_leaves_none_of_it(ledger: Ledger, made: list[Record]) -> None:
    """A transaction a report: the disk is full at the commitments, and the report is not there at all."""
    add(ledger, made[:2])

    def full(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO coded_commitments"):
            raise OSError(28, "No space left on device")

    sql_event.listen(ledger.engine, "before_cursor_execute", full)
    with pytest.raises(OSError, match="No space"):
        Writer(ledger.engine, NAME).store(made[5])
    sql_event.remove(ledger.engine, "before_cursor_execute", full)
    assert len(list(ledger.dossier().records())) == 2
    add(ledger, made)
    assert len(list(ledger.dossier().records())) == len(made)


def test_a_full_disk_is_said_so_and_the_rest_goes_in_later(made: list[Record], tmp_path: Path) -> None:
    """SQLite may not grow: an error that says so; what was committed is whole; with space again all is there."""
    db = tmp_path / "small.db"
    with open_ledger(db, create=True) as ledger:
        sql_event.listen(ledger.engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count=120"))
        ledger.engine.dispose()
        with pytest.raises(LedgerError, match="no space left"):
            add(ledger, made)
    with open_ledger(db) as ledger:
        stored = list(ledger.dossier().records())
        assert 0 < len(stored) < len(made)
        assert {as_json(record) for record in stored} <= {as_json(record) for record in made}
        add(ledger, made)
        assert len(list(ledger.dossier().records())) == len(made)


def test_two_adds_at_once_both_succeed(db: str, made: list[Record]) -> None:
    """Two writers with engines of their own on one ledger; the ledger is as if one had done it all."""
    faults: list[BaseException] = []

    def work(part: list[Record]) -> None:
        try:
            with open_ledger(db, create=True) as mine:
                add(mine, part)
        except BaseException as error:  # noqa: BLE001  shown by the test
            faults.append(error)

    threads = [threading.Thread(target=work, args=(part,)) for part in (made[:25], made[15:][::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    with open_ledger(db) as ledger:
        finish(ledger.engine, [NAME])
        assert len(list(ledger.dossier().records())) == len(made)
        assert ledger.dossier().unsettled() == 0


def test_many_that_open_a_new_ledger_at_once_all_get_it(tmp_path: Path) -> None:
    """Whoever makes the file first, the others wait for it: none is told that the database is locked."""
    faults: list[BaseException] = []

    def work(db: str, start: threading.Barrier) -> None:
        try:
            start.wait()
            with open_ledger(db, create=True):
                pass
        except BaseException as error:  # noqa: BLE001  shown by the test
            faults.append(error)

    for number in range(10):
        start = threading.Barrier(4)
        threads = [threading.Thread(target=work, args=(str(tmp_path / f"{number}.db"), start)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert faults == []


def test_a_database_that_is_gone_is_said_so(postgres: str, made: list[Record]) -> None:
    """The server drops the connection: an error of ours, and what was committed is there afterwards."""
    import psycopg

    from . import servers

    db = servers.make_database(postgres, "gone")
    with open_ledger(db, create=True) as ledger:
        add(ledger, made[:3])
        query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'gone' AND pid <> pg_backend_pid()"

        def drop(*_: object) -> None:
            with psycopg.connect(db) as other:
                other.execute(query)

        sql_event.listen(ledger.engine, "commit", drop)
        with pytest.raises(LedgerError, match="went away"):
            Writer(ledger.engine, NAME).store(made[10])
        sql_event.remove(ledger.engine, "commit", drop)
        assert len(list(ledger.dossier().records())) == 3


def test_what_this_coder_has_read_is_not_read_again(ledger: Ledger, made: list[Record]) -> None:
    """Known reports are passed over before reading; another coder reads them."""
    add(ledger, made[:2])
    known: list[Added] = []
    reports = [record.report for record in made[:3]]
    left = list(unknown_reports(ledger.engine, NAME, made[0].coder, reports, known))
    assert [each.outcome for each in known] == ["known", "known"]
    assert left == reports[2:]
    newer = replace(made[0].coder, version="9")
    assert len(list(unknown_reports(ledger.engine, NAME, newer, reports, known))) == 3


@pytest.mark.parametrize("line", ["", "[1]", "{}", '{"type": "odd"}', '{"schema": "detente/record/1"}', '{"type": "record"}'])
def test_a_line_that_is_no_entry_says_so(line: str) -> None:
    """Each gets an error of ours."""
    with pytest.raises(RecordError):
        entry_of(line)


def test_a_bad_line_stops_nothing(ledger: Ledger, made: list[Record], tmp_path: Path) -> None:
    """It is a failure with its line, and the others are stored."""
    file = tmp_path / "records.jsonl"
    file.write_text(f"{as_json(made[0])}\n{{broken\n\n{as_json(made[1])}\n", encoding="utf-8")
    outcomes = list(add_entries(ledger.engine, NAME, entries_from([str(file), str(tmp_path / "none.jsonl")])))
    assert [getattr(each, "where", None) for each in outcomes] == [None, f"{file}:2", None, str(tmp_path / "none.jsonl")]


def test_a_sighting_without_its_report_is_refused(ledger: Ledger) -> None:
    """Its record must come first."""
    with pytest.raises(RecordError, match="must come first"):
        Writer(ledger.engine, NAME).see("sha256:none", {"key": "x"})


def test_reviews_are_kept_once(ledger: Ledger, made: list[Record]) -> None:
    """A review that comes in with an export is applied, and exported again."""
    add(ledger, made[:1])
    before = ledger.dossier().timeline()
    row = flatten(made[0]).events[0]
    review = Review(
        row=row.id, report=row.report, action="reject", who="ann", at="2031-03-02", layer="events", why="a rumour",
        start=row.start, end=row.end, text=row.text, coder="0.1.0",
    ).values()  # fmt: skip
    writer = Writer(ledger.engine, NAME)
    assert [writer.review(review), writer.review(review)] == ["new", "known"]
    finish(ledger.engine, [NAME])
    assert exported(ledger).count('"type":"review"') == 1
    assert len(ledger.dossier().timeline()) == len(before) - 1
    with pytest.raises(RecordError, match="edited"):
        writer.review(review | {"who": "bob"})


def test_versions_are_compared_by_their_numbers() -> None:
    """Not by their letters."""
    ordered = ["0.2.0", "0.9.2", "0.10.0rc1", "0.10.0", "1.0"]
    assert sorted(set(ordered), key=version_key) == ordered


def _report(text: str, title: str | None = None) -> Report:
    return Report(
        id=content_id(text, title, None, "2031-03-01"),
        key="odd",
        title=title,
        published="2031-03-01",
        published_from="given",
        language="en",
        outlet=None,
        url=None,
        text=text,
    )
