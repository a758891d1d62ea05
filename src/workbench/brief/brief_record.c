// SPDX-License-Identifier: Apache-2.0
// The part of the page that is from the record: who takes part, who met, who said what.
#include "render/case/case_forms.h"
#include "workbench/brief/brief_report.h"
#include "workbench/case/case_groups.h"

// Items of a kind, the latest by `date` first, those without a date last.
static int later(const void *a, const void *b)
{
    const struct item *x = *(const struct item *const *)a;
    const struct item *y = *(const struct item *const *)b;
    int order = str_compare(brief_day(y), brief_day(x));
    return order != 0 ? order : str_compare(y->born, x->born);
}

static struct list items_latest(const struct brief *brief, const char *kind)
{
    struct list items = brief_items(brief, kind);
    list_sort(&items, later);
    return items;
}

static const struct item *item_at(const struct list *items, size_t i)
{
    return *LIST_AT(items, const struct item *, i);
}

// --- Who

static void add_delegation(const struct brief *brief, struct report *report, struct str party)
{
    struct list delegates = brief_items(brief, "delegate");
    struct builder out = builder_make(brief->arena);
    for (size_t i = 0; i < delegates.count; i++) {
        const struct item *delegate = item_at(&delegates, i);
        struct str role = brief_field(delegate, "role");
        if (!str_equal(brief_field(delegate, "party"), party))
            continue;
        builder_print(&out, "%s%.*s%s%.*s%s", builder_str(&out).length > 0 ? "; " : "",
                      STR_ARGS(brief_field(delegate, "name")), role.length > 0 ? " (" : "",
                      STR_ARGS(role), role.length > 0 ? ")" : "");
    }
    if (builder_str(&out).length > 0)
        report_item(report, TONE_PLAIN, "%.*s is spoken for by %.*s.", STR_ARGS(party),
                    STR_ARGS(builder_str(&out)));
}

// What a group has adopted, and where its members hold something else.
static void add_position(const struct brief *brief, struct report *report, const struct item *group)
{
    struct case_holders holders = case_holders_make(brief->items, brief->arena);
    struct list slots = brief_items(brief, "slot");
    for (size_t i = 0; i < slots.count; i++) {
        const struct item *slot = *LIST_AT(&slots, const struct item *, i);
        struct case_member common = case_member_of(&holders, slot, group->id);
        if (common.stance_count > 0)
            report_item(report, TONE_QUIET, "%.*s: common position of %.*s", STR_ARGS(slot->id),
                        STR_ARGS(case_member_words(&common, json_member(slot->value, "variants"),
                                                   brief->arena)));
    }
    const struct case_divergence *differ;
    size_t count = case_divergences(&holders, group, &differ);
    for (size_t i = 0; i < count && i < BRIEF_CONTESTED; i++) {
        struct builder out = builder_make(brief->arena);
        for (size_t j = 0; j < differ[i].member_count; j++)
            builder_print(&out, "%s%.*s", j > 0 ? "; " : "",
                          STR_ARGS(case_member_words(&differ[i].members[j], differ[i].variants,
                                                     brief->arena)));
        report_item(report, TONE_QUIET, "%.*s: its members differ. %.*s", STR_ARGS(differ[i].slot),
                    STR_ARGS(builder_str(&out)));
    }
    if (count > BRIEF_CONTESTED)
        report_item(report, TONE_QUIET, "its members differ in %zu more places.",
                    count - BRIEF_CONTESTED);
}

static void add_who(const struct brief *brief, struct report *report)
{
    report_heading(report, "Who");
    bool has_texts = brief_text_count(brief) > 0;
    report_table(report, has_texts ? "Party|Name|Role|Drafts|Proposals|Shared with others"
                                   : "Party|Name|Role");
    for (size_t i = 0; i < brief->parties.count; i++) {
        const struct brief_party *party = LIST_AT(&brief->parties, struct brief_party, i);
        report_cell(report, "%.*s", STR_ARGS(party->item->id));
        report_cell(report, "%.*s", STR_ARGS(brief_field(party->item, "name")));
        report_cell(report, "%.*s", STR_ARGS(brief_field(party->item, "role")));
        if (!has_texts)
            continue;
        report_cell(report, "%u", party->drafts);
        report_cell(report, "%u", party->proposals);
        report_cell(report, "%u", party->shared);
    }
    for (size_t i = 0; i < brief->parties.count; i++)
        add_delegation(brief, report, LIST_AT(&brief->parties, struct brief_party, i)->item->id);
    struct list groups = brief_items(brief, "group");
    for (size_t i = 0; i < groups.count; i++) {
        const struct item *group = item_at(&groups, i);
        struct str form = brief_field(group, "form");
        report_item(report, TONE_PLAIN, "%.*s%s%.*s%s: %.*s", STR_ARGS(brief_field(group, "name")),
                    form.length > 0 ? " (" : "", STR_ARGS(form), form.length > 0 ? ")" : "",
                    STR_ARGS(brief_list(brief, group, "members")));
        add_position(brief, report, group);
    }
}

// --- Who met

// The format of a meeting; a group is told by its name.
static struct str format_of(const struct brief *brief, const struct item *meeting)
{
    const struct json *format = json_member(meeting->value, "format");
    struct builder out = builder_make(brief->arena);
    for (size_t i = 0; format && format->kind == JSON_ARRAY && i < format->count; i++) {
        struct str id = format->items[i].text;
        const struct item *group = items_find(brief->items, "group", id);
        builder_print(&out, "%s%.*s", i > 0 ? ", " : "",
                      STR_ARGS(group ? brief_list(brief, group, "members") : id));
    }
    return builder_str(&out);
}

