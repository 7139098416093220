"""What Redis does in one go about the people of a room.

A room is one hash: under a peer's id stands `<when it is free, in ms> <stay>`, the stay empty while the peer is away.
The time is the Redis server's, so that clocks of machines that differ or jump send nobody away.
"""

_PLACES = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function stay_of(place) return string.match(place, '^%d+ (.*)$') end
local function free(place) return tonumber(string.match(place, '^%d+')) <= now end
local function put(peer, stay, lasts)
    redis.call('HSET', KEYS[1], peer, string.format('%d %s', now + lasts, stay))
    if redis.call('PTTL', KEYS[1]) < lasts then redis.call('PEXPIRE', KEYS[1], lasts) end
end
"""

# KEYS: room. ARGV: peer, stay, milliseconds it lasts, most peers.
JOIN = (
    _PLACES
    + """
local all, taken = redis.call('HGETALL', KEYS[1]), 0
for i = 1, #all, 2 do
    if free(all[i + 1]) then redis.call('HDEL', KEYS[1], all[i]) else taken = taken + 1 end
end
local place = redis.call('HGET', KEYS[1], ARGV[1])
if place and stay_of(place) ~= '' then return 'here' end
if not place and taken >= tonumber(ARGV[4]) then return 'crowded' end
put(ARGV[1], ARGV[2], tonumber(ARGV[3]))
return 'joined'
"""
)

# KEYS: room. ARGV: milliseconds it lasts, then peers and stays by turns.
RENEW = (
    _PLACES
    + """
for i = 2, #ARGV, 2 do
    local place = redis.call('HGET', KEYS[1], ARGV[i])
    if not place or free(place) or stay_of(place) == '' or stay_of(place) == ARGV[i + 1] then
        put(ARGV[i], ARGV[i + 1], tonumber(ARGV[1]))
    end
end
"""
)

# KEYS: room. ARGV: peer, stay, milliseconds of grace.
LEAVE = (
    _PLACES
    + """
local place = redis.call('HGET', KEYS[1], ARGV[1])
if place and not free(place) and stay_of(place) == ARGV[2] then put(ARGV[1], '', tonumber(ARGV[3])) end
"""
)
