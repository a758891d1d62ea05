// SPDX-License-Identifier: Apache-2.0
// A document's drafts are compared with their base once each; the merges that a brief asks for are
// choices among them.
#include "workbench/brief/brief_parts.h"

#include "merge/sheet_words.h"
#include "workbench/case/case_taken.h"
#include "workbench/text/table.h"

// A merge that is asked for: which drafts of which base.
struct text_request {
    const struct item *base; // NULL: there was no text then
    struct list drafts;      // struct current_draft
};

// The drafts of one base that any request asks for, each party's each once.
struct compared {
    const struct item *base;
    struct list seats; // struct current_draft
    const struct merge_table *table;
};

struct texts {
    struct brief_gathering *gathering;
    struct brief_document *document;
    struct str id; // of the document
    const struct item *base;
    struct list drafts; // struct current_draft: those that count now
    const struct current_draft *latest;
    struct arena *arena; // of the answer
    struct arena *scratch;
    struct list compared;        // struct compared
    const struct merged *merged; // of the drafts that count now
};

uint32_t sheet_party(const struct sheet *sheet, struct str name)
{
    for (uint32_t p = 0; p < sheet->party_count; p++)
        if (str_equal(sheet->party_names[p], name))
            return p;
    return NO_INDEX;
}

// --- Comparing

static bool is_seated(const struct list *seats, const struct current_draft *draft)
{
    for (size_t i = 0; i < seats->count; i++) {
        const struct current_draft *seat = LIST_AT(seats, struct current_draft, i);
        if (seat->draft == draft->draft && str_equal(seat->party, draft->party))
            return true;
    }
    return false;
}

static struct compared *compared_with(struct texts *texts, const struct item *base)
{
    for (size_t i = 0; i < texts->compared.count; i++)
        if (LIST_AT(&texts->compared, struct compared, i)->base == base)
            return LIST_AT(&texts->compared, struct compared, i);
    struct compared *made = LIST_ADD(&texts->compared, struct compared);
    *made =
        (struct compared){.base = base, .seats = LIST_MAKE(texts->scratch, struct current_draft)};
    return made;
}

static void seat_drafts(struct texts *texts, const struct text_request *request)
{
    if (!request->base)
        return;
    struct compared *compared = compared_with(texts, request->base);
    for (size_t i = 0; i < request->drafts.count; i++) {
        const struct current_draft *draft = LIST_AT(&request->drafts, struct current_draft, i);
        if (!is_seated(&compared->seats, draft))
            *LIST_ADD(&compared->seats, struct current_draft) = *draft;
    }
}

static bool compare(struct texts *texts, struct compared *compared)
{
    struct brief_gathering *g = texts->gathering;
    struct drafts_taken taken;
    if (!case_drafts_take(g->casefile, compared->base, &compared->seats, NULL, g->arena, &taken,
                          g->error))
        return false;
    // With no draft yet the base stands alone, as its own only copy.
    if (taken.count == 0)
        taken.drafts[taken.count++] = (struct entente_draft){"base", taken.base};
    return table_compare(&taken.base, taken.drafts, taken.count, taken.manners, &g->budget,
                         g->arena, texts->scratch, &compared->table, g->error);
}

// Which of the compared drafts a request asks for.
static bool *choose(struct texts *texts, const struct text_request *request)
{
    const struct compared *compared = compared_with(texts, request->base);
    bool *chosen = ARENA_ARRAY(texts->scratch, bool, compared->seats.count + 1);
    for (size_t i = 0; i < compared->seats.count; i++)
        chosen[i] = is_seated(&request->drafts, LIST_AT(&compared->seats, struct current_draft, i));
    return chosen;
}

static const struct merged *lay(struct texts *texts, const struct text_request *request,
                                struct arena *arena)
{
    const struct compared *compared = compared_with(texts, request->base);
    struct merged *merged = ARENA_NEW(arena, struct merged);
    merge_chosen(compared->table, compared->seats.count > 0 ? choose(texts, request) : NULL, arena,
                 merged);
    return merged;
}

