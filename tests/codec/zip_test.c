// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"
#include "codec/zip.h"
#include "codec/zip_format.h"
#include "tap.h"

#include <libdeflate.h>
#include <string.h>

// One entry of an archive made by hand; what is 0 takes the honest value.
struct forged {
    struct str name;
    struct str packed;
    size_t declared; // unpacked
    uint32_t crc;
    uint16_t method;
    uint16_t flags;
    bool at_first; // points at the first entry's local header
    bool sizes_behind;
};

static void number(struct builder *out, size_t bytes, uint64_t value)
{
    for (size_t i = 0; i < bytes; i++)
        builder_add_byte(out, (char)(value >> (8 * i) & 0xff));
}

static void forge_local(struct builder *out, const struct forged *entry)
{
    bool behind = entry->sizes_behind;
    number(out, 4, LOCAL_SIGNATURE);
    number(out, 2, 20);
    number(out, 2, entry->flags);
    number(out, 2, entry->method);
    number(out, 4, 0);
    number(out, 4, behind ? 0 : entry->crc);
    number(out, 4, behind ? 0 : entry->packed.length);
    number(out, 4, behind ? 0 : entry->declared);
    number(out, 2, entry->name.length);
    number(out, 2, 0);
    builder_add(out, entry->name);
    builder_add(out, entry->packed);
    if (behind) {
        number(out, 4, 0x08074b50);
        number(out, 4, entry->crc);
        number(out, 4, entry->packed.length);
        number(out, 4, entry->declared);
    }
}

static struct str forge(const struct forged *entries, size_t count)
{
    struct builder out = builder_make(tap_arena());
    size_t *offsets = ARENA_ARRAY(tap_arena(), size_t, count + 1);
    for (size_t i = 0; i < count; i++) {
        offsets[i] = entries[i].at_first ? 0 : out.length;
        if (!entries[i].at_first)
            forge_local(&out, &entries[i]);
    }
    size_t directory = out.length;
    for (size_t i = 0; i < count; i++) {
        number(&out, 4, CENTRAL_SIGNATURE);
        number(&out, 2, 20);
        number(&out, 2, 20);
        number(&out, 2, entries[i].flags);
        number(&out, 2, entries[i].method);
        number(&out, 4, 0);
        number(&out, 4, entries[i].crc);
        number(&out, 4, entries[i].packed.length);
        number(&out, 4, entries[i].declared);
        number(&out, 2, entries[i].name.length);
        number(&out, 8, 0);
        number(&out, 4, 0);
        number(&out, 4, offsets[i]);
        builder_add(&out, entries[i].name);
    }
    size_t end = out.length;
    number(&out, 4, END_SIGNATURE);
    number(&out, 4, 0);
    number(&out, 2, count);
    number(&out, 2, count);
    number(&out, 4, end - directory);
    number(&out, 4, directory);
    number(&out, 2, 0);
    return builder_str(&out);
}

// A forged entry that tells the truth.
static struct forged honest(struct str name, struct str content, uint16_t method)
{
    struct forged entry = {.name = name,
                           .packed = content,
                           .declared = content.length,
                           .crc = libdeflate_crc32(0, content.bytes, content.length),
                           .method = method};
    if (method == METHOD_DEFLATED) {
        struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(6);
        char *room = ARENA_ARRAY(tap_arena(), char, content.length + 100);
        size_t length = libdeflate_deflate_compress(compressor, content.bytes, content.length, room,
                                                    content.length + 100);
        libdeflate_free_compressor(compressor);
        entry.packed = (struct str){room, length};
    }
    return entry;
}

static bool open_archive(struct str file, struct zip *zip, struct error *error)
{
    *error = (struct error){.code = ERROR_NONE};
    return zip_read(STR("x.zip"), file, &input_limits_default, tap_arena(), zip, error);
}

static struct str unpacked(const struct zip *zip, struct str name)
{
    struct error error;
    struct str content = STR("");
    const struct zip_entry *entry = zip_find(zip, name);
    if (!tap_check(entry != NULL, __FILE__, __LINE__, "the entry is there"))
        return content;
    tap_done(zip_unpack(zip, entry, tap_arena(), &content, &error), &error, __FILE__, __LINE__);
    return content;
}

