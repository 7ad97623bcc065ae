"""Who says 'we' outside quotation marks: the state whose speech a text is, whoever 'said:' before it, or its unnamed author."""

from __future__ import annotations

import re
from collections import Counter

from detente.language import Token
from detente.resolve.actors.gazetteer import Entry, entries_in
from detente.resolve.actors.quotes import OPENING, quotations
from detente.resolve.actors.reading import Reading, following, previous
from detente.resolve.actors.turns import is_label, opens_turn
from detente.resources import rows

FIRST = frozenset({"i", "me", "my", "mine", "myself"})
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
KIND = r"(?:statement|speech|address|remarks|intervention|declaration)"
CODED = re.compile(rf"\b([A-Z]{{3}}) {KIND}\b")
BY = re.compile(rf"\b{KIND}\s+(?:[\w,]+\s+){{0,3}}?(?:by|of|from)\s+(.+)", re.IGNORECASE)
TURN = re.compile(r"(?m)^[A-Z][A-Z .]*:\s")  # 'Q:', 'SENIOR OFFICIAL:': a transcript has several speakers
OPENINGS = 25  # sentences in which a speech says for whom it is made
COMMON = frozenset({"country", "nation", "people", "government", "delegation", "republic", "kingdom", "homeland", "state"})
STANCES = frozenset(
    """
    support believe reiterate welcome call remain stand reaffirm attach hope urge condemn join share appreciate commend
    congratulate express consider recognize recognise continue strive wish reject endorse advocate encourage affirm
    deplore deem favour favor associate align thank underscore stress emphasize emphasise underline acknowledge
    """.split()
)
FEW, SPARSE = 2, 100  # a speech says I or we twice, and once in so many tokens
NEAR = 9  # tokens between 'on behalf of' and the state


