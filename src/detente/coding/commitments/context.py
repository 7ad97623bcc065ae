"""What the layers below found, indexed by sentence and token, so that each rule looks only nearby."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from detente.coding.commitments.authored import UNNAMED, author_of
from detente.coding.commitments.conditions import conditions_in
from detente.coding.commitments.model import Clause
from detente.coding.commitments.mouthpieces import state_behind
from detente.coding.commitments.wording import FUTURE, wording_of
from detente.coding.events import Coded
from detente.coding.statements import Said
from detente.language import Document, Sentence, Token
from detente.resolve.actors import government_of, parties_of
from detente.resolve.actors.registry import AUTHOR
from detente.resolve.model import Cast, Timed
from detente.resources import Lexicon

SPEECH = frozenset({"say", "add", "warn", "declare", "tell", "state", "insist", "stress", "announce", "explain", "write", "vow", "reiterate", "argue"})
SPEAKING = frozenset({"person", "state", "government", "military", "igo", "armed_group"})
OFFICIALS = frozenset(
    """
    official minister spokesman spokeswoman spokesperson president premier chancellor ministry government leader general commander
    ambassador diplomat envoy adviser advisor secretary chief source leadership cabinet aide negotiator
    """.split()
)
COLLEAGUES = frozenset("colleague counterpart deputy representative delegate delegation briefer aide politician general officer mission embassy".split())
WILLING = frozenset("want wish seek need intend reject refuse accept regard consider demand expect respect favour favor oppose".split())
DISPOSED = frozenset({"ready", "prepared", "willing", "unable", "unwilling", "determined"})
SILENT = frozenset({"deny", "question", "perception", "accuse"})  # stances that assert no commitment of the speaker
REBELLING = frozenset({"REB", "SEP"})


class Reading:
    """One report: its sentences with their events, statements, times and conditions.

    Building it takes time linear in the text; each look-up touches one sentence only.
    """

    def __init__(
        self, document: Document, words: Lexicon, cast: Cast, *, events: Sequence[Coded], said: Sequence[Said], times: Sequence[Timed]
    ) -> None:  # fmt: skip
        self.document, self.words, self.cast = document, words, cast
        self.wording = wording_of(words)
        self.by_id = {s.row.id: s for s in said if s.row is not None}
        self.said_heads = {s.head for s in said if s.head is not None}
        self.by_cue = {s.cue: s for s in said if s.cue is not None}
        self._events: dict[int, list[Coded]] = {}
        self._times: dict[int, list[Timed]] = {}
        self._voices: dict[int, list[tuple[int, int, Said]]] = {}
        self._spoken: dict[int, list[Said]] = {}
        self._conditions: dict[int, list[Clause]] = {}
        for event in events:
            self._events.setdefault(event.sentence.index, []).append(event)
        for timed in times:
            self._times.setdefault(timed.sentence.index, []).append(timed)
        self._speakers: dict[Said, str | None] = {}
        self._by_speaker: dict[str, list[Said]] = {}
        self._place(said)
        self.author = author_of(document, cast, said)

    def _place(self, said: Sequence[Said]) -> None:
        starts = [s.start for s in self.document.sentences]
        for one in said:
            self._spoken.setdefault(one.sentence.index, []).append(one)
            if one.speaker:
                self._by_speaker.setdefault(one.speaker, []).append(one)
            for start, end in one.spans:
                at = max(0, bisect_right(starts, start) - 1)
                while at < len(starts) and starts[at] < end:
                    self._voices.setdefault(at, []).append((start, end, one))
                    at += 1

    def spoken_in(self, sentence: Sentence) -> Sequence[Said]:
        """The statements whose cue, or whose beginning, stands in a sentence."""
        return self._spoken.get(sentence.index, ())

    def is_conditional(self, verb: Token) -> bool:
        """Whether a condition hangs on a verb, or stands in front of the clause that it heads."""
        return any(c.host is verb or (c.first <= 1 and c.last < verb.i and verb.dep in {"ROOT", "ccomp"}) for c in self.conditions(verb.sent))

    def events(self, sentence: Sentence) -> Sequence[Coded]:
        """The events of a sentence, in order."""
        return self._events.get(sentence.index, ())

    def times(self, sentence: Sentence) -> Sequence[Timed]:
        """The time expressions of a sentence."""
        return self._times.get(sentence.index, ())

    def conditions(self, sentence: Sentence) -> list[Clause]:
        """The conditions of a sentence, found once."""
        found = self._conditions.get(sentence.index)
        if found is None:
            found = self._conditions[sentence.index] = conditions_in(sentence, self.words)
        return found

    def in_condition(self, token: Token) -> bool:
        """Whether a word stands in a condition, where nothing is demanded, offered or threatened."""
        return any(c.first <= token.i <= c.last for c in self.conditions(token.sent))

    @staticmethod
    def is_silent(said: Said) -> bool:
        """Whether a statement asserts nothing of its speaker; 'observed that it would not' does."""
        if said.cue is not None and said.cue.lemma == "ask" and said.head is not None and any(c.lower == "should" for c in said.head.children):
            return False
        return said.stance in SILENT and not (said.cue is not None and said.cue.lemma in {"observe", "note", "remark"})

    def hosts_condition(self, verb: Token) -> bool:
        """Whether a condition hangs on a verb."""
        return any(c.host is verb for c in self.conditions(verb.sent))

    def awaits(self, verb: Token) -> bool:
        """Whether something must come first: 'no business is being done until …', 'the border stays shut unless …'."""
        return any(c.polarity in {"until", "unless"} and (c.host is verb or (c.first <= 1 and c.last < verb.i and verb.dep in {"ROOT", "ccomp"})) for c in self.conditions(verb.sent))

    def said_by(self, cue: Token, offset: int) -> Said | None:
        """The statement that a word introduces, or, where it introduces none, the innermost that holds an offset."""
        found: tuple[int, Said] | None = None
        for start, end, one in self._voices.get(cue.sent.index, ()):
            if one.cue is cue:
                return one
            if start <= offset < end and (found is None or end - start < found[0]):
                found = end - start, one
        return found[1] if found else None

    def said_at(self, token: Token) -> Said | None:
        """The innermost statement that a word belongs to whose speaker is known, one of a known state or body first."""
        best: tuple[tuple[bool, int], Said] | None = None
        for start, end, one in self._voices.get(token.sent.index, ()):
            if start <= token.start < end and one.cue is not token and (speaker := self.speaker_of(one)):
                key = self.cast.actors[speaker].country is None and speaker.startswith("---"), end - start
                if best is None or key < best[0]:
                    best = key, one
        return best[1] if best else None

    def speaker_of(self, said: Said) -> str | None:
        """Who speaks: the actor found, else the state of an unnamed official ('a French diplomat', 'a source close to the Premier')."""
        if said not in self._speakers:
            self._speakers[said] = self._find_speaker(said)
        return self._speakers[said]

    def _find_speaker(self, said: Said) -> str | None:
        if said.speaker and not said.speaker.startswith("---/"):
            return said.speaker
        if said.made is not None and said.made.speaker and not said.made.speaker.startswith("---/"):
            return said.made.speaker
        source = said.source.head if said.source is not None and said.source.dep == "appos" else said.source
        nameless = not said.speaker or said.speaker.startswith(("---/GOV", "---/MIL"))
        if source is not None and (said.speaker or source.lemma in OFFICIALS | COLLEAGUES):
            for token in source.subtree():
                for party in self.parties(token) if nameless or token.dep in {"amod", "compound", "poss", "nmod"} else ():
                    if not party.startswith("---") and self.cast.actors[party].kind in SPEAKING:
                        return party
        return (self._will_of(said) or said.speaker) if said.speaker else None

    def _will_of(self, said: Said) -> str | None:
        """For whom somebody without a state speaks: 'the DPRK does not want war', or, failing that, 'Sweden would not give way', told of one state alone."""
        told = [(one.head, self.parties(one.head.child("nsubj", "nsubjpass"))) for one in self._by_speaker.get(said.speaker or "", ()) if one.head is not None]
        states = [(head, found[0]) for head, found in told if len(found) == 1 and self.cast.actors[found[0]].kind in {"state", "government"}]
        for head, state in states:
            if head.lemma in WILLING:
                return state
        planned = {state for head, state in states if any(c.lower in FUTURE for c in head.children) or any(c.lemma in DISPOSED for c in head.children)}
        return planned.pop() if len({self.cast.country(s) for s in planned}) == 1 else None

    def authored(self, token: Token) -> str | None:
        """The author of a speech or statement, for words in which nobody else is cited."""
        return self.author if self.author is not None and not any(a <= token.start < b for a, b, _ in self._voices.get(token.sent.index, ())) else None

    def is_voiced(self, token: Token) -> bool:
        """Whether a word stands in a statement with a cue of its own, though its speaker may not be known."""
        return any(a <= token.start < b and s.cue is not None and s.cue.sent is token.sent for a, b, s in self._voices.get(token.sent.index, ()))

    def unnamed_at(self, token: Token) -> Said | None:
        """The statement of an unnamed official that a word belongs to, where no named speaker has it."""
        for start, end, one in self._voices.get(token.sent.index, ()):
            if start <= token.start < end and not one.speaker and one.source is not None and one.source.lemma in OFFICIALS and one.stance not in SILENT:
                return one
        return None

    def carried(self, token: Token) -> tuple[str, Said | None] | None:
        """The speaker whose words run on without a cue: after a colon, or in the sentence that follows.

        Free indirect speech (Leech and Short 1981, ch. 10): 'No Americans were harmed, he adds.
        Additional sanctions will be imposed.'
        """
        sentence = token.sent
        if (behind := self._behind_tag(token)) is not None:
            return behind
        tag = next((a for a in token.ancestors() if a.lemma in SPEECH and (a.i > token.i or a.dep == "parataxis")), None)
        tag = tag or next((c for c in token.children if c.lemma in SPEECH and (c.dep in {"parataxis", "ccomp", "advcl"} or _is_behind(c))), None)
        subject = tag.child("nsubj", "nsubjpass", "dobj") if tag is not None else None
        if tag is not None and subject is not None and (subject.i > token.i or _is_inserted(tag)) and (spoken := self._whose(subject)):
            return spoken, self.by_cue.get(tag)
        if tag is not None and subject is not None and _is_inserted(tag) and subject.pos == "NOUN":
            return None  # somebody else's words, though it is not known whose
        colon = next((t.i for t in reversed(sentence.tokens[: token.i]) if t.text in {":", ";"}), None)
        if colon is not None:
            return self._before(sentence, colon)
        if any(s.speaker and s.cue is not None and s.cue.i < token.i for s in self._spoken.get(sentence.index, ())):
            return None
        for back in (1, 2, 3):
            before = self.document.sentences[sentence.index - back] if sentence.index >= back else None
            if before is None or before.paragraph != sentence.paragraph:
                return None
            found = self._before(before, len(before.tokens))
            if found is not None:
                return found
        return None

    def _behind_tag(self, token: Token) -> tuple[str, Said | None] | None:
        """'The inquiry will go on, a spokesman said, and the crew will be kept': a clause joined to what was said behind its tag."""
        tag = token.head
        said = self.by_cue.get(tag)
        if token.dep != "conj" or said is None or self.is_silent(said) or tag.i > token.i or token.child("nsubj", "nsubjpass") is None or token.lemma in SPEECH:
            return None
        before = any(c.dep == "ccomp" and c.i < tag.i for c in tag.children)
        subject = token.child("nsubj", "nsubjpass")
        same = subject is not None and tag.child("nsubj") is not None and self.parties(subject) == self.parties(tag.child("nsubj"))
        speaker = self.speaker_of(said)
        return (speaker, said) if before and speaker and not same else None

    def _whose(self, subject: Token) -> str | None:
        """Whose words those of a subject are: the party, or the state that stands beside an unknown name ('his Saudi colleague')."""
        found = self.parties(subject)
        if found and not found[0].startswith("---/"):
            return found[0]
        if found or subject.lemma in OFFICIALS | COLLEAGUES:
            beside = (p for t in subject.subtree() for p in self.parties(t) if not p.startswith("---/") and self.cast.actors[p].kind in SPEAKING)
            return next(beside, None) or (self._known(found[0]) if found else None)
        return None

    def _known(self, actor: str) -> str:
        """An unnamed official's state, where something else that the same official says tells it."""
        said = next(iter(self._by_speaker.get(actor, ())), None)
        return (self.speaker_of(said) or actor) if said is not None else actor

    def _before(self, sentence: Sentence, end: int) -> tuple[str, Said | None] | None:
        """Who speaks in the first words of a sentence: by a cue, or as the subject in front of a colon."""
        for one in reversed(self._spoken.get(sentence.index, ())):
            speaker = self.speaker_of(one)
            if one.cue is not None and any(c.dep == "parataxis" and c.lemma in SPEECH for c in one.cue.children):
                continue  # 'Washington, he warned, will rue the day', taken for what is rued
            if speaker and one.cue is not None and one.cue.i < end and not self.is_silent(one) and one.cue.pos in {"VERB", "ADJ"}:
                return speaker, one
        for tag in sentence.tokens[:end]:
            source = tag.child("nsubj") if tag.lemma in SPEECH and _is_inserted(tag) else None
            if source is not None and (spoken := self._whose(source)):
                return spoken, None
        colon = next((t.i for t in sentence.tokens[:end + 1] if t.text == ":"), None)
        if colon is not None:
            for one_token in sentence.tokens[:colon]:
                if one_token.dep == "nsubj" and (found := self.parties(one_token)) and len(found) == 1:
                    return found[0], None
            named = {a for t in sentence.tokens[:colon] if (a := self.cast.at(t)) is not None}
            if len(named) == 1 and self.cast.actors[(only := named.pop())].kind in SPEAKING:
                return only, None
        return None

    def topic(self, token: Token) -> str | None:
        """Who spoke last in this paragraph, whatever was said."""
        for index in range(token.sent.index, max(-1, token.sent.index - 3), -1):
            before = self.document.sentences[index]
            if before.paragraph != token.sent.paragraph:
                break
            voices = [s for s in self._spoken.get(index, ()) if s.speaker and s.cue is not None and (index < token.sent.index or s.cue.i < token.i)]
            if voices:
                return voices[-1].speaker
        return None

    def body(self, actor: str | None) -> str | None:
        """The state or body that an actor speaks for."""
        if actor == UNNAMED:
            return UNNAMED
        if actor == AUTHOR and self.author not in {None, AUTHOR, UNNAMED}:
            actor = self.author
        found = government_of(actor, self.cast) if actor else None
        if found is not None and found in self.cast.actors and self.cast.actors[found].kind == "media":
            return state_behind(found, self.cast, self.words) or found
        return found

    def parties(self, token: Token | None) -> tuple[str, ...]:
        """The actors that a phrase stands for."""
        return parties_of(token, self.cast) if token is not None else ()

    def can_commit(self, holder: str) -> bool:
        """Whether an actor can be bound: no outlet, and no crowd or private person without a state."""
        if holder == UNNAMED:
            return True
        row = self.cast.actors[holder]
        return row.kind != "media" and not holder.startswith(("---/CVL", "---/COP", "---/HLH", "---/MED"))

    def same_side(self, one: str | None, other: str | None) -> bool:
        """Whether two actors belong together: one body, or one state."""
        if one is None or other is None:
            return False
        if one == other or _whole(self.body(one), self.cast) == _whole(self.body(other), self.cast):
            return True
        country = self.cast.country(one)
        return country is not None and country == self.cast.country(other) and self._rebels(one) is self._rebels(other)

    def _rebels(self, actor: str) -> bool:
        """Whether an actor is at war with the state that it belongs to."""
        row = self.cast.actors.get(actor)
        return row is not None and (row.kind == "armed_group" or row.sector in REBELLING)


def _whole(actor: str | None, cast: Cast) -> str | None:
    """The body that an organ belongs to: the UN of its Security Council."""
    row = cast.actors.get(actor or "")
    return row.id.split("/", 1)[0] if row is not None and row.kind == "igo" and not row.id.startswith("---") else actor


def _is_inserted(tag: Token) -> bool:
    """', he warned,' between commas."""
    tokens = tag.sent.tokens
    return tag.i + 1 < len(tokens) and tokens[tag.i + 1].text in {",", "”", '"'} and tag.left > 0 and tokens[tag.left - 1].text in {",", "”", '"'}


def _is_behind(tag: Token) -> bool:
    """', warned the minister.': a speech verb after a comma with its subject behind it."""
    tokens = tag.sent.tokens
    return tag.i > 0 and tokens[tag.i - 1].text in {",", "”", '"', "'", "’"} and any(c.dep in {"nsubj", "dobj"} and c.i > tag.i for c in tag.children)
