"""The same for the last two weeks."""

from domain.posts.post import Visibility
from ui.demo.story import Happened, Said, Told

RECENT_STORY = (
    Happened(
        who="ben",
        days_ago=14,
        hour=20,
        caption="Blue hour lasts eleven minutes. I counted. #city",
        pictures=(
            Told(scene="City at night", seed=4, alt="Houses in rows, lit windows, their light on the water."),
            Told(scene="City at night", seed=88, alt="The next street."),
            Told(scene="City at night", seed=101),
        ),
        likes=("demo", "clara"),
        said=(Said(who="demo", text="Eleven good ones.", after=18),),
    ),
    Happened(
        who="jonas",
        days_ago=12,
        hour=16,
        caption="For the family: the boat is dry again. We sail on Sunday.",
        pictures=(Told(scene="Lake", seed=32, alt="A lake in the evening, orange hills behind it."),),
        likes=("demo",),
        said=(Said(who="demo", text="I bring the bread.", after=9),),
        visibility=Visibility.FOLLOWERS,
    ),
    Happened(
        who="clara",
        days_ago=10,
        hour=11,
        caption="Sown in April, forgotten in May. #garden #meadow",
        pictures=(
            Told(scene="Meadow", seed=15, alt="Violet flowers in tall grass."),
            Told(scene="Meadow", seed=40, alt="White and rose ones beside them."),
        ),
        likes=("demo", "ben", "mina"),
        said=(
            Said(who="mina", text="Forgetting seems to help.", after=60),
            Said(who="ben", text="@clara may I bring a camera on Saturday?", after=130),
            Said(who="clara", text="Bring two.", after=150, answers=1),
        ),
    ),
    Happened(
        who="demo",
        days_ago=8,
        hour=17,
        caption="Sand in both shoes and in one lens. Ben, this is your fault. @ben #dunes",
        pictures=(
            Told(scene="Dunes", seed=22, alt="Dunes in low light, each bright on one side."),
            Told(scene="Dunes", seed=57, alt="The same dunes from their crest."),
        ),
        likes=("ben", "clara", "jonas"),
        said=(Said(who="ben", text="You said “somewhere dry”.", after=5),),
    ),
    Happened(
        who="mina",
        days_ago=6,
        hour=22,
        caption="Cloudless. #stars #night",
        pictures=(Told(scene="Stars", seed=45, alt="Stars above hills, a band of light between them."),),
        likes=("demo", "jonas"),
        visibility=Visibility.FOLLOWERS,
    ),
    Happened(
        who="demo",
        days_ago=5,
        hour=19,
        caption="Only for me: which of these two shall I print?",
        pictures=(Told(scene="Sea", seed=31), Told(scene="Sea", seed=66)),
        visibility=Visibility.ME,
    ),
    Happened(
        who="jonas",
        days_ago=3,
        hour=18,
        caption="Sunday, as promised. #boats #evening",
        pictures=(
            Told(scene="Boats", seed=65, alt="Two sails on golden water."),
            Told(scene="Sea", seed=17, alt="The sea after sunset."),
            Told(scene="Boats", seed=87, alt="Sails far out, the sky violet."),
        ),
        likes=("demo", "clara", "mina"),
        said=(
            Said(who="clara", text="Next time with me, please.", after=40),
            Said(who="jonas", text="There is room for four.", after=55, answers=0),
        ),
    ),
    Happened(
        who="ben",
        days_ago=2,
        hour=9,
        caption="First snow, and the whole town was quiet for an hour. #snow #morning",
        pictures=(
            Told(scene="Snow", seed=19, alt="It snows on bare trees."),
            Told(scene="Snow", seed=73, alt="Trees in snow, farther away."),
        ),
        likes=("demo", "clara"),
        said=(Said(who="demo", text="That hour is the best one of the year.", after=22),),
    ),
    Happened(
        who="clara",
        days_ago=1,
        hour=15,
        caption="The lake, five minutes before it froze. #lake #winter",
        pictures=(Told(scene="Lake", seed=58, alt="Blue mountains and their reflection in a lake."),),
        likes=("demo", "ben", "jonas"),
        said=(Said(who="demo", text="Printed and on the wall already. Thank you @clara!", after=80),),
    ),
    Happened(
        who="demo",
        days_ago=0,
        hour=5,
        caption="Before breakfast, as ever. #hills #morning",
        pictures=(Told(scene="Mountains", seed=125, alt="Hills in the first light, one behind the other."),),
        likes=("clara", "jonas"),
        said=(Said(who="jonas", text="Save me some bread.", after=35),),
    ),
)
