"""Links, signals and confirmations in the browser, and everything that must not pass for one."""

import pytest

from tests.browser.rooms.conftest import InPage

SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
ME, YOU = "00" * 12, "11" * 12
LINE = f"""
  const [me, you] = ["{ME}", "{YOU}"];
  const keys = await secret.roomKeys(new Uint8Array(32).fill(7));
  const [mine, yours] = [new signalling.Signals(keys, me), new signalling.Signals(keys, you)];
"""
PEOPLE = """
  const keys = await secret.roomKeys(new Uint8Array(32).fill(7));
  const [offer, answer] = [170, 187].map((byte) => new Uint8Array(32).fill(byte));
"""


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        (f"https://pictures.example/r#1.{SECRET}", False),
        (f"  http://localhost:8080/r#1p.{SECRET}\n", True),
        (f"#1.{SECRET}", False),
        (f"1.{SECRET}", False),
        (f"https://pictures.example/r#2.{SECRET}", None),
        (f"https://pictures.example/r#1.{SECRET[:-1]}", None),
        (f"https://pictures.example/r#1.{SECRET}A", None),
        ("https://pictures.example/r", None),
        ("", None),
    ],
)
async def test_a_link_that_is_pasted_opens_its_room_or_nothing(in_page: InPage, text: str, opens: bool | None) -> None:
    found = await in_page("const it = secret.parseLink(given[0]); return it && [it.hasPassword, [...it.secret]];", text)
    assert found == (None if opens is None else [opens, list(range(32))])


async def test_a_link_that_is_made_is_read_again(in_page: InPage) -> None:
    link, again, token = await in_page(
        """
        const made = secret.newSecret();
        const link = secret.linkOf("https://pictures.example/", made, true);
        const { token, hash } = await secret.newOwnerToken();
        return [link, window.bytes.same(secret.parseLink(link).secret, made), [token.length, hash.length]];"""
    )
    assert link.startswith("https://pictures.example/r#1p.")
    assert again
    assert token == [43, 64]


async def test_no_key_can_be_read_out_of_the_browser(in_page: InPage) -> None:
    told = await in_page(
        """
        const keys = await secret.roomKeys(secret.newSecret());
        return Object.values(keys).filter((one) => one instanceof CryptoKey).map(({ extractable }) => extractable);"""
    )
    assert told == [False] * 5


async def test_signals_arrive_once_and_in_order(in_page: InPage) -> None:
    told = await in_page(
        LINE
        + """
        const sealed = [];
        for (const sdp of ["a", "b", "c"]) sealed.push(await mine.seal(you, "one", { sdp }));
        const other = await mine.seal(you, "two", { sdp: "d" });
        const opened = [];
        for (const one of [sealed[0], sealed[0], sealed[2], sealed[1], sealed[2], other, other]) {
          opened.push((await yours.open(me, one))?.sdp ?? null);
        }
        return opened;"""
    )
    assert told == ["a", None, "c", None, None, "d", None]


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param("new signalling.Signals(keys, me).open(you, sealed)", id="sent back"),
        pytest.param("yours.open('22'.repeat(12), sealed)", id="in another's name"),
        pytest.param("new signalling.Signals(keys, '22'.repeat(12)).open(me, sealed)", id="to another"),
        pytest.param("new signalling.Signals(other, you).open(me, sealed)", id="from another room"),
        pytest.param("new signalling.Signals({ ...keys, room: other.room }, you).open(me, sealed)", id="another place"),
        pytest.param(
            "yours.open(me, sealed.replace(/^.{20}(.)/, (all, one) => all.slice(0, 20) + (one === 'A' ? 'E' : 'A')))",
            id="changed",
        ),
        pytest.param("yours.open(me, 'no base64url!')", id="no base64url"),
        pytest.param("yours.open(me, '')", id="nothing"),
    ],
)
async def test_a_signal_that_was_not_sealed_for_this_pair_is_refused(in_page: InPage, opening: str) -> None:
    given = "const sealed = await mine.seal(you, 'one', { sdp: 'x' });"
    other = "const other = await secret.roomKeys(new Uint8Array(32).fill(8));"
    assert await in_page(f"{LINE} {given} {other} return codeOf({opening});") == "not_authentic"


async def test_only_the_other_end_s_own_confirmation_is_taken(in_page: InPage) -> None:
    told = await in_page(
        PEOPLE
        + """
        const said = await confirm.confirmation(keys, "offerer", offer, answer);
        const other = await secret.roomKeys(new Uint8Array(32).fill(8));
        const is = (...how) => confirm.isConfirmation(...how);
        return Promise.all([
          is(keys, "offerer", offer, answer, said), is(keys, "answerer", offer, answer, said),
          is(keys, "offerer", answer, offer, said), is(keys, "offerer", offer, offer, said),
          is(other, "offerer", offer, answer, said), is(keys, "offerer", offer, answer, said.subarray(1)),
          is({ ...keys, room: other.room }, "offerer", offer, answer, said),
        ]);"""
    )
    assert told == [True, False, False, False, False, False, False]


async def test_a_real_description_s_fingerprint_is_found(in_page: InPage) -> None:
    told = await in_page(
        """
        const connection = new RTCPeerConnection();
        connection.createDataChannel("data");
        const { sdp } = await connection.createOffer();
        connection.close();
        const sha1 = `a=fingerprint:sha-1 ${"AB:".repeat(19)}AB\\r\\n`;
        const several = sdp.replace("a=fingerprint:", `${sha1}a=fingerprint:`);
        const found = confirm.fingerprintOf(sdp);
        return [found.length, window.bytes.same(found, confirm.fingerprintOf(several)), several !== sdp,
          confirm.withSha256Alone(several) === sdp, confirm.withSha256Alone(sdp) === sdp];"""
    )
    assert told == [32, True, True, True, True]


async def test_a_description_with_no_fingerprint_or_two_is_refused(in_page: InPage) -> None:
    line = "a=fingerprint:SHA-256 " + ":".join(["0A"] * 32) + "\r\n"
    other = line.replace("0A", "0B")
    for sdp in ("v=0\r\n", line + other, line.replace("SHA-256", "sha-512"), line.replace(":0A\r", "\r")):
        assert await in_page("return codeOf((async () => confirm.fingerprintOf(given[0]))());", sdp) == "not_possible"
    assert await in_page("return confirm.fingerprintOf(given[0]).length;", line + line.lower()) == 32
