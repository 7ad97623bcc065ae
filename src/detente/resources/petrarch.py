"""Reading actor and agent dictionaries of PETRARCH and TABARI into tables of our own.

An actor is a name, its synonyms (``+``) and dated codes in brackets; an agent a noun with a code that
begins with ``~``::

    VLADIMIR_PUTIN_  # a comment
    +PUTIN_
        [RUSELI 700101-990809] [RUSGOV >990809]
    !PERSON! = MAN, MEN, WOMAN, WOMEN
    POLICE!PERSON! [~COP]
    CHAMBER_OF_COMMERCE {CHAMBERS_OF_COMMERCE} [~BUS]

Codes are CAMEO's: a country or a kind of body, then sectors of three letters. A country alone becomes
a row of ``metonyms``, a country with a sector one of ``offices`` where it is dated and of ``metonyms``
where it is not, an international body, NGO or company one of ``bodies``, an agent one of ``organs``.

Source: Schrodt, Beieler and Idris, 'Three's a Charm? Open Event Data Coding with EL:DIABLO, PETRARCH,
and the Open Event Data Alliance' (2014); the CAMEO codebook (2012).
"""

from __future__ import annotations

import csv
import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from detente.errors import ResourceError
from detente.resources import rows
from detente.resources.load import TABLES

