"""Random models, as the dictionaries of model files."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import HealthCheck, settings

quick = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def random_model(seed: int, *, most_makers: int = 5, most_options: int = 8) -> dict[str, Any]:
    """A model with 2 to 5 decision makers, scattered owners, irreversible options, infeasible states, ties."""
    rng = random.Random(seed)  # noqa: S311  random models, no secrets
    count = rng.randint(2, most_options)
    makers = [f"D{i}" for i in range(rng.randint(2, most_makers))]
    ways = rng.choice([["both"], ["both", "both", "fwd", "back"], ["fwd", "back"]])
    options = [
        {"name": f"o{i}", "owner": rng.choice(makers), "direction": rng.choice(ways)} for i in range(count)
    ]
    rng.shuffle(options)
    infeasible = [pattern(rng, count, low=2) for _ in range(rng.choice([0, 0, 1, 2, 4]))]
    states = [c for c in range(2**count) if not any(matches(p, c) for p in infeasible)]
    preferences = {dm: preference(rng, count, len(states)) for dm in makers}
    return {
        "name": f"random {seed}",
        "decision_makers": makers,
        "options": options,
        "infeasible": infeasible,
        "preferences": preferences,
    }


def matches(pattern: str, code: int) -> bool:
    """Whether a state has the letters of a pattern."""
    return all(letter == "-" or (letter == "Y") == bool(code >> i & 1) for i, letter in enumerate(pattern))


def pattern(rng: random.Random, count: int, *, low: int = 1) -> str:
    """A pattern with at least ``low`` letters that are Y or N."""
    letters = ["-"] * count
    for place in rng.sample(range(count), rng.randint(min(low, count), count)):
        letters[place] = rng.choice("YN")
    return "".join(letters)


def preference(rng: random.Random, count: int, states: int) -> dict[str, Any]:
    """Statements, a strict ranking, or a ranking with ties."""
    if rng.random() < 0.5:
        statements = [
            [pattern(rng, count) for _ in range(rng.choice([1, 1, 2]))] for _ in range(rng.randint(0, 8))
        ]
        return {"statements": statements}
    numbers = list(range(1, states + 1))
    rng.shuffle(numbers)
    ranking: list[Any] = []
    while numbers:
        size = rng.choice([1, 1, 1, 2, 3])
        group, numbers = numbers[:size], numbers[size:]
        ranking.append(group if len(group) > 1 or rng.random() < 0.1 else group[0])
    return {"ranking": ranking}
