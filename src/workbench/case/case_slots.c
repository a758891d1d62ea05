// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_slots.h"

#include "base/builder.h"
#include "base/utf8.h"
#include "merge/sheet_words.h"
#include "workbench/case/case_comments.h"
#include "workbench/case/case_taken.h"
#include "workbench/text/table.h"

#define CONTEXT_BYTES 60

static struct str similarity_told(const struct merged *merged, struct str newcomer,
                                  struct arena *arena)
{
    struct builder told = builder_make(arena);
    for (uint32_t i = 0; i < merged->note_count; i++)
        if (merged->notes[i].kind == NOTE_SIMILARITY && str_equal(merged->notes[i].party, newcomer))
            builder_print(&told, "note: %.*s\n",
                          STR_ARGS(merge_note_text(&merged->notes[i], arena)));
    return builder_str(&told);
}

bool case_merge_drafts(struct casefile *casefile, const struct item *base,
                       const struct list *current, const struct act *act,
                       const struct draft_gate *gate, struct budget *budget, struct arena *arena,
                       struct merged *merged, struct error *error)
{
    struct drafts_taken taken;
    if (!case_drafts_take(casefile, base, current, act, arena, &taken, error))
        return false;
    const struct table_options options = {.gate = *gate, .manners = taken.manners};
    return table_lay(&taken.base, taken.drafts, taken.count, &options, budget, arena, merged,
                     error);
}

struct str case_point_path(const struct point *point)
{
    size_t slash = str_find_byte(point->path, '/');
    return slash < point->path.length ? str_skip(point->path, slash + 1) : point->path;
}

static const struct found_variant *variants_of(const struct sheet *sheet,
                                               const struct sheet_slot *slot, struct arena *arena)
{
    struct found_variant *variants = ARENA_ARRAY(arena, struct found_variant, slot->wording_count);
    for (uint32_t i = 0; i < slot->wording_count; i++) {
        const struct wording *wording = &slot->wordings[i];
        struct str *parties = ARENA_ARRAY(arena, struct str, wording->party_count);
        for (uint32_t j = 0; j < wording->party_count; j++)
            parties[j] = sheet->party_names[wording->parties[j].number];
        variants[i] = (struct found_variant){wording->text, parties, wording->party_count};
    }
    return variants;
}

static void find_in_point(const struct sheet *sheet, const struct point *point, struct arena *arena,
                          struct list *found)
{
    const struct segment *segments = sheet->segments + point->first_segment;
    for (uint32_t i = 0; i < point->segment_count; i++) {
        if (segments[i].slot == NO_INDEX)
            continue;
        const struct sheet_slot *slot = &sheet->slots[segments[i].slot];
        if (slot->kind != SLOT_WORDING)
            continue;
        struct found_slot *next = LIST_ADD(found, struct found_slot);
        next->point = case_point_path(point);
        next->number = segments[i].slot;
        next->place = segments[i].base.from;
        if (i > 0)
            next->before = utf8_end(segments[i - 1].text, CONTEXT_BYTES);
        if (i + 1 < point->segment_count)
            next->after = utf8_start(segments[i + 1].text, CONTEXT_BYTES);
        next->variants = variants_of(sheet, slot, arena);
        next->variant_count = slot->wording_count;
    }
}

struct list case_find_slots(const struct sheet *sheet, struct arena *arena)
{
    struct list found = LIST_MAKE(arena, struct found_slot);
    for (uint32_t i = 0; i < sheet->point_count; i++)
        find_in_point(sheet, &sheet->points[i], arena, &found);
    return found;
}

struct list case_slots_left(const struct slots_carried *carried, const char *where,
                            struct arena *arena)
{
    const struct {
        const struct list *ids;
        const char *before;
        const char *behind;
        const char *where;
    } kinds[] = {{&carried->unplaced, "", "is kept as unplaced: no draft has it ", where},
                 {&carried->changed, "",
                  "goes on with other wordings or holders than it had: look at it", ""},
                 {&carried->unheld, "stance ", "is kept, but no draft has its wording ", where}};
    struct list named = LIST_MAKE(arena, struct str);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        for (size_t i = 0; i < kinds[k].ids->count; i++)
            *LIST_ADD(&named, struct str) = arena_print(
                arena, "%s%.*s %s%s", kinds[k].before,
                STR_ARGS(*LIST_AT(kinds[k].ids, struct str, i)), kinds[k].behind, kinds[k].where);
    return named;
}

