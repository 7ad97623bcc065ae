"""The house style of quotation marks changes nothing but the marks."""

from __future__ import annotations

import pytest

from tests import goldens
from tests.metamorphic.comparing import cases, read, rows

TEXTS = [path.read_text(encoding="utf-8") for path in goldens.example_files() if path.suffix == ".txt"]
STYLES = {"straight": '""', "low": "„“", "angle": "«»", "single": "‘’"}
REPORTS = [
    *TEXTS,
    "“We will not leave,” Foreign Minister Sergey Lavrov said in Moscow. “Nobody can make us.”",
    "Iran called the demand “absurd” and said that it “will never give in”.",
    "The minister said: “If they attack, we will answer at once. There will be no second warning.”",
    "“The offer stands,” said the Polish president, “until the end of the month.”",
    "China demands an “immediate halt” to the flights, according to the agency Xinhua.",
]
CASES = {f"{text[:25]}, {style}": (text, style) for text in REPORTS for style in STYLES}
_PARSE = "the parser reads single marks otherwise"
NOT_YET = {
    f"{REPORTS[0][:25]}, single": _PARSE,
    f"{REPORTS[2][:25]}, single": _PARSE,
    f"{REPORTS[3][:25]}, low": "the second „quotation“ is not taken to go on",
    f"{REPORTS[4][:25]}, single": "two quotations of a word or two are lost in single marks",
}


def restyled(text: str, style: str) -> str:
    """The text with other marks for its double quotation marks."""
    opening, closing = STYLES[style]
    return text.replace("“", opening).replace("”", closing)


def unmarked(lines: list[str]) -> list[str]:
    """Rows without any marks, which are all that may differ."""
    drop = str.maketrans("", "", "“”„«»‘’\"`'\\")
    return [" ".join(line.translate(drop).split()) for line in lines]


@pytest.mark.parametrize(("text", "style"), cases(CASES, NOT_YET))
def test_other_quotation_marks_give_the_same_rows(text: str, style: str) -> None:
    """Who says what, and in whose words, does not hang on the marks of the house."""
    assert unmarked(rows(read(restyled(text, style)))) == unmarked(rows(read(text)))
