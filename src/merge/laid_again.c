// SPDX-License-Identifier: Apache-2.0
#include "merge/laid_again.h"

#include "merge/wordings_document.h"
#include "text/label.h"

struct again {
    const struct sheet *sheet;
    const struct document *base;
    struct arena *arena;
    uint32_t at; // how far the base is read
    struct document_draft wordings;
    struct list slots;     // struct slot
    struct list spacings;  // struct spacing
    const uint32_t *homes; // by paragraph of the base: the block that holds it
    struct error *error;
};

static bool parts_at(const struct again *again, struct str text)
{
    struct str there = str_slice(again->base->text, again->at, again->at + 60);
    struct str line = str_slice(there, 0, str_find_byte(there, '\n'));
    struct str own = str_slice(text, 0, 60);
    return error_at(again->error, BAD_INPUT, place_of(again->base->name),
                    "is not the base that the text was merged from: it has \"%.*s\" where that has "
                    "\"%.*s\"",
                    STR_ARGS(line), STR_ARGS(str_slice(own, 0, str_find_byte(own, '\n'))));
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_object(struct str text, size_t at)
{
    return str_starts_with(str_skip(text, at), STR("\xef\xbf\xbc"));
}

// Behind the name of an opaque unit, "[picture 3.0 × 2.0 cm]"; `at` where there is none.
static size_t behind_name(struct str text, size_t at)
{
    size_t depth = 0;
    for (size_t i = at; i < text.length; i++) {
        depth += text.bytes[i] == '[';
        depth -= depth > 0 && text.bytes[i] == ']';
        if (depth == 0)
            return i == at ? at : i + 1;
    }
    return at;
}

// A label that the sheet has typed where the base counts: how many bytes of the line.
static size_t typed_bytes(const struct again *again, struct str text)
{
    struct typed_label label;
    uint32_t number = paragraph_at(again->base, again->at);
    const struct paragraph *paragraph = &again->base->paragraphs[number];
    bool counts = paragraph->label.text.length > 0 && paragraph->label.typed_bytes == 0 &&
                  paragraph->from == again->at;
    if (!counts || !label_typed(text, &label))
        return 0;
    struct str bare = paragraph_text(again->base, paragraph);
    return str_starts_with(text, bare) && bare.length > 0 ? 0 : label.bytes;
}

// Has the text another blank before this byte, so that this one more is only white space?
static bool is_further_blank(struct str text, size_t at)
{
    return at > 0 && at < text.length && is_blank(text.bytes[at]) && is_blank(text.bytes[at - 1]);
}

// Reads what stands next in the sheet's base and in the base. False where they differ.
static bool read_next(struct again *again, struct str text, size_t *i)
{
    struct str base = again->base->text;
    size_t named = is_object(base, again->at) ? behind_name(text, *i) : *i;
    if (again->at >= base.length)
        return false;
    if (named > *i) {
        again->at += 3;
        *i = named;
    } else if (base.bytes[again->at] == text.bytes[*i] ||
               (is_blank(base.bytes[again->at]) && is_blank(text.bytes[*i]))) {
        again->at++;
        (*i)++;
    } else if (is_further_blank(base, again->at)) {
        again->at++;
    } else if (is_further_blank(text, *i)) {
        (*i)++;
    } else {
        return false;
    }
    return true;
}

// Reads words of the sheet's base in the base.
static bool read_words(struct again *again, struct str text)
{
    size_t i = again->at < again->base->text.length ? typed_bytes(again, text) : 0;
    while (i < text.length) {
        bool is_line = i > 0 && text.bytes[i - 1] == '\n';
        i += is_line ? typed_bytes(again, str_skip(text, i)) : 0;
        if (i < text.length && !read_next(again, text, &i))
            return parts_at(again, str_skip(text, i));
    }
    return true;
}

static bool has_words(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != '\n')
            return true;
    return false;
}

static bool read_mark(struct again *again)
{
    if (again->at >= again->base->text.length || again->base->text.bytes[again->at] != '\n')
        return parts_at(again, STR(""));
    again->at++;
    return true;
}

// In how many cells a block stands, one in another, itself counted.
static uint32_t cells_around(const struct document *base, uint32_t block)
{
    uint32_t count = 0;
    for (; block != NO_INDEX; block = base->blocks[block].parent)
        count += base->blocks[block].kind == BLOCK_CELL;
    return count;
}

