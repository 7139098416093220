# Everything one does with Kamra, each by one word. 'make help' lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps
WITH_CHROMIUM = chromium="$$($(BIN)/python tests/find_chromium.py --install $(1))" && KAMRA_TEST_CHROMIUM="$$chromium"

.DEFAULT_GOAL := help
.PHONY: help run demo test test-services check bench format pins

help:  ## say what can be done
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/run.stamp  ## set up everything and serve http://localhost:8080
	@exec $(BIN)/python -m ui serve

demo: $(VENV)/run.stamp  ## the same with a few people and what they post, to look around
	@exec $(BIN)/python -m ui demo

test: $(VENV)/dev.stamp  ## set up everything, a browser included, and run all tests
	$(call WITH_CHROMIUM) $(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

test-services: $(VENV)/dev.stamp  ## those of them that meet PostgreSQL, Redis or S3, on servers started for the occasion
	$(call WITH_CHROMIUM) $(BIN)/python -m tests.services $(ARGS)

check: $(VENV)/dev.stamp  ## format, lint, types, layers: what holds before a change is shared
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	@$(BIN)/python -m pytest -q tests/architecture & layers=$$!; \
		$(BIN)/basedpyright; types=$$?; \
		wait $$layers && exit $$types

bench: $(VENV)/dev.stamp  ## measure, and write benchmarks/RESULTS.md
	$(call WITH_CHROMIUM,--with-window) $(BIN)/python -m benchmarks $(ARGS)

format: $(VENV)/dev.stamp  ## let ruff put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

pins:  ## pin the newest versions of what requirements*.in name
	$(PYTHON) deploy/pin_requirements.py

# Every version is pinned, so pip has nothing to resolve (--no-deps): its resolver takes many minutes over these.
# A stamp is touched last, so that what was interrupted is done again and what is done is not.
$(VENV)/run.stamp: requirements.txt pyproject.toml | $(VENV)/made.stamp
	@echo "Installing what Kamra needs; this takes a minute or two, once."
	@$(PIP) -r requirements.txt
	@$(PIP) --editable .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	@echo "Installing what its tests and checks need."
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(VENV)/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Kamra needs Python 3.11 or newer, and '$(PYTHON)' is not; name another with 'make run PYTHON=…'." >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "Python's venv module is missing; on Debian and Ubuntu 'apt install python3-venv' brings it." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@
