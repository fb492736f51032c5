"""An example of each rule: some lines of a file as they go against it, and put right.

They are lines of the small archive of an invented agency, so that a test sees the wrong one refused and the right one
read.
"""

from dataclasses import dataclass
from textwrap import indent

from generator.diagnostics.rules import Rule


def explanation(rule: Rule) -> str:
    """What the rule asks and why, with an example of it wrong and put right, or what to do."""
    example = EXAMPLES.get(rule)
    if not example:
        return f"{rule}\n\n{rule.meaning}\n\n{WAYS_OUT[rule]}"
    wrong, right = (indent(lines, "    ", lambda _: True) for lines in (example.wrong, example.right))
    return f"{rule}\n\n{rule.meaning}\n\nWrong, in data/{example.file}:\n\n{wrong}\n\nRight:\n\n{right}"


@dataclass(frozen=True)
class Example:
    """Lines of one file, wrong and right."""

    file: str
    """Below data/."""
    wrong: str
    right: str


_STATEMENTS = "themes/ferries/statements.yaml"
_MILESTONES = "themes/ferries/milestones.yaml"
_THEME = "themes/ferries/theme.yaml"
_LOCKS = "themes/locks/indicators.yaml"
_CHECKS = "themes/ferries/indicators.yaml"
_LETTER = "sources/brief-2023-06-20.yaml"
_PLACES = "places.yaml"
_TENSIONS = "tensions.yaml"

_STALLED = "    - {cites: verslag-2022#veren-1, says: stalled}"
_WAITING = "    - {period: 2022, value: 3.8, because: revision, cites: brief-2023-06-20#sluizen-2}"
_TITLE = 'title: {nl: "Veren", en: "Ferries"}'
_TRAINED = "    - {period: 2022, value: 9, target: 12, qualifier: at-least, cites: verslag-2022#mensen-1}"
_TOTAL = '    - {period: 2022, value: 22, basis: computed, formula: "12 + 7 + 3", cites: verslag-2022#veren-3}'
_SUMMARY = '    summary: {nl: "Een veer naar Noordeiland in 2022", en: "A ferry to Noordeiland in 2022"}'
_WHY = '  - {passage: aanhef-1, why: "date line"}'
_TEXT = '    nl: "De vergunning voor de steiger op Noordeiland is geweigerd."'
_NO_PERMIT = '    en: "No permit has been given yet for the jetty on Noordeiland."'
_REASON = '      reason: {nl: "De accu\'s komen later.", en: "The batteries come later."}'
_SALES = '  title: {nl: "Nieuwe kaartverkoop", en: "New ticket sales"}'

