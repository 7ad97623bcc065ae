# make demo   installs what is needed into .venv, reads an example report, prints the result
# make test   installs and runs every test
# make coverage   the same, with the share of lines and branches covered
# make lint   linter, types, the contract of the layers, the budgets of size
# make bench  time and memory of reading against the bare parse
# make bench-conflict  time and memory of solving conflict models
# make eval   how good each layer is on the gold data at hand, against the floors
.DEFAULT_GOAL := check
.PHONY: check demo test postgres coverage lint bench bench-conflict eval goldens clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2

check: lint test

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "detente needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) -V 2>&1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "no venv module: on Debian and Ubuntu, install it with: apt-get install python3-venv"; exit 1; }

$(VENV)/.core: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml $(VENV)/.core
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(VENV)/.core
	$(BIN)/detente read examples/korea-2017.txt

test: $(VENV)/.dev postgres
	$(BIN)/python -m pytest -n $(JOBS)

# The ledger's tests run on PostgreSQL too where it is there; without it they skip and say so.
postgres:
	@if [ -z "$$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null)" ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql; } >/dev/null 2>&1 || \
	  echo "PostgreSQL could not be installed: its tests skip"; \
	fi

coverage: $(VENV)/.dev
	$(BIN)/python -m pytest -n $(JOBS) --cov --cov-report=term

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/test_house.py

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/reading.py

bench-conflict: $(VENV)/.dev
	$(BIN)/python benchmarks/conflict.py
	$(BIN)/python benchmarks/conflict.py --agree 2000

goldens: $(VENV)/.dev
	$(BIN)/python tests/goldens.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis htmlcov .coverage .coverage.*

eval: $(VENV)/.dev
	$(BIN)/python evals/gate.py
