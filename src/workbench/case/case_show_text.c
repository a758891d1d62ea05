// SPDX-License-Identifier: Apache-2.0
// Items for eyes: a line each in a list, a field a line for one.
#include "workbench/case/case_show.h"

#include "base/utf8.h"
#include "workbench/case/case_groups.h"

#include <string.h>

enum { NEWEST = 12, LABEL_WIDTH = 12, CAPTION_MOST = 40, WORDING_MOST = 200 };

// --- Lists

static const struct item *named_item(const struct showing *showing, const char *kind, struct str id)
{
    return id.length > 0 ? items_find(showing->items, kind, id) : NULL;
}

// What a reader would know the item by, beside its id.
static struct str title_of(const struct showing *showing, const struct item *item)
{
    static const char *const names[] = {"title",   "name",   "text",  "quote", "paraphrase",
                                        "trigger", "stance", "place", "clause"};
    struct str text = {NULL, 0};
    for (size_t i = 0; i < sizeof names / sizeof *names && text.length == 0; i++)
        text = json_text(item->value, names[i]);
    const struct item *speaker = named_item(showing, "delegate", json_text(item->value, "speaker"));
    struct str who =
        speaker ? json_text(speaker->value, "name") : json_text(item->value, "speaker");
    return who.length > 0 ? arena_print(showing->arena, "%.*s: %.*s", STR_ARGS(who), STR_ARGS(text))
                          : text;
}

// The wordings of a slot in a line: [base: 30] [NORD: 60].
static struct str wordings_of(struct showing *showing, const struct item *slot)
{
    struct item whole = showing_item(showing, slot);
    const struct json *variants = json_member(whole.value, "variants");
    struct builder out = builder_make(showing->arena);
    for (size_t i = 0; variants && i < variants->count; i++) {
        const struct json *parties = json_member(&variants->items[i], "parties");
        struct str text = utf8_start(json_text(&variants->items[i], "text"), CAPTION_MOST);
        builder_add_c(&out, i == 0 ? "[base" : " [");
        for (size_t j = 0; parties && j < parties->count; j++)
            builder_print(&out, "%s%.*s", i == 0 || j > 0 ? ", " : "",
                          STR_ARGS(parties->items[j].text));
        builder_print(&out, ": %.*s]", STR_ARGS(text.length > 0 ? text : STR("nothing")));
    }
    return builder_str(&out);
}

static struct str caption(struct showing *showing, const struct item *item)
{
    static const char *const more[] = {"party", "date", "from", "status"};
    struct builder out = builder_make(showing->arena);
    bool is_slot = str_equal(item->kind, STR("slot"));
    builder_add(&out, is_slot ? wordings_of(showing, item) : title_of(showing, item));
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        struct str text = json_text(item->value, more[i]);
        if (text.length > 0)
            builder_print(&out, "%s%.*s", builder_str(&out).length > 0 ? ", " : "", STR_ARGS(text));
    }
    return builder_str(&out);
}

static void print_list(struct showing *showing, const struct kind *kind, size_t most,
                       struct builder *out)
{
    struct list list = items_of(showing->items, kind->name, showing->arena);
    if (list.count == 0)
        return;
    builder_print(out, "\n%s (%zu)\n", kind->plural, list.count);
    // The newest are what one looks for.
    size_t first = list.count > most ? list.count - most : 0;
    if (first > 0)
        builder_print(out, "  … %zu before these\n", first);
    for (size_t i = first; i < list.count; i++) {
        const struct item *item = *LIST_AT(&list, const struct item *, i);
        builder_print(out, "  %-14.*s %.*s\n", STR_ARGS(item->id),
                      STR_ARGS(caption(showing, item)));
    }
}

// --- One item

static void print_value(struct builder *out, const struct json *value);

// {text: verify, due: 2031-04-01} as "text verify, due 2031-04-01".
static void print_row(struct builder *out, const struct json *row)
{
    for (size_t i = 0; i < row->count; i++) {
        builder_print(out, "%s%.*s ", i > 0 ? ", " : "", STR_ARGS(row->names[i]));
        print_value(out, &row->items[i]);
    }
}

static void print_value(struct builder *out, const struct json *value)
{
    switch (value->kind) {
    case JSON_STRING:
    case JSON_NUMBER:
        builder_add(out, value->text);
        return;
    case JSON_BOOL:
        builder_add_c(out, value->truth ? "yes" : "no");
        return;
    case JSON_ARRAY:
        for (size_t i = 0; i < value->count; i++) {
            bool is_row = value->items[i].kind == JSON_OBJECT;
            builder_add_c(out, i == 0 ? "" : is_row ? "; " : ", ");
            print_value(out, &value->items[i]);
        }
        return;
    case JSON_OBJECT:
        print_row(out, value);
        return;
    case JSON_NULL:
        return;
    }
}