// The same by a point's place: "table 1, row 1, column 2, table 1, row 3" is in one.
static uint32_t cells_in(struct str cell)
{
    struct str column = STR(", column ");
    uint32_t count = 0;
    for (size_t at = str_find(cell, column); at < cell.length; at = str_find(cell, column)) {
        cell = str_skip(cell, at + column.length);
        count++;
    }
    return count;
}

// The cell that is `depth` cells deep around a block; NO_INDEX when it does not stand so deep.
static uint32_t cell_at_depth(const struct document *base, uint32_t block, uint32_t depth)
{
    uint32_t around = cells_around(base, block);
    for (; block != NO_INDEX && around > depth; block = base->blocks[block].parent)
        around -= base->blocks[block].kind == BLOCK_CELL;
    while (block != NO_INDEX && base->blocks[block].kind != BLOCK_CELL)
        block = base->blocks[block].parent;
    return block != NO_INDEX && cells_around(base, block) == depth ? block : NO_INDEX;
}

static uint32_t home_at(const struct again *again, uint32_t byte)
{
    uint32_t last = (uint32_t)again->base->text.length - 1;
    return again->homes[paragraph_at(again->base, byte < last ? byte : last)];
}

// Whole rows, or cells: the table, or row, of the first of them; where new ones stand behind the last, of
// the one before.
static uint32_t unit_container(const struct again *again, struct range range, uint32_t depth,
                               enum block_kind kind)
{
    const struct document *base = again->base;
    uint32_t places[] = {range.from, range.from - (range.from > 0)};
    for (int i = 0; i < 2; i++) {
        uint32_t own = cell_at_depth(base, home_at(again, places[i]), depth);
        if (own != NO_INDEX && kind == BLOCK_ROW)
            own = base->blocks[own].parent;
        if (own != NO_INDEX && (i > 0 || block_range(base, own).from == range.from))
            return base->blocks[own].parent;
    }
    return 0;
}

// The story or cell that a slot of words lies in. A new paragraph behind the last of one lies there when
// the point before it does.
static uint32_t word_container(const struct again *again, struct range range, uint32_t depth,
                               bool goes_on)
{
    const struct document *base = again->base;
    uint32_t byte = goes_on || range.from >= base->text.length ? range.from - 1 : range.from;
    uint32_t block = home_at(again, byte);
    uint32_t cell = depth > 0 ? cell_at_depth(base, block, depth) : NO_INDEX;
    if (cell != NO_INDEX)
        return cell;
    while (base->blocks[block].parent != NO_INDEX)
        block = base->blocks[block].parent;
    return block;
}

// Does this point, new in the base, stand where the one before it does?
static bool goes_on(const struct again *again, const struct point *point, struct range range)
{
    if (range.from < range.to || range.from == 0 || point == again->sheet->points)
        return false;
    const struct point *before = point - 1;
    return str_equal(before->cell, point->cell) && str_equal(before->story, point->story);
}

static uint32_t container_of(const struct again *again, const struct point *point,
                             const struct sheet_slot *slot, struct range range)
{
    switch (slot->unit) {
    case UNIT_ROWS:
        return unit_container(again, range, cells_in(point->cell) + 1, BLOCK_ROW);
    case UNIT_CELLS:
        return unit_container(again, range, cells_in(point->cell), BLOCK_CELL);
    case UNIT_WORDS:
        break;
    }
    return word_container(again, range, cells_in(point->cell),
                          slot->whole && goes_on(again, point, range));
}

// A wording of whole paragraphs has the mark of a paragraph before it in its document, for those who must
// spare the last mark of a story.
static struct range add_wording(struct again *again, const struct sheet_slot *own,
                                const struct point *point, const struct wording *wording,
                                const struct slot *slot)
{
    uint32_t before = slot->base.from > 0 ? slot->base.from - 1 : 0;
    if (own->whole && own->unit == UNIT_WORDS && wording->text.length > 0)
        wordings_add_mark(&again->wordings,
                          &again->base->paragraphs[paragraph_at(again->base, before)]);
    return wordings_add(&again->wordings, own, point, wording);
}

static void add_variants(struct again *again, const struct sheet_slot *own,
                         const struct point *point, struct slot *slot)
{
    struct variant *variants = ARENA_ARRAY(again->arena, struct variant, own->wording_count);
    for (uint32_t w = 0; w < own->wording_count; w++) {
        const struct wording *wording = &own->wordings[w];
        variants[w] = (struct variant){.document = w > 0,
                                       .parties = wording->parties,
                                       .party_count = wording->party_count,
                                       .is_base = wording->is_base,
                                       .range = slot->base};
        if (w > 0)
            variants[w].range = add_wording(again, own, point, wording, slot);
    }
    slot->variants = variants;
    slot->variant_count = own->wording_count;
}

