"""Valid records, generated from the model: each field filled with what its kind of value accepts."""

from typing import Any, get_args

from hypothesis import strategies as st
from pydantic import BaseModel

from generator.model import types
from generator.model.fields import is_list, part_of, terms_of
from generator.model.service import DERIVED_FIELDS, Service
from generator.model.types import Written

WORDS = st.sampled_from(
    "accueil médiateur parents l'enfant séparation familles lieu calme, rendez-vous mardi "
    "aujourd'hui œuvre : (gratuit) 9 h".split(" ")
)
DAYS = st.dates(
    min_value=types.parse_date("2001-01-01"), max_value=types.parse_date("2026-10-31")
).map(str)

# By identity: each kind of value is one object of the model.
VALUES: tuple[tuple[Written, st.SearchStrategy[str]], ...] = (
    (types.CODE, st.sampled_from(["mediation-a-69", "espace-rencontre-b-2a"])),
    (types.COMMUNE_CODE, st.sampled_from(["35238", "69387", "2A004", "01053"])),
    (types.DATE, DAYS),
    (types.DEPARTEMENT_CODE, st.sampled_from(["01", "2A", "69", "974"])),
    (types.EMAIL, st.sampled_from(["contact@association.example", "a@b.example"])),
    (types.LANGUAGE, st.sampled_from(["fr", "en", "fsl", "ar"])),
    (types.LATITUDE, st.floats(-90, 90).map(lambda value: f"{value:.5f}")),
    (types.LONGITUDE, st.floats(-180, 180).map(lambda value: f"{value:.5f}")),
    (types.OPENING_HOURS, st.sampled_from(["Mo-Fr 09:00-12:00", "Sa[1,3] 10:00-17:30; PH off"])),
    (types.PHONE, st.sampled_from(["01 99 00 12 34", "+33 1 99 00 12 34", "3919"])),
    (types.POSTAL_CODE, st.sampled_from(["35000", "01000", "69007"])),
    (types.RNA, st.just("W751234567")),
    (types.SIRET, st.just("73282932000074")),
    (types.URL, st.sampled_from(["https://www.association.example/", "http://a.example/b#c"])),
    (types.YES_NO, st.sampled_from(["oui", "non"])),
)


def records() -> st.SearchStrategy[dict[str, Any]]:
    """What a record may hold, field by field; rules across fields may still find fault with it."""
    return _part(Service)


def _part(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    required, optional = {}, {}
    for name, info in model.model_fields.items():
        if model is Service and name in DERIVED_FIELDS:
            continue
        (required if info.is_required() else optional)[name] = _field(info)
    return st.fixed_dictionaries(required, optional=optional).filter(bool)


def _field(info: Any) -> st.SearchStrategy[Any]:
    part, terms = part_of(info.annotation), terms_of(info.annotation)
    if part is not None:
        one: st.SearchStrategy[Any] = _part(part)
    elif terms is not None:
        one = st.sampled_from([term.value for term in terms])
    else:
        one = _value(next(_written([*info.metadata, info.annotation])))
    if not is_list(info.annotation):
        return one
    return st.lists(one, min_size=1, max_size=3, unique_by=str)


def _written(sources: list[Any]) -> Any:
    for one in sources:
        if isinstance(one, Written):
            yield one
        yield from _written([*getattr(one, "__metadata__", ()), *get_args(one)])


def _value(written: Written) -> st.SearchStrategy[str]:
    for known, strategy in VALUES:
        if written is known:
            return strategy
    maximum = written.schema.get("maxLength")
    if maximum is None:
        return st.integers(0, 104).map(str)
    line = st.lists(WORDS, min_size=1, max_size=25).map(lambda words: "Un " + " ".join(words))
    if "paragraphes" not in written.constraint:
        return line.map(lambda text: text[:maximum].strip())
    paragraphs = st.lists(st.one_of(line, line.map("- {}".format)), max_size=3)
    return st.builds(
        lambda first, rest, gap: gap.join([first, *rest])[:maximum].strip(),
        line, paragraphs, st.sampled_from(["\n\n", "\n"]),
    )  # fmt: skip
