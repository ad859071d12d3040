.DEFAULT_GOAL := help
.PHONY: help test format bench oracle majors kills rule rules

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

test:  ## Everything that CI does: compile, format check, every test
	mvn -q verify

format:  ## Format the Java sources
	mvn -q spotless:apply

bench:  ## Run the benchmarks (see bench/README.md)
	bench/run

oracle:  ## Renew the golden files of statement cutting from psql's own echoes
	@command -v psql >/dev/null || { echo "make oracle needs psql" >&2; exit 1; }
	core/src/test/golden/psql/renew

rule:  ## Begin a rule: make rule FAMILY=columns NAME=SetNotNullScansTable
	@engine/new-rule "$(FAMILY)" "$(NAME)"

rules:  ## Write the manual's list of rules anew
	mvn -q -pl runtime -am test -Dtest=RuleIndexTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden=update

majors:  ## The same verbs and answers on PostgreSQL 14 to 18
	mvn -q verify -Pmajors

kills:  ## A hundred SIGKILLs at random instants, cut connections, 32 racers, scripts of 100 MB
	mvn -q verify -Pkills
