"""What leaves the house: the graph as files, written so that anybody can read and compare them.

Promises that the same graph gives the same bytes. Must not import the read model, GraphQL or the
web: it writes triples, whoever asks for them.
"""
