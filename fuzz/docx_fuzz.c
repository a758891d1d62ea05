// SPDX-License-Identifier: Apache-2.0
// Property: under every reading the document keeps its invariants, and what its records say about
// text runs is what stands in the file. Inputs are archives, or parts as docx_made.h takes them.
#include "docx_made.h"
#include "exchange/docx/docx_read.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

// The text of a run, by its pieces; false when a field begins or ends in it, which hides some.
static bool run_text(const struct docx_part *part, uint32_t run, struct arena *arena,
                     struct builder *text)
{
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t child = run + 1; child < nodes[run].end; child = nodes[child].end) {
        struct str piece;
        if (docx_word(part, child) == W_FLD_CHAR)
            return false;
        if (docx_piece(part, child, arena, &piece) != PIECE_NOTHING)
            builder_add(text, piece);
    }
    return true;
}

static bool is_sound_text_run(const struct document *document, uint32_t i, struct arena *arena)
{
    const struct text_run *text_run = &document->runs[i];
    const struct docx_source *source = docx_source(document);
    const struct docx_text_run *record = &source->text_runs[i];
    const struct docx_part *part = &source->package->parts[text_run->origin.part];
    const struct xml_node *node = &part->xml.nodes[record->node];
    if (text_run->origin.from != node->from || text_run->origin.to != node->to)
        return false;
    struct builder text = builder_make(arena);
    if (docx_word(part, record->node) != W_R || !run_text(part, record->node, arena, &text))
        return true;
    struct str found = str_slice(document->text, text_run->from, text_run->to);
    return str_equal(
        found, str_slice(builder_str(&text), record->text_from, record->text_from + found.length));
}

static void check(struct str file, enum reading_kind kind)
{
    struct arena *arena = arena_open();
    static const struct str author = STR_INIT("A");
    struct reading reading = {kind, &author, 1};
    const struct document *document;
    struct error error;
    if (docx_read(STR("fuzz"), file, &reading, &input_limits_default, arena, &document, &error)) {
        if (!document_check(document, &error))
            abort();
        for (uint32_t i = 0; i < document->run_count; i++)
            if (!is_sound_text_run(document, i, arena))
                abort();
    }
    arena_close(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct str file = {(const char *)bytes, length};
    if (!str_starts_with(file, STR("PK")))
        file = docx_made(arena, file);
    check(file, READING_ACCEPT);
    check(file, READING_REJECT);
    check(file, READING_AUTHORS);
    arena_close(arena);
    return 0;
}
