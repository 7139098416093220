"""The passwords that are tried first, which nobody may choose (lower case, from 8 characters up).

Made from the habits such lists show: a common word with a common ending, a walk over the keyboard,
a word twice, a run of digits, a date.
"""

_WORDS = (
    "password passwort passw0rd p@ssword p@ssw0rd welcome willkommen letmein iloveyou sunshine princess football "
    "baseball basketball superman batman monkey dragon master shadow michael jennifer jordan hunter ranger "
    "charlie thomas daniel andrew joshua ashley jessica nicole freedom whatever trustno1 starwars pokemon computer "
    "internet samsung google facebook summer winter spring autumn sommer herbst admin administrator root login "
    "access secret geheim hallo hello qwerty qwertz azerty abc123 test testing changeme default guest kamra camera "
    "photo photos picture pictures liverpool chelsea arsenal barcelona cheese cookie chocolate butterfly flower "
    "purple orange yellow silver golden ginger pepper mustang mercedes ferrari porsche harley corvette yankees "
    "lovely loveme lover killer soccer hockey tigger buster maggie bailey"
)
_ENDINGS = (
    "",
    "!",
    "1",
    "12",
    "123",
    "1234",
    "12345",
    "123456",
    "2020",
    "2021",
    "2022",
    "2023",
    "2024",
    "2025",
    "2026",
)
_WALKS = (
    "qwertyui qwertyuiop qwertzui qwertzuiop asdfghjk asdfghjkl zxcvbnm1 zxcvbnm123 1qaz2wsx 1q2w3e4r 1q2w3e4r5t "
    "q1w2e3r4 q1w2e3r4t5 qazwsxedc zaq12wsx zaq1zaq1 1qazxsw2 !qaz2wsx qweasdzxc asdfasdf qwerqwer qweqweqwe "
    "asdasdasd zxczxczxc abcdefgh abcdefghi abcdabcd abcd1234 a1b2c3d4 aa123456 a1234567 a12345678 abc12345 "
    "abc123456 asdf1234 qwer1234 zxcv1234 pass1234 1234qwer 123qweasd 123456aa 123456abc 12345678a 123456789a "
    "azertyui azertyuiop iloveyou2 ihateyou fuckyou1 trustnoone opensesame correcthorse "
    "correcthorsebatterystaple passwordpassword monkeymonkey adminadmin testtest rootroot "
    "12341234 11112222 12121212 123123123 1231231234 112233445566 11223344 13131313 10203040 123321123 12344321 "
    "98765432 987654321 9876543210 87654321 76543210 01234567 012345678 0123456789 12345678 123456789 1234567890 "
    "12345678910 1234567891 123456781 147258369 159753159 789456123 741852963 963852741 31415926 314159265 27182818 "
    "19841984 20002000 20202020 20242024 20252025"
)

COMMON_PASSWORDS = frozenset(
    candidate
    for candidate in (
        *(word + ending for word in _WORDS.split() for ending in _ENDINGS),
        *(word + word for word in _WORDS.split()),
        *_WALKS.split(),
        *(character * length for character in "0123456789abcxz*." for length in range(8, 17)),
    )
    if len(candidate) >= 8
)
"""About 1,700 of them."""
