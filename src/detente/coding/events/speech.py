"""Speech acts that no verb names: 'Iran must stop, he said' is a demand."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.events.build import Scene
from detente.coding.events.model import Coded
from detente.language import Sentence


def implied(sentence: Sentence, coded: Sequence[Coded], scene: Scene) -> list[Coded]:
    """Events that a sentence's modal verbs make of what is said."""
    return []