CODE = re.compile(r"\[([^\]]*)\]")
PLURAL = re.compile(r"\{([^}]*)\}")
SET = re.compile(r"^!(\w+)!\s*=\s*(.+)$")
USE = re.compile(r"!(\w+)!")
BODIES = {"IGO": "igo", "IMG": "armed_group", "INT": "igo", "NGO": "ngo", "NGM": "ngo", "MNC": "company"}
BODY_SECTOR = {"igo": "IGO", "ngo": "NGO", "company": "BUS", "armed_group": "REB"}
KNOWN_BODIES = {"UNO": "UN", "EUR": "EU", "NAT": "NATO", "OAS": "OAS", "AFU": "AU", "IAE": "IAEA", "OSC": "OSCE"}
OLD = {"USR": "SUN", "ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "PAL": "PSE", "KSV": "XKX", "GME": "DDR", "WSB": "PSE"}
REGIONS = frozenset("AFR ASA EUR LAM MEA NAM SAS SEA WAF EAF CAF SAF NAF CAS CRB PGS BLK BLT WST EEU WEU NMR SSA".split())
KIND = {"MIL": "military", "REB": "armed_group", "UAF": "armed_group", "PTY": "party", "MED": "media", "BUS": "company"}
STATE_SECTORS = frozenset({"GOV", "JUD", "LEG", "SPY", "COP"})
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des", "al", "bin", "von", "van"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A line that gave no row, and why."""

    file: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import wrote: rows by table (``{"offices": 12, …}``), and the lines it had to skip."""

    written: dict[str, int]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class _Code:
    """A code with its dates (ISO 8601, '' for open ends)."""

    code: str
    from_: str
    to: str


@dataclass(slots=True)
class _Entry:
    line: int
    names: list[str]
    codes: list[_Code] = field(default_factory=list)
    failed: bool = False


def import_dictionaries(paths: Sequence[Path], target: Path) -> ImportReport:
    """Rows written to ``metonyms``, ``offices``, ``bodies`` and ``organs`` (.csv) in ``target``, and what was skipped.

    The folder is then what ``--resources`` takes. Tables that get no row are not written; the same
    files always give the same bytes.

    Raises:
        ResourceError: a dictionary can't be read, or the folder can't be written.
    """
    tables: dict[str, dict[tuple[str, ...], None]] = {}
    skipped: list[Skipped] = []
    for path in paths:
        for table, cells in _rows(path, skipped):
            tables.setdefault(table, {})[cells] = None
    try:
        target.mkdir(parents=True, exist_ok=True)
        for table, found in tables.items():
            _write(target / f"{table}.csv", TABLES[table], found)
    except OSError as error:
        raise ResourceError(f"can't write the tables: {error.strerror}", where=str(target)) from error
    return ImportReport(written={name: len(found) for name, found in sorted(tables.items())}, skipped=tuple(skipped))


def _write(path: Path, kind: Any, found: dict[tuple[str, ...], None]) -> None:
    header = [f.name.rstrip("_") for f in dataclasses.fields(kind)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(found)


def _rows(path: Path, skipped: list[Skipped]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for entry in _entries(path, skipped):
        made = list(_rows_of(entry))
        if not made and not entry.failed:
            skipped.append(Skipped(file=path.name, line=entry.line, reason=f"'{entry.names[0]}' has no code"))
        yield from made


def _entries(path: Path, skipped: list[Skipped]) -> Iterator[_Entry]:
    """The entries of a dictionary; a line that is neither name, synonym nor code is skipped."""
    sets: dict[str, list[str]] = {}
    entry: _Entry | None = None
    for number, raw in enumerate(_text(path).splitlines(), start=1):
        line = re.split(r"[#;]", raw, maxsplit=1)[0].rstrip()
        if not line.strip():
            continue
        named = SET.match(line)
        if named:
            sets[named[1]] = [word.strip() for word in named[2].split(",") if word.strip()]
            continue
        name = PLURAL.sub("", CODE.sub("", line)).strip()
        if name and not name.startswith("+"):
            if entry is not None:
                yield entry
            entry = _Entry(number, [])
        if entry is None:
            skipped.append(Skipped(file=path.name, line=number, reason="a code or synonym before any name"))
            continue
        try:
            entry.names += _names(name.lstrip("+"), PLURAL.search(line), sets, agent="[~" in line)
            entry.codes += [code for text in CODE.findall(line) for code in _code(text)]
        except ValueError as error:
            entry.failed = True
            skipped.append(Skipped(file=path.name, line=number, reason=str(error)))
    if entry is not None:
        yield entry


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ResourceError(f"can't read the dictionary: {error.strerror}", where=str(path)) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _names(name: str, plural: re.Match[str] | None, sets: dict[str, list[str]], *, agent: bool) -> list[str]:
    """The readable names of a line: sets filled in, plurals of agents added.

    Raises:
        ValueError: a substitution set that the file does not define.
    """
    if not name:
        return []
    found = [name]
    for key in USE.findall(name):
        if key not in sets:
            raise ValueError(f"no substitution set '!{key}!' stands before this line")
        found = [one.replace(f"!{key}!", word) for one in found for word in sets[key]]
    readable = [_readable(one, common=agent) for one in found]
    if agent and len(found) == 1:
        if plural is None:
            readable.append(_plural(readable[0]))
        elif plural[1].strip():
            readable.append(_readable(plural[1], common=True))
    return [one for one in readable if one]


def _readable(name: str, *, common: bool) -> str:
    words = re.sub(r"[_\s]+", " ", name).strip(" -")
    if common:
        return words.lower()
    return " ".join(_cased(word, first=n == 0) for n, word in enumerate(words.split()))


def _cased(word: str, *, first: bool) -> str:
    """'PUTIN' as 'Putin', 'AL-ASSAD' as 'Al-Assad'; what looks like an abbreviation stays."""
    if not word.isupper():
        return word
    if word.lower() in SMALL and not first:
        return word.lower()
    if "." in word or len(word) < 3 or not re.search(r"[AEIOUY]", word):
        return word
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return f"{noun[:-3]}men"
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def _code(text: str) -> Iterator[_Code]:
    """The code and dates in a bracket; nothing for ``[---]``, which ends a career.

    Raises:
        ValueError: a date that is none, or a code that is no row of three-letter codes.
    """
    code, _, dates = text.strip().partition(" ")
    code, dates = code.strip(), dates.replace(" ", "")
    if code.strip("-~ ") == "":
        return
    if not re.fullmatch(r"~?(?:[A-Z]{3})+", code):
        raise ValueError(f"'[{text}]' is no CAMEO code")
    if not dates:
        yield _Code(code, "", "")
    elif dates[0] == ">":
        yield _Code(code, _day(dates[1:]), "")
    elif dates[0] == "<":
        yield _Code(code, "", _day(dates[1:]))
    elif "-" in dates:
        start, _, end = dates.partition("-")
        yield _Code(code, _day(start), _day(end))
    else:
        raise ValueError(f"'{dates}' is no date range")


def _day(digits: str) -> str:
    """'990809' and '19990809' as '1999-08-09'; two-digit years up to 30 are of this century.

    Raises:
        ValueError: not six or eight digits, or no month and day.
    """
    if len(digits) == 6 and digits.isdigit():
        digits = ("20" if int(digits[:2]) <= 30 else "19") + digits
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", digits)
    if found is None or not (1 <= int(found[2]) <= 12 and 1 <= int(found[3]) <= 31):
        raise ValueError(f"'{digits}' is no date (YYMMDD or YYYYMMDD)")
    return "-".join(found.groups())


def _rows_of(entry: _Entry) -> Iterator[tuple[str, tuple[str, ...]]]:
    names = list(dict.fromkeys(entry.names))
    if not names:
        return
    for code in dict.fromkeys(entry.codes):
        parts = [code.code.lstrip("~")[i : i + 3] for i in range(0, len(code.code.lstrip("~")), 3)]
        if code.code.startswith("~"):
            yield "organs", _cells(rows.Organ, phrase="|".join(names), sector=parts[0], kind=_kind(parts[0]))
        elif parts[0] in BODIES:
            yield _body(names, parts, code)
        else:
            yield _national(names, parts, code)


def _body(names: list[str], parts: list[str], code: _Code) -> tuple[str, tuple[str, ...]]:
    kind = BODIES[parts[0]]
    known = next((KNOWN_BODIES[p] for p in parts[1:2] if p in KNOWN_BODIES), "")
    if code.from_ and kind == "igo" and known:
        return "offices", _holder(names, "", known, "IGO", code)
    country = next((OLD.get(p, p) for p in parts[1:2] if p not in REGIONS and p not in KNOWN_BODIES and kind != "igo"), "")
    key = re.sub(r"[^A-Z0-9]+", "-", names[0].upper()).strip("-") or "BODY"
    return "bodies", _cells(
        rows.Body, id=key, name=names[0], aliases="|".join(names[1:]), kind=kind, country=_alpha3(country),
        sector=BODY_SECTOR[kind], from_=code.from_, to=code.to,
    )  # fmt: skip


def _national(names: list[str], parts: list[str], code: _Code) -> tuple[str, tuple[str, ...]]:
    country, sector = OLD.get(parts[0], parts[0]), parts[1] if len(parts) > 1 else ""
    if len(sector) == 3 and (code.from_ or code.to):
        return "offices", _holder(names, country, "", sector, code)
    return "metonyms", _cells(
        rows.Metonym, phrase="|".join(names), country=country, sector=sector, kind=_kind(sector) if sector else "state",
        from_=code.from_, to=code.to,
    )  # fmt: skip


def _alpha3(code: str) -> str:
    """A second code of a company or NGO, where it is a country and no sector."""
    return code if code and code not in {"MED", "BUS", "HLH", "HRI", "EDU", "ENV", "DEV", "MOS", "CHR", "REL", "AGR", "LAB", "LEG",
                                         "CVL", "REF", "KID", "MIL", "GOV", "JUD", "OPP", "WOM", "SCI", "CRM", "ATD", "BUD"} else ""  # fmt: skip


def _holder(names: list[str], country: str, body: str, sector: str, code: _Code) -> tuple[str, ...]:
    aliases = [name for name in names[1:] if " " in name] + [f"={name}" for name in names[1:] if " " not in name][:1]
    return _cells(
        rows.Holder, name=names[0], aliases="|".join(aliases), country=country, body=body, sector=sector,
        from_=code.from_, to=code.to,
    )  # fmt: skip


def _kind(sector: str) -> str:
    return KIND.get(sector, "government" if sector in STATE_SECTORS else "group")


def _cells(row: Any, /, **values: str) -> tuple[str, ...]:
    """A row of a table, every column of it."""
    return tuple(values.get(f.name, "") for f in dataclasses.fields(row))
