// SPDX-License-Identifier: Apache-2.0
#include "workbench/brief/brief.h"

#include "base/budget.h"
#include "workbench/text/table.h"

#include <entente/bargain.h>
#include <entente/timetable.h>

#include <stdlib.h>
#include <string.h>

struct str brief_field(const struct item *item, const char *name)
{
    return json_text(item->value, name);
}

struct str brief_day(const struct item *item)
{
    static const char *const names[] = {"date", "to", "from"};
    struct str day = STR("");
    for (size_t i = 0; i < sizeof names / sizeof names[0] && day.length == 0; i++)
        day = brief_field(item, names[i]);
    return day;
}

struct str brief_list(const struct brief *brief, const struct item *item, const char *name)
{
    const struct json *list = json_member(item->value, name);
    struct builder out = builder_make(brief->arena);
    for (size_t i = 0; list && list->kind == JSON_ARRAY && i < list->count; i++)
        builder_print(&out, "%s%.*s", i > 0 ? ", " : "", STR_ARGS(list->items[i].text));
    return builder_str(&out);
}

struct str brief_holders(const struct brief *brief, const struct sheet *sheet,
                         const struct wording *wording)
{
    struct builder out = builder_make(brief->arena);
    for (uint32_t i = 0; i < wording->party_count; i++)
        builder_print(&out, "%s%.*s", i > 0 ? ", " : "",
                      STR_ARGS(sheet->party_names[wording->parties[i].number]));
    return builder_str(&out);
}

struct list brief_items(const struct brief *brief, const char *kind)
{
    return items_of(brief->items, kind, brief->arena);
}

// --- Texts

static bool draft_file(const struct brief *brief, const struct item *draft,
                       struct entente_file *file, struct error *error)
{
    const struct json *reference = json_member(draft->value, "file");
    struct str bytes;
    if (!casefile_file(brief->casefile, reference, brief->arena, &bytes, error))
        return false;
    *file = (struct entente_file){arena_c_string(brief->arena, json_text(reference, "name")),
                                  bytes.bytes, bytes.length};
    return true;
}

// Merges the drafts that `takes` lets through; NULL takes all.
static bool merge_some(const struct brief *brief, const struct brief_document *document,
                       bool (*takes)(const struct current_draft *, struct str), struct str limit,
                       struct budget *budget, struct sheet *sheet, struct error *error)
{
    struct entente_file base;
    struct entente_draft *drafts =
        ARENA_ARRAY(brief->arena, struct entente_draft, document->drafts.count + 1);
    size_t count = 0;
    if (!draft_file(brief, document->base, &base, error))
        return false;
    for (size_t i = 0; i < document->drafts.count; i++) {
        const struct current_draft *draft = LIST_AT(&document->drafts, struct current_draft, i);
        if (takes && !takes(draft, limit))
            continue;
        drafts[count].party = arena_c_string(brief->arena, draft->party);
        if (!draft_file(brief, draft->draft, &drafts[count].file, error))
            return false;
        count++;
    }
    // With no draft yet the base stands alone, as its own only copy.
    if (count == 0)
        drafts[count++] = (struct entente_draft){"base", base};
    struct table_options options = {.any_base = true};
    struct merged *merged = ARENA_NEW(brief->arena, struct merged);
    if (!table_lay(&base, drafts, count, &options, budget, brief->arena, merged, error))
        return false;
    sheet_lay(merged, brief->arena, sheet);
    return true;
}

static bool is_up_to(const struct current_draft *draft, struct str date)
{
    return str_compare(brief_field(draft->draft, "date"), date) <= 0;
}

static bool is_another(const struct current_draft *draft, struct str id)
{
    return !str_equal(draft->draft->id, id);
}

static void find_latest(struct brief_document *document)
{
    for (size_t i = 0; i < document->drafts.count; i++) {
        const struct current_draft *draft = LIST_AT(&document->drafts, struct current_draft, i);
        if (!document->latest || str_compare(brief_field(draft->draft, "date"),
                                             brief_field(document->latest->draft, "date")) > 0)
            document->latest = draft;
    }
}

static uint32_t party_in(const struct sheet *sheet, struct str name)
{
    for (uint32_t p = 0; p < sheet->party_count; p++)
        if (str_equal(sheet->party_names[p], name))
            return p;
    return NO_INDEX;
}

