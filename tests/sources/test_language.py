"""In which language a report is written."""

from __future__ import annotations

import pytest

from detente.errors import UnsupportedLanguage
from detente.sources.language import identify, language_name, report_language

GERMAN = "Die Verhandlungen zwischen Russland und den Vereinigten Staaten sind am Freitag in Genf gescheitert."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GERMAN, "de"),
        ("Les négociations entre la Russie et les États-Unis ont échoué vendredi à Genève, a dit le ministre.", "fr"),
        ("El ministro de Asuntos Exteriores rechazó la propuesta de la OTAN el viernes en Bruselas.", "es"),
        ("Россия отвергла требования НАТО.", "ru"),
        ("俄罗斯拒绝了北约的要求。", "zh"),
        ("روسيا ترفض مطالب الناتو", "ar"),
        ("ロシアは要求を拒否した", "ja"),
    ],
)
def test_other_languages_are_told(text, code):
    """Other scripts even in one short line."""
    assert identify(text)[0] == code


@pytest.mark.parametrize(
    "text",
    [
        "The talks failed.", "OK", "", "12345 !!!", "😀😀", "Talks fail", "Kennedy, Khrushchev, Gromyko",
        "The ministers met in Geneva, and they said 😀 that it was good. He called it שלום in the end.",
        "KENNEDY ORDERS QUARANTINE OF CUBA",
    ],
)
def test_short_letterless_and_mixed_texts_are_english(text):
    """A doubt does not keep a report out."""
    assert report_language(text) == "en"


def test_an_error_names_the_language_and_the_way_round():
    """In words, with how sure it is."""
    with pytest.raises(UnsupportedLanguage, match=r"looks like German \(de\), 9\d % sure.*--language en") as caught:
        report_language(GERMAN)
    assert caught.value.language == "de"


def test_the_caller_overrules_both_text_and_line():
    """--language en reads it as English."""
    assert report_language(GERMAN, override="en") == "en"
    assert report_language(GERMAN, stated="de", override="en") == "en"
    assert report_language(GERMAN, stated="en-US") == "en"


def test_a_line_that_states_another_language_is_believed():
    """Nothing is identified."""
    with pytest.raises(UnsupportedLanguage, match=r"states French \(fr\)"):
        report_language("The talks failed.", stated="fr-CA")


def test_an_undetermined_language_is_identified():
    """ISO 639 has a code for what nobody determined."""
    assert report_language("The talks failed.", stated="und") == "en"


def test_menus_in_front_do_not_decide():
    """Prose does."""
    menu = "Startseite\nNachrichten\nWirtschaft\nPolitik\nAusland\nWetter\n" * 5
    prose = "The minister said on Friday that the talks with the other side had failed, and that they would go on.\n"
    assert identify(menu + prose * 3)[0] == "en"


def test_a_code_without_a_name_is_still_told():
    """It is quoted."""
    assert language_name("xx") == "a language with the code 'xx'"
