"""GraphQL: types over frozen records, lists as connections, and our own execution.

Resolvers ask the catalogue one question each. Not to be confused with `graphql`, the library.
"""
