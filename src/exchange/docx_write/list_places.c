// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/list_places.h"

#include "base/list.h"
#include "codec/xml_write.h"
#include "exchange/docx/numbering.h"
#include "exchange/docx_write/carry_styles.h"
#include "merge/kept.h"

bool list_place_is_same(struct list_place one, struct list_place other)
{
    return str_equal(one.num_id, other.num_id) &&
           (one.num_id.length == 0 || one.level == other.level);
}

static bool is_by(struct holders by, uint32_t party)
{
    for (uint32_t i = 0; i < by.count; i++)
        if (by.items[i].number == party)
            return true;
    return false;
}

// The paragraphs whose marks stand in a stretch of a document.
static void add_marks(const struct document *document, uint32_t number, struct range range,
                      struct list *reading)
{
    if (range.from >= range.to)
        return;
    for (uint32_t k = paragraph_at(document, range.from);
         k < document->paragraph_count && document->paragraphs[k].to < range.to; k++)
        *LIST_ADD(reading, struct reading_paragraph) = (struct reading_paragraph){number, k};
}

// The paragraphs of the body that a party's reading has, one after the other.
static void read_body(const struct docx_writer *writer, uint32_t party, struct list *reading)
{
    const struct document *base = writer->documents[0];
    const struct edits *edits = &writer->edits;
    uint32_t end = block_range(base, 0).to;
    size_t next = 0;
    for (uint32_t b = 0; b < base->paragraph_count && base->paragraphs[b].to < end; b++) {
        uint32_t mark = base->paragraphs[b].to;
        for (; next < edits->insertion_count && edits->insertions[next].at <= mark; next++)
            if (is_by(edits->insertions[next].by, party))
                add_marks(writer->documents[edits->insertions[next].document],
                          edits->insertions[next].document, edits->insertions[next].range, reading);
        size_t i = first_deletion_behind(edits->deletions, edits->deletion_count, mark);
        bool is_deleted = i < edits->deletion_count && edits->deletions[i].base.from <= mark &&
                          is_by(edits->deletions[i].by, party);
        if (!is_deleted)
            *LIST_ADD(reading, struct reading_paragraph) = (struct reading_paragraph){0, b};
    }
    for (; next < edits->insertion_count && edits->insertions[next].at <= end; next++)
        if (is_by(edits->insertions[next].by, party))
            add_marks(writer->documents[edits->insertions[next].document],
                      edits->insertions[next].document, edits->insertions[next].range, reading);
}

// Behind the body, and where the edits are no whole paragraphs, what was kept says it. The settler has no
// draft whose paragraphs would count as those of its reading do.
static const struct reading_paragraph *reading_of(const struct docx_writer *writer, uint32_t party)
{
    const struct document *draft = writer->documents[party + 1];
    struct list reading = LIST_MAKE(writer->arena, struct reading_paragraph);
    uint32_t end = block_range(draft, 0).to;
    uint32_t body = 0;
    while (body < draft->paragraph_count && draft->paragraphs[body].to < end)
        body++;
    read_body(writer, party, &reading);
    bool is_settler = writer->scheme && writer->scheme->settler.number == party;
    if (reading.count != body || is_settler)
        list_cut(&reading, 0);
    for (uint32_t k = (uint32_t)reading.count; k < draft->paragraph_count; k++) {
        uint32_t base = kept_paragraph(writer->merged, (struct party){party}, k);
        *LIST_ADD(&reading, struct reading_paragraph) =
            base == NO_INDEX ? (struct reading_paragraph){party + 1, k}
                             : (struct reading_paragraph){0, base};
    }
    return LIST_ITEMS(&reading, struct reading_paragraph);
}

static int by_base(const void *a, const void *b)
{
    const struct number_change *x = a;
    const struct number_change *y = b;
    if (x->base != y->base)
        return x->base < y->base ? -1 : 1;
    return (x->party.number > y->party.number) - (x->party.number < y->party.number);
}

void list_places_find(struct docx_writer *writer)
{
    uint32_t count = writer->merged->party_count;
    const struct reading_paragraph **readings =
        ARENA_ARRAY(writer->arena, const struct reading_paragraph *, count + 1);
    for (uint32_t p = 0; p < count; p++)
        readings[p] = reading_of(writer, p);
    docx_lists_find(writer->merged, writer->documents, readings, writer->arena, &writer->lists);
    struct list changes = LIST_MAKE(writer->arena, struct number_change);
    for (size_t i = 0; i < writer->lists.change_count; i++)
        *LIST_ADD(&changes, struct number_change) = writer->lists.changes[i];
    list_sort(&changes, by_base);
    writer->lists.changes = LIST_ITEMS(&changes, struct number_change);
}

