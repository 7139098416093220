"""Amounts as a person reads them: 1 MB is 1,000,000 bytes."""


def size_text(bytes: int) -> str:
    """`312 kB`, `4.7 MB`, `20 GB`; one decimal below ten, none above."""
    if bytes < 1000:
        return f"{bytes} bytes" if bytes != 1 else "1 byte"
    amount, unit = bytes / 1000, "kB"
    for larger in ("MB", "GB", "TB"):
        if amount < 999.5:
            break
        amount, unit = amount / 1000, larger
    text = f"{amount:.0f}" if amount >= 9.95 else f"{amount:.1f}".removesuffix(".0")
    return f"{text} {unit}"
