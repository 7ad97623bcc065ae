"""Common nouns that take up a party named before: 'the rebels', 'government forces', 'police', 'a spokeswoman'.

News names a group once and then describes it. What a description may mean is decided by its sector: rebels take up
an armed group, troops an army, a spokesman whatever body the sentence before was about.
"""

from __future__ import annotations

from collections.abc import Callable

from detente.language import Token
from detente.records import Actor
from detente.resolve.actors.discourse import Discourse
from detente.resolve.actors.gazetteer import Match
from detente.resolve.actors.organs import organ_of
from detente.resolve.actors.reading import head_of, previous
from detente.resolve.actors.registry import organ_actor
from detente.resolve.actors.salience import Point
from detente.resolve.actors.sections import section_state, town_before
from detente.resolve.actors.towns import state_there
from detente.resolve.actors.turns import host, is_label
from detente.resources import rows

Row = rows.Title | rows.Organ
ARMED = frozenset({"militia", "militiaman", "paramilitary", "gunman", "fighter", "group", "movement"})
CORPS = frozenset({"troop", "soldier", "force", "serviceman", "army", "military", "navy", "unit", "marine", "warship", "fleet"})
VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson", "official", "aide", "officer"})
ENVOYS = frozenset({"ambassador", "envoy", "consul", "charge", "embassy"})
PEACE = frozenset({"peacekeeper", "mission", "observer", "monitor", "inspector"})
LOCAL = frozenset({"police", "policeman", "governor", "mayor"})
DEFINITE = frozenset({"the", "these", "those", "this"})
UNNAMED = frozenset({"ask", "speak", "decline", "request", "insist", "want", "refuse", "brief"})  # 'who asked not to be named'
RANKS = frozenset({"senior", "top", "high", "unnamed", "another", "other"})
BRANCHES = frozenset({"ministry", "government", "army", "military", "defence", "defense", "foreign", "interior", "police", "security", "presidential", "navy"})
HOUSES = frozenset({"GOV", "MIL", "LEG", "JUD", "COP"})
OWN = frozenset({"i", "we"})  # in a quotation: its speaker is what is asked for
QUOTING = frozenset({"quote", "cite"})
SENDING = frozenset({"send", "deploy", "dispatch", "station", "withdraw", "recall", "move", "mass", "pull", "order", "rush", "post", "promise", "pledge", "offer", "contribute", "commit", "lose"})
ABOUT = "whom the clause before is about"
STATELY = frozenset({"state", "government", "military"})
PLACING = frozenset({"in", "at", "near", "outside", "through", "across", "around", "inside", "throughout", "over", "into"})
BACK, FAR = 4, 15  # sentences


def taken_up(match: Match, row: Row, discourse: Discourse) -> tuple[str, str] | None:
    """The actor that an organ's noun takes up and why, where nothing beside the noun says whose it is."""
    head = head_of(match.tokens)
    if _is_named(head, match, discourse):
        return None
    if head.lemma in VOICES and is_label(head) and (actor := host(match, discourse.reading)):
        return actor, "the briefing's heading"
    if _is_armed(head, row):
        return _group(head, discourse) or _again(head, discourse)
    if _of_the_government(head, match):
        country, reason = discourse.state_in_context(head)
        country, reason = (country, reason) if country else _fought(head, discourse)
        return (_organ(country, row, match, reason, discourse), reason) if country else None
    if match.text.lower().replace("-", " ") == "secretary general" and _is_definite(head):
        return _best(head, discourse, lambda actor: actor.kind == "igo" and not actor.id.startswith("---"), "of the body named before", window=FAR) or (
            discourse.reading.registry.body("UN", f"'{match.text}' in sentence {match.sentence.index + 1}: of no other body"), "of no other body")
    if head.lemma in PEACE and _is_definite(head):
        return _mission(head, row, match, discourse)
    if head.tag == "NNS" and head.lemma in {"minister", "leader", "diplomat", "government"} and any(c.lower == "european" for c in head.children):
        return discourse.reading.registry.body("EU", f"'{match.text}' in sentence {match.sentence.index + 1}"), "European"
    if head.lemma in VOICES:
        return _voice(head, row, match, discourse)
    for rule in (_embassy, _sent, _corps, _same_house, _opposition, _local):
        if (found := rule(head, row, match, discourse)) is not None:
            return found
    return _again(head, discourse)


