"""A citation is a value: it prints as people write it, and sorts and hashes by source and passage."""

from generator.model.citation import Citation


def test_a_citation_prints_as_it_is_written() -> None:
    assert (
        str(Citation("letter-2024", "drones-1")) == f"{Citation('letter-2024', 'drones-1')}" == "letter-2024#drones-1"
    )


def test_citations_sort_as_their_texts_do() -> None:
    texts = ["letter-2#a-1", "letter#z-1", "letter#a-2", "annual#b-1", "letter-10#a-1"]
    citations = [Citation(*text.split("#")) for text in texts]

    assert [str(citation) for citation in sorted(citations)] == sorted(texts)


def test_equal_citations_are_one_key() -> None:
    assert {Citation("a", "b"): 1}[Citation("a", "b")] == 1
    assert Citation("a", "b") != Citation("a", "c")
