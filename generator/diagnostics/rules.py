"""The catalogue of rules: every problem names the one it is about, and `atlas explain` tells what it means."""

from enum import StrEnum


class Rule(StrEnum):
    """What the atlas asks of those who write; each with what it means and why it is asked."""

    meaning: str
    """One sentence or two, for somebody who has never seen the project."""

    def __new__(cls, name: str, meaning: str) -> "Rule":
        """The member: its value is the name, its sentence stands beside it."""
        rule = str.__new__(cls, name)
        rule._value_ = name
        rule.meaning = meaning
        return rule

    # The file
    MISSING_FILE = "missing-file", "A file that the site cannot do without is not there."
    UNREAD_FILE = "unread-file", "Files have fixed names and end in .yaml; under another name nobody would read it."
    NAME_OF_FILE = "name-of-file", "A file is named after the id in it, so that each is found by the other."
    ENCODING = "encoding", "Files are saved as UTF-8: in another encoding é and € would turn into other letters."
    TOO_LARGE = "too-large", "A file of this size or depth is a slip or an attack; it would make every build slow."
    MERGE_CONFLICT = "merge-conflict", "Git marks what two people changed at once; one must choose what is to stand."
    HIDDEN_CHARACTER = (
        "hidden-character",
        "A character that cannot be seen makes a text read otherwise than it is, and a search miss it.",
    )

    # How YAML is written
    TAB = "tab", "Lines are indented with spaces: how wide a tab is differs from one editor to another."
    INDENTATION = (
        "indentation",
        "What belongs together is indented alike: the spaces in front tell what is part of what.",
    )
    HYPHEN = "hyphen", "Each record of a list starts with a hyphen and a space; without, it runs into the one before."
    MISSING_SPACE = (
        "missing-space",
        "A colon and a space follow each key, and a space the hyphen of an entry: `id: x`, `- x`.",
    )
    MISSING_COMMA = "missing-comma", "Between braces or brackets a comma parts one entry from the next."
    UNCLOSED_BRACKET = "unclosed-bracket", "What a brace or bracket opens must be closed, or it swallows what follows."
    UNCLOSED_QUOTE = "unclosed-quote", "A text that starts with a quote mark ends at the next; without one it runs on."
    QUOTE_INSIDE = "quote-inside", "A quote mark inside a quoted text ends it there; what follows belongs to nothing."
    COLON_IN_TEXT = (
        "colon-in-text",
        "A colon and a space make a key of what stands before them, unless quotes say text.",
    )
    COMMA_IN_TEXT = "comma-in-text", "Between braces a comma ends the text, unless it stands between quotes."
    NEEDS_QUOTES = "needs-quotes", "A text that starts with a sign of YAML is read as something else without quotes."
    CURLY_QUOTES = "curly-quotes", "Only the straight quote marks of the keyboard make a text; others would be printed."
    CUT_OFF = "cut-off", "A # behind a space starts a comment: the rest of the line would be lost without a word."
    PLAIN_VALUE = (
        "plain-value",
        "Values are written out where they stand; anchors, aliases and tags hide what is meant.",
    )
    PLAIN_KEY = "plain-key", "A key is one plain word, or nobody could say where a value belongs."
    SECOND_DOCUMENT = "second-document", "A file is one list or one record; a line of three hyphens starts another."
    NOT_YAML = "not-yaml", "The file cannot be read as YAML, so nothing in it reaches the site."

    # Keys and values
    REPEATED_KEY = "repeated-key", "A key stands once in a record: of two, one would be lost without a word."
    UNKNOWN_KEY = (
        "unknown-key",
        "Only the keys of data/README.md are read: a misspelt one would be lost without a word.",
    )
    MISSING_KEY = "missing-key", "The pages need this key in every record of its kind."
    EMPTY_VALUE = "empty-value", "Nothing stands behind the key: whether that was meant cannot be told."
    NO_ENTRY = "no-entry", "The list needs an entry: a record without a source or a value says nothing."
    SHAPE = "shape", "A key holds one value, a list, or keys with values, as data/README.md says of it."
    WRONG_FILE = "wrong-file", "Each kind of record has a file of its own; here its keys mean nothing."
    ONE_LANGUAGE = "one-language", "Every text stands in both languages: each reader is to find the same."
    UNKNOWN_WORD = "unknown-word", "Only the words of a fixed set are read here: pages sort and count by them."
    ID_FORM = "id-form", "An id becomes part of an address, so it is lower-case words joined by single hyphens."
    CITATION_FORM = "citation-form", "A citation is source#passage, as listed in data/passages/: both are links."
    CITATION_WITHOUT_PASSAGE = (
        "citation-without-passage",
        "A citation names the passage too: a reader is to find the sentence, not to search a document.",
    )
    DATE_FORM = (
        "date-form",
        "Dates have one form, 2026-06-11, or a rougher one: 11/6 is June to some, November to others.",
    )
    NO_SUCH_DAY = "no-such-day", "The calendar has no such day."
    INTERVAL = "interval", "An interval has two ends with a slash between, the earlier first."
    PUBLISHED_ROUGHLY = (
        "published-roughly",
        "An edition is named by the day or month of its source; a year is too rough.",
    )
    NUMBER_FORM = (
        "number-form",
        "A value is digits alone: what stands beside them is the unit's, or can be read two ways.",
    )
    COMMA_DECIMAL = "comma-decimal", "Decimals stand behind a point: a comma is thousands to an English reader."
    THOUSANDS = "thousands", "No sign parts thousands: 28.000 is 28 with decimals to some readers. Pages put it there."
    SWITCH = "switch", "A switch is true or false, and no other word for it."
    WEB_ADDRESS = "web-address", "A link leads to the web and starts with https://; anything else could do harm."
    CLOSING_SLASH = "closing-slash", "A base address ends in a slash, or the path behind it would run into its end."

    # Services that are asked for papers
    WATCH = "watch", "A service is asked by its own question, and a paper is found by words that can be searched for."

    # The form of files
    FORM = "form", "Every file has one form, so that a review shows what changed and nothing else."

    # Ids and what they name
    REPEATED_ID = "repeated-id", "Of two records of one id, one would be lost without a word."
    ID_TAKEN = "id-taken", "An id is an address on the site, so no two records share one."
    UNKNOWN_ID = "unknown-id", "What a record names must exist, or its link would lead nowhere."
    UNKNOWN_SOURCE = "unknown-source", "A reader must be able to open the document behind every record."
    UNKNOWN_PASSAGE = "unknown-passage", "A citation leads to a passage; this one is not in its source."
    ALIAS = "alias", "An id that is no more leads to one that is, in one step, so that old links stay good."
    RELATED_TO_ITSELF = "related-to-itself", "Related themes are those to read next; a theme is not its own neighbour."

    # Sources and citations
    SEVERAL_SOURCES = "several-sources", "What one source says is one entry: the history shows who said what, and when."
    CITED_TWICE = "cited-twice", "A list of citations names each passage once, or a page would print it twice."
    ORDER = "order", "Entries stand oldest source first, so that a new letter is added below and a review stays short."
    NO_EDITION = (
        "no-edition",
        "Every letter or report makes an edition of the atlas; without any there is nothing to build.",
    )
    HELD_WITHOUT_PASSAGES = (
        "held-without-passages",
        "A source whose text was read has passages to hold figures against.",
    )
    READ_AS_OF = "read-as-of", "Words like `this year` in the passages were read against another day of publication."
    PASSAGES_WITHOUT_SOURCE = "passages-without-source", "Passages belong to a source; nothing could cite these."
    LISTED_TWICE = "listed-twice", "A passage is listed once as out of scope, with one reason."
    OUT_OF_SCOPE = "out-of-scope", "A passage either carries something for the atlas or it does not."
    TENSION = "tension", "Two sources contradict each other only where two passages are cited."

    # Figures
    FIGURE_WITHOUT_EVIDENCE = (
        "figure-without-evidence",
        "Every number and date stands in a passage that its record cites, so that a reader can look it up.",
    )
    TIMELESS = "timeless", "What shows in every edition cites nothing, so it names no figure or date that could change."
    LANGUAGES_DIFFER = (
        "languages-differ",
        "Both languages carry the same figures, each as often: readers of each are told the same.",
    )
    FORMULA = "formula", "A computed value follows by its formula from figures that the passages print."
    COMPUTED = "computed", "A value that is computed shows how; one that is printed needs no formula."
    READ_FROM_CHART = (
        "read-from-chart",
        "A value read by eye says from which chart and how, so that another can do it again.",
    )
    SECOND_VALUE = "second-value", "One source gives one value for a period; two that contradict are a tension."
    CHANGED_VALUE = "changed-value", "A figure never changes in silence: a later value that differs says why."
    NOTHING_CHANGED = "nothing-changed", "A `because` explains why a value differs from an earlier one; here none does."
    PERIOD_NOT_OVER = (
        "period-not-over",
        "A value for a period that was still running is a plan or forecast, and must say so.",
    )
    BREAKDOWN = (
        "breakdown",
        "Each value of a broken-down indicator names one category of every dimension, or sums go wrong.",
    )
    OFF_THE_EARTH = "off-the-earth", "Degrees north go from -90 to 90, degrees east from -180 to 180."

    # Milestones
    DONE_IS_SAID = "done-is-said", "Only what a source calls done has a day on which it was done."
    DUE_BEFORE = (
        "due-before",
        "What was due before the source was published is no promise of it: the source looks back, or it is done.",
    )
    DONE_LATER = "done-later", "No source can tell that something was done after the day it was published itself."
    LINEAGE = "lineage", "A milestone came out of others, each named once: one was renamed, two or more were merged."
    LINEAGE_LOOP = (
        "lineage-loop",
        "A milestone came out of earlier ones, never of itself, or its history would have no end.",
    )

    # What was published
    SILENT_CHANGE = (
        "silent-change",
        "What stood in a published edition changes only with a correction.",
    )
    LOST_ID = "lost-id", "An id that was published stays an address: links to it are kept by an alias."

    # Pages
    TOO_LONG = "too-long", "The summary is one line on a card; a longer one would be cut."
    KEY_FIGURES = "key-figures", "A page opens with few figures, or none stands out."
    BRACES = (
        "braces",
        "What stands in braces is filled in when a page is made; another name would be filled in by nothing.",
    )
    PHRASES = "phrases", "Both languages have the same phrases, each a text, or a page would have holes."
    CONTENT = "content", "Every page of content/ stands there in both languages."
    TEMPLATE = "template", "A template names something that is not there; the page would have a hole."

    # Documents
    PASSAGE_CHANGED = (
        "passage-changed",
        "A passage that was read before would read otherwise; what cites it may not hold.",
    )
    DOCUMENT = "document", "The passages kept are those of the document, or checks would look at something else."
    COPIED = "copied", "The atlas tells in its own words; seven words in a row of a source are a copy."