TEST(an_archive_written_reads_back_and_keeps_untouched_entries_byte_for_byte)
{
    struct builder text = builder_make(tap_arena());
    for (int i = 0; i < 1000; i++)
        builder_add_c(&text, "The Parties agree. ");
    struct zip_change parts[] = {{.name = STR("a.xml"), .content = builder_str(&text)},
                                 {.name = STR("b.bin"), .content = STR("xyz")},
                                 {.name = STR("empty"), .content = STR("")}};
    struct error error;
    struct str first;
    REQUIRE_DONE(zip_write(NULL, parts, 3, tap_arena(), &first, &error), &error);
    struct zip zip;
    REQUIRE_DONE(open_archive(first, &zip, &error), &error);
    CHECK_INT(zip.count, 3);
    CHECK_STR(unpacked(&zip, STR("a.xml")), builder_str(&text));
    struct zip_change changes[] = {{.name = STR("new/d"), .content = STR("added")},
                                   {.name = STR("b.bin"), .content = STR("changed")},
                                   {.name = STR("empty"), .remove = true}};
    struct str second;
    struct str again;
    REQUIRE_DONE(zip_write(&zip, changes, 3, tap_arena(), &second, &error), &error);
    REQUIRE_DONE(zip_write(&zip, changes, 3, tap_arena(), &again, &error), &error);
    CHECK(str_equal(second, again));
    struct zip changed;
    REQUIRE_DONE(open_archive(second, &changed, &error), &error);
    REQUIRE(changed.count == 3);
    CHECK_STR(changed.entries[0].name, STR("a.xml"));
    CHECK(str_equal(changed.entries[0].packed, zip.entries[0].packed));
    CHECK_STR(changed.entries[1].name, STR("b.bin"));
    CHECK_STR(changed.entries[2].name, STR("new/d"));
    CHECK_STR(unpacked(&changed, STR("b.bin")), STR("changed"));
    CHECK(zip_find(&changed, STR("empty")) == NULL);
}

TEST(parts_of_a_passing_archive_are_packed_when_another_is_made_of_it)
{
    struct builder text = builder_make(tap_arena());
    for (int i = 0; i < 500; i++)
        builder_print(&text, "line %d of a text; ", i % 7);
    struct zip_change parts[] = {{.name = STR("a.xml"), .content = builder_str(&text)},
                                 {.name = STR("b.bin"), .content = STR("\1\2\3")}};
    struct error error;
    struct str packed;
    struct str passing;
    struct str again;
    struct zip zip;
    REQUIRE_DONE(zip_write(NULL, parts, 2, tap_arena(), &packed, &error), &error);
    REQUIRE_DONE(zip_write_passing(NULL, parts, 2, tap_arena(), &passing, &error), &error);
    CHECK(passing.length > builder_str(&text).length);
    REQUIRE_DONE(open_archive(passing, &zip, &error), &error);
    CHECK_STR(unpacked(&zip, STR("a.xml")), builder_str(&text));
    REQUIRE_DONE(zip_write(&zip, NULL, 0, tap_arena(), &again, &error), &error);
    CHECK(str_equal(again, packed));
}

TEST(sizes_behind_the_data_are_accepted_and_written_in_front)
{
    struct forged entry = honest(STR("a"), STR("abcabcabcabcabcabcabc"), METHOD_DEFLATED);
    entry.flags = FLAG_DESCRIPTOR;
    entry.sizes_behind = true;
    struct error error;
    struct zip zip;
    REQUIRE_DONE(open_archive(forge(&entry, 1), &zip, &error), &error);
    CHECK_STR(unpacked(&zip, STR("a")), STR("abcabcabcabcabcabcabc"));
    struct str copy;
    REQUIRE_DONE(zip_write(&zip, NULL, 0, tap_arena(), &copy, &error), &error);
    REQUIRE_DONE(open_archive(copy, &zip, &error), &error);
    CHECK_INT(zip.entries[0].flags & FLAG_DESCRIPTOR, 0);
    CHECK_STR(unpacked(&zip, STR("a")), STR("abcabcabcabcabcabcabc"));
}