static bool read_slot(struct again *again, const struct point *point, uint32_t number)
{
    const struct sheet_slot *own = &again->sheet->slots[number];
    uint32_t from = again->at;
    if (!read_words(again, own->wordings[0].text))
        return false;
    const struct wording *base = &own->wordings[0];
    bool is_empty_row = base->part_count > 0 && base->text.length == 0;
    bool takes_mark = own->whole && (has_words(base->text) || is_empty_row);
    if (takes_mark && !read_mark(again))
        return false;
    struct slot slot = {.kind = own->kind,
                        .base = {from, again->at},
                        .whole = own->whole,
                        .touches_next = own->touches_next,
                        .move = own->move};
    slot.container = container_of(again, point, own, slot.base);
    add_variants(again, own, point, &slot);
    *LIST_ADD(&again->slots, struct slot) = slot;
    return true;
}

static void add_spacings(struct again *again, const struct segment *segment, uint32_t from)
{
    for (uint32_t i = 0; i < segment->respacing_count; i++) {
        const struct respacing *respacing = &segment->respacings[i];
        struct range draft = wordings_add_text(&again->wordings, respacing->text);
        for (uint32_t p = 0; p < respacing->party_count; p++)
            *LIST_ADD(&again->spacings, struct spacing) =
                (struct spacing){{from, again->at}, respacing->parties[p], draft};
    }
}

static bool read_point(struct again *again, const struct point *point)
{
    const struct segment *segments = &again->sheet->segments[point->first_segment];
    bool is_whole = point->segment_count == 1 && segments[0].slot != NO_INDEX &&
                    again->sheet->slots[segments[0].slot].whole;
    for (uint32_t i = 0; i < point->segment_count; i++) {
        uint32_t from = again->at;
        if (segments[i].slot != NO_INDEX ? !read_slot(again, point, segments[i].slot)
                                         : !read_words(again, segments[i].text))
            return false;
        if (segments[i].slot == NO_INDEX)
            add_spacings(again, &segments[i], from);
    }
    return is_whole || read_mark(again);
}

static const uint32_t *homes_of(const struct document *base, struct arena *arena)
{
    uint32_t *homes = ARENA_ARRAY(arena, uint32_t, base->paragraph_count + 1);
    for (uint32_t b = 0; b < base->block_count; b++)
        if (base->blocks[b].kind == BLOCK_PARAGRAPH)
            homes[base->blocks[b].paragraph] = base->blocks[b].parent;
    return homes;
}

// The texts of the variants, when all wordings stand in their document.
static void finish(struct again *again, struct merged *merged)
{
    const struct sheet *sheet = again->sheet;
    const struct document *wordings = wordings_end(&again->wordings);
    const struct document **drafts =
        ARENA_ARRAY(again->arena, const struct document *, sheet->party_count + 1);
    for (uint32_t p = 0; p < sheet->party_count; p++)
        drafts[p] = wordings;
    struct slot *slots = LIST_ITEMS(&again->slots, struct slot);
    for (size_t s = 0; s < again->slots.count; s++)
        for (uint32_t v = 0; v < slots[s].variant_count; v++) {
            struct variant *variant = (struct variant *)(uintptr_t)&slots[s].variants[v];
            variant->text = str_slice(variant->document == 0 ? again->base->text : wordings->text,
                                      variant->range.from, variant->range.to);
        }
    *merged = (struct merged){.party_names = sheet->party_names,
                              .party_count = sheet->party_count,
                              .base = again->base,
                              .drafts = drafts,
                              .slots = slots,
                              .slot_count = (uint32_t)again->slots.count,
                              .moves = sheet->moves,
                              .move_count = sheet->move_count,
                              .spacings = LIST_ITEMS(&again->spacings, struct spacing),
                              .spacing_count = (uint32_t)again->spacings.count};
}

bool sheet_lay_again(const struct sheet *sheet, const struct document *base, struct arena *arena,
                     struct merged *merged, struct error *error)
{
    struct again again = {.sheet = sheet,
                          .base = base,
                          .arena = arena,
                          .wordings = wordings_begin(arena),
                          .slots = LIST_MAKE(arena, struct slot),
                          .spacings = LIST_MAKE(arena, struct spacing),
                          .homes = homes_of(base, arena),
                          .error = error};
    for (uint32_t p = 0; p < sheet->point_count; p++)
        if (!read_point(&again, &sheet->points[p]))
            return false;
    if (again.at != base->text.length)
        return parts_at(&again, STR(""));
    finish(&again, merged);
    return true;
}
