"""data·inclusion, HSDS, vCard, iCalendar, schema.org: read by other programs, or by their rules."""

import csv
import datetime
import io
import json
import re
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from data_inclusion.schema import v1
from dateutil.rrule import rrule, rruleset, rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.directory import Directory
from generator.exports import Release, dataset_jsonld, make_release, service_jsonld
from generator.exports.content_lines import encoded, escaped
from generator.exports.icalendar import WEEKS
from generator.exports.schedules import Recurrence, recurrences, weekly
from generator.model.hours import Hours, intervals, parse_hours, time_zone
from generator.model.hours.rules import Rule
from generator.model.vocabulary import Statut
from generator.territory import Territory
from tests.exports import awkward
from tests.exports.hsds_rules import faults
from tests.model.hours.expressions import any_hours

# --- data·inclusion


@pytest.mark.parametrize(
    ("name", "model"), [("structures", v1.Structure), ("services", v1.Service)]
)
def test_every_row_obeys_data_inclusion(edition: Release, name: str, model: Any) -> None:
    """Its warnings count as errors here, and it knows no other field."""
    rows = json.loads(edition.files[f"donnees/data-inclusion/{name}.json"])
    for row in rows:
        model.model_validate(row, context={"ignore_warnings": False}, extra="forbid")
        assert row.keys() == model.model_fields.keys()
    assert len({row["id"] for row in rows}) == len(rows)


def test_each_service_of_data_inclusion_has_its_structure(edition: Release) -> None:
    structures = json.loads(edition.files["donnees/data-inclusion/structures.json"])
    services = json.loads(edition.files["donnees/data-inclusion/services.json"])
    assert {row["structure_id"] for row in services} == {row["id"] for row in structures}
    open_ones = [one for one in edition.directory.services if one.statut is Statut.OUVERT]
    assert len(structures) == len(open_ones)
    assert len(services) == sum(max(len(one.lieux), 1) for one in open_ones)


@pytest.mark.parametrize("name", ["structures", "services"])
def test_the_csv_of_data_inclusion_says_the_same(edition: Release, name: str) -> None:
    rows = json.loads(edition.files[f"donnees/data-inclusion/{name}.json"])
    text = edition.files[f"donnees/data-inclusion/{name}.csv"].decode()
    found = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(found) == len(rows)
    for ours, theirs in zip(rows, found, strict=True):
        assert theirs["id"] == ours["id"]
        assert theirs["code_postal"] == (ours["code_postal"] or "")
        assert theirs["nom"] == ours["nom"]


# --- HSDS


def test_every_service_obeys_hsds(edition: Release) -> None:
    listed = json.loads(edition.files["hsds/services/index.json"])
    assert listed["total_items"] == listed["size"] == len(listed["contents"])
    found = []
    for line in listed["contents"]:
        found += list(faults(line, "service", line["url"]))
        whole = json.loads(edition.files[f"hsds/services/{line['id']}/index.json"])
        found += list(faults(whole, "service", line["url"]))
        assert line.items() <= whole.items()
    assert found == []


def test_the_rules_of_hsds_would_see_a_fault(release: Release) -> None:
    (line, *_) = json.loads(release.files["hsds/services/index.json"])["contents"]
    broken = line | {"status": "open", "organization": {"id": line["id"]}, "colour": "red"}
    assert list(faults(broken, "service")) == [
        "/status: open is in no list",
        "/organization: description is missing",
        "/organization: name is missing",
        "/colour: unknown",
    ]


def test_the_entry_of_hsds_leads_to_the_description(release: Release) -> None:
    entry = json.loads(release.files["hsds/index.json"])
    assert entry["version"] == "3.0"
    assert entry["openapi_url"].removeprefix(f"{awkward.SITE}/") in release.files


