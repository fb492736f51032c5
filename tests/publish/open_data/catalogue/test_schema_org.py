"""An edition as a Dataset of schema.org: what search engines for data ask for, and true."""

import json
from hashlib import sha256

import pytest
from rdflib import RDF, Graph, Namespace

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # in rdflib
SCHEMA = Namespace("https://schema.org/")


def test_it_says_what_search_engines_ask_for(placed) -> None:
    files, _ = placed
    newest, by_path = list(files.items())[-1]
    described = json.loads(by_path["dataset.jsonld"])

    assert described["name"].endswith(f", {newest}")
    assert described.keys() >= {"description", "license", "creator", "distribution", "temporalCoverage", "version"}
    assert len(described["description"]) >= 50


def test_every_file_in_it_has_its_true_hash(placed) -> None:
    files, _ = placed
    for by_path in files.values():
        listed = {d["name"]: d["sha256"] for d in json.loads(by_path["dataset.jsonld"])["distribution"]}

        assert listed == {name: sha256(content).hexdigest() for name, content in by_path.items()
                          if name != "dataset.jsonld"}  # fmt: skip


def test_it_is_linked_data(placed) -> None:
    files, _ = placed
    text = list(files.values())[-1]["dataset.jsonld"].decode()
    graph = Graph().parse(data=text, format="json-ld", publicID="https://example.org/data/latest/dataset.jsonld")

    assert len(list(graph.subjects(RDF.type, SCHEMA.Dataset))) == 1
