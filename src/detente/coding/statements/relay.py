"""Who passes words on: media, agencies that cite officials, and speakers who tell what others said."""

from __future__ import annotations

from detente.coding.statements.model import Said
from detente.coding.statements.parenthesis import governing
from detente.resolve.actors import parties_of
from detente.resolve.model import Cast

HEARERS = frozenset({"reporter", "journalist", "correspondent", "press"})  # who listens is no medium
CITING = frozenset({"cite", "quote"})


def relayed(found: list[Said], cast: Cast) -> list[Said]:
    """Chains of medium and speaker: 'according to Interfax, Ryabkov said …' is one statement with a medium."""
    dropped: set[int] = set()
    beside: dict[int, list[Said]] = {}
    for said in found:
        beside.setdefault(said.sentence.index, []).append(said)
    for outer in found:
        if not _is_medium(outer.speaker, cast):
            _tell_of(outer, beside[outer.sentence.index], cast)
            continue
        inner = [s for s in beside[outer.sentence.index] if s is not outer and s.cue and any(a <= s.cue.start < b for a, b in outer.spans)]
        for said in inner:
            apart = outer.form == "according to" and said.cue is not None and outer.head not in {said.cue, said.cue.head}
            if said.speaker != outer.speaker and not apart:
                said.medium = said.medium or outer.speaker
                if outer.form in {"according to", "around"}:
                    dropped.add(id(outer))
    told = {said.source for said in found if said.source is not None}
    kept = [said for said in found if id(said) not in dropped and not (said.cue is not None and said.cue.lemma in CITING and said.cue.child("dobj") in told)]
    for said in kept:
        said.medium = said.medium or _medium_in_clause(said, cast)
    return kept

def _tell_of(outer: Said, beside: list[Said], cast: Cast) -> None:
    """'Oslo said that Rome had promised to leave': Rome's promise is known from Oslo. In place."""
    for said in beside:
        if said is outer or said.cue is None or said.speaker is None or outer.speaker in {None, said.speaker}:
            continue
        if outer.cue is not None and any(a <= said.cue.start < b for a, b in outer.spans) and cast.country(outer.speaker) != cast.country(said.speaker):
            said.medium = said.medium or outer.speaker


def cited(said: Said, cast: Cast) -> None:
    """'According to ANI, citing officials, …': the words are the officials', and the agency hands them on. In place."""
    if not _is_medium(said.speaker, cast):
        return
    for token in said.sentence.tokens:
        if token.lemma not in CITING or token.tag != "VBG" or any(a <= token.start < b for a, b in said.spans[:-1]):
            continue
        told = token.child("dobj")
        if told is None:
            continue
        said.medium, medium_span = said.speaker, said.source
        said.speaker = next(iter(parties_of(told, cast)), None) or cast.at(told)
        said.source = told
        said.because.append(f"'{medium_span.text if medium_span else ''}' cites them")
        end = told.sent.tokens[told.right].end
        said.spans = [(end + 2, b) if a <= token.start < b and end + 2 < b else (a, b) for a, b in said.spans]
        return


def relayer(said: Said, cast: Cast) -> str | None:
    """'Tanjug quoted him as saying', 'he is quoted by Tanjug as saying': who passes the words on."""
    over = governing(said.cue) if said.cue is not None else None
    if over is None or over is said.cue:
        return None
    agent = over.child("agent")
    teller = agent.child("pobj") if agent is not None else over.child("nsubj")
    return cast.at(teller) if teller is not None and teller is not said.source else None


def _is_medium(actor: str | None, cast: Cast) -> bool:
    row = cast.actors.get(actor or "")
    return row is not None and row.kind == "media"


def _medium_in_clause(said: Said, cast: Cast) -> str | None:
    """'told CNN', 'in an interview with NBC', 'on the RTVi station': a medium beside the cue."""
    quoting = said.source.child("acl") if said.source is not None else None
    agent = quoting.child("agent") if quoting is not None and quoting.lemma in CITING else None
    teller = agent.child("pobj") if agent is not None else None
    if teller is not None and _is_medium(cast.at(teller), cast):
        return cast.at(teller)  # 'a diplomat quoted by the radio'
    unnamed: str | None = None
    for token in said.sentence.tokens if said.cue else ():
        actor = cast.at(token)
        if token.lemma not in HEARERS and actor != said.speaker and _is_medium(actor, cast) and not any(a <= token.start < b for a, b in said.spans):
            if actor is not None and not actor.startswith("---"):
                return actor
            unnamed = unnamed or actor  # 'the broadcaster France Info'
    return unnamed
