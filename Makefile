# make site    generate docs/ from corpus/ and build site/
# make serve   the same, shown at http://127.0.0.1:8000/ and made anew when corpus/ or site_config/ changes
# make check   name every problem of corpus and configuration
# make example builds the example site of examples/wikinews/
# make test    style, types and every test
# make clean   remove what can be made again
#
# Needs Python 3.11 or newer with its venv module; PYTHON=python3.12 takes another than python3.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: site serve check example test clean

site: .venv/site.stamp
	$(BIN)/dateline build

serve: .venv/site.stamp
	$(BIN)/dateline serve

check: .venv/site.stamp
	$(BIN)/dateline check

example: .venv/site.stamp
	$(BIN)/dateline -C examples/wikinews build >/dev/null

test: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

clean:
	rm -rf .venv site .cache examples/*/site examples/*/.cache *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

# A stamp is as new as what was installed, so nothing is installed twice.
.venv/bin/pip:
	$(PYTHON) -m venv .venv

.venv/site.stamp: pyproject.toml constraints.txt | .venv/bin/pip
	$(BIN)/pip install --quiet --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

.venv/test.stamp: .venv/site.stamp
	$(BIN)/pip install --quiet --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test,web]'
	touch $@
