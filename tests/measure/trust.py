"""The 25 checks of docs/checks.md: `make trust` runs what can be run here and prints a line for each.

A test that needs what is not on every machine is skipped where it is not there; its reason is printed.
"""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Trust:
    """One check: what it is of, and the tests that make it."""

    what: str
    tests: tuple[str, ...]
    """Paths of tests below tests/, with `::name` for one."""


Outcome = bool | str
"""Whether a test passed, or why it was skipped."""
READING, BUILD, FILES = "site/test_reading.py::test_", "publish/test_build.py::test_", "site/test_files.py::test_"
CHECKS = (
    Trust("axe on all pages at two widths, on each kind of page in each scheme",
          (f"{READING}axe_finds_nothing_on_any_page_of_any_edition",
           f"{READING}axe_finds_nothing_on_a_page_of_each_kind", f"{READING}axe_finds_a_fault_that_is_there")),
    Trust("reflow and text spacing", (f"{READING}no_page_is_wider_than_a_screen_of_320_points",
          f"{READING}no_page_of_the_newest_edition_is_wider_than_a_screen_of_320_points", "site/test_text_spacing.py")),
    Trust("a walk by keyboard", ("site/test_keyboard.py", f"{READING}the_first_tab_stop_skips_to_the_content",
          "site/test_preview.py::test_a_strip_is_one_tab_stop_and_arrow_keys_go_from_row_to_row")),
    Trust("valid HTML, SVG and CSS", (f"{FILES}no_page_uses_an_id_twice",
          "pages/test_pages.py::test_a_drawing_to_download_is_well_formed_whatever_an_editor_wrote",
          "site/test_valid.py")),
    Trust("the same without JavaScript", ("site/test_without_javascript.py",)),
    Trust("no third party or cookie, and nothing stored that the reader did not choose",
          (f"{FILES}no_page_loads_anything_from_another_host", f"{READING}a_visit_stores_nothing_and_sets_no_cookie")),
    Trust("a strict content security policy", ("site/test_policy.py",)),
    Trust("security.txt", ("site/test_policy.py::test_without_anybody_to_reach_there_is_no_security_txt",
          "publish/test_served.py::test_whom_to_reach_is_said_in_the_fields_of_the_standard",
          "publish/test_served.py::test_whom_to_reach_is_served_as_the_standard_asks")),
    Trust("the configuration as served", ("site/test_policy.py::test_what_is_said_to_hosts_is_the_same_policy",
          "publish/test_served.py")),
    Trust("DCAT by its SHACL shapes", ("publish/open_data/catalogue/test_dcat.py",)),
    Trust("JSON-LD that programs read", ("site/test_heads.py::test_programs_read_the_linked_data_of_every_page",)),
    Trust("every figure proved", ("checks/test_mutations.py::test_no_changed_digit_of_the_small_archive_is_missed",
          "test_this_archive.py")),
    Trust("twins of languages and hreflang",
          ("site/test_heads.py::test_every_page_names_itself_and_the_other_language_which_names_it_back",)),
    Trust("addresses and old editions stay", (f"{FILES}every_edition_stands_under_its_address_in_both_languages",
          "pages/test_pages.py::test_pages_do_not_change_when_something_is_published_later",
          "authoring/test_compare.py")),
    Trust("internal links", (f"{FILES}every_internal_link_and_fragment_of_the_whole_site_leads_somewhere",
          f"{FILES}a_broken_link_and_a_broken_fragment_are_found")),
    Trust("sources with date, hash and address", ("checks/test_sources.py", "publish/test_audit.py")),
    Trust("a reproducible build", ("publish/test_reproducible.py",)),
    Trust("a build without network and with read-only input", ("publish/test_alone.py",)),
    Trust("killed at any moment", (f"{BUILD}a_killed_build_leaves_the_old_site_whole_and_the_next_one_succeeds",
          "publish/test_swap.py", "publish/test_killed.py")),
    Trust("a full disk, a broken one, no right to write", ("publish/test_refused_by_the_system.py",
          "cli/test_broken_disk.py", "cli/test_sources.py::test_a_folder_that_cannot_be_written_says_so")),
    Trust("hostile YAML", ("archive/test_yaml_loader.py", "archive/test_decoding.py", "test_growth.py",
          "publish/test_words_build.py", "checks/test_random_edits.py")),
    Trust("what editors write is never run", ("pages/test_pages.py::test_no_text_of_an_editor_becomes_markup",
          "pages/test_payloads.py",
          "pages/test_content.py", "text/test_escape.py",
          "site/test_search.py::test_what_a_reader_types_into_search_is_never_read_as_html")),
    Trust("slugs and ids", ("documents/test_passage_ids.py", "checks/test_run.py", "text/test_names.py",
          "test_names_and_ids.py")),
    Trust("scenarios of the watch on new letters", ("watch/test_watcher.py", "watch/test_failures.py")),
    Trust("workflows and packages", ("test_workflows.py", "project/test_code_hosts.py", "project/test_dependencies.py",
          "publish/open_data/catalogue/test_materials.py")),
)  # fmt: skip


def results_of(tests: list[str]) -> dict[str, Outcome]:
    """The outcome of each test, by its path below tests/ and name; how far it is goes to the standard error."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        command = [sys.executable, "-m", "pytest", "-q", "--numprocesses", os.environ.get("JOBS", "auto")]
        command += ["--dist", "worksteal", f"--junitxml={report}", *(f"tests/{test}" for test in tests)]
        subprocess.run(command, cwd=ROOT, stdout=sys.stderr, check=False)
        cases = ElementTree.parse(report).iter("testcase") if report.exists() else iter(())
        return {
            f"{case.get('classname', '').removeprefix('tests.').replace('.', '/')}.py::{case.get('name')}": outcome_of(
                case
            )
            for case in cases
        }


def outcome_of(case: ElementTree.Element) -> Outcome:
    """Whether the test of a report passed, or why it was skipped."""
    skipped = case.find("skipped")
    if skipped is not None:
        return skipped.get("message", "")
    return all(case.find(fault) is None for fault in ("failure", "error"))


def line_of(number: int, check: Trust, results: dict[str, Outcome]) -> str:
    """What is printed of a check: it holds, it does not, and why it, or a part of it, was not run."""
    found = [outcome for name, outcome in results.items() if any(is_of(name, test) for test in check.tests)]
    ran = [outcome for outcome in found if isinstance(outcome, bool)]
    reasons = dict.fromkeys(outcome for outcome in found if isinstance(outcome, str))
    said = []
    if ran:
        failed = f"does not hold: {ran.count(False)} of {len(ran)} tests fail"
        said.append(f"holds ({len(ran)} tests)" if all(ran) else failed)
    if reasons or not ran:
        said.append(f"not run here, because {', and '.join(reasons) or 'its tests were not found'}")
    return f"{number:2}. {check.what}: {'; '.join(said)}"


def is_of(name: str, test: str) -> bool:
    """Whether a test, by its path below tests/ and name, is the one that a check names, or in its file."""
    return name.partition("[")[0] == test or name.partition("::")[0] == test


def main() -> int:
    """Runs the tests of all checks and prints 25 lines; returns 1 if any check does not hold, or no test was found."""
    tests = sorted({test for check in CHECKS for test in check.tests})
    results = results_of(tests)
    lines = [line_of(number, check, results) for number, check in enumerate(CHECKS, 1)]
    print("\n".join(lines))
    return int(False in results.values() or not results)


if __name__ == "__main__":
    sys.exit(main())
