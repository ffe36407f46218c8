"""What a deployment may set: one frozen value, made by one function from the environment given.

Promises that nothing is read from the environment at import, that an unknown or wrong setting is
one error saying what to do, and that every setting is documented where it is declared.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final
from urllib.parse import SplitResult, urlsplit

from pledgegraph.errors import SettingsError

PREFIX: Final = "PLEDGEGRAPH_"
ENGINES: Final = ("turbo", "reference")

_MOST_DIGITS: Final = 9
_MAIL: Final = re.compile(r"mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def count_cores() -> int:
    """Return how many processes can be at work at the same time."""
    # A container may have fewer than its machine; not every system can tell.
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Settings:
    """How the service runs. Each field is the environment variable `PLEDGEGRAPH_{FIELD}`."""

    host: str = field(
        default="127.0.0.1", metadata={"help": "address to listen on: an IP address or localhost"}
    )
    port: int = field(default=8000, metadata={"help": "port to listen on; 0 takes a free one"})
    resources: Path | None = field(
        default=None,
        metadata={"help": "folder with ontology/, shapes/ and data/ instead of the packaged one"},
    )
    cache_megabytes: int = field(
        default=32,
        metadata={
            "help": "memory for kept answers of GraphQL, as much for kept pages, for kept lists, "
            "for kept reports on versions and for whole responses; 0 keeps none"
        },
    )
    max_body_kilobytes: int = field(
        default=100, metadata={"help": "size of the largest request body that is read"}
    )
    engine: str = field(
        default=ENGINES[0],
        metadata={"help": "SHACL engine that checks files: turbo, or reference (pySHACL)"},
    )
    validation_workers: int = field(
        default_factory=lambda: min(count_cores(), 2),
        metadata={
            "help": "how many files that are sent are checked at a time, each in a process of its "
            "own; at most as many as there are cores (without it 2)"
        },
    )
    base_url: str | None = field(
        default=None,
        metadata={"help": "address at which readers reach the service, for citations"},
    )
    report_to: str | None = field(
        default=None,
        metadata={"help": "where pages say to report a problem: a mailto: or https: address"},
    )


def create_settings(
    environment: Mapping[str, str], *, given: Mapping[str, str | None] | None = None
) -> Settings:
    """Return the settings: what is `given` by name (None: not given), else the environment's.

    Raises:
        SettingsError: a variable with our prefix is no setting, or a value cannot be used.
    """
    known = {f.name: f for f in fields(Settings)}
    variables = {PREFIX + name.upper() for name in known}
    unknown = [
        name for name in environment if name.upper().startswith(PREFIX) and name not in variables
    ]
    if unknown:
        raise SettingsError(
            setting=min(unknown),
            problem="there is no such setting",
            remedy="unset it, or use one of " + ", ".join(PREFIX + n.upper() for n in known),
        )
    values: dict[str, Any] = {}
    for name in known:
        variable = PREFIX + name.upper()
        option = (given or {}).get(name)
        if option is not None:
            values[name] = _READ[name](f"--{name.replace('_', '-')}", option)
        elif variable in environment:
            values[name] = _READ[name](variable, environment[variable])
    return Settings(**values)


def _read_host(name: str, text: str) -> str:
    if text != "localhost":
        try:
            ip_address(text)
        except ValueError as error:
            raise SettingsError(
                setting=name,
                problem=f"“{text}” is no address to listen on",
                remedy="give an IP address such as 127.0.0.1, ::1 or 0.0.0.0, or localhost",
            ) from error
    return text


def _read_number(name: str, text: str, *, least: int, most: int) -> int:
    # int() would also take "1_000" and " 8000 "; a setting is digits.
    digits = text if text.isascii() and text.isdigit() else ""
    # Ten digits are over every limit here, and thousands are slow to read.
    if not digits or len(digits) > _MOST_DIGITS or not least <= int(digits) <= most:
        raise SettingsError(
            setting=name,
            problem=f"“{text}” is no whole number from {least} to {most}",
            remedy="give such a number",
        )
    return int(digits)


def _read_workers(name: str, text: str) -> int:
    return _read_number(name, text, least=1, most=count_cores())


def _read_engine(name: str, text: str) -> str:
    if text not in ENGINES:
        raise SettingsError(
            setting=name,
            problem=f"there is no engine “{text}”",
            remedy=f"give one of {', '.join(ENGINES)}",
        )
    return text


def _read_folder(name: str, text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise SettingsError(
            setting=name,
            problem=f"“{text}” is no folder that can be read",
            remedy="give a folder that holds ontology/, shapes/ and data/",
        )
    return path


def _read_base_url(name: str, text: str) -> str:
    parts = _split_address(text)
    if parts is None or parts.scheme not in {"http", "https"} or parts.query or parts.fragment:
        raise SettingsError(
            setting=name,
            problem=f"“{text}” is no web address to build others on",
            remedy="give one such as https://pledges.example.org, without a query",
        )
    return text.rstrip("/")


def _read_contact(name: str, text: str) -> str:
    parts = _split_address(text)
    is_mail = bool(_MAIL.fullmatch(text))
    if not is_mail and (parts is None or parts.scheme != "https"):
        raise SettingsError(
            setting=name,
            problem=f"“{text}” is nowhere to report to",
            remedy="give mailto: and one mail address, or a web address that begins with https:",
        )
    return text


def _split_address(text: str) -> SplitResult | None:
    """Return the parts of a web address, None when it is none."""
    if not text.isascii() or not text.isprintable() or any(mark in text for mark in ' "<>\\'):
        return None
    try:
        parts = urlsplit(text)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    return parts if has_host and "@" not in parts.netloc else None


_READ: Final[Mapping[str, Callable[[str, str], object]]] = {
    "host": _read_host,
    "port": partial(_read_number, least=0, most=65_535),
    "resources": _read_folder,
    "cache_megabytes": partial(_read_number, least=0, most=4_096),
    "max_body_kilobytes": partial(_read_number, least=1, most=10_240),
    "engine": _read_engine,
    "validation_workers": _read_workers,
    "base_url": _read_base_url,
    "report_to": _read_contact,
}
