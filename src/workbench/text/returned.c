// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/returned.h"

#include "base/builder.h"
#include "exchange/docx/docx_read.h"
#include "exchange/docx_write/record.h"
#include "exchange/docx_write/settle.h"
#include "exchange/next_base/bracketed.h"
#include "exchange/open.h"
#include "merge/merge_note.h"
#include "workbench/answer.h"

static bool has_style(const struct docx_package *package, struct str style, struct arena *arena)
{
    struct str quoted = arena_print(arena, "\"%.*s\"", STR_ARGS(style));
    for (uint32_t i = 0; i < package->part_count; i++)
        if (package->parts[i].is_tree &&
            !str_contains(package->parts[i].content_type, STR("styles")) &&
            str_contains(package->parts[i].xml.source, quoted))
            return true;
    return false;
}

// A record may outlive the brackets that it speaks of.
static bool is_bracketed(const struct document *document, struct arena *arena)
{
    struct docx_record record;
    if (document->form != FORM_DOCX)
        return false;
    struct docx_package *package = docx_source(document)->package;
    if (!record_read(package, arena, &record))
        return false;
    for (size_t i = 0; i < record.wording_count; i++)
        if (has_style(package, record.wordings[i].style, arena))
            return true;
    return false;
}

// The bytes of one reading, without brackets.
static bool read_one(const struct entente_file *file, struct str party,
                     const struct input_limits *limits, struct arena *arena, struct list *said,
                     struct str *settled, struct error *error)
{
    struct str name = str_of(file->name);
    struct str bytes = answer_file(file);
    struct str tracked;
    const struct document *document;
    bool is_base = party.length == 0;
    const struct reading reading = {
        .kind = is_base ? READING_REJECT : READING_AUTHORS, .authors = &party, .author_count = 1};
    return (is_base
                ? docx_brackets_as_tracked(name, bytes, limits, arena, said, NULL, &tracked, error)
                : docx_brackets_of_party(name, bytes, party, limits, arena, said, &tracked,
                                         error)) &&
           docx_read(name, tracked, &reading, limits, arena, &document, error) &&
           document_settled_passing(document, arena, settled, error);
}

bool returned_as_draft(struct entente_file *file, struct str party,
                       const struct input_limits *limits, struct arena *arena, struct list *notes,
                       const struct document **document, struct error *error)
{
    static const struct reading accepted = {.kind = READING_ACCEPT};
    struct list said = LIST_MAKE(arena, struct str);
    struct str bytes;
    if (!is_bracketed(*document, arena))
        return true;
    if (!read_one(file, party, limits, arena, &said, &bytes, error) ||
        !docx_read(str_of(file->name), bytes, &accepted, limits, arena, document, error))
        return false;
    *file = (struct entente_file){file->name, bytes.bytes, bytes.length};
    for (size_t i = 0; i < said.count; i++)
        *LIST_ADD(notes, struct merge_note) =
            (struct merge_note){NOTE_READING, party, *LIST_AT(&said, struct str, i)};
    return true;
}

static bool read_record(const struct document *document, struct arena *arena,
                        struct docx_record *record)
{
    return document->form == FORM_DOCX &&
           record_read(docx_source(document)->package, arena, record) && record->party_count > 0;
}

bool returned_is_ours(const struct document *document, struct arena *arena)
{
    struct docx_record record;
    return read_record(document, arena, &record);
}

// Whether somebody of the record, but not the party, made the changes of this author.
static bool is_of_others(const struct docx_record *record, struct str author, struct str party)
{
    bool is_known = false;
    for (size_t i = 0; i < record->author_count; i++) {
        const struct record_author *one = &record->authors[i];
        for (size_t k = 0; str_equal(one->name, author) && k < one->party_count; k++) {
            if (str_equal(one->parties[k], party))
                return false;
            is_known = true;
        }
    }
    return is_known;
}

bool returned_by_party(const struct document *document, struct str party, struct arena *arena,
                       struct reading *reading, struct str *note)
{
    struct docx_record record;
    const struct document_author *authors;
    size_t count = document_authors(document, arena, &authors);
    struct list own = LIST_MAKE(arena, struct str);
    struct builder others = builder_make(arena);
    uint32_t changes = 0;
    if (!read_record(document, arena, &record))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!is_of_others(&record, authors[i].name, party)) {
            *LIST_ADD(&own, struct str) = authors[i].name;
            continue;
        }
        builder_print(&others, "%s%.*s", changes > 0 ? ", " : "", STR_ARGS(authors[i].name));
        changes += authors[i].changes;
    }
    *reading = (struct reading){READING_AUTHORS, LIST_ITEMS(&own, struct str), own.count, true};
    *note = arena_print(arena,
                        "%u tracked change%s of others (%.*s) stand%s in the draft: read as "
                        "rejected; what is taken over of them, accept in Word",
                        changes, changes == 1 ? "" : "s", STR_ARGS(builder_str(&others)),
                        changes == 1 ? "s" : "");
    return changes > 0;
}
