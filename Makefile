# Every command a developer needs; `make` alone lists them. Works with GNU make 3.81 (macOS).

SETUP = sh scripts/setup.sh
BIN = .venv/bin
LOCK = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url --group build
FUZZ_SECONDS = 60

.PHONY: help setup setup-dev serve check build test lint format lock fuzz bench reference clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

setup: ## Install what the site needs, in .venv (nothing to do the second time)
	@$(SETUP) run

setup-dev: ## Install what the tests need too
	@$(SETUP) dev

serve: setup ## Set up, check the records, build the site and serve it locally
	@$(BIN)/annuaire serve

check: setup ## Check the records
	@$(BIN)/annuaire check

build: setup ## Build the site
	@$(BIN)/annuaire build

test: setup-dev lint ## Set up and pass all the tests, a file after another on each processor
	@$(BIN)/python -m pytest --numprocesses=auto --maxprocesses=4 --dist=loadfile

lint: setup-dev ## Check style, types and workflows
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy
	@$(BIN)/zizmor --offline --quiet --persona=pedantic .github

format: setup-dev ## Put the code in its one form
	@$(BIN)/ruff check --fix --quiet
	@$(BIN)/ruff format --quiet

lock: setup-dev ## Compile the lock files again after a change of dependencies (UPGRADE=1: newer versions)
	@$(LOCK) $(if $(UPGRADE),--upgrade) -o requirements/run.txt
	@$(LOCK) $(if $(UPGRADE),--upgrade) -c requirements/run.txt --group dev -o requirements/dev.txt
	@$(LOCK) $(if $(UPGRADE),--upgrade) -c requirements/run.txt --group fuzz -o requirements/fuzz.txt
	@$(LOCK) $(if $(UPGRADE),--upgrade) -c requirements/run.txt --group bench -o requirements/bench.txt

fuzz: ## Run each fuzz target for a minute (FUZZ_SECONDS=60)
	@$(SETUP) fuzz
	@for target in tests/fuzz/fuzz_*.py; do \
		echo "$$target"; \
		$(BIN)/python -m "tests.fuzz.$$(basename "$$target" .py)" -max_total_time=$(FUZZ_SECONDS) || exit 1; \
	done

bench: ## Measure time and memory at 100, 1,000 and 10,000 records, alone and beside peers
	@$(SETUP) bench
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.peers

reference: setup-dev ## Build data/reference again from its sources (npm brings one of them)
	@npm ci --silent --prefix requirements/reference
	@$(BIN)/python -m generator.reference requirements/reference/node_modules/@etalab/decoupage-administratif

clean: ## Remove what was installed and built
	rm -rf .venv requirements/reference/node_modules output public .public-releases .apercu ..apercu-releases \
		.hypothesis .mypy_cache .pytest_cache .ruff_cache
