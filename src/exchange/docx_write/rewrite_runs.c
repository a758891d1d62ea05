// SPDX-License-Identifier: Apache-2.0
#include "base/sorted.h"
#include "codec/xml_write.h"
#include "exchange/docx_write/carry.h"
#include "exchange/docx_write/rewrite_parts.h"
#include "exchange/docx_write/tags.h"

static const char *closing(const struct cutter *cutter, const struct deletion *deletion)
{
    return is_moved(cutter, deletion) ? "</w:moveFrom>" : "</w:del>";
}

// Adds what opens a stretch of deleted text; at its first stretch also the range of a move.
static void add_opening(struct cutter *cutter, const struct deletion *deletion, struct builder *out)
{
    if (!is_moved(cutter, deletion)) {
        writer_add_tag(cutter->writer, out, "del", deletion->by);
        return;
    }
    if (cutter->pending.moving != deletion->move)
        writer_add_move_start(cutter->writer, out, "moveFrom", deletion->by, deletion->move);
    cutter->pending.moving = deletion->move;
    writer_add_tag(cutter->writer, out, "moveFrom", deletion->by);
}

// Adds the end of the range of a move that `next` does not go on with.
static void add_range_end(struct cutter *cutter, const struct deletion *next, struct builder *out)
{
    uint32_t moving = cutter->pending.moving;
    if (moving == 0 || (next && next->move == moving))
        return;
    writer_add_move_end(cutter->writer, out, "moveFrom", moving);
    cutter->pending.moving = 0;
}

// Closes the open deletion; `next` is the one that is opened next, or NULL.
static void close_pending(struct cutter *cutter, const struct deletion *next)
{
    const struct deletion *open = cutter->pending.deletion;
    if (!open)
        return;
    struct builder out = builder_make(cutter->writer->arena);
    builder_add_c(&out, closing(cutter, open));
    add_range_end(cutter, next, &out);
    patch(cutter, cutter->pending.at, cutter->pending.at, builder_str(&out));
    cutter->pending.deletion = NULL;
}

static bool run_change_ends_by(const void *row, size_t at, uint64_t place)
{
    const struct run_changed *changes = row;
    return changes[at].base.to <= place;
}

static size_t first_run_change_behind(const struct touched *touched, uint32_t at)
{
    return sorted_before(touched->run_change_count, touched->run_changes, run_change_ends_by, at);
}

// The restyling that covers byte `at`, or NULL.
static const struct run_changed *run_change_at(const struct touched *touched, uint32_t at)
{
    size_t i = first_run_change_behind(touched, at);
    bool covers = i < touched->run_change_count && touched->run_changes[i].base.from <= at;
    return covers ? &touched->run_changes[i] : NULL;
}

// The run properties that a draft gives to changed words.
static void add_draft_look(struct cutter *cutter, const struct document *draft,
                           const struct run_changed *run_change, struct builder *out)
{
    struct docx_writer *writer = cutter->writer;
    uint32_t number = paragraph_at(draft, run_change->draft_from);
    if (draft->form == FORM_DOCX) {
        struct docx_runs runs;
        docx_runs_of(draft, number, writer->arena, &runs);
        const struct carriage carriage = {writer, cutter->part, run_change->document, runs.tree};
        uint32_t i = 0;
        while (i < runs.count && runs.items[i].text.to <= run_change->draft_from)
            i++;
        if (i < runs.count)
            carry_children(&carriage, runs.items[i].properties, (struct skipped){{W_RPR_CHANGE}},
                           out);
        return;
    }
    const struct paragraph *paragraph = &draft->paragraphs[number];
    for (uint32_t k = 0; k < paragraph->run_count; k++) {
        const struct text_run *text_run = &draft->runs[paragraph->first_run + k];
        if (text_run->from <= run_change->draft_from && run_change->draft_from < text_run->to)
            add_run_look(out, &draft->marks[text_run->marks]);
    }
}

// The w:rPr of a stretch: as it is, or with the first party's formatting and what it was.
static struct str look_of(struct cutter *cutter, const struct docx_run *run,
                          const struct run_changed *run_change)
{
    struct str old =
        run->properties == NO_NODE ? STR("") : xml_bytes(&cutter->tree->xml, run->properties);
    if (!run_change)
        return old;
    struct docx_writer *writer = cutter->writer;
    uint32_t number = run_change->document;
    const struct document *draft = writer->documents[number];
    struct builder out = builder_make(writer->arena);
    builder_add_c(&out, "<w:rPr>");
    add_draft_look(cutter, draft, run_change, &out);
    writer_add_tag(writer, &out, "rPrChange", run_change->by);
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
    close_pending(cutter, deletion);
    struct builder out = builder_make(cutter->writer->arena);
    add_opening(cutter, deletion, &out);
    patch(cutter, at, at, builder_str(&out));
}