// --- What is open in a merge that no page shows

struct openings {
    uint32_t slots;
    const uint32_t *proposals; // by party of the merge
};

// As a sheet's counts, see count_slot there.
static struct openings openings_of(const struct merged *merged, struct arena *arena)
{
    uint32_t *proposals = ARENA_ARRAY(arena, uint32_t, merged->party_count + 1);
    struct openings found = {0, proposals};
    for (uint32_t s = 0; s < merged->slot_count; s++) {
        const struct slot *slot = &merged->slots[s];
        if (!slot_is_open(slot))
            continue;
        found.slots++;
        for (uint32_t v = 1; v < slot->variant_count; v++)
            for (uint32_t i = 0; i < slot->variants[v].party_count; i++)
                proposals[slot->variants[v].parties[i].number]++;
    }
    return found;
}

static uint32_t merged_party(const struct merged *merged, struct str name)
{
    for (uint32_t p = 0; p < merged->party_count; p++)
        if (str_equal(merged->party_names[p], name))
            return p;
    return NO_INDEX;
}

// --- The latest draft

// A draft that was carried over to a new base is nobody's news.
static void find_latest(struct texts *texts)
{
    for (size_t i = 0; i < texts->drafts.count; i++) {
        const struct current_draft *draft = LIST_AT(&texts->drafts, struct current_draft, i);
        const struct item *latest = texts->latest ? texts->latest->draft : NULL;
        if (brief_field(draft->draft, "carried").length > 0)
            continue;
        int order = latest ? str_compare(case_draft_day(draft->draft), case_draft_day(latest)) : 1;
        if (order > 0 || (order == 0 && str_compare(draft->draft->born, latest->born) > 0))
            texts->latest = draft;
    }
}

// Open places in which two parties hold different wordings. One that had no draft then holds the
// base's.
static uint32_t apart(const struct merged *merged, struct str first, struct str second)
{
    uint32_t numbers[] = {merged_party(merged, first), merged_party(merged, second)};
    uint32_t count = 0;
    for (uint32_t s = 0; s < merged->slot_count; s++) {
        const struct slot *slot = &merged->slots[s];
        const struct variant *held[2];
        for (size_t i = 0; i < 2; i++)
            held[i] = numbers[i] == NO_INDEX ? &slot->variants[0]
                                             : slot_held_by(slot, (struct party){numbers[i]});
        count += slot->kind == SLOT_WORDING && held[0] != held[1];
    }
    return count;
}

static void weigh_latest(struct texts *texts, const struct merged *before,
                         const struct openings *openings)
{
    struct brief_document *document = texts->document;
    struct brief_latest *latest = ARENA_NEW(texts->arena, struct brief_latest);
    struct str party = texts->latest->party;
    *latest = (struct brief_latest){
        .party = brief_field(texts->latest->draft, "party"),
        .draft = texts->latest->draft->id,
        .day = case_draft_day(texts->latest->draft),
        .opened = (int64_t)document->counts.open_slots - openings->slots,
        .joined = document->counts.parties[sheet_party(document->sheet, party)].shared,
        .nearer = LIST_MAKE(texts->arena, struct brief_distance)};
    document->latest = latest;
    // A first draft goes away from everybody: before it the party had no words of its own.
    if (merged_party(before, party) == NO_INDEX)
        return;
    for (size_t i = 0; i < texts->drafts.count; i++) {
        struct str other = LIST_AT(&texts->drafts, struct current_draft, i)->party;
        struct brief_distance distance = {other, apart(before, party, other),
                                          apart(texts->merged, party, other)};
        if (!str_equal(other, party) && distance.before != distance.now)
            *LIST_ADD(&latest->nearer, struct brief_distance) = distance;
    }
}

// --- One document

