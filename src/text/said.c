// SPDX-License-Identifier: Apache-2.0
#include "text/said.h"

#include <string.h>

static const char object_character[] = "\xef\xbf\xbc"; // U+FFFC

// A crafted file may have a note that refers to itself.
enum { DEEPEST_STORY = 4 };

static void say_range(const struct document *document, struct range range,
                      enum said_stories stories, uint32_t depth, struct builder *out);

static void say_story(const struct document *document, uint32_t story, uint32_t depth,
                      struct builder *out)
{
    const struct block *root = &document->blocks[story];
    const char *between = "";
    for (uint32_t b = story; b < root->end; b++) {
        if (document->blocks[b].kind != BLOCK_PARAGRAPH)
            continue;
        const struct paragraph *paragraph = &document->paragraphs[document->blocks[b].paragraph];
        struct builder words = builder_make(out->arena);
        say_range(document, (struct range){paragraph->from, paragraph->to}, STORIES_IN_WORDS, depth,
                  &words);
        struct str trimmed = str_trim(builder_str(&words));
        if (trimmed.length == 0)
            continue;
        builder_add_c(out, between);
        builder_add(out, trimmed);
        between = " / ";
    }
}

static struct str kind_of_story(const struct object *object)
{
    switch (object->kind) {
    case OBJECT_FOOTNOTE:
        return STR("footnote");
    case OBJECT_ENDNOTE:
        return STR("endnote");
    case OBJECT_TEXTBOX:
    case OBJECT_PICTURE:
    case OBJECT_EQUATION:
    case OBJECT_FIELD:
    case OBJECT_BREAK:
    case OBJECT_OTHER:
        break;
    }
    return object->description;
}

static void say_object(const struct document *document, const struct object *object,
                       enum said_stories stories, uint32_t depth, struct builder *out)
{
    bool is_note = object->kind == OBJECT_FOOTNOTE || object->kind == OBJECT_ENDNOTE;
    bool has_story = object->story != NO_INDEX;
    builder_add_byte(out, '[');
    if (has_story && stories == STORIES_IN_WORDS && depth < DEEPEST_STORY) {
        builder_add(out, kind_of_story(object));
        builder_add_c(out, ": ");
        say_story(document, object->story, depth + 1, out);
    } else {
        builder_add(out, has_story && is_note ? document->blocks[object->story].key
                                              : object->description);
    }
    builder_add_byte(out, ']');
}

static void say_range(const struct document *document, struct range range,
                      enum said_stories stories, uint32_t depth, struct builder *out)
{
    uint32_t at = range.from;
    for (uint32_t i = run_at(document, range.from);
         i < document->run_count && document->runs[i].from < range.to; i++) {
        const struct text_run *run = &document->runs[i];
        if (run->object == NO_INDEX)
            continue;
        builder_add(out, str_slice(document->text, at, run->from));
        say_object(document, &document->objects[run->object], stories, depth, out);
        at = run->to;
    }
    builder_add(out, str_slice(document->text, at, range.to));
}

void object_say(const struct document *document, const struct object *object,
                enum said_stories stories, struct builder *out)
{
    say_object(document, object, stories, 0, out);
}

struct str text_said(const struct document *document, struct range range, enum said_stories stories,
                     struct arena *arena)
{
    struct str text = str_slice(document->text, range.from, range.to);
    if (!str_contains(text, str_of(object_character)))
        return text;
    struct builder out = builder_make(arena);
    say_range(document, range, stories, 0, &out);
    return builder_str(&out);
}

struct str text_in_words(const struct document *document, struct arena *arena)
{
    if (document->object_count == 0)
        return document->text;
    struct str text = arena_copy(arena, document->text);
    for (uint32_t i = 0; i < document->run_count; i++) {
        const struct text_run *run = &document->runs[i];
        if (run->object != NO_INDEX)
            // The copy is ours.
            memset((char *)(uintptr_t)text.bytes + run->from, ' ', run->to - run->from);
    }
    return text;
}
