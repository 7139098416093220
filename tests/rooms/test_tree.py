"""The tree over an object's chunks has the shape of RFC 9162, whatever their number."""

import hashlib

from ui.rooms.client.tree import Tree, leaf_of


def _as_the_rfc_defines_it(chunks: list[bytes]) -> bytes:
    """Section 2.1.1 read aloud: the left subtree holds the largest power of two that is smaller than their number."""
    if len(chunks) == 1:
        return hashlib.sha256(b"\0" + chunks[0]).digest()
    left = 1
    while left * 2 < len(chunks):
        left *= 2
    pair = _as_the_rfc_defines_it(chunks[:left]) + _as_the_rfc_defines_it(chunks[left:])
    return hashlib.sha256(b"\1" + pair).digest()


def test_the_root_is_that_of_the_definition_for_every_number_of_chunks_to_three_hundred() -> None:
    chunks = [b"%d" % number for number in range(300)]
    tree = Tree()
    for number, chunk in enumerate(chunks, 1):
        tree.add(leaf_of(chunk))
        assert tree.root() == _as_the_rfc_defines_it(chunks[:number])


def test_an_empty_object_has_one_empty_chunk() -> None:
    tree = Tree()
    tree.add(leaf_of(b""))
    assert tree.root() == hashlib.sha256(b"\0").digest()
