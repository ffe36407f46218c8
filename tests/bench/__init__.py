"""Benchmarks: `make bench`. Never timed tests: what they print is compared within one run."""
