# Each target makes everything ready by itself: `make run` and `make test` are all that a newcomer needs.
PYTHON := .venv/bin/python
OUT := build/shots
TESTS :=

export PYTHONPATH := .

.NOTPARALLEL:

.PHONY: help run test check bench shots translate wheel compile app dev

help:
	@echo 'make run        start Loket with the sample stories (without a display: write their PDFs)'
	@echo 'make test       all tests, offscreen; TESTS=tests/domain for some of them'
	@echo 'make check      style, types and catalogues'
	@echo 'make bench      speed and memory, as ratios'
	@echo 'make shots      a picture of every screen, in OUT=$(OUT)'
	@echo 'make translate  bring the catalogues up to the words in the code'
	@echo 'make wheel      what is installed on a desk, in dist/'

run: compile
	$(PYTHON) -m loket_app demo

test: dev compile
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n 2 --dist loadfile $(TESTS)

check: dev
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m mypy
	$(PYTHON) -m loket_app.i18n.gate

bench: dev compile
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.benchmarks.run

shots: dev compile
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.shots $(OUT)

translate: app
	$(PYTHON) -m loket_app.i18n.catalogues

wheel: dev
	$(PYTHON) -m hatchling build -t wheel

compile: app
	@$(PYTHON) -c 'from loket_app import paths; from loket_app.i18n.compiling import compile_all; compile_all(paths.translations())'

app dev:
	@sh .ci/setup $@
