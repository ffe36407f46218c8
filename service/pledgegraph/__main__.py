"""`python -m pledgegraph`: the same as the command `pledgegraph`."""

import sys

from pledgegraph.cli import main

if __name__ == "__main__":
    sys.exit(main())
