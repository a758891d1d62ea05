// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_beside_text/places.h"

#include "base/list.h"

// The elements of a paragraph; text boxes in it have paragraphs of their own.
struct paragraph_stretch {
    uint32_t part;
    uint32_t first; // nodes
    uint32_t last;
    uint32_t paragraph;
};

struct docx_places {
    const struct document *document;
    struct list stretches; // struct paragraph_stretch, by part, then first
};

static int by_node(const void *a, const void *b)
{
    const struct paragraph_stretch *x = a;
    const struct paragraph_stretch *y = b;
    if (x->part != y->part)
        return x->part < y->part ? -1 : 1;
    return (x->first > y->first) - (x->first < y->first);
}

struct docx_places *docx_places_make(const struct document *document, struct arena *arena)
{
    const struct docx_source *source = docx_source(document);
    struct docx_places *places = ARENA_NEW(arena, struct docx_places);
    *places = (struct docx_places){document, LIST_MAKE(arena, struct paragraph_stretch)};
    for (uint32_t k = 0; k < document->paragraph_count; k++)
        if (source->paragraphs[k].first != NO_NODE)
            *LIST_ADD(&places->stretches, struct paragraph_stretch) = (struct paragraph_stretch){
                document->paragraphs[k].origin.part, source->paragraphs[k].first,
                source->paragraphs[k].last, k};
    list_sort(&places->stretches, by_node);
    return places;
}

// The number of stretches that begin at or before a node.
static size_t count_before(const struct docx_places *places, uint32_t part, uint32_t node)
{
    size_t low = 0;
    size_t high = places->stretches.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct paragraph_stretch *at =
            LIST_AT(&places->stretches, struct paragraph_stretch, middle);
        if (at->part > part || (at->part == part && at->first > node))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static uint32_t byte_place(const struct docx_places *places, uint32_t number, uint32_t byte)
{
    const struct document *document = places->document;
    const struct paragraph *paragraph = &document->paragraphs[number];
    for (uint32_t k = 0; k < paragraph->run_count; k++) {
        const struct text_run *text_run = &document->runs[paragraph->first_run + k];
        if (text_run->origin.from >= byte)
            return text_run->from;
    }
    return paragraph->to;
}

uint32_t docx_place(const struct docx_places *places, uint32_t part, uint32_t node)
{
    const struct docx_part *tree = &docx_source(places->document)->package->parts[part];
    const struct xml_node *nodes = tree->xml.nodes;
    uint32_t line = node;
    while (line != 0 && docx_word(tree, line) != W_P)
        line = nodes[line].parent;
    size_t before = count_before(places, part, line != 0 ? line : node);
    // The paragraph around a text box ends behind those in the box.
    for (size_t i = before; line != 0 && i-- > 0 && before - i < 64;) {
        const struct paragraph_stretch *at =
            LIST_AT(&places->stretches, struct paragraph_stretch, i);
        if (at->part == part && at->first <= line && at->last >= line)
            return byte_place(places, at->paragraph, nodes[node].from);
    }
    // Between paragraphs, or in one that is not shown: the next one, else the end of the last.
    const struct document *document = places->document;
    if (before < places->stretches.count) {
        const struct paragraph_stretch *next =
            LIST_AT(&places->stretches, struct paragraph_stretch, before);
        if (next->part == part)
            return document->paragraphs[next->paragraph].from;
    }
    const struct paragraph_stretch *last =
        before > 0 ? LIST_AT(&places->stretches, struct paragraph_stretch, before - 1) : NULL;
    return last ? document->paragraphs[last->paragraph].to : 0;
}
