// SPDX-License-Identifier: Apache-2.0
#include "codec/deflate.h"
#include "tap.h"

#include <libdeflate.h>
#include <string.h>

// --- Texts to pack

enum { KINDS = 6 };

static const char *const marks[] = {"<w:r>",
                                    "</w:r>",
                                    "<w:t xml:space=\"preserve\">",
                                    "</w:t>",
                                    "the ",
                                    "shall ",
                                    "within ",
                                    "days ",
                                    "party ",
                                    "<w:ins w:id=\"",
                                    "\" ",
                                    "<w:p>",
                                    "0",
                                    "7"};

static size_t add_mark(struct tap_random *random, char *to, size_t room)
{
    const char *mark = marks[tap_random_below(random, sizeof marks / sizeof *marks)];
    size_t length = strlen(mark) < room ? strlen(mark) : room;
    for (size_t i = 0; i < length; i++)
        to[i] = mark[i];
    return length;
}

// What stood somewhere before, or a byte.
static size_t add_again(struct tap_random *random, char *text, size_t at, size_t room)
{
    size_t back = 1 + tap_random_below(random, (uint32_t)at + 1);
    size_t count = 1 + tap_random_below(random, 400);
    if (back > at) {
        text[at] = (char)tap_random_next(random);
        return 1;
    }
    for (size_t i = 0; i < count && i < room; i++)
        text[at + i] = text[at + i - back];
    return count < room ? count : room;
}

static size_t add_run(struct tap_random *random, char *to, size_t room)
{
    size_t count = 1 + tap_random_below(random, 700);
    memset(to, (int)tap_random_below(random, 256), count < room ? count : room);
    return count < room ? count : room;
}

// Random bytes, few or many of them; marks; repeats; runs; and bytes each of which is half as frequent as the
// one before.
static struct str made(struct tap_random *random, size_t length, unsigned kind)
{
    char *text = arena_take_bare(tap_arena(), length + 1);
    uint32_t some = 1 + tap_random_below(random, 40);
    for (size_t at = 0; at < length;) {
        if (kind == 0)
            text[at++] = (char)tap_random_next(random);
        else if (kind == 1)
            text[at++] = (char)(' ' + tap_random_below(random, some));
        else if (kind == 2)
            at += add_mark(random, text + at, length - at);
        else if (kind == 3)
            at += add_again(random, text, at, length - at);
        else if (kind == 4)
            at += add_run(random, text + at, length - at);
        else
            text[at++] = (char)__builtin_ctzll(tap_random_next(random) | UINT64_C(1) << 40);
    }
    return (struct str){text, length};
}

// Whether libdeflate, which knows nothing of our packer, unpacks it to the same.
static bool unpacks(struct str packed, struct str content)
{
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    char *room = arena_take_bare(tap_arena(), content.length + 1);
    size_t used = 0;
    size_t unpacked = 0;
    enum libdeflate_result result = libdeflate_deflate_decompress_ex(
        decompressor, packed.bytes, packed.length, room, content.length, &used, &unpacked);
    libdeflate_free_decompressor(decompressor);
    return result == LIBDEFLATE_SUCCESS && used == packed.length &&
           str_equal((struct str){room, unpacked}, content);
}

static size_t some_length(struct tap_random *random)
{
    static const uint32_t below[] = {20, 300, 3000, 40000, 140000};
    return tap_random_below(random, below[tap_random_below(random, 5)]);
}

TEST(what_is_packed_unpacks_to_the_same)
{
    struct tap_random random = {1};
    size_t wrong = 0;
    size_t packed_count = 0;
    for (size_t i = 0; i < tap_size(300, 20000); i++) {
        struct arena_mark mark = arena_mark(tap_arena());
        struct str content = made(&random, some_length(&random), (unsigned)(i % KINDS));
        struct str packed;
        bool shorter = deflate_pack(content, tap_arena(), &packed);
        wrong += shorter && (packed.length >= content.length || !unpacks(packed, content));
        packed_count += shorter;
        arena_rewind(tap_arena(), mark);
    }
    CHECK_INT(wrong, 0);
    CHECK(packed_count > 40);
}

TEST(a_text_in_which_nothing_comes_twice_is_not_packed)
{
    struct tap_random random = {2};
    struct str packed;
    CHECK(!deflate_pack(STR(""), tap_arena(), &packed));
    CHECK(!deflate_pack(STR("a"), tap_arena(), &packed));
    CHECK(!deflate_pack(STR("within"), tap_arena(), &packed));
    CHECK(!deflate_pack(made(&random, 100000, 0), tap_arena(), &packed));
}

TEST(a_run_of_one_byte_is_packed_to_next_to_nothing)
{
    struct str packed;
    struct str zeros = {ARENA_ARRAY(tap_arena(), char, 1000000), 1000000};
    REQUIRE(deflate_pack(zeros, tap_arena(), &packed));
    CHECK(packed.length < 1200);
    CHECK(unpacks(packed, zeros));
}

// Files that are written are told apart by their bytes: when a number here changes, those of every .docx do.
TEST(the_packed_bytes_are_the_same_in_every_version_and_on_every_system)
{
    static const uint32_t known[KINDS] = {525852137,  3187506282, 2773259394,
                                          3036171817, 3867867614, 1225241053};
    struct tap_random random = {3};
    for (unsigned kind = 0; kind < KINDS; kind++) {
        uint32_t sum = 0;
        for (size_t length = 50; length < 100000; length = length * 2 + 7) {
            struct str content = made(&random, length, kind);
            struct str packed;
            if (!deflate_pack(content, tap_arena(), &packed))
                packed = content;
            sum = libdeflate_crc32(sum, packed.bytes, packed.length);
        }
        CHECK_INT(sum, known[kind]);
    }
}

TESTS(TAP_ENTRY(what_is_packed_unpacks_to_the_same),
      TAP_ENTRY(a_text_in_which_nothing_comes_twice_is_not_packed),
      TAP_ENTRY(a_run_of_one_byte_is_packed_to_next_to_nothing),
      TAP_ENTRY(the_packed_bytes_are_the_same_in_every_version_and_on_every_system))
