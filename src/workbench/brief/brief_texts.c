// SPDX-License-Identifier: Apache-2.0
// A document's drafts are compared with their base once each; the merges that a brief asks for are
// choices among them.
#include "workbench/brief/brief_parts.h"

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
    struct brief *brief;
    struct brief_document *document;
    struct budget *budget;
    struct arena *scratch;
    struct list compared; // struct compared
    struct error *error;
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
    struct arena *arena = texts->brief->arena;
    size_t count = compared->seats.count;
    struct entente_file base;
    struct entente_draft *drafts = ARENA_ARRAY(texts->scratch, struct entente_draft, count + 1);
    if (!case_draft_file(texts->brief->casefile, compared->base, arena, &base, texts->error))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct current_draft *seat = LIST_AT(&compared->seats, struct current_draft, i);
        drafts[i].party = arena_c_string(arena, seat->party);
        if (!case_draft_file(texts->brief->casefile, seat->draft, arena, &drafts[i].file,
                             texts->error))
            return false;
    }
    // With no draft yet the base stands alone, as its own only copy.
    if (count == 0)
        drafts[count++] = (struct entente_draft){"base", base};
    return table_compare(&base, drafts, count, texts->budget, arena, texts->scratch,
                         &compared->table, texts->error);
}

static void lay(struct texts *texts, const struct text_request *request, struct arena *arena,
                struct sheet *sheet)
{
    const struct compared *compared = compared_with(texts, request->base);
    struct merged *merged = ARENA_NEW(arena, struct merged);
    bool *chosen = ARENA_ARRAY(texts->scratch, bool, compared->seats.count + 1);
    for (size_t i = 0; i < compared->seats.count; i++)
        chosen[i] = is_seated(&request->drafts, LIST_AT(&compared->seats, struct current_draft, i));
    merge_chosen(compared->table, compared->seats.count > 0 ? chosen : NULL, arena, merged);
    sheet_lay(merged, arena, sheet);
}

// --- The latest draft

static void find_latest(struct brief_document *document)
{
    for (size_t i = 0; i < document->drafts.count; i++) {
        const struct current_draft *draft = LIST_AT(&document->drafts, struct current_draft, i);
        const struct item *latest = document->latest ? document->latest->draft : NULL;
        int order = latest ? str_compare(case_draft_day(draft->draft), case_draft_day(latest)) : 1;
        if (order > 0 || (order == 0 && str_compare(draft->draft->born, latest->born) > 0))
            document->latest = draft;
    }
}

// Open places in which two parties hold different wordings. One that had no draft then holds the
// base's.
static uint32_t apart(const struct sheet *sheet, struct str first, struct str second)
{
    uint32_t numbers[] = {sheet_party(sheet, first), sheet_party(sheet, second)};
    uint32_t count = 0;
    for (uint32_t s = 0; s < sheet->slot_count; s++) {
        const struct sheet_slot *slot = &sheet->slots[s];
        const struct wording *held[2];
        for (size_t i = 0; i < 2; i++)
            held[i] = numbers[i] == NO_INDEX ? &slot->wordings[0]
                                             : wording_of(slot, (struct party){numbers[i]});
        count += sheet_slot_is_open(slot) && held[0] != held[1];
    }
    return count;
}

static void weigh_latest(struct texts *texts, const struct sheet *before)
{
    struct brief_document *document = texts->document;
    struct str party = document->latest->party;
    struct sheet_counts counts = sheet_counts_make(before, texts->scratch);
    document->opened = (int64_t)document->counts.open_slots - counts.open_slots;
    document->joined = document->counts.parties[sheet_party(document->sheet, party)].shared;
    document->nearer = LIST_MAKE(texts->brief->arena, struct brief_distance);
    // A first draft goes away from everybody: before it the party had no words of its own.
    if (sheet_party(before, party) == NO_INDEX)
        return;
    for (size_t i = 0; i < document->drafts.count; i++) {
        struct str other = LIST_AT(&document->drafts, struct current_draft, i)->party;
        struct brief_distance distance = {other, apart(before, party, other),
                                          apart(document->sheet, party, other)};
        if (!str_equal(other, party) && distance.before != distance.now)
            *LIST_ADD(&document->nearer, struct brief_distance) = distance;
    }
}

// --- One document

static void count_settled(const struct brief *brief, struct brief_document *document)
{
    struct list slots = brief_items(brief, "slot");
    for (size_t i = 0; i < slots.count; i++) {
        const struct item *slot = *LIST_AT(&slots, const struct item *, i);
        if (!str_equal(brief_field(slot, "document"), document->item->id))
            continue;
        document->settled += str_equal(brief_field(slot, "status"), STR("agreed"));
        document->parked += str_equal(brief_field(slot, "status"), STR("parked"));
    }
}

