# Two commands do everything on a fresh machine: `make serve` and `make test`. `make help` lists the rest.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
PY := $(VENV)/bin/python
GUIDE := $(PY) -m guide
# Material announces the end of MkDocs 1.x at every start; this is its documented switch.
export NO_MKDOCS_2_WARNING := 1
# The shell's own LANGUAGE (gettext) is no choice for this guide: only `make serve LANGUAGE=nl` is.
ifeq ($(origin LANGUAGE),command line)
export GUIDE_LANGUAGE := $(LANGUAGE)
endif
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)

.PHONY: help serve build check test test-all bench status new contact-sheet stamp unchanged register addresses release-check release-site release offline lint clean setup setup-test lock

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

serve: setup  ## install, build, serve and print the address (LANGUAGE=nl: one language, faster)
	@echo "==> The guide will be at http://127.0.0.1:8000/ (stop with Ctrl+C)"
	@mkdocs serve --no-strict --dev-addr 127.0.0.1:8000

build: setup  ## build the site in site/
	@mkdocs build --strict

check: setup  ## find every fault in the content (FORMAT=github: as annotations)
	@$(GUIDE) check --format $(or $(FORMAT),text)

status: setup  ## the state of the translations
	@$(GUIDE) status

new: setup  ## start something: make new method=koffiemoment (recommendation, method, case, worksheet, partner, language)
	@$(if $(strip $(recommendation)$(method)$(case)$(worksheet)$(partner)$(language)),,echo "make new method=NAME, or recommendation=, case=, worksheet=, partner=, language="; exit 2)
	@$(foreach kind,recommendation method case worksheet partner language,$(if $($(kind)),$(GUIDE) new $(kind) "$($(kind))";))

contact-sheet: setup  ## all worksheets on one page, in .cache/contact-sheet (LANGUAGE=ar: Arabic beside them)
	@$(GUIDE) contact-sheet --language "$(GUIDE_LANGUAGE)"

stamp: setup  ## say that translations are of today's text (FILES="docs/x.fr.md", CHECKED=machine|human|native)
	@$(GUIDE) stamp $(FILES) $(if $(CHECKED),--checked $(CHECKED))

unchanged: setup  ## say that what was mended in a source text keeps its meaning (FILES="docs/x.md")
	@$(if $(strip $(FILES)),,echo 'make unchanged FILES="docs/x.md"'; exit 2)
	@$(GUIDE) unchanged $(FILES)

register: build  ## add the addresses of the built site to docs/permalinks.yml
	@$(GUIDE) register

addresses: build  ## is every published address there? (AGAINST=https://… or a folder: all of that site too)
	@$(GUIDE) addresses --against "$(AGAINST)"

release-check: build $(VENV)/.ready-release  ## is everything there that a release needs?
	@$(GUIDE) release-check

release-site: setup  ## build for publishing: new texts and addresses are written down; refuses a placeholder address
	@$(GUIDE) release-address
	@$(GUIDE) stamp
	@$(MAKE) --no-print-directory register
	@$(MAKE) --no-print-directory release-check

# The date of a release is that of its last commit, so that whoever makes it again gets the same bytes.
release: setup  ## the same, and all that a release leaves: copies for servers, archive, offline copy, checksums (dist/)
	@if [ -z "$${SOURCE_DATE_EPOCH:-}" ] && moment=$$(git log -1 --format=%ct 2>/dev/null); then \
	  export SOURCE_DATE_EPOCH=$$moment; fi; \
	$(MAKE) --no-print-directory release-site
	@$(GUIDE) pack

offline: setup  ## the built site as a zip that works without internet, in dist/ (after make build)
	@$(GUIDE) offline

test: setup-test lint  ## every test, with what it needs installed
	@node --test tests/javascript/*.test.mjs
	@$(PY) -m pytest -n $(or $(JOBS),auto) --dist loadgroup

test-all: setup-test lint  ## as test, with both colour schemes on every page and LibreOffice for every Word file
	@bash tests/system-packages.sh libreoffice-writer
	@node --test tests/javascript/*.test.mjs
	@GUIDE_TEST_ALL=1 $(PY) -m pytest -n $(or $(JOBS),auto) --dist loadgroup

lint: setup-test
	@ruff check hooks tests && ruff format --check hooks tests && mypy

bench: $(VENV)/.ready-bench $(VENV)/.ready-release overrides/assets/vendor/.ready  ## time builds, PDFs, Word files and a changed sheet; weigh the pages (PARTS="builds weight")
	@$(GUIDE) bench $(PARTS)

clean:  ## remove what was made (not what was installed)
	@rm -rf site dist .cache

# What nobody pins directly stays as it was, unless UPGRADE says otherwise.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header -q $(if $(UPGRADE),--upgrade)
lock:  ## pin what pyproject.toml and package.json ask, with hashes (UPGRADE=yes: the newest of what those need)
	@$(LOCK) -o requirements.txt
	@$(LOCK) --extra test --extra release -o requirements-test.txt
	@$(LOCK) --extra release -o requirements-release.txt
	@$(LOCK) --extra bench -o requirements-bench.txt
	@$(LOCK) --extra node -o requirements-node.txt
	@for lock in package-lock.json $(wildcard hooks/guide/commands/bench/*/package-lock.json); do \
	  (cd "$$(dirname "$$lock")" && npm $(if $(UPGRADE),update,install) --package-lock-only --ignore-scripts); done

# --- set-up: each step leaves a mark, so that a second call installs nothing --------------------------------------

setup: overrides/assets/vendor/.ready

setup-test: $(VENV)/.ready-test overrides/assets/vendor/.ready
	@bash tests/system-packages.sh

$(VENV)/.ready: requirements.txt pyproject.toml
	@bash tests/find-python.sh $(VENV)
	@echo "==> Installing the Python packages (about a minute, once)"
	@$(PY) -m pip install --quiet --disable-pip-version-check --use-pep517 --require-hashes --requirement requirements.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-test: requirements-test.txt $(VENV)/.ready
	@echo "==> Installing what the tests need"
	@$(PY) -m pip install --quiet --disable-pip-version-check --use-pep517 --require-hashes --requirement requirements-test.txt
	@touch $@

$(VENV)/.ready-release: requirements-release.txt $(VENV)/.ready
	@echo "==> Installing what tells the languages apart"
	@$(PY) -m pip install --quiet --disable-pip-version-check --use-pep517 --require-hashes --requirement requirements-release.txt
	@touch $@

$(VENV)/.ready-bench: requirements-bench.txt $(VENV)/.ready
	@echo "==> Installing what the bench compares with"
	@$(PY) -m pip install --quiet --disable-pip-version-check --use-pep517 --require-hashes --requirement requirements-bench.txt
	@touch $@

node_modules/.ready: package-lock.json requirements-node.txt $(VENV)/.ready
	@if ! command -v npm >/dev/null; then \
	  echo "==> Installing Node (there is none on this machine)"; \
	  $(PY) -m pip install --quiet --disable-pip-version-check --use-pep517 --require-hashes --requirement requirements-node.txt; fi
	@echo "==> Installing the fonts and small libraries"
	@npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

overrides/assets/vendor/.ready: package.json hooks/guide/vendor.py hooks/guide/fonts.py node_modules/.ready
	@$(GUIDE) vendor
	@touch $@
