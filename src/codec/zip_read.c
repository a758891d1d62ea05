// SPDX-License-Identifier: Apache-2.0
//
// Only the central directory is believed, and one piece of code reads it: what is checked is what
// is unpacked. zip_format.h has the picture of the bytes.
#include "codec/zip.h"

#include "base/names.h"
#include "codec/zip_format.h"

#include <libdeflate.h>
#include <stdlib.h>

struct directory {
    struct str source;
    struct str file;
    size_t from; // of the central directory
    size_t to;
    uint64_t count;
};

static uint64_t number_at(struct str file, size_t at, size_t bytes)
{
    uint64_t number = 0;
    for (size_t i = bytes; i-- > 0;)
        number = number << 8 | (unsigned char)file.bytes[at + i];
    return number;
}

static uint16_t two(struct str file, size_t at)
{
    return (uint16_t)number_at(file, at, 2); // two bytes fit
}

static uint32_t four(struct str file, size_t at)
{
    return (uint32_t)number_at(file, at, 4); // four bytes fit
}

static bool refuse(const struct directory *directory, size_t at, const char *what,
                   struct error *error)
{
    struct place place = place_of(directory->source);
    place.byte = at;
    place.has_byte = true;
    return error_at(error, BAD_INPUT, place, "is not a sound zip archive: %s", what);
}

static bool refuse_entry(struct str source, struct str name, enum error_code code, const char *what,
                         struct error *error)
{
    return error_at(error, code, place_with_part(place_of(source), name), "%s", what);
}

// Finds the last end record whose comment fits into the file.
static bool find_end(struct str file, size_t *end)
{
    if (file.length < END_BYTES)
        return false;
    size_t last = file.length - END_BYTES;
    size_t furthest = last > UINT16_MAX ? last - UINT16_MAX : 0;
    for (size_t at = last + 1; at-- > furthest;)
        if (four(file, at) == END_SIGNATURE &&
            (size_t)two(file, at + 20) <= file.length - END_BYTES - at) {
            *end = at;
            return true;
        }
    return false;
}

static bool read_end64(struct directory *directory, size_t end, struct error *error)
{
    struct str file = directory->file;
    if (end < LOCATOR64_BYTES || four(file, end - LOCATOR64_BYTES) != LOCATOR64_SIGNATURE)
        return refuse(directory, end, "the 64-bit end record is missing", error);
    uint64_t at = number_at(file, end - LOCATOR64_BYTES + 8, 8);
    if (file.length < END64_BYTES || at > file.length - END64_BYTES ||
        four(file, (size_t)at) != END64_SIGNATURE)
        return refuse(directory, end, "the 64-bit end record is not where it should be", error);
    directory->count = number_at(file, (size_t)at + 32, 8);
    uint64_t length = number_at(file, (size_t)at + 40, 8);
    uint64_t from = number_at(file, (size_t)at + 48, 8);
    if (from > at || length > at - from)
        return refuse(directory, (size_t)at, "the directory lies outside the file", error);
    directory->from = (size_t)from;
    directory->to = (size_t)(from + length);
    return true;
}

static bool read_end(struct directory *directory, struct error *error)
{
    struct str file = directory->file;
    size_t end;
    if (!find_end(file, &end)) {
        if (str_starts_with(file, STR("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")))
            return error_at(error, UNSUPPORTED, place_of(directory->source),
                            "is an OLE file (an encrypted document or one in the old .doc form), "
                            "not a zip archive; save it as .docx without a password");
        if (str_starts_with(file, STR("PK")))
            return refuse(directory, file.length, "its end is missing, the file is cut short",
                          error);
        return error_at(error, BAD_INPUT, place_of(directory->source), "is not a zip archive");
    }
    if (two(file, end + 4) != 0 && two(file, end + 4) != UINT16_MAX)
        return error_at(error, UNSUPPORTED, place_of(directory->source),
                        "is one of several volumes of a zip archive");
    directory->count = two(file, end + 10);
    uint64_t length = four(file, end + 12);
    uint64_t from = four(file, end + 16);
    if (directory->count == UINT16_MAX || length == UINT32_MAX || from == UINT32_MAX)
        return read_end64(directory, end, error);
    if (from > end || length > end - from)
        return refuse(directory, end, "the directory lies outside the file", error);
    directory->from = (size_t)from;
    directory->to = (size_t)(from + length);
    return true;
}

// Sizes and the offset of one central header; those that do not fit stand in a 64-bit extra.
struct sizes {
    uint64_t unpacked;
    uint64_t packed;
    uint64_t offset;
};

