"""A GraphQL request read from HTTP: the parameters of a URL, or a JSON body.

Follows https://graphql.github.io/graphql-over-http/draft/#sec-Request. Promises that a body is
never read further than it may be long, and that what cannot be taken is refused with a code for the
reason. Must not know any schema.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qsl

import orjson
from starlette.requests import Request

from pledgegraph.errors import InvalidRequest, LimitExceeded
from pledgegraph.graphql.request import GraphQLRequest

BAD_REQUEST: Final = "BAD_REQUEST"
NOT_SUPPORTED: Final = "DOCUMENT_ID_NOT_SUPPORTED"
UNSUPPORTED: Final = "UNSUPPORTED_MEDIA_TYPE"

_EXAMPLE: Final = "a document in the parameter query, such as ?query={__typename}"


async def read_request(request: Request, *, max_bytes: int) -> GraphQLRequest:
    """Return what a GET, HEAD or POST request asks; `max_bytes` bounds its URL query or body.

    Raises:
        InvalidRequest: it is of another media type, or no GraphQL request.
        LimitExceeded: the URL or the body is longer than `max_bytes`.
    """
    if request.method != "POST":
        return _read_parameters(_parse_url(request, max_bytes))
    _check_media_type(request)
    return _read_parameters(_parse_body(await _read_body(request, max_bytes)))
