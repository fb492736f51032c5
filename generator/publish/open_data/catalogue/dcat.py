"""`data/catalog.jsonld`: the editions as a catalogue of data sets, by DCAT-AP-NL 3.0.

It is written as plain JSON with a context of its own and without blank nodes, so that it is the same every time.
Without an address of the site, everything is named relative to the catalogue, as JSON-LD allows.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.editions import Edition
from generator.model import Catalogue
from generator.publish.open_data.catalogue.files import KINDS, Described, described
from generator.publish.open_data.model import FORMAT
from generator.publish.open_data.tables import About
from generator.text import LANGUAGES

Node = dict[str, Any]

_EU = "http://publications.europa.eu/resource/authority"
_MEDIA = "https://www.iana.org/assignments/media-types"
_SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogue_of(
    editions: Sequence[tuple[Edition, Mapping[str, bytes]]], about: About, filed: Catalogue, *, contact: str
) -> Node:
    """The catalogue of the files of each edition, oldest first.

    `filed` says how catalogues file the data; `contact` is the address at which readers reach the publisher.
    """
    base = f"{about.address}data/" if about.address else ""
    shared = {
        "dct:publisher": _id(f"{base}catalog.jsonld#publisher"),
        "dct:creator": _id(f"{base}catalog.jsonld#publisher"),
        "dcat:contactPoint": _id(f"{base}catalog.jsonld#contact"),
        "dct:accessRights": _id(f"{_EU}/access-right/PUBLIC"),
        "dct:license": _id(filed.licence),
        "dcat:theme": [_id(theme.address) for theme in filed.themes],
        "dct:language": [_id(f"http://id.loc.gov/vocabulary/iso639-1/{language}") for language in LANGUAGES],
    }
    nodes = [_catalogue(base, editions, about, shared), *_parties(base, about, contact), *_named(shared, filed)]
    for edition, files in editions:
        folder = f"{base}{edition.id}/"
        listed = list(described(files))
        nodes += [_dataset(edition, about, shared, base, listed), *_distributions(edition, shared, folder, listed)]
    return {"@context": _CONTEXT, "@graph": [dict(sorted(node.items())) for node in nodes]}


def _named(shared: Node, filed: Catalogue) -> Iterator[Node]:
    """What the catalogue names of public lists, each with what it is."""
    yield {"@id": shared["dct:accessRights"]["@id"], "@type": "dct:RightsStatement"}
    yield {"@id": filed.licence, "@type": "dct:LicenseDocument"}
    yield {"@id": _SHA256, "@type": "spdx:ChecksumAlgorithm"}
    yield from ({"@id": language["@id"], "@type": "dct:LinguisticSystem"} for language in shared["dct:language"])
    for theme in filed.themes:
        label = {language: theme.title[language] for language in LANGUAGES}
        yield {"@id": theme.address, "@type": "skos:Concept", "skos:prefLabel": _texts(label)}
    for kind in KINDS.values():
        yield {"@id": f"{_MEDIA}/{kind.media_type}", "@type": "dct:MediaType"}
        yield {"@id": f"{_EU}/file-type/{kind.eu}", "@type": "dct:MediaTypeOrExtent"}


def _catalogue(base: str, editions: Sequence[tuple[Edition, object]], about: About, shared: Node) -> Node:
    newest, _ = editions[-1]
    return {
        "@id": f"{base}catalog.jsonld#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _texts(about.title),
        "dct:description": _texts(about.description),
        "dct:modified": _day(newest),
        "dcat:dataset": [_id(f"{base}{edition.id}/dataset.jsonld#dataset") for edition, _ in editions],
        **{
            key: shared[key]
            for key in ("dct:publisher", "dct:creator", "dcat:contactPoint", "dct:license", "dct:language")
        },
    }


def _parties(base: str, about: About, contact: str) -> Iterator[Node]:
    yield {
        "@id": f"{base}catalog.jsonld#publisher",
        "@type": "foaf:Agent",
        "foaf:name": _texts(about.publisher),
    }
    yield {
        "@id": f"{base}catalog.jsonld#contact",
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": _texts(about.publisher),
        "vcard:hasURL": _id(contact),
    }


def _dataset(edition: Edition, about: About, shared: Node, base: str, files: list[Described]) -> Node:
    folder = f"{base}{edition.id}/"
    names = [theme.text.title for theme in edition.mentioned]
    return {
        "@id": f"{folder}dataset.jsonld#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _texts({language: f"{title}, {edition.id}" for language, title in about.title.items()}),
        "dct:description": _texts(about.description),
        "dct:identifier": f"atlas-{edition.id}",
        "dct:issued": _day(edition),
        "owl:versionInfo": FORMAT,
        "dcat:version": edition.id,
        "dcat:keyword": [{"@language": code, "@value": name[code]} for code in LANGUAGES for name in names],
        "dcat:landingPage": [
            {"@id": f"{about.address or '../'}{language}/editions/{edition.id}/data/", "@type": "foaf:Document"}
            for language in LANGUAGES
        ],
        "prov:wasDerivedFrom": [_id(s.url) for s in (edition.sources | edition.outside).values() if s.url],
        "dcat:distribution": [_id(f"{folder}{file.path}#distribution") for file in files],
        **shared,
    }


def _distributions(edition: Edition, shared: Node, folder: str, files: list[Described]) -> Iterator[Node]:
    for file in files:
        address = f"{folder}{file.path}"
        yield {
            "@id": f"{address}#distribution",
            "@type": "dcat:Distribution",
            "dct:title": [{"@language": language, "@value": file.path} for language in LANGUAGES],
            "dcat:accessURL": {"@id": address, "@type": "rdfs:Resource"},
            "dcat:downloadURL": _id(address),
            "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(file.bytes)},
            "dcat:mediaType": _id(f"{_MEDIA}/{file.kind.media_type}"),
            "dct:format": _id(f"{_EU}/file-type/{file.kind.eu}"),
            "dct:issued": _day(edition),
            "spdx:checksum": _id(f"{address}#checksum"),
            **{key: shared[key] for key in ("dct:license", "dct:language")},
        }
        yield {
            "@id": f"{address}#checksum",
            "@type": "spdx:Checksum",
            "spdx:algorithm": _id(_SHA256),
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": file.sha256},
        }


def _id(iri: str) -> Node:
    return {"@id": iri}


def _texts(texts: Mapping[str, str]) -> list[Node]:
    return [{"@language": language, "@value": text} for language, text in texts.items()]


def _day(edition: Edition) -> Node:
    return {"@type": "xsd:date", "@value": edition.as_of.isoformat()}