# --- what recurs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mo-Fr 09:00-12:00; PH off", [("WEEKLY", "MO,TU,WE,TH,FR", "09:00", "12:00", "")]),
        ("Mo,We 09:00-12:00,14:00-18:00; We off", [
            ("WEEKLY", "MO", "09:00", "12:00", ""), ("WEEKLY", "MO", "14:00", "18:00", "")]),
        ("Mo-Fr 09:00-12:00; We 10:00-11:00", [
            ("WEEKLY", "MO,TU,TH,FR", "09:00", "12:00", ""),
            ("WEEKLY", "WE", "10:00", "11:00", "")]),
        ("Sa[1,3] 10:00-17:00", [("MONTHLY", "1SA,3SA", "10:00", "17:00", "")]),
        ("Sa[-1] 10:00-17:00", [("MONTHLY", "-1SA", "10:00", "17:00", "")]),
        ("week 02-06/2 We 14:00-18:00", [("WEEKLY", "WE", "14:00", "18:00", "2,4,6")]),
        ("Mo-Fr 09:00-17:00; week 02-06/2 We off", []),
        ("Mo-Fr 09:00-17:00; week 02-06/2 We 10:00-11:00", []),
        ("Mo-Fr 09:00-17:00; Aug off", []),
        ("Jul-Aug Mo 09:00-17:00", []),
        ("Sa[1,3] 10:00-17:00; Mo off", [("MONTHLY", "1SA,3SA", "10:00", "17:00", "")]),
        ("Sa[1] 10:00-17:00; Sa 14:00-16:00", [("WEEKLY", "SA", "14:00", "16:00", "")]),
        ('Mo-Fr 09:00-17:00; Th[1] "sur rendez-vous"', []),
        ('Mo 09:00-17:00; Aug "sur rendez-vous"', []),
        ("We,Sa[1] 10:00-17:00; week 02-06/2 We 09:00-12:00", []),
        ("week 02-06/2 Sa[1] 10:00-17:00", []),
        ("Fr 20:00-24:00", [("WEEKLY", "FR", "20:00", "00:00", "")]),
        ('"sur rendez-vous"', []),
    ],
)  # fmt: skip
def test_what_recurs_is_said_and_nothing_wrong_is(text: str, expected: list[Any]) -> None:
    assert list(recurrences(parse_hours(text))) == [Recurrence(*one) for one in expected]


