"""Free indirect speech: sentences that go on in the words of the speaker before them.

'No door should be slammed.' after a statement is the speaker's demand, not the report's. Taken so are
sentences in the speaker's paragraph that only a party can utter: with a modal of obligation or
consequence, a readiness, a judgement, or a quotation in their midst (cf. free indirect discourse in
news, Semino and Short 2004, ch. 4).
"""

from __future__ import annotations

from detente.coding.statements.model import Said
from detente.coding.statements.phrases import MANNER, MANNERS
from detente.coding.statements.quotes import Quotations
from detente.coding.statements.source import RELATIVE_TAGS
from detente.language import Document, Sentence, Token
from detente.resolve.model import Cast

SPOKEN = frozenset({"speech", "write", "request", "deny", "accuse", "report"})
FREE_MODALS = frozenset({"should", "must", "would", "could", "might", "may"})
PLAIN_MODALS = frozenset({"will", "shall", "can", "must"})
PRESENT = frozenset({"VBZ", "VBP"})
PAST = frozenset({"VBD", "VBN"})
READY = frozenset("ready prepared willing determined resolved committed opposed unwilling unable entitled free".split())
JUDGED = frozenset(
    """
    essential necessary imperative vital unacceptable inadmissible crucial important urgent indispensable inconceivable
    deplorable regrettable intolerable unjust illegal unlawful void unthinkable incumbent premature baseless groundless
    """.split()
)
OPENERS = frozenset({"only", "not", "under", "in", "never", "no", "nor", "neither", "unless", "should", "were", "had", "at"})
LIMITS = frozenset({"no", "not", "n't", "never", "nor", "nobody", "nothing", "none", "only", "neither"})
CONDITIONS = frozenset({"if", "unless", "should", "once", "until"})
LINKED = frozenset({"if", "unless", "provided", "providing", "otherwise", "once", "until"})
AS_LONG = (("as", "long", "as"), ("so", "long", "as"), ("only", "when"), ("only", "if"), ("in", "that", "case"), ("failing", "that"))
TENSED = frozenset({"VBZ", "VBP"})
DELEGATES = frozenset({"representative", "delegate", "delegation"})
GAP = 1  # sentences of the report's own between two that a speaker goes on with
RECORD = 3  # so many delegates as speakers make the record of a meeting
ROOM = 2  # sentences between two statements of one speaker
FRAGMENT = 4  # words in marks that a speaker is quoted with


def continued(before: Said, sentence: Sentence, span: tuple[int, int], form: str) -> Said:
    """A statement by the speaker of the one before it."""
    source = before.source
    if source is not None and source.tag in RELATIVE_TAGS and before.cue is not None:
        source = next((t.head for t in (before.cue, *before.cue.ancestors()) if t.dep == "relcl"), source)
    return Said(
        sentence=sentence, spans=[span], source=source, speaker=before.speaker, speaker_span=before.speaker_span,
        form=form, rule="statement/runs-on" if form == "runs-on" else "statement/free-indirect", head=sentence.root,
        because=[f"goes on from the statement before it, whose cue is '{before.cue.text}'"] if before.cue else before.because,
    )  # fmt: skip


def free_speech(document: Document, quotes: Quotations, made: list[Said], cast: Cast) -> list[Said]:
    """Sentences in a speaker's paragraph that nobody else can have said; rows that they take in are dropped from ``made``."""
    new: list[Said] = []
    record = sum(1 for s in made if s.source is not None and s.source.lemma in DELEGATES) >= RECORD
    speaking: dict[int, list[Said]] = {}
    for said in made:
        for index in _covered(document, said):
            speaking.setdefault(index, []).append(said)
    previous, tense, gap = None, "", 0
    between = _sandwiched(document, quotes, speaking, cast)
    for sentence in document.sentences:
        here = speaking.get(sentence.index, [])
        if here and not (previous is not None and _is_own_stance(here, previous, sentence, cast)):
            previous = _main(here, previous, cast)
            tense = previous.cue.tag if previous.cue is not None else tense
            gap = 0
            continue
        opener = _outspoken(sentence, cast) if not here else None
        if opener is not None:
            previous, tense, gap = opener, sentence.root.tag, 0
            continue
        if previous is None and sentence.index in between:
            previous = between[sentence.index]
        elif previous is None or sentence.block != "body" or not _may_go_on(previous, sentence, cast):
            previous = None
            continue
        if not (sentence.index in between or _is_free(sentence, previous, tense) or (record and _is_past(sentence)) or _is_fragment(quotes, sentence)):
            gap += 1
            previous = previous if gap <= GAP and _is_general(sentence) else None
            continue
        gap = 0
        for said in here:
            made.remove(said)
        words = document.span(sentence.start, sentence.end)
        previous = continued(previous, sentence, (words.start, words.end - (words.text[-1:] == ".")), "free")
        new.append(previous)
    return new


