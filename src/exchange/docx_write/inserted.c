// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/inserted.h"

#include "codec/xml_write.h"
#include "exchange/docx_write/carry.h"
#include "exchange/docx_write/carry_styles.h"
#include "exchange/docx_write/list_places.h"
#include "exchange/docx_write/run_map.h"
#include "exchange/docx_write/table_grid.h"
#include "exchange/docx_write/tags.h"

#include <assert.h>
#include <string.h>

static bool is_inside(struct range inner, struct range outer)
{
    return inner.from >= outer.from && inner.to <= outer.to;
}

// The outermost ancestor of this kind that lies whole in the range, or NO_INDEX.
static uint32_t whole_block(const struct document *document, uint32_t block, enum block_kind kind,
                            struct range range)
{
    uint32_t found = NO_INDEX;
    for (uint32_t b = block; b != NO_INDEX; b = document->blocks[b].parent)
        if (document->blocks[b].kind == kind && is_inside(block_range(document, b), range))
            found = b;
    return found;
}

void items_add(const struct docx_writer *writer, const struct insertion *insertion,
               struct list *items)
{
    const struct document *document = writer->documents[insertion->document];
    enum block_kind container = writer->documents[0]->blocks[insertion->container].kind;
    enum block_kind kind = BLOCK_TABLE;
    enum item_kind item_kind = ITEM_TABLE;
    if (container == BLOCK_TABLE) {
        kind = BLOCK_ROW;
        item_kind = ITEM_ROW;
    } else if (container == BLOCK_ROW) {
        kind = BLOCK_CELL;
        item_kind = ITEM_CELL;
    }
    const struct range range = insertion->range;
    struct inserted_item item = {.document = insertion->document,
                                 .by = insertion->by,
                                 .move = insertion->move,
                                 .style = insertion->style};
    uint32_t k = paragraph_at(document, range.from);
    while (k < document->paragraph_count && document->paragraphs[k].from < range.to) {
        const struct paragraph *paragraph = &document->paragraphs[k];
        uint32_t block =
            whole_block(document, writer->paragraph_blocks[insertion->document][k], kind, range);
        if (block != NO_INDEX) {
            item.kind = item_kind;
            item.index = block;
            *LIST_ADD(items, struct inserted_item) = item;
            k = paragraph_at(document, block_range(document, block).to - 1) + 1;
            continue;
        }
        item.text = (struct range){paragraph->from > range.from ? paragraph->from : range.from,
                                   paragraph->to < range.to ? paragraph->to : range.to};
        item.index = k++;
        item.kind = ITEM_TEXT;
        if (item.text.from < item.text.to)
            *LIST_ADD(items, struct inserted_item) = item;
        item.kind = ITEM_MARK;
        if (paragraph->to < range.to)
            *LIST_ADD(items, struct inserted_item) = item;
    }
}

void add_run_look(struct builder *out, const struct marks *marks)
{
    if (marks->code)
        builder_add_c(out, "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\"/>");
    if (marks->bold)
        builder_add_c(out, "<w:b/>");
    if (marks->italic)
        builder_add_c(out, "<w:i/>");
    if (marks->strike)
        builder_add_c(out, "<w:strike/>");
    if (marks->underline)
        builder_add_c(out, "<w:u w:val=\"single\"/>");
    if (marks->superscript || marks->subscript)
        builder_add_c(out, marks->superscript ? "<w:vertAlign w:val=\"superscript\"/>"
                                              : "<w:vertAlign w:val=\"subscript\"/>");
}

struct str run_properties_of(const struct marks *marks, struct arena *arena)
{
    struct builder out = builder_make(arena);
    add_run_look(&out, marks);
    if (out.length == 0)
        return STR("");
    return arena_print(arena, "<w:rPr>%.*s</w:rPr>", STR_ARGS(builder_str(&out)));
}

