# `make help` lists the commands. Each sets up what it needs on a machine with Python 3.11 or newer, make and git.
PYTHON ?= python3
ATLAS := .venv/bin/atlas
PYTEST := .venv/bin/python -m pytest --numprocesses auto --dist worksteal
EDITOR_READY := tests/editor/node_modules/.package-lock.json
VALIDATOR_READY := tests/validator/node_modules/.package-lock.json

# Compiled modules are kept, whatever the shell says: the tests start some hundreds of processes.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := site
.PHONY: help site sources serve check report part whole ready test test-fast test-all lint bench bench-scale bench-read
.PHONY: bench-match same-site mutate mutate-code fonts verify changelog clean repro trust audit-packages
.PHONY: ready-for-tests before-tests chromium needs-python needs-edition needs-parts needs-sources needs-papers

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

site: ready ## builds the site into site/; its last line says where to open it
	@$(ATLAS) build

sources: ready ## fetches the documents at their addresses, so that the site can quote them
	@$(ATLAS) fetch-sources

serve: ready ## the newest edition on http://127.0.0.1:8000/, reloaded on every change
	@$(ATLAS) serve

check: ready ## is the data in order? SINCE=commit also asks whether anything published would change in silence
	@$(ATLAS) check $(if $(FORMAT),--format $(FORMAT)) $(if $(SINCE),--since $(SINCE))

report: ready ## what readers will see change since BASE=origin/main: report/summary.md, report/charts.html
	@mkdir -p report
	@$(ATLAS) fix --suggest report/form.md
	@$(ATLAS) diff $(or $(BASE),origin/main).. --to report
	@cat report/form.md >> report/summary.md

part: needs-edition ready ## one edition, EDITION=2024-05, into parts/: for machines that share the work
	@mkdir -p parts
	@$(ATLAS) build --edition $(EDITION) --to parts/$(EDITION)

whole: needs-parts ready ## the site put together from parts/; what is missing there is built
	@$(ATLAS) build $(addprefix --from ,$(wildcard parts/*))

test: before-tests ## lint, types and all tests: real MkDocs, a real browser
	@$(PYTEST) -m "not every_page and not thorough"

test-fast: lint ## lint, types and the tests that need neither a browser nor a built site
	@$(PYTEST) -m "not slow"

test-all: before-tests $(VALIDATOR_READY) ## make test, axe on every page of every edition, and thousands of edits, names and kills
	@$(PYTEST) --hypothesis-profile thorough

lint: ready-for-tests ## style and types of the program
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check -q
	@.venv/bin/mypy

bench: ready-for-tests ## how long builds and checks take; fails where a limit is exceeded
	@.venv/bin/python -m tests.measure.bench

bench-scale: ready-for-tests ## how time, memory and size grow with letters: LETTERS="5 10 20 40"; takes many minutes
	@.venv/bin/python -m tests.measure.scale $(LETTERS)

bench-read: needs-papers ready-for-tests ## how well the documents in PAPERS=folder are read: blocks, sentences cut in two
	@.venv/bin/python -m tests.measure.read "$(PAPERS)"

bench-match: needs-sources ready-for-tests ## how well letters are matched with what was known, each of SOURCES=folder left out
	@.venv/bin/python -m tests.measure.match "$(SOURCES)"

same-site: ready-for-tests ## is the site byte for byte that of the commit BASE=origin/main?
	@.venv/bin/python -m tests.measure.compare_sites $(or $(BASE),origin/main)

repro: ready-for-tests ## do two builds with another path, time zone, locale, umask, clock … make the same bytes?
	@.venv/bin/python -m tests.measure.repro

trust: chromium $(VALIDATOR_READY) ## the 25 checks of docs/checks.md, one line each
	@.venv/bin/python -m tests.measure.trust

audit-packages: ready-for-tests ## known vulnerabilities of the locked packages
	@.ci/audit-packages

mutate: ready-for-tests ## changes every digit of data/, and what texts mean, and counts what the checks catch; with SOURCES="folder …" also what verify catches
	@.venv/bin/python -m tests.measure.mutate_data
	@SOURCES="$(SOURCES)" .venv/bin/python -m tests.measure.mutate_meaning $(COUNT)

mutate-code: ready-for-tests ## changes random lines of the program and runs the nearest tests: SEED=… COUNT=60 UNDER=folder
	@.venv/bin/python -m tests.measure.mutate_code $(foreach name,SEED COUNT UNDER,$(if $($(name)),$(name)=$($(name))))

changelog: ready-for-tests ## what the next release will say; RELEASE=yes moves it from changelog.d/ into CHANGELOG.md
	@.venv/bin/towncrier build $(if $(RELEASE),--yes,--draft)

fonts: ready ## makes the subsets of typefaces in templates/ again; needs Node.js and its packages
	@.ci/fonts

verify: needs-sources ready ## are the passages those of the documents in SOURCES="folder …"?
	@$(ATLAS) verify $(addprefix --sources ,$(SOURCES))

clean: ## removes all that was made, the packages too
	rm -rf .venv .atlas site report parts proposal

ready: needs-python
	@$(PYTHON) .ci/set_up.py site

ready-for-tests: needs-python
	@$(PYTHON) .ci/set_up.py test

before-tests: lint chromium $(EDITOR_READY)

chromium: ready-for-tests
	@.ci/chromium

# Where no package registry of Node.js can be reached, the tests go on; those that need the server say so and fail,
# those that need the validator say so and are not run.
tests/%/node_modules/.package-lock.json: tests/%/package-lock.json .ci/node-packages | ready-for-tests
	-@.ci/node-packages $* && touch $@

needs-python:
	@command -v $(PYTHON) > /dev/null || { echo "There is no $(PYTHON): install Python 3.11 or newer, or name it with PYTHON=…." >&2; exit 1; }

needs-edition:
	@test -n "$(EDITION)" || { echo "Which edition? make part EDITION=2024-05; .venv/bin/atlas editions lists them." >&2; exit 1; }

needs-parts:
	@test -n "$(wildcard parts/*)" || { echo "There are no parts: make part EDITION=… makes one; make site builds everything here." >&2; exit 1; }

needs-papers:
	@test -d "$(PAPERS)" || { echo "Which documents? make bench-read PAPERS=folder." >&2; exit 1; }

needs-sources:
	@test -n "$(SOURCES)" || { echo "Where are the documents? make verify SOURCES=folder, or several in quotes." >&2; exit 1; }
	@for folder in $(SOURCES); do test -d "$$folder" || { echo "Where are the documents? $$folder is not a folder." >&2; exit 1; }; done
