"""What code hosts and editors are handed, against the published schema of the format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from sessions.check import check_file, check_text
from sessions.reports.report import Format, report
from sessions.reports.sarif import as_sarif
from tests import tools
from tests.sessions.framed import framed

HERE = Path(__file__).parents[1]
SAMPLES = sorted(str(path) for path in (HERE / "bad").glob("[EW]*.yaml"))


@pytest.fixture(scope="module")
def published() -> Draft7Validator:
    return Draft7Validator(json.loads(tools.sarif_schema().read_text(encoding="utf-8")))


def results(text: str, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = as_sarif([check_text(text, path)])["runs"][0]["results"]
    return found


def test_the_report_on_every_bad_sample_fits_the_published_schema(published: Draft7Validator) -> None:
    text = "\n".join(report((check_file(path) for path in SAMPLES), Format.SARIF))
    document = json.loads(text)
    assert [error.message for error in published.iter_errors(document)] == []
    run = document["runs"][0]
    assert {result["ruleId"] for result in run["results"]} >= {Path(path).name[:4] for path in SAMPLES}
    assert all(
        run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"]
    )


def test_the_report_on_nothing_fits_as_well(published: Draft7Validator) -> None:
    document = as_sarif([check_text(framed("by: x"), "x.yaml")])
    assert [error.message for error in published.iter_errors(document)] == []
    assert document["runs"][0]["results"] == []


def test_the_published_schema_can_say_no(published: Draft7Validator) -> None:
    document = as_sarif([check_text(framed("- quiet: 30"), "x.yaml")])
    document["runs"][0]["results"][0]["level"] = "loud"
    assert not published.is_valid(document)


def test_a_result_has_its_place_its_page_and_its_fix() -> None:
    (result,) = results(framed("- quiet: 30"), "a b/ü:1.yaml")
    artifact = {"uri": "a%20b/%C3%BC%3A1.yaml", "uriBaseId": "%SRCROOT%"}
    region = {"startLine": 12, "startColumn": 12, "endLine": 12, "endColumn": 14}
    assert result["level"] == "error"
    assert result["message"] == {"text": "`30` has no unit\nhelp: write `30s` for seconds"}
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": artifact, "region": region}}]
    replacement = {"deletedRegion": region, "insertedContent": {"text": "30s"}}
    assert result["fixes"] == [
        {"artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}]}
    ]


def test_advice_is_a_warning_and_a_whole_file_has_no_region() -> None:
    (advice,) = results(framed("arriving:\n  - quiet: 15s\n  - check_in:"), "/x.yaml")
    assert (advice["ruleId"], advice["level"]) == ("W508", "warning")
    assert advice["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///x.yaml"}
    (empty,) = results("", "x.yaml")
    assert "region" not in empty["locations"][0]["physicalLocation"]
