"""The factuality of a predicate or event noun in its sentence."""

from __future__ import annotations

from detente.coding.factuality.above import (
    is_aim,
    is_bare,
    is_carried_out,
    is_given,
    is_instead,
    is_long_since,
    is_participle,
    is_past,
    is_performed,
    is_present,
    is_required,
    is_result,
    is_short_of,
    is_told,
    is_unsigned,
    strayed,
    true_conjunct,
    words_of,
)
from detente.coding.factuality.clause import condition, modal, negator, own_clause, phrase_at
from detente.coding.factuality.embed import apply, apply_open, embedder_of
from detente.coding.factuality.grammar import PREPOSITION, VERBAL, infinitive, is_passive
from detente.coding.factuality.history import is_history, is_to_come
from detente.coding.factuality.model import Factual, Verdict
from detente.coding.factuality.nominal import inherits, own_noun
from detente.coding.factuality.tables import Tables, tables_of
from detente.language import Token
from detente.resources import Lexicon

GIVEN = frozenset({"despite", "amid", "since"})  # what stands behind them is taken for granted
LATER = frozenset({"before", "until", "till", "pending"})
WANTING = frozenset({"want", "seek", "plan", "aim", "intend", "hope", "try", "wish"})  # 'wants to cut it off, forcing them to yield'
CLAUSAL = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp", "relcl", "csubj", "csubjpass"})


def factuality_of(
    token: Token, lexicon: Lexicon, *, published: str | None = None, date: str | None = None
) -> Factual:
    """Whether what a token reports happened, with the words that decide it.

    The values are PLOVER's auxiliary modes. An event is taken to have occurred, as the report or a
    source says, unless a marker in its own clause or a predicate above it says otherwise (the
    default "CT+" of Saurí and Pustejovsky 2009; sources are the statements' business).

    Args:
        token: a verb, an event noun or an adjective that reports something.
        lexicon: the tables in use.
        published: the day of the report, which says what is long past or yet to come.
        date: the event's own date (ISO 8601, any precision), where the text gives one.
    """
    tables = tables_of(lexicon)
    verdict = Verdict()
    if token.pos in VERBAL:
        own_clause(token, tables, verdict)
    else:
        own_noun(token, tables, verdict)
    _fronted(token, tables, verdict)
    _climb(token, tables, verdict)
    if verdict.value == "occurred" and is_bare(token):
        verdict.set("hypothetical", f"bare '{token.text}'")
    if verdict.value == "occurred" and date:
        if is_history(date, published) and not is_present(token):
            verdict.set("historical", date)
        elif is_to_come(date, published) and not is_past(token):
            verdict.set("future", date)
    return Factual(verdict.value, tuple(dict.fromkeys(verdict.factors)), verdict.hedged)


def _fronted(token: Token, tables: Tables, verdict: Verdict) -> None:
    """A noun that heads its sentence: asked ('Military action?') or the object of what follows ('A war he ruled out')."""
    if token.is_root and token.pos in VERBAL:
        _subject_clause(token, tables, verdict)
    if not token.is_root or token.pos != "NOUN" or verdict.value != "occurred":
        return
    if token.sent.tokens[-1].text == "?":
        verdict.set("hypothetical", "?")
    for clause in token.all("relcl"):
        subject = clause.child("nsubj")
        if subject is not None and subject.tag not in {"WDT", "WP"} and clause.child("dobj") is None:
            row = embedder_of(clause, token, "", tables)
            if row is not None:
                apply(row, words_of(clause, row.particle), clause, tables, verdict)


def _subject_clause(token: Token, tables: Tables, verdict: Verdict) -> None:
    """'That reservists had been called up was denied': the parser may take the clause in front for the main one."""
    mark = token.child("mark")
    if mark is None or mark.lower != "that" or mark.i != token.left:
        return
    for verb in token.all("conj"):
        if verb.pos in VERBAL and verb.child("auxpass") is not None and verb.child("nsubj", "nsubjpass", "cc") is None and token.child("cc") is None:
            row = embedder_of(verb, token, "", tables)
            if row is not None:
                apply(row, verb.text, verb, tables, verdict)