EXAMPLES: dict[Rule, Example] = {
    Rule.MERGE_CONFLICT: Example(
        _STATEMENTS, "<<<<<<< HEAD\n  kind: setback\n=======\n  kind: plan\n>>>>>>> new-letter", "  kind: setback"
    ),
    Rule.TAB: Example(_STATEMENTS, "\tkind: setback", "  kind: setback"),
    Rule.INDENTATION: Example(_STATEMENTS, "  when: 2022\n    kind: setback", "  when: 2022\n  kind: setback"),
    Rule.HYPHEN: Example(_STATEMENTS, "id: jetty-refused", "- id: jetty-refused"),
    Rule.MISSING_SPACE: Example(_STATEMENTS, "  kind:setback", "  kind: setback"),
    Rule.MISSING_COMMA: Example(_THEME, 'title: {nl: "Veren" en: "Ferries"}', _TITLE),
    Rule.UNCLOSED_BRACKET: Example(_STATEMENTS, "  places: [noordeiland", "  places: [noordeiland]"),
    Rule.UNCLOSED_QUOTE: Example(_STATEMENTS, _TEXT[:-1], _TEXT),
    Rule.QUOTE_INSIDE: Example(
        _MILESTONES, _REASON.replace('"De accu\'s komen later."', "'De accu's komen later.'"), _REASON
    ),
    Rule.COLON_IN_TEXT: Example(
        "themes/locks/statements.yaml",
        "    en: The Waterway Service renews two locks: at Oosterdam and at Westhaven.",
        '    en: "The Waterway Service renews two locks: at Oosterdam and at Westhaven."',
    ),
    Rule.COMMA_IN_TEXT: Example(
        _THEME,
        "question: {nl: Waar varen de veren, en waarop?, en: Where do the ferries sail?}",
        'question: {nl: "Waar varen de veren, en waarop?", en: "Where do the ferries sail, and on what?"}',
    ),
    Rule.NEEDS_QUOTES: Example(_STATEMENTS, "    en: @Noordeiland: no permit has been given.", _NO_PERMIT),
    Rule.CURLY_QUOTES: Example(
        _STATEMENTS, "    en: “No permit has been given yet for the jetty on Noordeiland.”", _NO_PERMIT
    ),
    Rule.CUT_OFF: Example(_STATEMENTS, "  cites: verslag-2022 #veren-1", "  cites: [verslag-2022#veren-1]"),
    Rule.PLAIN_VALUE: Example(_STATEMENTS, "  when: &year 2022", "  when: 2022"),
    Rule.PLAIN_KEY: Example(_STATEMENTS, "  [when]: 2022", "  when: 2022"),
    Rule.SECOND_DOCUMENT: Example(_STATEMENTS, "---\n- id: jetty-refused", "- id: jetty-refused"),
    Rule.NOT_YAML: Example(_THEME, 'title: {nl: "Veren\\Winter", en: "Ferries"}', _TITLE),
    Rule.HIDDEN_CHARACTER: Example(_THEME, 'title: {nl: "Ve\u200bren", en: "Ferries"}', _TITLE),
    Rule.REPEATED_KEY: Example(_STATEMENTS, "  kind: setback\n  kind: plan", "  kind: setback"),
    Rule.UNKNOWN_KEY: Example(_STATEMENTS, "  place: [noordeiland]", "  places: [noordeiland]"),
    Rule.MISSING_KEY: Example(_STATEMENTS, "  when: 2022", "  when: 2022\n  kind: setback"),
    Rule.EMPTY_VALUE: Example(_STATEMENTS, "  kind:", "  kind: setback"),
    Rule.NO_ENTRY: Example(_STATEMENTS, "  cites: []", "  cites: [verslag-2022#veren-1]"),
    Rule.SHAPE: Example(_STATEMENTS, "  places: noordeiland", "  places: [noordeiland]"),
    Rule.WRONG_FILE: Example(
        _STATEMENTS,
        "- {cites: verslag-2022#veren-1, says: under-way, due: 2024}\n\n- id: jetty-refused",
        "- id: jetty-refused",
    ),
    Rule.ONE_LANGUAGE: Example(_THEME, 'title: {nl: "Veren"}', _TITLE),
    Rule.UNKNOWN_WORD: Example(_STATEMENTS, "  kind: failure", "  kind: setback"),
    Rule.ID_FORM: Example(_STATEMENTS, "- id: Jetty_Refused", "- id: jetty-refused"),
    Rule.CITATION_FORM: Example(_STATEMENTS, "  cites: [verslag-2022#Veren-1]", "  cites: [verslag-2022#veren-1]"),
    Rule.CITATION_WITHOUT_PASSAGE: Example(_STATEMENTS, "  cites: [verslag-2022]", "  cites: [verslag-2022#veren-1]"),
    Rule.DATE_FORM: Example(_LETTER, "published: 20 juni 2023", "published: 2023-06-20"),
    Rule.NO_SUCH_DAY: Example(_MILESTONES, "      due: 2024-06-31", "      due: 2024-06-30"),
    Rule.INTERVAL: Example("themes/locks/statements.yaml", "  when: 2022/2021", "  when: 2021/2022"),
    Rule.PUBLISHED_ROUGHLY: Example(_LETTER, "published: 2023", "published: 2023-06-20"),
    Rule.NUMBER_FORM: Example(_CHECKS, _TOTAL.replace("22,", "22 checks,", 2).replace("2022 checks", "2022"), _TOTAL),
    Rule.COMMA_DECIMAL: Example(_LOCKS, _WAITING.replace("3.8", "3,8"), _WAITING),
    Rule.THOUSANDS: Example(_CHECKS, _TOTAL.replace("22, basis", "22.000.000, basis"), _TOTAL),
    Rule.SWITCH: Example("sources/meetnet-2021.yaml", "held: no", "held: false"),
    Rule.WEB_ADDRESS: Example(_LETTER, "covers: 2023-H1\nurl: waterdienst.example/brief", "covers: 2023-H1"),
    Rule.REPEATED_ID: Example(_STATEMENTS, "- id: jetty-without-permit", "- id: jetty-refused"),
    Rule.ID_TAKEN: Example(_STATEMENTS, "- id: soft-ground", "- id: jetty-refused"),
    Rule.UNKNOWN_ID: Example(_STATEMENTS, "  places: [noord-eiland]", "  places: [noordeiland]"),
    Rule.UNKNOWN_SOURCE: Example(_STATEMENTS, "  cites: [verslag-2023#veren-1]", "  cites: [verslag-2022#veren-1]"),
    Rule.UNKNOWN_PASSAGE: Example(_STATEMENTS, "  cites: [verslag-2022#veren-9]", "  cites: [verslag-2022#veren-1]"),
    Rule.RELATED_TO_ITSELF: Example(_THEME, "related: [ferries]", "related: [locks]"),
    Rule.SEVERAL_SOURCES: Example(
        _MILESTONES,
        _STALLED.replace("verslag-2022#veren-1", "[verslag-2022#veren-1, brief-2023-06-20#veren-1]"),
        _STALLED,
    ),
    Rule.CITED_TWICE: Example(
        _STATEMENTS, "  cites: [verslag-2022#veren-1, verslag-2022#veren-1]", "  cites: [verslag-2022#veren-1]"
    ),
    Rule.ORDER: Example(
        _MILESTONES,
        f"{_STALLED}\n    - {{cites: brief-2021-03-10#veren-1, says: announced, due: before-summer-2022}}",
        f"    - {{cites: brief-2021-03-10#veren-1, says: announced, due: before-summer-2022}}\n{_STALLED}",
    ),
    Rule.READ_AS_OF: Example(_LETTER, "published: 2023-06-21", "published: 2023-06-20"),
    Rule.NAME_OF_FILE: Example(_LETTER, "id: brief-2023", "id: brief-2023-06-20"),
    Rule.HELD_WITHOUT_PASSAGES: Example("sources/meetnet-2021.yaml", "held: true", "held: false"),
    Rule.LISTED_TWICE: Example(_LETTER, f"{_WHY}\n{_WHY}", _WHY),
    Rule.OUT_OF_SCOPE: Example(_LETTER, f"{_WHY}\n  - {{passage: veren-1, why: other service}}", _WHY),
    Rule.FIGURE_WITHOUT_EVIDENCE: Example(_LOCKS, _WAITING.replace("3.8", "3.7"), _WAITING),
    Rule.TIMELESS: Example(_THEME, 'title: {nl: "Veren in 2022", en: "Ferries in 2022"}', _TITLE),
    Rule.LANGUAGES_DIFFER: Example(_THEME, _SUMMARY.replace('Noordeiland in 2022"}', 'Noordeiland"}'), _SUMMARY),
    Rule.FORMULA: Example(_CHECKS, _TOTAL.replace("12 + 7 + 3", "12 + 7"), _TOTAL),
    Rule.COMPUTED: Example(_CHECKS, _TOTAL.replace("basis: computed, ", ""), _TOTAL),
    Rule.READ_FROM_CHART: Example(_LOCKS, _TRAINED.replace("value: 9,", "value: 9, basis: read-from-chart,"), _TRAINED),
    Rule.SECOND_VALUE: Example(_LOCKS, f"{_TRAINED}\n{_TRAINED.replace('value: 9', 'value: 12')}", _TRAINED),
    Rule.CHANGED_VALUE: Example(_LOCKS, _WAITING.replace("because: revision, ", ""), _WAITING),
    Rule.NOTHING_CHANGED: Example(_LOCKS, _TRAINED.replace("value: 9,", "value: 9, because: revision,"), _TRAINED),
    Rule.PERIOD_NOT_OVER: Example(_LOCKS, _TRAINED.replace("2022, value", "2023, value"), _TRAINED),
    Rule.BREAKDOWN: Example(
        _CHECKS,
        "    - {period: 2022, of: {vessel: ferry}, value: 12, cites: verslag-2022#veren-3}",
        "    - {period: 2022, of: {vessel: ferry, season: summer}, value: 12, cites: verslag-2022#veren-3}",
    ),
    Rule.OFF_THE_EARTH: Example(_PLACES, "lat: 5210", "lat: 52.10"),
    Rule.DONE_IS_SAID: Example(
        _MILESTONES, "      says: under-way\n      done: 2024-06-30", "      says: under-way\n      due: 2024-06-30"
    ),
    Rule.DONE_LATER: Example(
        _MILESTONES, "      says: done\n      done: 2024-06-30", "      says: under-way\n      due: 2024-06-30"
    ),
    Rule.DUE_BEFORE: Example(
        "themes/locks/milestones.yaml",
        "    - {cites: brief-2021-03-10#sluizen-2, says: announced, due: 2020}",
        "    - {cites: brief-2021-03-10#sluizen-2, says: announced, due: 2022}",
    ),
    Rule.LINEAGE: Example(
        _MILESTONES,
        f"{_SALES}\n  lineage: {{kind: merged, of: [electric-ferries], cites: verslag-2022#veren-2}}",
        _SALES,
    ),
    Rule.LINEAGE_LOOP: Example(
        _MILESTONES,
        f"{_SALES}\n  lineage: {{kind: renamed, of: [ticket-sales], cites: verslag-2022#veren-2}}",
        _SALES,
    ),
    Rule.TOO_LONG: Example(_THEME, _SUMMARY.replace("A ferry", f"A ferry{' that sails every day' * 4}"), _SUMMARY),
    Rule.KEY_FIGURES: Example(
        _THEME,
        "related: [locks]\n"
        "key_figures: [safety-checks, safety-checks-total, ticket-sales, electric-ferries, ferry-noordeiland]",
        "related: [locks]",
    ),
    Rule.TOO_LARGE: Example(_THEME, "terms: [[[[[[[[[[[[veer]]]]]]]]]]]]", 'terms: ["veer", "veren", "veerdienst"]'),
    Rule.TENSION: Example(
        _TENSIONS,
        "  cites: [verslag-2022#sluizen-3]",
        "  cites: [meetnet-2021#wachttijd-1, verslag-2022#sluizen-3]",
    ),
    Rule.COPIED: Example(
        _STATEMENTS,
        '    nl: "De vergunning voor de steiger is geweigerd, en een andere plek op het eiland is er niet."',
        _TEXT,
    ),
}
"""By rule; those of whole files, documents and templates are in WAYS_OUT."""

