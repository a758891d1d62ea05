// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"
#include "workbench/answer.h"
#include "workbench/text/put_parts.h"

// The byte of the file that a byte of the text was read from, where it was read as it stands.
static bool source_at(const struct putting *putting, uint32_t at, uint32_t *byte)
{
    const struct document *document = putting->place->document;
    const struct str file = answer_file(putting->file);
    uint32_t r = run_at(document, at);
    if (r == document->run_count)
        return false;
    const struct text_run *run = &document->runs[r];
    struct str words = str_slice(document->text, run->from, run->to);
    if (at < run->from || !str_equal(words, str_slice(file, run->origin.from, run->origin.to)))
        return false;
    *byte = run->origin.from + (at - run->from);
    return true;
}

static bool source_of(const struct putting *putting, const struct text_edit *edit,
                      struct range *bytes)
{
    const struct document *document = putting->place->document;
    const struct paragraph *paragraph = &document->paragraphs[paragraph_at(document, edit->from)];
    if (edit->words.length == 0 && edit->from == paragraph->from && edit->to == paragraph->to) {
        *bytes = (struct range){paragraph->origin.from, paragraph->origin.to};
        return true;
    }
    if (edit->from < edit->to) {
        if (!source_at(putting, edit->from, &bytes->from) ||
            !source_at(putting, edit->to - 1, &bytes->to))
            return false;
        bytes->to++;
        return true;
    }
    bool is_behind = edit->from > paragraph->from;
    if (!source_at(putting, edit->from - is_behind, &bytes->from))
        return false;
    bytes->from += is_behind;
    bytes->to = bytes->from;
    return true;
}

// The edits and arrivals, which stand in the order of the text, in the bytes of the file.
static bool write_text(const struct putting *putting, const char *between, struct str *bytes)
{
    const struct document *document = putting->place->document;
    struct str file = answer_file(putting->file);
    struct builder out = builder_make(putting->arena);
    uint32_t at = 0;
    for (size_t i = 0; i < putting->edits.count; i++) {
        const struct text_edit *edit = LIST_AT(&putting->edits, struct text_edit, i);
        struct range range;
        if (!source_of(putting, edit, &range) || range.from < at)
            return false;
        builder_add(&out, str_slice(file, at, range.from));
        builder_add(&out, edit->words);
        at = range.to;
    }
    for (size_t i = 0; i < putting->arrivals.count; i++) {
        const struct text_arrival *arrival = LIST_AT(&putting->arrivals, struct text_arrival, i);
        const struct origin *origin = &document->paragraphs[arrival->paragraph].origin;
        uint32_t place = arrival->is_before ? origin->from : origin->to;
        if (place < at)
            return false;
        builder_add(&out, str_slice(file, at, place));
        at = place;
        bool follows = out.length > 0 && out.bytes[out.length - 1] != '\n';
        builder_print(&out, "%s%s%.*s%s", follows ? "\n" : "", arrival->is_before ? "" : between,
                      STR_ARGS(arrival->words), arrival->is_before ? "\n" : "");
        builder_add_c(&out, arrival->is_before ? between : "\n");
    }
    builder_add(&out, str_skip(file, at));
    *bytes = builder_str(&out);
    return true;
}

bool put_into_text(const struct putting *putting, const struct document *wanted, struct str *bytes,
                   struct error *error)
{
    static const char *const betweens[] = {"", "\n"};
    for (size_t i = 0; i < sizeof betweens / sizeof *betweens; i++)
        if (write_text(putting, betweens[i], bytes) &&
            putting_reads_as(putting, *bytes, wanted->text))
            return true;
    return putting_refuse(error, "the place cannot be changed alone in this file");
}
