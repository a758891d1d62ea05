// SPDX-License-Identifier: Apache-2.0
// Which stories are to be read behind the body, in the order in which the text leads to them.
#include "exchange/docx/docx_parts.h"

static struct str story_name(enum block_kind kind)
{
    switch (kind) {
    case BLOCK_FOOTNOTE:
        return STR("footnote");
    case BLOCK_ENDNOTE:
        return STR("endnote");
    case BLOCK_TEXTBOX:
        return STR("text box");
    case BLOCK_HEADER:
        return STR("header");
    case BLOCK_FOOTER:
        return STR("footer");
    case BLOCK_PARAGRAPH:
    case BLOCK_TABLE:
    case BLOCK_ROW:
    case BLOCK_CELL:
    case BLOCK_BODY:
        break;
    }
    return STR("story");
}

// Stories without a key are numbered by kind, in the order in which the text leads to them.
uint32_t queue_story(struct docx_reader *reader, const struct story *story, uint32_t object)
{
    uint32_t number = (uint32_t)reader->stories.count;
    struct story *queued = LIST_ADD(&reader->stories, struct story);
    *queued = *story;
    if (queued->key.length == 0)
        queued->key = arena_print(reader->arena, "%.*s %u", STR_ARGS(story_name(story->kind)),
                                  ++reader->story_counts[story->kind - BLOCK_BODY]);
    if (object != NO_INDEX)
        *LIST_ADD(&reader->anchors, struct story_anchor) = (struct story_anchor){object, number};
    return number;
}

static void queue_header(struct docx_reader *reader, uint32_t reference, enum block_kind kind)
{
    static const char *const types[] = {"default", "first", "even"};
    const struct docx_relationship *to =
        docx_relationship(reader->part, docx_attribute(reader->part, reference, R_ID));
    uint32_t part = !to || to->is_external ? NO_PART : docx_part_named(reader->package, to->target);
    if (part == NO_PART || reader->is_queued[part])
        return;
    reader->is_queued[part] = true; // sections may share a header
    struct str type = docx_attribute(reader->part, reference, W_TYPE);
    size_t i = 2;
    while (i > 0 && !str_equal(type, str_of(types[i])))
        i--;
    uint32_t count = ++reader->header_counts[kind == BLOCK_FOOTER][i];
    struct str key = arena_print(reader->arena, "%.*s %s", STR_ARGS(story_name(kind)), types[i]);
    if (count > 1)
        key = arena_print(reader->arena, "%.*s %u", STR_ARGS(key), count);
    queue_story(reader, &(struct story){.kind = kind, .key = key, .part = part, .node = 0},
                NO_INDEX);
}

void queue_headers(struct docx_reader *reader, uint32_t section)
{
    const struct xml_node *nodes = reader->part->xml.nodes;
    for (uint32_t child = section + 1; child < nodes[section].end; child = nodes[child].end) {
        enum word word = docx_word(reader->part, child);
        if (word == W_HEADER_REFERENCE || word == W_FOOTER_REFERENCE)
            queue_header(reader, child, word == W_HEADER_REFERENCE ? BLOCK_HEADER : BLOCK_FOOTER);
    }
}
