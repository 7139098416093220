"""Pages that only say what is the matter: links that are over, things that are not here, and our own mistakes."""

from ui.theme import page_texts
from ui.theme.page_texts import EmptyTexts
from ui.theme.pages import render
from ui.theme.texts import sentence_of


def said_page(*, headline: str, sentence: str = "", button: str, href: str, insecure: bool = False) -> str:
    """A headline, a sentence and one way on."""
    return render("said.html", headline=headline, sentence=sentence, button=button, href=href, insecure=insecure)


def error_page(status: int, *, number: str = "", sentence: str = "", insecure: bool = False) -> str:
    """The page for an HTTP status; `sentence` replaces the usual one, `number` is what logs can be searched for."""
    texts, href = _texts_of(status, number)
    return said_page(
        headline=texts.headline,
        sentence=sentence or texts.sentence,
        button=texts.buttons[0],
        href=href,
        insecure=insecure,
    )


def _texts_of(status: int, number: str) -> tuple[EmptyTexts, str]:
    if status == 403:
        return page_texts.NOT_YOURS, "/"
    if status < 500:
        return page_texts.NOT_HERE, "/"
    sentence = sentence_of("unexpected", number=number) if number else sentence_of("internal_server_error")
    return EmptyTexts(headline=page_texts.BROKEN.headline, sentence=sentence, buttons=page_texts.BROKEN.buttons), ""