void add_run_text(struct builder *out, struct str text)
{
    while (text.length > 0) {
        size_t plain = 0;
        while (plain < text.length && text.bytes[plain] != '\t' && text.bytes[plain] != '\n')
            plain++;
        if (plain > 0) {
            builder_add_c(out, "<w:t xml:space=\"preserve\">");
            xml_add_text(out, str_slice(text, 0, plain));
            builder_add_c(out, "</w:t>");
        }
        if (plain < text.length)
            builder_add_c(out, text.bytes[plain] == '\t' ? "<w:tab/>" : "<w:br/>");
        text = str_skip(text, plain + 1);
    }
}

static const char *element_of(const struct docx_writer *writer, const struct inserted_item *item)
{
    return writer_moves(writer, item->move) ? "moveTo" : "ins";
}

// The character style that the scheme gives to what is put in; nothing where it gives none.
static void add_style(const struct docx_writer *writer, uint32_t style, struct builder *out)
{
    if (style == 0)
        return;
    builder_add_c(out, "<w:rStyle");
    xml_add_attribute(out, "w:val", writer->scheme->styles[style - 1].id);
    builder_add_c(out, "/>");
}

// A w:rPr element of the base, or nothing, with the character style of the scheme in place of its own. The
// base may have another prefix.
static void add_styled(const struct docx_writer *writer, uint32_t style, struct str properties,
                       struct builder *out)
{
    size_t open = str_find_byte(properties, '>');
    if (style == 0 || open >= properties.length || properties.bytes[open - 1] == '/') {
        builder_add_c(out, style > 0 ? "<w:rPr>" : "");
        add_style(writer, style, out);
        builder_add(out, style > 0 ? STR("</w:rPr>") : properties);
        return;
    }
    builder_add(out, str_slice(properties, 0, open + 1));
    add_style(writer, style, out);
    struct str rest = str_skip(properties, open + 1);
    size_t name = str_find(rest, STR("rStyle "));
    size_t own = name;
    while (name < rest.length && own > 0 && rest.bytes[own] != '<')
        own--;
    bool has_own = name < rest.length && name - own <= 8; // "<wother:"
    builder_add(out, has_own ? str_slice(rest, 0, own) : rest);
    rest = str_skip(rest, own);
    builder_add(out, has_own ? str_skip(rest, str_find_byte(rest, '>') + 1) : STR(""));
}

// Text of a draft that has no runs of its own.
static void add_unformatted(struct docx_writer *writer, const struct inserted_item *item,
                            const struct neighbour *neighbour, struct builder *out)
{
    const struct document *document = writer->documents[item->document];
    const struct paragraph *paragraph = &document->paragraphs[item->index];
    const char *element = element_of(writer, item);
    writer_add_tag(writer, out, element, item->by);
    for (uint32_t k = 0; k < paragraph->run_count; k++) {
        const struct text_run *text_run = &document->runs[paragraph->first_run + k];
        uint32_t from = text_run->from > item->text.from ? text_run->from : item->text.from;
        uint32_t to = text_run->to < item->text.to ? text_run->to : item->text.to;
        if (from >= to)
            continue;
        if (text_run->object != NO_INDEX) {
            struct str what = document->objects[text_run->object].description;
            writer_note(writer, item->document, "%.*s of %.*s is not carried into the Word file",
                        STR_ARGS(what.length > 0 ? what : STR("an object")),
                        STR_ARGS(document->name));
            continue;
        }
        struct str properties = run_properties_of(&document->marks[text_run->marks], writer->arena);
        builder_add_c(out, "<w:r>");
        add_styled(writer, item->style,
                   properties.length > 0 ? properties : neighbour->run_properties, out);
        add_run_text(out, str_slice(document->text, from, to));
        builder_add_c(out, "</w:r>");
    }
    builder_print(out, "</w:%s>", element);
}

