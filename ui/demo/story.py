"""What happens in the demo's six weeks, oldest first: posts, what is said to them, and who likes them."""

from dataclasses import dataclass, field

from domain.posts.post import Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A picture: the scene, the seed it is painted from, and how it is described to those who do not see it."""

    scene: str
    seed: int
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Somebody says something, so many minutes after the post; `answers` counts the comments above, from 0."""

    who: str
    text: str
    after: int
    answers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """Somebody posts, so many days ago at that hour (UTC)."""

    who: str
    days_ago: int
    hour: int
    caption: str | None
    pictures: tuple[Told, ...]
    likes: tuple[str, ...] = ()
    said: tuple[Said, ...] = field(default=())
    visibility: Visibility = Visibility.PUBLIC


STORY = (
    Happened(
        who="clara",
        days_ago=41,
        hour=9,
        caption="First day here. The garden says hello. #garden",
        pictures=(
            Told(scene="Meadow", seed=85, alt="Red and yellow flowers, some sharp, most of them soft."),
            Told(scene="Meadow", seed=92, alt="The same bed a few steps further."),
        ),
        likes=("demo", "ben"),
        said=(
            Said(who="demo", text="Welcome! Is that the bed behind the shed?", after=25),
            Said(who="clara", text="It is. You should see the bees.", after=31, answers=0),
        ),
    ),
    Happened(
        who="ben",
        days_ago=38,
        hour=21,
        caption="It stopped raining exactly when I had no camera with me. Phone, then. #city #rain",
        pictures=(Told(scene="City at night", seed=47, alt="Lit windows of a town, and their light on a wet street."),),
        likes=("demo", "clara", "jonas"),
        said=(Said(who="clara", text="Phones see in the dark nowadays.", after=70),),
    ),
    Happened(
        who="demo",
        days_ago=35,
        hour=6,
        caption="Up at five for this, down again for breakfast. #hills #morning",
        pictures=(
            Told(scene="Mountains", seed=11, alt="Ridge behind ridge, each paler than the one before."),
            Told(scene="Forest in mist", seed=25, alt="Firs in mist on a slope."),
            Told(scene="Mountains", seed=95, alt="The same hills a quarter of an hour later."),
        ),
        likes=("ben", "clara", "jonas", "mina"),
        said=(
            Said(who="jonas", text="You woke me for this, didn't you.", after=200),
            Said(who="demo", text="And you took the better picture, as always.", after=215, answers=0),
            Said(who="mina", text="The second one!", after=400),
        ),
    ),
    Happened(
        who="jonas",
        days_ago=31,
        hour=18,
        caption="No wind at all, and nobody minded. With @demo at the helm. #boats #sea",
        pictures=(
            Told(scene="Boats", seed=110, alt="Sailing boats on calm water towards evening."),
            Told(scene="Sea", seed=60, alt="The sun low above the sea, with a road of light."),
        ),
        likes=("demo", "clara"),
        said=(Said(who="clara", text="What a colour.", after=45),),
    ),
    Happened(
        who="mina",
        days_ago=28,
        hour=23,
        caption="Forty minutes with a tripod, frozen fingers, worth it. #stars",
        pictures=(
            Told(scene="Stars", seed=9, alt="The Milky Way above a dark ridge."),
            Told(scene="Stars", seed=63, alt="The same sky further to the north."),
        ),
        likes=("demo", "jonas"),
        said=(
            Said(who="demo", text="Take me along next time?", after=500),
            Said(who="mina", text="New moon is on a Saturday. Bring tea.", after=560, answers=0),
        ),
        visibility=Visibility.FOLLOWERS,
    ),
    Happened(
        who="clara",
        days_ago=24,
        hour=8,
        caption="Mist between the firs. I stood there until it lifted. #forest #morning",
        pictures=(Told(scene="Forest in mist", seed=53, alt="Rows of firs, paler the farther away."),),
        likes=("demo", "ben", "jonas", "mina"),
    ),
    Happened(
        who="demo",
        days_ago=20,
        hour=7,
        caption="They were up before us. #balloons #morning",
        pictures=(
            Told(scene="Balloons", seed=130, alt="Hot-air balloons above green hills."),
            Told(scene="Balloons", seed=12, alt="More of them, in a row above the valley."),
            Told(scene="Balloons", seed=86, alt="Seven balloons against evening clouds."),
            Told(scene="Lake", seed=71, alt="A lake that gives back the mountains behind it."),
            Told(scene="Mountains", seed=41),
        ),
        likes=("ben", "clara", "jonas", "mina"),
        said=(
            Said(who="ben", text="How is this real?", after=12),
            Said(who="jonas", text="She knows a farmer with a field.", after=30, answers=0),
            Said(who="clara", text="The red one!", after=95),
        ),
    ),
)
