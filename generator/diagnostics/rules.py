"""The names of the rules: every diagnostic names the rule that is broken, and `atlas explain` describes it."""

from enum import StrEnum


class Rule(StrEnum):
    """What the atlas requires of those who write its data; rules.toml in this package has the reason for each."""

    # The file
    MISSING_FILE = "missing-file"
    UNREAD_FILE = "unread-file"
    NAME_OF_FILE = "name-of-file"
    ENCODING = "encoding"
    TOO_LARGE = "too-large"
    MERGE_CONFLICT = "merge-conflict"
    HIDDEN_CHARACTER = "hidden-character"

    # How YAML is written
    TAB = "tab"
    INDENTATION = "indentation"
    HYPHEN = "hyphen"
    MISSING_SPACE = "missing-space"
    MISSING_COMMA = "missing-comma"
    UNCLOSED_BRACKET = "unclosed-bracket"
    UNCLOSED_QUOTE = "unclosed-quote"
    QUOTE_INSIDE = "quote-inside"
    COLON_IN_TEXT = "colon-in-text"
    COMMA_IN_TEXT = "comma-in-text"
    NEEDS_QUOTES = "needs-quotes"
    CURLY_QUOTES = "curly-quotes"
    CUT_OFF = "cut-off"
    PLAIN_VALUE = "plain-value"
    PLAIN_KEY = "plain-key"
    SECOND_DOCUMENT = "second-document"
    NOT_YAML = "not-yaml"

    # Keys and values
    REPEATED_KEY = "repeated-key"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    EMPTY_VALUE = "empty-value"
    NO_ENTRY = "no-entry"
    SHAPE = "shape"
    WRONG_FILE = "wrong-file"
    ONE_LANGUAGE = "one-language"
    UNKNOWN_WORD = "unknown-word"
    ID_FORM = "id-form"
    CITATION_FORM = "citation-form"
    CITATION_WITHOUT_PASSAGE = "citation-without-passage"
    DATE_FORM = "date-form"
    NO_SUCH_DAY = "no-such-day"
    INTERVAL = "interval"
    PUBLISHED_ROUGHLY = "published-roughly"
    NUMBER_FORM = "number-form"
    COMMA_DECIMAL = "comma-decimal"
    THOUSANDS = "thousands"
    SWITCH = "switch"
    WEB_ADDRESS = "web-address"

    # Services that the watch queries
    WATCH = "watch"

    # The settings of MkDocs
    MKDOCS = "mkdocs"

    # The format of files
    FORM = "form"

    # Ids and what they name
    REPEATED_ID = "repeated-id"
    ID_TAKEN = "id-taken"
    UNKNOWN_ID = "unknown-id"
    UNKNOWN_SOURCE = "unknown-source"
    UNKNOWN_PASSAGE = "unknown-passage"
    ALIAS = "alias"
    AMENDMENT = "amendment"
    CORRECTED_BEFORE = "corrected-before"
    RELATED_TO_ITSELF = "related-to-itself"

    # Sources and citations
    SEVERAL_SOURCES = "several-sources"
    CITED_TWICE = "cited-twice"
    ORDER = "order"
    NO_EDITION = "no-edition"
    HELD_WITHOUT_PASSAGES = "held-without-passages"
    READ_AS_OF = "read-as-of"
    SEAL = "seal"
    PASSAGES_WITHOUT_SOURCE = "passages-without-source"
    LISTED_TWICE = "listed-twice"
    OUT_OF_SCOPE = "out-of-scope"
    EXTERNAL_SOURCE = "external-source"
    OUTSIDE_CITED = "outside-cited"
    TENSION = "tension"

    # Figures
    FIGURE_WITHOUT_EVIDENCE = "figure-without-evidence"
    TIMELESS = "timeless"
    LANGUAGES_DIFFER = "languages-differ"
    FORMULA = "formula"
    COMPUTED = "computed"
    READ_FROM_CHART = "read-from-chart"
    SECOND_VALUE = "second-value"
    CHANGED_VALUE = "changed-value"
    NOTHING_CHANGED = "nothing-changed"
    PERIOD_NOT_OVER = "period-not-over"
    CONTRADICTS = "contradicts"
    COUNTED_BODY = "counted-body"
    MIXED_PERIODS = "mixed-periods"
    BREAKDOWN = "breakdown"
    OFF_THE_EARTH = "off-the-earth"
    OUTSIDE_ITS_COUNTRY = "outside-its-country"

    # What texts mean
    NEGATION_DIFFERS = "negation-differs"
    MEANING_DIFFERS = "meaning-differs"
    UNIT_DIFFERS = "unit-differs"
    NAME_DIFFERS = "name-differs"
    WRONG_LANGUAGE = "wrong-language"
    PLACEHOLDER = "placeholder"
    MARKUP = "markup"
    UNLIKE_PASSAGE = "unlike-passage"
    NEARER_PASSAGE = "nearer-passage"
    OPPOSITE_OF_PASSAGE = "opposite-of-passage"
    NAME_NOT_IN_PASSAGE = "name-not-in-passage"
    DENIAL_NOT_IN_PASSAGE = "denial-not-in-passage"
    OTHER_YEAR = "other-year"
    WORD_NOT_READ = "word-not-read"
    WORD_OF_ONE_LANGUAGE = "word-of-one-language"
    FIGURE_NOT_READ = "figure-not-read"
    NAME_NOT_READ = "name-not-read"
    NOT_NAMED = "not-named"
    FIGURES_IN_OTHER_ORDER = "figures-in-other-order"
    YEAR_AS_NUMBER = "year-as-number"
    NOT_YET = "not-yet"
    DENIAL_LOST = "denial-lost"
    UNIT_OF_PASSAGE = "unit-of-passage"
    TAKEN_TWICE = "taken-twice"
    HEDGE_OF_PASSAGE = "hedge-of-passage"
    DIRECTION_OF_PASSAGE = "direction-of-passage"
    SAID_TWICE = "said-twice"
    OFF_THEME = "off-theme"
    PLACE_NOT_NAMED = "place-not-named"
    ANNOUNCED_AFTER_DONE = "announced-after-done"
    ALLOWED = "allowed"

    # Milestones
    DONE_IS_SAID = "done-is-said"
    DUE_BEFORE = "due-before"
    DONE_LATER = "done-later"
    LINEAGE = "lineage"
    LINEAGE_TIME = "lineage-time"
    LINEAGE_LOOP = "lineage-loop"

    # What may be claimed
    NATURE = "nature"
    MEASURABLE = "measurable"
    LOOKED = "looked"
    NOT_LOOKED = "not-looked"
    NEAR_PASSAGE = "near-passage"
    EXISTENCE_ONLY = "existence-only"

    # What was published
    SILENT_CHANGE = "silent-change"
    LOST_ID = "lost-id"

    # Pages
    TOO_LONG = "too-long"
    STANDS_ALONE = "stands-alone"
    THREAD = "thread"
    KEY_FIGURES = "key-figures"
    BRACES = "braces"
    PHRASES = "phrases"
    CONTENT = "content"
    TEMPLATE = "template"

    # Documents
    PASSAGE_CHANGED = "passage-changed"
    DOCUMENT = "document"
    COPIED = "copied"
