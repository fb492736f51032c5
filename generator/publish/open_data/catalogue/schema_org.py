"""`dataset.jsonld`: an edition as a Dataset of schema.org, which search engines for data read."""

from collections.abc import Mapping
from typing import Any

from generator.editions import Edition
from generator.publish.open_data.catalogue.files import described
from generator.publish.open_data.tables import About
from generator.text import EDITORS_LANGUAGE, LANGUAGES


def dataset_of(edition: Edition, files: Mapping[str, bytes], about: About) -> dict[str, Any]:
    """The description; its context is inside it. Without an address of the site, files are named by their paths."""
    folder = f"{about.address}data/{edition.id}/" if about.address else ""
    first = next(iter(edition.sources.values()))
    title, days = about.title[EDITORS_LANGUAGE], (first.published.first, edition.as_of)
    return {
        "@context": {"@vocab": "https://schema.org/"},
        "@type": "Dataset",
        "name": f"{title}, {edition.id}",
        "description": about.description[EDITORS_LANGUAGE],
        "datePublished": edition.as_of.isoformat(),
        "identifier": f"atlas-{edition.id}",
        "inLanguage": list(LANGUAGES),
        "isAccessibleForFree": True,
        "keywords": [theme.text.title[language] for language in LANGUAGES for theme in edition.mentioned],
        **({"license": about.licence_address} if about.licence_address else {}),
        **({"url": folder} if folder else {}),
        "creator": {"@type": "Organization", "name": about.publisher[EDITORS_LANGUAGE]},
        "publisher": {"@type": "Organization", "name": about.publisher[EDITORS_LANGUAGE]},
        "temporalCoverage": "/".join(day.isoformat() for day in days),
        "version": edition.id,
        "isBasedOn": [source.url for source in (edition.sources | edition.outside).values() if source.url],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.path,
                "contentUrl": f"{folder}{file.path}",
                "contentSize": str(file.bytes),
                "encodingFormat": file.kind.media_type,
                "sha256": file.sha256,
            }
            for file in described(files)
        ],
    }
