"""What any text a person writes may consist of."""


def is_line(text: str) -> bool:
    """Whether it fits on one line: no control characters, and nothing a database cannot keep."""
    return not any(_is_control(character) or _is_surrogate(character) for character in text)


def is_text(text: str) -> bool:
    """The same, with line breaks and tabs allowed."""
    return is_line(text.translate({9: " ", 10: " ", 13: " "}))


def _is_control(character: str) -> bool:
    return ord(character) < 32 or 127 <= ord(character) < 160


def _is_surrogate(character: str) -> bool:
    # Half a character: JSON can spell it, UTF-8 and both databases cannot.
    return 0xD800 <= ord(character) <= 0xDFFF
