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

static struct str computed_label(const struct document *document, uint32_t paragraph)
{
    const struct label *label = &document->paragraphs[paragraph].label;
    return label->typed_bytes == 0 ? label->text : STR("");
}

static bool labels_are_same(const struct other_labels *one, const struct document *draft,
                            uint32_t first, uint32_t count)
{
    if (one->count != count)
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (!str_equal(one->items[i], computed_label(draft, first + i)))
            return false;
    return true;
}

// party: NULL for the base's own, which no party has
static void add_labels(struct list *groups, struct point *point, const struct label_walk *walk,
                       uint32_t first, uint32_t count, const struct party *party,
                       struct arena *arena)
{
    struct other_labels *group = NULL;
    for (size_t g = 0; party && !group && g < groups->count; g++) {
        struct other_labels *one = LIST_AT(groups, struct other_labels, g);
        bool is_same = one->party_count > 0 && labels_are_same(one, walk->draft, first, count);
        group = is_same ? one : NULL;
    }
    if (!group) {
        group = LIST_ADD(groups, struct other_labels);
        struct str *items = ARENA_ARRAY(arena, struct str, count);
        for (uint32_t i = 0; i < count; i++)
            items[i] = computed_label(walk->draft, first + i);
        *group = (struct other_labels){.items = items, .count = count};
        group->parties = ARENA_ARRAY(arena, struct party, walk->merged->party_count);
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
static void add_base_labels(const struct merged *merged, struct point *point, uint32_t lines,
                            struct list *groups, struct arena *arena)
{
    const struct label_walk walk = {.merged = merged, .draft = merged->base};
    if (lines > 1 && point->paragraph != NO_INDEX &&
        point->paragraph + lines <= merged->base->paragraph_count)
        add_labels(groups, point, &walk, point->paragraph, lines, NULL, arena);
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
        add_base_labels(merged, &points[i], base_lines[i], &groups[i], arena);
    }
    for (uint32_t p = 0; p < merged->party_count; p++) {
        const struct party party = {p};
        struct label_walk walk = {merged, merged->drafts[p], kept_of(merged, party, arena), 0};
        for (uint32_t i = 0; i < sheet->point_count; i++) {
            uint32_t first;
            uint32_t lines = take(
                &walk, &points[i], base_lines[i],
                lines_of(sheet, &points[i], (struct sheet_reading){READ_PARTY, party}), &first);
            const struct str label = points[i].label_is_computed ? points[i].label : STR("");
            const struct other_labels own = {.items = &label, .count = 1};
            if (lines > 0 && !labels_are_same(&own, walk.draft, first, lines))
                add_labels(&groups[i], &points[i], &walk, first, lines, &party, arena);
        }
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
