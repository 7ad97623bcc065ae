"""Later reference: pronouns, groups and descriptions, read from left to right."""

from __future__ import annotations

from functools import lru_cache

from detente.language import Sentence, Token
from detente.resolve.actors.descriptions import Describer
from detente.resolve.actors.discourse import Discourse, speech
from detente.resolve.actors.floor import FIRST, WE, Floor, owned
from detente.resolve.actors.gazetteer import Match
from detente.resolve.actors.groups import both, pair
from detente.resolve.actors.persons import Person
from detente.resolve.actors.quotes import quotations, speaker_of
from detente.resolve.actors.reading import Reading
from detente.resolve.actors.salience import controllers
from detente.resources import Lexicon

HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
THINGS = frozenset(
    """
    lead mean make help come start begin cause follow be have give bring hold put set work end continue include show
    happen go become cost depend provide contain remain
    """.split()
)  # verbs whose 'it' is as often a thing as a state
EVENTUAL = frozenset("lead mean cause follow depend cost happen come rain matter make work help".split())
HEARSAY = frozenset("say report believe know understand think expect hope agree decide announce suggest claim note".split())
MINDED = frozenset(
    """
    ready willing unwilling prepared able unable concerned confident committed determined open opposed aware satisfied
    alarmed sorry free sure certain reluctant pleased disappointed worried happy keen eager bound grateful neutral
    """.split()
)  # what only somebody can be: 'it was ready to strike'
DUMMY = frozenset({"be", "seem", "appear", "take", "rain", "become", "remain", "matter"})


def find_later(reading: Reading, persons: list[Person]) -> None:
    """Keep references for organs, descriptions and pronouns; names are known by now."""
    discourse = Discourse(reading, persons)
    describer = Describer(discourse)
    agents = agentive(reading.registry.lexicon)
    floor = Floor(reading, discourse.cues)
    for sentence in reading.document.sentences:
        _sentence(sentence, discourse, describer, agents, floor)
    _quoted(discourse)


@lru_cache(maxsize=4)
def agentive(lexicon: Lexicon) -> frozenset[str]:
    """Lemmas of the verbs whose subject is somebody: of saying, and those that code events."""
    acts = frozenset(lemma for row in lexicon.frames if row.pos == "verb" for lemma in row.lemma)
    return (speech(lexicon) | acts) - THINGS


def _sentence(
    sentence: Sentence, discourse: Discourse, describer: Describer, agents: frozenset[str], floor: Floor
) -> None:
    cast, at = discourse.reading.cast, discourse.reading.at
    for token in sentence.tokens:
        reference = cast.by_token.get(token)
        if reference is not None:
            if reference.first == token.i:
                discourse.push(reference.head, (reference.actor,))
        elif token.lower == "both" and token.dep in {"nsubj", "dobj", "pobj"}:
            both(token, discourse)
        elif token.tag == "WP" and token.dep == "nsubj":
            _relative(token, discourse)
        elif token.pos == "PRON":
            if token.lower in FIRST or token.lower in WE:
                _first_person(token, discourse, floor)
            else:
                _pronoun(token, discourse, agents)
        elif token in at:
            match: Match = at[token]
            if match.first == token.i:
                describer.phrase(match)
        elif token.pos in {"NOUN", "PROPN"}:
            if not pair(token, discourse):
                describer.noun(token)
            _members(token, discourse)
        if token.text == ":" or floor.speaker:
            floor.hear(token)


def _members(token: Token, discourse: Discourse) -> None:
    """'The members of the Security Council': a mention of the body, which 'they' may take up."""
    if token.lemma not in {"member", "delegate", "representative"} or token.tag != "NNS" or token in discourse.reading.cast.by_token:
        return
    for preposition in token.all("prep"):
        inner = preposition.child("pobj") if preposition.lower == "of" else None
        actor = discourse.reading.cast.at(inner) if inner is not None else None
        if actor and discourse.reading.cast.actors[actor].kind in {"igo", "government"}:
            discourse.push(token, (actor,), many=True)


def _relative(token: Token, discourse: Discourse) -> None:
    """'…, who leads the party': a mention more of whom the relative clause is about."""
    clause = token.head
    antecedent = clause.head if clause.dep == "relcl" else None
    reference = discourse.reading.cast.by_token.get(antecedent) if antecedent is not None else None
    row = discourse.reading.cast.actors.get(reference.actor) if reference is not None else None
    if reference is not None and row is not None and row.kind == "person":
        discourse.push(token, (reference.actor,), human=True)


def _first_person(token: Token, discourse: Discourse, floor: Floor) -> None:
    actor = floor.of(token)
    if actor:
        whole = owned(token)
        who = discourse.spoken_for(actor) if token.lower in WE or whole else actor
        discourse.keep(whole or [token], (who,), "pronoun", f"who has the floor: '{token.lower}'")


def _pronoun(token: Token, discourse: Discourse, agents: frozenset[str]) -> None:
    word = token.lower
    if word in HE:
        _keep(token, discourse, discourse.he(token, HE[word]), "pronoun")
    elif word in IT:
        reporter = _reporter(token, discourse)
        if reporter:
            _keep(token, discourse, (reporter,), "pronoun of the one who says so")
        elif not _after_open_it(token, discourse) if word == "its" else _acts(token, agents):
            _keep(token, discourse, discourse.it(token), "pronoun")
    elif word in THEY:
        _keep(token, discourse, discourse.they(token), "pronoun")


