// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/changes.h"

#include "base/sorted.h"
#include "exchange/docx/moves.h"
#include "exchange/docx/stacked.h"

// What a word does to the tally of its author; NULL when it is no tracked change.
static uint32_t *tally(struct docx_author *author, enum word word)
{
    if (word == W_INS || word == W_CELL_INS)
        return &author->insertions;
    if (word == W_DEL || word == W_CELL_DEL)
        return &author->deletions;
    if (word == W_MOVE_FROM || word == W_MOVE_TO)
        return &author->moves;
    if (word == W_CELL_MERGE || (word >= W_RPR_CHANGE && word <= W_NUMBERING_CHANGE))
        return &author->formats;
    return NULL;
}

static bool is_change(enum word word)
{
    return word >= W_INS && word <= W_NUMBERING_CHANGE;
}

struct changes changes_find(const struct docx_part *part, struct arena *arena)
{
    struct list found = LIST_MAKE(arena, uint32_t);
    uint32_t paragraphs = 0;
    uint32_t runs = 0;
    for (uint32_t node = 0; node < part->xml.node_count; node++) {
        enum word word = docx_word(part, node);
        paragraphs += word == W_P;
        runs += word == W_R;
        if (is_change(word))
            *LIST_ADD(&found, uint32_t) = node;
    }
    return (struct changes){LIST_ITEMS(&found, uint32_t), (uint32_t)found.count, paragraphs, runs};
}

void changes_count(const struct changes *changes, const struct docx_part *part, struct names *names,
                   struct list *authors)
{
    for (uint32_t i = 0; i < changes->count; i++) {
        uint32_t node = changes->nodes[i];
        struct str name = docx_attribute(part, node, W_AUTHOR);
        uint32_t number = names_add(names, name);
        if (number == authors->count)
            LIST_ADD(authors, struct docx_author)->name = name;
        uint32_t *count =
            tally(LIST_AT(authors, struct docx_author, number), docx_word(part, node));
        if (count)
            (*count)++;
    }
}

static bool node_is_before(const void *row, size_t at, uint64_t place)
{
    const uint32_t *nodes = row;
    return nodes[at] < place;
}

bool changes_within(const struct changes *changes, const struct docx_part *part, uint32_t node)
{
    size_t i = sorted_before(changes->count, changes->nodes, node_is_before, node);
    return i < changes->count && changes->nodes[i] < part->xml.nodes[node].end;
}

bool is_shown(const struct docx_part *part, uint32_t node, const struct reading *reading)
{
    enum word word = docx_word(part, node);
    bool is_new = word == W_INS || word == W_MOVE_TO || word == W_CELL_INS;
    if (!is_new && word != W_DEL && word != W_MOVE_FROM && word != W_CELL_DEL)
        return true;
    bool is_move = word == W_MOVE_TO || word == W_MOVE_FROM;
    bool accepts = reading_accepts(reading, docx_attribute(part, node, W_AUTHOR)) ||
                   ((word == W_INS || word == W_DEL) && stacked_accepts(part, node, reading)) ||
                   (is_move && moves_accept(part->moves, node, reading));
    return accepts == is_new || (!accepts && reading->leaves_others);
}

bool is_mark_shown(const struct docx_part *part, uint32_t properties, const struct reading *reading)
{
    if (properties == NO_NODE)
        return true;
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t child = properties + 1; child < nodes[properties].end; child = nodes[child].end)
        if (!is_shown(part, child, reading))
            return false;
    return true;
}

uint32_t properties_shown(const struct docx_part *part, uint32_t node, enum word word,
                          enum word change, const struct reading *reading)
{
    uint32_t properties = docx_child(part, node, word);
    if (properties == NO_NODE)
        return NO_NODE;
    uint32_t changed = docx_child(part, properties, change);
    if (changed == NO_NODE || reading->leaves_others ||
        reading_accepts(reading, docx_attribute(part, changed, W_AUTHOR)))
        return properties;
    return docx_child(part, changed, word);
}
