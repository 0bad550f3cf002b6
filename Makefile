# The commands of this repository. `make setup` needs Python >= 3.11 and nothing else.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
JOBS ?= 2
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input

.DEFAULT_GOAL := help
.PHONY: help setup run test lint coverage walks bench handbook lock clean

help:
	@echo "make setup     build $(VENV) from infra/requirements.lock"
	@echo "make run       show the demo city at http://127.0.0.1:8000"
	@echo "make test      lint, then every test"
	@echo "make lint      ruff, mypy, import contracts"
	@echo "make coverage  which branches of the domain no test reaches"
	@echo "make walks     random walks over all acts, COUNT=1000; a report of what they reach"
	@echo "make bench     measure, print a table, write var/bench.json; FULL=1 goes far"
	@echo "make handbook  write domain/COVERAGE.md and GLOSSARY.md anew"
	@echo "make lock      resolve the versions anew"
	@echo "make clean     remove $(VENV) and caches, but no data"

setup: $(STAMP)

# Work is done again only when the versions or the project's own metadata changed; an
# environment that still runs is brought up to date in place.
$(STAMP): pyproject.toml infra/requirements.lock
	@PYTHON=$$(sh infra/find_python.sh) || exit 1; \
	$(BIN)/python -m pip --version >/dev/null 2>&1 || { \
	  echo "Building $(VENV) with $$PYTHON, which takes a minute"; "$$PYTHON" -m venv --clear $(VENV); }
	@$(PIP) --require-hashes --only-binary :all: -r infra/requirements.lock
	@$(PIP) --no-deps --no-build-isolation --no-index -e .
	@touch $(STAMP)

run: setup
	@SHILU_HOME=$${SHILU_HOME:-var} exec $(BIN)/shilu serve --demo

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/pytest -n $(JOBS)

coverage: setup
	$(BIN)/coverage run -m pytest tests/cases
	$(BIN)/coverage report

COUNT ?= 1000
walks: setup
	$(BIN)/python -m tests.cases.walks $(COUNT)

bench: setup
	$(BIN)/python -m tests.bench $(if $(FULL),--full)

handbook: setup
	$(BIN)/python -m services.commandline.handbook

LOCK_VENV := .lock
lock:
	@PYTHON=$$(sh infra/find_python.sh) && "$$PYTHON" -m venv $(LOCK_VENV)
	@$(LOCK_VENV)/bin/python -m pip install --quiet --disable-pip-version-check uv
	@$(LOCK_VENV)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --no-config --no-emit-find-links \
	  --no-emit-index-url --group dev --output-file infra/requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) $(LOCK_VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	rm -rf .hypothesis .coverage htmlcov shilu.egg-info build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