static void check_refused(struct str file, enum error_code code, struct str part)
{
    struct zip zip;
    struct error error;
    if (open_archive(file, &zip, &error)) {
        tap_check(false, __FILE__, __LINE__, "the archive is refused");
        return;
    }
    CHECK_INT(error.code, code);
    CHECK_STR(str_of(error.place.part), part);
}

TEST(hostile_directories_are_refused)
{
    struct forged a = honest(STR("a"), STR("aaaa"), METHOD_STORED);
    struct forged b = honest(STR("b"), STR("bbbb"), METHOD_STORED);
    struct forged overlapping = b;
    overlapping.at_first = true;
    check_refused(forge((struct forged[]){a, overlapping}, 2), BAD_INPUT, STR("b"));
    check_refused(forge((struct forged[]){a, a}, 2), BAD_INPUT, STR("a"));
    struct forged locked = a;
    locked.flags = FLAG_ENCRYPTED;
    check_refused(forge(&locked, 1), UNSUPPORTED, STR("a"));
    struct forged strange = a;
    strange.method = 12;
    check_refused(forge(&strange, 1), UNSUPPORTED, STR("a"));
    struct forged bomb = honest(STR("bomb"), STR("aaaa"), METHOD_DEFLATED);
    bomb.declared = 100 << 20;
    check_refused(forge(&bomb, 1), TOO_LARGE, STR("bomb"));
    bomb.declared = 300 << 20;
    check_refused(forge(&bomb, 1), TOO_LARGE, STR("bomb"));
    struct str sound = forge((struct forged[]){a, b}, 2);
    check_refused(str_slice(sound, 0, sound.length - 1), BAD_INPUT, STR(""));
    check_refused(str_skip(sound, 1), BAD_INPUT, STR(""));
    check_refused(STR("no archive"), BAD_INPUT, STR(""));
    check_refused(STR("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on"), UNSUPPORTED, STR(""));
}

TEST(too_many_entries_are_refused)
{
    struct forged *entries = ARENA_ARRAY(tap_arena(), struct forged, 5000);
    for (size_t i = 0; i < 5000; i++)
        entries[i] = honest(arena_print(tap_arena(), "%zu", i), STR("x"), METHOD_STORED);
    check_refused(forge(entries, 5000), TOO_LARGE, STR(""));
    struct zip zip;
    struct error error;
    CHECK(open_archive(forge(entries, 4096), &zip, &error));
}

TEST(data_that_do_not_fit_their_declaration_are_refused)
{
    struct forged cases[] = {honest(STR("a"), STR("abcabcabcabcabcabcabc"), METHOD_DEFLATED),
                             honest(STR("a"), STR("abcabcabcabcabcabcabc"), METHOD_DEFLATED),
                             honest(STR("a"), STR("abcabcabcabcabcabcabc"), METHOD_DEFLATED),
                             honest(STR("a"), STR("abc"), METHOD_STORED)};
    cases[0].declared--;
    cases[1].declared++;
    cases[2].packed.length -= 2;
    cases[3].crc ^= 1;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct zip zip;
        struct error error;
        struct str content;
        REQUIRE_DONE(open_archive(forge(&cases[i], 1), &zip, &error), &error);
        CHECK(!zip_unpack(&zip, &zip.entries[0], tap_arena(), &content, &error));
        CHECK_INT(error.code, BAD_INPUT);
    }
}

TESTS(TAP_ENTRY(an_archive_written_reads_back_and_keeps_untouched_entries_byte_for_byte),
      TAP_ENTRY(parts_of_a_passing_archive_are_packed_when_another_is_made_of_it),
      TAP_ENTRY(sizes_behind_the_data_are_accepted_and_written_in_front),
      TAP_ENTRY(hostile_directories_are_refused), TAP_ENTRY(too_many_entries_are_refused),
      TAP_ENTRY(data_that_do_not_fit_their_declaration_are_refused))
