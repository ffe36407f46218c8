"""The pages of the signatories: all of them in one table, and each with what is on record.

Each answers as HTML, JSON, CSV and Turtle. Promises that a number never stands for a verdict: what
is counted is named, and what was not found is not told as not done.
"""

import json
from collections import Counter
from dataclasses import dataclass
from functools import partial

from pledgegraph.bootstrap import Service
from pledgegraph.errors import NotFound
from pledgegraph.model import Organisation
from pledgegraph.web.anchors import address_of, anchor_of
from pledgegraph.web.forms import CSV, JSON, TURTLE
from pledgegraph.web.organisations.assessments import describe_bounds, name_party, name_test
from pledgegraph.web.organisations.dossier import Dossier, create_dossier
from pledgegraph.web.organisations.frameworks import name_version
from pledgegraph.web.organisations.subjects import list_subjects, list_subjects_of_all
from pledgegraph.web.organisations.tables import ORGANISATIONS, TABLES
from pledgegraph.web.organisations.thresholds import format_quantity
from pledgegraph.web.rendering import Renderer, load_document
from pledgegraph.web.spreadsheet import format_csv
from pledgegraph.web.turtle import describe_subjects


@dataclass(frozen=True, slots=True)
class OrganisationPages:
    """The pages of the signatories of `instrument`, each in each of its forms."""

    service: Service
    renderer: Renderer
    instrument: str

    def show_list(self, form: str) -> bytes:
        """Return the page of all organisations in `form`, a media type."""
        organisations = self.service.catalogue.organisations
        if form == JSON:
            return self.renderer.answer("organisations", {})
        dossiers = [self._open(organisation) for organisation in organisations]
        if form == TURTLE:
            return describe_subjects(self.service.store, list_subjects_of_all(dossiers))
        if form == CSV:
            return format_csv(ORGANISATIONS, dossiers).encode()
        cohorts = Counter(o.endorsement.cohort for o in organisations)
        return self.renderer.render(
            "organisations.html",
            dossiers=dossiers,
            cohorts=sorted(cohorts.items(), key=lambda item: item[0].position),
            known_to=self._find_known_to(),
            document=load_document("organisations").strip(),
        )

    def show_organisation(self, slug: str, form: str) -> bytes:
        """Return the page of one organisation in `form`, a media type.

        Raises:
            NotFound: there is no such organisation; with the nearest slugs.
        """
        organisation = self.service.catalogue.get_organisation(slug)
        variables = {"organisation": slug}
        if form == JSON:
            return self.renderer.answer("organisation", variables)
        if form == CSV:
            return self.show_table(slug, "evidence")
        dossier = self._open(organisation)
        if form == TURTLE:
            return describe_subjects(self.service.store, list_subjects(dossier))
        return self.renderer.render(
            "organisation.html",
            d=dossier,
            o=organisation,
            tables=TABLES,
            address_of=address_of,
            anchor=partial(anchor_of, slug=slug),
            format_quantity=format_quantity,
            find=self.service.catalogue.find_node,
            name_version=name_version,
            name_test=name_test,
            name_party=name_party,
            describe_bounds=describe_bounds,
            known_to=self._find_known_to(),
            document=load_document("organisation").strip(),
            variables=json.dumps(variables),
        )

    def show_table(self, slug: str, table: str) -> bytes:
        """Return one of `TABLES` about an organisation, as CSV.

        Raises:
            NotFound: there is no such organisation or table; with the nearest names.
        """
        organisation = self.service.catalogue.get_organisation(slug)
        if table not in TABLES:
            raise NotFound(kind="table", given=table, nearest=tuple(TABLES))
        return TABLES[table](self._open(organisation)).encode()

    def _open(self, organisation: Organisation) -> Dossier:
        return create_dossier(self.service.catalogue, organisation, self.instrument)

    def _find_known_to(self) -> str | None:
        dataset = self.service.catalogue.dataset
        return None if dataset is None else dataset.known_to.isoformat()
