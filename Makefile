# All tasks of users, developers and the build machine. `make` alone lists them.
# Needs make, and Python 3.11 or later with venv. Everything else is installed into $(VENV), at pinned versions.
#
#   ARGS    arguments:          make play ARGS="play one-breath"    make test ARGS="-k engine"
#   VENV    where to install:   make test VENV=.venv-3.12 PYTHON=python3.12
#   PYTHON  which Python makes the environment; by default the first suitable one on PATH

SHELL := /bin/sh
VENV ?= .venv
ARGS ?=
PYTHON ?=

PIP := $(VENV)/bin/python -m pip --disable-pip-version-check --no-input -qq
# Every downloaded package has to match its pinned hash.
HASHED := --require-hashes
UPGRADE ?= --upgrade
# A stamp file is newer than the pinned requirements that were installed, so a second call has nothing to do.
RUN_STAMP := $(VENV)/.installed-run
DEV_STAMP := $(VENV)/.installed-dev
LOCK_VENV := .venv-lock
RELEASE_VENV := .venv-release
RELEASE_STAMP := $(RELEASE_VENV)/.installed
# Console scripts contain the path of their environment, and an environment depends on the Python that made it: if the
# checkout was moved, or that Python is gone, everything is set up again.
STALE := $(shell test ! -f '$(RUN_STAMP)' || { test "$$(cat '$(RUN_STAMP)')" = "$$PWD" && test -x '$(VENV)/bin/python'; } || echo yes)

.DEFAULT_GOAL := help
.PHONY: help play test check release-check dist bench fuzz format lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

play: $(RUN_STAMP) ## open the player
	@$(VENV)/bin/ajar $(ARGS)

test: $(DEV_STAMP) ## run the tests on every core; those that sit through life-speed beats: ARGS="-m life_speed"
	@$(VENV)/bin/python -m pytest $(ARGS)

check: $(DEV_STAMP) ## look at format, style, types and layers
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

release-check: $(DEV_STAMP) dist ## before a version gets its day: help list within a year, packages built twice, what is in them
	@AJAR_RELEASE_DAY=$$(date +%Y-%m-%d) $(VENV)/bin/python -m pytest -q tests/care/test_rule_11_help_within_one_key.py
	@$(RELEASE_VENV)/bin/cyclonedx-py requirements requirements/run.txt --pyproject pyproject.toml \
	  --output-reproducible --of JSON -o dist/ajar-player.cdx.json 2>/dev/null
	@echo "dist/ajar-player.cdx.json lists what an installed player is made of."