static void add_to_trend(struct brief *brief, const struct sheet *sheet, size_t date,
                         struct arena *arena)
{
    struct brief_trend *trend = &brief->trend;
    struct sheet_counts counts = sheet_counts_make(sheet, arena);
    for (size_t p = 0; p < brief->parties.count; p++) {
        uint32_t number =
            sheet_party(sheet, LIST_AT(&brief->parties, struct brief_party, p)->item->id);
        if (number != NO_INDEX)
            trend->values[p * trend->date_count + date] += counts.parties[number].proposals;
    }
}

// The three kinds of merge: as it is, before the latest draft, on each day of the trend.
enum { AS_IT_IS, BEFORE_LATEST, FIRST_DAY };

static struct text_request *list_requests(struct texts *texts, size_t *count)
{
    struct brief *brief = texts->brief;
    struct brief_document *document = texts->document;
    struct text_request *requests =
        ARENA_ARRAY(texts->scratch, struct text_request, FIRST_DAY + brief->trend.date_count);
    struct text_request *before = &requests[BEFORE_LATEST];
    requests[AS_IT_IS] = (struct text_request){document->base, document->drafts};
    find_latest(document);
    struct draft_choice choice = {.without = document->latest ? document->latest->draft : NULL};
    case_drafts(brief->items, document->item->id, &choice, texts->scratch, &before->base,
                &before->drafts);
    for (size_t i = 0; i < brief->trend.date_count; i++) {
        struct draft_choice day = {.until = brief->trend.dates[i]};
        case_drafts(brief->items, document->item->id, &day, texts->scratch,
                    &requests[FIRST_DAY + i].base, &requests[FIRST_DAY + i].drafts);
    }
    *count = FIRST_DAY + brief->trend.date_count;
    return requests;
}

static void lay_requests(struct texts *texts, const struct text_request *requests, size_t count)
{
    struct brief *brief = texts->brief;
    struct brief_document *document = texts->document;
    struct sheet *sheet = ARENA_NEW(brief->arena, struct sheet);
    lay(texts, &requests[AS_IT_IS], brief->arena, sheet);
    document->sheet = sheet;
    document->counts = sheet_counts_make(sheet, brief->arena);
    for (size_t i = BEFORE_LATEST; i < count; i++) {
        struct arena *arena = arena_open();
        struct sheet then;
        bool is_asked = i == BEFORE_LATEST ? document->latest != NULL
                                           : requests[i].base && requests[i].drafts.count > 0;
        if (is_asked)
            lay(texts, &requests[i], arena, &then);
        if (is_asked && i == BEFORE_LATEST)
            weigh_latest(texts, &then);
        else if (is_asked)
            add_to_trend(brief, &then, i - FIRST_DAY, arena);
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
static void gather_dates(struct brief *brief)
{
    struct list drafts = brief_items(brief, "draft");
    struct list dates = LIST_MAKE(brief->arena, struct str);
    for (size_t i = 0; i < drafts.count; i++) {
        const struct item *draft = *LIST_AT(&drafts, const struct item *, i);
        if (brief_field(draft, "party").length > 0)
            *LIST_ADD(&dates, struct str) = case_draft_day(draft);
    }
    list_sort(&dates, by_text);
    struct str *distinct = ARENA_ARRAY(brief->arena, struct str, dates.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < dates.count; i++) {
        struct str date = *LIST_AT(&dates, struct str, i);
        if (count == 0 || !str_equal(distinct[count - 1], date))
            distinct[count++] = date;
    }
    size_t over = count > BRIEF_DATES ? count - BRIEF_DATES : 0;
    brief->trend = (struct brief_trend){
        distinct + over, count - over,
        ARENA_ARRAY(brief->arena, int64_t, brief->parties.count * (count - over) + 1)};
}

// A document that cannot be read leaves the rest of the brief standing.
bool brief_gather_texts(struct brief *brief, struct budget *budget, struct error *error)
{
    struct list documents = brief_items(brief, "document");
    gather_dates(brief);
    for (size_t i = 0; i < documents.count; i++) {
        struct brief_document *document = LIST_ADD(&brief->documents, struct brief_document);
        document->item = *LIST_AT(&documents, const struct item *, i);
        case_drafts(brief->items, document->item->id, NULL, brief->arena, &document->base,
                    &document->drafts);
        count_settled(brief, document);
        if (!document->base)
            continue;
        struct arena *scratch = arena_open();
        struct texts texts = {brief, document, budget, scratch, LIST_MAKE(scratch, struct compared),
                              error};
        bool done = gather_document(&texts);
        arena_close(scratch);
        if (!done && error->code == STOPPED)
            return false;
        if (done)
            continue;
        char line[1024];
        error_print(error, line, sizeof line);
        *LIST_ADD(&brief->failed, struct str) =
            arena_print(brief->arena, "%.*s: %s", STR_ARGS(document->item->id), line);
    }
    return true;
}
