// SPDX-License-Identifier: Apache-2.0
//
// A paragraph is gone through run by run. Text that a deletion or an insertion cuts is split:
//
//   <w:r>P<w:t>one two three</w:t></w:r>                              "two" deleted, "2" put in
//   <w:r>P<w:t>one </w:t></w:r><w:del><w:r>P<w:delText>two</w:delText></w:r></w:del>
//   <w:ins><w:r>…<w:t>2</w:t></w:r></w:ins><w:r>P<w:t> three</w:t></w:r>
//
// Only the cut w:t elements are written anew; tags of whole ones are renamed; all else keeps its
// bytes. An inserted mark ends the paragraph early: the first pieces get the properties of the
// draft's paragraphs, the last piece keeps the element and the properties of the base's.
#include "exchange/docx/rewrite.h"

#include "codec/xml_write.h"
#include "exchange/docx/carry.h"
#include "exchange/docx/run_map.h"
#include "exchange/docx/tags.h"

// A deletion element that is open, to be closed at byte `at` unless the next run goes on with it.
struct pending {
    const struct deletion *deletion; // NULL: none
    uint32_t at;
};

struct cutter {
    struct docx_writer *writer;
    const struct touched *touched;
    struct out_part *part;
    const struct docx_part *tree;
    const struct paragraph *paragraph;
    uint32_t node; // the w:p
    struct docx_runs runs;
    struct pending pending;
    size_t next_item;    // of touched->items: not yet put in
    size_t next_mark;    // item index of the mark that ends the present piece; item_count: none
    bool is_self_closed; // <w:p/>
};

static const struct xml_node *node_at(const struct cutter *cutter, uint32_t node)
{
    return &cutter->tree->xml.nodes[node];
}

static struct str source_bytes(const struct cutter *cutter, uint32_t from, uint32_t to)
{
    return str_slice(cutter->tree->xml.source, from, to);
}

static void patch(struct cutter *cutter, uint32_t from, uint32_t to, struct str with)
{
    patches_add(&cutter->part->patches, from, to, with);
}

static void close_pending(struct cutter *cutter)
{
    if (cutter->pending.deletion)
        patch(cutter, cutter->pending.at, cutter->pending.at, STR("</w:del>"));
    cutter->pending.deletion = NULL;
}

// The deletion that takes out byte `at`, or NULL.
static const struct deletion *deletion_at(const struct touched *touched, uint32_t at)
{
    size_t low = 0;
    size_t high = touched->deletion_count;
    while (low < high) { // the first that ends behind `at`
        size_t middle = low + (high - low) / 2;
        if (touched->deletions[middle].base.to <= at)
            low = middle + 1;
        else
            high = middle;
    }
    bool covers = low < touched->deletion_count && touched->deletions[low].base.from <= at;
    return covers ? &touched->deletions[low] : NULL;
}

// The deletion of the paragraph's mark, or NULL.
static const struct deletion *mark_deletion(const struct cutter *cutter)
{
    if (cutter->touched->keeps_mark)
        return NULL;
    return deletion_at(cutter->touched, cutter->paragraph->to);
}

