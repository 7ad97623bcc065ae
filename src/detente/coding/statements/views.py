"""Views given by a phrase: 'For Tokyo, …', 'in Beijing's eyes', 'in the view of the council', 'as Warsaw sees it'."""

from __future__ import annotations

from detente.coding.statements.model import Said
from detente.coding.statements.source import NOUNS
from detente.coding.statements.spans import offsets
from detente.language import Sentence, Token
from detente.resolve.model import Cast

VIEWS = frozenset("eye view opinion judgment judgement reading telling account version estimation assessment book word".split())
POLLS = frozenset({"poll", "survey", "study", "census", "sample"})
PUT = frozenset({"see", "put", "have", "tell", "view"})
PARTIES = frozenset({"person", "government", "state", "military", "igo", "ngo", "party", "armed_group"})
STOPS = frozenset({",", ".", ";", "–", "—"})


def views_in(sentence: Sentence, cast: Cast) -> list[Said]:
    """The statements of a sentence that a phrase of viewing attributes."""
    found = [_for(sentence, cast)] if sentence.tokens[0].lower == "for" else []
    found += [_in_poll(sentence)] if sentence.tokens[0].lower == "in" else []
    for token in sentence.tokens:
        if token.lemma in VIEWS and token.dep == "pobj" and token.head.lower in {"in", "by"}:
            found.append(_in_view(sentence, token))
        elif token.lemma in PUT and token.pos == "VERB" and token.i + 1 < len(sentence.tokens):
            found.append(_as_it_is_put(sentence, token))
    return [said for said in found if said is not None]


def _for(sentence: Sentence, cast: Cast) -> Said | None:
    """'For Tokyo, the exercise is a provocation': a party, a comma and a judgement."""
    tokens = sentence.tokens
    source = tokens[0].child("pobj")
    row = cast.actors.get(cast.at(source) or "") if source is not None else None
    if source is None or row is None or row.kind not in PARTIES or source.right + 1 >= len(tokens) or tokens[source.right + 1].text != ",":
        return None
    root = sentence.root
    if tokens[1].lower in {"a", "an", "some", "many", "most", "years"}:
        return None
    if root.lemma not in {"be", "remain", "mean"} or root.child("nsubj") is None:
        return None
    return _made(sentence, tokens[0], source, (0, source.right), "for")


def _in_poll(sentence: Sentence) -> Said | None:
    """'In a survey by the bank, 40 percent chose war': what a poll finds, where the sentence has no cue with a clause of its own."""
    tokens, root = sentence.tokens, sentence.root
    poll = tokens[0].child("pobj")
    if poll is None or poll.lemma not in POLLS or poll.right + 1 >= len(tokens) or tokens[poll.right + 1].text != ",":
        return None
    subject = root.child("nsubj", "nsubjpass", "expl")
    counted = subject is not None and (subject.tag == "CD" or subject.lower in {"percent", "majority", "half", "third", "most", "few", "many"} or any(c.tag == "CD" for c in subject.children))
    if not counted or root.child("ccomp") is not None:
        return None
    return _made(sentence, tokens[0], poll, (0, poll.right), "poll")


def _in_view(sentence: Sentence, noun: Token) -> Said | None:
    """'in Beijing's eyes', 'in the view of the council', between commas or at an end of the sentence."""
    first, last = noun.head.i, max(noun.right, noun.i)
    source = noun.child("poss") or next((p.child("pobj") for p in noun.all("prep") if p.lower == "of"), None)
    tokens = sentence.tokens
    edged = (first == 0 or tokens[first - 1].text in STOPS) and (last + 1 >= len(tokens) or tokens[last + 1].text in STOPS)
    if source is None or not edged or (source.tag == "PRP$" and source.lower in {"my", "our", "your"}):
        return None
    return _made(sentence, noun, source, (first, last), "view")


def _as_it_is_put(sentence: Sentence, verb: Token) -> Said | None:
    """'as Warsaw sees it', 'as the envoy put it'."""
    tokens = sentence.tokens
    subject = verb.child("nsubj")
    if subject is None or not subject.left or tokens[verb.i + 1].lower != "it" or tokens[subject.left - 1].lower not in {"as", "way"}:
        return None
    return _made(sentence, verb, subject, (subject.left - 1, verb.i + 1), "view") if subject.pos in NOUNS else None


def _made(sentence: Sentence, cue: Token, source: Token, phrase: tuple[int, int], rule: str) -> Said | None:
    """All of the sentence outside the phrase, up to the semicolons around it."""
    tokens = sentence.tokens
    low = max((t.i + 1 for t in tokens[: phrase[0]] if t.text == ";"), default=0)
    high = next((t.i - 1 for t in tokens[phrase[1] :] if t.text == ";"), len(tokens) - 1)
    spans = [s for s in (offsets(tokens, low, phrase[0] - 1), offsets(tokens, phrase[1] + 1, high)) if s is not None]
    if not any(t.pos in {"VERB", "AUX"} for t in tokens[low : high + 1] if not phrase[0] <= t.i <= phrase[1]):
        return None
    return Said(
        sentence=sentence, spans=spans, cue=cue, source=source, head=sentence.root, form="according to", stance="thought", rule=f"statement/{rule}",
    )  # fmt: skip
