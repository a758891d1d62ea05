// SPDX-License-Identifier: Apache-2.0
//
// Every line is one object in canonical form (canon.h):
//   {"case":ID,"format":"entente-record/2"}       or 1, of a case of that format
//   {"at":N,"attachments":B64,"audience":A,"commitment":B64,"content":TEXT,"salt":B64,"subtree":B64}
//        a sealed entry has "sealed":B64 in place of "content"
//   {"head":A,"root":B64,"size":N}
//   {"checkpoint":A,"note":TEXT,"size":N}
//   {"bytes":B64,"file":HEX}
//   {"lines":N}                         the number of lines before it
// They stand in this order; entries by audience and index, heads by audience, checkpoints by audience
// and size, files by hash.
#include "casefile/bundle.h"

#include "base/utf8.h"
#include "casefile/access.h"
#include "casefile/sealed.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const struct str formats[] = {STR_INIT("entente-record/1"), STR_INIT("entente-record/2")};

bool bundle_is(struct str text)
{
    return str_starts_with(utf8_without_mark(text), STR("{\"case\":\""));
}

struct bundling {
    struct casefile *casefile;
    enum bundle_sealed sealed;
    struct str only; // this log alone, and of it what came behind `from`; empty: all
    uint64_t from;
    struct builder *out;
    size_t lines;
    size_t gone;         // entries that were taken out
    struct names *files; // hashes written or to be written, HASH_BYTES each
    struct arena *arena;
    struct arena *scratch; // for one line
};

static struct json_writer begin_line(struct bundling *bundling)
{
    struct json_writer writer = json_writer_make(bundling->out, 0);
    json_begin_object(&writer);
    return writer;
}

static void end_line(struct bundling *bundling, struct json_writer *writer)
{
    json_end_object(writer);
    builder_add_byte(bundling->out, '\n');
    bundling->lines++;
}

static void member_bytes(struct bundling *bundling, struct json_writer *writer, const char *name,
                         struct str bytes)
{
    struct arena_mark mark = arena_mark(bundling->scratch);
    json_member_str(writer, name, base64_write(bytes, bundling->scratch));
    arena_rewind(bundling->scratch, mark);
}

static void write_entry(struct bundling *bundling, const struct entry_row *row)
{
    struct json_writer writer = begin_line(bundling);
    json_member_int(&writer, "at", (int64_t)row->at);
    member_bytes(bundling, &writer, "attachments", row->attachments);
    json_member_str(&writer, "audience", row->audience);
    member_bytes(bundling, &writer, "commitment", row->commitment);
    bool is_sealed = !access_is_open(row->audience);
    if (!is_sealed)
        json_member_str(&writer, "content", row->content);
    member_bytes(bundling, &writer, "salt", row->salt);
    if (is_sealed)
        member_bytes(bundling, &writer, "sealed", row->content);
    member_bytes(bundling, &writer, "subtree", row->subtree);
    end_line(bundling, &writer);
    for (size_t at = 0; at + HASH_BYTES <= row->attachments.length; at += HASH_BYTES)
        names_add(bundling->files,
                  arena_copy(bundling->arena, str_slice(row->attachments, at, at + HASH_BYTES)));
}

static bool is_included(const struct bundling *bundling, struct str audience)
{
    if (bundling->only.length > 0)
        return str_equal(audience, bundling->only);
    return casefile_may_count(bundling->casefile, audience) ||
           (bundling->sealed == BUNDLE_ALL_SEALED && !access_is_open(audience)) ||
           (bundling->sealed == BUNDLE_OWN_SEALED &&
            access_is_of(audience, bundling->casefile->view.viewer));
}

static bool write_entries(struct bundling *bundling, struct error *error)
{
    struct list audiences;
    if (!store_audiences(bundling->casefile->store, bundling->arena, &audiences, error))
        return false;
    for (size_t i = 0; i < audiences.count; i++) {
        struct str audience = *LIST_AT(&audiences, struct str, i);
        if (!is_included(bundling, audience))
            continue;
        struct cursor cursor =
            cursor_open(bundling->casefile->store, CURSOR_ENTRIES, audience, bundling->from);
        struct entry_row row;
        bool more = true;
        bool done;
        while ((done = cursor_entry(&cursor, &row, &more, error)) && more) {
            write_entry(bundling, &row);
            bundling->gone += entry_is_gone(&row) ? 1 : 0;
        }
        cursor_close(&cursor);
        if (!done)
            return false;
    }
    return true;
}

