# make run: open the dashboard. make test: check all of it. `make help` lists the rest.
# Everything is installed into .venv, once, and again when the requirements change.

VENV := .venv
IN_VENV := $(VENV)/bin/python
CANDIDATES := $(if $(PYTHON),"$(PYTHON)",python3 python3.14 python3.13 python3.12 python3.11)
BENCHMARKS := loader page reading

# A virtual environment whose Python has gone (upgraded, removed) is made anew.
ifneq ($(shell test -x $(IN_VENV) && echo usable),usable)
$(shell rm -f $(VENV)/pyvenv.cfg $(VENV)/run.stamp $(VENV)/dev.stamp)
endif

# Only a DATA given to make itself counts; one that happens to be in the environment is somebody else's.
ifeq ($(origin DATA),command line)
run: export DASHBOARD_DATA = $(DATA)
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test lint fuzz bench clean

help:  ## list what make can do
	@echo 'make COMMAND, where COMMAND is one of'
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-6s %s\n", $$1, $$2 }' Makefile
	@echo 'DATA=FOLDER opens another dataset: make run DATA=../mine. PYTHON=PATH chooses the Python: make run PYTHON=python3.13.'
	@echo 'ARGS=... goes to the tests: make test ARGS="-k loader".'

run: $(VENV)/run.stamp  ## install what running needs and open the dashboard in the browser
	$(IN_VENV) -m streamlit run dashboard/app.py

test: $(VENV)/dev.stamp  ## install what tests need and run all of them
	$(IN_VENV) -m pytest $(ARGS)

lint: $(VENV)/dev.stamp  ## check style and types
	$(IN_VENV) -m ruff check .
	$(IN_VENV) -m ruff format --check .
	$(IN_VENV) -m mypy

fuzz: $(VENV)/dev.stamp  ## put 20,000 made-up and spoilt texts through the reader
	$(IN_VENV) -m tests.reading.fuzz $(ARGS)

bench: $(VENV)/dev.stamp  ## measure speed and memory against a yardstick from the same run
	@set -e; for name in $(BENCHMARKS); do $(IN_VENV) -m tests.benchmarks.$$name; done

clean:  ## remove the virtual environment
	rm -rf $(VENV)

$(VENV)/pyvenv.cfg:
	@for python in $(CANDIDATES); do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "No Python 3.11 or later found among: $(subst ",,$(CANDIDATES)); install one, or name it with PYTHON=PATH." >&2; \
		exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "$$found cannot make virtual environments; install what it lacks (Debian, Ubuntu: apt install python3-venv)." >&2; \
		exit 1; \
	fi; \
	"$$found" -m venv --clear $(VENV)

$(VENV)/run.stamp: requirements.txt $(VENV)/pyvenv.cfg
	@echo 'Installing what the dashboard needs into $(VENV): a minute or two, this first time.'
	@$(IN_VENV) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt requirements.txt $(VENV)/pyvenv.cfg
	@echo 'Installing what the tests need into $(VENV): a minute or two, this first time.'
	@$(IN_VENV) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/run.stamp
