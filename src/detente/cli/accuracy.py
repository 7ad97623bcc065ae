"""The accuracy card in short: how good reading was when it was last measured on reports kept apart."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

CARD = "docs/reference/accuracy.md"


def accuracy_page(as_json: bool) -> str:
    """The summary of the last measurement, as JSON or as lines for a person."""
    text = files("detente.resources").joinpath("data", "accuracy.json").read_text(encoding="utf-8")
    card: dict[str, Any] = json.loads(text)
    if as_json:
        return json.dumps(card, ensure_ascii=False, indent=2) + "\n"
    head = f"Measured on {card['measured']}, on texts that no rule was written from.\n"
    parts = [f"\n{each['on'].capitalize()} (set {each['set']})\n" + "".join(map(_line, each["figures"])) for each in card["sets"]]
    return head + "".join(parts) + f"\n95 of 100 samples of the texts fall within the bounds. By class, and failings: {CARD}\n"


def _line(row: dict[str, Any]) -> str:
    bounds = f"  {row['low']:.2f} to {row['high']:.2f}" if "low" in row else ""
    return f"  {row['measure']:<26}{row['value']:>6.2f}{bounds:<16}  {row['items']:>4} items\n"
