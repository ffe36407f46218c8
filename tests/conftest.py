"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from pledgegraph.bootstrap import Service, open_service
from pledgegraph.settings import Settings


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the root folder of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def service() -> Service:
    """Return the service over everything that is shipped."""
    return open_service(Settings())