def _reporter(token: Token, discourse: Discourse) -> str:
    """The state or body whose own words 'it' stands in: 'Belgrade said it had no choice'; else ''."""
    verb = token.head
    if token.dep not in {"nsubj", "nsubjpass"} or not _willing(token, verb):
        return ""
    while verb.dep in {"conj", "xcomp", "advcl"} and verb.head is not verb and verb.dep != "ccomp":
        verb = verb.head
    said = verb.head
    if verb.dep != "ccomp" or said is verb or said.lemma not in discourse.cues:
        return ""
    subject = said.child("nsubj") or next(iter(controllers(said)), None)
    actor = discourse.reading.cast.at(subject) if subject is not None and subject.i < token.i else None
    row = discourse.reading.cast.actors.get(actor or "")
    if row is not None and row.kind == "person":
        row = discourse.reading.cast.actors.get(row.id.rpartition("/")[0])  # the body that a spokesman speaks for
        return row.id if row is not None and row.kind not in {"state", "government"} else ""
    return row.id if row is not None and row.kind != "group" and subject not in discourse.reading.cast.groups else ""


def _willing(token: Token, verb: Token) -> bool:
    """Whether the predicate of an 'it' is one of somebody: not 'it is clear that', 'it could lead to'."""
    if verb.lemma in {"be", "become", "remain", "feel", "seem", "appear"}:
        quality = verb.child("acomp")
        return quality is not None and quality.lemma in MINDED
    if token.dep == "nsubjpass":
        return verb.lemma not in HEARSAY or verb.child("ccomp", "xcomp") is None
    lasts = verb.lemma == "take" and verb.child("prt") is None and any(c.dep in {"xcomp", "advcl"} and c.child("mark") is None for c in verb.children)
    return verb.lemma not in EVENTUAL and not lasts  # 'it takes years to …'


def _after_open_it(token: Token, discourse: Discourse) -> bool:
    """Whether the clause's subject is an 'it' that stayed open: then 'its' stays open with it."""
    for governor in token.ancestors():
        subject = governor.child("nsubj", "nsubjpass")
        if subject is not None and subject.i < token.i:
            return subject.lower == "it" and discourse.reading.cast.at(subject) is None
    return False


def _acts(token: Token, agents: frozenset[str]) -> bool:
    """Whether 'it' is somebody: under a verb of saying or acting, and not the 'it' of 'it is said that'."""
    verb = token.head
    if verb.lemma in {"be", "remain", "stand"} and token.dep == "nsubj":
        quality = verb.child("acomp")  # 'it is willing to', 'it remained committed to'
        return quality is not None and quality.lemma in MINDED
    if verb.lemma in DUMMY or (verb.lemma not in agents and not _plans(token, verb)):
        return False
    if token.dep == "nsubjpass":
        return not any(c.dep in {"ccomp", "xcomp", "acomp"} for c in verb.children)
    return token.dep in {"nsubj", "dobj", "dative"} or (token.dep == "pobj" and verb.pos in {"ADP", "VERB"})


def _plans(token: Token, verb: Token) -> bool:
    """'It will stand by its ally', 'it would not sell': a subject with a will of its own."""
    modal = any(c.lower in {"will", "would", "shall", "must", "wo"} for c in verb.children)
    return modal and token.dep == "nsubj" and verb.lemma not in EVENTUAL and verb.child("ccomp", "acomp", "attr") is None and verb.child("dobj", "prep", "xcomp") is not None


def _keep(token: Token, discourse: Discourse, ids: tuple[str, ...], rule: str) -> None:
    if ids:
        discourse.keep([token], ids, "pronoun", f"{rule} '{token.lower}'")
    officer = discourse.officers.get(token)
    if officer is not None and len(ids) == 1 and discourse.reading.cast.actors[ids[0]].kind not in {"person", "media"}:
        discourse.reading.cast.officers[officer] = ids[0]  # 'The union met. Its leader, X, said'


def _quoted(discourse: Discourse) -> None:
    """'I' and 'we' in quotations mean the speaker, and whom the speaker speaks for."""
    reading = discourse.reading
    speaker: str | None = None
    paragraph = -1
    for quotation in quotations(reading.document):
        here = quotation.tokens[0].sent.paragraph
        found = speaker_of(quotation, reading.cast, discourse.cues)
        if found is None and here != paragraph and here != paragraph + 1:
            speaker = None
        speaker, paragraph = found or speaker, here
        if speaker is None:
            continue
        for token in quotation.tokens:
            if token.pos != "PRON" or token in reading.cast.by_token:
                continue
            if (whole := owned(token)) and not any(t in reading.cast.by_token for t in whole):
                discourse.keep(whole, (discourse.spoken_for(speaker),), "pronoun", "whom the speaker speaks for")
            elif token.lower in FIRST:
                discourse.keep([token], (speaker,), "pronoun", "speaker of the quotation")
            elif token.lower in WE:
                discourse.keep([token], (discourse.spoken_for(speaker),), "pronoun", "whom the speaker speaks for")

