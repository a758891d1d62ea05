// SPDX-License-Identifier: Apache-2.0
// Whose scores are weighed is what keeps a party's secret: a party weighs its own alone; a mediator
// what was sealed to the mediators too, and nothing that the viewer's keys do not open.
#include "codec/json.h"
#include "exchange/foreign_scenarios/scenario_files.h"
#include "workbench/workbench_pages/desk_worths.h"

bool desk_is_mediator(const struct desk_gathering *g)
{
    struct str viewer = g->handle->casefile->view.viewer;
    const struct item *party = viewer.length > 0 ? items_find(g->items, "party", viewer) : NULL;
    return party && str_equal(desk_field(party, "role"), STR("mediator"));
}

// --- One

static bool is_json(struct str bytes)
{
    bytes = str_trim(bytes);
    return bytes.length > 0 && bytes.bytes[0] == '{';
}

// The party's own row of its scenario; the only one, where it does not stand there by its name.
static bool find_row(struct desk_worth *worth)
{
    worth->row = scenario_party_named(&worth->scenario, worth->party);
    if (worth->row == UINT32_MAX && worth->scenario.party_count == 1)
        worth->row = 0;
    return worth->row != UINT32_MAX;
}

static void read_said(struct desk_gathering *g, struct str bytes, struct desk_worth *worth)
{
    const struct json *tree;
    struct error ignored;
    if (!is_json(bytes) ||
        !json_read(STR("scores"), bytes, &input_limits_default, g->arena, &tree, &ignored))
        return;
    const struct json *parties = json_member(tree, "parties");
    if (parties && parties->kind == JSON_ARRAY && worth->row < parties->count)
        worth->said = &parties->items[worth->row];
}

static bool read_worth(struct desk_gathering *g, const struct item *item, struct desk_worth *worth,
                       struct str *trouble)
{
    struct str bytes;
    struct error why;
    char line[1024];
    struct scenario_file file = {item->id, STR("")};
    *worth = (struct desk_worth){.party = desk_field(item, "party")};
    if (casefile_file(g->handle->casefile, json_member(item->value, "file"), g->arena, &bytes,
                      &why)) {
        file.bytes = bytes;
        if (scenario_files_read(&file, 1, &input_limits_default, g->arena, &worth->scenario,
                                &worth->uncertain, &why)) {
            if (!find_row(worth))
                return false;
            read_said(g, bytes, worth);
            return true;
        }
    }
    error_print(&why, line, sizeof line);
    *trouble = arena_copy(g->arena, str_of(line));
    return false;
}

// --- Those for a document

// "Velmark-plan": as the page seals them.
static bool is_of_document(const struct item *item, struct str document)
{
    struct str party = desk_field(item, "party");
    return item->id.length == party.length + 1 + document.length &&
           str_starts_with(item->id, party) && item->id.bytes[party.length] == '-' &&
           str_equal(str_skip(item->id, party.length + 1), document);
}

static bool names_a_document(struct desk_gathering *g, const struct item *item)
{
    struct list documents = items_of(g->items, "document", g->arena);
    for (size_t i = 0; i < documents.count; i++)
        if (is_of_document(item, (*LIST_AT(&documents, const struct item *, i))->id))
            return true;
    return false;
}

const struct desk_worth *desk_worth_of(const struct list *worths, struct str party)
{
    for (size_t i = 0; i < worths->count; i++)
        if (str_equal(LIST_AT(worths, struct desk_worth, i)->party, party))
            return LIST_AT(worths, struct desk_worth, i);
    return NULL;
}

struct list desk_worths_find(struct desk_gathering *g, struct str document, bool is_of_all,
                             struct str *trouble)
{
    struct list items = items_of(g->items, "worth", g->arena);
    struct list found = LIST_MAKE(g->arena, struct desk_worth);
    struct str viewer = g->handle->casefile->view.viewer;
    for (int pass = 0; pass < 2; pass++) // those for the document first
        for (size_t i = items.count; i-- > 0;) {
            const struct item *item = *LIST_AT(&items, const struct item *, i);
            struct str party = desk_field(item, "party");
            struct desk_worth worth;
            bool is_meant = pass == 0 ? is_of_document(item, document) : !names_a_document(g, item);
            if (is_meant && (is_of_all || str_equal(party, viewer)) &&
                !desk_worth_of(&found, party) && read_worth(g, item, &worth, trouble))
                *LIST_ADD(&found, struct desk_worth) = worth;
        }
    return found;
}