// A text of the shelf was merged for all who look, where any draft passes: the newcomer has yet to.
static bool take_shared(struct casefile *casefile, const struct draft_change *coming,
                        const struct shelf_wanted *wanted, const struct draft_gate *gate,
                        struct budget *budget, struct arena *arena, const struct shelf_text **text,
                        struct error *error)
{
    struct list notes = LIST_MAKE(arena, struct merge_note); // the text has them already
    *text = NULL;
    if (!coming->shelf)
        return true;
    if (!shelf_take(coming->shelf, casefile, wanted, budget, text, error))
        return false;
    *coming->lent = *text;
    return !*text || gate_pass(gate, (*text)->merged, arena, &notes, error);
}

// The text as it will be, and its sheet.
static bool merge_coming(struct casefile *casefile, const struct draft_change *coming,
                         const struct shelf_wanted *wanted, const struct act *act,
                         struct budget *budget, struct arena *arena, const struct merged **merged,
                         const struct sheet **sheet, struct error *error)
{
    // Those before it have passed when they came.
    struct str newcomer = coming->draft ? json_text(coming->draft->value, "party") : STR("");
    struct draft_gate gate = {.place = coming->is_on_page ? GATE_PAGE : GATE_SUBMIT,
                              .any_base = coming->any_base,
                              .newcomer = arena_c_string(arena, newcomer),
                              .case_name = coming->case_name,
                              .document = coming->document};
    const struct shelf_text *shared;
    if (!take_shared(casefile, coming, wanted, &gate, budget, arena, &shared, error))
        return false;
    if (shared) {
        *merged = shared->merged;
        *sheet = &shared->sheet;
        return true;
    }
    struct merged *own = ARENA_NEW(arena, struct merged);
    struct sheet *own_sheet = ARENA_NEW(arena, struct sheet);
    if (!case_merge_drafts(casefile, wanted->base, wanted->current, act, &gate, budget, arena, own,
                           error))
        return false;
    sheet_lay(own, arena, own_sheet);
    sheet_words_fill(own_sheet, arena);
    *merged = own;
    *sheet = own_sheet;
    return true;
}

bool case_carry_slots(struct casefile *casefile, const struct draft_change *coming,
                      struct budget *budget, struct act *act, struct arena *arena,
                      struct slots_carried *carried, struct str *told, struct error *error)
{
    const struct items *items = &casefile->open;
    const struct item *base;
    const struct item *draft = coming->draft;
    struct list current;
    struct list found = LIST_MAKE(arena, struct found_slot);
    struct draft_choice choice = {.extra = coming->is_new ? draft : NULL};
    case_drafts(items, coming->document, &choice, arena, &base, &current);
    const struct shelf_wanted wanted = {
        .document = coming->document, .base = base, .current = &current};
    const struct merged *merged = ARENA_NEW(arena, struct merged);
    const struct sheet *sheet = ARENA_NEW(arena, struct sheet);
    if (base && current.count > 0) {
        if (!merge_coming(casefile, coming, &wanted, act, budget, arena, &merged, &sheet, error))
            return false;
        struct str newcomer = draft ? json_text(draft->value, "party") : STR("");
        *told = arena_print(arena, "%.*s%.*s", STR_ARGS(*told),
                            STR_ARGS(similarity_told(merged, newcomer, arena)));
        found = case_find_slots(sheet, arena);
    }
    *carried = slots_carry(items, coming->document, LIST_ITEMS(&found, struct found_slot),
                           found.count, act, arena);
    if (draft && coming->is_new)
        *told = arena_print(arena, "%.*s%.*s", STR_ARGS(*told),
                            STR_ARGS(case_comments_enter(items, draft, merged, sheet, act, arena)));
    return true;
}
