"""The commands: serve, stats, agreement, validate, rules, query, schema, conformance, format.

Promises exit code 0 when done, 1 when a file was checked and found wanting, 2 when the command
could not do its work (or nothing was there to be checked); and then one line that says what to do.
The only module that knows uvicorn.
"""

import argparse
import errno
import io
import json
import os
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from pledgegraph import __version__
from pledgegraph.bootstrap import Service, open_dataset, open_service
from pledgegraph.errors import InvalidArgument, PledgegraphError, SettingsError
from pledgegraph.settings import ENGINES, Settings, create_settings

DONE: Final = 0
WANTING: Final = 1
FAILED: Final = 2

_SETTINGS: Final = ("resources", "host", "port", "engine")
_CODES: Final = {"passed": DONE, "not-passed": WANTING, "nothing-checked": FAILED}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    parsed = create_parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal without our letters shows others, and is no reason to stop.
            stream.reconfigure(errors="replace")
    try:
        given = {name: getattr(parsed, name, None) for name in _SETTINGS}
        settings = create_settings(os.environ, given=given)
        code: int = parsed.run(parsed, settings)
    except PledgegraphError as error:
        return _fail(str(error))
    except BrokenPipeError:
        # The reader of our output (head, say) has seen enough; that is no failure of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        problem = (error.strerror or str(error)).lower()
        return _fail(f"{place}{problem}; give a path that can be used.")
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # exit code 1 would say that a file was found wanting
        if sys.flags.dev_mode:
            raise
        return _fail(
            f"something went wrong that nobody foresaw ({type(error).__name__}), so there is no "
            "answer and no verdict; to see where, run python -X dev -m pledgegraph …"
        )
    return code


def _fail(problem: str) -> int:
    from pledgegraph.reports.printable import make_printable

    print(make_printable(f"pledgegraph: {problem}"), file=sys.stderr)
    return FAILED


