// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"
#include "base/list.h"
#include "exchange/open.h"
#include "workbench/answer.h"

#include <entente/document.h>

static struct reading reading_of(const struct entente_text_options *options, struct arena *arena)
{
    struct reading reading = {.kind = READING_ACCEPT};
    switch (options->tracked) {
    case ENTENTE_TRACKED_ACCEPT:
        return reading;
    case ENTENTE_TRACKED_REJECT:
        reading.kind = READING_REJECT;
        return reading;
    case ENTENTE_TRACKED_AUTHORS:
        break;
    }
    struct list names = LIST_MAKE(arena, struct str);
    struct str rest = str_of(options->authors);
    struct str name;
    while (str_cut(&rest, ',', &name))
        *LIST_ADD(&names, struct str) = str_trim(name);
    reading.kind = READING_AUTHORS;
    reading.authors = LIST_ITEMS(&names, struct str);
    reading.author_count = names.count;
    return reading;
}

static void add_story_name(const struct document *document, uint32_t root, struct builder *out)
{
    builder_print(out, "[%.*s]", STR_ARGS(document->blocks[root].key));
}

// A run that is no text: its description, or the name of the story it leads to.
static void add_object(const struct document *document, const struct object *object,
                       struct builder *out)
{
    bool is_note = object->kind == OBJECT_FOOTNOTE || object->kind == OBJECT_ENDNOTE;
    if (is_note && object->story != NO_INDEX)
        add_story_name(document, object->story, out);
    else
        builder_print(out, "[%.*s]", STR_ARGS(object->description));
}

static void add_paragraph(const struct document *document, const struct paragraph *paragraph,
                          bool with_label, struct builder *out)
{
    if (with_label && paragraph->label.typed_bytes == 0 && paragraph->label.text.length > 0)
        builder_print(out, "%.*s ", STR_ARGS(paragraph->label.text));
    for (uint32_t i = 0; i < paragraph->run_count; i++) {
        const struct text_run *run = &document->runs[paragraph->first_run + i];
        if (run->object != NO_INDEX) {
            add_object(document, &document->objects[run->object], out);
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

static struct str text_of(const struct document *document,
                          const struct entente_text_options *options, struct arena *arena)
{
    struct builder out = builder_make(arena);
    uint32_t end = options->body_only ? document->blocks[0].end : document->block_count;
    for (uint32_t i = 0; i < end; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind > BLOCK_BODY) {
            add_story_name(document, i, &out);
            builder_add_byte(&out, '\n');
        } else if (block->kind == BLOCK_PARAGRAPH) {
            add_paragraph(document, &document->paragraphs[block->paragraph], options->labels, &out);
        }
    }
    return builder_str(&out);
}

static struct str summary_of(const struct document *document, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (uint32_t i = 0; i < document->note_count; i++)
        builder_print(&out, "%.*s\n", STR_ARGS(document->notes[i]));
    const struct document_author *authors;
    size_t count = document_authors(document, arena, &authors);
    for (size_t i = 0; i < count; i++)
        builder_print(&out, "tracked changes by %.*s: %u\n", STR_ARGS(authors[i].name),
                      authors[i].changes);
    return builder_str(&out);
}

bool entente_text(const struct entente_file *file, const struct entente_text_options *options,
                  struct entente_answer **answer, struct entente_error *error)
{
    struct entente_answer *made = answer_new();
    struct reading reading = reading_of(options, made->arena);
    const struct document *document;
    struct error inner;
    if (!document_open(str_of(file->name), answer_file(file), &reading, &limits_default,
                       made->arena, &document, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    made->output = text_of(document, options, made->arena);
    made->summary = summary_of(document, made->arena);
    *answer = made;
    return true;
}