def _listed(token: Token, tables: Tables, verdict: Verdict) -> None:
    """An item of a list in apposition shares the fate of the list ('demands: the release of X, the end of Y')."""
    thing = token
    while thing.pos not in VERBAL and thing.head is not thing:
        if thing.head.pos in VERBAL:
            row = embedder_of(thing.head, thing, "", tables)
            if row is not None and thing.dep == "dobj" and row.effect == "hypothetical":
                apply(row, words_of(thing.head, row.particle), thing.head, tables, verdict)
            return
        thing = thing.head


def _climb(start: Token, tables: Tables, verdict: Verdict) -> None:
    token = start
    while token.head is not token:
        governor = token.head
        beside = strayed(token, governor)
        if beside is not None:
            token = beside
        elif token.dep == "conj":
            token = true_conjunct(token, governor)
        elif token.dep == "appos" and token.child("conj") is not None and governor.pos == "NOUN":
            token = governor  # 'a truce, a pullback and the return of refugees' is one list
        elif token.dep == "relcl" and not (infinitive(token) and governor.pos == "NOUN"):
            return
        elif token.dep in CLAUSAL:
            if not _clause_step(token, governor, tables, verdict):
                return
            token = governor
        elif token.dep in PREPOSITION:
            token = governor
        elif token.pos in VERBAL and token.dep in {"parataxis", "dep", "punct", "appos", "intj"}:
            return
        else:
            if token.dep == "appos" and token.pos == "NOUN":
                _listed(token, tables, verdict)
            following = _noun_step(token, tables, verdict)
            if following is None:
                return
            token = following


def _clause_step(token: Token, governor: Token, tables: Tables, verdict: Verdict) -> bool:
    """Acts on the verdict for one clause inside another; whether the walk goes on."""
    if token.dep == "pcomp":
        return _gerund_step(token, governor, tables, verdict)
    if is_performed(token, governor):
        return False
    if token.dep in {"ccomp", "acl"} and is_unsigned(governor):
        verdict.set("negated", "no sign")
        return False
    if token.dep == "ccomp" and _stands_alone(token, governor, tables):
        return False
    if is_long_since(token, governor):
        verdict.set("historical", "since")
        return False
    if token.dep == "advcl" and is_result(token):
        wanted = [c for c in governor.all("xcomp") if c.i < token.i] if governor.lemma in WANTING else []
        _shares(wanted[-1] if wanted else governor, tables, verdict)
        return False
    if not infinitive(token) and (token.dep == "advcl" or (token.dep == "acl" and token.child("mark") is None)):
        _later_clause(token, governor, tables, verdict)
        return False
    if governor.lower in tables.conditional_marks and governor.tag in {"VBN", "VBG"}:
        verdict.set("hypothetical", governor.text)
        return False
    row = embedder_of(governor, token, "", tables)
    if row is None and governor.pos in VERBAL and (state := governor.child("acomp", "oprd")) is not None and state.i < token.i:
        row = embedder_of(state, token, "", tables)  # 'it is not true that …'
        governor = state if row is not None else governor
    if row is not None:
        apply(row, words_of(governor, row.particle), governor, tables, verdict)
        return True
    if governor.lemma == "be" and _predicated_of_noun(token, governor, tables, verdict):
        return True
    if infinitive(token):
        return _infinitive_step(governor, tables, verdict)
    if token.dep == "xcomp":
        _as_governor(governor, tables, verdict)
    return True


def _predicated_of_noun(clause: Token, be: Token, tables: Tables, verdict: Verdict) -> bool:
    """'The demand is that X leave', 'the fear is that …': the noun before 'be' says what the clause is."""
    noun = be.child("nsubj", "attr") if be.child("prep") is None else next((n for p in be.all("prep") if p.lower == "of" for n in p.all("pobj")), be.child("nsubj", "attr"))
    row = embedder_of(noun, clause, "", tables) if noun is not None and noun.pos == "NOUN" and (noun.i < be.i or noun.dep == "pobj") else None
    if noun is None or row is None:
        return False
    apply(row, noun.text, noun, tables, verdict)
    return True


