# What one can do here; "make" alone lists it.
.DEFAULT_GOAL := help
.PHONY: help build demo test format check up down

help: ## list what one can do
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

build: ## make the three runnable jars
	mvn -q -Dmaven.test.skip package

demo: build ## run a hub, an edge, customs, a platform and a stream of scans
	java -jar device-sim/target/device-sim.jar demo

test: ## run all tests
	mvn -B -ntp verify

format: ## format the source
	mvn -q spotless:apply

check: ## what a clean checkout is checked with
	.ci/run

up: ## bring the scaled-out form up in containers
	docker compose up --build --wait

down: ## take it down; its volumes stay
	docker compose down
