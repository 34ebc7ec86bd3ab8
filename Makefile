# make demo   a register built from examples/, three commands to try, and its pages (SERVE=0: without the pages)
# make test   style, types, the walls between rooms, and all tests
# make clean  what the two have made

PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)
SERVE ?= 1
PORT ?= 0
TESTS ?= tests
WORKERS ?= auto

USER_BIN := .venv/bin
DEV_BIN := .venv/dev/bin
REGISTER := demo/demo.comity.db
SOURCES := pyproject.toml $(shell find src -type f -not -path '*/__pycache__/*')
PIP := -m pip --disable-pip-version-check --quiet install

.DEFAULT_GOAL := help
.PHONY: help demo install test lint pytest clean

help:
	@sed -n 's/^# //p' Makefile

demo: install
	@$(USER_BIN)/comity build examples --register $(REGISTER) || test $$? -eq 5
	@echo
	@echo "Three commands to try:"
	@echo "  $(USER_BIN)/comity show KAZ TUR --register $(REGISTER)"
	@echo "  $(USER_BIN)/comity relations Kazakhstan --as-of 1993-01-01 --register $(REGISTER)"
	@echo "  $(USER_BIN)/comity rows --register $(REGISTER)"
	@echo
ifneq ($(SERVE),0)
	@$(USER_BIN)/comity serve --register $(REGISTER) --port $(PORT)
endif

install: .venv/installed

test: lint pytest

lint: .venv/dev/installed
	$(DEV_BIN)/ruff check --quiet src tests
	$(DEV_BIN)/ruff format --check --quiet src tests
	$(DEV_BIN)/mypy --no-error-summary
	$(DEV_BIN)/lint-imports --no-cache

pytest: .venv/dev/installed
	$(DEV_BIN)/python -m pytest -n $(WORKERS) $(TESTS)

.venv/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "comity needs Python 3.11 or newer: install it, or say make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "on Debian and Ubuntu: apt install python3-venv"; rm -rf .venv; exit 1; }

.venv/installed: .venv/pyvenv.cfg $(SOURCES)
	@echo "installing comity into .venv"
	@$(USER_BIN)/python $(PIP) .
	@touch $@

.venv/dev/installed: .venv/pyvenv.cfg pyproject.toml
	@echo "installing comity and its development tools into .venv/dev"
	@test -x $(DEV_BIN)/python || $(PYTHON) -m venv .venv/dev
	@$(DEV_BIN)/python $(PIP) --editable '.[dev]'
	@touch $@

clean:
	rm -rf .venv demo .mypy_cache .ruff_cache .pytest_cache .hypothesis