def _outspoken(sentence: Sentence, cast: Cast) -> Said | None:
    """'The minister was blunt.': a sentence about how somebody speaks, whose words follow; it is no statement itself."""
    root = sentence.root
    subject, trait = root.child("nsubj"), root.child("acomp", "dobj", "attr")
    if subject is None or trait is None or trait.lemma not in MANNER or root.lemma not in MANNERS:
        return None
    actor = cast.actors.get(cast.at(subject) or "")
    if actor is None or actor.kind == "media":
        return None
    return Said(sentence=sentence, spans=[(sentence.start, sentence.end)], cue=root, source=subject, form="clause", head=root)


def _is_general(sentence: Sentence) -> bool:
    """A sentence without a time and without a name: it may stand between two that somebody says."""
    return not any(t.ent in {"DATE", "TIME", "PERSON", "CARDINAL"} for t in sentence.tokens)


def _sandwiched(document: Document, quotes: Quotations, speaking: dict[int, list[Said]], cast: Cast) -> dict[int, Said]:
    """Sentences between two statements of one speaker that stand in the present or hold a modal, with the statement before."""
    found: dict[int, Said] = {}
    before: Said | None = None
    waiting: list[Sentence] = []
    for sentence in document.sentences:
        here = [s for s in speaking.get(sentence.index, ()) if s.source is not None]
        if not here:
            waiting.append(sentence)
            continue
        if before is not None and _same_speaker(before, here[0], cast) and len(waiting) <= ROOM:
            found.update({s.index: before for s in waiting if s.block == "body" and s.paragraph == sentence.paragraph and _is_assertive(s) and not quotes.between(s.start, s.end)})
        before, waiting = here[-1], []
    return found


def _same_speaker(one: Said, other: Said, cast: Cast) -> bool:
    """Whether two statements are one person's or body's, and no medium's."""
    first, second = (cast.at(s.source) if s.source is not None else None for s in (one, other))
    row = cast.actors.get(first or "")
    return row is not None and first == second and row.kind != "media" and one.stance in SPOKEN and other.stance in SPOKEN


def _is_assertive(sentence: Sentence) -> bool:
    """A main clause in the present or with a modal: no news that the report itself tells of the past."""
    root = sentence.root
    return root.tag in TENSED or any(c.dep in {"aux", "auxpass"} and c.tag in {"MD", *TENSED} for c in root.children)


def _main(here: list[Said], previous: Said | None, cast: Cast) -> Said:
    """Of several statements of one sentence the one by the speaker so far, else the last."""
    if previous is not None and previous.source is not None:
        so_far = cast.at(previous.source)
        own = [s for s in here if s.source is not None and so_far is not None and cast.at(s.source) == so_far]
        if own:
            return own[-1]
    return next((s for s in reversed(here) if s.stance in SPOKEN), here[-1])


def _is_own_stance(here: list[Said], previous: Said, sentence: Sentence, cast: Cast) -> bool:
    """'His Government stood ready to …': an attitude of the speaker's side without a verb of saying."""
    if previous.sentence.paragraph != sentence.paragraph or len(here) != 1 or previous.source is None:
        return False
    said, root = here[0], sentence.root
    if said.cue is None or said.cue.lemma not in READY or said.source is None:
        return False
    actor = cast.country(cast.at(previous.source))
    owned = any(c.dep == "poss" and c.lower in {"his", "her", "its", "their"} for c in said.source.children)
    owned = owned or said.source.lower in {"it", "they", "he", "she"}
    return root.tag in PAST and (owned or (actor is not None and cast.country(cast.at(said.source)) == actor))


def _covered(document: Document, said: Said) -> range:
    """The sentences that a statement's content and cue reach over."""
    starts = document.sentences
    last = said.sentence.index
    while last + 1 < len(starts) and starts[last + 1].start < said.spans[-1][1]:
        last += 1
    return range(said.sentence.index, last + 1)


def _may_go_on(previous: Said, sentence: Sentence, cast: Cast) -> bool:
    if previous.sentence.paragraph != sentence.paragraph or previous.stance not in SPOKEN | {"commit"} or previous.source is None:
        return False
    if previous.source.lower in {"i", "we"} or sentence.tokens[0].text[:1].islower():
        return False
    actor = cast.actors.get(cast.at(previous.source) or "")
    return actor is not None and actor.kind != "media"


