// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_beside_text/settings.h"

#include "base/builder.h"
#include "exchange/docx/canonical.h"
#include "exchange/docx/styles.h"
#include "merge/kept.h"

#define ROUNDED 20 // twentieths of a point

// Where a section ends and what it says; the last one of the body ends with the document.
struct section {
    uint32_t paragraph; // NO_INDEX: the last one
    uint32_t part;
    uint32_t node; // w:sectPr
};

static struct list sections_of(const struct document *document, struct arena *arena)
{
    const struct docx_source *source = docx_source(document);
    struct list sections = LIST_MAKE(arena, struct section);
    for (uint32_t k = 0; k < document->paragraph_count; k++) {
        uint32_t part = document->paragraphs[k].origin.part;
        uint32_t properties = source->paragraphs[k].properties;
        if (part != source->package->main || properties == NO_NODE)
            continue;
        uint32_t node = docx_child(&source->package->parts[part], properties, W_SECT_PR);
        if (node != NO_NODE)
            *LIST_ADD(&sections, struct section) = (struct section){k, part, node};
    }
    uint32_t main = source->package->main;
    uint32_t body = source->block_nodes[0];
    uint32_t last = docx_child(&source->package->parts[main], body, W_SECT_PR);
    if (last != NO_NODE)
        *LIST_ADD(&sections, struct section) = (struct section){NO_INDEX, main, last};
    return sections;
}

// What the children of w:sectPr are about; what is not here is about nothing that people see.
static const struct {
    const char *element;
    const char *words;
} aspects[] = {
    {"pgSz", "page size"},
    {"pgMar", "margins"},
    {"cols", "columns"},
    {"type", "way to begin"},
    {"pgNumType", "page numbers"},
    {"lnNumType", "line numbers"},
    {"pgBorders", "page borders"},
    {"titlePg", "first page"},
    {"vAlign", "place of the text on the page"},
    {"textDirection", "direction of the text"},
    {"bidi", "direction of the text"},
    {"footnotePr", "footnotes"},
    {"endnotePr", "endnotes"},
};

static struct str aspect_of(const struct document *document, const struct section *section,
                            const char *element, struct arena *arena)
{
    struct docx_package *package = docx_source(document)->package;
    const struct docx_part *part = &package->parts[section->part];
    const struct xml_node *nodes = part->xml.nodes;
    struct builder out = builder_make(arena);
    for (uint32_t n = section->node + 1; n < nodes[section->node].end; n = nodes[n].end)
        if (docx_word(part, n) != WORD_TEXT_NODE &&
            str_equal(xml_local(&part->xml, nodes[n].name), str_of(element)))
            canonical_add_element(package, section->part, n, &docx_source(document)->reading, &out);
    return builder_str(&out);
}

static void compare_sections(const struct noting *noting, const struct section *base,
                             const struct section *draft, size_t number)
{
    struct builder what = builder_make(noting->arena);
    for (size_t i = 0; i < sizeof aspects / sizeof aspects[0]; i++) {
        struct str old = aspect_of(noting->base, base, aspects[i].element, noting->arena);
        struct str new = aspect_of(noting->draft, draft, aspects[i].element, noting->arena);
        if (str_equal(old, new))
            continue;
        builder_add_c(&what, what.length > 0 ? ", " : "");
        builder_add_c(&what, aspects[i].words);
    }
    if (what.length > 0)
        note_layout(noting, NOTE_SECTION, base->paragraph == NO_INDEX ? 0 : base->paragraph,
                    "section %zu differs in: %.*s", number, STR_ARGS(builder_str(&what)));
}

void note_sections(const struct noting *noting)
{
    struct list base = sections_of(noting->base, noting->arena);
    struct list draft = sections_of(noting->draft, noting->arena);
    bool *is_met = ARENA_ARRAY(noting->arena, bool, base.count + 1);
    for (size_t d = 0; d < draft.count; d++) {
        const struct section *own = LIST_AT(&draft, struct section, d);
        uint32_t paragraph = NO_INDEX;
        if (own->paragraph != NO_INDEX)
            paragraph = kept_paragraph(noting->merged, noting->party, own->paragraph);
        size_t b = 0;
        bool is_new = own->paragraph != NO_INDEX && paragraph == NO_INDEX;
        while (b < base.count &&
               (is_new || LIST_AT(&base, struct section, b)->paragraph != paragraph))
            b++;
        if (b < base.count) {
            is_met[b] = true;
            compare_sections(noting, LIST_AT(&base, struct section, b), own, b + 1);
        } else if (own->paragraph != NO_INDEX) {
            uint32_t at = noting->draft->paragraphs[own->paragraph].from;
            uint32_t near = kept_base_near(noting->merged, noting->party, at);
            uint32_t last = (uint32_t)noting->base->text.length - 1;
            note_layout(noting, NOTE_SECTION, paragraph_at(noting->base, near < last ? near : last),
                        "a new section ends behind \"%.*s\"",
                        STR_ARGS(note_words(noting->draft, at, noting->arena)));
        }
    }
    for (size_t b = 0; b < base.count; b++) {
        uint32_t paragraph = LIST_AT(&base, struct section, b)->paragraph;
        if (!is_met[b] && paragraph != NO_INDEX)
            note_layout(noting, NOTE_SECTION, paragraph,
                        "the section's end behind \"%.*s\" is taken out",
                        STR_ARGS(note_words(noting->base, noting->base->paragraphs[paragraph].from,
                                            noting->arena)));
    }
}