static size_t first_restyle_behind(const struct touched *touched, uint32_t at)
{
    size_t low = 0;
    size_t high = touched->restyle_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (touched->restyles[middle].base.to <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// The restyling that covers byte `at`, or NULL.
static const struct restyled *restyle_at(const struct touched *touched, uint32_t at)
{
    size_t i = first_restyle_behind(touched, at);
    bool covers = i < touched->restyle_count && touched->restyles[i].base.from <= at;
    return covers ? &touched->restyles[i] : NULL;
}

// --- marks and properties ---------------------------------------------------------------------

static void add_old_children(const struct cutter *cutter, uint32_t properties, bool with_look,
                             struct builder *out)
{
    if (properties == NO_NODE)
        return;
    for (uint32_t child = properties + 1; child < node_at(cutter, properties)->end;
         child = node_at(cutter, child)->end) {
        enum word word = docx_word(cutter->tree, child);
        if (word == W_PPR_CHANGE || word == W_SECT_PR || word == WORD_TEXT_NODE ||
            (word == W_RPR && !with_look))
            continue;
        builder_add(out, xml_bytes(&cutter->tree->xml, child));
    }
}

static void add_reformat(struct cutter *cutter, uint32_t properties, struct builder *out,
                         struct builder *change)
{
    struct docx_writer *writer = cutter->writer;
    const struct reformat *reformat = cutter->touched->reformat;
    uint32_t number = reformat->party.number + 1;
    const struct document *draft = writer->documents[number];
    const struct docx_source *source = docx_source(draft);
    const struct carriage carriage = {
        writer, cutter->part, number,
        &source->package->parts[draft->paragraphs[reformat->draft].origin.part]};
    carry_children(&carriage, source->paragraphs[reformat->draft].properties,
                   (struct skipped){{W_RPR, W_SECT_PR, W_PPR_CHANGE}}, out);
    writer_add_tag(writer, change, "pPrChange", (struct holders){&reformat->party, 1});
    builder_add_c(change, "<w:pPr>");
    add_old_children(cutter, properties, false, change);
    builder_add_c(change, "</w:pPr></w:pPrChange>");
}

// The base's w:pPr with what happens to the mark and the format.
static struct str base_properties(struct cutter *cutter, const struct deletion *mark)
{
    struct docx_writer *writer = cutter->writer;
    uint32_t properties = docx_child(cutter->tree, cutter->node, W_PPR);
    uint32_t look = NO_NODE;
    uint32_t section = NO_NODE;
    if (properties != NO_NODE) {
        look = docx_child(cutter->tree, properties, W_RPR);
        section = docx_child(cutter->tree, properties, W_SECT_PR);
    }
    struct builder out = builder_make(writer->arena);
    struct builder change = builder_make(writer->arena);
    builder_add_c(&out, "<w:pPr>");
    if (cutter->touched->reformat)
        add_reformat(cutter, properties, &out, &change);
    else
        add_old_children(cutter, properties, false, &out);
    if (mark || look != NO_NODE) {
        builder_add_c(&out, "<w:rPr>");
        if (mark)
            writer_add_empty(writer, &out, "del", mark->by);
        if (look != NO_NODE)
            builder_add(&out, source_bytes(cutter, node_at(cutter, look)->open_to,
                                           node_at(cutter, look)->close_from));
        builder_add_c(&out, "</w:rPr>");
    }
    if (section != NO_NODE)
        builder_add(&out, xml_bytes(&cutter->tree->xml, section));
    builder_add(&out, builder_str(&change));
    builder_add_c(&out, "</w:pPr>");
    return builder_str(&out);
}

static size_t next_mark_from(const struct touched *touched, size_t item)
{
    while (item < touched->item_count && touched->items[item].kind != ITEM_MARK)
        item++;
    return item;
}

static struct neighbour neighbour_of(const struct cutter *cutter, uint32_t run_properties,
                                     bool is_in_link)
{
    struct str look =
        run_properties == NO_NODE ? STR("") : xml_bytes(&cutter->tree->xml, run_properties);
    return (struct neighbour){look, cutter->touched->paragraph, is_in_link};
}

// Starts the piece that ends with the next inserted mark, or the last one with the base's mark.
static void add_piece_start(struct cutter *cutter, struct builder *out)
{
    const struct touched *touched = cutter->touched;
    if (cutter->next_mark < touched->item_count) {
        const struct neighbour neighbour = neighbour_of(cutter, NO_NODE, false);
        builder_add_c(out, "<w:p>");
        add_inserted_mark(cutter->writer, cutter->part, &touched->items[cutter->next_mark],
                          &neighbour, out);
        return;
    }
    const struct xml_node *node = node_at(cutter, cutter->node);
    uint32_t end = node->open_to - (cutter->is_self_closed ? 2 : 1);
    builder_add(out, source_bytes(cutter, node->from, end));
    builder_add_byte(out, '>');
    const struct deletion *mark = mark_deletion(cutter);
    uint32_t properties = docx_child(cutter->tree, cutter->node, W_PPR);
    if (mark || touched->reformat)
        builder_add(out, base_properties(cutter, mark));
    else if (properties != NO_NODE)
        builder_add(out, xml_bytes(&cutter->tree->xml, properties));
}

// Writes the start of the element anew where it changes.
static void rewrite_start(struct cutter *cutter)
{
    const struct touched *touched = cutter->touched;
    bool is_split = cutter->next_mark < touched->item_count;
    bool has_content = cutter->next_item < touched->item_count;
    if (!is_split && !touched->reformat && !mark_deletion(cutter) &&
        !(cutter->is_self_closed && has_content))
        return;
    struct builder out = builder_make(cutter->writer->arena);
    add_piece_start(cutter, &out);
    const struct xml_node *node = node_at(cutter, cutter->node);
    uint32_t properties = docx_child(cutter->tree, cutter->node, W_PPR);
    uint32_t to = properties == NO_NODE ? node->open_to : node_at(cutter, properties)->to;
    if (cutter->is_self_closed && !has_content)
        builder_add_c(&out, "</w:p>");
    patch(cutter, node->from, to, builder_str(&out));
}

// --- insertions -------------------------------------------------------------------------------

// Closes what is open between a node's inside and the paragraph, and the paragraph; or opens it
// all again.
static void add_closings(const struct cutter *cutter, uint32_t inside, struct builder *out)
{
    for (uint32_t n = inside; n != cutter->node; n = node_at(cutter, n)->parent)
        builder_print(out, "</%.*s>",
                      STR_ARGS(tag_name(source_bytes(cutter, node_at(cutter, n)->from,
                                                     node_at(cutter, n)->open_to))));
    builder_add_c(out, "</w:p>");
}

static void add_openings(const struct cutter *cutter, uint32_t inside, struct builder *out)
{
    if (inside == cutter->node)
        return;
    const struct xml_node *node = node_at(cutter, inside);
    add_openings(cutter, node->parent, out);
    builder_add(out, source_bytes(cutter, node->from, node->open_to));
}

static bool is_block(enum item_kind kind)
{
    return kind == ITEM_TABLE || kind == ITEM_ROW || kind == ITEM_CELL;
}

// Puts in all items up to place `at` of the text. `inside` is the element whose child the place is.
static struct str inserted_at(struct cutter *cutter, uint32_t at, uint32_t inside,
                              uint32_t run_properties)
{
    const struct touched *touched = cutter->touched;
    struct docx_writer *writer = cutter->writer;
    struct builder out = builder_make(writer->arena);
    bool in_link =
        inside != NO_NODE && (docx_word(cutter->tree, inside) == W_HYPERLINK ||
                              docx_ancestor(cutter->tree, inside, W_HYPERLINK) != NO_NODE);
    const struct neighbour neighbour = neighbour_of(cutter, run_properties, in_link);
    bool is_between = false; // paragraphs: the last one is closed, none is open
    while (cutter->next_item < touched->item_count && touched->places[cutter->next_item] <= at) {
        const struct item *item = &touched->items[cutter->next_item];
        if (item->kind == ITEM_MARK) {
            if (!is_between)
                add_closings(cutter, inside, &out);
            cutter->next_mark = next_mark_from(touched, cutter->next_item + 1);
            if (is_between) { // an empty paragraph
                struct item *empty = ARENA_NEW(writer->arena, struct item);
                *empty = *item;
                builder_add_c(&out, "<w:p>");
                add_inserted_mark(writer, cutter->part, empty, &neighbour, &out);
                builder_add_c(&out, "</w:p>");
            }
            is_between = true;
        } else if (is_block(item->kind)) {
            if (!is_between)
                writer_note(writer, "a table of %.*s stands where the base has no paragraph's end",
                            STR_ARGS(writer->documents[item->document]->name));
            else
                add_inserted_block(writer, cutter->part, item, &out);
        } else {
            if (is_between) {
                add_piece_start(cutter, &out);
                add_openings(cutter, inside, &out);
                is_between = false;
            }
            add_inserted_text(writer, cutter->part, item, &neighbour, &out);
        }
        cutter->next_item++;
    }
    if (is_between) {
        add_piece_start(cutter, &out);
        add_openings(cutter, inside, &out);
    }
    return builder_str(&out);
}

static bool items_wait(const struct cutter *cutter, uint32_t at)
{
    return cutter->next_item < cutter->touched->item_count &&
           cutter->touched->places[cutter->next_item] <= at;
}

// --- runs -------------------------------------------------------------------------------------

// The run properties that a draft gives to restyled words.
static void add_draft_look(struct cutter *cutter, const struct document *draft,
                           const struct restyled *restyle, struct builder *out)
{
    struct docx_writer *writer = cutter->writer;
    uint32_t number = paragraph_at(draft, restyle->draft_from);
    if (draft->form == FORM_DOCX) {
        struct docx_runs runs;
        docx_runs_of(draft, number, writer->arena, &runs);
        const struct carriage carriage = {writer, cutter->part, restyle->document, runs.tree};
        uint32_t i = 0;
        while (i < runs.count && runs.items[i].text.to <= restyle->draft_from)
            i++;
        if (i < runs.count)
            carry_children(&carriage, runs.items[i].properties, (struct skipped){{W_RPR_CHANGE}},
                           out);
        return;
    }
    const struct paragraph *paragraph = &draft->paragraphs[number];
    for (uint32_t k = 0; k < paragraph->passage_count; k++) {
        const struct passage *passage = &draft->passages[paragraph->first_passage + k];
        if (passage->from <= restyle->draft_from && restyle->draft_from < passage->to)
            add_run_look(out, &draft->marks[passage->marks]);
    }
}

// The w:rPr of a stretch: as it is, or with the first party's formatting and what it was.
static struct str look_of(struct cutter *cutter, const struct docx_run *run,
                          const struct restyled *restyle)
{
    struct str old =
        run->properties == NO_NODE ? STR("") : xml_bytes(&cutter->tree->xml, run->properties);
    if (!restyle)
        return old;
    struct docx_writer *writer = cutter->writer;
    uint32_t number = restyle->document;
    const struct document *draft = writer->documents[number];
    struct builder out = builder_make(writer->arena);
    builder_add_c(&out, "<w:rPr>");
    add_draft_look(cutter, draft, restyle, &out);
    writer_add_tag(writer, &out, "rPrChange", restyle->by);
    if (old.length > 0)
        builder_add(&out, old);
    else
        builder_add_c(&out, "<w:rPr/>");
    builder_add_c(&out, "</w:rPrChange></w:rPr>");
    return builder_str(&out);
}

static void add_run_start(const struct cutter *cutter, const struct docx_run *run, struct str look,
                          struct builder *out)
{
    const struct xml_node *node = node_at(cutter, run->node);
    builder_add(out, source_bytes(cutter, node->from, node->open_to));
    builder_add(out, look);
}

// Renames w:t and w:instrText (back) in all of a subtree: deleted text has its own elements.
static void rename_deleted(struct cutter *cutter, uint32_t node)
{
    uint32_t end = node_at(cutter, node)->end;
    for (uint32_t n = node; n < end; n++) {
        enum word word = docx_word(cutter->tree, n);
        if (word == W_TXBX_CONTENT) { // another story; it goes with its anchor
            n = node_at(cutter, n)->end - 1;
            continue;
        }
        if (word != W_T && word != W_INSTR_TEXT)
            continue;
        const struct xml_node *at = node_at(cutter, n);
        struct str name = tag_name(source_bytes(cutter, at->from, at->open_to));
        size_t local = name.length - (word == W_T ? 1 : 9);
        struct str own =
            arena_print(cutter->writer->arena, "%.*s%s", STR_ARGS(str_slice(name, 0, local)),
                        word == W_T ? "delText" : "delInstrText");
        uint32_t from = at->from + 1;
        patch(cutter, from, from + (uint32_t)name.length, own);
        if (at->close_from < at->to)
            patch(cutter, at->close_from + 2, at->close_from + 2 + (uint32_t)name.length, own);
    }
}

static void open_deletion(struct cutter *cutter, const struct deletion *deletion, uint32_t at)
{
    if (cutter->pending.deletion == deletion && cutter->pending.at == at) {
        cutter->pending.deletion = NULL; // it stays open
        return;
    }
    close_pending(cutter);
    struct builder out = builder_make(cutter->writer->arena);
    writer_add_tag(cutter->writer, &out, "del", deletion->by);
    patch(cutter, at, at, builder_str(&out));
}

static void leave_open(struct cutter *cutter, const struct deletion *deletion, uint32_t at)
{
    cutter->pending = (struct pending){deletion, at};
}

// Bytes that only go as a whole: deleted when their first byte of text is.
static void rewrite_whole(struct cutter *cutter, uint32_t node, struct range bytes, uint32_t text)
{
    const struct deletion *deletion = deletion_at(cutter->touched, text);
    if (!deletion)
        return;
    uint32_t last = node_at(cutter, node_at(cutter, node)->parent)->end;
    for (uint32_t n = node; n < last && node_at(cutter, n)->from < bytes.to;
         n = node_at(cutter, n)->end) {
        enum word word = docx_word(cutter->tree, n);
        if (word != W_R && word != M_O_MATH && word != M_O_MATH_PARA)
            continue; // bookmarks stay; other containers cannot stand in a deletion
        open_deletion(cutter, deletion, node_at(cutter, n)->from);
        if (word == W_R)
            rename_deleted(cutter, n);
        leave_open(cutter, deletion, node_at(cutter, n)->to);
    }
}

// What lies between two stretches of a run: its end, what is put in, its start again.
static void add_break(struct cutter *cutter, const struct docx_run *run, uint32_t at,
                      const struct deletion *before, const struct deletion *behind,
                      struct builder *out)
{
    builder_add_c(out, "</w:r>");
    bool waits = items_wait(cutter, at);
    bool goes_on = before == behind && !waits;
    if (before && !goes_on)
        builder_add_c(out, "</w:del>");
    if (waits)
        builder_add(out,
                    inserted_at(cutter, at, node_at(cutter, run->node)->parent, run->properties));
    if (behind && !goes_on)
        writer_add_tag(cutter->writer, out, "del", behind->by);
    add_run_start(cutter, run, look_of(cutter, run, restyle_at(cutter->touched, at)), out);
}

static void cut_by(struct range range, uint32_t at, uint32_t *cut)
{
    if (range.from > at && range.from < *cut)
        *cut = range.from;
    if (range.to > at && range.to < *cut)
        *cut = range.to;
}

// The first place behind `at` where something changes, or `end`.
static uint32_t next_cut(const struct cutter *cutter, uint32_t at, uint32_t end)
{
    const struct touched *touched = cutter->touched;
    uint32_t cut = end;
    size_t low = 0;
    size_t high = touched->deletion_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (touched->deletions[middle].base.to <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < touched->deletion_count)
        cut_by(touched->deletions[low].base, at, &cut);
    size_t restyle = first_restyle_behind(touched, at);
    if (restyle < touched->restyle_count)
        cut_by(touched->restyles[restyle].base, at, &cut);
    for (size_t i = cutter->next_item; i < touched->item_count; i++)
        if (touched->places[i] > at) { // places ascend
            cut_by((struct range){touched->places[i], touched->places[i]}, at, &cut);
            break;
        }
    return cut;
}

static void add_text(struct cutter *cutter, struct range range, bool is_deleted,
                     struct builder *out)
{
    struct str text = str_slice(cutter->writer->documents[0]->text, range.from, range.to);
    builder_add_c(out, is_deleted ? "<w:delText xml:space=\"preserve\">"
                                  : "<w:t xml:space=\"preserve\">");
    xml_add_text(out, text);
    builder_add_c(out, is_deleted ? "</w:delText>" : "</w:t>");
}

// A unit that is cut inside: its w:t is written anew in pieces.
static void rewrite_cut_unit(struct cutter *cutter, const struct docx_run *run,
                             const struct docx_unit *unit)
{
    struct builder out = builder_make(cutter->writer->arena);
    uint32_t at = unit->text.from;
    while (at < unit->text.to) {
        uint32_t cut = next_cut(cutter, at, unit->text.to);
        const struct deletion *deletion = deletion_at(cutter->touched, at);
        add_text(cutter, (struct range){at, cut}, deletion != NULL, &out);
        if (cut < unit->text.to)
            add_break(cutter, run, cut, deletion, deletion_at(cutter->touched, cut), &out);
        at = cut;
    }
    patch(cutter, node_at(cutter, unit->node)->from, node_at(cutter, unit->node)->to,
          builder_str(&out));
}

static void rewrite_units(struct cutter *cutter, const struct docx_run *run)
{
    const struct touched *touched = cutter->touched;
    for (uint32_t i = run->first_unit; i < run->first_unit + run->unit_count; i++) {
        const struct docx_unit *unit = &cutter->runs.units[i];
        uint32_t from = unit->text.from;
        const struct deletion *here = deletion_at(touched, from);
        if (from > run->text.from && next_cut(cutter, from - 1, run->text.to) == from) {
            struct builder out = builder_make(cutter->writer->arena);
            add_break(cutter, run, from, deletion_at(touched, from - 1), here, &out);
            uint32_t at = node_at(cutter, unit->node)->from;
            patch(cutter, at, at, builder_str(&out));
        }
        if (unit->is_text && next_cut(cutter, from, unit->text.to) < unit->text.to)
            rewrite_cut_unit(cutter, run, unit);
        else if (here)
            rename_deleted(cutter, unit->node);
    }
}

static void rewrite_run(struct cutter *cutter, const struct docx_run *run)
{
    const struct touched *touched = cutter->touched;
    const struct deletion *first = deletion_at(touched, run->text.from);
    const struct deletion *last = deletion_at(touched, run->text.to - 1);
    const struct restyled *restyle = restyle_at(touched, run->text.from);
    const struct xml_node *node = node_at(cutter, run->node);
    if (first)
        open_deletion(cutter, first, node->from);
    if (restyle) {
        struct str look = look_of(cutter, run, restyle);
        uint32_t properties = docx_child(cutter->tree, run->node, W_RPR);
        if (properties == NO_NODE)
            patch(cutter, node->open_to, node->open_to, look);
        else
            patch(cutter, node_at(cutter, properties)->from, node_at(cutter, properties)->to, look);
    }
    rewrite_units(cutter, run);
    if (last)
        leave_open(cutter, last, node->to);
}

// --- places between runs ----------------------------------------------------------------------

static uint32_t depth_of(const struct cutter *cutter, uint32_t node)
{
    uint32_t depth = 0;
    for (; node != cutter->node; node = node_at(cutter, node)->parent)
        depth++;
    return depth;
}

// Where in the bytes an insertion between two runs goes, and inside which element.
struct byte_place {
    uint32_t at;
    uint32_t inside;
};

// Does a field end among the siblings after `node` and before byte `end`?
static bool field_ends_between(const struct cutter *cutter, uint32_t node, uint32_t end)
{
    uint32_t last = node_at(cutter, node_at(cutter, node)->parent)->end;
    for (uint32_t n = node_at(cutter, node)->end; n < last && node_at(cutter, n)->from < end;
         n = node_at(cutter, n)->end) {
        uint32_t mark =
            docx_word(cutter->tree, n) == W_R ? docx_child(cutter->tree, n, W_FLD_CHAR) : NO_NODE;
        if (mark == NO_NODE)
            continue;
        return str_equal(docx_attribute(cutter->tree, mark, W_FLD_CHAR_TYPE), STR("end"));
    }
    return false;
}

static struct byte_place place_between(const struct cutter *cutter, const struct docx_run *before,
                                       const struct docx_run *behind)
{
    const struct xml_node *paragraph = node_at(cutter, cutter->node);
    if (!behind)
        return (struct byte_place){cutter->is_self_closed ? paragraph->to : paragraph->close_from,
                                   cutter->node};
    uint32_t one = behind->node;
    if (!before) {
        uint32_t properties = docx_child(cutter->tree, cutter->node, W_PPR);
        return (struct byte_place){properties == NO_NODE ? paragraph->open_to
                                                         : node_at(cutter, properties)->to,
                                   cutter->node};
    }
    uint32_t other = before->node;
    uint32_t one_depth = depth_of(cutter, one);
    uint32_t other_depth = depth_of(cutter, other);
    uint32_t start = before->bytes.to;
    while (node_at(cutter, one)->parent != node_at(cutter, other)->parent) {
        if (one_depth >= other_depth) {
            one = node_at(cutter, one)->parent;
            one_depth--;
        } else {
            other = node_at(cutter, other)->parent;
            other_depth--;
            start = node_at(cutter, other)->to;
        }
    }
    uint32_t inside = node_at(cutter, one)->parent;
    if (field_ends_between(cutter, other, node_at(cutter, one)->from))
        return (struct byte_place){node_at(cutter, one)->from, inside};
    return (struct byte_place){start, inside};
}

static void insert_between(struct cutter *cutter, uint32_t at, const struct docx_run *before,
                           const struct docx_run *behind)
{
    if (!items_wait(cutter, at))
        return;
    struct byte_place place = place_between(cutter, before, behind);
    close_pending(cutter);
    const struct docx_run *like = before ? before : behind;
    struct str content = inserted_at(cutter, at, place.inside, like ? like->properties : NO_NODE);
    if (cutter->is_self_closed) // the start was written anew without its "/"
        content = arena_print(cutter->writer->arena, "%.*s</w:p>", STR_ARGS(content));
    patch(cutter, place.at, place.at, content);
}

// --- the paragraph ----------------------------------------------------------------------------

static const struct docx_field *whole_field(const struct cutter *cutter, const struct docx_run *run)
{
    for (uint32_t i = 0; i < cutter->runs.field_count; i++) {
        const struct docx_field *field = &cutter->runs.fields[i];
        const struct deletion *deletion = deletion_at(cutter->touched, field->text.from);
        if (field->text.from == run->text.from && deletion && deletion->base.to >= field->text.to)
            return field;
    }
    return NULL;
}

static void rewrite_runs(struct cutter *cutter)
{
    const struct docx_runs *runs = &cutter->runs;
    uint32_t behind = 0; // text before this is done with
    const struct docx_run *before = NULL;
    for (uint32_t i = 0; i < runs->count; i++) {
        const struct docx_run *run = &runs->items[i];
        if (run->text.from >= behind)
            insert_between(cutter, run->text.from, before, run);
        before = run;
        if (run->text.from < behind)
            continue;
        const struct docx_field *field = whole_field(cutter, run);
        if (field) {
            rewrite_whole(cutter, field->node, field->bytes, run->text.from);
            behind = field->text.to;
        } else if (run->unit_count == 0) {
            rewrite_whole(cutter, run->node, run->bytes, run->text.from);
        } else {
            rewrite_run(cutter, run);
        }
    }
    insert_between(cutter, cutter->paragraph->to, before, NULL);
    close_pending(cutter);
}

// The items that stand as whole paragraphs and tables before the element.
static size_t items_before(const struct touched *touched, uint32_t from)
{
    size_t before = 0;
    for (size_t i = 0; i < touched->item_count && touched->places[i] == from; i++)
        if (touched->items[i].kind != ITEM_TEXT)
            before = i + 1;
    return before;
}

void rewrite_paragraph(struct docx_writer *writer, const struct touched *touched)
{
    const struct document *base = writer->documents[0];
    const struct paragraph *paragraph = &base->paragraphs[touched->paragraph];
    struct out_part *part = writer_part(writer, paragraph->origin.part);
    struct cutter cutter = {.writer = writer,
                            .touched = touched,
                            .part = part,
                            .tree = part->tree,
                            .paragraph = paragraph,
                            .node = docx_source(base)->paragraphs[touched->paragraph].last};
    if (cutter.node == NO_NODE) {
        writer_note(writer, "a change at the end of a part without a paragraph is not carried");
        return;
    }
    const struct xml_node *node = node_at(&cutter, cutter.node);
    cutter.is_self_closed = node->open_to == node->to;
    cutter.next_item = items_before(touched, paragraph->from);
    if (cutter.next_item > 0)
        rewrite_insert_blocks(writer, part, node->from, touched->items, cutter.next_item,
                              touched->paragraph);
    cutter.next_mark = next_mark_from(touched, cutter.next_item);
    docx_runs_of(base, touched->paragraph, writer->arena, &cutter.runs);
    rewrite_start(&cutter);
    rewrite_runs(&cutter);
}

void rewrite_insert_blocks(struct docx_writer *writer, struct out_part *part, uint32_t at,
                           const struct item *items, size_t count, uint32_t neighbour_number)
{
    const struct neighbour neighbour = {STR_INIT(""), neighbour_number, false};
    struct builder out = builder_make(writer->arena);
    for (size_t i = 0; i < count; i++) {
        if (is_block(items[i].kind)) {
            add_inserted_block(writer, part, &items[i], &out);
            continue;
        }
        size_t mark = i; // the paragraph's text up to its mark
        while (mark < count && items[mark].kind == ITEM_TEXT)
            mark++;
        builder_add_c(&out, "<w:p>");
        if (mark < count && items[mark].kind == ITEM_MARK)
            add_inserted_mark(writer, part, &items[mark], &neighbour, &out);
        for (; i < mark; i++)
            add_inserted_text(writer, part, &items[i], &neighbour, &out);
        builder_add_c(&out, "</w:p>");
    }
    patches_add(&part->patches, at, at, builder_str(&out));
}

void rewrite_deleted_row(struct docx_writer *writer, uint32_t block, struct holders by)
{
    const struct document *base = writer->documents[0];
    struct out_part *part = writer_part(writer, base->blocks[block].origin.part);
    uint32_t row = docx_source(base)->block_nodes[block];
    const struct xml_node *nodes = part->tree->xml.nodes;
    uint32_t properties = docx_child(part->tree, row, W_TR_PR);
    struct builder out = builder_make(writer->arena);
    if (properties != NO_NODE && nodes[properties].open_to < nodes[properties].to) {
        writer_add_empty(writer, &out, "del", by);
        uint32_t change = docx_child(part->tree, properties, W_TR_PR_CHANGE);
        uint32_t at = change == NO_NODE ? nodes[properties].close_from : nodes[change].from;
        patches_add(&part->patches, at, at, builder_str(&out));
        return;
    }
    builder_add_c(&out, "<w:trPr>");
    writer_add_empty(writer, &out, "del", by);
    builder_add_c(&out, "</w:trPr>");
    uint32_t exceptions = docx_child(part->tree, row, W_TBL_PR_EX);
    uint32_t from = exceptions == NO_NODE ? nodes[row].open_to : nodes[exceptions].to;
    uint32_t to = properties == NO_NODE ? from : nodes[properties].to;
    if (properties != NO_NODE)
        from = nodes[properties].from;
    patches_add(&part->patches, from, to, builder_str(&out));
}