static bool write_heads(struct bundling *bundling, struct error *error)
{
    struct list heads;
    if (!store_heads(bundling->casefile->store, bundling->arena, &heads, error))
        return false;
    for (size_t i = 0; i < heads.count; i++) {
        const struct head_row *head = LIST_AT(&heads, struct head_row, i);
        if (!is_included(bundling, head->audience))
            continue;
        struct json_writer writer = begin_line(bundling);
        json_member_str(&writer, "head", head->audience);
        member_bytes(bundling, &writer, "root",
                     (struct str){(const char *)head->root.bytes, HASH_BYTES});
        json_member_int(&writer, "size", (int64_t)head->size);
        end_line(bundling, &writer);
    }
    return true;
}

static bool write_checkpoints(struct bundling *bundling, struct error *error)
{
    struct list checkpoints;
    if (!store_checkpoints(bundling->casefile->store, bundling->arena, &checkpoints, error))
        return false;
    for (size_t i = 0; i < checkpoints.count; i++) {
        const struct checkpoint_row *row = LIST_AT(&checkpoints, struct checkpoint_row, i);
        if (!is_included(bundling, row->audience) ||
            (bundling->only.length > 0 && row->size <= bundling->from))
            continue;
        struct json_writer writer = begin_line(bundling);
        json_member_str(&writer, "checkpoint", row->audience);
        json_member_str(&writer, "note", row->note);
        json_member_int(&writer, "size", (int64_t)row->size);
        end_line(bundling, &writer);
    }
    return true;
}

static int compare_hashes(const void *a, const void *b)
{
    return memcmp(((const struct hash *)a)->bytes, ((const struct hash *)b)->bytes, HASH_BYTES);
}

static bool write_files(struct bundling *bundling, struct error *error)
{
    uint32_t count = names_count(bundling->files);
    struct hash *hashes = ARENA_ARRAY(bundling->arena, struct hash, count);
    for (uint32_t i = 0; i < count; i++)
        memcpy(hashes[i].bytes, names_at(bundling->files, i).bytes, HASH_BYTES);
    if (count > 1)
        qsort(hashes, count, sizeof *hashes, compare_hashes);
    for (uint32_t i = 0; i < count; i++) {
        struct arena_mark mark = arena_mark(bundling->scratch);
        struct hash hash = hashes[i];
        struct str bytes;
        if (!store_attachment(bundling->casefile->store, hash, bundling->scratch, &bytes, error))
            return false;
        struct json_writer writer = begin_line(bundling);
        member_bytes(bundling, &writer, "bytes", bytes);
        json_member_str(&writer, "file", hash_hex(hash, bundling->scratch));
        end_line(bundling, &writer);
        arena_rewind(bundling->scratch, mark);
    }
    return true;
}

static struct bundling bundling_open(struct casefile *casefile, struct builder *out)
{
    struct arena *arena = arena_open();
    return (struct bundling){.casefile = casefile,
                             .out = out,
                             .files = names_make(arena),
                             .arena = arena,
                             .scratch = arena_open()};
}

static void bundling_close(struct bundling *bundling)
{
    arena_close(bundling->scratch);
    arena_close(bundling->arena);
}

bool bundle_write(struct casefile *casefile, enum bundle_sealed sealed, struct builder *out,
                  size_t *gone, struct error *error)
{
    struct bundling bundling = bundling_open(casefile, out);
    bundling.sealed = sealed;
    struct json_writer writer = begin_line(&bundling);
    json_member_str(&writer, "case", casefile->record.case_id);
    json_member_str(&writer, "format", formats[store_format(casefile->store) - 1]);
    end_line(&bundling, &writer);
    bool done = write_entries(&bundling, error) && write_heads(&bundling, error) &&
                write_checkpoints(&bundling, error) && write_files(&bundling, error);
    writer = begin_line(&bundling);
    json_member_int(&writer, "lines", (int64_t)bundling.lines);
    end_line(&bundling, &writer);
    *gone = bundling.gone;
    bundling_close(&bundling);
    return done;
}

