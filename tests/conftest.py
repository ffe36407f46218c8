"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from pledgegraph.bootstrap import Service, open_service
from pledgegraph.settings import Settings

# No example is kept between runs: tests write nowhere but into their own folder.
settings.register_profile("house", database=None, deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the root folder of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def service() -> Service:
    """Return the service over everything that is shipped."""
    return open_service(Settings())
