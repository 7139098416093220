"""What people write in random lives, and what others look for."""

HANDLES = ("anna", "ben", "cleo", "dora", "emil", "fritz", "greta", "hugo")
TAGS = ("hill", "river")
CAPTIONS = (
    None,
    "hill",
    "#hill and a river",
    "hills #river #hill",
    "@ben look",
    "@cleo and @dora at the #river",
    "@anna @ben @cleo @dora @emil @fritz",
)
WORDS = ("well", "oh @anna", "see @ben and @cleo", "hill @dora", "@fritz")
BEGINNINGS = ("hil", "river", "look", "ben")
PARTS_OF_NAMES = ("an", "en", "re", "hugo")