// One walk over the slots of all documents: there may be many.
static void count_settled(struct brief_gathering *g)
{
    struct list slots = brief_items(g, "slot");
    for (size_t i = 0; i < slots.count; i++) {
        const struct item *slot = *LIST_AT(&slots, const struct item *, i);
        struct str status = brief_field(slot, "status");
        bool is_agreed = str_equal(status, STR("agreed"));
        if (!is_agreed && !str_equal(status, STR("parked")))
            continue;
        struct str document = brief_field(slot, "document");
        for (size_t d = 0; d < g->brief->documents.count; d++) {
            struct brief_document *own = LIST_AT(&g->brief->documents, struct brief_document, d);
            if (!str_equal(own->id, document))
                continue;
            own->settled += is_agreed;
            own->parked += !is_agreed;
        }
    }
}

static void add_to_trend(struct brief_answer *brief, const struct merged *merged,
                         const struct openings *openings, size_t date)
{
    struct brief_trend *trend = &brief->trend;
    for (size_t p = 0; p < brief->parties.count; p++) {
        uint32_t number = merged_party(merged, LIST_AT(&brief->parties, struct brief_party, p)->id);
        if (number != NO_INDEX)
            trend->values[p * trend->date_count + date] += openings->proposals[number];
    }
}

// The three kinds of merge: as it is, before the latest draft, on each day of the trend.
enum { AS_IT_IS, BEFORE_LATEST, FIRST_DAY };

static struct text_request *list_requests(struct texts *texts, size_t *count)
{
    const struct items *items = texts->gathering->items;
    const struct brief_trend *trend = &texts->gathering->brief->trend;
    struct text_request *requests =
        ARENA_ARRAY(texts->scratch, struct text_request, FIRST_DAY + trend->date_count);
    struct text_request *before = &requests[BEFORE_LATEST];
    requests[AS_IT_IS] = (struct text_request){texts->base, texts->drafts};
    find_latest(texts);
    struct draft_choice choice = {.without = texts->latest ? texts->latest->draft : NULL};
    case_drafts(items, texts->id, &choice, texts->scratch, &before->base, &before->drafts);
    for (size_t i = 0; i < trend->date_count; i++) {
        struct draft_choice day = {.until = trend->dates[i]};
        case_drafts(items, texts->id, &day, texts->scratch, &requests[FIRST_DAY + i].base,
                    &requests[FIRST_DAY + i].drafts);
    }
    *count = FIRST_DAY + trend->date_count;
    return requests;
}

static bool is_asked(const struct texts *texts, const struct text_request *requests, size_t i)
{
    if (i == BEFORE_LATEST)
        return texts->latest != NULL;
    return i == AS_IT_IS || (requests[i].base && requests[i].drafts.count > 0);
}

// Whether two requests are for the same drafts of the same base, so that one merge answers both.
static bool is_same_request(const struct text_request *a, const struct text_request *b)
{
    if (a->base != b->base || a->drafts.count != b->drafts.count)
        return false;
    for (size_t i = 0; i < a->drafts.count; i++)
        if (!is_seated(&b->drafts, LIST_AT(&a->drafts, struct current_draft, i)))
            return false;
    return true;
}

static void answer_request(struct texts *texts, size_t i, const struct merged *then,
                           const struct openings *openings)
{
    if (i == BEFORE_LATEST)
        weigh_latest(texts, then, openings);
    else if (i >= FIRST_DAY)
        add_to_trend(texts->gathering->brief, then, openings, i - FIRST_DAY);
}

