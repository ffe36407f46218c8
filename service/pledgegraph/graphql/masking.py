"""Errors as a client sees them: each with a code, none with what is only ours to know.

Our own errors keep message, code and fields. What GraphQL itself finds wrong keeps its message.
Anything else is a fault of this service: the client learns that there was one, the log which.
"""

import logging
from collections.abc import Iterable
from typing import Final

from graphql import GraphQLError
from graphql.validation.rules.max_introspection_depth_rule import MAX_LIST_DEPTH

from pledgegraph.errors import PledgegraphError

INTERNAL: Final = "INTERNAL"
UNEXPECTED: Final = "Unexpected error."

# A broken resolver under a long list is one fault, and need not fill the log.
_MOST_LOGGED: Final = 5

_log = logging.getLogger(__name__)


def mask_errors(errors: Iterable[GraphQLError]) -> list[GraphQLError]:
    """Return the errors of an execution as a client may see them; log those that are faults."""
    masked: list[GraphQLError] = []
    faults = 0
    for error in errors:
        cause = _find_cause(error)
        if isinstance(cause, PledgegraphError):
            masked.append(_retell(error, cause.message, {"code": cause.code, **cause.fields}))
        elif cause is None:
            masked.append(give_code(error, "EXECUTION_FAILED"))
        else:
            faults += 1
            if faults <= _MOST_LOGGED:
                _log.error("A resolver failed at %s", error.path, exc_info=cause)
            masked.append(_retell(error, UNEXPECTED, {"code": INTERNAL}))
    if faults > _MOST_LOGGED:
        _log.error("%d further resolvers of the same request failed", faults - _MOST_LOGGED)
    return masked


def give_code(error: GraphQLError, code: str) -> GraphQLError:
    """Return what GraphQL itself found wrong, with its message and places, and a code."""
    return _retell(error, error.message, {"code": code})


def name_problem(problem: GraphQLError) -> GraphQLError:
    """Return what validation found wrong, with its code; a limit has its number too."""
    # The rule has no class of error of its own, so its sentence tells.
    if problem.message == "Maximum introspection depth exceeded":
        extensions: dict[str, object] = {
            "code": "INTROSPECTION_DEPTH_LIMIT_EXCEEDED",
            "limit": "introspection-depth",
            "maximum": MAX_LIST_DEPTH,
        }
        remedy = f"{problem.message}: lists of types may nest {MAX_LIST_DEPTH} deep"
        return _retell(problem, remedy, extensions)
    return give_code(problem, "VALIDATION_FAILED")


def describe_error(error: PledgegraphError) -> GraphQLError:
    """Return one of our errors as an error of a whole request."""
    return GraphQLError(error.message, extensions={"code": error.code, **error.fields})


def _find_cause(error: GraphQLError) -> Exception | None:
    # The library wraps its own errors once more to give them their place.
    cause: Exception | None = error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    return cause


def _retell(error: GraphQLError, message: str, extensions: dict[str, object]) -> GraphQLError:
    return GraphQLError(
        message, error.nodes, error.source, error.positions, error.path, extensions=extensions
    )
