# Two commands for a newcomer: `make demo` and `make test`. README.md spells both out without make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
UV := $(shell command -v uv 2>/dev/null)
INSTALL := $(if $(UV),uv pip install --quiet --python $(VENV),$(BIN)/python -m pip install --quiet --disable-pip-version-check)

.PHONY: demo test lint docs bench lock clean

demo: $(VENV)/installed  ## read seeds/ into a store and show what it knows
	$(BIN)/duikou demo

test: $(VENV)/installed-dev  ## the whole test suite
	$(BIN)/python -m pytest -n auto --dist loadgroup

lint: $(VENV)/installed-dev  ## format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/installed-dev  ## make the tables of README and docs/ again from the code
	$(BIN)/python docs/build_tables.py --demo
	$(BIN)/python docs/build_vocabulary.py
	$(BIN)/python docs/build_mapping.py
	$(BIN)/python docs/build_shapes.py
	$(BIN)/python docs/build_tour.py

bench: $(VENV)/installed-dev  ## measure against peers, into benchmarks/RESULTS.md: about an hour
	$(BIN)/python -m benchmarks.neo4j_all

lock: $(VENV)/installed-dev  ## write down the versions that the tests ran with
	$(BIN)/python -m pip freeze --exclude-editable --exclude pip --exclude setuptools > requirements.lock

clean:
	rm -rf $(VENV) duikou-demo.lbug duikou-demo.lbug.wal

$(VENV)/bin $(VENV)/Scripts:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "duikou needs Python 3.11 or newer; name one: make demo PYTHON=python3.12"; exit 1; }
	$(if $(UV),uv venv --quiet --seed --python $(PYTHON) $(VENV),$(PYTHON) -m venv $(VENV))

$(VENV)/installed: pyproject.toml requirements.lock | $(BIN)
	$(INSTALL) -c requirements.lock -e .
	@touch $@

$(VENV)/installed-dev: pyproject.toml requirements.lock | $(BIN)
	$(INSTALL) -c requirements.lock -e ".[dev]"
	@touch $@ $(VENV)/installed
