"""``detente doctor``: what is installed, what is missing, and the command that mends it."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import options as shared
from detente.cli import words
from detente.cli.accuracy import accuracy_page
from detente.cli.console import colourful, guarded, installed, width_of_terminal
from detente.errors import DetenteError
from detente.settings import DEFAULT_MODEL, Settings

if TYPE_CHECKING:
    from detente.records import Record

OLDEST_PYTHON = (3, 11)
MODEL_VERSION = "3.8.0"  # the release that the evaluation was made with
SMOKE = "Iran will not accept the American demand, Foreign Minister Javad Zarif said in Tehran on Monday."
SMOKE_DAY = "2020-01-08"
PACKAGES = (
    ("spacy", "3.8", 'pip install "spacy>=3.8.2,<3.9"', "parses sentences"),
    ("pydantic", "2.", 'pip install "pydantic>=2.7,<3"', "checks records"),
    ("trafilatura", "2.", 'pip install "trafilatura>=2.0,<3"', "reads web pages"),
    ("feedparser", "6.", 'pip install "feedparser>=6.0.11,<7"', "reads feeds"),
    ("warcio", "1.", 'pip install "warcio>=1.7.4,<2"', "reads web archives"),
    ("jinja2", "3.", 'pip install "jinja2>=3.1,<4"', "writes --format html"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at; ``mend`` is the command that repairs it."""

    name: str
    ok: bool
    says: str
    mend: str = ""


def doctor(
    form: shared.As = shared.Shape.text,
    model: shared.Model = shared.DEFAULT,
    resources: shared.Resources = None,
    no_color: shared.NoColor = False,
    debug: shared.Debug = False,
    accuracy: Annotated[bool, typer.Option("--accuracy", help="How good reading was when last measured, and stop.")] = False,
) -> None:
    """Check that all needed parts are there and that a sentence can be read; exit status 1 if not.

    Example: detente doctor
    """
    with guarded(debug=debug):
        if accuracy:
            typer.echo(accuracy_page(form is shared.Shape.json), nl=False)
            return
        found = list(findings(shared.settings_of(model, resources)))
        healthy = all(finding.ok for finding in found)
        if form is shared.Shape.json:
            typer.echo(
                json.dumps(
                    {"ok": healthy, "findings": [asdict(f) for f in found]}, ensure_ascii=False, indent=2
                )
            )
        else:
            typer.echo(_page(found, color=colourful(sys.stdout, no_color=no_color)), nl=False)
        if not healthy:
            raise typer.Exit(1)


def findings(settings: Settings) -> Iterator[Finding]:
    """Everything that is looked at, in order; the smoke test only if what it needs is there."""
    parts = [
        _python(),
        Finding(name="detente", ok=True, says=installed().replace("(not installed)", "run from its source")),
        *map(_package, PACKAGES),
    ]
    parts += [_model(settings.model), _tables(settings)]
    yield from parts
    if all(part.ok for part in parts if part.name in {"spacy", "model", "tables"}):
        yield _smoke(settings)


def _python() -> Finding:
    fresh = sys.version_info >= OLDEST_PYTHON
    return Finding(
        name="Python",
        ok=fresh,
        says=platform.python_version(),
        mend="" if fresh else "install Python 3.11 or later",
    )


def _package(wanted: tuple[str, str, str, str]) -> Finding:
    name, start, mend, purpose = wanted
    number = installed(name)
    good = number.startswith(start)
    return Finding(name=name, ok=good, says=f"{number}, {purpose}", mend="" if good else mend)


def _model(model: str) -> Finding:
    from pathlib import Path

    if Path(model).is_dir():
        return Finding(name="model", ok=True, says=f"{model}, a folder of your own")
    number = installed(model)
    if number.startswith("("):
        mend = f"pip install {model.replace('_', '-')}" + (
            f"=={MODEL_VERSION}" if model == DEFAULT_MODEL else ""
        )
        return Finding(name="model", ok=False, says=f"{model} {number}", mend=mend)
    if model == DEFAULT_MODEL and number != MODEL_VERSION:
        mend = f"pip install {model.replace('_', '-')}=={MODEL_VERSION}"
        return Finding(name="model", ok=False, says=f"{model} {number}, expected {MODEL_VERSION}", mend=mend)
    return Finding(name="model", ok=True, says=f"{model} {number}")


def _tables(settings: Settings) -> Finding:
    from detente.resources import describe, fingerprint

    try:
        tables = describe(settings.resources)
        mark = fingerprint(settings.resources).removeprefix("sha256:")[:12]
    except (DetenteError, OSError) as error:
        return Finding(
            name="tables", ok=False, says=str(error), mend="detente resources check DIR shows all errors"
        )
    empty = [str(table["table"]) for table in tables if not table["rows"]]
    says = f"{sum(int(t['rows']) for t in tables)} rows in {len(tables)} tables, lexicon {mark}"
    if empty:
        says += f"; empty: {', '.join(empty)}"
    return Finding(
        name="tables", ok=not empty, says=says, mend="pip install --force-reinstall detente" if empty else ""
    )


def _smoke(settings: Settings) -> Finding:
    """Whether one sentence yields an actor and a statement, with the reason where it does not."""
    mend = "detente doctor --debug, and report what it says"
    try:
        record = _read_smoke(settings)
    except DetenteError as error:
        return Finding(name="reading", ok=False, says=str(error), mend=mend)
    except Exception as error:  # noqa: BLE001  a doctor reports any fault and goes on
        return Finding(name="reading", ok=False, says=f"{type(error).__name__}: {error}", mend=mend)
    good = bool(record.actors) and bool(record.statements)
    found = (("actor", record.actors), ("statement", record.statements), ("commitment", record.commitments))
    says = "one sentence: " + ", ".join(words.count(len(rows), name) for name, rows in found)
    return Finding(name="reading", ok=good, says=says, mend="" if good else mend)


def _read_smoke(settings: Settings) -> Record:
    from detente.pipeline import Reader
    from detente.sources import InputOptions, report_from_text

    report = report_from_text(SMOKE, InputOptions(published=SMOKE_DAY, language="en"), key="doctor")
    return Reader(settings).read(report)


def _page(found: list[Finding], *, color: bool) -> str:
    from rich.console import Group, RenderableType
    from rich.text import Text

    from detente.cli.page_text import entry, rendered

    lines: list[RenderableType] = []
    for finding in found:
        says = Text("ok  " if finding.ok else "BAD ", style="green" if finding.ok else "bold red")
        says.append(finding.says, style="not bold default")
        lines.append(entry(finding.name, [says], width=12))
        if finding.mend:
            lines.append(entry("", [Text(f"    → {finding.mend}", style="bold")], width=12))
    bad = sum(not f.ok for f in found)
    lines.append(Text("All well." if not bad else f"{bad} to mend: the commands stand above.", style="bold"))
    return rendered(Group(*lines), width=width_of_terminal(), color=color)