def _is_free(sentence: Sentence, previous: Said, tense: str) -> bool:
    """A modal, a readiness or a judgement; 'will' goes on from a cue in the present tense, or where it is limited."""
    root = sentence.root
    helpers = _helpers(sentence)
    if helpers & {"will", "shall"} and previous.cue is not None and previous.cue.tag in PRESENT:
        return True
    if helpers & PLAIN_MODALS and _is_plain(previous) and _is_limited(sentence):
        return True
    if _is_conditional(sentence) and (helpers & (PLAIN_MODALS | FREE_MODALS) or root.tag in TENSED):
        return True
    if helpers & {"will", "shall"}:
        return False
    if helpers & FREE_MODALS or (root.lemma == "have" and root.child("xcomp") is not None):
        return True
    return _is_judged(root, past=tense in PAST) or _is_to_be(root, previous)


def _is_conditional(sentence: Sentence) -> bool:
    """'If it is attacked, …', 'As long as they stay, …': what only somebody with a stake in it says."""
    words = [t.lower for t in sentence.tokens]
    if words[0] in LINKED or (words[0] in {"should", "were", "had"} and sentence.tokens[-1].text != "?"):
        return True
    return any(tuple(words[i : i + len(link)]) == link for link in AS_LONG for i in range(min(2, len(words))))


def _helpers(sentence: Sentence) -> set[str]:
    """The modals of the main clause; behind 'Only if …' and the like wherever the parser saw it."""
    root = sentence.root
    found = {c.lower for verb in (root, *root.all("conj")) for c in verb.children if c.dep in {"aux", "auxpass"}}
    for clause in root.children:
        if clause.dep == "ccomp" and clause.i > root.i and root.lemma == "be":  # 'It is only when … that X can …'
            found |= {c.lower for c in clause.children if c.dep == "aux"}
    found |= {c.lower for part in root.children if part.dep == "ccomp" and _is_own_clause(part, root) for c in part.children if c.dep == "aux"}
    if sentence.tokens[0].lower in OPENERS:
        found |= {t.lower for t in sentence.tokens if t.tag == "MD" and t.head.dep not in {"relcl", "acl"}}
    return found


def _is_own_clause(part: Token, root: Token) -> bool:
    """A clause before a semicolon, which the parser hangs on what follows."""
    return part.i < root.i and any(t.text == ";" for t in root.sent.tokens[part.right : root.i])


def _is_plain(previous: Said) -> bool:
    """Whether the words before are told without a shift of tenses, as in 'X will, he stressed, be completed'."""
    if previous.form == "free":
        return _is_unshifted(previous.sentence.root)
    return previous.form in {"around", "clause"} and previous.head is not None and _is_unshifted(previous.head)


def _is_unshifted(head: Token) -> bool:
    return head.tag in PRESENT or any(c.dep in {"aux", "auxpass"} and (c.tag in PRESENT or c.lower in PLAIN_MODALS) for c in head.children)


def _is_limited(sentence: Sentence) -> bool:
    words = {t.lower for t in sentence.tokens}
    return bool(words & (LIMITS | CONDITIONS)) or sentence.tokens[0].lower == "should"


def _is_judged(root: Token, *, past: bool) -> bool:
    """'His country stood ready to …', 'The sanctions were unjust': shifted back behind a cue in the past."""
    if not past or root.tag not in PAST or root.lemma not in {"be", "stand", "remain", "have"}:
        return False
    trait = root.child("acomp", "advmod", "attr")
    return trait is not None and (trait.lemma in READY or trait.lemma in JUDGED)


def _is_to_be(root: Token, previous: Said) -> bool:
    """'The rockets are to fly over Japan' behind words that keep their tense."""
    lower = root.child("xcomp")
    to = lower is not None and lower.i <= root.i + 3 and any(c.lower == "to" for c in lower.children)
    return root.lemma == "be" and to and (root.tag in PAST or _is_plain(previous))


def _is_past(sentence: Sentence) -> bool:
    """In the record of a meeting every sentence in the past tense is the speaker's."""
    root = sentence.root
    return root.tag == "VBD" or any(c.dep in {"aux", "auxpass"} and c.tag in {"VBD", "MD"} for c in root.children)


def _is_fragment(quotes: Quotations, sentence: Sentence) -> bool:
    """'The struggle was “lighting a fuse that could explode”.': a quotation in the midst of a sentence without a cue."""
    held = quotes.between(sentence.start, sentence.end)
    if len(held) != 1 or sentence.start >= held[0].start:
        return False
    inside = [t for t in sentence.tokens if held[0].holds(t.start) and t.pos != "PUNCT"]
    root = sentence.root
    trait = root.child("acomp", "attr")
    if root.lemma == "be" and trait is not None and trait in inside:
        return True  # 'The list was “absurd”.'
    return len(inside) >= FRAGMENT and any(t.pos in {"VERB", "AUX"} for t in inside)
