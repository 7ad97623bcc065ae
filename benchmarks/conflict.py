"""What solving costs: ``make bench-conflict`` or ``python benchmarks/conflict.py``.

Each case runs in a process of its own: all five concepts for a random model of the size, from its formulas
to the stable states. Printed: CPU seconds of the process from the model on, peak memory of the whole process.
With ``--agree N`` the solver is also held against the brute-force oracle of the tests on N random models.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CASES = ((12, 2), (16, 3), (20, 4), (24, 2))
KINDS = ("plain", "infeasible", "irreversible")


def model(options: int, makers: int, kind: str, statements: int, seed: int = 7) -> dict[str, object]:
    """A random model: options dealt out in turn, statements of one to four letters for each decision maker."""
    rng = random.Random(seed)  # noqa: S311  random models, no secrets
    names = [f"D{i}" for i in range(makers)]

    def pattern(most: int) -> str:
        letters = ["-"] * options
        for place in rng.sample(range(options), rng.randint(min(2, most), most)):
            letters[place] = rng.choice("YN")
        return "".join(letters)

    ways = ["fwd" if kind == "irreversible" and i % 4 == 0 else "both" for i in range(options)]
    return {
        "decision_makers": names,
        "options": [
            {"name": f"o{i}", "owner": names[i * makers // options], "direction": ways[i]} for i in range(options)
        ],
        "infeasible": [] if kind == "plain" else [pattern(3) for _ in range(4)],
        "preferences": {
            name: {"statements": [[pattern(4)] for _ in range(statements)]} for name in names
        },
    }


def measure(options: int, makers: int, kind: str, statements: int) -> None:
    """One case in this process, a line."""
    from detente.conflict import CONCEPTS, solve
    from detente.conflict.build import build

    game = build(model(options, makers, kind, statements))
    start = time.process_time()
    solution = solve(game)
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = " ".join(str(int(solution.stable[name].all(axis=0).sum())) for name in CONCEPTS)
    print(
        f"2^{options:<2} {makers} decision makers {kind:<12} {len(solution.states):>9} states"
        f" {spent:8.2f} s CPU {peak:6.0f} MB  equilibria {found}"
    )


def agree(count: int, first: int) -> None:
    """Hold the solver against the oracle on random models; exit status 1 at a disagreement."""
    sys.path.insert(0, str(ROOT))
    from tests.conflict.oracle import Oracle
    from tests.conflict.strategies import random_model

    from detente.conflict import solve
    from detente.conflict.build import build

    solved = wrong = 0
    for seed in range(first, first + count):
        contents = random_model(seed)
        oracle = Oracle(contents)
        if not oracle.codes:
            continue
        solution = solve(build(contents))
        solved += 1
        for concept, makers in oracle.stability().items():
            wrong += any(
                solution.stable_for(concept, i) != codes for i, codes in enumerate(makers.values())
            )
    print(f"{solved} random models of {count} have states; disagreements: {wrong}")
    sys.exit(bool(wrong))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--one", nargs=3, metavar=("OPTIONS", "MAKERS", "KIND"), help="one case, in this process")
    parser.add_argument("--statements", type=int, default=24, help="statements of each decision maker")
    parser.add_argument("--agree", type=int, metavar="N", help="hold the solver against the oracle on N models")
    parser.add_argument("--first", type=int, default=0, help="seed of the first of them")
    args = parser.parse_args()
    if args.agree:
        agree(args.agree, args.first)
    elif args.one:
        measure(int(args.one[0]), int(args.one[1]), args.one[2], args.statements)
    else:
        for options, makers in CASES:
            for kind in KINDS:
                case = ["--one", str(options), str(makers), kind, "--statements", str(args.statements)]
                subprocess.run([sys.executable, __file__, *case], check=True)


if __name__ == "__main__":
    main()
