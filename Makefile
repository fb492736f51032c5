# Two commands matter: `make site` and `make test`. Each sets up what it needs on a machine with Python 3.11+, make and git.
PYTHON ?= python3
ATLAS := .venv/bin/atlas
SITE_READY := .venv/.site-ready
TEST_READY := .venv/.test-ready
EDITOR_READY := tests/editor/node_modules/.package-lock.json

.PHONY: site test test-all serve check report part whole ready bench lint same-site mutate mutate-code verify changelog clean

site: $(SITE_READY)
	@$(ATLAS) build

serve: $(SITE_READY)
	@$(ATLAS) serve

check: $(SITE_READY)
	@$(ATLAS) check $(if $(FORMAT),--format $(FORMAT)) $(if $(SINCE),--since $(SINCE))

# What readers will see change since BASE: report/summary.md, and pictures of charts in report/charts.html.
report: $(SITE_READY)
	@mkdir -p report
	@$(ATLAS) diff $(or $(BASE),origin/main).. --to report

# One edition, and all of them put together: for machines that share the work.
part: $(SITE_READY)
	@mkdir -p parts
	@$(ATLAS) build --edition $(EDITION) --to parts/$(EDITION)

whole: $(SITE_READY)
	@$(ATLAS) build $(addprefix --from ,$(wildcard parts/*))

ready: $(SITE_READY)

test: $(TEST_READY) $(EDITOR_READY) lint
	@.venv/bin/python -m pytest -m "not every_page"

test-all: $(TEST_READY) $(EDITOR_READY) lint
	@.venv/bin/python -m pytest

lint: $(TEST_READY)
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check -q
	@.venv/bin/mypy

bench: $(TEST_READY)
	@.venv/bin/python -m tests.measure.bench

# Is the site that of the commit BASE, byte for byte? For changes that are to change nothing a reader sees.
same-site: $(TEST_READY)
	@.venv/bin/python -m tests.measure.compare_sites $(or $(BASE),origin/main)

mutate: $(TEST_READY)
	@.venv/bin/python -m tests.measure.mutate_data

# Changes random lines of the program, one at a time, and runs the nearest tests. SEED=…, COUNT=60, UNDER=generator/charts
mutate-code: $(TEST_READY)
	@.venv/bin/python -m tests.measure.mutate_code $(foreach name,SEED COUNT UNDER,$(if $($(name)),$(name)=$($(name))))

verify: $(SITE_READY)
	@$(ATLAS) verify --sources $(or $(SOURCES),../shared/sources)

# What the next release will say. RELEASE=yes moves it from changelog.d/ into CHANGELOG.md, under the version of pyproject.toml.
changelog: $(TEST_READY)
	@.venv/bin/towncrier build $(if $(RELEASE),--yes,--draft)

clean:
	rm -rf .venv .atlas site report parts proposal

$(SITE_READY): requirements/site.lock pyproject.toml requirements/site.in
	@echo "Setting up: Python packages for the site …"
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@test -x .venv/bin/python || $(PYTHON) -m venv .venv
	@.venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/site.lock
	@.venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(TEST_READY): $(SITE_READY) requirements/test.lock .ci/chromium
	@echo "Setting up: Python packages and a Chromium for the tests …"
	@.venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/test.lock
	@.ci/chromium
	@touch $@

# Where no package registry of Node.js can be reached, the tests go on; those that need the server say so and fail.
$(EDITOR_READY): tests/editor/package-lock.json .ci/editor $(TEST_READY)
	-@.ci/editor && touch $@