@settings(max_examples=80)
@given(any_hours())
def test_what_recurs_opens_when_the_hours_do(hours: Hours) -> None:
    """Over half a year, public holidays apart."""
    found = recurrences(hours)
    rules = [one for one in hours.rules if not one.public_holidays or days_of_the_week(one)]
    assume(found and rules)
    same = replace(hours, rules=tuple(replace(one, public_holidays=False) for one in rules))
    monday = datetime.date(2026, 1, 5)
    first = datetime.datetime.combine(monday, datetime.time())
    # The day before too: hours may go on after midnight.
    whole = datetime.timedelta(weeks=26)
    dates = first - datetime.timedelta(days=1), first + whole
    opened = {
        day + datetime.timedelta(minutes=minute)
        for one in found
        for day in occurrences(one, first).between(*dates, inc=True)
        for minute in range(*minutes(one), 15)
    }
    assert {moment for moment in opened if first <= moment < first + whole} == {
        start + datetime.timedelta(minutes=minute)
        for start, end in intervals(same, monday, 26 * 7, "75")
        for minute in range(0, (end - start) // datetime.timedelta(minutes=1), 15)
    }


def days_of_the_week(rule: Rule) -> bool:
    return bool(rule.weekdays or rule.nth_weekdays)


def occurrences(one: Recurrence, first: datetime.datetime) -> rrule:
    """Its days. RFC 5545 takes numbers of weeks in a yearly rule only, HSDS in any."""
    weeks = f";BYWEEKNO={one.byweekno}" if one.byweekno else ""
    text = f"FREQ={'YEARLY' if weeks else one.freq};BYDAY={one.byday}{weeks}"
    return rrulestr(text, dtstart=first - datetime.timedelta(weeks=2))


def minutes(one: Recurrence) -> tuple[int, int]:
    """Where it begins and ends, in minutes from midnight; beyond 1440 on the day after."""
    opens, closes = (int(text[:2]) * 60 + int(text[3:]) for text in (one.opens, one.closes))
    return opens, closes if closes > opens else closes + 24 * 60


def test_hours_that_are_not_the_same_each_week_are_not_weekly() -> None:
    assert weekly(parse_hours("Mo 09:00-12:00; Sa[1] 10:00-17:00")) == ()


# --- content lines


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_lines_are_folded_between_characters_and_unfold_to_what_they_were(text: str) -> None:
    written = encoded([f"NOTE:{escaped(text)}"])
    assert written.endswith(b"\r\n")
    for line in written.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert written.replace(b"\r\n ", b"").decode() == f"NOTE:{escaped(text)}\r\n"


# --- vCard


def test_every_card_is_a_vcard(edition: Release) -> None:
    for service in edition.directory.services:
        card = vobject.readOne(edition.files[f"api/v1/services/{service.id}.vcf"].decode())
        assert card.version.value == "4.0"
        assert card.fn.value.startswith(service.nom)
        assert card.uid.value.startswith("urn:uuid:")
        phone = service.contact.telephone
        dialled = [one.value for one in card.contents.get("tel", [])]
        closed = service.statut is Statut.FERME
        assert dialled == ([] if closed or not phone else [f"tel:{phone.e164}"])


# --- iCalendar


def openings(event: icalendar.Event) -> list[tuple[datetime.datetime, datetime.timedelta]]:
    """The occurrences that a calendar program would show, in UTC."""
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    occurrences = rruleset()
    if "RRULE" in event:
        rule = event["RRULE"].to_ical().decode()
        occurrences.rrule(rrulestr(rule, dtstart=start.replace(tzinfo=None)))
    else:
        occurrences.rdate(start.replace(tzinfo=None))
    for one in event.get("EXDATE").dts if "EXDATE" in event else ():
        occurrences.exdate(one.dt.replace(tzinfo=None))
    return [(one.replace(tzinfo=start.tzinfo), end - start) for one in occurrences]


def test_a_calendar_shows_exactly_the_hours_of_the_place(edition: Release) -> None:
    """Holidays, closures and alternate weeks included, whatever the recurrence rules written."""
    monday = awkward.TODAY - datetime.timedelta(days=awkward.TODAY.weekday())
    calendars = [path for path in edition.files if path.endswith(".ics")]
    assert calendars
    for path in calendars[:300]:
        _, identifier, rank = path.removesuffix(".ics").split("/")
        service = edition.directory.service(identifier)
        assert service is not None
        lieu = service.lieux[int(rank) - 1]
        departement = edition.directory.departement_of(lieu) or service.departement
        calendar = icalendar.Calendar.from_ical(edition.files[path])
        found = sorted(
            (start.replace(tzinfo=None), start.replace(tzinfo=None) + length)
            for event in calendar.walk("VEVENT")
            for start, length in openings(event)
        )
        assert lieu.horaires is not None
        closures = [(one.debut, one.fin) for one in lieu.fermetures]
        assert found == list(intervals(lieu.horaires, monday, WEEKS * 7, departement, closures))
        for event in calendar.walk("VEVENT"):
            assert event["DTSTART"].params["TZID"] == time_zone(departement)
            assert "UID" in event
            assert "DTSTAMP" in event


@pytest.mark.parametrize(
    ("departement", "today"),
    [("75", "2026-09-25"), ("75", "2027-03-01"), ("975", "2026-10-20"), ("974", "2026-10-20")],
)
def test_the_zone_of_a_calendar_tells_the_same_time_as_the_zone_itself(
    territory: Territory, departement: str, today: str
) -> None:
    """Read from the file alone, when the clocks change within its weeks."""
    lieu = {"role": "siege", "adresse_visible": "departement", "departement": departement,
            "horaires": "Mo-Su 09:00-12:00"}  # fmt: skip
    service = awkward.service(f"{departement}/mediation-zone", {"nom": "Zone", "lieux": [lieu]})
    directory = Directory([service], territory, datetime.date.fromisoformat(today))
    content = make_release(directory, awkward.SITE).files["agenda/mediation-zone/1.ics"]
    name = time_zone(departement)
    # Under a name that no program knows, and new each time: this one remembers zones by name.
    own = f"Locale-{departement}-{today}"
    for sign in (":", "="):
        content = content.replace(f"TZID{sign}{name}".encode(), f"TZID{sign}{own}".encode())
    calendar = icalendar.Calendar.from_ical(content)
    (zone,) = calendar.walk("VTIMEZONE")
    local = zone.to_tz()
    first = datetime.datetime.fromisoformat(f"{today}T12:00")
    for day in range(WEEKS * 7 - 7):
        noon = first + datetime.timedelta(days=day)
        assert (
            noon.replace(tzinfo=local).utcoffset()
            == noon.replace(tzinfo=ZoneInfo(name)).utcoffset()
        ), noon


# --- schema.org


def test_every_page_gets_a_service_of_schema_org(edition: Release) -> None:
    for service in edition.directory.services:
        script = service_jsonld(service, edition.directory, awkward.SITE)
        assert not re.search("[<>&]", script)
        thing = json.loads(script)
        assert thing["@context"] == "https://schema.org"
        assert thing["@type"] in ("Service", "GovernmentService")
        for key in ("name", "url", "description", "provider", "areaServed", "serviceType"):
            assert thing[key], (service.id, key)
        contact = service.contact
        shown = [lieu for lieu in service.lieux if not lieu.is_hidden]
        ways = (contact.telephone, contact.rendez_vous, service.own_site, *shown)
        assert ("availableChannel" in thing) == (
            service.statut is not Statut.FERME and any(ways)
        ), service.id


def test_a_page_that_tells_of_a_service_is_published_as_its_site_nowhere(
    directory: Directory,
) -> None:
    article = "https://journal.example/2014/un-service"
    record = {"nom": "Service", "contact": {"site_web": article}, "sources": [{"url": article}]}
    service = awkward.service("69/mediation-article", record)
    alone = Directory([service], directory.territory, directory.today)
    files = make_release(alone, awkward.SITE).files
    for path in ("api/v1/services/mediation-article.vcf", "donnees/data-inclusion/structures.csv"):
        assert article.encode() not in files[path], path
    assert article not in service_jsonld(service, alone, awkward.SITE)
    assert article.encode() in files["donnees/services.csv"]  # as the record says it


def test_a_text_cannot_leave_its_script(directory: Directory) -> None:
    service = awkward.service("69/mediation-script", {"nom": "A < /script> & B"})
    script = service_jsonld(service, directory, awkward.SITE)
    assert "\\u003c /script\\u003e \\u0026 B" in script
    assert json.loads(script)["name"] == "A < /script> & B"


@pytest.mark.parametrize(("forme", "kind"), [
    ("collectivite", "GovernmentService"), ("caf", "Service"), ("association", "Service")])  # fmt: skip
def test_only_a_public_body_gives_a_service_of_the_government(
    directory: Directory, forme: str, kind: str
) -> None:
    record = {"nom": "Service", "gestionnaire": {"nom": "Organisme", "forme": forme}}
    service = awkward.service("69/mediation-forme", record)
    assert json.loads(service_jsonld(service, directory, awkward.SITE))["@type"] == kind


def test_the_dataset_of_schema_org_lists_the_files(release: Release) -> None:
    dataset = json.loads(dataset_jsonld(release))
    for key in ("name", "description", "license", "creator", "dateModified", "distribution"):
        assert dataset[key]
    for download in dataset["distribution"]:
        content = release.files[download["contentUrl"].removeprefix(f"{awkward.SITE}/")]
        assert download["contentSize"] == str(len(content))
