# Each target sets up what it needs: uv, the locked packages, and for the tests a browser. A second run sets up nothing.
# On Windows, or without make: uv run mkdocs build · uv run pytest · uv run mkdocs serve · uv run canllaw check

.PHONY: site pdf disk test serve check spelling changes lint audit sbom bench weight lighthouse search-quality search-speed soak clean

PYTHON ?= python3
# What `make check` hands on: make check CHECK=--fix
CHECK ?=
# Since when `make changes` looks, and what it hands on: make changes SINCE=v1.0 CHANGES="--language cy"
SINCE ?= main
CHANGES ?=
# What `make bench` measures: make bench BENCH="50 200 --without-stock"
BENCH ?=
UV := $(shell command -v uv 2>/dev/null || echo .setup/bin/uv)
READY := .venv/.ready
RUN := $(UV) run --frozen --no-sync
RUN_WITH_NODE := $(UV) run --frozen --quiet --group node

site: $(READY)
	@$(RUN) mkdocs build

pdf: $(READY)
	@$(UV) sync --frozen --quiet --inexact --extra pdf
	@CANLLAW_PDF=true $(RUN) mkdocs build

disk: $(READY)
	@CANLLAW_FROM_DISK=true $(RUN) mkdocs build

test: $(READY) lint
	@$(RUN) python tests/browser_setup.py >/dev/null
	@$(RUN) python tests/pango_setup.py
	@$(RUN) pytest -n 2 --dist loadfile --no-loadscope-reorder

serve: $(READY)
	@$(RUN) mkdocs serve --watch overrides

check: $(READY)
	@$(RUN) canllaw check $(CHECK)

changes: $(READY)
	@$(RUN) canllaw changes $(SINCE) $(CHANGES)

spelling: $(READY)
	@$(UV) sync --frozen --quiet --inexact --extra spelling
	@$(RUN_WITH_NODE) python bench/node_tools.py
	@$(RUN) canllaw check --spelling $(CHECK)

lint: $(READY)
	@$(RUN_WITH_NODE) ruff check --quiet
	@$(RUN) ruff format --check --quiet
	@$(RUN) mypy --no-error-summary
	@$(RUN_WITH_NODE) python bench/node_tools.py tsc --project bench

audit: | $(UV)
	@mkdir -p .cache
	@$(UV) run --frozen --only-group audit --isolated --quiet zizmor --offline --quiet .github/workflows
	@$(UV) export --frozen --quiet --no-emit-project --all-groups --all-extras --output-file .cache/requirements.txt
	@$(UV) run --frozen --only-group audit --isolated --quiet pip-audit --disable-pip --requirement .cache/requirements.txt

sbom: | $(UV)
	@$(UV) export --frozen --quiet --no-emit-project --no-default-groups --all-extras --format cyclonedx1.5 --output-file sbom.json

bench: $(READY)
	@$(RUN) python bench/build_speed.py $(BENCH)

weight: $(READY)
	@$(RUN) python tests/browser_setup.py >/dev/null
	@$(RUN) python bench/weight.py

lighthouse: $(READY)
	@$(RUN) python tests/browser_setup.py >/dev/null
	@$(RUN_WITH_NODE) python bench/lighthouse.py

search-quality: $(READY)
	@$(RUN) python tests/browser_setup.py >/dev/null
	@$(RUN) python bench/search_quality.py $(DATA)

search-speed: $(READY)
	@$(RUN) python tests/browser_setup.py >/dev/null
	@$(RUN) python bench/search_speed.py

soak: $(READY)
	@$(RUN) python bench/soak.py

clean:
	rm -rf site .site-* .cache .venv .setup bench/node_modules

$(READY): pyproject.toml uv.lock | $(UV)
	@$(UV) sync --frozen --quiet
	@touch $@

.setup/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Canllaw needs Python 3.11 or newer. Mae angen Python 3.11 neu ddiweddarach ar Canllaw.")'
	@$(PYTHON) -m venv .setup
	@.setup/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.9,<1"
