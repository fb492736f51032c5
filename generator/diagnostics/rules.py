"""The catalogue of rules: every diagnostic names the rule that is broken, and `atlas explain` describes it."""

from enum import StrEnum


class Rule(StrEnum):
    """What the atlas requires of those who write its data; each rule with its reason."""

    meaning: str
    """One or two sentences, for somebody who is new to the project."""

    def __new__(cls, name: str, meaning: str) -> "Rule":
        """The member: its value is the name, its `meaning` the sentence."""
        rule = str.__new__(cls, name)
        rule._value_ = name
        rule.meaning = meaning
        return rule

    # The file
    MISSING_FILE = "missing-file", "A file that the site requires does not exist."
    UNREAD_FILE = "unread-file", "Files have fixed names that end in .yaml; a file with another name would be ignored."
    NAME_OF_FILE = "name-of-file", "A file has the same name as the id in it, so that each can be found from the other."
    ENCODING = "encoding", "Files are saved as UTF-8: in another encoding, letters such as é and € are lost."
    TOO_LARGE = (
        "too-large",
        "A file this large or deeply nested is a mistake or an attack, and would slow down every build.",
    )
    MERGE_CONFLICT = "merge-conflict", "Git marks lines that two people changed; somebody must choose which to keep."
    HIDDEN_CHARACTER = (
        "hidden-character",
        "An invisible character can make a text look different from what it is, and searches miss it.",
    )

    # How YAML is written
    TAB = "tab", "Lines are indented with spaces: the width of a tab differs between editors."
    INDENTATION = (
        "indentation",
        "Lines at the same level have the same indentation: the leading spaces determine what is part of what.",
    )
    HYPHEN = (
        "hyphen",
        "Each record of a list starts with a hyphen and a space; without them it merges with the previous one.",
    )
    MISSING_SPACE = (
        "missing-space",
        "A key is followed by a colon and a space, and the hyphen of an entry by a space: `id: x`, `- x`.",
    )
    MISSING_COMMA = "missing-comma", "Entries in braces or brackets are separated by commas."
    UNCLOSED_BRACKET = "unclosed-bracket", "Every opening brace or bracket must be closed, or it includes what follows."
    UNCLOSED_QUOTE = (
        "unclosed-quote",
        "A text that starts with a quote mark must end with one; otherwise it includes what follows.",
    )
    QUOTE_INSIDE = "quote-inside", "A quote mark inside a quoted text ends it there, and what follows cannot be read."
    COLON_IN_TEXT = (
        "colon-in-text",
        "A colon and a space turn the words before them into a key, unless the text is quoted.",
    )
    COMMA_IN_TEXT = "comma-in-text", "In braces a comma ends the text, unless the text is quoted."
    NEEDS_QUOTES = (
        "needs-quotes",
        "A text that starts with a special character of YAML must be quoted, or it is read as something else.",
    )
    CURLY_QUOTES = "curly-quotes", "Only straight quote marks delimit a text; curly ones would be printed."
    CUT_OFF = "cut-off", "A # after a space starts a comment: the rest of the line would be lost silently."
    PLAIN_VALUE = (
        "plain-value",
        "Every value is written out in full; anchors, aliases and tags are not allowed, because they hide it.",
    )
    PLAIN_KEY = "plain-key", "A key is one plain word, so that it is clear where a value belongs."
    SECOND_DOCUMENT = (
        "second-document",
        "A file is one list or one record; a line of three hyphens would start another document.",
    )
    NOT_YAML = "not-yaml", "The file cannot be read as YAML, so nothing in it reaches the site."

    # Keys and values
    REPEATED_KEY = "repeated-key", "A key occurs once in a record: of two, one would be lost silently."
    UNKNOWN_KEY = (
        "unknown-key",
        "Only the keys in data/README.md are read: a misspelt one would be lost silently.",
    )
    MISSING_KEY = "missing-key", "This key is required in every record of this kind."
    EMPTY_VALUE = "empty-value", "The key has no value, and it is not clear whether that is intended."
    NO_ENTRY = "no-entry", "The list needs at least one entry: a record without a source or a value says nothing."
    SHAPE = "shape", "The value of a key is one value, a list, or keys with values, as data/README.md describes."
    WRONG_FILE = "wrong-file", "Each kind of record has its own file; in another file its keys are unknown."
    ONE_LANGUAGE = "one-language", "Every text is written in both languages, so that all readers find the same."
    UNKNOWN_WORD = "unknown-word", "Only the words of a fixed set are allowed here: pages sort and count by them."
    ID_FORM = (
        "id-form",
        "An id becomes part of an address, so it consists of lower-case words joined by single hyphens.",
    )
    CITATION_FORM = "citation-form", "A citation is source#passage, as listed in data/passages/: pages link to both."
    CITATION_WITHOUT_PASSAGE = (
        "citation-without-passage",
        "A citation includes the passage, so that a reader finds the sentence without searching a document.",
    )
    DATE_FORM = (
        "date-form",
        "Dates are written as 2026-06-11, or less precisely: to some readers 11/6 is in June, to others in November.",
    )
    NO_SUCH_DAY = "no-such-day", "The calendar does not have this day."
    INTERVAL = "interval", "An interval is written as two dates with a slash between them, the earlier first."
    PUBLISHED_ROUGHLY = (
        "published-roughly",
        "An edition is named by the day or month of its source; a year is not precise enough.",
    )
    NUMBER_FORM = (
        "number-form",
        "A value is a number without anything else: a sign or word belongs in the unit.",
    )
    COMMA_DECIMAL = (
        "comma-decimal",
        "The decimal separator is a point: to an English reader a comma separates thousands.",
    )
    THOUSANDS = (
        "thousands",
        "Thousands are not separated: to some readers 28.000 is 28 with decimals. Pages add the separator.",
    )
    SWITCH = "switch", "A switch is written as true or false (held also as partial), not as any other word."
    WEB_ADDRESS = "web-address", "A link leads to the web and starts with https://; other schemes could do harm."

    # Services that the watch queries
    WATCH = (
        "watch",
        "Each service of the watch has its own query, and papers are found by words that can be searched for.",
    )

    # The settings of MkDocs
    MKDOCS = (
        "mkdocs",
        "A setting of mkdocs.yml does what it does in MkDocs and Material, or is refused: none is ignored.",
    )

    # The format of files
    FORM = "form", "Every file is in canonical form, so that a review shows only what changed."

    # Ids and what they name
    REPEATED_ID = (
        "repeated-id",
        "Ids are unique in a list: of two records with the same id, one would be lost silently.",
    )
    ID_TAKEN = "id-taken", "An id is an address on the site, so no two records share one."
    UNKNOWN_ID = "unknown-id", "What a record refers to must exist, or its link would be broken."
    UNKNOWN_SOURCE = "unknown-source", "A reader must be able to open the document behind every record."
    UNKNOWN_PASSAGE = "unknown-passage", "A citation leads to a passage of its source; this source does not have it."
    ALIAS = "alias", "An id that no longer exists leads to one that does, in one step, so that old links keep working."
    RELATED_TO_ITSELF = "related-to-itself", "Related themes are those to read next; a theme is not its own neighbour."

    # Sources and citations
    SEVERAL_SOURCES = (
        "several-sources",
        "Each entry is what one source says, so that the history shows who said what, and when.",
    )
    CITED_TWICE = "cited-twice", "A list of citations names each passage once, or a page would print it twice."
    ORDER = (
        "order",
        "Entries are ordered by source, oldest first, so that a new letter is appended at the end.",
    )
    NO_EDITION = (
        "no-edition",
        "Every letter or report makes an edition of the atlas; without any there is nothing to build.",
    )
    HELD_WITHOUT_PASSAGES = (
        "held-without-passages",
        "A held source has passages, against which figures are checked.",
    )
    READ_AS_OF = (
        "read-as-of",
        "Words such as `this year` in the passages were resolved with another day of publication.",
    )
    PASSAGES_WITHOUT_SOURCE = (
        "passages-without-source",
        "Passages belong to a source; without one, nothing can cite them.",
    )
    LISTED_TWICE = "listed-twice", "A passage is listed once as out of scope, with one reason."
    OUT_OF_SCOPE = "out-of-scope", "A passage is either cited or out of scope, not both."
    TENSION = "tension", "Two sources contradict each other only where two passages are cited."

    # Figures
    FIGURE_WITHOUT_EVIDENCE = (
        "figure-without-evidence",
        "Every number and date occurs in a passage that its record cites, so that a reader can look it up.",
    )
    TIMELESS = (
        "timeless",
        "A text that is shown in every edition cites nothing, so it has no figure or date that could change.",
    )
    LANGUAGES_DIFFER = (
        "languages-differ",
        "Both languages have the same figures, each as often, so that all readers learn the same.",
    )
    FORMULA = "formula", "A computed value is the result of its formula over numbers that occur in the passages."
    COMPUTED = "computed", "A computed value has a formula; a value that the source prints has none."
    READ_FROM_CHART = (
        "read-from-chart",
        "A value read from a chart states which chart and how, so that others can repeat it.",
    )
    SECOND_VALUE = (
        "second-value",
        "One source gives one value for a period; two that contradict each other are a tension.",
    )
    CHANGED_VALUE = "changed-value", "A figure never changes silently: a later value that differs states why."
    NOTHING_CHANGED = (
        "nothing-changed",
        "A `because` explains why a value differs from an earlier one; here it is equal.",
    )
    PERIOD_NOT_OVER = (
        "period-not-over",
        "A value for a period that was still running is a plan or forecast, and must be marked as such.",
    )
    BREAKDOWN = (
        "breakdown",
        "Each value of a broken-down indicator names one category of every dimension, or sums go wrong.",
    )
    OFF_THE_EARTH = "off-the-earth", "Latitude is between -90 and 90 degrees, longitude between -180 and 180."

    # Milestones
    DONE_IS_SAID = "done-is-said", "Only a milestone that a source reports as done has a date on which it was done."
    DUE_BEFORE = (
        "due-before",
        "A due date before the source was published is not a promise: it was recalled, or is done.",
    )
    DONE_LATER = "done-later", "A source cannot report something as done after its own day of publication."
    LINEAGE = (
        "lineage",
        "A lineage lists each other milestone once: one was renamed or split, two or more were merged.",
    )
    LINEAGE_TIME = (
        "lineage-time",
        "What follows a step is not done before it: otherwise the chain would have a hole in time.",
    )
    LINEAGE_LOOP = (
        "lineage-loop",
        "A milestone comes from earlier ones, never from itself, or its history would not end.",
    )

    # What may be claimed
    NATURE = (
        "nature",
        "A promise and a step are owed by somebody: what Customs does not owe is not held against it.",
    )
    MEASURABLE = (
        "measurable",
        "A promise that is too vague to be judged says so, and why: that is a finding, not a gap.",
    )
    LOOKED = (
        "looked",
        "Where something was looked for in vain is a document that was read, with its passages, and listed once.",
    )
    NOT_LOOKED = (
        "not-looked",
        "Nothing is called past without a word unless somebody looked for it in every later document that was read.",
    )
    NEAR_PASSAGE = (
        "near-passage",
        "Nothing is called absent while a passage that has much in common with it has not been looked at.",
    )
    EXISTENCE_ONLY = (
        "existence-only",
        "A document that was not read proves that it exists, by its date and title, and nothing of its content.",
    )

    # What was published
    SILENT_CHANGE = (
        "silent-change",
        "The content of a published edition changes only with a correction.",
    )
    LOST_ID = "lost-id", "A published id remains an address: if its record goes, an alias keeps links to it working."

    # Pages
    TOO_LONG = "too-long", "The summary is one line on a card; a longer one would be cut off."
    STANDS_ALONE = (
        "stands-alone",
        "A statement has an address and a search result of its own, so it is understood without the one before it.",
    )
    THREAD = (
        "thread",
        "A thread is a subject that a reader follows through the documents: a record is in one, or alone.",
    )
    KEY_FIGURES = "key-figures", "A page opens with only a few key figures, so that each is noticed."
    BRACES = (
        "braces",
        "A name in braces is replaced by a value when a page is made; an unknown name has none.",
    )
    PHRASES = "phrases", "Both languages have the same phrases, each a text, or parts of a page would be missing."
    CONTENT = "content", "Every page in content/ exists in both languages."
    TEMPLATE = "template", "A template uses a name that does not exist; that part of the page would be missing."

    # Documents
    PASSAGE_CHANGED = (
        "passage-changed",
        "The text of a passage differs from the text that was ingested; records that cite it may be wrong.",
    )
    DOCUMENT = "document", "The stored passages match the document, or checks would use a different text."
    COPIED = "copied", "The atlas uses its own words; seven consecutive words of a source are a copy."
