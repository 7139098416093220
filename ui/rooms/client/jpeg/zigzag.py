"""The order in which a JPEG lists the 64 coefficients of a block: rising frequency, in diagonals."""


def _places() -> list[int]:
    places: list[int] = []
    for diagonal in range(15):
        rows = range(max(0, diagonal - 7), min(7, diagonal) + 1)
        places += [row * 8 + diagonal - row for row in (rows if diagonal % 2 else reversed(rows))]
    return places


NATURAL = _places()  # place in the list → place in the block, row × 8 + column
LISTED = [NATURAL.index(place) for place in range(64)]
