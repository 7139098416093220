"""The tables of the logistic domain, from integers alone so that they are the browser's."""

MOST_STRETCHED = 2047
_ONE = 1 << 60
_STEP = 1157433911791679357  # e^(1/256) in 60 binary digits after the point


def _squashed() -> list[int]:
    table = [0] * 4096
    power = _ONE
    for x in range(2049):
        p = 65536 * power // (power + _ONE)
        if x < 2048:
            table[2048 + x] = min(p, 65536 - 24)
        table[2048 - x] = max(65536 - p, 24)
        power = power * _STEP >> 60
    return table


def _stretched() -> list[int]:
    table: list[int] = []
    x = -MOST_STRETCHED
    for p in range(4096):
        while x < MOST_STRETCHED and SQUASHED[2048 + x] < p * 16 + 8:
            x += 1
        table.append(x)
    return table


SQUASHED = _squashed()  # stretched value + 2048 → probability × 65536
STRETCHED = _stretched()  # probability × 4096 → stretched value
RATES = [81920 // (10 * times + 16) for times in range(1024)]
