"""The guided path « De quoi avez-vous besoin ? »: ``data/orientation.yaml``, and what it promises.

A question leads to questions or results by its answers; a result gives a reason and doors. The
promises are checked on the data, whatever it becomes: at most four questions, no dead end, no
circle, nothing unreachable; an answer that says violence leads to safety and numbers first, and
never, however far one follows, to a mediation.
"""

from collections.abc import Iterator
from typing import Annotated

from generator.editorial.data_file import DataFile
from generator.editorial.kinds import KEY
from generator.model.part import Part
from generator.model.types import YES_NO, line
from generator.problems import Problem

FILE = "data/orientation.yaml"
MOST_QUESTIONS = 4
"""Questions on the longest way: a tired parent on a telephone answers no more."""


class Answer(Part):
    """A choice: its words, where it leads, and whether it says that there is violence."""

    texte: Annotated[str, line(120)]
    vers: Annotated[str, KEY]
    violence: Annotated[bool, YES_NO] = False


class Question(Part):
    """A step: the question, a word of help, the answers."""

    id: Annotated[str, KEY]
    question: Annotated[str, line(120)]
    reponses: tuple[Answer, ...]
    aide: Annotated[str | None, line(240)] = None


class Door(Part):
    """Where a result sends to: words and the address of a link, as texts write it."""

    texte: Annotated[str, line(120)]
    lien: Annotated[str, line(120)]

    @property
    def is_mediation(self) -> bool:
        """Whether it leads to family mediation: its pages, or the search for it."""
        return "mediation" in self.lien


class Result(Part):
    """An end of the way: what fits, why in a sentence, the doors, the best first.

    ``numeros`` shows the national numbers before the doors.
    """

    id: Annotated[str, KEY]
    titre: Annotated[str, line(120)]
    raison: Annotated[str, line(400)]
    portes: tuple[Door, ...]
    numeros: Annotated[bool, YES_NO] = False

    @property
    def is_mediation(self) -> bool:
        """Whether one of its doors leads to mediation: the legal limit is then shown."""
        return any(door.is_mediation for door in self.portes)


class Orientation(Part):
    """The content of the file: the first question is where one begins."""

    titre: Annotated[str, line(120)]
    resume: Annotated[str, line(280)]
    questions: tuple[Question, ...]
    resultats: tuple[Result, ...]

    @property
    def steps(self) -> dict[str, Question | Result]:
        """Every question and result by id."""
        steps: tuple[Question | Result, ...] = (*self.questions, *self.resultats)
        return {step.id: step for step in steps}

    def after(self, identifier: str) -> tuple[str, ...]:
        """The ids that the answers of a question lead to; none from a result."""
        step = self.steps.get(identifier)
        return tuple(one.vers for one in step.reponses) if isinstance(step, Question) else ()

    def reached_from(self, identifier: str) -> frozenset[str]:
        """Every id one may come to from ``identifier``, itself included."""
        seen: set[str] = set()
        waiting = [identifier]
        while waiting:
            if (here := waiting.pop()) not in seen:
                seen.add(here)
                waiting.extend(self.after(here))
        return frozenset(seen)

    def longest_way(self, identifier: str) -> int:
        """How many questions one answers at most from ``identifier``; the tree has no circle."""
        following = self.after(identifier)
        return 1 + max(map(self.longest_way, following)) if following else 0


def orientation_problems(file: DataFile[Orientation]) -> Iterator[Problem]:
    """What breaks a promise of the path."""
    tree = file.content
    if tree is None:
        return
    if not tree.questions:
        yield file.problem(("questions",), "parcours", "aucune question", "Écrivez-en une.")
        return
    lost = list(_lost_answers(file, tree))
    yield from lost
    if lost:
        return
    for rank, question in enumerate(tree.questions):
        onward = frozenset[str]().union(*map(tree.reached_from, tree.after(question.id)))
        if question.id in onward:
            yield file.problem(
                ("questions", rank, "id"),
                "parcours",
                f"on tourne en rond à partir de « {question.id} »",
                "Une réponse ne ramène jamais à une question déjà posée.",
            )
            return
    yield from _shape_problems(file, tree)
    yield from _violence_problems(file, tree)


def _lost_answers(file: DataFile[Orientation], tree: Orientation) -> Iterator[Problem]:
    for rank, question in enumerate(tree.questions):
        loc = ("questions", rank)
        if not question.reponses:
            yield file.problem(loc, "parcours", "aucune réponse ici", "Ajoutez des réponses.")
        for place, answer in enumerate(question.reponses):
            if answer.vers not in tree.steps:
                yield file.problem(
                    (*loc, "reponses", place, "vers"),
                    "parcours",
                    f"« {answer.vers} » n'est ni une question ni un résultat",
                    "Vérifiez l'identifiant : cette réponse ne mène nulle part.",
                )
    for rank, result in enumerate(tree.resultats):
        if not result.portes:
            yield file.problem(
                ("resultats", rank),
                "parcours",
                "ce résultat ne mène nulle part",
                "Donnez au moins une porte.",
            )


def _shape_problems(file: DataFile[Orientation], tree: Orientation) -> Iterator[Problem]:
    start = tree.questions[0].id
    if (longest := tree.longest_way(start)) > MOST_QUESTIONS:
        yield file.problem(
            ("questions",),
            "parcours",
            f"un chemin compte {longest} questions, il en faut {MOST_QUESTIONS} au plus",
            "Réunissez deux questions, ou donnez un résultat plus tôt.",
        )
    for identifier in sorted(tree.steps.keys() - tree.reached_from(start)):
        yield file.problem(
            ("resultats",),
            "parcours",
            f"on n'arrive jamais à « {identifier} »",
            "Faites-y mener une réponse, ou retirez cette étape.",
        )


def _violence_problems(file: DataFile[Orientation], tree: Orientation) -> Iterator[Problem]:
    for rank, question in enumerate(tree.questions):
        for place, answer in enumerate(question.reponses):
            if not answer.violence:
                continue
            loc = ("questions", rank, "reponses", place, "vers")
            results = [
                step
                for one in sorted(tree.reached_from(answer.vers))
                if isinstance(step := tree.steps[one], Result)
            ]
            for result in results:
                if result.is_mediation:
                    yield file.problem(
                        loc,
                        "parcours",
                        f"une réponse qui parle de violences mène à une médiation ({result.id})",
                        "Menez-la vers la sécurité et les numéros : la loi écarte la médiation.",
                    )
                if not (result.numeros and result.portes[0].lien.startswith("page:securite")):
                    yield file.problem(
                        loc,
                        "parcours",
                        f"après des violences, « {result.id} » ne commence pas par la sécurité",
                        "Mettez « numeros: oui » et « page:securite » comme première porte.",
                    )
