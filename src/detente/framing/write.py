"""A draft as a model file: TOML that a person can read and edit, every line with its citation."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from detente.framing.claims import Claim
from detente.framing.draft import Choice, Draft, Question, Wish

_LONGEST = 160  # characters of a quote in a comment
_LONGEST_QUESTION = 400
_LONG_NAME = 64  # longer names get a short label, which sentences use
_QUOTES = 3  # citations shown in full; the ids of all stand in the line


def as_toml(draft: Draft) -> str:
    """The model file of a draft; what belongs to no table comes first, as TOML wants it."""
    return "\n".join([*_head(draft), *_rules(draft), *_makers(draft), *_options(draft), *_preferences(draft), *_questions(draft.questions)]) + "\n"


def _head(draft: Draft) -> Iterator[str]:
    yield "# A conflict model drafted from reports. Every line cites the rows that it rests on; what could not be"
    yield "# decided stands at the end as a question. Edit it as you see fit, then: detente model solve FILE"
    yield f"title = {_text(draft.title or 'Conflict model')}"
    yield f"status_quo = {_text(''.join('Y' if choice.done else 'N' for choice in draft.choices))}"
    if draft.source:
        yield f"source = {_text(draft.source)}"
    yield ""


def _makers(draft: Draft) -> Iterator[str]:
    for maker in draft.makers:
        yield "[[decision_makers]]"
        yield f"name = {_text(maker.name)}"
        yield f"cites = {_ids(maker.claims)}"
        yield ""


def _options(draft: Draft) -> Iterator[str]:
    names = {maker.root: maker.name for maker in draft.makers}
    for choice in draft.choices:
        yield from _quoted(choice.claims)
        yield "[[options]]"
        yield f"key = {_text(choice.key)}"
        name = _name(choice, draft.choices)
        yield f"name = {_text(name)}"
        if len(name) > _LONG_NAME:
            yield f"label = {_text(textwrap.shorten(name, _LONG_NAME, placeholder=' …', break_on_hyphens=False))}"
        yield f"owner = {_text(names[choice.owner])}"
        if choice.irreversible:
            yield 'direction = "fwd"  # once done it cannot be undone'
        yield f"cites = {_ids(choice.claims)}"
        yield ""


def _name(choice: Choice, choices: Sequence[Choice]) -> str:
    """The act in words; with its key where two options of one owner read alike."""
    text = choice.deed.text[:1].upper() + choice.deed.text[1:]
    alike = [c for c in choices if c.owner == choice.owner and c.deed.text.casefold() == choice.deed.text.casefold()]
    return text if len(alike) == 1 else f"{text} ({choice.key})"


def _rules(draft: Draft) -> Iterator[str]:
    if not draft.exclusions:
        return
    yield "# What can't be done at once."
    yield "infeasible = ["
    for rule in draft.exclusions:
        yield f"  {{ statement = {_text(f'{rule.keys[0]} AND {rule.keys[1]}')}, cites = {_ids(rule.claims)} }},  # {_comment(rule.because)}"
    yield "]"
    yield ""


def _preferences(draft: Draft) -> Iterator[str]:
    names = {maker.root: maker.name for maker in draft.makers}
    for maker in draft.makers:
        yield f"[preferences.{_text(maker.name)}]  # most important first"
        yield "statements = ["
        for wish in draft.wishes:
            if wish.maker == maker.root:
                yield from _statement(wish, names)
        yield "]"
        yield ""


def _statement(wish: Wish, names: Mapping[str, str]) -> Iterator[str]:
    weight = f"certainty = {wish.certainty}, firmness = {wish.firmness}"
    if not wish.claims:
        yield f"  # assumed, not from the news (usual costs): {names[wish.maker]} {_comment(wish.because)}"
        yield f"  {{ statement = {_text(wish.statement)}, {weight}, label = {_text(f'{wish.statement} (assumed)')} }},"
        return
    first = wish.claims[0]
    who, kind, holder = names[wish.maker], first.kind.replace("_", " "), names.get(first.holder, first.holder)
    yield f"  # {who} {_comment(wish.because)}: {kind} of {holder}"
    yield f"  {{ statement = {_text(wish.statement)}, {weight}, cites = {_ids(wish.claims)} }},"


def _questions(questions: Sequence[Question]) -> Iterator[str]:
    if questions:
        yield "# Questions for the analyst"
    for question in questions:
        yield f"# ? {_comment(question.asks, _LONGEST_QUESTION)}"
        yield from (f"#     {line[2:]}" for line in _quoted(question.claims))


def _quoted(claims: Sequence[Claim]) -> Iterator[str]:
    """A comment a citation: kind, words, where they stand."""
    for claim in claims[:_QUOTES]:
        yield f"# {claim.id} {claim.kind.replace('_', ' ')}: “{_comment(claim.quote)}” ({_comment(claim.source)})"
    if len(claims) > _QUOTES:
        yield f"# and {len(claims) - _QUOTES} more"


def _comment(text: str, longest: int = _LONGEST) -> str:
    """Words on one line, without what would end a comment or command a terminal."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"


def _ids(claims: Iterable[Claim]) -> str:
    return _list(dict.fromkeys(claim.id for claim in claims))


def _list(texts: Iterable[str]) -> str:
    return "[" + ", ".join(map(_text, texts)) + "]"


def _text(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