WAYS_OUT: dict[Rule, str] = {
    Rule.ALIAS: "In data/aliases.yaml, `was` is an id that is no more, `became` one that is; a passage has its source.",
    Rule.SILENT_CHANGE: "Log it in data/corrections.yaml, with the id of the record under `of`, or undo the change.",
    Rule.LOST_ID: "Write in data/aliases.yaml which record tells it now, or restore the record.",
    Rule.MISSING_FILE: "Restore the file from an earlier version, or write it with the keys that data/README.md lists.",
    Rule.UNREAD_FILE: "Give the file one of the names in data/README.md: statements.yaml, not statement.yaml or .yml.",
    Rule.WATCH: "In data/atlas.yaml, each of `watch.services` has an id of its own, and one of kind sru its `query`.",
    Rule.CLOSING_SLASH: "End `address` and `edit` of data/atlas.yaml in a slash: https://example.org/atlas/edit/main/",
    Rule.FORM: "`atlas fmt` puts files into their form; without it, write the line as the message shows it.",
    Rule.ENCODING: "Open the file in an editor, choose `Save with encoding` or `Save as`, and there UTF-8.",
    Rule.NO_EDITION: "Write data/sources/<id>.yaml with `kind: letter`, or let `atlas ingest` write it.",
    Rule.PASSAGES_WITHOUT_SOURCE: "Write data/sources/<id>.yaml for data/passages/<id>.yaml, or delete the latter.",
    Rule.BRACES: "Keep names in braces, such as `{n}`, as they are, in data/words/nl.yaml and in data/words/en.yaml.",
    Rule.PHRASES: "Write the phrase, as a text, in data/words/nl.yaml and in data/words/en.yaml.",
    Rule.CONTENT: "Write content/nl/<page>.md for content/en/<page>.md, and the other way round.",
    Rule.TEMPLATE: "Look at the line of the template that the message names: what stands in double braces is misspelt.",
    Rule.PASSAGE_CHANGED: "Look at what cites the passage; then run `atlas ingest` once more with --accept.",
    Rule.DOCUMENT: "Put the document there as it was published; if it is, run `atlas ingest` with --accept.",
}
"""What to do, by the rules that no line of an example can show."""
