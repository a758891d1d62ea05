// SPDX-License-Identifier: Apache-2.0
// What the record says, copied out of its items.
#include "workbench/brief/brief_parts.h"

#include "workbench/case/case_groups.h"

struct str brief_field(const struct item *item, const char *name)
{
    return json_text(item->value, name);
}

struct str brief_joined(const struct brief_gathering *gathering, const struct item *item,
                        const char *name)
{
    const struct json *list = json_member(item->value, name);
    struct builder out = builder_make(gathering->arena);
    for (size_t i = 0; list && list->kind == JSON_ARRAY && i < list->count; i++)
        builder_print(&out, "%s%.*s", i > 0 ? ", " : "", STR_ARGS(list->items[i].text));
    return builder_str(&out);
}

struct list brief_items(const struct brief_gathering *gathering, const char *kind)
{
    return items_of(gathering->items, kind, gathering->arena);
}

struct brief_item brief_item_of(const struct item *item)
{
    return (struct brief_item){item->id, item->born, item->value};
}

static const struct item *item_at(const struct list *items, size_t i)
{
    return *LIST_AT(items, const struct item *, i);
}

static void gather_delegates(struct brief_gathering *g)
{
    struct list items = brief_items(g, "delegate");
    for (size_t i = 0; i < items.count; i++) {
        const struct item *item = item_at(&items, i);
        *LIST_ADD(&g->brief->delegates, struct brief_delegate) =
            (struct brief_delegate){brief_item_of(item), brief_field(item, "name"),
                                    brief_field(item, "party"), brief_field(item, "role")};
    }
}

// What a group has adopted.
static struct list positions_of(const struct case_holders *holders, const struct list *slots,
                                const struct item *group)
{
    struct list found = LIST_MAKE(holders->arena, struct case_divergence);
    for (size_t i = 0; i < slots->count; i++) {
        const struct item *slot = item_at(slots, i);
        struct case_member *member = ARENA_NEW(holders->arena, struct case_member);
        *member = case_member_of(holders, slot, group->id);
        if (member->stance_count > 0)
            *LIST_ADD(&found, struct case_divergence) =
                (struct case_divergence){slot->id, json_member(slot->value, "variants"), member, 1};
    }
    return found;
}

static void gather_groups(struct brief_gathering *g)
{
    struct list items = brief_items(g, "group");
    struct list slots = brief_items(g, "slot");
    struct case_holders holders = case_holders_make(g->items, g->arena);
    for (size_t i = 0; i < items.count; i++) {
        const struct item *item = item_at(&items, i);
        struct brief_group *group = LIST_ADD(&g->brief->groups, struct brief_group);
        *group = (struct brief_group){.item = brief_item_of(item),
                                      .name = brief_field(item, "name"),
                                      .form = brief_field(item, "form"),
                                      .members = brief_joined(g, item, "members"),
                                      .positions = positions_of(&holders, &slots, item)};
        group->divergence_count = case_divergences(&holders, item, &group->divergences);
    }
}

static void gather_guarantees(struct brief_gathering *g)
{
    struct list items = brief_items(g, "guarantee");
    for (size_t i = 0; i < items.count; i++) {
        const struct item *item = item_at(&items, i);
        *LIST_ADD(&g->brief->guarantees, struct brief_guarantee) =
            (struct brief_guarantee){.item = brief_item_of(item),
                                     .trigger = brief_field(item, "trigger"),
                                     .response = brief_field(item, "response"),
                                     .limit = brief_field(item, "limit"),
                                     .guarantor = brief_joined(g, item, "guarantor"),
                                     .beneficiary = brief_joined(g, item, "beneficiary"),
                                     .document = brief_field(item, "document"),
                                     .point = brief_field(item, "point")};
    }
}

// --- Meetings

// When a meeting ended or a statement was made; empty when that is not known.
static struct str day_of(const struct item *item)
{
    static const char *const names[] = {"date", "to", "from"};
    struct str day = STR("");
    for (size_t i = 0; i < sizeof names / sizeof names[0] && day.length == 0; i++)
        day = brief_field(item, names[i]);
    return day;
}

