"""Who says 'it', 'he' and 'we': in indirect speech, over paragraphs, and in speeches."""

from __future__ import annotations

import re

import pytest

from detente.resolve.actors import cast_of

# text, day, [(pronoun with the words after it, end of the id that it means)]
TURNS = [
    ("Belgrade said it had no choice.", "1999-03-24", [("it had", "YUG/GOV")]),
    ("Iraq said that it would begin pulling its troops out on Sunday.", "1990-08-03", [("it would", "IRQ"), ("its troops", "IRQ")]),
    ("Israel said it was ready to talk.", "1990-08-03", [("it was", "ISR")]),
    ("Israel said it was clear that talks had failed.", "1990-08-03", [("it was", "")]),
    ("Solana, NATO's secretary general, said it had no alternative.", "1999-03-24", [("it had", "NATO")]),
    ("Juba accused Khartoum of arming rebels. It denied the charge.", "2012-09-20", [("It denied", "SDN/GOV")]),
    ("Egypt and Bahrain cut ties with Qatar, accusing it of meddling.", "2017-06-05", [("it of", "QAT")]),
    ("Amina Roe spoke for Oxfam. Her spokesman said she was worried.", "2017-06-05", [("she was", "amina-roe")]),
    ("Angela Merkel met Vladimir Putin in Minsk.\n\n“There is hope,” she said.\n\nHe was cautious. “We agreed,” he said.", "2015-02-12",
     [("she said", "angela-merkel"), ("He was", "vladimir-putin"), ("he said", "vladimir-putin")]),
    ("Ehud Olmert called the raid an act of war. Lebanon would pay, he said.\n\nFouad Siniora said his cabinet had not known. He asked for help.",
     "2006-07-13", [("he said", "ehud-olmert"), ("his cabinet", "fouad-siniora"), ("He asked", "fouad-siniora")]),
    ("Nikol Pashinyan said the truce was broken. Ilham Aliyev denied it.\n\n“They shelled Ganja,” he said.", "2020-10-10",
     [("he said", "ilham-aliyev")]),
    ("Donald Trump and Kim Jong Un met. “It was good,” Kim said. Trump said he would stop the war games.", "2018-06-12",
     [("he would", "donald-trump")]),
    ("Minister John Sample of Peru said:\n\nWe are concerned by the violations. I urge Chile to act.", "2018-06-12",
     [("We are", "PER/GOV"), ("I urge", "john-sample")]),
]  # fmt: skip

SPEECH = "Mr. President, we meet at a hard time. Our people know war. We call on all states to act, and I thank the host. We are ready. "


@pytest.mark.parametrize(("text", "day", "turns"), TURNS, ids=[t[0][:50] for t in TURNS])
def test_pronouns_mean(parser, words, text: str, day: str, turns: list[tuple[str, str]]) -> None:
    """Each pronoun means whom a reader takes it to mean; '' leaves it open."""
    document = parser.parse(text)
    cast = cast_of(document, words, published=day)
    for phrase, expected in turns:
        found = re.search(rf"\b{phrase}", text)
        assert found
        token = next(t for s in document.sentences for t in s.tokens if t.start == found.start())
        actor = cast.at(token) or ""
        assert actor.endswith(expected) if expected else not actor


@pytest.mark.parametrize(
    ("text", "title", "state"),
    [
        (SPEECH, "CHL statement, UN General Debate, session 70", "CHL"),
        (SPEECH, "Statement by the Republic of Chad", "TCD"),
        (SPEECH, "State of the Union 1962", "USA"),
        ("I bring you greetings from the people of Fiji. " + SPEECH, None, "FJI"),
        (SPEECH + "Norway supports the plan. Norway reiterates its offer. Norway calls for calm.", None, "NOR"),
        (SPEECH, None, "---/---/author"),
        ("Q: Have you given up?\n\nOFFICIAL: We have not. We told them so.\n\nQ: Will our ships stay?", None, ""),
        ("We demand that the ships leave our waters, the premier said.", None, ""),
        ("Chad protested on Monday. “We will not yield,” a minister said.", "Statement on Chad", ""),
    ],
)
def test_we_in_a_speech_is_the_state_that_speaks(parser, words, text: str, title: str | None, state: str) -> None:
    """Title or text say for whom a speech is made; without that, it is the author; a report has none."""
    document = parser.parse(text)
    cast = cast_of(document, words, published="2015-09", title=title)
    spoken = {r.actor for r in cast.references if r.head.lower in {"we", "our"} and r.rule.startswith("who has the floor")}
    assert spoken == ({state} if state else set())
