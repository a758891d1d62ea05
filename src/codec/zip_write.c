// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"
#include "base/list.h"
#include "codec/deflate.h"
#include "codec/zip.h"
#include "codec/zip_format.h"

#include <assert.h>
#include <libdeflate.h>

enum {
    VERSION_NEEDED = 20,         // deflate
    DATE_OF_OUR_PARTS = 0x21,    // 1980-01-01, the first day of the format
    DATE_OF_BARE_PARTS = 0xffff, // no day: a part of ours that is still to be packed
    KEPT_FLAGS = 6 | FLAG_UTF8   // the packer's speed, and the encoding of the name
};

struct zip_writer {
    bool is_passing; // read again at once: parts of ours stay bare
    struct arena *arena;
    struct builder out;
    struct list entries; // struct zip_entry, packed
    struct list offsets; // size_t
};

static void add_number(struct builder *out, size_t bytes, uint64_t number)
{
    for (size_t i = 0; i < bytes; i++)
        builder_add_byte(out, (char)(number >> (8 * i) & 0xff));
}

// What local and central header share: version to name length.
static void add_common(struct builder *out, const struct zip_entry *entry)
{
    add_number(out, 2, VERSION_NEEDED);
    add_number(out, 2, entry->flags & KEPT_FLAGS);
    add_number(out, 2, entry->method);
    add_number(out, 2, entry->time);
    add_number(out, 2, entry->date);
    add_number(out, 4, entry->crc);
    add_number(out, 4, entry->packed.length);
    add_number(out, 4, entry->bytes);
    add_number(out, 2, entry->name.length);
    add_number(out, 2, 0); // no extra field
}

static void add_entry(struct zip_writer *writer, const struct zip_entry *entry)
{
    *LIST_ADD(&writer->offsets, size_t) = writer->out.length;
    *LIST_ADD(&writer->entries, struct zip_entry) = *entry;
    add_number(&writer->out, 4, LOCAL_SIGNATURE);
    add_common(&writer->out, entry);
    builder_add(&writer->out, entry->name);
    builder_add(&writer->out, entry->packed);
}

static void add_central(struct builder *out, const struct zip_entry *entry, size_t offset)
{
    add_number(out, 4, CENTRAL_SIGNATURE);
    add_number(out, 2, VERSION_NEEDED);
    add_common(out, entry);
    add_number(out, 2, 0); // no comment
    add_number(out, 2, 0); // first volume
    add_number(out, 2, 0); // internal attributes
    add_number(out, 4, 0); // external attributes
    add_number(out, 4, offset);
    builder_add(out, entry->name);
}

static void add_directory(struct zip_writer *writer)
{
    size_t from = writer->out.length;
    size_t count = writer->entries.count;
    for (size_t i = 0; i < count; i++)
        add_central(&writer->out, LIST_AT(&writer->entries, struct zip_entry, i),
                    *LIST_AT(&writer->offsets, size_t, i));
    size_t to = writer->out.length;
    add_number(&writer->out, 4, END_SIGNATURE);
    add_number(&writer->out, 4, 0); // volumes
    add_number(&writer->out, 2, count);
    add_number(&writer->out, 2, count);
    add_number(&writer->out, 4, to - from);
    add_number(&writer->out, 4, from);
    add_number(&writer->out, 2, 0); // no comment
}

static struct zip_entry bare_entry(const struct zip_change *change)
{
    struct str content = change->content;
    struct zip_entry entry = {.name = change->name,
                              .packed = content,
                              .bytes = content.length,
                              .crc = libdeflate_crc32(0, content.bytes, content.length),
                              .method = METHOD_STORED,
                              .date = DATE_OF_BARE_PARTS,
                              .time = DATE_OF_BARE_PARTS};
    for (size_t i = 0; i < change->name.length; i++)
        if ((unsigned char)change->name.bytes[i] >= 0x80)
            entry.flags = FLAG_UTF8;
    return entry;
}

// The content deflated, or as it is where that is no smaller.
static struct zip_entry pack(const struct zip_change *change, struct arena *arena)
{
    struct zip_entry entry = bare_entry(change);
    entry.date = DATE_OF_OUR_PARTS;
    entry.time = 0;
    if (deflate_pack(change->content, arena, &entry.packed))
        entry.method = METHOD_DEFLATED;
    return entry;
}

static const struct zip_change *change_of(const struct zip_change *changes, size_t count,
                                          struct str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(changes[i].name, name))
            return &changes[i];
    return NULL;
}

static void add_change(struct zip_writer *writer, const struct zip_change *change)
{
    if (change->remove)
        return;
    if (writer->is_passing) {
        const struct zip_entry bare = bare_entry(change);
        add_entry(writer, &bare);
        return;
    }
    struct arena *work = arena_open();
    struct zip_entry entry = pack(change, work);
    add_entry(writer, &entry);
    arena_close(work); // the entry's packed bytes are in the output; only sizes are used from here
}

// An entry of the base as it is; a part of ours that was left bare is packed now.
static void add_kept(struct zip_writer *writer, const struct zip_entry *entry)
{
    bool is_bare = entry->method == METHOD_STORED && entry->date == DATE_OF_BARE_PARTS &&
                   entry->time == DATE_OF_BARE_PARTS;
    if (is_bare)
        add_change(writer, &(struct zip_change){.name = entry->name, .content = entry->packed});
    else
        add_entry(writer, entry);
}

// Room for all that is copied and about what the changes take: the archive is copied once.
static size_t room_for(const struct zip *base, const struct zip_change *changes, size_t count,
                       bool is_passing)
{
    size_t bytes = 1024;
    for (size_t i = 0; base && i < base->count; i++)
        bytes += base->entries[i].packed.length + 2 * base->entries[i].name.length + 128;
    for (size_t i = 0; i < count; i++)
        bytes +=
            changes[i].content.length / (is_passing ? 1 : 2) + 2 * changes[i].name.length + 128;
    return bytes;
}

static bool write_archive(const struct zip *base, const struct zip_change *changes,
                          size_t change_count, bool is_passing, struct arena *arena,
                          struct str *file, struct error *error)
{
    struct arena *work = arena_open();
    struct zip_writer writer = {.is_passing = is_passing,
                                .arena = arena,
                                .out = builder_make(arena),
                                .entries = LIST_MAKE(work, struct zip_entry),
                                .offsets = LIST_MAKE(work, size_t)};
    builder_reserve(&writer.out, room_for(base, changes, change_count, is_passing));
    for (size_t i = 0; base && i < base->count; i++) {
        const struct zip_change *change = change_of(changes, change_count, base->entries[i].name);
        if (change)
            add_change(&writer, change);
        else
            add_kept(&writer, &base->entries[i]);
    }
    for (size_t i = 0; i < change_count; i++)
        if (!base || !zip_find(base, changes[i].name))
            add_change(&writer, &changes[i]);
    add_directory(&writer);
    size_t count = writer.entries.count;
    arena_close(work);
    if (writer.out.length > UINT32_MAX || count >= UINT16_MAX)
        return error_set(error, TOO_LARGE, "the archive to write would be larger than 4 GiB");
    *file = builder_str(&writer.out);
    return true;
}

bool zip_write(const struct zip *base, const struct zip_change *changes, size_t change_count,
               struct arena *arena, struct str *file, struct error *error)
{
    return write_archive(base, changes, change_count, false, arena, file, error);
}

bool zip_write_passing(const struct zip *base, const struct zip_change *changes,
                       size_t change_count, struct arena *arena, struct str *file,
                       struct error *error)
{
    return write_archive(base, changes, change_count, true, arena, file, error);
}
