// SPDX-License-Identifier: Apache-2.0
#include "codec/repeats.h"
#include "base/eights.h"

enum {
    HASH_BITS = 15,
    PLACES_MOST = 8,  // looked at for one repeat
    LONG_ENOUGH = 32, // then the next byte is not asked for a longer one
    VERY_LONG = 128   // then no place farther back is looked at
};

// Places are counted from 1, so that 0 is none.
struct repeats {
    struct str content;
    size_t at;
    struct repeat_token ahead;       // what begins at `at`, where that was looked for already
    uint32_t latest[1 << HASH_BITS]; // of the places whose four bytes have this hash
    uint32_t before[REPEAT_WINDOW];  // each place of the window: the one of the same hash before it
};

struct repeats *repeats_open(struct str content, struct arena *arena)
{
    struct repeats *repeats = arena_take_bare(arena, sizeof *repeats);
    repeats->content = content;
    repeats->at = 0;
    repeats->ahead.length = 0;
    memset(repeats->latest, 0, sizeof repeats->latest); // the window is filled before it is read
    return repeats;
}

static size_t same_bytes(const char *one, const char *other, size_t most)
{
    size_t same = 0;
    while (same + 8 <= most && eight_at(one + same) == eight_at(other + same))
        same += 8;
    if (same + 4 <= most && four_at(one + same) == four_at(other + same))
        same += 4;
    while (same < most && one[same] == other[same])
        same++;
    return same;
}

static size_t hash_at(const char *bytes)
{
    return four_at(bytes) * UINT32_C(0x9e3779b1) >> (32 - HASH_BITS);
}

// Makes `at` known; the latest place before it with the same hash.
static size_t enter(struct repeats *repeats, size_t at)
{
    uint32_t *latest = &repeats->latest[hash_at(repeats->content.bytes + at)];
    uint32_t before = *latest;
    repeats->before[at % REPEAT_WINDOW] = before;
    *latest = (uint32_t)at + 1;
    return before;
}

// The longest repeat at `at`, the nearest of several; length 1 where there is none. Enters `at`.
static struct repeat_token look(struct repeats *repeats, size_t at)
{
    const char *here = repeats->content.bytes + at;
    size_t most = repeats->content.length - at;
    struct repeat_token best = {1, (unsigned char)*here};
    if (most < REPEAT_LEAST)
        return best;
    if (most > REPEAT_MOST)
        most = REPEAT_MOST;
    size_t least = REPEAT_LEAST;
    size_t place = enter(repeats, at);
    for (int looks = 0; looks < PLACES_MOST && place > 0 && at - (place - 1) < REPEAT_WINDOW;
         looks++) {
        const char *there = repeats->content.bytes + place - 1;
        if (four_at(there + least - 4) == four_at(here + least - 4)) {
            size_t same = same_bytes(there, here, most);
            if (same >= least) {
                best = (struct repeat_token){(uint16_t)same, (uint16_t)(here - there)};
                least = same + 1;
            }
            if (same >= VERY_LONG || same == most)
                break;
        }
        place = repeats->before[(place - 1) % REPEAT_WINDOW];
    }
    return best;
}

static void step_over(struct repeats *repeats, size_t from, size_t to)
{
    for (size_t at = from; at < to && at + REPEAT_LEAST <= repeats->content.length; at++)
        enter(repeats, at);
}

// A repeat waits for the next byte: where a longer one begins there, this byte is written as it is.
static struct repeat_token take(struct repeats *repeats)
{
    size_t at = repeats->at;
    struct repeat_token token = repeats->ahead.length > 0 ? repeats->ahead : look(repeats, at);
    repeats->ahead.length = 0;
    size_t known = at + 1;
    if (token.length > 1 && token.length < LONG_ENOUGH && known < repeats->content.length) {
        struct repeat_token next = look(repeats, known++);
        if (next.length > token.length) {
            repeats->ahead = next;
            token = (struct repeat_token){1, (unsigned char)repeats->content.bytes[at]};
        }
    }
    repeats->at = at + token.length;
    step_over(repeats, known, repeats->at);
    return token;
}

size_t repeats_next(struct repeats *repeats, struct repeat_token *tokens, size_t most)
{
    size_t count = 0;
    while (count < most && repeats->at < repeats->content.length)
        tokens[count++] = take(repeats);
    return count;
}
