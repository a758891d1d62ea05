// SPDX-License-Identifier: Apache-2.0
// Paragraphs and tables.
#include "exchange/docx/docx_parts.h"

// By the paragraph's own properties or its style.
static struct list_place list_place_of(const struct docx_reader *reader, uint32_t properties,
                                       const struct docx_style *style, struct str style_id)
{
    struct list_place place = {.level = 0};
    if (style && style->num_id.length > 0) {
        place.num_id = style->num_id;
        place.level = style->num_level != NO_LEVEL
                          ? style->num_level
                          : numbering_style_level(reader->numbering, style->num_id, style_id);
    }
    uint32_t own = properties == NO_NODE ? NO_NODE : docx_child(reader->part, properties, W_NUM_PR);
    if (own != NO_NODE && is_mark_shown(reader->part, own, reader->reading)) {
        struct str id = docx_child_value(reader->part, own, W_NUM_ID);
        int level = docx_number(docx_child_value(reader->part, own, W_ILVL));
        if (id.length > 0)
            place = (struct list_place){id, 0};
        if (level >= 0)
            place.level = level < 9 ? level : 8;
    }
    if (str_equal(place.num_id, STR("0")))
        place.num_id.length = 0;
    return place;
}

// list: where the paragraph counts; without a list when there is none of that number
static struct paragraph facts_of(struct docx_reader *reader, uint32_t properties,
                                 struct list_place *list)
{
    const struct docx_part *part = reader->part;
    struct paragraph facts = {.kind = PARAGRAPH_TEXT};
    struct str id = {NULL, 0};
    int outline = -1;
    if (properties != NO_NODE) {
        id = docx_child_value(part, properties, W_P_STYLE);
        outline = docx_number(docx_child_value(part, properties, W_OUTLINE_LVL));
    }
    const struct docx_style *style = styles_find(reader->styles, id);
    if (!style && reader->styles->default_paragraph != NAMES_NONE) {
        style = &reader->styles->items[reader->styles->default_paragraph];
        id = names_at(reader->styles->ids, reader->styles->default_paragraph);
    }
    if (style)
        facts.style = style->name;
    if (outline < 0 && style)
        outline = style->outline;
    struct list_place place = list_place_of(reader, properties, style, id);
    bool is_bullet = false;
    bool is_listed =
        place.num_id.length > 0 && numbering_next(reader->numbering, place.num_id, place.level,
                                                  reader->arena, &facts.label.text, &is_bullet);
    *list = is_listed ? place : (struct list_place){.level = 0};
    if (outline >= 0 && outline < 9) {
        facts.kind = PARAGRAPH_HEADING;
        facts.level = (uint32_t)outline + 1;
    } else if (is_listed && (is_bullet || facts.label.text.length > 0)) {
        facts.kind = PARAGRAPH_ITEM;
        facts.level = (uint32_t)place.level + 1;
    }
    struct paragraph_look look = paragraph_look_of(reader, properties, is_listed);
    facts.properties = look.properties;
    facts.written = look.written;
    return facts;
}

static void finish_paragraph(struct docx_reader *reader)
{
    struct open_paragraph *paragraph = &reader->paragraph;
    uint32_t last = paragraph->last;
    uint32_t properties =
        properties_shown(reader->part, last, W_PPR, W_PPR_CHANGE, reader->reading);
    struct list_place list;
    struct paragraph facts = facts_of(reader, properties, &list);
    facts.is_computed = paragraph->is_computed;
    draft_close_paragraph(&reader->draft, &facts, reader->part->xml.nodes[last].to);
    *LIST_AT(&reader->paragraphs, struct docx_paragraph, reader->paragraphs.count - 1) =
        (struct docx_paragraph){paragraph->first, last, properties, list, paragraph->has_changes};
    *LIST_AT(&reader->block_nodes, uint32_t, reader->block_nodes.count - 1) = last;
    *paragraph = (struct open_paragraph){.is_begun = false};
}

void end_paragraph(struct docx_reader *reader)
{
    if (reader->paragraph.is_open)
        finish_paragraph(reader);
    reader->paragraph = (struct open_paragraph){.is_begun = false};
}

static bool has_mark(const struct docx_reader *reader, uint32_t paragraph)
{
    uint32_t properties = docx_child(reader->part, paragraph, W_PPR);
    uint32_t mark = properties == NO_NODE ? NO_NODE : docx_child(reader->part, properties, W_RPR);
    return is_mark_shown(reader->part, mark, reader->reading);
}

