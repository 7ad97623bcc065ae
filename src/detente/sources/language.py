"""In which language a report is written; only English can be read so far."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

from detente.errors import UnsupportedLanguage
from detente.sources.language_names import LANGUAGE_NAMES
from detente.sources.options import is_english

_SAMPLE = 5_000
_PROSE_LINE = 60  # characters: shorter lines are menus and headlines, often all names
_FEW_LETTERS = 80
_FEWEST_LETTERS = 20
_NOT_ENGLISH = 0.01  # the share left for English where a text is surely something else
_NOT_ENGLISH_SHORT = 0.002
_LEAST_SHARE = 0.4  # of the likeliest language; near relatives, such as Norwegian and Danish, share theirs
_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = frozenset(
    "the of and to that with for was were is are be by on at from has have had not but it its as which will would "
    "said says who their this after over than between against".split()
)
_FUNCTION_SHARE = 0.12  # of the words; English prose has about 0.35, other languages below 0.08


def report_language(text: str, *, stated: str | None = None, override: str | None = None) -> str:
    """``en``, where the report is in English or the caller says so.

    Args:
        text: the report.
        stated: the language that the input line states.
        override: the language that the caller states; comes first.

    Raises:
        UnsupportedLanguage: another language; the message names it and says how to overrule.
    """
    code = (stated or "").strip().lower().replace("_", "-").split("-")[0]
    if override or is_english(code):
        return "en"
    if code not in {"", "und", "mul"}:  # ISO 639's codes for what nobody determined and for several
        raise _unsupported(f"the input states {language_name(code)}", code)
    code, share = identify(text)
    if code != "en":
        raise _unsupported(f"this looks like {language_name(code)}, {_percent(share)} sure", code)
    return "en"


def identify(text: str) -> tuple[str, float]:
    """The ISO 639-1 code and how sure, 0 to 1, from the first few thousand characters of prose.

    Short and letterless texts are English unless the identification is sure.
    """
    sample = _prose(text)
    letters = [c for c in sample if c.isalpha()]
    if not letters:
        return "en", 0.0
    if _latin_share(letters) < 0.5:
        return _other_script(sample, letters)
    if _reads_as_english(sample):
        return "en", 1.0
    shares = _shares(sample)
    code, share = next(iter(shares.items()))
    doubt = _NOT_ENGLISH if len(letters) >= _FEW_LETTERS else _NOT_ENGLISH_SHORT
    if len(letters) < _FEWEST_LETTERS or shares.get("en", 0.0) > doubt or share < _LEAST_SHARE:
        return "en", shares.get("en", 0.0)
    return code, share


def language_name(code: str) -> str:
    """A language in words with its code, e.g. ``German (de)``."""
    name = LANGUAGE_NAMES.get(code)
    return f"{name} ({code})" if name else f"a language with the code {code!r}"


def _prose(text: str) -> str:
    """The first lines of running text, or the head of the text where there are hardly any."""
    head = text[: 8 * _SAMPLE]
    prose = "\n".join(line for line in head.splitlines() if len(line.strip()) >= _PROSE_LINE)[:_SAMPLE]
    return prose if len(prose) >= 200 else head[:_SAMPLE]


def _latin_share(letters: list[str]) -> float:
    return 1.0 if all(map(str.isascii, letters)) else sum(_script(c) == "LATIN" for c in letters) / len(letters)


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "OTHER").split()[0]


def _other_script(sample: str, letters: list[str]) -> tuple[str, float]:
    """The language among those that the letters' script allows."""
    shares = _shares("".join(c for c in sample if _script(c) != "LATIN" or not c.isalpha()))
    code, share = next(iter(shares.items()))
    if code != "en":
        return code, share
    script = Counter(map(_script, letters)).most_common(1)[0][0]
    return f"{script.title()} script", share


def _reads_as_english(sample: str) -> bool:
    words = [word.lower() for word in _WORD.findall(sample)]
    function = [word for word in words if word in _FUNCTION_WORDS]
    return len(set(function)) >= 3 and len(function) / len(words) >= _FUNCTION_SHARE


def _shares(sample: str) -> dict[str, float]:
    """How likely each language is, the likeliest first."""
    return {str(code): float(share) for code, share in _identifier().rank(sample)}


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _unsupported(what: str, code: str) -> UnsupportedLanguage:
    return UnsupportedLanguage(
        f"{what}; detente reads English so far; say --language en if that is wrong", language=code
    )


def _percent(share: float) -> str:
    return f"{min(99, int(share * 100))} %"