def still_open(match: Match, row: Row, discourse: Discourse) -> tuple[str, str] | None:
    """'The ministry said', where no one state stands out: that of the body the sentence before was about."""
    head = head_of(match.tokens)
    quoted = head.dep == "dobj" and head.head.lemma in QUOTING  # 'Yonhap quoted the ministry'
    if row.sector not in HOUSES or not _is_definite(head) or _is_named(head, match, discourse) or head.tag not in {"NN", "NNP"} or quoted:
        return None
    before = _before(head, discourse)
    owner = _about([t for t in before if t.head.is_root], head, discourse)
    country = discourse.country_of(owner) if owner is not None else None
    return (_organ(country, row, match, ABOUT, discourse), ABOUT) if country else None


def _is_named(head: Token, match: Match, discourse: Discourse) -> bool:
    """'The Asad regime': of somebody whom the tables don't know, and of nobody named before."""
    return any(c.pos == "PROPN" and c.dep in {"compound", "nmod", "poss", "amod"} and c not in match.tokens and discourse.reading.at.get(c) is None and discourse.reading.cast.at(c) is None for c in head.children)


def _is_definite(head: Token) -> bool:
    return any(c.lower in DEFINITE for c in head.children)


def _is_armed(head: Token, row: Row) -> bool:
    return _is_definite(head) and (row.sector in {"REB", "SEP"} or head.lemma in ARMED)


def _of_the_government(head: Token, match: Match) -> bool:
    """'government troops', said of no state: the army of the one that the report is about."""
    before = previous(head)
    return head.lemma in CORPS and (match.text.lower().startswith("government ") or (before is not None and before.lower == "government"))


def _best(head: Token, discourse: Discourse, fits: Callable[[Actor], bool], reason: str, *, window: int = BACK) -> tuple[str, str] | None:
    """The actor of a kind that weighs most in the last sentences."""
    actors = discourse.reading.cast.actors

    def wanted(point: Point) -> float:
        return 1.0 if len(point.ids) == 1 and fits(actors[point.ids[0]]) else 0.0

    found = discourse.stream.best(head, wanted, window=window)
    return (found[0], reason) if found else None


def _group(head: Token, discourse: Discourse) -> tuple[str, str] | None:
    """'the rebels': the armed group named before; 'the paramilitaries' may be a corps with a name of its own."""

    def fits(actor: Actor) -> bool:
        if actor.id.startswith("---"):
            return False
        if actor.kind == "armed_group" or actor.sector in {"REB", "SEP"}:
            return True
        return head.lemma in ARMED | {"paramilitary"} and actor.sector == "MIL" and actor.id.count("/") == 2 and actor.country is not None

    found = _best(head, discourse, fits, f"the {head.lemma} named before")
    only = {i for p in discourse.stream.points for i in p.ids if discourse.reading.cast.actors[i].kind == "armed_group" and not i.startswith("---")}
    return found or ((only.pop(), "the only group that the report names") if len(only) == 1 else None)


def _fought(head: Token, discourse: Discourse) -> tuple[str | None, str]:
    """'government forces' beside rebels: of the state that the rebels fight."""
    actors = discourse.reading.cast.actors
    for point in reversed(discourse.stream.points):
        if head.sent.index - point.sentence > BACK:
            break
        if (actor := actors[point.ids[0]]).kind == "armed_group" and actor.country is not None:
            return actor.country, f"the state that {actor.name} fights"
    return None, ""


def _again(head: Token, discourse: Discourse) -> tuple[str, str] | None:
    """'Serb protesters …. The protesters': the same noun once more, and not 'the Ministry of Defence' after another ministry."""
    if not _is_definite(head) or head.pos == "PROPN" or head.child("prep") is not None:
        return None
    actors = discourse.reading.cast.actors

    def wanted(point: Point) -> float:
        same = len(point.ids) == 1 and point.token.lemma == head.lemma and point.token.tag == head.tag
        return 1.0 if same and not actors[point.ids[0]].id.startswith("---") else 0.0

    found = discourse.stream.best(head, wanted, window=BACK, bound=False)
    return (found[0], f"the {head.lower} named before") if found else None


def _embassy(head: Token, row: Row, match: Match, discourse: Discourse) -> tuple[str, str] | None:
    """'The Chinese ambassador was summoned. The embassy said': of the envoy named last."""
    if head.lemma not in {"embassy", "consulate", "legation"} or not _is_definite(head) or head.tag not in {"NN", "NNP"}:
        return None
    for point in reversed(discourse.stream.points):
        if head.sent.index - point.sentence > BACK // 2:
            return None
        if point.token.lemma in ENVOYS and (country := discourse.country_of(point.ids[0])):
            return _organ(country, row, match, "the envoy named before", discourse), "the envoy named before"
    return None


