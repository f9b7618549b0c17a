# Two commands: `make run` opens the program, `make test` checks everything.
# Both set themselves up in .venv the first time, and again when pyproject.toml changes.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/set-up
# Where Qt's system libraries had to be fetched, Python must be told where they lie.
WITH_QT := if [ -f $(VENV)/qt-libs/env.sh ]; then . ./$(VENV)/qt-libs/env.sh; fi;

.PHONY: setup run test lint bench corpus pictures clean

setup: $(READY)

$(READY): pyproject.toml packaging/qt-libs.sh
	@echo "Setting up $(VENV) …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@packaging/qt-libs.sh $(VENV)
	@touch $@

run: $(READY)
	@$(WITH_QT) exec $(BIN)/infoview-gui $(ARGS)

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# Every pane and dialog in both themes and sizes, into pictures/; ARGS="people import" for some,
# ARGS="--rtl" from right to left, ARGS="--scale 1.5" as on a finer screen.
pictures: $(READY)
	@$(WITH_QT) exec $(BIN)/python packaging/pictures.py $(ARGS)

# The parts on all cores, then the real program alone, because others would disturb its times.
# ARGS="tests/store -k undo" runs just that.
PYTEST := $(BIN)/python -m pytest
test: lint
	@$(WITH_QT) $(if $(ARGS),exec $(PYTEST) $(ARGS),\
		$(PYTEST) --numprocesses auto --dist worksteal --ignore tests/end_to_end \
		&& exec $(PYTEST) tests/end_to_end)

# Ours beside others, in one table at the end; nothing is asserted about time. Takes some minutes.
bench: $(READY)
	@$(WITH_QT) exec env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pytest tests/benchmarks \
		--benchmark-only --benchmark-quiet -q --timeout 600 $(ARGS)

# What real files of other programs give, beside what a library alone gets of them; nothing where
# the corpora are absent. ARGS="vcards" for some.
corpus: $(READY)
	@$(BIN)/python -m tests.corpora $(ARGS)

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.benchmarks .import_linter_cache .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