// Each distinct merge is laid once and answers every request that is for it.
static void lay_requests(struct texts *texts, const struct text_request *requests, size_t count)
{
    struct brief_document *document = texts->document;
    struct sheet *sheet = ARENA_NEW(texts->arena, struct sheet);
    bool *is_done = ARENA_ARRAY(texts->scratch, bool, count);
    texts->merged = lay(texts, &requests[AS_IT_IS], texts->arena);
    sheet_lay(texts->merged, texts->arena, sheet);
    sheet_words_fill(sheet, texts->arena);
    document->sheet = sheet;
    document->counts = sheet_counts_make(sheet, texts->arena);
    for (size_t i = AS_IT_IS; i < count; i++) {
        if (is_done[i] || !is_asked(texts, requests, i))
            continue;
        struct arena *arena = arena_open();
        const struct merged *then = i == AS_IT_IS ? texts->merged : lay(texts, &requests[i], arena);
        struct openings openings = openings_of(then, arena);
        for (size_t k = i; k < count; k++) {
            if (is_done[k] || !is_asked(texts, requests, k) ||
                !is_same_request(&requests[i], &requests[k]))
                continue;
            answer_request(texts, k, then, &openings);
            is_done[k] = true;
        }
        arena_close(arena);
    }
}

static bool gather_document(struct texts *texts)
{
    size_t count;
    struct text_request *requests = list_requests(texts, &count);
    for (size_t i = 0; i < count; i++)
        seat_drafts(texts, &requests[i]);
    for (size_t i = 0; i < texts->compared.count; i++)
        if (!compare(texts, LIST_AT(&texts->compared, struct compared, i)))
            return false;
    lay_requests(texts, requests, count);
    return true;
}

// --- All of them

static int by_text(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

// The latest days on which a draft came, for whatever document.
static void gather_dates(struct brief_gathering *g)
{
    struct list drafts = brief_items(g, "draft");
    struct list dates = LIST_MAKE(g->arena, struct str);
    for (size_t i = 0; i < drafts.count; i++) {
        const struct item *draft = *LIST_AT(&drafts, const struct item *, i);
        if (brief_field(draft, "party").length > 0)
            *LIST_ADD(&dates, struct str) = case_draft_day(draft);
    }
    list_sort(&dates, by_text);
    struct str *distinct = ARENA_ARRAY(g->arena, struct str, dates.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < dates.count; i++) {
        struct str date = *LIST_AT(&dates, struct str, i);
        if (count == 0 || !str_equal(distinct[count - 1], date))
            distinct[count++] = date;
    }
    size_t over = count > BRIEF_DATES ? count - BRIEF_DATES : 0;
    g->brief->trend = (struct brief_trend){
        distinct + over, count - over,
        ARENA_ARRAY(g->arena, int64_t, g->brief->parties.count * (count - over) + 1)};
}

// The texts of one document; false when they cannot be laid out.
static bool gather_texts(struct brief_gathering *g, const struct item *item,
                         struct brief_document *document)
{
    struct texts texts = {.gathering = g, .document = document, .id = item->id, .arena = g->arena};
    case_drafts(g->items, item->id, NULL, g->arena, &texts.base, &texts.drafts);
    document->has_text = texts.base != NULL;
    document->draft_count = (uint32_t)texts.drafts.count; // one a party at most
    if (!texts.base)
        return true;
    texts.scratch = arena_open();
    texts.compared = LIST_MAKE(texts.scratch, struct compared);
    bool done = gather_document(&texts);
    arena_close(texts.scratch);
    return done;
}

// A document that cannot be read leaves the rest of the brief standing.
bool brief_gather_texts(struct brief_gathering *g)
{
    struct list documents = brief_items(g, "document");
    gather_dates(g);
    for (size_t i = 0; i < documents.count; i++) {
        const struct item *item = *LIST_AT(&documents, const struct item *, i);
        struct brief_document *document = LIST_ADD(&g->brief->documents, struct brief_document);
        *document = (struct brief_document){.id = item->id,
                                            .title = brief_field(item, "title"),
                                            .parties = brief_joined(g, item, "parties")};
        if (gather_texts(g, item, document))
            continue;
        if (g->error->code == STOPPED)
            return false;
        char line[1024];
        error_print(g->error, line, sizeof line);
        *LIST_ADD(&g->brief->failed, struct str) =
            arena_print(g->arena, "%.*s: %s", STR_ARGS(item->id), line);
    }
    count_settled(g);
    return true;
}
