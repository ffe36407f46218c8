"""SHACL over given files or over everything that is shipped, reported as findings.

`checks` is where to begin: it checks, beside a `context` that is kept warm, with one of the
`engines`, and `worker` has it done in processes of their own. rdflib and the engines stay on this
floor; pyoxigraph does not come here. Loads nothing by itself: findings and profiles are read where
no engine is needed.
"""