static bool weigh_latest(const struct brief *brief, struct brief_document *document,
                         struct budget *budget, struct error *error)
{
    find_latest(document);
    if (!document->latest)
        return true;
    struct sheet before;
    if (!merge_some(brief, document, is_another, document->latest->draft->id, budget, &before,
                    error))
        return false;
    struct sheet_counts counts = sheet_counts_make(&before, brief->arena);
    document->opened = (int64_t)document->counts.open_slots - counts.open_slots;
    uint32_t party = party_in(document->sheet, document->latest->party);
    if (party != NO_INDEX)
        document->joined = document->counts.parties[party].shared;
    return true;
}

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

static bool gather_document(struct brief *brief, const struct item *item, struct budget *budget,
                            struct error *error)
{
    struct brief_document *document = LIST_ADD(&brief->documents, struct brief_document);
    document->item = item;
    case_drafts(brief->items, item->id, brief->arena, &document->base, &document->drafts);
    count_settled(brief, document);
    if (!document->base)
        return true;
    struct sheet *sheet = ARENA_NEW(brief->arena, struct sheet);
    if (!merge_some(brief, document, NULL, STR(""), budget, sheet, error))
        return false;
    document->sheet = sheet;
    document->counts = sheet_counts_make(sheet, brief->arena);
    return weigh_latest(brief, document, budget, error);
}

// A document that cannot be read leaves the rest of the brief standing.
static bool gather_documents(struct brief *brief, struct budget *budget, struct error *error)
{
    struct list documents = brief_items(brief, "document");
    for (size_t i = 0; i < documents.count; i++) {
        const struct item *item = *LIST_AT(&documents, const struct item *, i);
        if (gather_document(brief, item, budget, error))
            continue;
        if (error->code == STOPPED)
            return false;
        char line[1024];
        error_print(error, line, sizeof line);
        *LIST_ADD(&brief->failed, struct str) =
            arena_print(brief->arena, "%.*s: %s", STR_ARGS(item->id), line);
    }
    return true;
}

// --- Parties