// Words look as the style says of the paragraph whose mark ends them: this w:p, or one behind it
// when tracked changes take the mark away.
static void find_style(struct docx_reader *reader, uint32_t node)
{
    const struct docx_part *part = reader->part;
    const struct xml_node *nodes = part->xml.nodes;
    if (reader->style_ends != NO_NODE && node <= reader->style_ends &&
        reader->style_ends < nodes[nodes[node].parent].end)
        return;
    uint32_t last = node;
    uint32_t end = nodes[nodes[node].parent].end;
    for (uint32_t next = node; next < end && !has_mark(reader, last); next = nodes[next].end) {
        if (docx_word(part, next) == W_TBL)
            break;
        if (docx_word(part, next) == W_P)
            last = next;
    }
    reader->style_ends = last == node ? NO_NODE : last;
    reader->style = looks_paragraph_style(
        reader->styled, part, properties_shown(part, last, W_PPR, W_PPR_CHANGE, reader->reading));
}

// A paragraph whose mark is gone runs on into the next one, whose properties win.
static void read_paragraph(struct docx_reader *reader, uint32_t node)
{
    const struct docx_part *part = reader->part;
    struct open_paragraph *paragraph = &reader->paragraph;
    if (paragraph->is_begun)
        paragraph->has_changes = true;
    else
        *paragraph = (struct open_paragraph){.is_begun = true, .first = node};
    paragraph->last = node;
    if (changes_within(&reader->changes[reader->number], part, node))
        paragraph->has_changes = true;
    paragraph->is_computed |= is_in_contents(reader);
    uint32_t struck = reader->struck;
    find_style(reader, node);
    read_inline(reader, node);
    close_broken_fields(reader, part->xml.nodes[node].end);
    if (!is_in_contents(reader) && reader->text_runs.count > reader->contents_to)
        paragraph->is_computed = false; // words stand behind the contents' end
    uint32_t properties = docx_child(part, node, W_PPR);
    uint32_t mark = properties == NO_NODE ? NO_NODE : docx_child(part, properties, W_RPR);
    uint32_t section = properties == NO_NODE ? NO_NODE : docx_child(part, properties, W_SECT_PR);
    if (section != NO_NODE)
        queue_headers(reader, section);
    // A paragraph of which all is struck by hand goes with its mark.
    bool is_struck = reader->struck > struck;
    paragraph->has_changes |= is_struck;
    bool is_gone = is_struck && !paragraph->is_open && section == NO_NODE;
    if (!is_gone && is_mark_shown(part, mark, reader->reading)) {
        begin_paragraph(reader);
        finish_paragraph(reader);
    }
}

// An equation that stands between paragraphs is one of its own.
static void read_lone_equation(struct docx_reader *reader, uint32_t node)
{
    end_paragraph(reader);
    reader->paragraph = (struct open_paragraph){.is_begun = true, .first = node, .last = node};
    reader->style = reader->styles->default_paragraph;
    reader->style_ends = NO_NODE;
    uint32_t text_at = 0;
    read_object(reader, node, NO_NODE, node, &text_at);
    end_paragraph(reader);
}

// What a wrapper around blocks, rows or cells shows: the node whose children count, or NO_NODE.
static uint32_t inside_wrapper(const struct docx_reader *reader, uint32_t node)
{
    switch ((int)docx_word(reader->part, node)) {
    case W_SDT:
    case W_SDT_CONTENT:
    case W_CUSTOM_XML:
        return node;
    case W_INS:
    case W_DEL:
    case W_MOVE_FROM:
    case W_MOVE_TO:
        return is_shown(reader->part, node, reader->reading) ? node : NO_NODE;
    case MC_ALTERNATE_CONTENT:
        return docx_branch(reader->part, node);
    default:
        return NO_NODE;
    }
}

static bool is_cell_shown(const struct docx_reader *reader, uint32_t cell)
{
    return is_mark_shown(reader->part, docx_child(reader->part, cell, W_TC_PR), reader->reading);
}

static bool is_row_shown(const struct docx_reader *reader, uint32_t row);

