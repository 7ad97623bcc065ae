"""The documentation tells the truth: its examples run, its links lead somewhere, its lists are complete.

Each page runs top to bottom in a folder of its own that holds a copy of ``examples/``:

* ``>>>`` is Python, with one set of names for the page;
* a block marked ``console`` holds ``$ detente …`` lines, which must end with status 0 or the one that
  ``$ echo $?`` shows; ``$ cat FILE`` shows a file. Each line of output shown must occur in the real
  output, in order. ``...`` stands for anything, and the numbers of rows (``c1``) are not compared,
  since they move when the coders find more;
* ``<!-- file: PATH -->`` before a block writes the block there.

``python tests/test_docs.py`` writes the tables of ``docs/reference/tables.md`` anew.
"""

from __future__ import annotations

import csv
import dataclasses
import doctest
import inspect
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer
from typer.testing import CliRunner

import detente.component  # registers the spaCy factory where the package runs from its source
import detente.errors
import detente.records.facts
from detente.cli import app
from detente.resources import describe
from detente.resources.load import classes, folder, furniture_patterns

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
BLOCK = re.compile(r"^```(?P<kind>\w*)\n(?P<body>.*?)^```$|<!-- file: (?P<file>\S+) -->", re.DOTALL | re.MULTILINE)
ROW_ID = re.compile(r"\b[cestpmf]\d+\b")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)(?P<path>[^)#\s]+)(?P<anchor>#[\w-]+)?\)")
WRITTEN = re.compile(r"(?<=<!-- written by tests/test_docs\.py -->\n).*(?=<!-- end -->)", re.DOTALL)
RUNNER = CliRunner(env={"COLUMNS": "80", "NO_COLOR": "1"})


class Block(NamedTuple):
    """A fenced block: its language, its text, where it starts, and the file it is to be written to."""

    kind: str
    body: str
    line: int
    file: str | None


class Command(NamedTuple):
    """A line after ``$`` and the lines shown below it."""

    line: str
    shown: list[str]


def name_of(page: Path) -> str:
    """A page by its path in the project."""
    return str(page.relative_to(ROOT))


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page in order."""
    text, file = page.read_text(encoding="utf-8"), None
    for found in BLOCK.finditer(text):
        if found["file"]:
            file = found["file"]
            continue
        yield Block(found["kind"], found["body"], text.count("\n", 0, found.start()) + 2, file)
        file = None


def commands(body: str) -> list[Command]:
    """The commands of a console block; a line that ends with a backslash goes on."""
    found: list[Command] = []
    for line in body.replace("\\\n", " ").splitlines():
        if line.startswith("$ "):
            found.append(Command(line[2:], []))
        elif found:
            found[-1].shown.append(line)
    return found


def comparable(line: str) -> str:
    """A line without the numbers of its rows and without runs of blanks."""
    return " ".join(ROW_ID.sub("#", line).split())


def missing(shown: list[str], output: str) -> str | None:
    """The first line shown that the output does not hold after those before it."""
    rest = iter([comparable(line) for line in output.splitlines()])
    for line in shown:
        parts = [re.escape(part.strip()) for part in re.split(r"\.\.\.|…", comparable(line))]
        if not any(parts):
            continue
        pattern = re.compile(".*".join(parts))
        if not any(pattern.fullmatch(candidate) for candidate in rest):
            return line
    return None


def run_command(command: Command) -> tuple[int, str]:
    """Status and output of ``detente …`` (with ``> FILE`` at its end, if need be) or ``cat FILE``."""
    words = shlex.split(command.line)
    target = words[-1] if ">" in words[-2:-1] else None
    words = words[:-2] if target else words
    if words[0] == "cat":
        return 0, "".join(Path(name).read_text(encoding="utf-8") for name in words[1:])
    assert words[0] == "detente", f"only detente, cat and echo run here: {command.line}"
    done = RUNNER.invoke(app, words[1:])
    if target:
        Path(target).write_text(done.stdout, encoding="utf-8")
        return done.exit_code, done.stderr
    return done.exit_code, done.output


def run_console(block: Block) -> None:
    """Run the commands of a block and compare what is shown."""
    found = commands(block.body)
    for number, command in enumerate(found):
        if command.line == "echo $?":
            continue
        status, output = run_command(command)
        after = found[number + 1] if number + 1 < len(found) else None
        expected = int(after.shown[0]) if after and after.line == "echo $?" else 0
        assert status == expected, f"line {block.line}: {command.line}: status {status}\n{output}"
        absent = missing(command.shown, output)
        assert absent is None, f"line {block.line}: {command.line}: no line {absent!r} in\n{output}"


def run_python(block: Block, names: dict[str, Any], page: str) -> None:
    """Run the examples of a block with the names of its page."""
    test = doctest.DocTestParser().get_doctest(block.body, names, page, page, block.line)
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS)
    report: list[str] = []
    runner.run(test, out=report.append, clear_globs=False)
    names.update(test.globs)
    assert not report, "".join(report)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_the_examples_of_a_page_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python, commands and files of a page, top to bottom, give what the page shows."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "__main__"}
    for block in blocks(page):
        if block.file:
            Path(block.file).parent.mkdir(parents=True, exist_ok=True)
            Path(block.file).write_text(block.body, encoding="utf-8")
        elif block.kind == "console":
            run_console(block)
        elif ">>>" in block.body:
            run_python(block, names, name_of(page))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link names a file or folder, and every anchor a heading of it."""
    text = page.read_text(encoding="utf-8")
    for link in LINK.finditer(text):
        target = (page.parent / link["path"]).resolve()
        assert target.exists(), f"{name_of(page)}: {link['path']}"
        if link["anchor"]:
            assert link["anchor"][1:] in anchors(target), f"{name_of(page)}: {link.group()}"


def anchors(page: Path) -> set[str]:
    """The headings of a page as anchors."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_page_is_reached_from_the_index() -> None:
    """No page of the documentation lies where no link leads."""
    index = DOCS / "index.md"
    linked = {(DOCS / link["path"]).resolve() for link in LINK.finditer(index.read_text(encoding="utf-8"))}
    assert set(DOCS.rglob("*.md")) - {index} <= linked


def options_by_command() -> dict[str, set[str]]:
    """Every command and the long options that it takes."""
    found: dict[str, set[str]] = {}

    def walk(command: Any, name: str) -> None:
        if name.count(" ") or not hasattr(command, "commands"):
            found[name] = {o for p in command.params for o in (*p.opts, *p.secondary_opts) if o.startswith("--")}
        for sub, child in getattr(command, "commands", {}).items():
            walk(child, f"{name} {sub}")

    walk(typer.main.get_command(app), "detente")
    return found


def test_every_command_and_option_is_documented() -> None:
    """The reference of the command line has a section for each command, and each option in its section."""
    text = (REFERENCE / "cli.md").read_text(encoding="utf-8")
    for command, options in options_by_command().items():
        section = re.search(rf"^## `{command}`$(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
        assert section, command
        assert [o for o in sorted(options - {"--help"}) if f"`{o}" not in section[1]] == [], command


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_page_names_an_option_that_does_not_exist(page: Path) -> None:
    """An option on a line with a command of detente is one of its options."""
    known = options_by_command()
    for line in re.findall(r"\bdetente (?:read|explain|schema|doctor|resources)\b[^`\n|]*", page.read_text(encoding="utf-8")):
        command = max((c for c in known if line.startswith(c)), key=len)
        used = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", line))
        assert used <= known[command] | {"--help"}, line


def record_types() -> list[type]:
    """The dataclasses that a record is made of."""
    members = inspect.getmembers(detente.records.facts, dataclasses.is_dataclass)
    return [kind for _, kind in members]


@pytest.mark.parametrize("kind", record_types(), ids=lambda kind: kind.__name__)
def test_the_record_reference_names_every_field(kind: type) -> None:
    """The section of a type has a row for each of its fields, in order, and none for others."""
    text = (REFERENCE / "record.md").read_text(encoding="utf-8")
    section = re.search(rf"^##+ {kind.__name__}\b.*?$(.*?)(?=^##|\Z)", text, re.DOTALL | re.MULTILINE)
    assert section, kind.__name__
    assert re.findall(r"^\| `(\w+)`", section[1], re.MULTILINE) == [f.name for f in dataclasses.fields(kind)]


def error_classes() -> list[type[detente.errors.DetenteError]]:
    """The tree of errors, from the root."""
    members = inspect.getmembers(detente.errors, inspect.isclass)
    return [kind for _, kind in members if issubclass(kind, detente.errors.DetenteError)]


def test_every_error_code_is_documented() -> None:
    """Each class of error stands in the reference beside its code."""
    text = (REFERENCE / "errors.md").read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| `([\w-]+)` \| `(\w+)`", text, re.MULTILINE))
    assert rows == {(kind.code, kind.__name__) for kind in error_classes()}


def test_the_reference_of_tables_agrees_with_the_tables() -> None:
    """Counts, columns, sources and licences are those of the tables in use."""
    found = WRITTEN.search((REFERENCE / "tables.md").read_text(encoding="utf-8"))
    assert found
    assert found.group() == tables_text(), "run: python tests/test_docs.py"


def test_the_citation_names_the_version_and_licence_of_the_package() -> None:
    """CITATION.cff and pyproject.toml say the same."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"version: {project['version']}\n" in citation
    assert f"license: {project['license']}\n" in citation


def test_a_wrong_example_is_noticed() -> None:
    """Lines out of order, or not there at all, are named."""
    output = "c1 a threat\n\nc2   an offer\n"
    assert missing(["c9 a threat", "...", "c3 an offer"], output) is None
    assert missing(["c1 a ..."], output) is None
    assert missing(["c2 an offer", "c1 a threat"], output) == "c1 a threat"
    assert missing(["c1 a demand"], output) == "c1 a demand"


def tables_text() -> str:
    """The generated part of the reference of tables."""
    notes = notes_of_tables()
    lines = ["| table | rows | source | licence |", "|---|---:|---|---|"]
    for entry in (*describe(), *other_tables(notes)):
        cells = (str(entry[key]).strip() for key in ("table", "rows", "source", "licence"))
        lines.append("| " + " | ".join(cells) + " |")
    for name in (*(str(entry["table"]) for entry in describe()), "classes", "furniture"):
        entry = notes.get(name, {})
        lines += ["", f"## {name}", "", " ".join(str(entry.get("about", "")).split("\n\n")[0].split()), ""]
        lines += ["| column | meaning |", "|---|---|"]
        lines += [f"| `{column}` | {meaning} |" for column, meaning in columns_of(name, entry)]
    return "\n".join(lines) + "\n"


def other_tables(notes: dict[str, Any]) -> list[dict[str, Any]]:
    """The two tables that are TOML, as ``describe`` gives the others."""
    rows = {"classes": len(classes()), "furniture": len(furniture_patterns())}
    return [{"table": name, "rows": rows[name], **{k: notes[name][k] for k in ("source", "licence")}} for name in rows]


def notes_of_tables() -> dict[str, Any]:
    """What the notes beside the tables say, by table."""
    paths = [*folder().glob("*.notes.toml"), folder() / "sources.toml"]
    return {name: entry for path in sorted(paths) for name, entry in tomllib.loads(path.read_text("utf-8")).items()}


def columns_of(name: str, entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The columns of a table and what its notes say of each."""
    meanings = entry.get("columns", entry)
    path = folder() / f"{name}.csv"
    header = next(csv.reader(path.read_text("utf-8").splitlines())) if path.is_file() else list(meanings)
    for column in header:
        text = " ".join(str(meanings.get(column, "")).split())
        yield column, text.replace("RECORD's factuality", "the record's `factuality`").replace("|", "\\|")


def write_tables() -> None:
    """Write the generated part of the reference of tables anew."""
    page = REFERENCE / "tables.md"
    page.write_text(WRITTEN.sub(lambda _: tables_text(), page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write_tables()