// The part of a run that lies in the range, as a run.
static void add_run(const struct carriage *carriage, const struct docx_runs *runs,
                    const struct docx_run *run, const struct inserted_item *item,
                    struct builder *out)
{
    const struct document *document = carriage->writer->documents[carriage->document];
    const struct range range = item->text;
    builder_add_c(out, "<w:r>");
    if (run->properties != NO_NODE || item->style > 0) {
        const struct skipped skipped = {{item->style > 0 ? W_R_STYLE : WORD_UNKNOWN}};
        builder_add_c(out, "<w:rPr>");
        add_style(carriage->writer, item->style, out);
        if (run->properties != NO_NODE)
            carry_children(carriage, run->properties, skipped, out);
        builder_add_c(out, "</w:rPr>");
    }
    for (uint32_t i = run->first_unit; i < run->first_unit + run->unit_count; i++) {
        const struct docx_unit *unit = &runs->units[i];
        uint32_t from = unit->text.from > range.from ? unit->text.from : range.from;
        uint32_t to = unit->text.to < range.to ? unit->text.to : range.to;
        if (from >= to)
            continue;
        if (unit->is_text)
            add_run_text(out, str_slice(document->text, from, to));
        else
            carry_node(carriage, unit->node, out);
    }
    builder_add_c(out, "</w:r>");
}

void add_field_start(struct builder *out, struct str code, bool is_deleted)
{
    const char *element = is_deleted ? "delInstrText" : "instrText";
    builder_print(out,
                  "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:%s "
                  "xml:space=\"preserve\">",
                  element);
    xml_add_text(out, code);
    builder_print(out, "</w:%s></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", element);
}

