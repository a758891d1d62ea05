// SPDX-License-Identifier: Apache-2.0
#include "merge/other_labels.h"

#include "base/list.h"
#include "merge/kept.h"
#include "merge/point_text.h"
#include "merge/sheet_counts.h"

// One draft beside the points.
struct label_walk {
    const struct merged *merged;
    const struct document *draft;
    const uint32_t *kept; // by paragraph of the base: that of the draft, or NO_INDEX
    uint32_t next;        // the first paragraph of the draft that no point has taken
};

static bool has_computed(const struct document *document)
{
    for (uint32_t k = 0; k < document->paragraph_count; k++)
        if (document->paragraphs[k].label.text.length > 0 &&
            document->paragraphs[k].label.typed_bytes == 0)
            return true;
    return false;
}

static bool any_has_computed(const struct merged *merged)
{
    bool found = has_computed(merged->base);
    for (uint32_t p = 0; !found && p < merged->party_count; p++)
        found = has_computed(merged->drafts[p]);
    return found;
}

static const uint32_t *kept_of(const struct merged *merged, struct party party, struct arena *arena)
{
    uint32_t *kept = ARENA_ARRAY(arena, uint32_t, merged->base->paragraph_count + 1);
    for (uint32_t k = 0; k < merged->base->paragraph_count; k++)
        kept[k] = NO_INDEX;
    for (uint32_t k = 0; k < merged->drafts[party.number]->paragraph_count; k++) {
        uint32_t base = kept_paragraph(merged, party, k);
        if (base != NO_INDEX)
            kept[base] = k;
    }
    return kept;
}

// How many paragraphs end within a wording.
static uint32_t marks_in(const struct wording *wording)
{
    const struct document *document = wording->document;
    uint32_t count = 0;
    uint32_t end = wording->range.to;
    if (wording->range.from == end)
        return 0;
    for (uint32_t k = paragraph_at(document, wording->range.from);
         k < document->paragraph_count && document->paragraphs[k].to < end; k++)
        count++;
    return count;
}

static bool is_only_marks(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != '\n')
            return false;
    return true;
}

static const struct wording *held(const struct sheet_slot *slot, struct sheet_reading reading)
{
    return reading.kind == READ_PARTY ? wording_of(slot, reading.party) : &slot->wordings[0];
}

// How many paragraphs a point is in a reading of the base or a party.
static uint32_t lines_of(const struct sheet *sheet, const struct point *point,
                         struct sheet_reading reading)
{
    uint32_t lines = 1;
    if (!point_exists(sheet, point, reading))
        return 0;
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct sheet_slot *slot = segment_slot(sheet, point_segment(sheet, point, i));
        const struct wording *wording = slot ? held(slot, reading) : NULL;
        if (!wording)
            continue;
        // A whole slot that is nothing but marks has its last one, too.
        bool has_last = slot->whole && point->segment_count == 1 && is_only_marks(wording->text);
        lines += marks_in(wording) - has_last;
    }
    return lines;
}

static bool has_typed(const struct document *document, uint32_t first, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (document->paragraphs[first + i].label.typed_bytes > 0)
            return true;
    return false;
}

// The numbers of a point's paragraphs in a text. A typed one is none where the point says it among its
// words; beside words of a base that counts by itself it is left out of them.
static const struct str *labels_in(const struct sheet *sheet, const struct point *point,
                                   struct sheet_reading reading, const struct document *document,
                                   uint32_t first, uint32_t count, struct arena *arena)
{
    struct str *labels = ARENA_ARRAY(arena, struct str, count);
    struct builder words = builder_make(arena);
    if (has_typed(document, first, count))
        point_text(sheet, point, reading, &words);
    struct str rest = builder_str(&words);
    for (uint32_t i = 0; i < count; i++) {
        const struct label *label = &document->paragraphs[first + i].label;
        struct str line = STR("");
        (void)str_cut(&rest, '\n', &line);
        bool is_said = label->typed_bytes > 0 && str_starts_with(line, label->text);
        labels[i] = is_said ? STR("") : label->text;
    }
    return labels;
}

static bool labels_are_same(const struct other_labels *one, const struct other_labels *other)
{
    if (one->count != other->count)
        return false;
    for (uint32_t i = 0; i < one->count; i++)
        if (!str_equal(one->items[i], other->items[i]))
            return false;
    return true;
}

// party: NULL for the base's own, which no party has
static void add_labels(struct list *groups, struct point *point, uint32_t party_count,
                       const struct other_labels *labels, const struct party *party,
                       struct arena *arena)
{
    struct other_labels *group = NULL;
    for (size_t g = 0; party && !group && g < groups->count; g++) {
        struct other_labels *one = LIST_AT(groups, struct other_labels, g);
        group = one->party_count > 0 && labels_are_same(one, labels) ? one : NULL;
    }
    if (!group) {
        group = LIST_ADD(groups, struct other_labels);
        *group = *labels;
        group->parties = ARENA_ARRAY(arena, struct party, party_count);
    }
    if (party)
        ((struct party *)(uintptr_t)group->parties)[group->party_count++] = *party;
    point->labels = LIST_ITEMS(groups, struct other_labels);
    point->label_count = (uint32_t)groups->count;
}

