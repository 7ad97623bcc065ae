"""Attribution without a verb: 'according to', 'in the words of', 'Name: "…"'."""

from __future__ import annotations

from detente.coding.statements.animacy import GROUPS
from detente.coding.statements.model import Said
from detente.language import Sentence, Token
from detente.resolve.model import Cast

HEADED = frozenset(
    """
    report poll study survey source insider official resident activist soldier rebel lawmaker minister prosecutor lawyer police
    investigator inspector mediator document paper memo envoy diplomat
    """.split()
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SPEAKING = frozenset({"person", "government", "state", "military", "media", "igo", "ngo", "party", "armed_group"})
MANNERS = frozenset({"be", "sound", "remain", "strike", "mince", "stay"})
MANNER = frozenset(
    """
    blunt categorical clear adamant firm defiant unequivocal emphatic unyielding plain frank explicit unapologetic combative
    conciliatory note tone word outspoken uncompromising unrepentant dismissive
    """.split()
)
MESSAGES = frozenset("message answer position line demand condition warning reply verdict response argument view conclusion stance".split())


def according_to(sentence: Sentence, cast: Cast) -> list[Said]:
    """The statements of a sentence whose source is given by a phrase."""
    found: list[Said] = []
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if (token.lower == "according" and i + 2 < len(tokens) and tokens[i + 1].lower == "to") or (token.lower == "words" and i + 2 < len(tokens) and tokens[i + 1].lower == "of" and i > 1 and [t.lower for t in tokens[i - 2 : i]] == ["in", "the"]):
            said = _phrase(sentence, token, tokens[i + 1])
        elif token.lower == "so" and i > 1 and tokens[i - 1].text in {",", "“", "”", '"'}:
            said = _so(sentence, token, cast)
        elif token.text == ":" and 0 < i <= 14:
            said = _colon(sentence, token, cast)
        elif token.text in {"-", "–", "—"} and sentence.block == "headline" and 1 < i >= len(tokens) - 4:
            said = _named_last(sentence, token, cast)
        else:
            said = None
        if said is not None:
            found.append(said)
    return found


def _phrase(sentence: Sentence, cue: Token, preposition: Token) -> Said | None:
    source = preposition.child("pobj")
    if source is None:
        return None
    tokens = sentence.tokens
    first = cue.i - 2 if cue.lower == "words" else cue.i
    last = max(source.right, source.i)
    spans = []
    head = next((a for a in cue.ancestors()), cue)
    clause = head if head.pos in {"VERB", "AUX"} else sentence.root
    closes = first > 0 and tokens[first - 1].text == "," and all(t.pos == "PUNCT" for t in tokens[last + 1 :])
    if closes and clause.dep == "ccomp" and clause.head.i < clause.i and clause.head.pos == "VERB" and clause.head.lemma != "be":
        clause = clause.head  # 'told her that …, according to her account': all of it
    if tokens[-1].text == ":" and not any(t.pos in {"VERB", "AUX"} for t in tokens if t.tag in FINITE):
        return None  # 'According to the envoy, writing in May:'
    for start, end in ((clause.left, first - 1), (last + 1, clause.right)):
        span = _trimmed(tokens, start, end)
        if span:
            spans.append(span)
    if not spans:
        return None
    return Said(
        sentence=sentence, spans=spans, cue=cue, cue_last=preposition, source=source, head=clause, form="according to",
        stance="report", rule="statement/according-to",
    )  # fmt: skip


def _so(sentence: Sentence, cue: Token, cast: Cast) -> Said | None:
    """'„The list must be rejected,“ so al-Thani.': after the German manner, a name and nothing else."""
    tokens = sentence.tokens
    after = [t for t in tokens[cue.i + 1 :] if t.pos != "PUNCT" or t.text == "-"]
    if not after or any(t.pos in {"VERB", "AUX"} for t in after):
        return None
    until = next((n for n, t in enumerate(after) if t.lower in {"to", "in", "on"} and n), len(after))
    source = next((t for t in reversed(after[:until]) if cast.at(t) is not None), None)  # 'so Roe to the paper': Roe
    if source is None or not (after[0].pos == "PROPN" or after[0].tag in {"DT", "PRP$"} or cast.at(after[0])):
        return None
    low = max((t.i + 1 for t in tokens[: cue.i] if t.text == ";"), default=0)
    span = _trimmed(tokens, low, cue.i - 1)
    spans = [span] if span else []
    return Said(
        sentence=sentence, spans=spans, cue=cue, source=cast.by_token[source].head, head=sentence.root, form="quote", rule="statement/so",
    )  # fmt: skip


def _trimmed(tokens: list[Token], first: int, last: int) -> tuple[int, int] | None:
    while first <= last and (tokens[first].lower in ",;:-–—" or tokens[first].pos == "CCONJ"):
        first += 1
    while last >= first and tokens[last].lower in ",;:.-–—":
        last -= 1
    return (tokens[first].start, tokens[last].end) if last - first >= 1 else None


def _colon(sentence: Sentence, colon: Token, cast: Cast) -> Said | None:
    """'Zarif on Twitter: "…"', 'Merkel: No deal yet', 'TAPPER: Why?': a speaker, no verb of its own, and a colon."""
    tokens = sentence.tokens
    before, after = tokens[: colon.i], tokens[colon.i + 1 :]
    if any(t.pos in {"VERB", "AUX"} and t.text != t.text.upper() for t in before):
        return _message(sentence, colon)
    if len(after) < 3:
        return None
    named = [t for t in before if (a := cast.at(t)) and cast.actors[a].kind in SPEAKING and t.dep != "pobj"]
    source = next((t for t in named if t.dep != "poss"), named[0] if named else None)  # 'Ukraine's Roe: …'
    head = cast.by_token[source].head if source is not None else _bare_name(before) or _bare_noun(before, cast)
    if head is not None and head.dep in {"amod", "compound", "nmod"} and head.i < head.head.i < colon.i:
        head = head.head  # 'The South Korean ministry: …'
    said = next((t for t in after if t.pos in {"VERB", "AUX"}), None)
    if said is None and source is not None and cast.actors[cast.by_token[source].actor].kind in {"person", "government"}:
        said = after[0]  # 'Roe on the list: absurd, and not worth a reply'
    if head is None or head.start > colon.start or said is None:
        return None
    span = _trimmed(tokens, colon.i + 1, len(tokens) - 1)
    if span is None:
        return None
    return Said(
        sentence=sentence, spans=[span], cue=colon, source=head, head=said, form="colon", rule="statement/colon",
    )  # fmt: skip


def _named_last(sentence: Sentence, dash: Token, cast: Cast) -> Said | None:
    """'No talks under pressure - Roe': a headline that ends with its speaker."""
    tokens = sentence.tokens
    behind = tokens[dash.i + 1 :]
    actors = [cast.actors[a] for t in behind if (a := cast.at(t)) is not None]
    span = _trimmed(tokens, 0, dash.i - 1)
    if span is None or not actors or any(a.kind not in {"person", "government", "military"} for a in actors) or any(t.pos not in {"PROPN", "NOUN", "ADJ"} for t in behind):
        return None
    source = cast.by_token[next(t for t in behind if cast.at(t) is not None)].head
    return Said(sentence=sentence, spans=[span], cue=dash, source=source, head=sentence.root, form="colon", rule="statement/dash")


def _message(sentence: Sentence, colon: Token) -> Said | None:
    """What stands behind the colon in 'Oslo's message was clear: no drill would be tolerated'."""
    tokens = sentence.tokens
    noun = next((t for t in tokens[: colon.i] if t.lemma in MESSAGES and t.dep in {"nsubj", "nsubjpass"} and t.head.lemma in {"be", "remain"}), None)
    if noun is None:
        return _outspoken(sentence, colon)
    owner = noun.child("poss") if noun is not None else None
    if noun is not None and owner is None:
        owner = next((o for p in noun.all("prep") if p.lower in {"from", "of"} for o in p.all("pobj")), None)
    span = _trimmed(tokens, colon.i + 1, len(tokens) - 1)
    said = next((t for t in tokens[colon.i + 1 :] if t.pos in {"VERB", "AUX"}), None)
    if noun is None or owner is None or span is None or said is None:
        return None
    return Said(
        sentence=sentence, spans=[span], cue=noun, source=owner, head=said, form="colon", rule="statement/message",
    )  # fmt: skip


def _outspoken(sentence: Sentence, colon: Token) -> Said | None:
    """What stands behind the colon in 'The envoy did not mince words: there would be no deal'."""
    tokens = sentence.tokens
    verb = next((t for t in tokens[: colon.i] if t.lemma in MANNERS and t.child("nsubj") is not None), None)
    trait = verb.child("acomp", "dobj", "attr") if verb is not None else None
    span = _trimmed(tokens, colon.i + 1, len(tokens) - 1)
    said = next((t for t in tokens[colon.i + 1 :] if t.pos in {"VERB", "AUX"}), None)
    if verb is None or trait is None or trait.lemma not in MANNER or span is None or said is None:
        return None
    return Said(
        sentence=sentence, spans=[span], cue=trait, source=verb.child("nsubj"), head=said, form="colon", rule="statement/message",
    )  # fmt: skip


def _bare_name(before: list[Token]) -> Token | None:
    """'Lopez', 'KATE BOULDUAN', 'Report': one to four capitalised words that open a sentence and end at the colon."""
    if len(before) > 4 or not all(t.text[:1].isupper() and t.pos in {"PROPN", "NOUN", "ADJ", "ADV"} for t in before):
        return None
    return before[-1] if before and before[-1].ent == "PERSON" else None


def _bare_noun(before: list[Token], cast: Cast) -> Token | None:
    """'Experts', 'UN report', 'Insiders': up to three words that name people or a text; or a last name that the parser took for a noun."""
    last = before[-1] if before else None
    if last is None or len(before) > 3 or not before[0].text[:1].isupper() or not all(t.pos in {"NOUN", "PROPN", "ADJ"} for t in before):
        return None
    if last.pos == "NOUN" and (last.lemma in HEADED or last.lemma in GROUPS or (last.tag == "NNS" and last.lemma.endswith(("ist", "ian")))):
        return last
    named = len(before) == 1 and any(a.kind == "person" and a.name.split()[-1] == last.text for a in cast.actors.values())
    return last if named else None
