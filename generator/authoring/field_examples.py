"""An example of every text and id that people write, as editors show it, of an invented agency of locks."""

from collections.abc import Mapping

Translated = tuple[str, str]
"""Dutch and English."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "Source.id": ("letter-2026-1", "annual-report-2025"),
    "Source.reference": ("2026-0000243288", "31 934, nr. 35"),
    "OutOfScope.why": ("closing formula", "table of contents", "announces what follows"),
    "Passage.id": ("locks-1", "locks-2"),
    "Passage.section": ("Locks", "Locks › Maintenance"),
    "Passage.hash": ("9c6fa636e8a01676", "7f62f9bfcf63557e"),
    "PassageIndex.sha256": ("506f0c7c3dea37b1a0e68bd9d890d2076fd04f4086aae944865ff7ff981fd6ff",),
    "ThemeText.terms": ("lock", "locks", "lock gate"),
    "Statement.id": ("north-lock-repaired", "ferry-timetable-agreed"),
    "Observation.formula": ("9 / 11", "1200 - 1094"),
    "Indicator.id": ("locks-repaired", "ferry-passengers"),
    "Milestone.id": ("north-lock-open", "ferry-electric"),
    "Tension.id": ("north-lock-start", "ferries-more-or-fewer"),
    "Place.id": ("port-of-north", "north-region"),
    "Term.id": ("lock-chamber", "water-act"),
    "Term.abbreviation": ("KRW", "ROV"),
    "Document.id": ("kst-31934-35", "letter-on-locks-2019"),
    "Document.number": ("31 934, nr. 35", "26 643, nr. 582"),
    "Name.id": ("agreement-on-the-northern-locks", "act-on-ferries"),
    "Name.name": (
        "State Secretary for Water – Locks and Ferries, A. Example",
        "Act on the Locks of the North",
    ),
    "Category.id": ("passenger", "freight"),
    "Group.id": ("works", "people"),
    "Dimension.id": ("kind-of-ship", "reason"),
    "Correction.id": ("locks-repaired-2025", "ferry-date"),
    "Correction.of": ("locks-repaired", "north-lock-open"),
    "Alias.was": ("lock-north-open", "northern-lock"),
    "Alias.became": ("north-lock-open", "locks"),
    "Watch.dossier": ("31934", "26643"),
    "Watch.titles": ("state of affairs", "locks? and ferr(y|ies)"),
    "Service.id": ("house", "official-publications"),
    "Service.query": ("w.dossiernummer=={dossier}", "w.dossiernummer=={dossier} and dt.type=Brief"),
    "Service.dossier": ("31934", "31 934"),
    "ElementNames.number": ("identifier", "nummer"),
    "ElementNames.title": ("title", "onderwerp"),
    "ElementNames.published": ("issued", "datum"),
    "ElementNames.dossier": ("dossiernummer", "kamerstukdossier"),
    "ElementNames.part": ("ondernummer", "volgnummer"),
    "ElementNames.reference": ("kenmerk", "reference"),
}
"""By model and field: two or more, so that none is written for the editor."""

TEXTS: Mapping[str, Translated] = {
    "Source.title": ("Eerste brief over de sluizen 2026", "First letter on the locks 2026"),
    "Source.sender": ("staatssecretaris van Water", "State Secretary for Water"),
    "Source.note": ("Gedrukt is mei 2026.", "May 2026 is printed."),
    "Standing.summary": ("Twee van de drie sluizen zijn open", "Two of the three locks are open"),
    "Standing.text": (
        "Twee van de drie sluizen zijn open; de derde volgt in 2027.",
        "Two of the three locks are open; the third follows in 2027.",
    ),
    "Map.title": ("Sluizen in het noorden", "Locks in the north"),
    "ThemeText.title": ("Sluizen", "Locks"),
    "ThemeText.question": ("Welke sluizen zijn hersteld?", "Which locks have been repaired?"),
    "Statement.text": (
        "De noordelijke sluis ging op 3 mei 2026 weer open.",
        "The northern lock opened again on 3 May 2026.",
    ),
    "Observation.note": ("Stand op 1 oktober.", "As of 1 October."),
    "Indicator.title": ("Herstelde sluizen", "Locks repaired"),
    "Indicator.definition": (
        "Sluizen waarvan de dienst het herstel heeft afgerond.",
        "Locks of which the agency has finished the repair.",
    ),
    "Report.reason": ("De aannemer begon later.", "The contractor began later."),
    "Report.note": ("De brief noemt geen datum.", "The letter gives no date."),
    "Milestone.title": ("Opening van de noordelijke sluis", "Opening of the northern lock"),
    "Tension.text": (
        "Volgens het jaarverslag begon het herstel in 2025; volgens de brief in 2026.",
        "According to the annual report the repair began in 2025; according to the letter in 2026.",
    ),
    "Place.name": ("Haven van het Noorden", "Port of the North"),
    "Term.term": ("Schutsluis", "Chamber lock"),
    "Term.text": ("Een sluis met twee deuren.", "A lock with two gates."),
    "Document.title": ("Brief over het herstel van de sluizen", "Letter on the repair of the locks"),
    "Document.sender": ("minister van Water", "Minister for Water"),
    "Category.title": ("Vrachtschip", "Freight ship"),
    "Group.title": ("Werken", "Works"),
    "Dimension.title": ("Soort schip", "Kind of ship"),
    "Correction.what": ("Er stond 11; het is 9.", "It said 11; it is 9."),
    "Correction.why": ("Wij lazen de regel eronder.", "We read the line below."),
    "Atlas.title": ("Voortgangsatlas sluizen", "Locks progress atlas"),
    "Atlas.description": ("Wat werd beloofd, en wat ervan kwam.", "What was promised, and what came of it."),
    "Atlas.publisher": ("De redactie van de atlas", "The editors of the atlas"),
    "Atlas.licence": ("CC BY 4.0", "CC BY 4.0"),
}
"""By model and field."""