def _stands_alone(token: Token, governor: Token, tables: Tables) -> bool:
    """Main clauses that the parser hangs on a following clause: before a semicolon, or on their own condition."""
    if token.i > governor.i:
        return False
    between = token.sent.tokens[token.i : governor.i]
    return any(t.text == ";" for t in between) or condition(governor, tables) is not None


def _infinitive_step(governor: Token, tables: Tables, verdict: Verdict) -> bool:
    """An infinitive that no row knows: a modal phrase ('is set to'), a purpose or a plan."""
    if any(c.lower == "yet" for c in governor.children):
        verdict.set("negated", f"{governor.text} yet to")
        return True
    if governor.lemma == "be" and (why := condition(governor, tables)) is not None:
        verdict.set("hypothetical", why)  # 'if Peru were to close the strait'
        return True
    if governor.lemma == "be" and governor.child("attr", "acomp") is None and not is_aim(governor):
        apply_open("future", "'is to'", negator(governor) is not None, verdict, hedged=False)
        return True
    if governor.lemma == "use" and is_passive(governor):
        _as_governor(governor, tables, verdict)  # 'force will be used to remove them'
        return True
    for particle, force in (*tables.predicates.get(governor.lower, ()), *tables.predicates.get(governor.lemma, ())):
        if particle == "to":
            negative = negator(governor) is not None
            apply_open(force.value, f"'{force.words}'", negative, verdict, hedged=force.hedged)
            return True
    if verdict.value in {"occurred", "future"}:
        verdict.set("hypothetical", "to")
    return True


def _gerund_step(token: Token, prep: Token, tables: Tables, verdict: Verdict) -> bool:
    if is_short_of(prep):
        verdict.set("negated", "short of")
        return True
    if prep.lower in {"without", "excluding"} or is_instead(prep):
        verdict.set("hypothetical" if is_required(prep) else "negated", prep.text)
        return False
    if prep.lower in tables.conditional_marks:
        verdict.set("hypothetical", prep.text)
        return False
    if prep.lower in LATER:
        _later_clause(token, prep.head, tables, verdict)
        return False
    row = embedder_of(prep.head, token, prep.lower, tables)
    if row is not None:
        apply(row, f"{prep.head.text} {prep.text}", prep.head, tables, verdict)
    return True


def _later_clause(token: Token, governor: Token, tables: Tables, verdict: Verdict) -> None:
    """'before' and 'until' open what follows them where the main clause is itself open or negated."""
    mark = token.head if token.dep == "pcomp" else token.child("mark", "advmod")
    if mark is None or verdict.value != "occurred":
        return
    finite = token.child("aux", "auxpass") or token
    if mark.lower in LATER and finite.tag in {"VBZ", "VBP"}:  # 'until their demands are met'
        verdict.set("hypothetical", mark.text)
        return
    if mark.lower == "as" and is_told(token):
        return
    if mark.lower in LATER and token.child("aux") is not None and any(t.lower == "had" for t in token.all("aux")) and _refuses(governor, tables):
        verdict.set("hypothetical", mark.text)  # 'ruled out talks until they had surrendered'
    if mark.lower in LATER or mark.lower in {"once", "when"} or (mark.lower == "as"):
        force = modal(governor, tables) if governor.pos in VERBAL else None
        open_main = force is not None and force.value in {"future", "hypothetical", "negated"}
        if open_main or (mark.lower in LATER and governor.pos in VERBAL and negator(governor)) or (mark.lower in LATER and governor.pos in VERBAL and infinitive(governor)):
            verdict.set("hypothetical", mark.text)


def _refuses(verb: Token, tables: Tables) -> bool:
    rows = tables.embedders.get(("verb", verb.lemma), ())
    return any(row.effect in {"negated", "counterfactual"} for row in rows)


def _shares(governor: Token, tables: Tables, verdict: Verdict) -> None:
    """What comes of an act that is still open is open too."""
    above = Verdict()
    own_clause(governor, tables, above)
    _climb(governor, tables, above)
    if verdict.value == "occurred" and above.value in {"future", "hypothetical"}:
        verdict.set(above.value, governor.text)