// --- One scenario of several

struct str desk_issue_file(struct str name)
{
    size_t slash = str_find_byte(name, '/');
    return slash < name.length ? str_slice(name, 0, slash + 1) : STR("");
}

static bool has_same_issues(const struct scenario *a, const struct scenario *b)
{
    if (a->issue_count != b->issue_count || a->scale != b->scale)
        return false;
    for (uint32_t i = 0; i < a->issue_count; i++) {
        if (!str_equal(a->issues[i].name, b->issues[i].name) ||
            a->issues[i].option_count != b->issues[i].option_count)
            return false;
        for (uint32_t o = 0; o < a->issues[i].option_count; o++)
            if (!str_equal(a->issues[i].options[o], b->issues[i].options[o]))
                return false;
    }
    return true;
}

static struct stated_party stated_of(const struct desk_worth *worth)
{
    const struct scenario_party *exact = &worth->scenario.parties[worth->row];
    if (worth->uncertain.parties)
        return worth->uncertain.parties[worth->row];
    return (struct stated_party){.is_exact = true,
                                 .least = exact->scores,
                                 .most = exact->scores,
                                 .has_reserve = true,
                                 .reserve_least = exact->reservation,
                                 .reserve_most = exact->reservation};
}

static void add_notes(const struct desk_worth *worth, struct list *notes)
{
    for (size_t i = 0; i < worth->scenario.note_count; i++)
        *LIST_ADD(notes, struct str) = worth->scenario.notes[i];
}

// "Part I/5(a)" of "base/Part I/5(a)": the name of the base's file says nothing to anybody, where all
// issues begin with it.
static void shorten_names(struct desk_gathering *g, struct scenario *scenario)
{
    struct issue *issues = ARENA_ARRAY(g->arena, struct issue, scenario->issue_count + 1);
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        issues[i] = scenario->issues[i];
        if (!str_equal(desk_issue_file(issues[i].name), desk_issue_file(scenario->issues[0].name)))
            return;
        issues[i].name = str_skip(issues[i].name, desk_issue_file(issues[i].name).length);
    }
    scenario->issues = issues;
}

bool desk_worths_join(struct desk_gathering *g, const struct list *worths,
                      struct scenario *scenario, struct uncertain *uncertain, struct str *trouble)
{
    struct scenario_party *parties =
        ARENA_ARRAY(g->arena, struct scenario_party, worths->count + 1);
    struct stated_party *stated = ARENA_ARRAY(g->arena, struct stated_party, worths->count + 1);
    struct list notes = LIST_MAKE(g->arena, struct str);
    bool is_exact = true;
    uint32_t count = 0;
    for (size_t i = worths->count; i-- > 0;) {
        const struct desk_worth *own = LIST_AT(worths, struct desk_worth, i);
        if (count == 0) {
            *scenario = own->scenario;
        } else if (!has_same_issues(scenario, &own->scenario)) {
            *trouble =
                arena_print(g->arena, "the scores of %.*s are for other issues, and left out",
                            STR_ARGS(own->party));
            continue;
        }
        is_exact = is_exact && !own->uncertain.parties;
        add_notes(own, &notes);
        stated[count] = stated_of(own);
        parties[count] = own->scenario.parties[own->row];
        parties[count++].name = own->party;
    }
    if (count == 0)
        return false;
    shorten_names(g, scenario);
    scenario->parties = parties;
    scenario->party_count = count;
    scenario->notes = LIST_ITEMS(&notes, struct str);
    scenario->note_count = notes.count;
    *uncertain = (struct uncertain){scenario, is_exact ? NULL : stated};
    return true;
}