# Files in the packages are dated with the last commit, so that the same commit gives the same bytes.
dist: $(RELEASE_STAMP) ## build wheel and sdist twice, compare the bytes, look at what is in them
	@rm -rf dist build/again
	@set -e; SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct); export SOURCE_DATE_EPOCH; \
	$(RELEASE_VENV)/bin/python -m build --no-isolation --outdir dist . >/dev/null; \
	$(RELEASE_VENV)/bin/python -m build --no-isolation --outdir build/again . >/dev/null; \
	for file in dist/*.whl dist/*.tar.gz; do cmp "$$file" "build/again/$${file#dist/}"; done; \
	$(RELEASE_VENV)/bin/check-wheel-contents dist/*.whl
	@ls dist

bench: $(DEV_STAMP) ## measure speed and cost, each beside a baseline (ARGS="start leave" narrows it)
	@$(VENV)/bin/python -m tests.bench $(ARGS)

fuzz: $(DEV_STAMP) ## look for input that breaks something; minutes (ARGS="keys --cases 100000 --seed 7" narrows it)
	@$(VENV)/bin/python -m tests.fuzz $(ARGS)

format: $(DEV_STAMP) ## put the code into its format, and fix what can be fixed safely
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

# Only releases that are a week old are pinned, since withdrawn or hijacked ones are mostly noticed by then. The files
# hold no address of a package index: each machine uses its own.
LOCK := $(LOCK_VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --exclude-newer "7 days" \
	--custom-compile-command "make lock" --no-emit-index-url --no-emit-find-links --generate-hashes $(UPGRADE)

lock: ## choose the pinned versions anew, from pyproject.toml
	@test -x $(LOCK_VENV)/bin/uv || { $(call make_venv,$(LOCK_VENV)); $(LOCK_VENV)/bin/python -m pip -q install uv; }
	@$(LOCK) pyproject.toml --group build --group dev --output-file requirements/dev.txt
	@$(LOCK) pyproject.toml --constraint requirements/dev.txt --no-annotate --output-file requirements/run.txt
	@$(LOCK) --group build --constraint requirements/dev.txt --no-annotate --output-file requirements/build.txt
	@$(LOCK) pyproject.toml --extra simpleaudio --constraint requirements/dev.txt --no-annotate --output-file requirements/simpleaudio.txt
	@$(LOCK) pyproject.toml --extra voice --constraint requirements/dev.txt --no-annotate --output-file requirements/voice.txt
	@$(LOCK) --group release --no-annotate --output-file requirements/release.txt
	@echo "requirements/ holds the new versions."

clean: ## remove the environments and everything that was built or cached
	rm -rf .venv .venv-* .tools build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf snapshot_report.html *.egg-info
	find tui sessions audio tests -name __pycache__ -type d -prune -exec rm -rf {} +

# make_venv(folder): makes an environment with the first Python that is new enough and has venv; one plain line if none
# has. Each Python is run to tell its version, since a name on PATH may be a stub for a Python that is not installed.
define make_venv
	venv='$(1)'; found=; bare=; \
	for python in $(if $(PYTHON),'$(PYTHON)',python3 python3.13 python3.12 python3.11 python3.14); do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
	  if "$$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then found=$$python; break; fi; \
	  bare=$$python; \
	done; \
	if [ -z "$$found" ] && [ -n "$$bare" ]; then \
	  echo "ajar: $$bare is there without its venv module. On Debian or Ubuntu: sudo apt install python3-venv" >&2; exit 1; \
	elif [ -z "$$found" ]; then \
	  echo "ajar: needs Python 3.11 or later$(if $(PYTHON),; $(PYTHON) is not,, and found none). Another one can be named: make $(or $(MAKECMDGOALS),play) PYTHON=/path/to/python3" >&2; exit 1; \
	fi; \
	"$$found" -m venv --clear "$$venv"
endef

install_failed = { echo "ajar: installing did not work; the lines above say why. A network is needed this once." >&2; exit 1; }

ifneq ($(STALE),)
.PHONY: $(RUN_STAMP)
endif

# Progress goes to stderr, since stdout belongs to the command, as in `make bench ARGS=--json`.
$(RUN_STAMP): requirements/run.txt requirements/build.txt pyproject.toml
	@$(if $(STALE),rm -rf '$(VENV)')
	@'$(VENV)/bin/python' -c 'import pip' >/dev/null 2>&1 || { echo "Setting up in $(VENV), this once…" >&2; $(call make_venv,$(VENV)); }
	@$(PIP) install $(HASHED) -r requirements/run.txt -r requirements/build.txt || $(install_failed)
	@$(PIP) install --no-deps --no-build-isolation --editable . || $(install_failed)
	@echo "$$PWD" > '$(RUN_STAMP)'

$(DEV_STAMP): $(RUN_STAMP) requirements/dev.txt
	@echo "Installing the tools for tests and checks into $(VENV)…" >&2
	@$(PIP) install $(HASHED) -r requirements/dev.txt || $(install_failed)
	@touch '$(DEV_STAMP)'

$(RELEASE_STAMP): requirements/release.txt
	@$(call make_venv,$(RELEASE_VENV))
	@$(RELEASE_VENV)/bin/python -m pip --disable-pip-version-check --no-input -qq install $(HASHED) \
	  -r requirements/release.txt || $(install_failed)
	@touch '$(RELEASE_STAMP)'
