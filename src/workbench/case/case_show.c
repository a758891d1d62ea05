// SPDX-License-Identifier: Apache-2.0
// What a viewer may see of a case: everything, one kind, or one item.
#include "casefile/access.h"
#include "casefile/slots.h"
#include "workbench/case/case.h"

#include <string.h>

static void write_recorded(struct json_writer *writer, const struct item *item)
{
    json_name(writer, "recorded");
    json_begin_object_inline(writer);
    json_member_str(writer, "time", order_time(item->last));
    json_member_str(writer, "audience", order_audience(item->last));
    json_member_int(writer, "at", (int64_t)order_at(item->last));
    json_end_object(writer);
}

static bool holds(const struct json *variant, struct str party)
{
    const struct json *parties = json_member(variant, "parties");
    for (size_t i = 0; parties && i < parties->count; i++)
        if (str_equal(parties->items[i].text, party))
            return true;
    return false;
}

// One member's own view of a slot beside its group's: the wording its draft has, and its stances.
static void write_member(struct json_writer *writer, const struct items *items,
                         const struct item *slot, struct str party, struct arena *arena)
{
    const struct json *variants = json_member(slot->value, "variants");
    struct list stances = items_of(items, "stance", arena);
    json_begin_object_inline(writer);
    json_member_str(writer, "party", party);
    for (size_t i = 0; variants && i < variants->count; i++)
        if (holds(&variants->items[i], party))
            json_member_str(writer, "variant", json_text(&variants->items[i], "id"));
    json_name(writer, "stances");
    json_begin_array(writer);
    for (size_t i = 0; i < stances.count; i++) {
        const struct item *stance = *LIST_AT(&stances, const struct item *, i);
        if (!str_equal(json_text(stance->value, "slot"), slot->id) ||
            !str_equal(json_text(stance->value, "party"), party))
            continue;
        json_begin_object(writer);
        json_member_str(writer, "variant", json_text(stance->value, "variant"));
        json_member_str(writer, "stance", json_text(stance->value, "stance"));
        json_end_object(writer);
    }
    json_end_array(writer);
    json_end_object(writer);
}

// Do the members hold one and the same wording, or has one a stance of its own beside the group's?
static bool diverges(const struct items *items, const struct item *slot, const struct item *group,
                     struct arena *arena)
{
    const struct json *variants = json_member(slot->value, "variants");
    const struct json *members = json_member(group->value, "members");
    struct list stances = items_of(items, "stance", arena);
    size_t held = 0;
    for (size_t i = 0; variants && i < variants->count; i++) {
        bool is_held = false;
        for (size_t j = 0; members && j < members->count; j++)
            is_held = is_held || holds(&variants->items[i], members->items[j].text);
        held += is_held;
    }
    for (size_t i = 0; i < stances.count; i++) {
        const struct item *stance = *LIST_AT(&stances, const struct item *, i);
        struct str party = json_text(stance->value, "party");
        struct str common =
            stance_id(slot->id, json_text(stance->value, "variant"), group->id, arena);
        const struct item *position = items_find(items, "stance", common);
        if (str_equal(json_text(stance->value, "slot"), slot->id) && position &&
            access_is_member(items, group->id, party) &&
            !str_equal(json_text(position->value, "stance"), json_text(stance->value, "stance")))
            return true;
    }
    return held > 1;
}

// Where the members of a group differ: the slot, and what each of them holds.
static void write_divergences(struct json_writer *writer, const struct items *items,
                              const struct item *group, struct arena *arena)
{
    struct list slots = items_of(items, "slot", arena);
    const struct json *members = json_member(group->value, "members");
    json_name(writer, "divergences");
    json_begin_array(writer);
    for (size_t i = 0; i < slots.count; i++) {
        const struct item *slot = *LIST_AT(&slots, const struct item *, i);
        if (!diverges(items, slot, group, arena))
            continue;
        json_begin_object(writer);
        json_member_str(writer, "slot", slot->id);
        json_name(writer, "members");
        json_begin_array(writer);
        for (size_t j = 0; members && j < members->count; j++)
            write_member(writer, items, slot, members->items[j].text, arena);
        json_end_array(writer);
        json_end_object(writer);
    }
    json_end_array(writer);
}

static void write_group(struct json_writer *writer, const struct items *items,
                        const struct item *group, struct arena *arena)
{
    json_begin_object(writer);
    case_write_item(writer, group);
    write_divergences(writer, items, group, arena);
    write_recorded(writer, group);
    json_end_object(writer);
}

static void write_whole(struct json_writer *writer, const struct item *item)
{
    json_begin_object(writer);
    case_write_item(writer, item);
    write_recorded(writer, item);
    json_end_object(writer);
}

static void write_list(struct json_writer *writer, const struct items *items,
                       const struct kind *kind, struct arena *arena)
{
    struct list list = items_of(items, kind->name, arena);
    json_begin_array(writer);
    for (size_t i = 0; i < list.count; i++)
        write_whole(writer, *LIST_AT(&list, const struct item *, i));
    json_end_array(writer);
}

