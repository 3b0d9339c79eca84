# The front door. Debian 12 and 13; everything is installed from Debian's packages and nothing else is downloaded.
# The builds themselves are described in CMakePresets.json.

# What is built and run, tested, fuzzed, measured and formatted with.
PACKAGES       := g++ cmake ninja-build pkg-config libyaml-cpp-dev libcli11-dev libfmt-dev \
                  nlohmann-json3-dev libkainjow-mustache-dev libutf8proc-dev libsodium-dev git
PACKAGES_TEST  := doctest-dev python3 python3-yaml python3-jsonschema python3-junitparser locales jq libxml2-utils patch binutils \
                  git zsh fish tmux mandoc man-db cmark-gfm gnumeric valgrind
PACKAGES_FUZZ  := clang libclang-rt-dev
PACKAGES_COST  := doctest-dev python3
PACKAGES_BENCH := libbenchmark-dev doctest-dev python3 python3-yaml python3-jsonschema ledger hledger
PACKAGES_DEB   := dpkg-dev lintian file
PACKAGES_COVERAGE := gcovr
PACKAGES_STYLE := clang-format clang-tidy
PACKAGES_DEBIAN := debootstrap mount tar

INSTALL_PACKAGES := sh tests/support/install_packages.sh
NOT_TESTED := grep -ah '^NOT TESTED'
JOBS   ?= $(shell nproc)
PREFIX ?= /usr/local
# The time that a package bears: of the last commit, so that the same tree gives the same package.
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.DEFAULT_GOAL := build
.PHONY: build run test test-san test-robust test-recipes test-debian coverage fuzz bench bench-cost generate check-format format check-tidy install package static clean help \
        deps deps-test deps-fuzz deps-cost deps-bench deps-coverage deps-deb deps-debian deps-style

build: ## build the program: build/release/src/zsup
	cmake --preset release || { echo "Is something missing? 'make deps' installs it." >&2; exit 1; }
	cmake --build --preset release -j $(JOBS)

run: deps build ## install what is missing, build, and run the examples
	@sh tests/support/run_examples.sh build/release/src/zsup

test: deps deps-test ## install what is missing, build with warnings as errors, run every test
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS)
	ctest --preset dev -j $(JOBS)

test-san: deps deps-test ## the same tests under the address and undefined-behaviour sanitizers, then the thread sanitizer
	cmake --preset asan
	cmake --build --preset asan -j $(JOBS)
	ctest --preset asan -j $(JOBS)
	@$(NOT_TESTED) build/asan/Testing/Temporary/LastTest.log || true
	cmake --preset tsan
	cmake --build --preset tsan -j $(JOBS)
	ctest --preset tsan -j $(JOBS)
	@$(NOT_TESTED) build/tsan/Testing/Temporary/LastTest.log || true

test-recipes: deps deps-test ## follow the recipes of ARCHITECTURE.md on a copy of the sources, build it, and look for what was added
	python3 tests/recipes/recipes.py

test-debian: deps-debian ## make minimal systems of Debian 12 and 13 (as root), and run 'make run' and 'make test' in each; SUITES="trixie" for one
	@for suite in $(or $(SUITES),bookworm trixie); do sh tests/support/debian.sh $$suite || exit 1; done

coverage: deps deps-test deps-coverage ## run the tests and say which lines of src/ they reach: build/coverage/report/index.html
	cmake --preset coverage
	cmake --build --preset coverage -j $(JOBS)
	@find build/coverage -name '*.gcda' -delete
	ctest --preset coverage -j $(JOBS) || echo "Some tests fail; what they reached counts all the same." >&2
	@python3 tests/support/coverage.py build/coverage

test-robust: deps deps-test build ## hold the program as people get it against every bad input, print what each kind costs, and check 100,000 files
	ZSUP=build/release/src/zsup python3 tests/robustness/inputs_test.py
	ZSUP=build/release/src/zsup python3 tests/robustness/inputs_test.py --markdown
	ZSUP=build/release/src/zsup python3 tests/robustness/many_files.py

