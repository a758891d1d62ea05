// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/stacked.h"

#define LONGEST_STRETCH 4096 // elements of a paragraph that are looked through for one change

static struct str author_of(const struct docx_part *part, uint32_t node)
{
    return docx_attribute(part, node, W_AUTHOR);
}

static bool is_tracked(enum word word)
{
    return word == W_INS || word == W_DEL;
}

// Whether somebody whom the reading accepts changes something inside this insertion.
static bool is_changed_inside(const struct docx_part *part, uint32_t insertion,
                              const struct reading *reading)
{
    uint32_t end = part->xml.nodes[insertion].end;
    for (uint32_t node = insertion + 1; node < end; node++) {
        enum word word = docx_word(part, node);
        if ((is_tracked(word) || word == W_RPR_CHANGE) &&
            reading_accepts(reading, author_of(part, node)))
            return true;
    }
    return false;
}

// Whether words of an insertion are left when those whom the reading accepts have struck theirs.
static bool leaves_words(const struct docx_part *part, uint32_t insertion,
                         const struct reading *reading)
{
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t child = insertion + 1; child < nodes[insertion].end; child = nodes[child].end) {
        enum word word = docx_word(part, child);
        bool is_struck = word == W_DEL && reading_accepts(reading, author_of(part, child));
        if (!is_struck && nodes[child].end > child + 1)
            return true;
    }
    return false;
}

// One author's stretch of insertions and deletions that touch.
struct stretch {
    struct str author;
    bool has_node; // the change that is asked about
    bool is_worked_on;
    bool is_left;
};

static void add_change(struct stretch *stretch, const struct docx_part *part, uint32_t node,
                       const struct reading *reading)
{
    if (docx_word(part, node) == W_DEL || !str_equal(author_of(part, node), stretch->author))
        return;
    stretch->is_worked_on = stretch->is_worked_on || is_changed_inside(part, node, reading);
    stretch->is_left = stretch->is_left || leaves_words(part, node, reading);
}

// The stretch around one child of a paragraph, or around its end when `node` is NO_NODE.
static struct stretch stretch_of(const struct docx_part *part, uint32_t holder, uint32_t node,
                                 struct str author, const struct reading *reading)
{
    const struct xml_node *nodes = part->xml.nodes;
    struct stretch stretch = {.author = author};
    for (uint32_t child = holder + 1; child < nodes[holder].end; child = nodes[child].end) {
        enum word word = docx_word(part, child);
        if (is_tracked(word)) {
            stretch.has_node = stretch.has_node || child == node;
            add_change(&stretch, part, child, reading);
        } else if (nodes[child].end > child + 1) { // words between: bookmarks have nothing in them
            if (stretch.has_node)
                break;
            stretch = (struct stretch){.author = author};
        }
    }
    return stretch;
}

bool stacked_accepts(const struct docx_part *part, uint32_t node, const struct reading *reading)
{
    if (reading->kind != READING_AUTHORS || reading->are_whole)
        return false;
    const struct xml_node *nodes = part->xml.nodes;
    bool is_insertion = docx_word(part, node) == W_INS;
    uint32_t holder = nodes[node].parent;
    bool is_mark = docx_word(part, holder) == W_RPR;
    if (is_mark && docx_word(part, nodes[holder].parent) == W_PPR)
        holder = nodes[nodes[holder].parent].parent;
    else if (is_mark)
        return false;
    if (nodes[holder].end - holder > LONGEST_STRETCH)
        return is_insertion && !is_mark && is_changed_inside(part, node, reading);
    struct stretch stretch =
        stretch_of(part, holder, is_mark ? NO_NODE : node, author_of(part, node), reading);
    return stretch.is_worked_on && (stretch.is_left || (is_insertion && !is_mark));
}
