"""What is measured, each in a process of its own: `python -m tests.bench.servers KIND FOLDER`.

`ours` opens the data once, says how long that took, times the matrix in process, and then serves
the real application twice: keeping answers, with one more route that answers the same bytes without
asking anything; and keeping none. `stock` serves the other implementation. Both print where.
"""

import asyncio
import json
import socket
import statistics
import sys
import time
from pathlib import Path
from typing import Any, Final

import orjson
import psutil
import uvicorn
from starlette.responses import Response
from starlette.routing import Route

from pledgegraph.bootstrap import Service, open_service
from pledgegraph.graphql.context import Context
from pledgegraph.graphql.execution import Executor
from pledgegraph.graphql.request import GraphQLRequest
from pledgegraph.graphql.schema import core_schema, create_schema
from pledgegraph.resources import Resources, find_resources
from pledgegraph.settings import Settings
from pledgegraph.store.files import load_files
from pledgegraph.web.app import create_app
from tests.bench.stock import create_stock_app

MATRIX: Final = """query Matrix($organisations: [String!]!) {
  comparison(organisations: $organisations) {
    rows(first: 20) {
      nodes {
        organisation { slug label }
        cells { identifier status counts { supports partlySupports contradicts } }
      }
    }
  }
}"""

_TIMES: Final = 50


def list_signatories() -> list[str]:
    """Return the slugs of the organisations that are shipped."""
    return sorted(path.stem for path in (find_resources().data / "organisations").glob("*.ttl"))


def _serve_ours(folder: Path) -> None:
    service = open_service(Settings(resources=folder))
    keeping = create_app(service, Settings())
    own = psutil.Process()
    told = {"start": time.time() - own.create_time(), "memory": own.memory_info().rss / 2**20}
    answer, told["in_process"] = _time_matrix(service)

    async def show(_: object) -> Response:
        return Response(answer, media_type="application/json")

    keeping.router.routes.insert(0, Route("/fixed", show))
    forgetting = create_app(service, Settings(cache_megabytes=0))
    _serve({"keeping": keeping, "forgetting": forgetting}, **told)


def _time_matrix(service: Service) -> tuple[bytes, float]:
    """Return the answer, and the milliseconds that it takes from the request to bytes."""
    executor = Executor(core_schema(create_schema()))
    context = Context(service.catalogue, cache_bytes=0)
    request = GraphQLRequest(MATRIX, variables={"organisations": list_signatories()})
    taken = []
    for _ in range(_TIMES):
        start = time.perf_counter()
        answer = orjson.dumps(executor.execute(request, context=context).result)
        taken.append(time.perf_counter() - start)
    return answer, statistics.median(taken) * 1_000


def _serve_stock(folder: Path) -> None:
    _serve({"stock": create_stock_app(load_files(Resources(folder)))})


def _serve(apps: dict[str, Any], **told: float) -> None:
    """Serve each of `apps` at a free port of its own, and print the ports after what is `told`."""
    sockets = {name: _bind() for name in apps}
    ports = {name: bound.getsockname()[1] for name, bound in sockets.items()}
    configs = {
        name: uvicorn.Config(app, log_level="critical", access_log=False, lifespan="off")
        for name, app in apps.items()
    }

    async def run() -> None:
        servers = {name: uvicorn.Server(config) for name, config in configs.items()}
        await asyncio.gather(*(s.serve(sockets=[sockets[name]]) for name, s in servers.items()))

    print(json.dumps({**ports, **told}), flush=True)
    # As uvicorn itself starts one: on the fastest loop there is.
    factory = next(iter(configs.values())).get_loop_factory()
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(run())


def _bind() -> socket.socket:
    bound = socket.socket()
    bound.bind(("127.0.0.1", 0))
    bound.listen(128)
    return bound


if __name__ == "__main__":
    {"ours": _serve_ours, "stock": _serve_stock}[sys.argv[1]](Path(sys.argv[2]))