bool bundle_write_since(struct casefile *casefile, struct str audience, uint64_t from,
                        struct builder *out, struct error *error)
{
    struct bundling bundling = bundling_open(casefile, out);
    bundling.only = audience;
    bundling.from = from;
    bool done = write_entries(&bundling, error) && write_checkpoints(&bundling, error) &&
                write_files(&bundling, error);
    bundling_close(&bundling);
    return done;
}

bool bundle_write_note(struct casefile *casefile, struct str audience, uint64_t size,
                       struct builder *out, struct error *error)
{
    struct bundling bundling = bundling_open(casefile, out);
    bundling.only = audience;
    bundling.from = size > 0 ? size - 1 : 0; // none is of more entries than there are
    bool done = write_checkpoints(&bundling, error);
    bundling_close(&bundling);
    return done;
}

// --- Reading

struct unbundling {
    struct store *store;
    struct str source;
    struct arena *scratch; // for one line
    size_t line;           // from 1
    struct builder before; // the order of the line before
    struct error *error;
};

static bool refuse(const struct unbundling *unbundling, const char *what)
{
    struct place place = place_of(unbundling->source);
    place.line = unbundling->line;
    return error_at(unbundling->error, TAMPERED, place, "%s", what);
}

static bool text_bytes(const struct json *line, const char *name, struct arena *arena,
                       struct str *bytes)
{
    const struct json *value = json_member(line, name);
    return value && value->kind == JSON_STRING && base64_read(value->text, arena, bytes);
}

static bool line_bytes(const struct unbundling *unbundling, const struct json *line,
                       const char *name, struct str *bytes)
{
    return text_bytes(line, name, unbundling->scratch, bytes) ||
           refuse(unbundling, "a member of this line is not base64 in its one form");
}

static bool whole_count(const struct json *line, const char *name, uint64_t *count)
{
    const struct json *value = json_member(line, name);
    int64_t number;
    if (!value || !json_whole(value, &number) || number < 0)
        return false;
    *count = (uint64_t)number; // not below zero
    return true;
}

static bool line_count(const struct unbundling *unbundling, const struct json *line,
                       const char *name, uint64_t *count)
{
    return whole_count(line, name, count) || refuse(unbundling, "a number is missing in this line");
}

bool bundle_entry(const struct json *line, struct arena *arena, struct entry_row *row)
{
    enum { MEMBERS = 7 };
    *row = (struct entry_row){.audience = json_text(line, "audience")};
    if (row->audience.length == 0 || line->count != MEMBERS || !whole_count(line, "at", &row->at) ||
        !text_bytes(line, "attachments", arena, &row->attachments) ||
        !text_bytes(line, "commitment", arena, &row->commitment) ||
        !text_bytes(line, "salt", arena, &row->salt) ||
        !text_bytes(line, "subtree", arena, &row->subtree))
        return false;
    if (!access_is_open(row->audience))
        return text_bytes(line, "sealed", arena, &row->content);
    row->content = json_text(line, "content");
    return true;
}

static bool read_entry(struct unbundling *unbundling, const struct json *line)
{
    struct entry_row row;
    if (!bundle_entry(line, unbundling->scratch, &row))
        return refuse(unbundling, "this line is not an entry");
    return store_add_entry(unbundling->store, &row, unbundling->error);
}

static bool read_head(struct unbundling *unbundling, const struct json *line)
{
    struct head_row head = {.audience = json_text(line, "head")};
    struct str root = {NULL, 0};
    if (head.audience.length == 0 || line->count != 3 ||
        !line_count(unbundling, line, "size", &head.size) ||
        !line_bytes(unbundling, line, "root", &root) || root.length != HASH_BYTES)
        return refuse(unbundling, "this line is not the head of a log");
    memcpy(head.root.bytes, root.bytes, HASH_BYTES);
    return store_set_head(unbundling->store, &head, unbundling->error);
}

static bool read_checkpoint(struct unbundling *unbundling, const struct json *line)
{
    struct checkpoint_row row = {.audience = json_text(line, "checkpoint"),
                                 .note = json_text(line, "note")};
    if (row.audience.length == 0 || row.note.length == 0 || line->count != 3 ||
        !line_count(unbundling, line, "size", &row.size))
        return refuse(unbundling, "this line is not a checkpoint");
    return store_add_checkpoint(unbundling->store, &row, unbundling->error);
}