static void write_all(struct json_writer *writer, const struct items *items, struct arena *arena)
{
    json_begin_object(writer);
    for (const struct kind *kind = schema_kinds; kind->name; kind++) {
        json_name(writer, kind->plural);
        const struct item *only = items_find(items, "case", STR("case"));
        if (strcmp(kind->name, "case") != 0)
            write_list(writer, items, kind, arena);
        else if (only)
            write_whole(writer, only);
        else
            json_null(writer);
    }
    json_end_object(writer);
}

// One line: what a reader would know the item by.
static struct str caption(const struct item *item, struct arena *arena)
{
    static const char *const names[] = {"title",      "name",   "text",    "quote",
                                        "paraphrase", "stance", "trigger", "point"};
    struct str text = {NULL, 0};
    for (size_t i = 0; i < sizeof names / sizeof *names && text.length == 0; i++)
        text = json_text(item->value, names[i]);
    struct str party = json_text(item->value, "party");
    struct str status = json_text(item->value, "status");
    return arena_print(arena, "%.*s%s%.*s%s%.*s", STR_ARGS(text),
                       party.length > 0 && text.length > 0 ? ", " : "", STR_ARGS(party),
                       status.length > 0 ? ", " : "", STR_ARGS(status));
}

static void print_list(struct builder *out, const struct items *items, const struct kind *kind,
                       size_t most, struct arena *arena)
{
    struct list list = items_of(items, kind->name, arena);
    if (list.count == 0)
        return;
    builder_print(out, "\n%s (%zu)\n", kind->plural, list.count);
    // The newest are what one looks for.
    size_t first = list.count > most ? list.count - most : 0;
    if (first > 0)
        builder_print(out, "  … %zu before these\n", first);
    for (size_t i = first; i < list.count; i++) {
        const struct item *item = *LIST_AT(&list, const struct item *, i);
        builder_print(out, "  %-14.*s %.*s\n", STR_ARGS(item->id), STR_ARGS(caption(item, arena)));
    }
}

static void print_value(struct builder *out, const struct json *value)
{
    if (value->kind == JSON_STRING) {
        builder_add(out, value->text);
        return;
    }
    struct json_writer writer = json_writer_make(out, 0);
    json_value(&writer, value);
}

static void print_item(struct builder *out, const struct kind *kind, const struct item *item)
{
    builder_print(out, "%s %.*s\n", kind->name, STR_ARGS(item->id));
    for (const struct field *field = kind->fields; field->name; field++) {
        const struct json *value = json_member(item->value, field->name);
        if (!value)
            continue;
        builder_print(out, "  %-12s ", field->name);
        print_value(out, value);
        builder_add_byte(out, '\n');
    }
    struct str time = order_time(item->last);
    struct str audience = order_audience(item->last);
    builder_print(out, "  recorded     %.*s, entry %llu for %.*s\n", STR_ARGS(time),
                  (unsigned long long)order_at(item->last), STR_ARGS(audience));
}

static void print_all(struct builder *out, const struct items *items, struct arena *arena)
{
    const struct item *only = items_find(items, "case", STR("case"));
    if (only)
        builder_print(out, "%.*s\n", STR_ARGS(json_text(only->value, "title")));
    for (const struct kind *kind = schema_kinds; kind->name; kind++)
        if (strcmp(kind->name, "case") != 0 && strcmp(kind->name, "key") != 0)
            print_list(out, items, kind, 12, arena);
}

// A kind by its own name or that of its list.
static const struct kind *kind_named(struct str name)
{
    const struct kind *kind = schema_kind(name);
    return kind ? kind : schema_kind_of_plural(name);
}

static bool show(struct entente_case *handle, struct str kind_name, struct str id, bool as_json,
                 struct entente_answer *made, struct error *error)
{
    const struct items *items = &handle->casefile->items;
    struct builder out = builder_make(made->arena);
    struct json_writer writer = json_writer_make(&out, 2);
    const struct kind *kind = kind_named(kind_name);
    const struct item *item = NULL;
    if (kind_name.length > 0 && !kind)
        return error_set(error, MISUSE,
                         "there is no kind \"%.*s\"; entente enter --help lists them",
                         STR_ARGS(kind_name));
    if (id.length > 0) {
        item = items_find(items, kind->name, id);
        if (!item)
            return error_set(error, NOT_FOUND, "the case has no %s \"%.*s\" that you may see",
                             kind->name, STR_ARGS(id));
    }
    if (item && as_json && strcmp(kind->name, "group") == 0)
        write_group(&writer, items, item, made->arena);
    else if (item && as_json)
        write_whole(&writer, item);
    else if (item)
        print_item(&out, kind, item);
    else if (kind && as_json)
        write_list(&writer, items, kind, made->arena);
    else if (kind)
        print_list(&out, items, kind, SIZE_MAX, made->arena);
    else if (as_json)
        write_all(&writer, items, made->arena);
    else
        print_all(&out, items, made->arena);
    made->output = builder_str(&out);
    return true;
}

bool entente_case_show(struct entente_case *handle, const char *kind, const char *id,
                       enum entente_case_form form, struct entente_answer **answer,
                       struct entente_error *error)
{
    struct error inner;
    struct entente_answer *made = answer_new();
    bool done = show(handle, str_of(kind), str_of(id), form == ENTENTE_CASE_JSON, made, &inner);
    return case_finish(done, made, answer, &inner, error);
}
