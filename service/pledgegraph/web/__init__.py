"""The web: pages, data at the same addresses, GraphQL over HTTP, problems."""