// The format of a meeting; a group is told by its members.
static struct str format_of(const struct brief_gathering *g, const struct item *meeting)
{
    const struct json *format = json_member(meeting->value, "format");
    struct builder out = builder_make(g->arena);
    for (size_t i = 0; format && format->kind == JSON_ARRAY && i < format->count; i++) {
        struct str id = format->items[i].text;
        const struct item *group = items_find(g->items, "group", id);
        builder_print(&out, "%s%.*s", i > 0 ? ", " : "",
                      STR_ARGS(group ? brief_joined(g, group, "members") : id));
    }
    return builder_str(&out);
}

static struct list steps_of(const struct brief_gathering *g, const struct item *meeting)
{
    const struct json *steps = json_member(meeting->value, "next_steps");
    struct list found = LIST_MAKE(g->arena, struct brief_step);
    for (size_t i = 0; steps && i < steps->count; i++)
        *LIST_ADD(&found, struct brief_step) = (struct brief_step){
            json_text(&steps->items[i], "text"), json_text(&steps->items[i], "due")};
    return found;
}

static void gather_meetings(struct brief_gathering *g)
{
    struct list items = brief_items(g, "meeting");
    for (size_t i = 0; i < items.count; i++) {
        const struct item *item = item_at(&items, i);
        *LIST_ADD(&g->brief->meetings, struct brief_meeting) =
            (struct brief_meeting){.item = brief_item_of(item),
                                   .day = day_of(item),
                                   .from = brief_field(item, "from"),
                                   .to = brief_field(item, "to"),
                                   .place = brief_field(item, "place"),
                                   .title = brief_field(item, "title"),
                                   .source = brief_field(item, "source"),
                                   .format = format_of(g, item),
                                   .documents = brief_joined(g, item, "documents"),
                                   .agenda = brief_joined(g, item, "agenda"),
                                   .steps = steps_of(g, item)};
    }
}

// --- Statements

static struct list implied_of(const struct brief_gathering *g, const struct item *statement)
{
    const struct json *implies = json_member(statement->value, "implies");
    struct list found = LIST_MAKE(g->arena, struct brief_implied);
    for (size_t i = 0; implies && i < implies->count; i++)
        *LIST_ADD(&found, struct brief_implied) = (struct brief_implied){
            json_text(&implies->items[i], "stance"), json_text(&implies->items[i], "party")};
    return found;
}

// A delegate speaks for the party and in the office that the case knows, if nothing else is said.
static void gather_statement(struct brief_gathering *g, const struct item *item)
{
    struct str speaker = brief_field(item, "speaker");
    const struct item *delegate = items_find(g->items, "delegate", speaker);
    const struct json *source = json_member(item->value, "source");
    struct brief_statement *made = LIST_ADD(&g->brief->statements, struct brief_statement);
    *made = (struct brief_statement){.item = brief_item_of(item),
                                     .day = day_of(item),
                                     .date = brief_field(item, "date"),
                                     .speaker = delegate ? brief_field(delegate, "name") : speaker,
                                     .party = brief_field(item, "party"),
                                     .capacity = brief_field(item, "capacity"),
                                     .quote = brief_field(item, "quote"),
                                     .paraphrase = brief_field(item, "paraphrase"),
                                     .has_source = source != NULL,
                                     .source = source ? json_text(source, "title") : STR(""),
                                     .implied = implied_of(g, item)};
    if (made->party.length == 0 && delegate)
        made->party = brief_field(delegate, "party");
    if (made->capacity.length == 0 && delegate)
        made->capacity = brief_field(delegate, "role");
    if (source && made->source.length == 0)
        made->source = json_text(source, "url");
}

void brief_gather_record(struct brief_gathering *g)
{
    gather_delegates(g);
    gather_groups(g);
    gather_guarantees(g);
    gather_meetings(g);
    struct list statements = brief_items(g, "statement");
    for (size_t i = 0; i < statements.count; i++)
        gather_statement(g, item_at(&statements, i));
}