// Is there a row (in a table) or cell (in a row) that this reading shows?
static bool has_shown(const struct docx_reader *reader, uint32_t node, enum word word)
{
    const struct xml_node *nodes = reader->part->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end) {
        uint32_t inside = inside_wrapper(reader, child);
        if (inside != NO_NODE && has_shown(reader, inside, word))
            return true;
        if (docx_word(reader->part, child) != word)
            continue;
        if (word == W_TR ? is_row_shown(reader, child) : is_cell_shown(reader, child))
            return true;
    }
    return false;
}

static bool is_row_shown(const struct docx_reader *reader, uint32_t row)
{
    return is_mark_shown(reader->part, docx_child(reader->part, row, W_TR_PR), reader->reading) &&
           has_shown(reader, row, W_TC);
}

static bool read_cells(struct docx_reader *reader, uint32_t node)
{
    const struct xml_node *nodes = reader->part->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end) {
        uint32_t inside = inside_wrapper(reader, child);
        if (inside != NO_NODE && !read_cells(reader, inside))
            return false;
        if (docx_word(reader->part, child) != W_TC || !is_cell_shown(reader, child))
            continue;
        uint32_t properties =
            properties_shown(reader->part, child, W_TC_PR, W_TC_PR_CHANGE, reader->reading);
        open_block(reader, BLOCK_CELL, STR(""), child);
        if (!read_blocks(reader, child))
            return false;
        close_block(reader, intern_canonical(reader, &properties, 1), child);
    }
    return true;
}

static bool read_rows(struct docx_reader *reader, uint32_t node)
{
    const struct xml_node *nodes = reader->part->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end) {
        uint32_t inside = inside_wrapper(reader, child);
        if (inside != NO_NODE && !read_rows(reader, inside))
            return false;
        if (docx_word(reader->part, child) != W_TR || !is_row_shown(reader, child))
            continue;
        uint32_t properties[] = {
            properties_shown(reader->part, child, W_TR_PR, W_TR_PR_CHANGE, reader->reading),
            properties_shown(reader->part, child, W_TBL_PR_EX, W_TBL_PR_EX_CHANGE,
                             reader->reading)};
        open_block(reader, BLOCK_ROW, STR(""), child);
        if (!read_cells(reader, child))
            return false;
        close_block(reader, intern_canonical(reader, properties, 2), child);
    }
    return true;
}

static bool read_table(struct docx_reader *reader, uint32_t node)
{
    if (!has_shown(reader, node, W_TR))
        return true;
    end_paragraph(reader);
    uint32_t properties =
        properties_shown(reader->part, node, W_TBL_PR, W_TBL_PR_CHANGE, reader->reading);
    struct table_looks outer = reader->table;
    reader->table = looks_of_table(reader->styled, reader->part, properties);
    open_block(reader, BLOCK_TABLE, STR(""), node);
    if (!read_rows(reader, node))
        return false;
    reader->table = outer;
    close_block(reader, intern_canonical(reader, &properties, 1), node);
    return true;
}

static bool refuse(struct docx_reader *reader, enum error_code code, const char *message)
{
    struct place place = place_with_part(place_of(reader->name), reader->part->name);
    return error_at(reader->error, code, place, "%s", message);
}

// Blocks among the children of a node; wrappers are looked into.
static bool read_block_children(struct docx_reader *reader, uint32_t node)
{
    const struct xml_node *nodes = reader->part->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end) {
        uint32_t inside = inside_wrapper(reader, child);
        if (inside != NO_NODE) {
            if (!read_block_children(reader, inside))
                return false;
            continue;
        }
        switch ((int)docx_word(reader->part, child)) {
        case W_P:
            read_paragraph(reader, child);
            break;
        case W_TBL:
            if (!read_table(reader, child))
                return false;
            break;
        case M_O_MATH:
        case M_O_MATH_PARA:
            read_lone_equation(reader, child);
            break;
        case W_SECT_PR:
            queue_headers(reader, child);
            break;
        case W_ALT_CHUNK:
            return refuse(reader, UNSUPPORTED,
                          "another file is embedded here as text (w:altChunk); open the document "
                          "in a word processor and save it, then its text stands in it");
        default:
            break;
        }
        if (reader->draft.paragraphs.count > reader->limits->paragraphs)
            return refuse(reader, TOO_LARGE, "the document has too many paragraphs");
    }
    return true;
}

bool read_blocks(struct docx_reader *reader, uint32_t node)
{
    bool done = read_block_children(reader, node);
    if (done)
        end_paragraph(reader);
    return done;
}