def create_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line, each command with an example that works."""
    parser = argparse.ArgumentParser(
        prog="pledgegraph",
        description="What AI organisations promised in the Frontier AI Safety Commitments "
        "(AI Seoul Summit 2024), and what is on record about it.",
        epilog="Example:\n  pledgegraph query Q04",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"pledgegraph {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    add = _adder(commands)
    serve = add(
        "serve",
        _serve,
        "serve pages and GraphQL, and print the address",
        "pledgegraph serve --port 8080",
    )
    serve.add_argument("--host", help="address to listen on (default 127.0.0.1)")
    serve.add_argument("--port", help="port to listen on (default 8000; 0 takes a free one)")
    stats = add("stats", _stats, "print what the graph holds and its revision", "pledgegraph stats")
    _add_format(stats, "text", "json")
    agreement = add(
        "agreement",
        _agreement,
        "print how far two codings of the same evidence agree",
        "pledgegraph agreement",
    )
    agreement.description = (
        f"{agreement.description} Both are machine-assisted readings by data/CODEBOOK.md; what was "
        "settled afterwards is not counted."
    )
    _add_format(agreement, "text", "json")
    validate = add(
        "validate",
        _validate,
        "check Turtle and JSON-LD against the shapes: all findings in one run",
        "pledgegraph validate data/instrument/seoul-2024.ttl",
    )
    validate.description = (
        f"{validate.description} Exit code 0: passed; 1: there are violations; 2: no verdict, as "
        "when a file cannot be read, or when no shape is for anything in it."
    )
    validate.add_argument(
        "paths",
        nargs="*",
        type=_read_path,
        metavar="PATH",
        help="files of Turtle (.ttl) or JSON-LD (.jsonld, .json), or folders of them; without "
        "one, all of the ontology and the data that are shipped",
    )
    validate.add_argument(
        "--profile",
        default="record",
        help="how much is asked: record, commitment or full-commitments (default record)",
    )
    validate.add_argument(
        "--engine", help="SHACL engine that checks: turbo or reference (default turbo)"
    )
    _add_format(validate, "text", "json")
    rules = add(
        "rules",
        _rules,
        "print what files are checked for, or all that is told of one rule",
        "pledgegraph rules P-I.a",
    )
    rules.add_argument(
        "rule",
        nargs="?",
        metavar="ID",
        help="what a finding names, such as P-I.a or ThresholdShape; without one, all are told",
    )
    rules.add_argument(
        "--profile",
        help="only what is checked in it: record, commitment or full-commitments",
    )
    _add_format(rules, "text", "markdown", "html", "csv", "json")
    query = add(
        "query",
        _query,
        "answer a saved question, or a query in a file",
        "pledgegraph query Q05 --format csv",
    )
    query.add_argument(
        "question",
        nargs="?",
        metavar="NAME|FILE",
        help="name of a saved question, or a file ending in .rq (SPARQL SELECT) or .graphql; "
        "without one, the saved questions are listed; the answer of GraphQL is JSON",
    )
    query.add_argument(
        "--language",
        choices=("rq", "graphql"),
        default="rq",
        help="which form of a saved question to ask (default rq)",
    )
    _add_format(query, "table", "csv", "json")
    add(
        "schema",
        _schema,
        "print the GraphQL schema",
        "pledgegraph schema > schema.graphql",
        reads=False,
    )
    conformance = add(
        "conformance",
        _conformance,
        "run the W3C's test suite for SHACL on the engines that check records here",
        "pledgegraph conformance shacl ../data-shapes/data-shapes-test-suite",
        reads=False,
    )
    conformance.description = (
        f"{conformance.description} Nothing is fetched: docs/conformance.md says how to get it. "
        "Exit code 0: all passed but those known to fail; 1: another did not; 2: it was not run."
    )
    conformance.add_argument("suite", choices=("shacl",), help="the suite: shacl")
    conformance.add_argument(
        "folder", type=_read_path, metavar="FOLDER", help="where its manifest.ttl is, or its tests"
    )
    conformance.add_argument(
        "--engine", choices=ENGINES, help=f"which engine to run it on (default {ENGINES[0]})"
    )
    conformance.add_argument(
        "--against", choices=ENGINES, help="tell as well where this engine answers otherwise"
    )
    _add_format(conformance, "text", "json")
    formatting = add(
        "format",
        _format,
        "bring Turtle files into their canonical form",
        "pledgegraph format --check data",
        reads=False,
    )
    formatting.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="Turtle files, or folders of them"
    )
    formatting.add_argument(
        "--check", action="store_true", help="change nothing; exit with 1 if a file would change"
    )
    return parser


def _adder(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> Callable[..., argparse.ArgumentParser]:
    def add(
        name: str, run: Callable[..., int], summary: str, example: str, *, reads: bool = True
    ) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = commands.add_parser(
            name,
            help=summary,
            description=summary[0].upper() + summary[1:] + ".",
            epilog=f"Example:\n  {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        parser.set_defaults(run=run)
        if reads:
            parser.add_argument(
                "--resources", metavar="FOLDER", help="folder with ontology/, shapes/ and data/"
            )
        return parser

    return add


def _read_path(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("it is empty; give a file or a folder")
    return Path(text)


def _add_format(parser: argparse.ArgumentParser, *choices: str) -> None:
    parser.add_argument(
        "--format", choices=choices, default=choices[0], help=f"default {choices[0]}"
    )


# Each command imports what it needs: `stats` should not wait for SHACL, nor `schema` for a server.


def _serve(_parsed: argparse.Namespace, settings: Settings) -> int:
    import uvicorn

    from pledgegraph.web.app import create_app

    service = open_service(settings)
    app = create_app(service, settings)
    listener = _listen(settings)
    host, port = listener.getsockname()[:2]
    name = f"[{host}]" if ":" in host else host
    print(f"Pledgegraph serves revision {service.catalogue.revision} at http://{name}:{port}/")
    print("Stop it with Ctrl-C.", flush=True)
    config = uvicorn.Config(app, log_level="warning", lifespan="off")
    uvicorn.Server(config).run(sockets=[listener])
    return DONE


def _listen(settings: Settings) -> socket.socket:
    listener = None
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        # A port that was served a moment ago is free, whatever its last connections are doing.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(2048)
    except OSError as error:
        if listener is not None:
            listener.close()
        is_port = error.errno in (errno.EADDRINUSE, errno.EACCES)
        raise SettingsError(
            setting="port" if is_port else "host",
            problem=f"{settings.host} port {settings.port} cannot be used "
            f"({(error.strerror or str(error)).lower()})",
            remedy="give another with --port, or --port 0 for any that is free"
            if is_port
            else "give an address of this machine with --host, such as 127.0.0.1",
        ) from error
    return listener


def _stats(parsed: argparse.Namespace, settings: Settings) -> int:
    from pledgegraph.reports.stats import count_dataset, format_counts

    service = open_service(settings)
    counts = count_dataset(service.files, service.store, service.catalogue)
    if parsed.format == "json":
        print(json.dumps(counts, indent=2))
    else:
        print(format_counts(counts))
    return DONE


def _agreement(parsed: argparse.Namespace, settings: Settings) -> int:
    from pledgegraph.reports.agreement import agreement_json, format_agreement

    found = open_service(settings).catalogue.measure_agreement()
    if parsed.format == "json":
        print(json.dumps(agreement_json(found), ensure_ascii=False, indent=2))
    else:
        print(format_agreement(found))
    return DONE


def _query(parsed: argparse.Namespace, settings: Settings) -> int:
    from pledgegraph.questions import list_questions
    from pledgegraph.reports.rows import format_rows

    if parsed.question is None:
        listed = ((q.name, q.language, q.title) for q in list_questions())
        print(format_rows(("name", "language", "question"), tuple(listed), style=parsed.format))
        return DONE
    language, query = _find_query(parsed.question, parsed.language)
    service = open_service(settings)
    if language == "graphql":
        return _ask(service, query, settings)
    # The engine does not listen for Ctrl-C while it works, so the system has to.
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        answer = service.store.select(query)
    finally:
        signal.signal(signal.SIGINT, before)
    print(format_rows(answer.variables, answer.rows, style=parsed.format))
    return DONE


def _find_query(name: str, language: str) -> tuple[str, str]:
    from pledgegraph.questions import get_question

    path = Path(name)
    if path.suffix in (".rq", ".graphql"):
        return path.suffix[1:], _read_text(path)
    return language, get_question(name, language=language).query


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidArgument(
            argument=str(path),
            problem=f"the file cannot be read ({getattr(error, 'strerror', None) or error})",
            expected="a readable text file in UTF-8",
        ) from error


def _ask(service: Service, query: str, settings: Settings) -> int:
    from pledgegraph.graphql.context import Context
    from pledgegraph.graphql.execution import Executor
    from pledgegraph.graphql.request import GraphQLRequest
    from pledgegraph.graphql.schema import core_schema, create_schema
    from pledgegraph.validation.in_process import InProcess

    executor = Executor(core_schema(create_schema()))
    checks = InProcess(service.store, service.files, engine=settings.engine)
    context = Context(service.catalogue, checks=checks)
    answer = executor.execute(GraphQLRequest(query), context=context)
    print(json.dumps(answer.result, ensure_ascii=False, indent=2))
    for error in answer.result.get("errors", ()):
        print(f"pledgegraph: {error['message']}", file=sys.stderr)
    return DONE if answer.code is None else FAILED


def _validate(parsed: argparse.Namespace, settings: Settings) -> int:
    from pledgegraph.reports.text import format_report, report_json
    from pledgegraph.validation.checks import validate_dataset, validate_files
    from pledgegraph.validation.context import Context
    from pledgegraph.validation.engines import get_engine
    from pledgegraph.validation.given import load_given
    from pledgegraph.validation.profiles import parse_profile
    from pledgegraph.validation.shapes import ShapeSet

    profile = parse_profile(parsed.profile)
    dataset = open_dataset(settings)
    context = Context.from_store(
        dataset.store, ShapeSet.from_files(dataset.files), engine=get_engine(settings.engine)
    )
    if parsed.paths:
        report = validate_files(load_given(parsed.paths), context=context, profile=profile)
    else:
        report = validate_dataset(context, files=dataset.files, profile=profile)
    if parsed.format == "json":
        print(json.dumps(report_json(report), ensure_ascii=False, indent=2))
    else:
        print(format_report(report))
    return _CODES[report.verdict]


def _rules(parsed: argparse.Namespace, settings: Settings) -> int:
    from pledgegraph.catalogue import RuleFilter
    from pledgegraph.reports.rules import create_sheet, format_rules

    catalogue = open_service(settings).catalogue
    profiles = None if parsed.profile is None else (parsed.profile,)
    found = catalogue.list_rules(RuleFilter(profiles=profiles))
    is_list = parsed.rule is None
    if not is_list:
        found = (catalogue.get_rule(parsed.rule),)
    has_examples = not is_list or parsed.format != "text"
    sheets = [create_sheet(catalogue, rule, has_examples=has_examples) for rule in found]
    version = catalogue.shapes_version
    print(format_rules(sheets, parsed.format, version=version, is_list=is_list), end="")
    return DONE


def _conformance(parsed: argparse.Namespace, settings: Settings) -> int:
    from pledgegraph.reports.conformance import conformance_json, format_conformance
    from pledgegraph.validation.conformance import load_suite, run_suite
    from pledgegraph.validation.engines import get_engine

    suite = load_suite(parsed.folder)
    run = run_suite(suite, get_engine(settings.engine))
    against = run_suite(suite, get_engine(parsed.against)) if parsed.against else None
    if parsed.format == "json":
        print(json.dumps(conformance_json(run, against=against), ensure_ascii=False, indent=2))
    else:
        print(format_conformance(run, against=against))
    return WANTING if run.misses else DONE


def _schema(_parsed: argparse.Namespace, _settings: Settings) -> int:
    from pledgegraph.graphql.schema import create_schema, format_schema

    print(format_schema(create_schema()), end="")
    return DONE


def _format(parsed: argparse.Namespace, _settings: Settings) -> int:
    from pledgegraph.publishing.turtle import format_file, list_unformatted

    unformatted = [path for root in parsed.paths for path in list_unformatted(root)]
    for path in unformatted:
        if not parsed.check:
            path.write_text(format_file(path), encoding="utf-8")
        print(f"{'would change' if parsed.check else 'changed'} {path}")
    if unformatted and parsed.check:
        print("Bring them into form with: pledgegraph format PATH…", file=sys.stderr)
        return WANTING
    return DONE


if __name__ == "__main__":
    sys.exit(main())
