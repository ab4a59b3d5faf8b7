"""One bad sample at least for every id, the report it leads to, and the examples of the fault pages.

`UPDATE_GOLDEN=1 pytest tests/sessions/reading/test_samples.py` writes the reports anew; read the
difference before it is kept.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sessions.check import check_file, check_text
from sessions.faults import Severity
from sessions.reports.fault_pages import PAGES
from sessions.reports.report import Format, report
from sessions.unsafe import visible
from tests.sessions.framed import framed

HERE = Path(__file__).parents[1]
SAMPLES = sorted(path.stem for path in (HERE / "bad").glob("[EW]*.yaml"))
MADE_BY_A_TEST = {"E102", "E120"}
"""Too large to keep; see the tests of hostile files."""
NOT_WRITTEN_AS_TEXT = {"E101", "E102", "E103", "E120"}


@pytest.fixture(autouse=True)
def beside_the_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)


def test_every_id_has_a_page_and_a_sample() -> None:
    assert {name[:4] for name in SAMPLES} | MADE_BY_A_TEST == PAGES.keys()


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_bad_sample_has_its_own_fault_and_no_other(sample: str) -> None:
    checked = check_file(f"bad/{sample}.yaml")
    assert {fault.id for fault in checked.faults} == {sample[:4]}
    assert (checked.session is None) == sample.startswith("E")


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_report_on_a_bad_sample_reads_as_it_was_approved(sample: str) -> None:
    shown = "\n".join(report([check_file(f"bad/{sample}.yaml")], Format.FULL)) + "\n"
    golden = HERE / "golden" / f"{sample}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


def test_no_report_is_kept_for_a_sample_that_is_gone() -> None:
    assert {path.stem for path in (HERE / "golden").glob("*.txt")} == set(SAMPLES)


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_format_prints_an_unsafe_character(sample: str) -> None:
    checked = check_file(f"bad/{sample}.yaml")
    for style in Format:
        for line in report([checked], style):
            assert line.replace("\n", "") == visible(line.replace("\n", ""))


@pytest.mark.parametrize("id_", sorted(PAGES.keys() - NOT_WRITTEN_AS_TEXT))
def test_the_examples_of_a_page_are_bad_and_good(id_: str) -> None:
    page, path = PAGES[id_], "bad/example.yaml"
    bad, good = check_text(framed(page.bad), path), check_text(framed(page.good), path)
    assert {fault.id for fault in bad.faults} == {id_}
    assert {fault.id for fault in good.faults if fault.severity is Severity.ERROR} <= {"E305"}
    assert id_ not in {fault.id for fault in good.faults}


@pytest.mark.parametrize("id_", PAGES)
def test_a_page_says_what_it_means_in_one_sentence(id_: str) -> None:
    meaning = PAGES[id_].meaning
    assert meaning[0].isupper() or meaning[0] == "`"
    assert meaning.endswith(".")
    assert "!" not in meaning