// The number of a list in the package; lists made begin with a "+".
static struct str number_of(const struct docx_writer *writer, struct str id)
{
    if (!str_starts_with(id, STR("+")))
        return id;
    for (size_t i = 0; i < writer->lists.made_count; i++)
        if (str_equal(writer->lists.made[i].id, id))
            return writer->made_ids[i].length > 0 ? writer->made_ids[i] : STR("0");
    return STR("0");
}

// The list that a style of the base gives to its paragraphs.
static struct list_place place_of_style(const struct docx_writer *writer, struct str id)
{
    const struct docx_source *source = docx_source(writer->documents[0]);
    const struct docx_styles *styles = source->styles;
    const struct docx_style *style = styles_find(styles, id);
    if (!style && styles->default_paragraph != NAMES_NONE)
        style = &styles->items[styles->default_paragraph];
    if (!style || style->num_id.length == 0 || str_equal(style->num_id, STR("0")))
        return (struct list_place){.level = 0};
    int level = style->num_level != NO_LEVEL
                    ? style->num_level
                    : numbering_style_level(source->numbering, style->num_id, id);
    return (struct list_place){style->num_id, level};
}

void add_list_place(struct docx_writer *writer, const struct list_place *place, struct str style,
                    bool style_counts, struct builder *out)
{
    struct list_place given = place_of_style(writer, style);
    if (list_place_is_same(given, *place) && (place->num_id.length > 0 || !style_counts))
        return;
    if (place->num_id.length == 0) {
        builder_add_c(out, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr>");
        return;
    }
    struct str number = number_of(writer, place->num_id);
    builder_print(out, "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId", place->level);
    xml_add_attribute(out, "w:val", number);
    builder_add_c(out, "/></w:numPr>");
}

bool stands_before_list(const struct docx_part *tree, uint32_t child)
{
    static const char *const before[] = {"pStyle",          "keepNext", "keepLines",
                                         "pageBreakBefore", "framePr",  "widowControl"};
    struct str local = xml_local(&tree->xml, tree->xml.nodes[child].name);
    for (size_t i = 0; i < sizeof before / sizeof before[0]; i++)
        if (str_equal(local, str_of(before[i])))
            return true;
    return false;
}

static bool is_skipped(struct skipped skipped, enum word word)
{
    return word == W_NUM_PR ||
           (word != WORD_UNKNOWN &&
            (word == skipped.words[0] || word == skipped.words[1] || word == skipped.words[2]));
}

// Whether the style of a paragraph, or that of all, has a list in the draft.
static bool style_counts(const struct docx_source *source, struct str id)
{
    const struct docx_style *style = styles_find(source->styles, id);
    return style && style->num_id.length > 0 && !str_equal(style->num_id, STR("0"));
}

void carry_format(const struct carriage *carriage, uint32_t paragraph, uint32_t properties,
                  struct skipped skipped, struct builder *out)
{
    struct docx_writer *writer = carriage->writer;
    const struct list_place *places =
        carriage->document == 0 ? NULL : writer->lists.places[carriage->document - 1];
    if (!places) {
        carry_children(carriage, properties, skipped, out);
        return;
    }
    const struct docx_source *source = docx_source(writer->documents[carriage->document]);
    struct str own =
        properties == NO_NODE ? STR("") : docx_child_value(carriage->from, properties, W_P_STYLE);
    struct builder place = builder_make(writer->arena);
    struct carrier *carrier = &writer->carriers->items[carriage->document];
    add_list_place(writer, &places[paragraph], carry_style(carrier, own), style_counts(source, own),
                   &place);
    bool is_added = false;
    const struct xml_node *nodes = carriage->from->xml.nodes;
    uint32_t end = properties == NO_NODE ? 0 : nodes[properties].end;
    for (uint32_t child = properties + 1; properties != NO_NODE && child < end;
         child = nodes[child].end) {
        enum word word = docx_word(carriage->from, child);
        if (word == WORD_TEXT_NODE)
            continue;
        if (!is_added && !stands_before_list(carriage->from, child)) {
            builder_add(out, builder_str(&place));
            is_added = true;
        }
        if (!is_skipped(skipped, word))
            carry_node(carriage, child, out);
    }
    if (!is_added)
        builder_add(out, builder_str(&place));
}