def _sent(head: Token, row: Row, match: Match, discourse: Discourse) -> tuple[str, str] | None:
    """'Greece sent two frigates': whoever sends troops or ships sends its own."""
    verb = head.head
    if row.sector != "MIL" or head.dep != "dobj" or verb.lemma not in SENDING or _is_definite(head):
        return None
    subject = verb.child("nsubj")
    actor = discourse.reading.cast.at(subject) if subject is not None else None
    if actor is None or discourse.reading.cast.actors[actor].kind not in STATELY | {"igo"}:
        return None
    because = f"'{match.text}' in sentence {match.sentence.index + 1}: its own"
    found = organ_of(row, discourse.spoken_for(actor), match.text, because, discourse.reading)
    return (found, "whoever sends them") if found else None


def _corps(head: Token, row: Row, match: Match, discourse: Discourse) -> tuple[str, str] | None:
    """'the soldiers', 'the army': the armed forces named last; bare 'troops' of the state that the sentence before is about."""
    if head.lemma not in CORPS or row.sector != "MIL":
        return None
    def fits(actor: Actor) -> bool:
        whole = actor.id.count("/") == 1 or head.lemma in {"troop", "soldier", "force", "marine"}  # a corps has troops, but is no army
        sort = actor.kind == "military" or (actor.sector == "COP" and head.lemma == "force")
        return sort and actor.country is not None and whole

    if _is_definite(head):
        return _best(head, discourse, fits, f"the {head.lemma} named before") or _speakers_own(head, row, match, discourse)
    if head.tag != "NNS" or head.dep != "nsubj" or any(c.dep in {"nummod", "amod", "compound", "prep", "relcl"} for c in head.children):
        return None
    actors = discourse.reading.cast.actors
    near = {i for p in discourse.stream.points if head.sent.index - p.sentence <= BACK for i in p.ids if fits(actors[i])}
    if len(near) == 1:
        return near.pop(), "the only army named before"
    owner = _about(_before(head, discourse), head, discourse) if not near and head.i == 0 else None
    country = discourse.country_of(owner) if owner is not None else None
    return (_organ(country, row, match, ABOUT, discourse), ABOUT) if country else None


def _speakers_own(head: Token, row: Row, match: Match, discourse: Discourse) -> tuple[str, str] | None:
    """'Macmillan told the House that the troops would be withdrawn': where no army was named, the speaker's own."""
    for governor in head.ancestors():
        subject = governor.child("nsubj") if governor.lemma in discourse.cues else None
        actor = discourse.reading.cast.at(subject) if subject is not None and subject.i < head.i else None
        country = discourse.country_of(actor) if actor is not None and discourse.reading.cast.actors[actor].kind != "media" else None
        if country:
            return _organ(country, row, match, "the speaker's own", discourse), "the speaker's own"
    return None


def _same_house(head: Token, row: Row, match: Match, discourse: Discourse) -> tuple[str, str] | None:
    """'The parliament voted. Lawmakers cheered', bare 'Parliament': of the chamber or court named before, or of whose member."""
    bare = head.lower in {"parliament", "congress"} and not head.children
    if row.sector not in {"LEG", "JUD"} or not (head.tag in {"NNS", "NNPS"} or bare):
        return None
    found = _best(head, discourse, lambda actor: actor.sector == row.sector and actor.country is not None, f"of the {row.sector} named before")
    if found is None or discourse.reading.cast.actors[found[0]].kind != "person":
        return found
    return _organ(discourse.country_of(found[0]) or "", row, match, found[1], discourse), found[1]


def _opposition(head: Token, row: Row, match: Match, discourse: Discourse) -> tuple[str, str] | None:
    """'Opposition parties want', 'the opposition': of the state that the report is about."""
    if row.sector != "OPP" or "opposition" not in match.text.lower():
        return None
    country, reason = discourse.state_in_context(head)
    return (_organ(country, row, match, reason, discourse), reason) if country else None


def _local(head: Token, row: Row, match: Match, discourse: Discourse) -> tuple[str, str] | None:
    """'police', 'the mayor', 'local officials': of the state that the sentence happens in."""
    if head.lemma not in LOCAL and not any(c.lower == "local" for c in head.children):
        return None
    country = _country_here(head, discourse)
    return (_organ(country, row, match, "where it happens", discourse), "where it happens") if country else None


def _mission(head: Token, row: Row, match: Match, discourse: Discourse) -> tuple[str, str] | None:
    """'the peacekeepers', 'the inspectors': those of the body named before."""
    reason = f"the {head.lemma} of the body named before"
    found = _best(head, discourse, lambda actor: actor.kind == "igo" and actor.sector == "MIL" and not actor.id.startswith("---"), reason, window=FAR)
    found = found or _best(head, discourse, lambda actor: actor.kind == "igo" and not actor.id.startswith("---"), reason)
    if found is None:
        return None
    because = f"'{match.text}' in sentence {match.sentence.index + 1}: {found[1]}"
    return organ_of(row, found[0], match.text, because, discourse.reading), found[1]


