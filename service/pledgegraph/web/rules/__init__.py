"""The pages of rules: all that a file is checked for, and each rule with words and examples.

Promises that every word stands in the shapes or in the commitments, so that no page can say other
than what is checked, and that a severity is told of a file and never of an organisation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import ProvisionFilter, RuleFilter, StatementFilter
from pledgegraph.model import SEOUL, Provision, Rule, Statement
from pledgegraph.reports.rules import COLUMNS, RuleSheet, create_sheet, format_markdown
from pledgegraph.reports.rules.sheets import count_rules, name_subject
from pledgegraph.severity import Severity
from pledgegraph.web.forms import CSV, HTML, JSON, TABLE_FORMATS, TURTLE
from pledgegraph.web.rendering import Renderer, load_document
from pledgegraph.web.rules.listing import group_rules, split_terms
from pledgegraph.web.spreadsheet import Columns, format_csv
from pledgegraph.web.state import Kind, PageState, Parameter
from pledgegraph.web.stateful import StatefulPage

MARKDOWN: Final = "text/markdown"
FORMATS: Final = {**TABLE_FORMATS, "md": MARKDOWN}

TABLE: Final[Columns[RuleSheet]] = (*COLUMNS, ("page", lambda s: get_rule_address(s.rule)))

_LIST: Final = "/rules"


def get_rule_address(rule: Rule) -> str:
    """Return the address of the page of `rule`."""
    return f"{_LIST}/{rule.identifier}"


@dataclass(frozen=True, slots=True)
class RulePages:
    """The pages in each of their forms."""

    service: Service
    renderer: Renderer

    # --- all rules -------------------------------------------------------------------------

    def show_list(self, state: PageState, form: str) -> bytes:
        """Return the page of all rules in `form`, a media type.

        Raises:
            InvalidArgument: the statement or provision that should ask for them is unknown.
        """
        catalogue = self.service.catalogue
        wanted = self._read_filter(state)
        found = catalogue.list_rules(wanted)
        variables = _list_variables(wanted)
        if form == JSON:
            return self._answer_all(variables)
        if form != HTML:
            return self._show_data(found, form)
        return self.renderer.render(
            "rules.html",
            state=state,
            title=self.name_list(state),
            groups=group_rules(catalogue, found),
            count=count_rules(found),
            total=len(catalogue.rules),
            is_filtered=bool(variables),
            profiles=catalogue.profiles,
            severities=tuple(Severity),
            subjects=catalogue.rule_subjects,
            askers=self._list_askers(),
            name_subject=name_subject,
            version=catalogue.shapes_version or "unversioned",
            document=load_document("rules").strip(),
            variables=variables,
        )

    def name_list(self, state: PageState) -> str:
        """Return what the page of all rules is called."""
        asker = state.find_value("requirement")
        return f"Rules: what {asker} asks for" if asker else "Rules: what a file is checked for"

    # --- one rule --------------------------------------------------------------------------

    def show_rule(self, state: PageState, form: str) -> bytes:
        """Return the page of one rule in `form`, a media type.

        Raises:
            NotFound: there is no such rule; with the nearest three.
        """
        catalogue = self.service.catalogue
        rule = catalogue.get_rule(state.name)
        variables = {"id": rule.identifier}
        if form == JSON:
            return self.renderer.answer("rule", variables)
        if form != HTML:
            return self._show_data([rule], form, is_list=False)
        return self.renderer.render(
            "rule.html",
            state=state,
            title=self.name_rule(state),
            sheet=create_sheet(catalogue, rule),
            source=catalogue.get_source_of_rules([rule]),
            name_subject=name_subject,
            split_terms=split_terms,
            find=catalogue.find_node,
            document=load_document("rule").strip(),
            variables=variables,
        )

    def name_rule(self, state: PageState) -> str:
        """Return what the page of a rule is called.

        Raises:
            NotFound: there is no such rule; with the nearest three.
        """
        rule = self.service.catalogue.get_rule(state.name)
        return f"{rule.identifier}: {rule.name}"

    # --- inside ----------------------------------------------------------------------------

    def _show_data(self, rules: Iterable[Rule], form: str, *, is_list: bool = True) -> bytes:
        catalogue = self.service.catalogue
        if form == TURTLE:
            return catalogue.get_source_of_rules(rules).encode()
        sheets = [create_sheet(catalogue, rule) for rule in rules]
        if form == CSV:
            return format_csv(TABLE, sheets).encode()
        version = catalogue.shapes_version
        return format_markdown(sheets, version=version, is_list=is_list).encode()

    def _answer_all(self, variables: Mapping[str, object]) -> bytes:
        """Return the answer of the document behind the list, its pages put together."""
        answer = orjson.loads(self.renderer.answer("rules", variables))
        rules = answer["rules"]
        while rules["pageInfo"]["hasNextPage"]:
            given = {**variables, "after": rules["pageInfo"]["endCursor"]}
            more = orjson.loads(self.renderer.answer("rules", given))["rules"]
            rules["nodes"] += more["nodes"]
            rules["pageInfo"] = more["pageInfo"]
        return orjson.dumps(answer, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)

    def _read_filter(self, state: PageState) -> RuleFilter:
        catalogue = self.service.catalogue
        asker = state.find_value("requirement")
        provisions = {p.identifier for p in catalogue.provisions}
        is_provision = asker in provisions
        return RuleFilter(
            profiles=state.list_values("profile") or None,
            severities=tuple(map(Severity, state.list_values("severity"))) or None,
            subjects=state.list_values("subject") or None,
            requirements=None if asker is None or is_provision else (asker,),
            provisions=(asker,) if asker is not None and is_provision else None,
            text=state.find_value("text"),
        )

    def _list_askers(self) -> list[tuple[Provision, list[Statement]]]:
        """Return the provisions that have rules, each with its statements that have some."""
        catalogue = self.service.catalogue
        wanted = StatementFilter(instrument=SEOUL)
        asking = [s for s in catalogue.list_statements(wanted) if catalogue.list_rules_of(s)]
        found = (
            (p, [s for s in asking if s.provision == p.iri])
            for p in catalogue.list_provisions(ProvisionFilter(instrument=SEOUL))
        )
        return [(provision, statements) for provision, statements in found if statements]


def create_rule_pages(service: Service, renderer: Renderer) -> tuple[StatefulPage, ...]:
    """Return the page of all rules and the page of each, over `service`."""
    pages = RulePages(service, renderer)
    catalogue = service.catalogue
    parameters = (
        Parameter("profile", Kind.NAME, choices=tuple(p.token for p in catalogue.profiles)),
        Parameter("severity", Kind.NAMES, choices=tuple(Severity)),
        Parameter("subject", Kind.NAMES, choices=catalogue.rule_subjects),
        Parameter("requirement", Kind.NAME),
        Parameter("text", Kind.TEXT),
    )
    return (
        StatefulPage(_LIST, pages.show_list, pages.name_list, parameters, FORMATS),
        StatefulPage(f"{_LIST}/{{name}}", pages.show_rule, pages.name_rule, (), FORMATS),
    )


def show_shapes(service: Service) -> bytes:
    """Return every shape as it is written: the files, one after the other, in Turtle."""
    files = (file for file in service.files if file.name.startswith("shapes/"))
    return b"\n".join(file.content for file in files)


def _list_variables(wanted: RuleFilter) -> dict[str, Any]:
    """Return what the GraphQL document behind the list is asked with."""
    severities = wanted.severities
    given = {
        "profile": wanted.profiles,
        "severity": None if severities is None else [s.name for s in severities],
        "subject": wanted.subjects,
        "requirement": wanted.requirements,
        "provision": wanted.provisions,
        "text": wanted.text,
    }
    return {
        name: value if isinstance(value, str) else list(value)
        for name, value in given.items()
        if value is not None
    }