static bool read_sizes(struct str file, size_t at, struct sizes *sizes)
{
    *sizes = (struct sizes){four(file, at + 24), four(file, at + 20), four(file, at + 42)};
    uint64_t *wide[] = {&sizes->unpacked, &sizes->packed, &sizes->offset};
    if (sizes->unpacked != UINT32_MAX && sizes->packed != UINT32_MAX && sizes->offset != UINT32_MAX)
        return true;
    size_t extra = at + CENTRAL_BYTES + two(file, at + 28);
    size_t end = extra + two(file, at + 30);
    while (extra + 4 <= end) {
        size_t field = extra + 4;
        size_t next = field + two(file, extra + 2);
        if (next > end)
            return false;
        if (two(file, extra) == 1) {
            for (size_t i = 0; i < 3; i++) {
                if (*wide[i] != UINT32_MAX)
                    continue;
                if (field + 8 > next)
                    return false;
                *wide[i] = number_at(file, field, 8);
                field += 8;
            }
            return true;
        }
        extra = next;
    }
    return false;
}

static bool check_entry(const struct directory *directory, const struct zip_entry *entry,
                        const struct sizes *sizes, const struct input_limits *limits,
                        struct error *error)
{
    struct str source = directory->source;
    if (entry->flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED))
        return refuse_entry(source, entry->name, UNSUPPORTED, "is encrypted", error);
    if (entry->method != METHOD_STORED && entry->method != METHOD_DEFLATED)
        return error_at(error, UNSUPPORTED, place_with_part(place_of(source), entry->name),
                        "is packed by method %u; only stored and deflated parts are read",
                        entry->method);
    if (entry->method == METHOD_STORED && sizes->packed != sizes->unpacked)
        return refuse_entry(source, entry->name, BAD_INPUT,
                            "is stored but declares two different sizes", error);
    if (sizes->unpacked > limits->zip_part_bytes)
        return error_at(error, TOO_LARGE, place_with_part(place_of(source), entry->name),
                        "would unpack to %llu bytes; the limit is %zu",
                        (unsigned long long)sizes->unpacked, limits->zip_part_bytes);
    if (sizes->unpacked > limits->zip_ratio_from &&
        sizes->unpacked / limits->zip_ratio > sizes->packed)
        return error_at(error, TOO_LARGE, place_with_part(place_of(source), entry->name),
                        "would unpack to more than %zu times its size", limits->zip_ratio);
    return true;
}

// Sets entry->packed from the local header, which is believed for its length alone.
static bool find_data(const struct directory *directory, const struct sizes *sizes,
                      struct zip_entry *entry, struct error *error)
{
    struct str file = directory->file;
    size_t end = directory->from; // data stand before the directory
    if (end < LOCAL_BYTES || sizes->offset > end - LOCAL_BYTES ||
        four(file, (size_t)sizes->offset) != LOCAL_SIGNATURE)
        return refuse_entry(directory->source, entry->name, BAD_INPUT,
                            "is not where the directory says", error);
    size_t at = (size_t)sizes->offset;
    size_t data = at + LOCAL_BYTES + two(file, at + 26) + two(file, at + 28);
    if (data > end || sizes->packed > end - data)
        return refuse_entry(directory->source, entry->name, BAD_INPUT,
                            "reaches beyond the end of the file's data", error);
    entry->packed = str_slice(file, data, data + (size_t)sizes->packed);
    return true;
}

// The bytes an entry takes up in the file, its local header included.
struct extent {
    size_t from;
    size_t to;
    uint32_t entry;
};

static int by_start(const void *a, const void *b)
{
    const struct extent *one = a;
    const struct extent *other = b;
    return one->from < other->from ? -1 : one->from > other->from;
}

static bool check_overlaps(const struct zip *zip, struct extent *extents, struct error *error)
{
    if (zip->count > 0)
        qsort(extents, zip->count, sizeof *extents, by_start);
    for (size_t i = 1; i < zip->count; i++)
        if (extents[i].from < extents[i - 1].to)
            return refuse_entry(zip->source, zip->entries[extents[i].entry].name, BAD_INPUT,
                                "overlaps another part of the archive", error);
    return true;
}