static bool read_file(struct unbundling *unbundling, const struct json *line)
{
    struct str bytes = {NULL, 0};
    struct hash named;
    struct hash hash;
    if (line->count != 2 || !line_bytes(unbundling, line, "bytes", &bytes) ||
        !hash_from_hex(json_text(line, "file"), &named))
        return refuse(unbundling, "this line is not a file");
    if (!hash_equal(hash_of(bytes), named))
        return refuse(unbundling, "the bytes of this file are not those of its hash");
    return store_add_attachment(unbundling->store, bytes, &hash, unbundling->error);
}

// Lines stand in one order, so that none can be moved: each must come after the one before.
static bool check_order(struct unbundling *unbundling, const struct json *line)
{
    static const char *const kinds[] = {"audience", "head", "checkpoint", "file"};
    size_t kind = 0;
    while (kind < 3 && !json_member(line, kinds[kind]))
        kind++;
    const struct json *number = json_member(line, kind == 0 ? "at" : "size");
    int64_t count = 0;
    if (number && !json_whole(number, &count))
        return refuse(unbundling, "a number is missing in this line");
    struct str order = arena_print(unbundling->scratch, "%zu %.*s %020" PRId64, kind,
                                   STR_ARGS(json_text(line, kinds[kind])), count);
    if (str_compare(order, builder_str(&unbundling->before)) <= 0)
        return refuse(unbundling, "this line does not stand in its place, or stands here twice");
    builder_cut(&unbundling->before, 0);
    builder_add(&unbundling->before, order);
    return true;
}

static bool read_header(struct unbundling *unbundling, const struct json *line)
{
    struct str format = json_text(line, "format");
    if (str_starts_with(format, STR("entente-record/")) && !str_equal(format, formats[0]) &&
        !str_equal(format, formats[1]))
        return error_at(unbundling->error, UNSUPPORTED, place_of(unbundling->source),
                        "the record has the format %.*s; this program reads %.*s and %.*s",
                        STR_ARGS(str_slice(format, 0, 40)), STR_ARGS(formats[0]),
                        STR_ARGS(formats[1]));
    if (!str_starts_with(format, STR("entente-record/")) || json_text(line, "case").length == 0)
        return error_at(unbundling->error, BAD_INPUT, place_of(unbundling->source),
                        "this is not a record that entente wrote");
    return store_set_meta(unbundling->store, STR("case"), json_text(line, "case"),
                          unbundling->error);
}

static bool read_line(struct unbundling *unbundling, struct str text, bool *is_end)
{
    const struct json *line;
    struct error form;
    if (!canon_read(unbundling->source, text, unbundling->scratch, &line, &form) ||
        line->kind != JSON_OBJECT)
        return refuse(unbundling, "this line is not in canonical form");
    uint64_t lines = 0;
    if (unbundling->line == 1)
        return read_header(unbundling, line);
    if (!json_member(line, "lines") && !check_order(unbundling, line))
        return false;
    if (json_member(line, "audience"))
        return read_entry(unbundling, line);
    if (json_member(line, "head"))
        return read_head(unbundling, line);
    if (json_member(line, "checkpoint"))
        return read_checkpoint(unbundling, line);
    if (json_member(line, "file"))
        return read_file(unbundling, line);
    if (!line_count(unbundling, line, "lines", &lines) || line->count != 1 ||
        lines != unbundling->line - 1)
        return refuse(unbundling, "this line belongs to no record, or lines are missing before it");
    *is_end = true;
    return true;
}

bool bundle_read(struct str source, struct str text, struct store *store, struct error *error)
{
    struct arena *arena = arena_open();
    struct unbundling unbundling = {.before = builder_make(arena),
                                    .store = store,
                                    .source = source,
                                    .scratch = arena_open(),
                                    .error = error};
    struct str rest = utf8_without_mark(text);
    struct str line;
    bool is_end = false;
    bool done = true;
    while (done && !is_end && str_cut(&rest, '\n', &line)) {
        struct arena_mark mark = arena_mark(unbundling.scratch);
        unbundling.line++;
        done = read_line(&unbundling, line, &is_end);
        arena_rewind(unbundling.scratch, mark);
    }
    if (done && (!is_end || rest.length > 0 || !str_ends_with(text, STR("\n"))))
        done = refuse(&unbundling, is_end ? "lines follow after the end of the record"
                                          : "the record is cut off here");
    done = done && store_bind_checkpoints(store, error);
    arena_close(unbundling.scratch);
    arena_close(arena);
    return done;
}