static void leave_open(struct cutter *cutter, const struct deletion *deletion, uint32_t at)
{
    cutter->pending.deletion = deletion;
    cutter->pending.at = at;
}

// A w:fldSimple cannot stand in a deletion: it becomes the same field in its long form.
static void rewrite_simple_field(struct cutter *cutter, const struct deletion *deletion,
                                 uint32_t node)
{
    const struct xml_node *at = node_at(cutter, node);
    struct builder start = builder_make(cutter->writer->arena);
    struct builder end = builder_make(cutter->writer->arena);
    add_field_start(&start, docx_attribute(cutter->tree, node, W_INSTR),
                    !is_moved(cutter, deletion));
    add_field_end(&end);
    open_deletion(cutter, deletion, at->from);
    patch(cutter, at->from, at->open_to, builder_str(&start));
    if (!is_moved(cutter, deletion))
        rename_deleted(cutter, node);
    patch(cutter, at->close_from, at->to, builder_str(&end));
    leave_open(cutter, deletion, at->to);
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
        if (word == W_FLD_SIMPLE && node_at(cutter, n)->open_to < node_at(cutter, n)->to) {
            rewrite_simple_field(cutter, deletion, n);
            continue;
        }
        if (word != W_R && word != M_O_MATH && word != M_O_MATH_PARA)
            continue; // bookmarks stay; other containers cannot stand in a deletion
        open_deletion(cutter, deletion, node_at(cutter, n)->from);
        if (word == W_R && !is_moved(cutter, deletion))
            rename_deleted(cutter, n);
        leave_open(cutter, deletion, node_at(cutter, n)->to);
    }
}

// What lies between two stretches of a run: its end, what is put in, its start again.
static void add_break(struct cutter *cutter, const struct docx_run *run, uint32_t at,
                      const struct deletion *before, const struct deletion *behind,
                      struct builder *out)
{
    const struct xml_node *node = node_at(cutter, run->node);
    builder_add_c(out, "</");
    builder_add(out, tag_name(source_bytes(cutter, node->from, node->open_to)));
    builder_add_byte(out, '>');
    bool waits = items_wait(cutter, at);
    bool goes_on = before == behind && !waits;
    if (before && !goes_on) {
        builder_add_c(out, closing(cutter, before));
        add_range_end(cutter, behind, out);
    }
    if (waits)
        builder_add(out,
                    inserted_at(cutter, at, node_at(cutter, run->node)->parent, run->properties));
    if (behind && !goes_on)
        add_opening(cutter, behind, out);
    add_run_start(cutter, run, look_of(cutter, run, run_change_at(cutter->touched, at)), out);
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
    size_t low = first_deletion_behind(touched->deletions, touched->deletion_count, at);
    if (low < touched->deletion_count)
        cut_by(touched->deletions[low].base, at, &cut);
    size_t run_change = first_run_change_behind(touched, at);
    if (run_change < touched->run_change_count)
        cut_by(touched->run_changes[run_change].base, at, &cut);
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
        add_text(cutter, (struct range){at, cut}, deletion && !is_moved(cutter, deletion), &out);
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
        else if (here && !is_moved(cutter, here))
            rename_deleted(cutter, unit->node);
    }
}

static void rewrite_run(struct cutter *cutter, const struct docx_run *run)
{
    const struct touched *touched = cutter->touched;
    const struct deletion *first = deletion_at(touched, run->text.from);
    const struct deletion *last = deletion_at(touched, run->text.to - 1);
    const struct run_changed *run_change = run_change_at(touched, run->text.from);
    const struct xml_node *node = node_at(cutter, run->node);
    if (first)
        open_deletion(cutter, first, node->from);
    else
        close_pending(cutter, NULL); // units of this run may open another
    if (run_change) {
        struct str look = look_of(cutter, run, run_change);
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
    close_pending(cutter, NULL);
    const struct docx_run *like = before ? before : behind;
    struct str content = inserted_at(cutter, at, place.inside, like ? like->properties : NO_NODE);
    if (cutter->is_self_closed) // the start was written anew without its "/"
        content = arena_print(cutter->writer->arena, "%.*s</%.*s>", STR_ARGS(content),
                              STR_ARGS(paragraph_name(cutter)));
    patch(cutter, place.at, place.at, content);
}

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

void rewrite_runs(struct cutter *cutter)
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
        if (!field)
            fields_lengthen_deleted(cutter, run->text.from);
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
    close_pending(cutter, NULL);
}
