"""Acts in words that read as the name of an option: 'Entry bans would be imposed' -> 'Entry bans imposed'."""

from __future__ import annotations

import re
from functools import cache

from detente.resources import lexicon

__all__ = ["accepted", "bare", "begins_with_verb", "ended", "tidy", "waits"]

_MODAL = r"(?:will|would|could|may|might|shall|should|must|can)"
_LEADING = re.compile(rf"^{_MODAL}\s+(?=\w)", re.IGNORECASE)
_TO_BE = re.compile(rf"^be\s+(?=\w+(?:ed|en|wn)\b)|\b(?:{_MODAL}|is to|are to|were to|was to)\s+be\s+", re.IGNORECASE)
_WAS = re.compile(r"\s+(?:is|are|was|were|has been|have been)\s+(?=\w+(?:ed|en|wn|lt|nt)\b)")
_INNER = re.compile(rf"(?<=\w)(?<!\bor)(?<!\band)\s+{_MODAL}\s+(?!not\b|never\b)(?=[a-z])")
_INVERTED = re.compile(r"^can\s+(?P<what>.+?)\s+be\s+(?P<done>\w+.*)$", re.IGNORECASE)
_WANTED = re.compile(r"\s+(?:that|which)\s+\S+(?:\s+\S+)?\s+(?:is|are|was|were|has been|had been|had)?\s*(?:demand|want|ask|seek|insist|propos|request|call)\w*.*$")
_MUST_END = re.compile(r"^(?P<what>.+?)\s+(?:has to|have to|must|should|needs? to)\s+(?:end|stop|cease)\b", re.IGNORECASE)
_SPURNED = re.compile(r"^(?:rejected|rejects|reject|turned down|turns down|dismissed|dismisses|spurned|spurns)\s+(?P<what>.+)$", re.IGNORECASE)
_INACTION = re.compile(r"\b(?:sit|stand|stay|remain|look|be)\s+(?:idle|idly|by|silent|on|aside|indifferent)\b", re.IGNORECASE)
_NOT_A_NOUN = re.compile(r"^([a-z]{3,}[^s])s(?= (?:its|the|an?|his|her|their|all|any)\b)")  # 'changes its course': an unknown verb
_THIRD = re.compile(r"^(?P<stem>[a-z]{2,}?)(?P<end>ies|es|s)\b")
_PAST = re.compile(r"^(?P<stem>[a-z]{2,}?)(?P<end>ied|ed)\b")


def tidy(text: str) -> str:
    """The act without the modals and asides of the sentence that it was told in."""
    plain = _WANTED.sub("", " ".join(text.split())).rstrip(" ,;")
    inverted = _INVERTED.match(plain)
    if inverted:
        plain = f"{inverted['what']} {inverted['done']}"
    plain = _TO_BE.sub("", _LEADING.sub("", plain))
    return _INNER.sub(" to ", _WAS.sub(" ", plain, count=1), count=1).strip() or text


def ended(text: str) -> str | None:
    """What has to end: 'the blockade has to end' -> 'the blockade'; None if nothing is said to."""
    found = _MUST_END.match(text.strip())
    return found["what"] if found else None


def accepted(text: str) -> str | None:
    """What was turned down, as the act that was not done: 'rejected the ultimatum' -> 'accept the ultimatum'."""
    found = _SPURNED.match(text.strip())
    return f"accept {found['what']}" if found else None


def waits(text: str) -> bool:
    """Whether the act is to do nothing: not to 'sit idle' is the act."""
    return bool(_INACTION.search(text))


def bare(text: str) -> str:
    """A clause without its subject in the base form of its verb: 'withdraws from Kuwait' -> 'withdraw from Kuwait'."""
    for shape, ends in ((_THIRD, {"ies": ("y",), "es": ("", "e"), "s": ("",)}), (_PAST, {"ied": ("y",), "ed": ("", "e")})):
        found = shape.match(text)
        if not found:
            continue
        stem = found["stem"]
        forms = [stem + end for end in ends[found["end"]]] + ([stem[:-1]] if stem[-1:] == stem[-2:-1] else [])
        verb = next((form for form in forms if form in _verbs()), None)
        if verb:
            return verb + text[found.end() :]
    return _NOT_A_NOUN.sub(r"\1", text)


def begins_with_verb(text: str) -> bool:
    """Whether the first word is a verb in its base form, which reads best as the name of an option."""
    return text.partition(" ")[0].lower() in _verbs()


@cache
def _verbs() -> frozenset[str]:
    """The verbs that the frames know."""
    return frozenset(word for frame in lexicon().frames if frame.pos == "verb" for word in frame.lemma)
