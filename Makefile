.PHONY: help oracle

help: ## this list
	@grep -hE '^[a-z][a-z-]*:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

oracle: ## renew the echoes of psql that the cutting of scripts is compared with (needs psql and a server)
	core/src/test/golden/psql/renew
