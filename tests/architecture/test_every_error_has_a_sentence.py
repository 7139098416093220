"""Whatever Kamra can say no with reaches a person as a sentence of the text catalogue."""

import ast

from domain.errors import KamraError
from tests.architecture.tracked_files import tracked_files
from ui.theme.texts import PROBLEMS


def test_every_named_error_has_a_sentence() -> None:
    codes = {type(name, (KamraError,), {}).code for name in _below("KamraError", _bases_by_class())}
    assert sorted(codes - set(PROBLEMS)) == []


def test_no_sentence_is_empty() -> None:
    assert [code for code, sentence in PROBLEMS.items() if not sentence.strip()] == []


def test_a_code_is_the_class_s_name_in_snake_case_also_around_single_letters() -> None:
    assert type("NotAPicture", (KamraError,), {}).code == "not_a_picture"


def _bases_by_class() -> dict[str, set[str]]:
    """Read from the source, because importing all of `ui` would start half of the program."""
    trees = [ast.parse(file.read_text()) for file in tracked_files(".py") if "tests" not in file.parts]
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    return {one.name: {base.id for base in one.bases if isinstance(base, ast.Name)} for one in classes}


def _below(name: str, bases: dict[str, set[str]]) -> set[str]:
    children = {child for child, parents in bases.items() if name in parents}
    return children.union(*(_below(child, bases) for child in children))