static void add_list(const struct brief *brief, struct report *report, const struct item *item,
                     const char *name, const char *says)
{
    struct str list = brief_list(brief, item, name);
    if (list.length > 0)
        report_item(report, TONE_QUIET, "%s: %.*s", says, STR_ARGS(list));
}

static void add_meeting(const struct brief *brief, struct report *report, const struct item *m)
{
    struct str to = brief_field(m, "to");
    struct str from = brief_field(m, "from");
    struct str place = brief_field(m, "place");
    struct str title = brief_field(m, "title");
    struct str source = brief_field(m, "source");
    bool is_long = to.length > 0 && !str_equal(from, to);
    report_item(report, TONE_PLAIN, "%.*s%s%.*s%s%.*s: %.*s (%.*s)%s%.*s",
                STR_ARGS(from.length > 0 ? from : STR("day not known")), is_long ? " to " : "",
                STR_ARGS(is_long ? to : STR("")), place.length > 0 ? ", " : "", STR_ARGS(place),
                STR_ARGS(title.length > 0 ? title : m->id), STR_ARGS(format_of(brief, m)),
                source.length > 0 ? " — " : "", STR_ARGS(source));
    add_list(brief, report, m, "documents", "on the table");
    add_list(brief, report, m, "agenda", "agenda");
    const struct json *steps = json_member(m->value, "next_steps");
    for (size_t s = 0; steps && s < steps->count; s++) {
        struct str due = json_text(&steps->items[s], "due");
        report_item(report, TONE_QUIET, "decided there: %.*s%s%.*s",
                    STR_ARGS(json_text(&steps->items[s], "text")), due.length > 0 ? ", due " : "",
                    STR_ARGS(due));
    }
}

// What did not fit on the page is counted.
static void add_rest(struct report *report, size_t count, size_t shown, const char *what)
{
    if (count > shown)
        report_item(report, TONE_QUIET, "%zu earlier %s in the case are not shown here.",
                    count - shown, what);
}

static void add_meetings(const struct brief *brief, struct report *report)
{
    struct list meetings = items_latest(brief, "meeting");
    if (meetings.count == 0)
        return;
    report_heading(report, "Latest meetings");
    for (size_t i = 0; i < meetings.count && i < BRIEF_MEETINGS; i++)
        add_meeting(brief, report, item_at(&meetings, i));
    add_rest(report, meetings.count, BRIEF_MEETINGS, "meetings");
}

// --- Who said what

// What a party says in public about others' changes stands beside what it says.
static void add_implied(const struct item *statement, struct report *report)
{
    const struct json *implies = json_member(statement->value, "implies");
    for (size_t i = 0; implies && i < implies->count; i++) {
        struct str party = json_text(&implies->items[i], "party");
        report_item(report, TONE_QUIET, "which implies: %.*s%s%.*s",
                    STR_ARGS(json_text(&implies->items[i], "stance")),
                    party.length > 0 ? " what is proposed by " : "", STR_ARGS(party));
    }
}

static struct str words_of(const struct brief *brief, const struct item *statement)
{
    struct str quote = brief_field(statement, "quote");
    struct str paraphrase = brief_field(statement, "paraphrase");
    if (quote.length == 0)
        return paraphrase;
    return arena_print(brief->arena, "%.*s%s“%.*s”", STR_ARGS(paraphrase),
                       paraphrase.length > 0 ? "; " : "", STR_ARGS(quote));
}

static void add_statement(const struct brief *brief, struct report *report, const struct item *s)
{
    struct str date = brief_field(s, "date");
    struct str party = brief_field(s, "party");
    struct str capacity = brief_field(s, "capacity");
    const struct item *delegate = items_find(brief->items, "delegate", brief_field(s, "speaker"));
    struct str speaker = delegate ? brief_field(delegate, "name") : brief_field(s, "speaker");
    // A delegate speaks for the party and in the office that the case knows, if nothing else is said.
    if (party.length == 0 && delegate)
        party = brief_field(delegate, "party");
    if (capacity.length == 0 && delegate)
        capacity = brief_field(delegate, "role");
    struct str whose =
        arena_print(brief->arena, "%.*s%s%.*s", STR_ARGS(party),
                    party.length > 0 && capacity.length > 0 ? ", " : "", STR_ARGS(capacity));
    const struct json *from = json_member(s->value, "source");
    struct str source = from ? json_text(from, "title") : STR("no source");
    if (source.length == 0)
        source = json_text(from, "url");
    report_item(report, TONE_PLAIN, "%.*s, %.*s%s%.*s%s: %.*s — %.*s",
                STR_ARGS(date.length > 0 ? date : STR("undated")), STR_ARGS(speaker),
                whose.length > 0 ? " (" : "", STR_ARGS(whose), whose.length > 0 ? ")" : "",
                STR_ARGS(words_of(brief, s)), STR_ARGS(source));
    add_implied(s, report);
}

static void add_statements(const struct brief *brief, struct report *report)
{
    struct list statements = items_latest(brief, "statement");
    if (statements.count == 0)
        return;
    report_heading(report, "Latest statements");
    for (size_t i = 0; i < statements.count && i < BRIEF_STATEMENTS; i++)
        add_statement(brief, report, item_at(&statements, i));
    add_rest(report, statements.count, BRIEF_STATEMENTS, "statements");
}

void brief_report_record(const struct brief *brief, struct report *report)
{
    add_who(brief, report);
    add_meetings(brief, report);
    add_statements(brief, report);
}
