"""The 25 checks of docs/checks.md: `make trust` runs what can be run here and prints a line for each."""

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
    """One check: what it is of, the tests that make it, and what of it cannot be run here."""

    what: str
    tests: tuple[str, ...] = ()
    """Paths of tests below tests/, with `::name` for one."""
    missing: str = ""
    """Why it, or a part of it, is not run here; empty if all of it is."""


READING, BUILD, FILES = "site/test_reading.py::test_", "publish/test_build.py::test_", "site/test_files.py::test_"
CHECKS = (
    Trust("axe on all pages at two widths, on each kind of page in each scheme",
          (f"{READING}axe_finds_nothing_on_any_page_of_any_edition",
           f"{READING}axe_finds_nothing_on_a_page_of_each_kind", f"{READING}axe_finds_a_fault_that_is_there")),
    Trust("reflow and text spacing", (f"{READING}no_page_is_wider_than_a_screen_of_320_points",
          "site/test_text_spacing.py")),
    Trust("a walk by keyboard", (f"{READING}the_first_tab_stop_skips_to_the_content",
          "site/test_preview.py::test_a_strip_is_one_tab_stop_and_arrow_keys_go_from_row_to_row")),
    Trust("valid HTML, SVG and CSS", (f"{FILES}no_page_uses_an_id_twice",
          "pages/test_pages.py::test_a_drawing_to_download_is_well_formed_whatever_an_editor_wrote"),
          "the validator of the W3C (vnu) is no package that can be locked"),
    Trust("the same without JavaScript", (f"{READING}without_javascript_all_text_is_there",)),
    Trust("no third party or cookie, and nothing stored that the reader did not choose",
          (f"{FILES}no_page_loads_anything_from_another_host", f"{READING}a_visit_stores_nothing_and_sets_no_cookie")),
    Trust("a strict content security policy", ("site/test_policy.py",)),
    Trust("security.txt", ("site/test_policy.py::test_without_anybody_to_reach_there_is_no_security_txt",)),
    Trust("the configuration as served", ("site/test_policy.py::test_what_is_said_to_hosts_is_the_same_policy",),
          "neither Caddy nor nginx is a package that can be locked"),
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
          "cli/test_sources.py::test_a_folder_that_cannot_be_written_says_so"),
          "a disk that breaks needs a file system of its own, which only an administrator may mount"),
    Trust("hostile YAML", ("archive/test_yaml_loader.py", "archive/test_decoding.py", "test_growth.py",
          "publish/test_words_build.py", "checks/test_random_edits.py")),
    Trust("what editors write is never run", ("pages/test_pages.py::test_no_text_of_an_editor_becomes_markup",
          "pages/test_content.py", "text/test_escape.py",
          "site/test_search.py::test_what_a_reader_types_into_search_is_never_read_as_html")),
    Trust("slugs and ids", ("documents/test_passage_ids.py", "checks/test_run.py", "text/test_names.py",
          "test_names_and_ids.py")),
    Trust("scenarios of the watch on new letters", ("watch/test_watcher.py", "watch/test_failures.py")),
    Trust("workflows and packages", ("test_workflows.py", "project/test_code_hosts.py", "project/test_dependencies.py",
          "publish/open_data/catalogue/test_materials.py")),
)  # fmt: skip


def results_of(tests: list[str]) -> dict[str, bool]:
    """Whether each test that ran passed, by its path below tests/ and name; tests that were skipped are left out."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        command = [sys.executable, "-m", "pytest", "-q", "--numprocesses", os.environ.get("JOBS", "auto")]
        paths = [f"tests/{test}" for test in tests]
        subprocess.run([*command, f"--junitxml={report}", *paths], cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
        cases = ElementTree.parse(report).iter("testcase") if report.exists() else iter(())
        return {
            f"{case.get('classname', '').removeprefix('tests.').replace('.', '/')}.py::{case.get('name')}": not any(
                case.find(fault) is not None for fault in ("failure", "error")
            )
            for case in cases
            if case.find("skipped") is None
        }


def line_of(number: int, check: Trust, results: dict[str, bool]) -> str:
    """What is printed of a check: it holds, it does not, or why it was not run."""
    ran = [passed for name, passed in results.items() if any(is_of(name, test) for test in check.tests)]
    if not all(ran):
        said = f"does not hold: {ran.count(False)} of {len(ran)} tests fail"
    elif not ran:
        said = f"not run here, because {check.missing or 'its tests were not found'}"
    else:
        said = f"holds ({len(ran)} tests)" + (f"; not run here: {check.missing}" if check.missing else "")
    return f"{number:2}. {check.what}: {said}"


def is_of(name: str, test: str) -> bool:
    """Whether a test that ran, by its path below tests/ and name, is the one that a check names, or in its file."""
    return name.partition("[")[0] == test or name.partition("::")[0] == test


def main() -> int:
    """Runs the tests of all checks and prints 25 lines; returns 1 if any check does not hold."""
    tests = sorted({test for check in CHECKS for test in check.tests})
    results = results_of(tests)
    lines = [line_of(number, check, results) for number, check in enumerate(CHECKS, 1)]
    print("\n".join(lines))
    return int(not all(results.values()) or not results)


if __name__ == "__main__":
    sys.exit(main())
