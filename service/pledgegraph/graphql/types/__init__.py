"""The object types of the schema: what a client sees of each record.

A field is the record's attribute of that name, or asks the catalogue one question. No SPARQL, no
computation. There is a module for each subject, as in `model`.
"""
