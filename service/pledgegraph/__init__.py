"""Pledgegraph: what AI organisations promised, and what is on record about it.

The package holds the floors described in CONTRIBUTING.md; an import goes only downwards.
"""

from typing import Final

__version__: Final = "0.1.0"