def _voice(head: Token, row: Row, match: Match, discourse: Discourse) -> tuple[str, str] | None:
    """'a spokesman', 'officials': of the body that the clause before was about; 'officials there': of the town just named."""
    if any(c.lower == "there" for c in head.children):
        country = _last_country(head, discourse)
        return (_organ(country, row, match, "'there'", discourse), "the place just named") if country else None
    if any(c.lower == "local" for c in head.children):
        return _local(head, row, match, discourse)
    if country := town_before(head, discourse.reading) or section_state(head.sent, discourse.reading):
        return _organ(country, row, match, "where the sentence begins", discourse), "where the sentence begins"
    if any(_tells_whose(c) for c in head.children if not match.first <= c.i <= match.last):
        return None
    owner = _about(_told(head, discourse), head, discourse)
    if owner is None:
        return None
    country = discourse.country_of(owner)
    civil = head.lemma in {"official", "aide"} or any(t.lower in {"government", "ministry"} for t in head.subtree())
    if country and civil:
        return _organ(country, row, match, ABOUT, discourse), ABOUT
    because = f"'{match.text}' in sentence {match.sentence.index + 1}: {ABOUT}"
    return organ_of(row, owner, match.text, because, discourse.reading, human=True), ABOUT


def _tells_whose(child: Token) -> bool:
    """Whether a modifier says whose an official is; 'who asked not to be named' and 'senior' don't."""
    if child.dep in {"relcl", "acl"}:
        return child.lemma not in UNNAMED
    return child.dep in {"amod", "compound", "nmod", "prep", "nummod"} and child.lower not in RANKS | BRANCHES


def _told(head: Token, discourse: Discourse) -> list[Token]:
    """The words that an official may speak about: before a tag (', officials said') its own sentence, else the one before."""
    before = head.sent.tokens[: head.left]
    subject = next((t for t in before if t.dep in {"nsubj", "nsubjpass"}), None)
    if subject is not None and subject.lower not in OWN:
        return before
    return _before(head, discourse)


def _before(head: Token, discourse: Discourse) -> list[Token]:
    """The sentence before, in the same paragraph."""
    index = head.sent.index
    last = discourse.reading.document.sentences[index - 1] if index else None
    return last.tokens if last is not None and last.paragraph == head.sent.paragraph else []


def _about(tokens: list[Token], head: Token, discourse: Discourse) -> str | None:
    """The state or body that is the first subject; officials are no armed group's."""
    subject = next((t for t in tokens if t.dep in {"nsubj", "nsubjpass"}), None)
    alone = subject is not None and subject.child("conj") is None and not any(c.lower in {"no", "any", "every"} for c in subject.children)
    actor = discourse.reading.cast.actors.get(discourse.reading.cast.at(subject) or "") if subject is not None and alone else None
    if actor is None or actor.id.startswith("---"):
        return None
    kinds = STATELY | {"igo"} | ({"armed_group"} if head.lemma.startswith("spokes") else set())
    if actor.kind in kinds or (actor.kind == "person" and actor.country is not None):
        return discourse.spoken_for(actor.id)
    return None


def _organ(country: str, row: Row, match: Match, reason: str, discourse: Discourse) -> str:
    sector = row.sector or "GOV"
    kind = "military" if sector == "MIL" else row.kind if isinstance(row, rows.Organ) else "government"
    because = f"'{match.text}' in sentence {match.sentence.index + 1}: {reason}"
    return discourse.reading.registry.add(organ_actor(discourse.reading.registry.lexicon, country, sector, kind, because))


def _last_country(head: Token, discourse: Discourse) -> str | None:
    """The state of the place or government named last in the sentence."""
    for point in reversed(discourse.stream.points):
        if point.sentence != head.sent.index:
            return None
        if point.token.i < head.i and (country := discourse.country_of(point.ids[0])):
            return country
    return None


def _country_here(head: Token, discourse: Discourse) -> str | None:
    """The state that the sentence, or one of the two before it, is said to happen in; none where it is two."""
    reading = discourse.reading
    for index in range(head.sent.index, max(-1, head.sent.index - 3), -1):
        if reading.document.sentences[index].paragraph != head.sent.paragraph:
            break
        found = {code for match in reading.matches[index] if _is_where(match) and (code := state_there(match, reading))}
        if found:
            return found.pop() if len(found) == 1 else None
    return discourse.dateline


def _is_where(match: Match) -> bool:
    """'through Asuncion', 'in the town of Bunagana'."""
    if not match.of("state", "capital", "town"):
        return False
    token = previous(match.tokens[0])
    return token is not None and (token.lower in PLACING or (token.lower == "of" and token.head.lemma in {"town", "city", "capital", "village", "port"}))