// The paragraphs of the draft that a point is; none when the walk has lost its way.
static uint32_t take(struct label_walk *walk, const struct point *point, uint32_t base_lines,
                     uint32_t lines, uint32_t *first)
{
    // The mark of its last paragraph says it, for a point may be several.
    uint32_t last = point->paragraph + base_lines - 1;
    bool is_of_base = point->paragraph != NO_INDEX && base_lines > 0 &&
                      last < walk->merged->base->paragraph_count;
    uint32_t kept = is_of_base ? walk->kept[last] : NO_INDEX;
    *first = kept != NO_INDEX && kept + 1 >= lines ? kept + 1 - lines : walk->next;
    if (*first + lines > walk->draft->paragraph_count)
        return 0;
    walk->next = *first + lines;
    return lines;
}

// Those of a point that is several paragraphs of the base.
static void add_base_labels(const struct merged *merged, const struct sheet *sheet,
                            struct point *point, uint32_t lines, struct list *groups,
                            struct arena *arena)
{
    if (lines < 2 || point->paragraph == NO_INDEX ||
        point->paragraph + lines > merged->base->paragraph_count)
        return;
    const struct other_labels labels = {
        .items = labels_in(sheet, point, (struct sheet_reading){.kind = READ_BASE}, merged->base,
                           point->paragraph, lines, arena),
        .count = lines};
    add_labels(groups, point, merged->party_count, &labels, NULL, arena);
}

static void add_party_labels(struct label_walk *walk, const struct sheet *sheet,
                             struct point *point, uint32_t base_lines, struct party party,
                             struct list *groups, struct arena *arena)
{
    const struct sheet_reading reading = {READ_PARTY, party};
    uint32_t first;
    uint32_t lines = take(walk, point, base_lines, lines_of(sheet, point, reading), &first);
    if (lines == 0)
        return;
    const struct str label = point->label_is_computed ? point->label : STR("");
    const struct other_labels own = {.items = &label, .count = 1};
    const struct other_labels labels = {
        .items = labels_in(sheet, point, reading, walk->draft, first, lines, arena),
        .count = lines};
    if (!labels_are_same(&own, &labels))
        add_labels(groups, point, walk->merged->party_count, &labels, &party, arena);
}

void other_labels_lay(const struct merged *merged, const struct sheet *sheet, struct point *points,
                      struct arena *arena)
{
    if (!any_has_computed(merged))
        return;
    struct list *groups = ARENA_ARRAY(arena, struct list, sheet->point_count + 1);
    for (uint32_t i = 0; i < sheet->point_count; i++)
        groups[i] = LIST_MAKE(arena, struct other_labels);
    uint32_t *base_lines = ARENA_ARRAY(arena, uint32_t, sheet->point_count + 1);
    for (uint32_t i = 0; i < sheet->point_count; i++) {
        base_lines[i] = lines_of(sheet, &points[i], (struct sheet_reading){.kind = READ_BASE});
        add_base_labels(merged, sheet, &points[i], base_lines[i], &groups[i], arena);
    }
    for (uint32_t p = 0; p < merged->party_count; p++) {
        const struct party party = {p};
        struct label_walk walk = {merged, merged->drafts[p], kept_of(merged, party, arena), 0};
        for (uint32_t i = 0; i < sheet->point_count; i++)
            add_party_labels(&walk, sheet, &points[i], base_lines[i], party, &groups[i], arena);
    }
}

static const struct other_labels *labels_of_base(const struct point *point)
{
    bool has_own = point->label_count > 0 && point->labels[0].party_count == 0;
    return has_own ? &point->labels[0] : NULL;
}

static const struct other_labels *labels_of(const struct point *point, struct party party)
{
    for (uint32_t i = 0; i < point->label_count; i++)
        for (uint32_t k = 0; k < point->labels[i].party_count; k++)
            if (point->labels[i].parties[k].number == party.number)
                return &point->labels[i];
    return NULL;
}

bool point_label(const struct sheet *sheet, const struct point *point, struct sheet_reading reading,
                 uint32_t line, struct str *label)
{
    const struct other_labels *other = NULL;
    if (reading.kind == READ_PARTY)
        other = labels_of(point, reading.party);
    // What all have is agreed.
    for (uint32_t i = 0; reading.kind == READ_AGREED && i < point->label_count; i++)
        if (sheet->party_count > 1 && point->labels[i].party_count == sheet->party_count)
            other = &point->labels[i];
    if (!other && reading.kind != READ_PARTY)
        other = labels_of_base(point);
    *label = STR("");
    if (other)
        *label = line < other->count ? other->items[line] : STR("");
    else if (line == 0 && point->label_is_computed)
        *label = point->label;
    return label->length > 0;
}

bool point_label_differs(const struct sheet *sheet, const struct point *point,
                         struct sheet_reading reading, struct str *label)
{
    struct str base;
    point_label(sheet, point, (struct sheet_reading){.kind = READ_BASE}, 0, &base);
    point_label(sheet, point, reading, 0, label);
    return !str_equal(*label, base) && point_exists(sheet, point, reading);
}