class Floor:
    """The state or person that 'I' and 'we' stand for, as a text is read."""

    def __init__(self, reading: Reading, cues: frozenset[str]) -> None:
        self.reading = reading
        self.cues = cues
        self.quoted = {token for quotation in quotations(reading.document) for token in quotation.tokens}
        self.state = self._speaking_state(reading.title)
        self.speaker = ""  # who 'said:' and has gone on since
        self.turns = False  # whether the report is the transcript of a briefing

    def of(self, token: Token) -> str:
        """The actor that an 'I' or 'we' stands for; '' where nobody is known to have the floor."""
        if token in self.quoted or token.lower not in FIRST | WE:
            return ""
        if self.speaker:
            return self.speaker
        if not self.state:
            return self.reading.registry.author() if self.speech and not self._is_told(token) else ""
        because = f"the state whose speech the report is: {self.why}"
        registry = self.reading.registry
        if token.lower in WE or _owns(token):
            return registry.state(self.state, because)
        return registry.organ(self.state, "GOV", "government", because)

    def _is_told(self, token: Token) -> bool:
        """'We want the ships to leave, the premier said': the words of whoever is said to say them."""
        tellers = (verb.child("nsubj") for verb in token.ancestors() if verb.pos == "VERB" and verb.lemma in self.cues)
        return any(t is not None and t.lower not in FIRST | WE and not t.left <= token.i <= t.right for t in tellers)  # 'my Government stands'

    def hear(self, token: Token) -> None:
        """Give the floor to whoever says something behind a colon without quotation marks."""
        if token.text == ":" and opens_turn(token) and (label := previous(token)) is not None and (self.turns or is_label(label)):
            actor = self.reading.cast.actors.get(self.reading.cast.at(label) or "")
            self.turns = self.turns or (actor is not None and actor.kind in {"government", "igo"})
            self.speaker = actor.id if actor is not None and actor.kind in {"government", "igo"} and not actor.id.startswith("---") else ""
        elif token.text == ":":
            self.speaker = self._introduced(token) or self.speaker
        elif self.speaker and token.pos == "VERB" and token.lemma in self.cues and token.dep == "ROOT":
            subject = token.child("nsubj")
            if subject is not None and subject.lower not in FIRST | WE and self.reading.cast.at(subject):
                self.speaker = ""

    def _introduced(self, colon: Token) -> str:
        after = following(colon)
        if after is not None and (after.text in OPENING or after.text in "\"'‘" or after in self.quoted):
            return ""
        for token in reversed(colon.sent.tokens[max(0, colon.i - 8) : colon.i]):
            if token.pos == "VERB" and token.lemma in self.cues:
                subject = token.child("nsubj")
                actor = self.reading.cast.at(subject) if subject is not None else None
                return actor if actor is not None and not self._quote_follows(colon) else ""
        return ""

    def _quote_follows(self, colon: Token) -> bool:
        sentences = self.reading.document.sentences
        index = colon.sent.index + 1
        ends = colon.i >= len(colon.sent.tokens) - 1
        return ends and (index >= len(sentences) or sentences[index].tokens[0].text in OPENING | {'"', "'", "‘"})

    def _speaking_state(self, title: str) -> str:
        self.why = ""
        count = total = 0
        for sentence in self.reading.document.sentences:
            total += len(sentence.tokens)
            count += sum(t.lower in FIRST | WE and t.pos == "PRON" and t not in self.quoted for t in sentence.tokens)
        text = self.reading.document.text
        self.speech = count >= FEW and count * SPARSE >= total and len(TURN.findall(text)) < FEW
        if not count:
            return ""
        if not self.speech:  # a report in which somebody says 'we' now and then
            return self._of_title(title)
        return self._of_title(title) or self._of_text() or self._of_stances()

    def _of_title(self, title: str) -> str:
        coded = CODED.search(title)
        if coded and coded.group(1) in self.reading.registry.states:
            self.why = f"title '{coded.group(0)}'"
            return coded.group(1)
        if "state of the union" in title.lower():
            self.why = "title 'State of the Union'"
            return "USA"
        by = BY.search(title)
        codes = [code for e in entries_in(by.group(1), self.reading.index) if (code := _state(e))] if by else []
        self.why = f"title '{title}'" if codes else ""
        return codes[0] if codes else ""

    def _of_text(self) -> str:
        """'on behalf of the people of Chad', 'my country, Chad,', 'greetings from the Republic of Chad'."""
        for sentence in self.reading.document.sentences[:OPENINGS]:
            for match in self.reading.matches[sentence.index]:
                code = next((c for e in match.of("state") if (c := _state(e))), "")
                if code and _spoken_for(match.tokens[0]):
                    self.why = f"'{match.text}' in sentence {sentence.index + 1}"
                    return code
        return ""

    def _of_stances(self) -> str:
        """The state whose own stance a speech gives: 'Chad supports …', 'Chad reiterates …', thrice and twice any other's."""
        counts: Counter[str] = Counter()
        for sentence in self.reading.document.sentences:
            for match in self.reading.matches[sentence.index]:
                head = match.tokens[-1]
                if head.dep == "pobj" and head.head.lower == "of" and head.head.head.lemma in COMMON:
                    head = head.head.head  # 'the Government of Chad'
                if head.dep == "nsubj" and head.head.lemma in STANCES and head.head.tag in {"VBZ", "VBP"}:
                    counts.update(code for e in match.of("state") if (code := _state(e)))
        (first, most), (_, next_) = ([*counts.most_common(2), ("", 0), ("", 0)])[:2]
        if most < (3 if next_ else 2) or most < 2 * next_:
            return ""
        self.why = f"it takes {first}'s stance {most} times"
        return first


def _state(entry: Entry) -> str:
    row = entry.row
    if isinstance(row, rows.State):
        return row.code
    return row.country if isinstance(row, rows.Holder) else ""


def _owns(token: Token) -> bool:
    """'my country', 'my people': the state, as with 'our'."""
    return token.tag == "PRP$" and token.head.lemma in COMMON - {"government", "delegation"}


def owned(token: Token) -> list[Token]:
    """All of 'my country', 'our own delegation': words for the one who says 'we'; else none."""
    head = token.head
    if token.tag != "PRP$" or head.lemma not in COMMON or head.i <= token.i:
        return []
    return token.sent.tokens[token.i : head.i + 1]


def _spoken_for(token: Token) -> bool:
    """Whether a state's name follows 'on behalf of', 'my country' or 'greetings from' closely."""
    words: list[str] = []
    before = previous(token)
    while before is not None and len(words) < NEAR and before.text not in {".", ";"}:
        words.insert(0, before.lower)
        before = previous(before)
    text = " ".join(words)
    return bool(re.search(r"\bon behalf of\b|\b(greetings|greeting|message|wishes) (from|of)\b|\b(my|our) (own )?(country|nation|homeland) ,$|\bi represent\b", text))
