# The tasks of the repository. `make help` lists them; each does its own set-up.

GO        ?= go
GOLANGCI  := $(GO) tool -modfile=tools/lint.mod golangci-lint
STO       := bin/sto
# npm writes this file last, so that it says that the packages are all there.
NPM       := contracts/node_modules/.package-lock.json
# Packages that are built or tested at the same time: each may link all of go-ethereum, which takes memory.
JOBS      ?= 2
# Tests of one package that run at the same time: they wait for chains and children more than they compute.
PARALLEL  ?= 5
# Links without debug data, which takes half of the time; vet is part of `make lint`.
FASTER    := -ldflags=-w -vet=off
# The race detector, but for the arithmetic of key derivation, which shares no memory: it takes half of the time otherwise.
RACE      := -race -gcflags=golang.org/x/crypto/...=-race=false
# How long `make test-deep` gives each fuzz target.
FUZZTIME  ?= 30s
# What `make bench` runs, as a regular expression.
BENCH     ?= .

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# What is missing is said first; Go and forge use all cores by themselves.
.NOTPARALLEL:

##@ Everyday

.PHONY: help
help: ## what each target does
	@awk 'BEGIN { FS = ":.*## " } \
	  /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z0-9-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: build
build: need-build ## builds bin/sto (needs Go and a C compiler)
	$(GO) build -o $(STO) ./cmd/sto

.PHONY: demo
demo: build ## the main job from start to end on an embedded chain: bin/sto demo
	$(STO) demo

.PHONY: test
test: need-test ## all tests: contracts, Go with the race detector, scripts, end to end (needs Node.js with npm too)
# The program that the end-to-end tests start is built as users get it; test-deep builds it with the race detector.
test: forge-test geth
	$(GO) test $(RACE) $(FASTER) -p $(JOBS) -parallel $(PARALLEL) -timeout 14m ./...

.PHONY: e2e
e2e: need-test $(NPM) geth ## only the end-to-end tests, against real geth and anvil
	$(GO) test -count=1 -parallel $(PARALLEL) -timeout 14m ./internal/e2e/...

.PHONY: lint
lint: need-test $(NPM) ## gofmt, go vet, golangci-lint (configuration: .golangci.yml), forge fmt and lint
	@unformatted=$$("$$($(GO) env GOROOT)/bin/gofmt" -l cmd internal $(wildcard contracts/*.go migrations/*.go)); \
	  [ -z "$$unformatted" ] || { echo "gofmt would change (run make fmt):" $$unformatted >&2; exit 1; }
	$(GO) vet ./...
	$(GOLANGCI) run ./...
	cd contracts && node forge.mjs fmt --check && npm run --silent lint

.PHONY: fmt
fmt: need-test $(NPM) ## formats the Go and Solidity sources
	$(GOLANGCI) fmt ./...
	cd contracts && node forge.mjs fmt

##@ Generated files

.PHONY: contracts
contracts: need-test $(NPM) ## compiles the contracts, writes contracts/artifacts and the Go bindings
	cd contracts && npm run build

.PHONY: contracts-check
contracts-check: need-test $(NPM) ## fails when contracts/artifacts or the bindings are stale
	cd contracts && npm run check

.PHONY: docs
docs: build ## regenerates the pages of docs/ that come from the program
	tools/docs.sh write $(STO)

.PHONY: docs-check
docs-check: build ## fails when a generated page of docs/ is stale
	tools/docs.sh check $(STO)

##@ Thorough

.PHONY: test-deep
test-deep: need-test $(NPM) geth model ## long runs: the model, forge's deep profile, mutants, STO_DEEP=1, every fuzz target for FUZZTIME
	cd contracts && npm run --silent test:deep
	cd contracts && node mutate.mjs
	STO_DEEP=1 STO_TEST_RACE=1 $(GO) test $(RACE) -count=1 -p $(JOBS) -parallel $(PARALLEL) -timeout 90m ./...
	FUZZTIME=$(FUZZTIME) GO="$(GO)" tools/fuzz.sh

.PHONY: model
model: ## checks the rules of the outbox in every order of events (docs/outbox.md; needs Python 3, three minutes)
	@tools/need.sh python
	python3 tools/outbox-model.py --self-test
	python3 tools/outbox-model.py

.PHONY: mutate
mutate: need-test $(NPM) ## changes contracts/src in a thousand places, one at a time; the tests must notice 95 % (an hour)
	cd contracts && node mutate.mjs

.PHONY: slither
slither: need-test $(NPM) ## static analysis of the contracts, where slither is installed
	cd contracts && npm run --silent slither

.PHONY: bench
bench: need-build geth ## benchmarks, and at the end the ratios that they report
	BENCH="$(BENCH)" GO="$(GO)" tools/bench.sh

.PHONY: bench-scan
bench-scan: need-build geth ## a scan against one bare eth_getLogs on real geth: TRANSFERS=50000, ROUNDS=3
	GO="$(GO)" tools/bench-scan.sh

.PHONY: licences
licences: need-build ## the modules that bin/sto links, with their licences
	@tools/licences.sh

.PHONY: ci
ci: ## everything that has to pass before a change is merged
	.ci/run

##@ Set-up

.PHONY: deps
deps: need-test $(NPM) ## fetches what the build and the tests need
	$(GO) mod download
	$(GO) mod download -modfile=tools/lint.mod

.PHONY: geth
geth: need-build ## builds the geth of go.mod (about three minutes, once), which tests and the tutorial run
	@echo "$(GO) tool geth version"; $(GO) tool geth version >/dev/null

.PHONY: clean
clean: ## removes what was built here, not the caches of Go and npm
	rm -rf bin coverage contracts/out contracts/cache contracts/node_modules

.PHONY: forge-test
forge-test: need-test $(NPM)
	cd contracts && npm test

# npm ci follows the lock file to the letter; no package's script runs.
$(NPM): contracts/package.json contracts/package-lock.json
	cd contracts && npm ci --ignore-scripts
	@touch $@

.PHONY: need-build
need-build:
	@tools/need.sh go cc

.PHONY: need-test
need-test:
	@tools/need.sh go cc node
