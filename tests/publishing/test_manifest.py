"""A manifest tells a whole site from any other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publishing import Entry, Manifest

ENTRIES = st.builds(Entry.of_bytes, st.binary(max_size=9))
MANIFESTS = st.dictionaries(st.text(min_size=1, max_size=8), ENTRIES, max_size=5).map(
    lambda files: Manifest(dict(sorted(files.items())))
)


@given(MANIFESTS)
def test_a_manifest_survives_its_journey_through_json(manifest: Manifest) -> None:
    assert Manifest.from_json(manifest.to_json()) == manifest


@given(MANIFESTS, MANIFESTS)
def test_two_manifests_share_a_digest_only_when_they_are_equal(
    one: Manifest, other: Manifest
) -> None:
    assert (one.digest == other.digest) == (one == other) == (not one.differences(other))


@given(MANIFESTS, st.data())
def test_a_manifest_cut_short_is_never_taken_for_whole(
    manifest: Manifest, data: st.DataObject
) -> None:
    text = manifest.to_json()
    cut = data.draw(st.integers(0, len(text.rstrip()) - 1))
    with pytest.raises(ValueError, match=r".*"):
        Manifest.from_json(text[:cut])