void add_field_end(struct builder *out)
{
    builder_add_c(out, "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
}

// A w:fldSimple cannot stand in an insertion: the same field in its long form.
static void add_simple_field(const struct carriage *carriage, uint32_t node, struct builder *out)
{
    add_field_start(out, docx_attribute(carriage->from, node, W_INSTR), false);
    carry_children(carriage, node, (struct skipped){{WORD_UNKNOWN}}, out);
    add_field_end(out);
}

// All siblings from `node` on that begin before byte `end`.
static void add_siblings(const struct carriage *carriage, uint32_t node, uint32_t end,
                         struct builder *out)
{
    const struct xml_node *nodes = carriage->from->xml.nodes;
    uint32_t last = nodes[nodes[node].parent].end;
    for (; node < last && nodes[node].from < end; node = nodes[node].end)
        if (docx_word(carriage->from, node) == W_FLD_SIMPLE)
            add_simple_field(carriage, node, out);
        else if (docx_word(carriage->from, node) == W_R ||
                 docx_word(carriage->from, node) == M_O_MATH ||
                 docx_word(carriage->from, node) == M_O_MATH_PARA)
            carry_node(carriage, node, out);
}

static const struct docx_field *field_at(const struct docx_runs *runs, const struct docx_run *run,
                                         struct range range)
{
    for (uint32_t i = 0; i < runs->field_count; i++) {
        const struct docx_field *field = &runs->fields[i];
        if (field->text.from == run->text.from && is_inside(field->text, range))
            return field;
    }
    return NULL;
}

struct wrapping {
    struct docx_writer *writer;
    struct holders by;
    const char *element;  // w:ins or w:moveTo
    uint32_t link;        // the open w:hyperlink of the draft, or NO_NODE
    bool is_open;         // a w:ins is open
    struct str link_name; // as its tag has it
};

static void close_wrapping(struct wrapping *wrapping, struct builder *out)
{
    if (wrapping->is_open) {
        builder_add_c(out, "</w:");
        builder_add_c(out, wrapping->element);
        builder_add_byte(out, '>');
    }
    if (wrapping->link != NO_NODE)
        builder_print(out, "</%.*s>", STR_ARGS(wrapping->link_name));
    wrapping->is_open = false;
    wrapping->link = NO_NODE;
}

// Opens what the next run needs around it.
static void open_wrapping(struct wrapping *wrapping, const struct carriage *carriage, uint32_t link,
                          struct builder *out)
{
    if (link != wrapping->link)
        close_wrapping(wrapping, out);
    if (link != NO_NODE && wrapping->link == NO_NODE) {
        struct builder whole = builder_make(wrapping->writer->arena);
        carry_node(carriage, link, &whole);
        struct str tag = builder_str(&whole);
        builder_add(out, str_slice(tag, 0, str_find_byte(tag, '>') + 1));
        wrapping->link = link;
        wrapping->link_name = tag_name(tag);
    }
    if (!wrapping->is_open)
        writer_add_tag(wrapping->writer, out, wrapping->element, wrapping->by);
    wrapping->is_open = true;
}

static void add_text(struct docx_writer *writer, struct out_part *part,
                     const struct inserted_item *item, const struct neighbour *neighbour,
                     struct builder *out)
{
    const struct document *document = writer->documents[item->document];
    if (document->form != FORM_DOCX) {
        add_unformatted(writer, item, neighbour, out);
        return;
    }
    struct docx_runs runs;
    docx_runs_of(document, item->index, writer->arena, &runs);
    const struct carriage carriage = {writer, part, item->document, runs.tree};
    struct wrapping wrapping = {writer,  item->by, element_of(writer, item),
                                NO_NODE, false,    STR_INIT("")};
    uint32_t done = item->text.from;
    for (uint32_t i = 0; i < runs.count; i++) {
        const struct docx_run *run = &runs.items[i];
        if (run->text.to <= done || run->text.from >= item->text.to)
            continue;
        uint32_t link =
            neighbour->is_in_link ? NO_NODE : docx_ancestor(runs.tree, run->node, W_HYPERLINK);
        open_wrapping(&wrapping, &carriage, link, out);
        const struct docx_field *field = field_at(&runs, run, item->text);
        if (field) {
            add_siblings(&carriage, field->node, field->bytes.to, out);
            done = field->text.to;
        } else if (run->unit_count == 0) {
            add_siblings(&carriage, run->node, run->bytes.to, out);
            done = run->text.to;
        } else {
            add_run(&carriage, &runs, run, item, out);
        }
    }
    close_wrapping(&wrapping, out);
}

void add_inserted_text(struct docx_writer *writer, struct out_part *part,
                       const struct inserted_item *item, const struct neighbour *neighbour,
                       struct builder *out)
{
    bool moves = writer_moves(writer, item->move);
    if (moves)
        writer_add_move_start(writer, out, "moveTo", item->by, item->move);
    add_text(writer, part, item, neighbour, out);
    if (moves)
        writer_add_move_end(writer, out, "moveTo", item->move);
}

// The base's paragraph that a paragraph without properties of its own should look like: one of
// the same kind and level, first of all its neighbour.
static uint32_t model_for(const struct document *base, const struct paragraph *paragraph,
                          uint32_t neighbour)
{
    const struct paragraph *near = &base->paragraphs[neighbour];
    if (near->kind == paragraph->kind && near->level == paragraph->level)
        return neighbour;
    for (uint32_t k = 0; k < base->paragraph_count; k++)
        if (base->paragraphs[k].kind == paragraph->kind &&
            base->paragraphs[k].level == paragraph->level)
            return k;
    return NO_INDEX;
}

// The base's own style for a heading or a list item of another format.
static void add_named_style(struct docx_writer *writer, const struct paragraph *paragraph,
                            struct builder *out)
{
    struct str name = STR("List Paragraph");
    if (paragraph->kind == PARAGRAPH_HEADING)
        name = arena_print(writer->arena, "heading %u", paragraph->level);
    else if (paragraph->kind != PARAGRAPH_ITEM)
        return;
    struct str style = base_style_named(writer, name);
    if (style.length == 0)
        return;
    builder_add_c(out, "<w:pStyle");
    xml_add_attribute(out, "w:val", style);
    builder_add_c(out, "/>");
}

void add_inserted_mark(struct docx_writer *writer, struct out_part *part,
                       const struct inserted_item *item, const struct neighbour *neighbour,
                       struct builder *out)
{
    const struct document *document = writer->documents[item->document];
    uint32_t number = item->document;
    uint32_t paragraph = item->index;
    if (document->form != FORM_DOCX) {
        number = 0;
        paragraph = model_for(writer->documents[0], &document->paragraphs[item->index],
                              neighbour->paragraph);
    }
    const struct document *model = writer->documents[number];
    uint32_t properties =
        paragraph == NO_INDEX ? NO_NODE : docx_source(model)->paragraphs[paragraph].properties;
    const struct skipped outside = {{W_RPR, W_SECT_PR, W_PPR_CHANGE}};
    const struct carriage carriage = {
        writer, part, number,
        paragraph == NO_INDEX
            ? part->tree
            : &docx_source(model)->package->parts[model->paragraphs[paragraph].origin.part]};
    builder_add_c(out, "<w:pPr>");
    if (properties != NO_NODE)
        carry_format(&carriage, paragraph, properties, outside, out);
    else if (number > 0)
        carry_format(&carriage, paragraph, NO_NODE, outside, out);
    else if (paragraph == NO_INDEX)
        add_named_style(writer, &document->paragraphs[item->index], out);
    builder_add_c(out, "<w:rPr>");
    writer_add_empty(writer, out, element_of(writer, item), item->by);
    add_style(writer, item->style, out);
    uint32_t look = properties == NO_NODE ? NO_NODE : docx_child(carriage.from, properties, W_RPR);
    if (look != NO_NODE)
        carry_children(&carriage, look,
                       (struct skipped){{W_RPR_CHANGE, item->style > 0 ? W_R_STYLE : WORD_UNKNOWN}},
                       out);
    builder_add_c(out, "</w:rPr></w:pPr>");
}

// A paragraph of an inserted cell. The cell's last mark is not inserted: it goes with the row.
static void add_paragraph(struct docx_writer *writer, struct out_part *part,
                          const struct inserted_item *block, uint32_t paragraph, bool is_last,
                          struct builder *out)
{
    const struct document *document = writer->documents[block->document];
    const struct paragraph *facts = &document->paragraphs[paragraph];
    struct inserted_item item = *block;
    item.index = paragraph;
    item.kind = ITEM_MARK;
    const struct neighbour nobody = {STR_INIT(""), 0, false};
    builder_add_c(out, "<w:p>");
    if (!is_last) {
        add_inserted_mark(writer, part, &item, &nobody, out);
    } else if (document->form == FORM_DOCX) {
        const struct docx_source *source = docx_source(document);
        const struct carriage carriage = {writer, part, block->document,
                                          &source->package->parts[facts->origin.part]};
        builder_add_c(out, "<w:pPr>");
        size_t empty = out->length;
        carry_format(&carriage, paragraph, source->paragraphs[paragraph].properties,
                     (struct skipped){{W_SECT_PR, W_PPR_CHANGE, WORD_UNKNOWN}}, out);
        if (out->length > empty)
            builder_add_c(out, "</w:pPr>");
        else
            builder_cut(out, empty - strlen("<w:pPr>"));
    }
    item.kind = ITEM_TEXT;
    item.text = (struct range){facts->from, facts->to};
    if (facts->from < facts->to)
        add_inserted_text(writer, part, &item, &nobody, out);
    builder_add_c(out, "</w:p>");
}

// The element behind a block, or NO_NODE when the draft is no .docx file.
static uint32_t node_of(const struct document *document, uint32_t block)
{
    return document->form == FORM_DOCX ? docx_source(document)->block_nodes[block] : NO_NODE;
}

static void add_block(struct docx_writer *writer, struct out_part *part,
                      const struct inserted_item *item, uint32_t block, struct builder *out);

static void add_blocks_inside(struct docx_writer *writer, struct out_part *part,
                              const struct inserted_item *item, uint32_t block, struct builder *out)
{
    const struct block *blocks = writer->documents[item->document]->blocks;
    for (uint32_t child = block + 1; child < blocks[block].end; child = blocks[child].end) {
        if (blocks[child].kind == BLOCK_PARAGRAPH)
            add_paragraph(writer, part, item, blocks[child].paragraph,
                          blocks[child].end == blocks[block].end, out);
        else
            add_block(writer, part, item, child, out);
    }
}

// Adds the property elements of a table, row or cell: those children that are not `inner`.
static void add_properties(const struct carriage *carriage, uint32_t node, enum word word,
                           struct builder *out)
{
    uint32_t child = node == NO_NODE ? NO_NODE : docx_child(carriage->from, node, word);
    if (child != NO_NODE)
        carry_node(carriage, child, out);
}

static bool is_named(const struct docx_part *tree, uint32_t node, struct str local)
{
    return docx_word(tree, node) != WORD_TEXT_NODE &&
           str_equal(xml_local(&tree->xml, tree->xml.nodes[node].name), local);
}

static void add_table_frame(const struct carriage *carriage, uint32_t node,
                            const struct document *document, uint32_t table, struct builder *out)
{
    if (node != NO_NODE) {
        add_properties(carriage, node, W_TBL_PR, out);
        const struct xml_node *nodes = carriage->from->xml.nodes;
        for (uint32_t c = node + 1; c < nodes[node].end; c = nodes[c].end)
            if (is_named(carriage->from, c, STR("tblGrid")))
                carry_node(carriage, c, out);
        return;
    }
    builder_add_c(out, "<w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr>");
    table_add_grid(document, table, out);
}

static void add_row_frame(const struct carriage *carriage, uint32_t node,
                          const struct inserted_item *item, struct builder *out)
{
    add_properties(carriage, node, W_TBL_PR_EX, out);
    builder_add_c(out, "<w:trPr>");
    uint32_t properties = node == NO_NODE ? NO_NODE : docx_child(carriage->from, node, W_TR_PR);
    carry_children(carriage, properties, (struct skipped){{W_TR_PR_CHANGE}}, out);
    writer_add_empty(carriage->writer, out, "ins", item->by);
    builder_add_c(out, "</w:trPr>");
}

static void add_block(struct docx_writer *writer, struct out_part *part,
                      const struct inserted_item *item, uint32_t block, struct builder *out)
{
    const struct document *document = writer->documents[item->document];
    uint32_t node = node_of(document, block);
    const struct carriage carriage = {
        writer, part, item->document,
        node == NO_NODE
            ? NULL
            : &docx_source(document)->package->parts[document->blocks[block].origin.part]};
    switch ((int)document->blocks[block].kind) {
    case BLOCK_TABLE:
        builder_add_c(out, "<w:tbl>");
        add_table_frame(&carriage, node, document, block, out);
        add_blocks_inside(writer, part, item, block, out);
        builder_add_c(out, "</w:tbl>");
        break;
    case BLOCK_ROW:
        builder_add_c(out, "<w:tr>");
        add_row_frame(&carriage, node, item, out);
        add_blocks_inside(writer, part, item, block, out);
        builder_add_c(out, "</w:tr>");
        break;
    case BLOCK_CELL:
        builder_add_c(out, "<w:tc>");
        if (node != NO_NODE)
            add_properties(&carriage, node, W_TC_PR, out);
        add_blocks_inside(writer, part, item, block, out);
        builder_add_c(out, "</w:tc>");
        break;
    default:
        assert(false);
    }
}

void add_inserted_block(struct docx_writer *writer, struct out_part *part,
                        const struct inserted_item *item, struct builder *out)
{
    add_block(writer, part, item, item->index, out);
}