fuzz: deps deps-test deps-fuzz ## fuzz every target in turn, for MINUTES (10) altogether
	cmake --preset fuzz
	cmake --build --preset fuzz -j $(JOBS) --target fuzzers
	sh tests/fuzz/run.sh build/fuzz $(or $(MINUTES),10)

bench: deps deps-bench ## measure zsup, the floor and the peers; SIZES="10000 100000 1000000 5000000" for more
	cmake --preset bench
	cmake --build --preset bench -j $(JOBS)
	@test -d build/bench/peers/node_modules/ajv || npm install --silent --no-save --no-package-lock --no-audit \
	  --no-fund --prefix build/bench/peers ajv@8 js-yaml@4 || echo "npm could not install ajv: measured without" >&2
	python3 tests/bench/bench.py --tools build/bench $(if $(SIZES),--sizes $(SIZES)) $(BENCH_OPTIONS)

bench-cost: deps deps-cost ## count what a byte of records costs, and hold it against tests/bench/cost.json; RECORD='why' writes it anew
	cmake --preset bench
	cmake --build --preset bench -j $(JOBS) --target zsup generate_register measured
	@python3 tests/bench/cost.py --tools build/bench $(if $(RECORD),--record "$$RECORD")

generate: ## write schemas, references and catalogues anew from the tables in the program
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS)
	@test -f tests/support/generate.sh || { echo "nothing is generated yet"; exit 1; }
	sh tests/support/generate.sh build/dev/src

check-format: deps-style ## fail where clang-format would change something
	@git ls-files 'src/*.cpp' 'src/*.h' 'tests/*.cpp' 'tests/*.h' | xargs clang-format --dry-run -Werror

format: deps-style ## let clang-format change it
	@git ls-files 'src/*.cpp' 'src/*.h' 'tests/*.cpp' 'tests/*.h' | xargs clang-format -i

check-tidy: deps deps-test deps-style ## run clang-tidy over src/
	cmake --preset dev
	@git ls-files 'src/*.cpp' | xargs -n 4 -P $(JOBS) clang-tidy --quiet -p build/dev

install: build ## install under PREFIX (/usr/local); DESTDIR is honoured
	cmake --install build/release --prefix $(PREFIX)

package: deps deps-deb ## build a package of Debian's, and test it: build/package/zsup_*.deb
	SOURCE_DATE_EPOCH=$(SOURCE_DATE_EPOCH) JOBS=$(JOBS) sh tests/package/package.sh

static: deps deps-deb ## build one file that runs on any Linux of this processor, and test it: build/static/src/zsup
	cmake --preset static
	cmake --build --preset static -j $(JOBS)
	sh tests/package/static.sh build/static/src/zsup

clean: ## remove everything that was built
	rm -rf build

deps: ## install what building and running needs
	@$(INSTALL_PACKAGES) $(PACKAGES)
deps-test: ## install what testing needs on top
	@$(INSTALL_PACKAGES) $(PACKAGES_TEST)
	@sh tests/support/install_node_tools.sh tests/tools
deps-fuzz: ## install what fuzzing needs on top
	@$(INSTALL_PACKAGES) $(PACKAGES_FUZZ)
deps-cost: ## install what counting needs on top
	@$(INSTALL_PACKAGES) $(PACKAGES_COST)
	@$(INSTALL_PACKAGES) valgrind || true # where it is missing, one line says so and nothing fails
deps-bench: ## install what measuring needs on top
	@$(INSTALL_PACKAGES) $(PACKAGES_BENCH)
	@command -v npm >/dev/null 2>&1 || $(INSTALL_PACKAGES) nodejs npm
deps-coverage: ## install what reads the counts of gcov
	@$(INSTALL_PACKAGES) $(PACKAGES_COVERAGE)
deps-deb: ## install what packaging needs on top
	@$(INSTALL_PACKAGES) $(PACKAGES_DEB)
deps-debian: ## install what makes systems of their own
	@$(INSTALL_PACKAGES) $(PACKAGES_DEBIAN)
deps-style: ## install clang-format and clang-tidy
	@$(INSTALL_PACKAGES) $(PACKAGES_STYLE)

help: ## show this
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22
