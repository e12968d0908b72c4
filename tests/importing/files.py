"""A project with a few records, and files to import into it."""

from pathlib import Path

from generator.checks.rules import Context
from generator.importing.formats import Source, read_sources
from generator.importing.mapping import ColumnMapping
from generator.importing.plan import Plan, Planner
from generator.model.dates import parse_date
from generator.project import Project
from generator.register import load_register
from generator.territory import Territory
from tests.sites import TODAY

HEADER = (
    "type,nom,gestionnaire_nom,resume,contact_telephone,sources_url,"
    "lieu_code_postal,lieu_commune,lieu_code_insee"
)
ROW = (
    "mediation_familiale,Médiation de l'essai,Association Essai,Un médiateur vous aide à vous "
    "parler.,01 99 00 12 34,https://essai.example/,35000,Rennes,35238"
)


class Import:
    """Imports files into the project at ``root``, whose records may be none."""

    def __init__(self, root: Path, territory: Territory) -> None:
        (root / "pelicanconf.py").touch()
        (root / "data" / "services").mkdir(parents=True, exist_ok=True)
        self.root = root
        self.territory = territory
        self.project = Project.find(root, fictional=True)

    def plan(
        self,
        *files: tuple[str, bytes],
        form: str = "",
        mapping: ColumnMapping | None = None,
        activity: str = "",
        source: str = "",
    ) -> Plan:
        """What importing the files would do."""
        context = Context(self.territory, parse_date(TODAY), fictional=True)
        planner = Planner(self.project, context, load_register(self.root))
        sources = [Source(name, content) for name, content in files]
        reading = read_sources(sources, form, mapping, self.territory, planner.ids)
        return planner.plan(reading, activity, source)

    def table(self, *rows: str, header: str = HEADER, **options: str) -> Plan:
        """The plan for a CSV file of these rows."""
        return self.plan(("services.csv", "\n".join((header, *rows, "")).encode()), **options)  # type: ignore[arg-type] # options are those of plan

    def add(self, path: str, text: str) -> Path:
        file = self.root / "data" / "services" / f"{path}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
        return file


def told(plan: Plan) -> list[tuple[str, str]]:
    """The remarks and the reasons of refusals, with their places."""
    reasons = [reason for one in plan.entries for reason in one.reasons]
    return [(one.place, one.message) for one in (*plan.remarks, *reasons)]
