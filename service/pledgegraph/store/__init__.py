"""The store: files in, graphs and answers out.

`port` says what a store promises, `embedded` keeps that promise in memory, `files` reads what is
packaged and `parsing` makes quads of it, with `json_ld` before it. `guard` refuses SPARQL text and
`limits` files that must not reach an engine; `term` holds the values. Nothing above this floor
knows which engine answers.
"""
