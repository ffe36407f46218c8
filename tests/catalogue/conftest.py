"""The catalogue over what is shipped."""

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue


@pytest.fixture
def catalogue(service: Service) -> Catalogue:
    """Return the catalogue over everything that is shipped."""
    return service.catalogue