static void print_label(struct builder *out, const char *label)
{
    builder_print(out, "  %-*s ", LABEL_WIDTH, label);
}

static void print_stances(struct showing *showing, struct str slot, struct str variant,
                          struct builder *out)
{
    struct list stances = items_of(showing->items, "stance", showing->arena);
    for (size_t i = 0; i < stances.count; i++) {
        const struct json *stance = (*LIST_AT(&stances, const struct item *, i))->value;
        struct str condition = json_text(stance, "condition");
        if (!str_equal(json_text(stance, "slot"), slot) ||
            !str_equal(json_text(stance, "variant"), variant))
            continue;
        print_label(out, "");
        builder_print(out, "   %.*s: %.*s%s%.*s\n", STR_ARGS(json_text(stance, "party")),
                      STR_ARGS(json_text(stance, "stance")), condition.length > 0 ? ", " : "",
                      STR_ARGS(condition));
    }
}

// The wordings by number, which is how a stance or an agreement may name them.
static void print_wordings(struct showing *showing, const struct item *slot,
                           const struct json *variants, struct builder *out)
{
    for (size_t i = 0; i < variants->count; i++) {
        const struct json *variant = &variants->items[i];
        const struct json *parties = json_member(variant, "parties");
        struct str text = utf8_start(json_text(variant, "text"), WORDING_MOST);
        print_label(out, i == 0 ? "wordings" : "");
        builder_print(out, "%zu  %.*s", i + 1, STR_ARGS(json_text(variant, "id")));
        builder_add_c(out, i == 0 ? "  base" : "");
        builder_add_c(out, parties && parties->count > 0 ? (i == 0 ? ", " : "  ") : "");
        if (parties)
            print_value(out, parties);
        builder_print(out, ": %.*s\n", STR_ARGS(text.length > 0 ? text : STR("(nothing)")));
        print_stances(showing, slot->id, json_text(variant, "id"), out);
    }
    print_stances(showing, slot->id, STR(""), out);
}

static void print_divergences(struct showing *showing, const struct item *group,
                              struct builder *out)
{
    const struct json *members = json_member(group->value, "members");
    struct list slots = case_divergences(&showing->holders, group);
    for (size_t i = 0; i < slots.count; i++) {
        const struct item *slot = LIST_AT(&slots, struct item, i);
        print_label(out, i == 0 ? "they differ" : "");
        builder_print(out, "%.*s\n", STR_ARGS(slot->id));
        for (size_t j = 0; members && j < members->count; j++) {
            print_label(out, "");
            struct str says = case_member_says(&showing->holders, slot, members->items[j].text);
            builder_print(out, "   %.*s\n", STR_ARGS(says));
        }
    }
}

static void print_item(struct showing *showing, const struct kind *kind, const struct item *given,
                       struct builder *out)
{
    struct item item = showing_item(showing, given);
    builder_print(out, "%s %.*s\n", kind->name, STR_ARGS(item.id));
    for (const struct field *field = kind->fields; field->name; field++) {
        const struct json *value = json_member(item.value, field->name);
        if (!value)
            continue;
        if (strcmp(field->name, "variants") == 0) {
            print_wordings(showing, given, value, out);
            continue;
        }
        print_label(out, field->name);
        print_value(out, value);
        builder_add_byte(out, '\n');
    }
    if (strcmp(kind->name, "group") == 0)
        print_divergences(showing, given, out);
    struct str verifier = json_text(item.value, "verifier");
    if (verifier.length > 0) {
        print_label(out, "to keep");
        builder_print(out, "%.*s\n", STR_ARGS(verifier));
    }
    struct str audience = order_audience(item.last);
    print_label(out, "recorded");
    builder_print(out, "%.*s, entry %llu for %.*s\n", STR_ARGS(order_time(item.last)),
                  (unsigned long long)order_at(item.last), STR_ARGS(audience));
}

// --- Everything

static void print_all(struct showing *showing, struct builder *out)
{
    const struct item *only = items_find(showing->items, "case", STR("case"));
    if (only)
        builder_print(out, "%.*s\n", STR_ARGS(json_text(only->value, "title")));
    for (const struct kind *kind = schema_kinds; kind->name; kind++)
        if (strcmp(kind->name, "case") != 0 && strcmp(kind->name, "key") != 0)
            print_list(showing, kind, NEWEST, out);
}

void showing_print(struct showing *showing, const struct kind *kind, const struct item *item,
                   struct builder *out)
{
    if (item)
        print_item(showing, kind, item, out);
    else if (kind)
        print_list(showing, kind, SIZE_MAX, out);
    else
        print_all(showing, out);
}