// The nearest block of this kind around a block, itself included.
static uint32_t around(const struct document *document, uint32_t block, enum block_kind kind)
{
    while (block != NO_INDEX && document->blocks[block].kind != kind)
        block = document->blocks[block].parent;
    return block;
}

// The number of a table among all of the document, from 1.
static uint32_t table_number(const struct document *document, uint32_t table)
{
    uint32_t number = 0;
    for (uint32_t b = 0; b <= table; b++)
        number += document->blocks[b].kind == BLOCK_TABLE;
    return number;
}

// How many things of one table look otherwise.
struct differences {
    uint32_t table; // block of the base, NO_INDEX: none yet
    uint32_t counts[BLOCK_CELL + 1];
    bool in_columns; // their widths in the table's grid
};

static void note_differences(const struct noting *noting, const struct differences *found)
{
    uint32_t rows = found->counts[BLOCK_ROW];
    uint32_t cells = found->counts[BLOCK_CELL];
    if (found->table == NO_INDEX ||
        (found->counts[BLOCK_TABLE] + rows + cells == 0 && !found->in_columns))
        return;
    struct builder what = builder_make(noting->arena);
    if (found->in_columns)
        builder_add_c(&what, " the widths of its columns,");
    if (found->counts[BLOCK_TABLE] > 0)
        builder_add_c(&what, " the table as a whole,");
    if (rows > 0)
        builder_print(&what, " %u row%s,", rows, rows == 1 ? "" : "s");
    if (cells > 0)
        builder_print(&what, " %u cell%s,", cells, cells == 1 ? "" : "s");
    builder_cut(&what, what.length - 1);
    note_add(noting, NOTE_TABLE, "table %u looks otherwise:%.*s",
             table_number(noting->base, found->table), STR_ARGS(builder_str(&what)));
}

// The widths of a table's columns, in twentieths of a point.
static struct list widths_of(const struct document *document, uint32_t table, struct arena *arena)
{
    const struct docx_source *source = docx_source(document);
    const struct docx_part *part = &source->package->parts[document->blocks[table].origin.part];
    const struct xml_node *nodes = part->xml.nodes;
    struct list widths = LIST_MAKE(arena, int);
    uint32_t grid = docx_child(part, source->block_nodes[table], W_TBL_GRID);
    for (uint32_t n = grid + 1; grid != NO_NODE && n < nodes[grid].end; n = nodes[n].end)
        if (docx_word(part, n) == W_GRID_COL)
            *LIST_ADD(&widths, int) = docx_number(docx_attribute(part, n, W_W));
    return widths;
}

// Programs that save a table again round its widths.
static bool have_other_widths(const struct noting *noting, uint32_t own, uint32_t other)
{
    struct list new = widths_of(noting->draft, own, noting->arena);
    struct list old = widths_of(noting->base, other, noting->arena);
    for (size_t i = 0; i < new.count &&new.count == old.count; i++) {
        int difference = *LIST_AT(&new, int, i) - *LIST_AT(&old, int, i);
        if (difference > ROUNDED || difference < -ROUNDED)
            return true;
    }
    return false;
}

// A thing is met at its first paragraph whose mark was kept.
static void compare_block(const struct noting *noting, uint32_t draft_block, uint32_t base_block,
                          enum block_kind kind, bool *is_met, struct differences *found)
{
    uint32_t own = around(noting->draft, draft_block, kind);
    uint32_t other = around(noting->base, base_block, kind);
    if (own == NO_INDEX || other == NO_INDEX || is_met[own])
        return;
    is_met[own] = true;
    if (!str_equal(noting->draft->blocks[own].properties, noting->base->blocks[other].properties))
        found->counts[kind]++;
    if (kind == BLOCK_TABLE)
        found->in_columns = have_other_widths(noting, own, other);
}

void note_tables(const struct noting *noting)
{
    const struct document *base = noting->base;
    const struct document *draft = noting->draft;
    bool *is_met = ARENA_ARRAY(noting->arena, bool, draft->block_count);
    uint32_t *base_blocks = ARENA_ARRAY(noting->arena, uint32_t, base->paragraph_count);
    for (uint32_t b = 0; b < base->block_count; b++)
        if (base->blocks[b].kind == BLOCK_PARAGRAPH)
            base_blocks[base->blocks[b].paragraph] = b;
    struct differences found = {.table = NO_INDEX};
    for (uint32_t b = 0; b < draft->block_count; b++) {
        bool is_in_cell =
            draft->blocks[b].kind == BLOCK_PARAGRAPH && around(draft, b, BLOCK_TABLE) != NO_INDEX;
        uint32_t paragraph =
            is_in_cell ? kept_paragraph(noting->merged, noting->party, draft->blocks[b].paragraph)
                       : NO_INDEX;
        if (paragraph == NO_INDEX)
            continue;
        uint32_t base_block = base_blocks[paragraph];
        uint32_t table = around(base, base_block, BLOCK_TABLE);
        if (table != found.table) {
            note_differences(noting, &found);
            found = (struct differences){.table = table};
        }
        compare_block(noting, b, base_block, BLOCK_TABLE, is_met, &found);
        compare_block(noting, b, base_block, BLOCK_ROW, is_met, &found);
        compare_block(noting, b, base_block, BLOCK_CELL, is_met, &found);
    }
    note_differences(noting, &found);
}
