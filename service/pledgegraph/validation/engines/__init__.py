"""The SHACL engines, behind one port: the reference, and one that is many times as fast.

Promises that what an engine answers is plain results of one form, that an engine which fails raises
(a failure never looks like a verdict), and that neither fetches, imports or infers anything. Each
library is known to one module: pySHACL to `reference`, pyshacl-turbo and rdflib-turbo to `turbo`.
"""

from collections.abc import Mapping
from typing import Final

from pledgegraph.errors import InvalidArgument
from pledgegraph.validation.engines.port import Engine, Program, Result

__all__ = ["TITLES", "Engine", "Program", "Result", "get_engine"]

TITLES: Final[Mapping[str, str]] = {"turbo": "pyshacl-turbo", "reference": "pySHACL"}
"""What each engine calls itself, by the name that it is chosen by."""


def get_engine(name: str) -> Engine:
    """Return the engine `name`, which is loaded now.

    Raises:
        InvalidArgument: there is none of that name.
    """
    if name == "reference":
        from pledgegraph.validation.engines.reference import ReferenceEngine

        return ReferenceEngine()
    if name == "turbo":
        from pledgegraph.validation.engines.turbo import TurboEngine

        return TurboEngine()
    raise InvalidArgument(
        argument="engine", problem=f"there is none called “{name}”", expected=" or ".join(TITLES)
    )
