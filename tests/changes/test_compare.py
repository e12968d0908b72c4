"""What happened to each service, and to which of its fields."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.changes import Kind, compare
from generator.changes.edition import protected_ids
from generator.changes.fields import aligned
from tests.changes.editions import AFTER, BEFORE, SECRET, edition, hidden, place, service
from tests.valid_records import records

FOUND = compare(BEFORE, AFTER)


def told(before: Any, after: Any) -> list[tuple[str, Any, Any]]:
    """Path, value before and value after of each field told to have changed."""
    found = compare(edition(before), edition(after))
    return [(one.path, one.before, one.after) for change in found.entries for one in change.fields]


def positionless(value: Any) -> Any:
    """A place without its computed position; anything else as it is."""
    if not isinstance(value, dict):
        return value
    computed = ("latitude", "longitude", "precision")
    return {key: one for key, one in value.items() if key not in computed}


def test_each_event_is_told_once_by_kind_then_identifier() -> None:
    assert [(one.kind.value, one.id) for one in FOUND.entries] == [
        ("ajout", "ajoute"),
        ("fermeture", "ferme"),
        ("renommage", "nouveau-nom"),
        ("modification", "change"),
        ("modification", "devoile"),
        ("modification", "nouveau-nom"),
        ("modification", "protege"),
        ("retrait", "retire"),
    ]


def test_an_edition_compared_with_itself_has_no_change() -> None:
    assert compare(AFTER, AFTER).entries == ()


def test_a_closure_tells_its_day_and_successor_and_no_field_twice() -> None:
    (closed,) = FOUND.of(Kind.FERMETURE)
    assert (closed.closed_on, closed.successor) == ("2026-06-30", "change")
    assert "ferme" not in [one.id for one in FOUND.of(Kind.MODIFICATION)]


def test_a_renamed_service_is_neither_added_nor_removed() -> None:
    (renamed,) = FOUND.of(Kind.RENOMMAGE)
    assert renamed.former_id == "renomme"
    assert [one.id for one in FOUND.of(Kind.RETRAIT)] == ["retire"]


def test_two_records_merged_into_one_are_both_renamed() -> None:
    merged = service("un", anciens_identifiants=["deux", "trois"])
    found = compare(edition(service("deux"), service("trois")), edition(merged))
    assert [one.former_id for one in found.of(Kind.RENOMMAGE)] == ["deux", "trois"]
    assert found.of(Kind.RETRAIT) == ()


def test_of_a_removed_service_only_the_identifier_is_left() -> None:
    (removed,) = FOUND.of(Kind.RETRAIT)
    assert (removed.nom, removed.fields) == ("", ())
    assert removed.departements == ("35", "44")


def test_a_service_is_in_the_feeds_of_the_departements_it_is_or_was_in() -> None:
    moved = compare(edition(service("a")), edition(service("a", lieux=[place(departement="56")])))
    assert [one.id for one in moved.in_departement("56")] == ["a"]
    assert [one.id for one in moved.in_departement("35")] == ["a"]
    assert moved.in_departement("29") == ()


def test_the_day_is_that_of_the_data() -> None:
    days = {one.id: str(one.date) for one in FOUND.entries}
    assert days["ajoute"] == "2026-11-02"
    assert days["change"] == "2026-10-01"


@pytest.mark.parametrize(
    ("before", "after", "fields"),
    [
        ({"langues": ["fr"]}, {}, [("langues", ["fr"], None)]),
        (
            {"contact": {"telephone": "1", "courriel": "a"}},
            {"contact": {"telephone": "2", "courriel": "a"}},
            [("contact.telephone", "1", "2")],
        ),
        ({"tarif": {"regime": "gratuit"}}, {}, [("tarif", {"regime": "gratuit"}, None)]),
        (
            {"lieux": [place()]},
            {"lieux": [place(nom="Neuf", adresse="9 quai Neuf"), place(horaires="Mo 09:00-12:00")]},
            [
                ("lieux[1]", None, place(nom="Neuf", adresse="9 quai Neuf")),
                ("lieux[2].horaires", None, "Mo 09:00-12:00"),
            ],
        ),
        (
            {"lieux": [place(), place(nom="Deux")]},
            {"lieux": [place()]},
            [("lieux[2]", place(nom="Deux"), None)],
        ),
        ({"lieux": [place()]}, {"lieux": [place(latitude=48.2)]}, []),
        (
            {"sources": [{"url": "a"}, {"url": "b"}]},
            {"sources": [{"url": "b", "titre": "B"}]},
            [("sources[1].titre", None, "B"), ("sources[1]", {"url": "a"}, None)],
        ),
    ],
)
def test_a_field_change_is_the_smallest_that_says_it(
    before: dict[str, Any], after: dict[str, Any], fields: list[tuple[str, Any, Any]]
) -> None:
    found = told(service("a", **before), service("a", **after))
    assert [tuple(map(positionless, one)) for one in found] == [
        tuple(map(positionless, one)) for one in fields
    ]


def test_places_in_another_order_are_the_same_places() -> None:
    places = [place(nom=name, code_insee=code) for name, code in (("A", "35238"), ("B", "35047"))]
    assert told(service("a", lieux=places), service("a", lieux=places[::-1])) == []


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_each_item_is_paired_once_and_equal_items_first(
    before: list[int], after: list[int]
) -> None:
    def items(numbers: list[int]) -> list[dict[str, str]]:
        return [{"url": str(number % 3), "titre": str(number)} for number in numbers]

    found = aligned(items(before), items(after), "sources")
    used = [one for one in found if one is not None]
    assert len(used) == len(set(used))
    unchanged = sum(min(before.count(one), after.count(one)) for one in set(before))
    assert sum(one is not None and before[one] == new for one, new in zip(found, after, strict=True)
               ) == unchanged  # fmt: skip


# What must never be told.


def test_a_protected_address_is_told_neither_by_its_removal_nor_by_its_arrival() -> None:
    for identifier in ("protege", "devoile"):
        (change,) = [one for one in FOUND.entries if one.id == identifier]
        assert change.fields == ()


def test_any_change_of_a_service_with_a_protected_address_looks_the_same() -> None:
    """Whether an address was removed or a telephone changed cannot be told apart."""
    now = service("a", lieux=[hidden()])
    removal = compare(edition(service("a", lieux=[place(adresse=SECRET)])), edition(now))
    other = compare(edition(now | {"contact": {"telephone": "01 99 00 00 00"}}), edition(now))
    assert removal == other


def test_an_older_pair_of_editions_tells_nothing_of_what_is_hidden_today() -> None:
    first = edition(service("a", lieux=[place(adresse=SECRET)]))
    second = edition(service("a", lieux=[place(adresse="2 rue du Secret")]))
    today = edition(service("b", lieux=[hidden()], anciens_identifiants=["a"]))
    found = compare(first, second, protected_ids(today))
    assert [(one.kind, one.id, one.nom, one.fields) for one in found.entries] == [
        (Kind.MODIFICATION, "a", "", ())
    ]


def test_what_could_not_be_read_is_neither_added_nor_removed() -> None:
    broken = edition(unread=frozenset({"a"}))
    for found in (compare(broken, edition(service("a"))), compare(edition(service("a")), broken)):
        assert found.entries == ()
        assert found.unread == ("a",)


@settings(max_examples=30)
@given(records(), records())
def test_whatever_the_records_two_states_are_compared(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    """Each field told differs; applied to itself, nothing does."""
    found = compare(edition(before | {"id": "a"}), edition(after | {"id": "a"}))
    for change in found.entries:
        assert all(one.before != one.after for one in change.fields)
    assert compare(edition(after | {"id": "a"}), edition(after | {"id": "a"})).entries == ()
