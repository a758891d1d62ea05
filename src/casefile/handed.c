// SPDX-License-Identifier: Apache-2.0
#include "casefile/handed.h"

#include "casefile/access.h"
#include "casefile/bundle.h"
#include "casefile/sealed.h"

// --- Reading

static bool too_large(struct place place, const char *what, size_t most, struct error *error)
{
    return error_at(error, TOO_LARGE, place, "%s; at most %zu are taken at once", what, most);
}

static bool take_entry(const struct json *line, struct place place, struct arena *arena,
                       struct handed *handed, struct error *error)
{
    struct entry_row row;
    if (handed->entries.count == HANDED_ENTRIES_MAX)
        return too_large(place, "these are too many entries", HANDED_ENTRIES_MAX, error);
    if (!bundle_entry(line, arena, &row))
        return error_at(error, BAD_INPUT, place, "this line is not an entry");
    if (row.content.length > HANDED_ENTRY_BYTES_MAX)
        return too_large(place, "an entry has too many bytes", HANDED_ENTRY_BYTES_MAX, error);
    *LIST_ADD(&handed->entries, struct entry_row) = row;
    return true;
}

static bool take_file(const struct json *line, struct place place, struct arena *arena,
                      struct handed *handed, struct error *error)
{
    struct str bytes;
    struct hash named;
    if (line->count != 2 || !base64_read(json_text(line, "bytes"), arena, &bytes) ||
        !hash_from_hex(json_text(line, "file"), &named) || !hash_equal(hash_of(bytes), named))
        return error_at(error, BAD_INPUT, place, "this line is not a file");
    if (bytes.length > HANDED_FILE_BYTES_MAX)
        return too_large(place, "a file has too many bytes", HANDED_FILE_BYTES_MAX, error);
    *LIST_ADD(&handed->files, struct str) = bytes;
    return true;
}

static bool take_checkpoint(const struct json *line, struct place place, struct handed *handed,
                            struct error *error)
{
    struct str note = json_text(line, "note");
    const struct json *size = json_member(line, "size");
    if (handed->note.length > 0 || line->count != 3 || note.length == 0 || !size ||
        !json_whole(size, &handed->size))
        return error_at(error, BAD_INPUT, place, "this line is not the one checkpoint");
    handed->audience = json_text(line, "checkpoint");
    handed->note = note;
    return true;
}

static bool take_line(struct str source, struct str text, size_t number, struct arena *arena,
                      struct handed *handed, struct error *error)
{
    struct place place = place_of(source);
    const struct json *line;
    place.line = number;
    if (!canon_read(source, text, arena, &line, error))
        return error_at(error, BAD_INPUT, place, "this line is not in canonical form");
    if (json_member(line, "audience"))
        return take_entry(line, place, arena, handed, error);
    if (json_member(line, "file"))
        return take_file(line, place, arena, handed, error);
    return take_checkpoint(line, place, handed, error);
}

bool handed_read(struct str source, struct str text, struct arena *arena, struct handed *handed,
                 struct error *error)
{
    struct str line;
    size_t number = 0;
    *handed = (struct handed){.entries = LIST_MAKE(arena, struct entry_row),
                              .files = LIST_MAKE(arena, struct str)};
    while (str_cut(&text, '\n', &line))
        if (!take_line(source, line, ++number, arena, handed, error))
            return false;
    return handed->entries.count > 0 || handed->note.length > 0 ||
           error_at(error, BAD_INPUT, place_of(source), "there is nothing in it");
}

// --- Appending

static bool check_entry(const struct entry_row *row, struct str party, struct error *error)
{
    if (!access_is_of(row->audience, party))
        return error_set(error, FORBIDDEN, "%.*s writes in its own log, not in that of %.*s",
                         STR_ARGS(party), STR_ARGS(str_slice(row->audience, 0, 80)));
    if (!sealed_is_whole(row->content))
        return error_set(error, BAD_INPUT, "what is in this entry is not sealed");
    if (row->salt.length != SALT_BYTES || row->commitment.length != HASH_BYTES ||
        row->subtree.length != HASH_BYTES || row->attachments.length % HASH_BYTES != 0)
        return error_set(error, BAD_INPUT, "this entry has not the form of one");
    return true;
}

// Each file is named by an entry, and each that is named is there.
static bool check_files(const struct handed *handed, struct arena *arena, struct error *error)
{
    struct names *came = names_make(arena);
    size_t named = 0;
    for (size_t i = 0; i < handed->files.count; i++) {
        struct str bytes = *LIST_AT(&handed->files, struct str, i);
        struct hash hash = hash_of(bytes);
        if (!sealed_is_whole(bytes))
            return error_set(error, BAD_INPUT, "a file that came with it is not sealed");
        names_add(came, arena_copy(arena, (struct str){(const char *)hash.bytes, HASH_BYTES}));
    }
    for (size_t i = 0; i < handed->entries.count; i++) {
        struct str hashes = LIST_AT(&handed->entries, struct entry_row, i)->attachments;
        for (size_t at = 0; at < hashes.length; at += HASH_BYTES, named++)
            if (names_find(came, str_slice(hashes, at, at + HASH_BYTES)) == NAMES_NONE)
                return error_set(error, BAD_INPUT, "a file that an entry names did not come");
    }
    return named == handed->files.count ||
           error_set(error, BAD_INPUT, "a file came that no entry names, or one came twice");
}

static bool append_all(struct casefile *casefile, const struct handed *handed, struct error *error)
{
    struct hash hash;
    casefile->has_appended = true;
    casefile->is_stale = casefile->is_stale || casefile->has_keys;
    for (size_t i = 0; i < handed->files.count; i++)
        if (!store_add_attachment(casefile->store, *LIST_AT(&handed->files, struct str, i), &hash,
                                  error))
            return false;
    for (size_t i = 0; i < handed->entries.count; i++)
        if (!record_append_made(&casefile->record, LIST_AT(&handed->entries, struct entry_row, i),
                                error))
            return false;
    return true;
}

bool handed_append(struct casefile *casefile, struct str party, const struct handed *handed,
                   bool *fits, struct error *error)
{
    struct head_row head;
    *fits = true;
    for (size_t i = 0; i < handed->entries.count; i++)
        if (!check_entry(LIST_AT(&handed->entries, struct entry_row, i), party, error))
            return false;
    if (!check_files(handed, casefile->frame, error))
        return false;
    if (handed->entries.count == 0)
        return true;
    struct str audience = LIST_AT(&handed->entries, struct entry_row, 0)->audience;
    if (!store_head(casefile->store, audience, &head, error))
        return false;
    for (size_t i = 0; i < handed->entries.count; i++)
        *fits = *fits && LIST_AT(&handed->entries, struct entry_row, i)->at == head.size + i;
    return !*fits || append_all(casefile, handed, error);
}
