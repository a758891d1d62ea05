// SPDX-License-Identifier: Apache-2.0
// Shared by the tests of the .docx writer: merges drafts, writes them as tracked changes, and
// reads each party's text back.

#ifndef ENTENTE_TESTS_REDLINE_H
#define ENTENTE_TESTS_REDLINE_H

#include "base/builder.h"
#include "exchange/docx/docx_read.h"
#include "exchange/docx_write/docx_write.h"
#include "exchange/open.h"
#include "merge/merge.h"
#include "tap.h"

#include <stdio.h>

static const struct document *read_as(struct str bytes, struct reading reading)
{
    const struct document *document = NULL;
    struct error error;
    tap_done(docx_read(STR("x.docx"), bytes, &reading, &input_limits_default, tap_arena(),
                       &document, &error),
             &error, __FILE__, __LINE__);
    return document;
}

static const struct document *opened(struct str name, struct str bytes)
{
    const struct document *document = NULL;
    struct error error;
    tap_done(document_open(name, bytes, &(struct reading){.kind = READING_ACCEPT},
                           &input_limits_default, tap_arena(), &document, &error),
             &error, __FILE__, __LINE__);
    return document;
}

// What stands for the objects of a paragraph: all of them look alike in its text.
static void add_objects(const struct document *document, const struct paragraph *paragraph,
                        struct builder *out)
{
    for (uint32_t i = 0; i < paragraph->run_count; i++) {
        const struct text_run *run = &document->runs[paragraph->first_run + i];
        if (run->object == NO_INDEX)
            continue;
        const struct object *object = &document->objects[run->object];
        builder_print(out, " {%d %.*s}", (int)object->kind, STR_ARGS(object->key));
    }
}

// The text with its objects, and with the borders of tables, rows, cells and stories in it.
static struct str text_of(const struct document *document)
{
    static const char *const names[] = {"",         "table",   "row",     "cell",   "body",
                                        "footnote", "endnote", "textbox", "header", "footer"};
    if (!document)
        return STR("(not read)");
    struct builder out = builder_make(tap_arena());
    for (uint32_t b = 0; b < document->block_count; b++) {
        const struct block *block = &document->blocks[b];
        if (block->kind == BLOCK_PARAGRAPH) {
            const struct paragraph *paragraph = &document->paragraphs[block->paragraph];
            builder_add(&out, paragraph_text(document, paragraph));
            add_objects(document, paragraph, &out);
            builder_add_c(&out, "\n");
        } else {
            builder_print(&out, "[%s]\n", names[block->kind]);
        }
    }
    return builder_str(&out);
}

// Adds a paragraph's formatting and words; neighbours of one look are one.
static void add_looks(const struct document *document, const struct paragraph *paragraph,
                      struct builder *out)
{
    struct str look = STR("?");
    builder_print(out, "{%.*s}", STR_ARGS(paragraph->properties));
    for (uint32_t k = 0; k < paragraph->run_count; k++) {
        const struct text_run *run = &document->runs[paragraph->first_run + k];
        if (!str_equal(document->marks[run->marks].key, look)) {
            look = document->marks[run->marks].key;
            builder_print(out, "<%.*s>", STR_ARGS(look));
        }
        builder_add(out, str_slice(document->text, run->from, run->to));
    }
    builder_add_byte(out, '\n');
}

// The text with all its formatting.
static struct str looks_of(const struct document *document)
{
    struct builder out = builder_make(tap_arena());
    for (uint32_t i = 0; document && i < document->paragraph_count; i++)
        add_looks(document, &document->paragraphs[i], &out);
    return builder_str(&out);
}

// Prints where two texts part, for whoever looks at a failure.
static bool same_text(struct str found, struct str wanted, struct str what)
{
    if (str_equal(found, wanted))
        return true;
    size_t at = 0;
    while (at < found.length && at < wanted.length && found.bytes[at] == wanted.bytes[at])
        at++;
    size_t from = at < 30 ? 0 : at - 30;
    printf("# %.*s differs at %zu\n#   found  \"%.*s\"\n#   wanted \"%.*s\"\n", STR_ARGS(what), at,
           STR_ARGS(str_slice(found, from, at + 40)), STR_ARGS(str_slice(wanted, from, at + 40)));
    return false;
}

static bool merge_and_write(const struct document *base, const struct party_draft *drafts,
                            size_t count, struct merged *merged, struct docx_written *written)
{
    const struct merge_options merging = {input_limits_default.tokens, .keep_last_mark = true};
    const struct docx_write_options writing = {.limits = &input_limits_default};
    struct budget budget = budget_unlimited();
    struct error error;
    return tap_done(
               merge_drafts(base, drafts, count, &merging, &budget, tap_arena(), merged, &error),
               &error, __FILE__, __LINE__) &&
           tap_done(docx_write_tracked(merged, &writing, tap_arena(), written, &error), &error,
                    __FILE__, __LINE__);
}

// Whether refusing all gives the base and accepting one party alone gives its draft.
static bool readings_hold(const struct document *base, const struct party_draft *drafts,
                          size_t count)
{
    struct merged merged;
    struct docx_written written;
    if (!base || !merge_and_write(base, drafts, count, &merged, &written))
        return false;
    const struct reading reject = {.kind = READING_REJECT};
    bool same = same_text(text_of(read_as(written.bytes, reject)), text_of(base), STR("the base"));
    for (size_t i = 0; i < count; i++) {
        const struct reading reading = {READING_AUTHORS, &drafts[i].party, 1};
        const struct document *own = read_as(written.bytes, reading);
        if (!same_text(text_of(own), text_of(drafts[i].document), drafts[i].party))
            same = false;
    }
    return same;
}

// Whether, for one draft alone, both readings have the formatting of the inputs too.
static bool looks_hold(const struct document *base, const struct party_draft *draft)
{
    struct merged merged;
    struct docx_written written;
    if (!base || !merge_and_write(base, draft, 1, &merged, &written))
        return false;
    const struct reading reject = {.kind = READING_REJECT};
    const struct reading accept = {.kind = READING_ACCEPT};
    bool old =
        same_text(looks_of(read_as(written.bytes, reject)), looks_of(base), STR("base look"));
    return same_text(looks_of(read_as(written.bytes, accept)), looks_of(draft->document),
                     STR("draft look")) &&
           old;
}

#endif
