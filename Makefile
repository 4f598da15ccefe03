# What one can do here; "make" alone lists it.
.DEFAULT_GOAL := help
.PHONY: help build demo test bench fuzz format check up down

help: ## list what one can do
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

build: ## make the three runnable jars
	mvn -q -Dmaven.test.skip package

demo: build ## run a hub, an edge, customs, a platform and a stream of scans
	java -jar device-sim/target/device-sim.jar demo

test: ## run all tests
	mvn -B -ntp verify

bench: ## run the benchmarks; ONLY=Reader runs some
	mvn -q -Pbenchmark -pl inspection test -Dbenchmark='$(or $(ONLY),.*)'

fuzz: ## fuzz each target for TIME, 150s if not told otherwise
	mvn -B -ntp -Pfuzz -pl inspection,process,edge-agent test -Dfuzz.time=$(or $(TIME),150s)

format: ## format the source
	mvn -q spotless:apply

check: ## what a clean checkout is checked with
	.ci/run

up: ## bring the scaled-out form up in containers
	docker compose up --build --wait

down: ## take it down; its volumes stay
	docker compose down
