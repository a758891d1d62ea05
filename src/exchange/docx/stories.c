// SPDX-License-Identifier: Apache-2.0
// What is read after the body: notes, text boxes, headers and footers.
#include "exchange/docx/docx_parts.h"
#include "exchange/docx/moves.h"

void note_part_read(struct docx_reader *reader, struct note_part *notes, enum word word)
{
    notes->ids = names_make(reader->arena);
    notes->nodes = LIST_MAKE(reader->arena, uint32_t);
    notes->stories = LIST_MAKE(reader->arena, uint32_t);
    if (notes->part == NO_PART)
        return;
    const struct docx_part *part = &reader->package->parts[notes->part];
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t node = 1; node < nodes[0].end; node = nodes[node].end) {
        bool is_new = docx_word(part, node) == word &&
                      names_add(notes->ids, docx_attribute(part, node, W_ID)) == notes->nodes.count;
        if (!is_new)
            continue;
        *LIST_ADD(&notes->nodes, uint32_t) = node;
        *LIST_ADD(&notes->stories, uint32_t) = NO_INDEX;
    }
}

bool enter_part(struct docx_reader *reader, uint32_t number)
{
    if (!docx_part_tree(reader->package, number, reader->error))
        return false;
    reader->number = number;
    reader->style_ends = NO_NODE;
    reader->part = &reader->package->parts[number];
    if (!reader->changes[number].nodes) {
        reader->changes[number] = changes_find(reader->part, reader->arena);
        if (reader->counts_authors)
            changes_count(&reader->changes[number], reader->part, reader->author_names,
                          &reader->authors);
    }
    if (reader->changes[number].count > 0 && !reader->part->moves)
        reader->package->parts[number].moves = moves_find(reader->part, reader->package->arena);
    return true;
}

// The next text box of a drawing at or behind node `from`; NO_NODE when there is none.
static uint32_t next_text_box(const struct docx_part *part, uint32_t from, uint32_t end)
{
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t i = from; i < end;) {
        enum word word = docx_word(part, i);
        if (word == W_TXBX_CONTENT)
            return i;
        bool is_branch = word == MC_CHOICE || word == MC_FALLBACK;
        bool is_other_branch = is_branch && docx_branch(part, nodes[i].parent) != i;
        i = is_other_branch ? nodes[i].end : i + 1;
    }
    return NO_NODE;
}

static bool read_text_boxes(struct docx_reader *reader, struct story *story)
{
    const struct xml_node *nodes = reader->part->xml.nodes;
    uint32_t end = nodes[story->node].end;
    uint32_t box = next_text_box(reader->part, story->node, end);
    uint32_t first = box;
    story->root = open_block(reader, story->kind, story->key, first);
    for (; box != NO_NODE; box = next_text_box(reader->part, nodes[box].end, end))
        if (!read_blocks(reader, box))
            return false;
    close_block(reader, STR(""), first);
    return true;
}

static bool read_story(struct docx_reader *reader, uint32_t number)
{
    struct story story = *LIST_AT(&reader->stories, struct story, number);
    if (!enter_part(reader, story.part))
        return false;
    list_cut(&reader->fields, 0);
    reader->link = (struct str){NULL, 0};
    if (story.kind == BLOCK_TEXTBOX) {
        if (!read_text_boxes(reader, &story))
            return false;
    } else {
        story.root = open_block(reader, story.kind, story.key, story.node);
        if (!read_blocks(reader, story.node))
            return false;
        close_block(reader, STR(""), story.node);
    }
    // Reading may have moved the list.
    LIST_AT(&reader->stories, struct story, number)->root = story.root;
    return true;
}

bool read_stories(struct docx_reader *reader)
{
    for (uint32_t i = 0; i < reader->stories.count; i++)
        if (!read_story(reader, i))
            return false;
    for (size_t i = 0; i < reader->anchors.count; i++) {
        const struct story_anchor *anchor = LIST_AT(&reader->anchors, struct story_anchor, i);
        draft_set_story(&reader->draft, anchor->object,
                        LIST_AT(&reader->stories, struct story, anchor->story)->root);
    }
    return true;
}
