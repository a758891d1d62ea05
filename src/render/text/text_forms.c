// SPDX-License-Identifier: Apache-2.0
#include "render/text/text_forms.h"

#include "text/said.h"

static void add_story_name(const struct document *document, uint32_t root, struct builder *out)
{
    builder_print(out, "[%.*s]", STR_ARGS(document->blocks[root].key));
}

static void add_paragraph(const struct document *document, const struct paragraph *paragraph,
                          bool with_label, struct builder *out)
{
    if (with_label && paragraph->label.typed_bytes == 0 && paragraph->label.text.length > 0)
        builder_print(out, "%.*s ", STR_ARGS(paragraph->label.text));
    for (uint32_t i = 0; i < paragraph->run_count; i++) {
        const struct text_run *run = &document->runs[paragraph->first_run + i];
        if (run->object != NO_INDEX) {
            object_say(document, &document->objects[run->object], STORIES_BY_NAME, out);
            continue;
        }
        struct str text = str_slice(document->text, run->from, run->to);
        struct str line;
        for (size_t at = 0; at < text.length; at += line.length + 1) {
            line = str_skip(text, at);
            line = str_slice(line, 0, str_find_byte(line, '\n'));
            builder_add(out, line);
            if (at + line.length < text.length)
                builder_add_c(out, "\u2028");
        }
    }
    builder_add_byte(out, '\n');
}

struct str text_plain(const struct text_answer *answer, struct arena *arena)
{
    const struct document *document = answer->document;
    struct builder out = builder_make(arena);
    uint32_t end = answer->body_only ? document->blocks[0].end : document->block_count;
    for (uint32_t i = 0; i < end; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind > BLOCK_BODY) {
            add_story_name(document, i, &out);
            builder_add_byte(&out, '\n');
        } else if (block->kind == BLOCK_PARAGRAPH) {
            add_paragraph(document, &document->paragraphs[block->paragraph], answer->with_labels,
                          &out);
        }
    }
    return builder_str(&out);
}

struct str text_summary(const struct text_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (uint32_t i = 0; i < answer->document->note_count; i++)
        builder_print(&out, "%.*s\n", STR_ARGS(answer->document->notes[i]));
    for (size_t i = 0; i < answer->author_count; i++)
        builder_print(&out, "tracked changes by %.*s: %u\n", STR_ARGS(answer->authors[i].name),
                      answer->authors[i].changes);
    return builder_str(&out);
}
