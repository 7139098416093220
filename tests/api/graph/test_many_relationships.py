"""What stands between oneself and many people at once."""

from domain.ids import new_uuid
from tests.api.graph.between_people import API, act, be_private, look
from tests.signed_in import Person


async def test_it_is_told_in_the_order_asked_for_and_leaves_out_whom_one_may_not_see(
    anna: Person, ben: Person, clara: Person
) -> None:
    await be_private(clara)
    await act(anna, "follow", "ben")
    await act(anna, "follow", "clara")
    await act(ben, "follow", "anna")
    ids = [str(clara.account.id), str(new_uuid()), "nothing", str(ben.account.id), str(clara.account.id)]
    told = (await look(anna, f"/relationships?users={','.join(ids)}"))["items"]
    assert [one["user_id"] for one in told] == [ids[0], ids[3]]
    holds = [{name for name, it in one.items() if it is True} for one in told]
    assert holds == [{"is_requested"}, {"is_following", "is_followed_by"}]
    await act(ben, "block", "anna")
    assert [one["user_id"] for one in (await look(anna, f"/relationships?users={','.join(ids)}"))["items"]] == [ids[0]]


async def test_it_wants_to_know_of_whom_and_who_asks(anna: Person, api) -> None:
    assert (await look(anna, "/relationships?users=")) == {"items": []}
    assert (await anna.get(f"{API}/relationships")).status_code == 422
    assert (await api.get("/relationships?users=")).status_code == 401