static void gather_parties(struct brief *brief)
{
    struct list parties = brief_items(brief, "party");
    for (size_t i = 0; i < parties.count; i++) {
        struct brief_party *party = LIST_ADD(&brief->parties, struct brief_party);
        party->item = *LIST_AT(&parties, const struct item *, i);
        for (size_t d = 0; d < brief->documents.count; d++) {
            const struct brief_document *document =
                LIST_AT(&brief->documents, struct brief_document, d);
            uint32_t number =
                document->sheet ? party_in(document->sheet, party->item->id) : NO_INDEX;
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

static void gather_contests(struct brief *brief)
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

// --- How it went

static int by_text(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static void gather_dates(struct brief *brief)
{
    struct list dates = LIST_MAKE(brief->arena, struct str);
    for (size_t d = 0; d < brief->documents.count; d++) {
        const struct brief_document *document =
            LIST_AT(&brief->documents, struct brief_document, d);
        for (size_t i = 0; i < document->drafts.count; i++) {
            struct str date =
                brief_field(LIST_AT(&document->drafts, struct current_draft, i)->draft, "date");
            if (date.length > 0)
                *LIST_ADD(&dates, struct str) = date;
        }
    }
    list_sort(&dates, by_text);
    struct str *distinct = ARENA_ARRAY(brief->arena, struct str, dates.count + 1);
    for (size_t i = 0; i < dates.count; i++) {
        struct str date = *LIST_AT(&dates, struct str, i);
        if (brief->trend.date_count == 0 || !str_equal(distinct[brief->trend.date_count - 1], date))
            distinct[brief->trend.date_count++] = date;
    }
    size_t over = brief->trend.date_count > BRIEF_DATES ? brief->trend.date_count - BRIEF_DATES : 0;
    brief->trend.dates = distinct + over;
    brief->trend.date_count -= over;
}

static bool gather_trend(struct brief *brief, struct budget *budget, struct error *error)
{
    gather_dates(brief);
    struct brief_trend *trend = &brief->trend;
    trend->values =
        ARENA_ARRAY(brief->arena, int64_t, brief->parties.count * trend->date_count + 1);
    for (size_t t = 0; t < trend->date_count; t++)
        for (size_t d = 0; d < brief->documents.count; d++) {
            const struct brief_document *document =
                LIST_AT(&brief->documents, struct brief_document, d);
            struct sheet sheet;
            if (!document->sheet)
                continue;
            if (!merge_some(brief, document, is_up_to, trend->dates[t], budget, &sheet, error))
                return false;
            struct sheet_counts counts = sheet_counts_make(&sheet, brief->arena);
            for (size_t p = 0; p < brief->parties.count; p++) {
                struct str id = LIST_AT(&brief->parties, struct brief_party, p)->item->id;
                uint32_t number = party_in(&sheet, id);
                if (number != NO_INDEX)
                    trend->values[p * trend->date_count + t] += counts.parties[number].proposals;
            }
        }
    return true;
}

// --- Time and packages: the public verbs' own answers

static const struct json *tree_of(const struct brief *brief, const struct entente_answer *answer)
{
    size_t length;
    const void *bytes = entente_answer_output(answer, &length);
    const struct json *tree = NULL;
    struct error error;
    struct str text = arena_copy(brief->arena, (struct str){bytes, length});
    if (!json_read(STR("answer"), text, &limits_default, brief->arena, &tree, &error))
        return NULL;
    return tree;
}

// The limits of the case as a steps file; JSON is YAML, and knows how to quote any name.
static bool case_steps(const struct brief *brief, struct entente_file *file)
{
    struct list limits = brief_items(brief, "limit");
    struct builder out = builder_make(brief->arena);
    struct json_writer json = json_writer_make(&out, 1);
    json_begin_object(&json);
    json_member_str(&json, "proposals", STR("ignore"));
    json_name(&json, "limits");
    json_begin_array(&json);
    for (size_t i = 0; i < limits.count; i++) {
        const struct item *limit = *LIST_AT(&limits, const struct item *, i);
        json_begin_object(&json);
        json_member_str(&json, "event", brief_field(limit, "to"));
        json_member_str(&json, "after", brief_field(limit, "from"));
        static const char *const bounds[] = {"least", "most"};
        for (size_t b = 0; b < 2; b++)
            if (brief_field(limit, bounds[b]).length > 0)
                json_member_str(&json, bounds[b], brief_field(limit, bounds[b]));
        json_member_str(&json, "clause", brief_field(limit, "point"));
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
    struct str text = builder_str(&out);
    *file = (struct entente_file){"the case's limits", text.bytes, text.length};
    return limits.count > 0;
}

static void weigh_time(struct brief *brief, const struct entente_bounds *bounds)
{
    struct entente_file steps;
    struct entente_timetable_options options = {.form = ENTENTE_TIMETABLE_JSON,
                                                .from = brief->options->from};
    if (brief->options->steps)
        options.steps = brief->options->steps;
    else if (case_steps(brief, &steps))
        options.steps = &steps;
    else
        return;
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_timetable(&options, bounds, &answer, &error)) {
        brief->timetable_trouble = arena_copy(brief->arena, str_of(error.message));
        return;
    }
    brief->timetable = tree_of(brief, answer);
    entente_answer_free(answer);
    if (brief_is_possible(brief))
        return;
    options.form = ENTENTE_TIMETABLE_TABLE;
    if (!entente_timetable(&options, bounds, &answer, &error))
        return;
    size_t length;
    const char *bytes = entente_answer_output(answer, &length);
    struct str says = {bytes, length};
    size_t blank = str_find(says, STR("\n\n"));
    brief->timetable_says = arena_copy(brief->arena, str_slice(says, 0, blank));
    entente_answer_free(answer);
}

// How many packages a party of the case could accept, by its id or its name; NULL: not in it.
static const struct json *accepts(const struct brief *brief, const struct json *scenario,
                                  const struct json *answer, struct str party)
{
    const struct item *item = items_find(brief->items, "party", party);
    const struct json *parties = json_member(scenario, "parties");
    const struct json *each = json_member(answer, "acceptable_to_each");
    for (size_t i = 0; parties && each && i < parties->count && i < each->count; i++) {
        struct str name = json_text(&parties->items[i], "name");
        if (str_equal(name, party) || (item && str_equal(name, brief_field(item, "name"))))
            return &each->items[i];
    }
    return NULL;
}

// What is said in public about others' changes, beside what the packages say.
static void gather_said(struct brief *brief, const struct json *scenario_before)
{
    struct list statements = brief_items(brief, "statement");
    for (size_t i = 0; i < statements.count; i++) {
        const struct item *statement = *LIST_AT(&statements, const struct item *, i);
        struct str speaker = brief_field(statement, "party");
        const struct json *implies = json_member(statement->value, "implies");
        for (size_t k = 0; implies && k < implies->count; k++) {
            struct str about = json_text(&implies->items[k], "party");
            if (about.length == 0 || speaker.length == 0 || str_equal(about, speaker))
                continue;
            *LIST_ADD(&brief->said, struct brief_said) = (struct brief_said){
                .statement = statement,
                .speaker = speaker,
                .about = about,
                .stance = json_text(&implies->items[k], "stance"),
                .before = accepts(brief, scenario_before, brief->before, speaker),
                .now = accepts(brief, brief->scenario, brief->bargain, speaker)};
        }
    }
}

static const struct json *scenario_tree(const struct brief *brief, const struct entente_file *file)
{
    const struct json *tree = NULL;
    struct error inner;
    if (!json_read(str_of(file->name), answer_file(file), &limits_default, brief->arena, &tree,
                   &inner))
        return NULL; // a format of another kind names its parties in another way
    return tree;
}

static bool weigh_before(struct brief *brief, struct entente_bargain_options *options,
                         const struct entente_bounds *bounds, struct error *error)
{
    const struct entente_file *before = brief->options->before;
    struct entente_answer *answer;
    struct entente_error trouble;
    if (!entente_bargain(options, before, bounds, &answer, &trouble))
        return error_set(error, BAD_INPUT, "%s", trouble.message);
    brief->before = tree_of(brief, answer);
    entente_answer_free(answer);
    options->form = ENTENTE_BARGAIN_TEXT;
    if (!entente_bargain_compare(options, before, brief->options->scenario, bounds, &answer,
                                 &trouble))
        return error_set(error, BAD_INPUT, "%s", trouble.message);
    size_t length;
    const char *bytes = entente_answer_output(answer, &length);
    struct str text = {bytes, length};
    brief->prospects = arena_copy(brief->arena, str_slice(text, 0, str_find_byte(text, '\n')));
    entente_answer_free(answer);
    return true;
}

static bool weigh_packages(struct brief *brief, const struct entente_bounds *bounds,
                           struct error *error)
{
    if (!brief->options->scenario)
        return true;
    struct entente_bargain_options options = {.form = ENTENTE_BARGAIN_JSON, .explain = true};
    struct entente_answer *answer;
    struct entente_error trouble;
    if (!entente_bargain(&options, brief->options->scenario, bounds, &answer, &trouble))
        return error_set(error, BAD_INPUT, "%s", trouble.message);
    brief->bargain = tree_of(brief, answer);
    entente_answer_free(answer);
    brief->scenario = scenario_tree(brief, brief->options->scenario);
    const struct entente_file *before = brief->options->before;
    if (before && !weigh_before(brief, &options, bounds, error))
        return false;
    gather_said(brief, before ? scenario_tree(brief, before) : NULL);
    return true;
}

uint32_t brief_text_count(const struct brief *brief)
{
    uint32_t count = 0;
    for (size_t i = 0; i < brief->documents.count; i++)
        count += LIST_AT(&brief->documents, struct brief_document, i)->sheet != NULL;
    return count;
}

bool brief_is_possible(const struct brief *brief)
{
    const struct json *possible = json_member(brief->timetable, "possible");
    return !possible || possible->truth;
}

bool brief_is_acceptable(const struct brief *brief)
{
    const struct json *acceptable = json_member(brief->bargain, "acceptable");
    return !acceptable || !str_equal(acceptable->text, STR("0"));
}

bool brief_gather(struct entente_case *handle, const struct entente_brief_options *options,
                  const struct entente_bounds *bounds, struct arena *arena, struct brief *brief,
                  struct error *error)
{
    *brief = (struct brief){.arena = arena,
                            .casefile = handle->casefile,
                            .items = &handle->casefile->items,
                            .options = options,
                            .documents = LIST_MAKE(arena, struct brief_document),
                            .parties = LIST_MAKE(arena, struct brief_party),
                            .contests = LIST_MAKE(arena, struct brief_contest),
                            .said = LIST_MAKE(arena, struct brief_said),
                            .failed = LIST_MAKE(arena, struct str)};
    struct budget budget = answer_budget(bounds);
    if (!gather_documents(brief, &budget, error))
        return false;
    gather_parties(brief);
    gather_contests(brief);
    weigh_time(brief, bounds);
    return gather_trend(brief, &budget, error) && weigh_packages(brief, bounds, error);
}