def _as_governor(governor: Token, tables: Tables, verdict: Verdict) -> None:
    """A complement of a verb that is no embedder shares its fate ('will keep firing')."""
    if verdict.value != "occurred":
        return
    if governor.pos in VERBAL:
        own_clause(governor, tables, verdict)


def _noun_step(token: Token, tables: Tables, verdict: Verdict) -> Token | None:
    """Acts on the verdict for a noun in its phrase or clause; where the walk goes on, if it does."""
    governor = token.head
    preposition = ""
    if token.dep in {"pobj", "pcomp"} and governor.dep in PREPOSITION:
        preposition, prep = governor.lower, governor
        if _settled_by(prep, token, tables, verdict):
            return None
        governor = prep.head
        if preposition == "as" and governor.pos in VERBAL:
            if verdict.value == "occurred" and not is_participle(governor):
                own_clause(governor, tables, verdict)
            return _predicated(governor, tables, verdict)
    row = embedder_of(governor, token, preposition, tables)
    if row is not None and row.effect in {"negated", "hypothetical"} and is_given(token, governor):
        return None
    if row is not None and not (row.effect in {"negated", "hypothetical"} and is_carried_out(token)):
        why = f"{words_of(governor, row.particle)} {preposition}".strip()
        apply(row, why, governor, tables, verdict)
        return None if row.effect == "historical" and _wanted_end(governor, tables, verdict) else governor
    if governor.pos in VERBAL and negator(governor) and any(c.lower == "any" for c in token.all("det")):
        verdict.set("negated", f"{negator(governor)} any")  # 'will not join in any raid'
        return governor
    if preposition in GIVEN or is_given(token, governor):
        return None
    if token.dep in {"nsubj", "nsubjpass"} and governor.pos in VERBAL:
        predicate = governor.child("acomp", "oprd")
        row = embedder_of(predicate, token, "", tables) if predicate is not None else None
        if predicate is not None and row is not None:
            apply(row, predicate.text, predicate, tables, verdict)
            return governor
    if token.dep == "attr" and _asked_for(governor, token, tables, verdict):
        return governor
    if governor.pos in VERBAL and inherits(token, governor, tables):
        before = verdict.value
        if before == "occurred":
            own_clause(governor, tables, verdict)
        return governor
    return governor if governor.pos in {"NOUN", "PROPN"} and token.dep == "pobj" and preposition == "of" else None


def _wanted_end(end: Token, tables: Tables, verdict: Verdict) -> bool:
    """'Calls for an end to the siege': what is only to end goes on. In place."""
    wanted = Verdict()
    _climb(end, tables, wanted)
    if wanted.value != "hypothetical":
        return False
    verdict.value = "occurred"
    return True


def _settled_by(prep: Token, noun: Token, tables: Tables, verdict: Verdict) -> bool:
    """Whether the preposition alone decides: 'in case of war', 'short of war', 'without war', 'pending a truce'."""
    phrase = phrase_at(noun, tables)
    if phrase is not None:
        verdict.set("hypothetical", phrase)
    elif is_short_of(prep):
        verdict.set("negated", "short of")
    elif prep.lower in {"without", "pending", "excluding"}:
        verdict.set("hypothetical" if prep.lower == "pending" or is_required(prep) else "negated", prep.text)
    else:
        return False
    return True


def _asked_for(be: Token, noun: Token, tables: Tables, verdict: Verdict) -> bool:
    """'What Oslo asks for is an apology': the verb of the clause before 'be' governs the noun behind it."""
    clause = be.child("csubj")
    if clause is None or clause.i > be.i or not any(t.lower == "what" for t in clause.sent.tokens[clause.left : clause.i]):
        return False
    preposition = next((c.lower for c in clause.children if c.dep == "prep" and c.child("pobj") in {None, noun}), "")
    row = embedder_of(clause, noun, preposition, tables) or embedder_of(clause, noun, "", tables)
    if row is not None:
        apply(row, clause.text, clause, tables, verdict)
    return row is not None


def _predicated(verb: Token, tables: Tables, verdict: Verdict) -> Token:
    """What 'as an attack' is said of shares the fate of its noun, where the verb is a participle of it."""
    if is_participle(verb) and verdict.value == "occurred":
        own_noun(verb.head, tables, verdict)
    return verb


