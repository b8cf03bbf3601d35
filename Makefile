# The two commands of the README are `make site` and `make test`; `make help` lists the rest.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help environment site serve site-offline test test-fast lint reference messages pictures fonts audit bench lighthouse check lock clean

help: ## list what make can do
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# The environments: locked, with hashes. The tests' one holds the site's.
$(VENV)/site.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; set PYTHON=…" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q generator  # as pip does for other packages: also where Python may not write later
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/site.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

environment: $(VENV)/dev.stamp ## the environment in .venv/, with what the tests need

site: $(VENV)/site.stamp ## the website, into site/
	$(BIN)/python -m generator build --strict --site

serve: $(VENV)/site.stamp ## the website on this machine, rebuilt at every edit
	$(BIN)/python -m generator serve

site-offline: $(VENV)/site.stamp ## the website as a folder and a zip file that work without a server
	$(BIN)/python -m generator offline --strict

test: $(VENV)/dev.stamp ## all tests
	$(BIN)/python -m pytest -n auto --dist worksteal

test-fast: $(VENV)/dev.stamp ## the tests that need neither a website nor a browser
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not site and not browser and not slow"

lint: $(VENV)/dev.stamp ## ruff, mypy and the contract of layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@if command -v npm >/dev/null; then npm ci --silent --no-audit --no-fund && npm run --silent lint && npm run --silent test && $(BIN)/python .ci/fonts.py --check; \
	elif [ -n "$$CI" ]; then echo "CI needs npm for the website's scripts"; exit 1; \
	else echo "npm is not installed: the website's scripts were not linted"; fi

reference: $(VENV)/site.stamp ## bring the tables of the guide's reference up to date
	$(BIN)/python -m generator.reference README.md docs/guide

messages: $(VENV)/site.stamp ## bring the catalogues of the website's texts up to date with what is marked
	$(BIN)/python -m generator.messages

pictures: $(VENV)/dev.stamp site ## take the guide's pictures anew, from the website in site/
	$(BIN)/python .ci/pictures.py

fonts: $(VENV)/dev.stamp ## make the website's faces anew, from npm's packages
	npm ci --silent --no-audit --no-fund
	$(BIN)/python .ci/fonts.py

audit: $(VENV)/dev.stamp ## look over the workflows and the locked packages
	bash .ci/audit $(BIN)

bench: $(VENV)/dev.stamp ## measure quality and speed
	$(BIN)/python -m benchmarks

lighthouse: $(VENV)/dev.stamp site ## what Lighthouse says of four pages of the website in site/; it comes from npm
	$(BIN)/python -m benchmarks.lighthouse

check: $(VENV)/site.stamp ## lint the survey itself
	$(BIN)/python -m generator check

lock: $(VENV)/dev.stamp ## bring the lock files up to date with pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group build --output-file requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group build --group dev --output-file requirements-dev.lock pyproject.toml

clean: ## remove the environment and the built site; what was generated stays
	rm -rf $(VENV) site site-offline site-offline.zip