static bool read_entry(const struct directory *directory, size_t *at,
                       const struct input_limits *limits, struct zip_entry *entry,
                       struct extent *extent, struct error *error)
{
    struct str file = directory->file;
    size_t header = *at;
    if (directory->to - header < CENTRAL_BYTES || four(file, header) != CENTRAL_SIGNATURE)
        return refuse(directory, header, "an entry of the directory was expected here", error);
    size_t name_bytes = two(file, header + 28);
    size_t tail = name_bytes + two(file, header + 30) + two(file, header + 32);
    if (directory->to - header - CENTRAL_BYTES < tail)
        return refuse(directory, header, "an entry reaches beyond the directory", error);
    size_t name = header + CENTRAL_BYTES;
    *entry = (struct zip_entry){.name = str_slice(file, name, name + name_bytes),
                                .crc = four(file, header + 16),
                                .method = two(file, header + 10),
                                .flags = two(file, header + 8),
                                .time = two(file, header + 12),
                                .date = two(file, header + 14)};
    *at = name + tail;
    struct sizes sizes;
    if (!read_sizes(file, header, &sizes))
        return refuse(directory, header, "the 64-bit sizes of an entry are missing", error);
    if (!check_entry(directory, entry, &sizes, limits, error) ||
        !find_data(directory, &sizes, entry, error))
        return false;
    entry->bytes = (size_t)sizes.unpacked; // at most limits->zip_part_bytes
    extent->from = (size_t)sizes.offset;
    extent->to = (size_t)(entry->packed.bytes - file.bytes) + entry->packed.length;
    return true;
}

static bool read_entries(const struct directory *directory, const struct input_limits *limits,
                         struct arena *work, struct zip_entry *entries, size_t count,
                         struct error *error)
{
    struct names *names = names_make(work);
    struct extent *extents = ARENA_ARRAY(work, struct extent, count);
    size_t total = 0;
    size_t at = directory->from;
    for (size_t i = 0; i < count; i++) {
        if (!read_entry(directory, &at, limits, &entries[i], &extents[i], error))
            return false;
        extents[i].entry = (uint32_t)i; // below limits->zip_entries
        if (names_add(names, entries[i].name) != i)
            return refuse_entry(directory->source, entries[i].name, BAD_INPUT,
                                "stands in the archive twice", error);
        total += entries[i].bytes; // count times zip_part_bytes fits
        if (total > limits->zip_total_bytes)
            return error_at(error, TOO_LARGE, place_of(directory->source),
                            "would unpack to more than %zu bytes", limits->zip_total_bytes);
    }
    const struct zip zip = {directory->source, entries, count};
    return check_overlaps(&zip, extents, error);
}

bool zip_read(struct str source, struct str file, const struct input_limits *limits,
              struct arena *arena, struct zip *zip, struct error *error)
{
    struct directory directory = {.source = source, .file = file};
    if (!read_end(&directory, error))
        return false;
    if (directory.count > limits->zip_entries)
        return error_at(error, TOO_LARGE, place_of(source), "has %llu entries; the limit is %zu",
                        (unsigned long long)directory.count, limits->zip_entries);
    size_t count = (size_t)directory.count;
    struct zip_entry *entries = ARENA_ARRAY(arena, struct zip_entry, count);
    struct arena *work = arena_open();
    bool done = read_entries(&directory, limits, work, entries, count, error);
    arena_close(work);
    if (done)
        *zip = (struct zip){source, entries, count};
    return done;
}

const struct zip_entry *zip_find(const struct zip *zip, struct str name)
{
    for (size_t i = 0; i < zip->count; i++)
        if (str_equal(zip->entries[i].name, name))
            return &zip->entries[i];
    return NULL;
}

// Unpacks into exactly entry->bytes of room; the library stops where the room ends.
static const char *inflate_entry(const struct zip_entry *entry, char *room)
{
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    if (!decompressor)
        return "the machine has no memory left to unpack it";
    size_t unpacked = 0;
    enum libdeflate_result result = libdeflate_deflate_decompress(
        decompressor, entry->packed.bytes, entry->packed.length, room, entry->bytes, &unpacked);
    libdeflate_free_decompressor(decompressor);
    switch (result) {
    case LIBDEFLATE_SUCCESS:
        return unpacked == entry->bytes ? NULL : "unpacks to fewer bytes than it declares";
    case LIBDEFLATE_BAD_DATA:
    case LIBDEFLATE_SHORT_OUTPUT:
        return "is damaged: its packed data make no sense";
    case LIBDEFLATE_INSUFFICIENT_SPACE:
        return "unpacks to more bytes than it declares";
    }
    return "is damaged";
}

bool zip_unpack(const struct zip *zip, const struct zip_entry *entry, struct arena *arena,
                struct str *content, struct error *error)
{
    struct str unpacked = entry->packed;
    if (entry->method == METHOD_DEFLATED) {
        char *room = arena_take_bare(arena, entry->bytes + 1);
        room[entry->bytes] = '\0';
        const char *problem = inflate_entry(entry, room);
        if (problem)
            return refuse_entry(zip->source, entry->name, BAD_INPUT, problem, error);
        unpacked = (struct str){room, entry->bytes};
    }
    if (libdeflate_crc32(0, unpacked.bytes, unpacked.length) != entry->crc)
        return refuse_entry(zip->source, entry->name, BAD_INPUT,
                            "is damaged: its checksum does not fit", error);
    *content = unpacked;
    return true;
}
