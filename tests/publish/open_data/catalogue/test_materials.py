"""The bill of materials is what scanners read: valid by the library of CycloneDX, whole, and the same every time."""

import json
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from generator.fingerprint.inputs import libraries
from generator.publish.open_data.catalogue.materials import materials_of
from tests.support.small import ROOT


def test_the_bill_of_this_project_is_valid() -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(str(materials_of(ROOT))) is None


def test_it_names_every_locked_library_with_its_version() -> None:
    bill = json.loads(str(materials_of(ROOT)))
    named = [PackageURL.from_string(library["purl"]) for library in bill["components"]]
    locked = {tuple(line.split()[:2]) for line in libraries(ROOT)}

    assert {(url.type, url.name) for url in named} == {("pypi", name) for name, _ in locked}
    assert {(library["name"], library["version"]) for library in bill["components"]} == locked
    assert materials_of(ROOT) == materials_of(ROOT)


def test_a_project_that_locks_nothing_has_no_bill(tmp_path: Path) -> None:
    assert materials_of(tmp_path) is None
