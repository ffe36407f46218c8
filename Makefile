# Every target does its own set-up: Python 3.11 or later, make and a package index are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help serve test check bench format lock dist

help: ## print this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 14

serve: $(VENV)/.installed ## install what is needed, serve, and print the address
	@$(BIN)/pledgegraph serve $(ARGS)

test: $(VENV)/.installed-test ## install what is needed and run every test
	@$(BIN)/python -m pytest $(ARGS)

check: $(VENV)/.installed-test ## run the tests without the slow group
	@$(BIN)/python -m pytest -m "not slow" $(ARGS)

bench: $(VENV)/.installed-test ## print start time, memory and requests per second
	@$(BIN)/python -m tests.bench $(ARGS)

format: $(VENV)/.installed-test ## bring data/ and the code into their canonical form
	@$(BIN)/pledgegraph format data
	@$(BIN)/ruff check --quiet --fix-only service tests
	@$(BIN)/ruff format --quiet service tests

lock: $(VENV)/.installed-test ## pin the newest versions that pyproject.toml allows
	@$(BIN)/uv pip compile pyproject.toml --group build --upgrade --universal --python-version 3.11 \
	  --generate-hashes --no-header --quiet -o requirements.lock
	@$(BIN)/uv pip compile pyproject.toml --group build --group test --upgrade -c requirements.lock \
	  --universal --python-version 3.11 --generate-hashes --no-header --quiet \
	  -o requirements-test.lock

dist: $(VENV)/.installed ## build the wheel into dist/
	@$(PIP) wheel . --no-deps --no-build-isolation --wheel-dir dist

$(BIN)/python:
	@echo "Setting up .venv (once; it takes a minute)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; say make PYTHON=…")'
	@$(PYTHON) -m venv $(VENV)

# The editable install comes last, without dependencies: the lock alone says what is installed.
$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-test: requirements-test.lock $(VENV)/.installed
	@$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@
