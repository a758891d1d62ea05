// SPDX-License-Identifier: Apache-2.0
#include "workbench/brief/brief_find.h"
#include "workbench/brief/brief_parts.h"

// --- Parties

static void list_parties(struct brief_gathering *g)
{
    struct list parties = brief_items(g, "party");
    for (size_t i = 0; i < parties.count; i++) {
        const struct item *item = *LIST_AT(&parties, const struct item *, i);
        *LIST_ADD(&g->brief->parties, struct brief_party) = (struct brief_party){
            .id = item->id, .name = brief_field(item, "name"), .role = brief_field(item, "role")};
    }
}

static void count_proposals(struct brief_answer *brief)
{
    for (size_t i = 0; i < brief->parties.count; i++) {
        struct brief_party *party = LIST_AT(&brief->parties, struct brief_party, i);
        for (size_t d = 0; d < brief->documents.count; d++) {
            const struct brief_document *document =
                LIST_AT(&brief->documents, struct brief_document, d);
            uint32_t number = document->sheet ? sheet_party(document->sheet, party->id) : NO_INDEX;
            if (number == NO_INDEX)
                continue;
            party->drafts++;
            party->proposals += document->counts.parties[number].proposals;
            party->shared += document->counts.parties[number].shared;
        }
    }
}

// --- What is contested most

// More wordings first, then more parties that do not hold the base's.
static uint32_t heat(const struct sheet_slot *slot)
{
    uint32_t departing = 0;
    for (uint32_t w = 1; w < slot->wording_count; w++)
        departing += slot->wordings[w].party_count;
    return slot->wording_count * 1000 + departing;
}

static int hotter(const void *a, const void *b)
{
    const struct brief_contest *x = a;
    const struct brief_contest *y = b;
    uint32_t x_heat = heat(x->slot);
    uint32_t y_heat = heat(y->slot);
    if (x_heat != y_heat)
        return (x_heat < y_heat) - (x_heat > y_heat);
    if (x->document != y->document)
        return (x->document > y->document) - (x->document < y->document);
    return (x->slot > y->slot) - (x->slot < y->slot);
}

static void gather_contests(struct brief_answer *brief)
{
    for (size_t d = 0; d < brief->documents.count; d++) {
        const struct brief_document *document =
            LIST_AT(&brief->documents, struct brief_document, d);
        for (uint32_t s = 0; document->sheet && s < document->sheet->slot_count; s++) {
            const struct sheet_slot *slot = &document->sheet->slots[s];
            if (sheet_slot_is_open(slot) && slot->wording_count > 2)
                *LIST_ADD(&brief->contests, struct brief_contest) =
                    (struct brief_contest){document, &document->sheet->points[slot->point], slot};
        }
    }
    list_sort(&brief->contests, hotter);
}

void brief_weigh_texts(struct brief_answer *brief)
{
    count_proposals(brief);
    gather_contests(brief);
}

struct brief_answer brief_make(struct arena *arena)
{
    return (struct brief_answer){.readings = LIST_MAKE(arena, struct brief_reading),
                                 .documents = LIST_MAKE(arena, struct brief_document),
                                 .parties = LIST_MAKE(arena, struct brief_party),
                                 .contests = LIST_MAKE(arena, struct brief_contest),
                                 .rounds = LIST_MAKE(arena, struct brief_round),
                                 .moves = LIST_MAKE(arena, struct brief_move),
                                 .settlements = LIST_MAKE(arena, struct brief_settlement),
                                 .failed = LIST_MAKE(arena, struct str),
                                 .said = LIST_MAKE(arena, struct brief_said),
                                 .delegates = LIST_MAKE(arena, struct brief_delegate),
                                 .groups = LIST_MAKE(arena, struct brief_group),
                                 .guarantees = LIST_MAKE(arena, struct brief_guarantee),
                                 .meetings = LIST_MAKE(arena, struct brief_meeting),
                                 .statements = LIST_MAKE(arena, struct brief_statement)};
}

static struct brief_gathering gathering_of(struct entente_case *handle,
                                           const struct entente_brief_options *options,
                                           const struct entente_bounds *bounds, struct arena *arena,
                                           struct brief_answer *brief, struct error *error)
{
    return (struct brief_gathering){.casefile = handle->casefile,
                                    .items = &handle->casefile->items,
                                    .options = options,
                                    .bounds = bounds,
                                    .budget = answer_budget(bounds),
                                    .arena = arena,
                                    .brief = brief,
                                    .error = error};
}

static bool find_beside_texts(struct brief_gathering *g)
{
    brief_gather_record(g);
    // Each of these may take as long as the verb that it stands for.
    g->budget = answer_budget(g->bounds);
    brief_weigh_time(g);
    return brief_weigh_packages(g);
}

static struct brief_answer brief_of_case(const struct casefile *casefile, struct arena *arena)
{
    struct brief_answer brief = brief_make(arena);
    const struct item *talks = items_find(&casefile->items, "case", STR("case"));
    brief.title = talks ? brief_field(talks, "title") : STR("");
    brief.is_titled = talks != NULL;
    brief.summary = talks ? brief_field(talks, "summary") : STR("");
    brief.as_of = casefile->view.as_of;
    brief.viewer = casefile->view.viewer;
    return brief;
}

bool brief_find(struct entente_case *handle, const struct entente_brief_options *options,
                const struct entente_bounds *bounds, struct arena *arena,
                struct brief_answer *brief, struct error *error)
{
    struct brief_gathering g = gathering_of(handle, options, bounds, arena, brief, error);
    *brief = brief_of_case(handle->casefile, arena);
    list_parties(&g);
    if (!brief_gather_texts(&g))
        return false;
    brief_weigh_texts(brief);
    return brief_gather_rounds(&g) && find_beside_texts(&g);
}

bool brief_find_beside_texts(struct entente_case *handle,
                             const struct entente_brief_options *options,
                             const struct entente_bounds *bounds, struct arena *arena,
                             struct brief_answer *brief, struct error *error)
{
    struct brief_gathering g = gathering_of(handle, options, bounds, arena, brief, error);
    *brief = brief_of_case(handle->casefile, arena);
    list_parties(&g);
    return find_beside_texts(&g);
}
