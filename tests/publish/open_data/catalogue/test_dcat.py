"""The catalogue is linked data by DCAT-AP-NL 3.0, and what it says of each file is true."""

import json
from hashlib import sha256
from pathlib import Path
from urllib.parse import urljoin

import pyshacl
import pytest
from rdflib import DCAT, RDF, BNode, Graph, Namespace

from tests.publish.open_data.catalogue.conftest import ADDRESS

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # in rdflib
SPDX = Namespace("http://spdx.org/rdf/terms#")
HERE = f"{ADDRESS}data/catalog.jsonld"


def graph_of(text: str) -> Graph:
    """The catalogue as linked data, fetched from its place on the site."""
    return Graph().parse(data=text, format="json-ld", publicID=HERE)


def faults(graph: Graph) -> str:
    """What the shapes say is wrong; empty if nothing is."""
    shapes = Graph().parse(Path(__file__).with_name("mandatory.shacl.ttl"))
    conforms, _, said = pyshacl.validate(graph, shacl_graph=shapes)
    return "" if conforms else str(said)


def test_all_that_the_profile_makes_mandatory_is_there(placed) -> None:
    assert faults(graph_of(placed[1]["catalog.jsonld"])) == ""


@pytest.mark.parametrize("placed", ["small"], indirect=True)
@pytest.mark.parametrize(
    "key",
    ["dct:title", "dct:accessRights", "dcat:contactPoint", "dct:creator", "dct:identifier", "dcat:theme", "dct:license",
     "dcat:accessURL", "foaf:name", "vcard:hasURL", "spdx:algorithm"],
)  # fmt: skip
def test_what_is_missing_is_found(placed, key) -> None:
    written = json.loads(placed[1]["catalog.jsonld"])
    for node in written["@graph"]:
        node.pop(key, None)

    assert faults(graph_of(json.dumps(written)))


def test_size_and_hash_of_every_file_are_true(placed) -> None:
    files, lists = placed
    graph = graph_of(lists["catalog.jsonld"])
    contents = {urljoin(HERE, f"{id}/{path}"): content for id, by_path in files.items()
                for path, content in by_path.items()}  # fmt: skip
    said = {}
    for distribution in graph.subjects(RDF.type, DCAT.Distribution):
        checksum = graph.value(distribution, SPDX.checksum)
        address = str(graph.value(distribution, DCAT.downloadURL))
        said[address] = (int(str(graph.value(distribution, DCAT.byteSize))),
                         str(graph.value(checksum, SPDX.checksumValue)).lower())  # fmt: skip

    assert said == {address: (len(content), sha256(content).hexdigest()) for address, content in contents.items()}


def test_nothing_in_it_is_without_a_name(placed) -> None:
    assert [node for node in graph_of(placed[1]["catalog.jsonld"]).all_nodes() if isinstance(node, BNode)] == []


def test_it_is_in_order_whatever_is_read_first(placed) -> None:
    graph = json.loads(placed[1]["catalog.jsonld"])["@graph"]

    assert [list(node) for node in graph] == [sorted(node) for node in graph]


def test_an_archive_that_names_no_catalogue_is_in_none(tmp_path) -> None:
    from generator.pages.workspace import open_workspace
    from generator.publish.open_data.folders import data_of, listing_of
    from tests.support.small import SMALL, lay_out_project

    written = (SMALL / "data/atlas.yaml").read_text("utf-8")
    bare = written[: written.index("catalogue:")]
    library = open_workspace(lay_out_project(tmp_path, {"data/atlas.yaml": bare}))
    files = data_of(library.editions[-1], library)

    assert listing_of([(library.editions[-1], files)], library).keys() == {"editions.json", "index.json"}
    assert "licenses" not in json.loads(files["datapackage.json"])
