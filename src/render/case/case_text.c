// SPDX-License-Identifier: Apache-2.0
#include "base/direction.h"
#include "base/utf8.h"
#include "render/case/case_forms.h"

enum { LABEL_WIDTH = 12, CAPTION_MOST = 40, WORDING_MOST = 200, NAMED_MOST = 60 };

// --- Lists

// What a reader would know the item by, beside its id.
static struct str title_of(const struct case_item *item, struct arena *arena)
{
    static const char *const names[] = {"title",   "name",   "text",  "quote", "paraphrase",
                                        "trigger", "stance", "place", "clause"};
    struct str text = {NULL, 0};
    for (size_t i = 0; i < sizeof names / sizeof *names && text.length == 0; i++)
        text = json_text(item->value, names[i]);
    return item->speaker.length > 0
               ? arena_print(arena, "%.*s: %.*s", STR_ARGS(item->speaker), STR_ARGS(text))
               : text;
}

// The wordings of a slot in a line: [base: 30] [NORD: 60].
static struct str wordings_of(const struct case_item *slot, struct arena *arena)
{
    const struct json *variants = json_member(slot->value, "variants");
    struct builder out = builder_make(arena);
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

static struct str caption(const struct case_list *list, const struct case_item *item,
                          struct arena *arena)
{
    static const char *const more[] = {"party", "date", "from", "status"};
    struct builder out = builder_make(arena);
    bool is_slot = str_equal(list->kind, STR("slot"));
    builder_add(&out, is_slot ? wordings_of(item, arena) : title_of(item, arena));
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        struct str text = json_text(item->value, more[i]);
        if (text.length > 0)
            builder_print(&out, "%s%.*s", builder_str(&out).length > 0 ? ", " : "", STR_ARGS(text));
    }
    struct str base = json_text(json_member(item->value, "settled"), "base");
    if (base.length > 0)
        builder_print(&out, " in %.*s", STR_ARGS(base));
    return builder_str(&out);
}

static void print_list(struct builder *out, const struct case_list *list)
{
    if (list->count == 0)
        return;
    builder_print(out, "\n%.*s (%zu)\n", STR_ARGS(list->plural), list->before + list->count);
    if (list->before > 0)
        builder_print(out, "  … %zu before these\n", list->before);
    for (size_t i = 0; i < list->count; i++)
        builder_print(out, "  %-14.*s %.*s\n", STR_ARGS(list->items[i].id),
                      STR_ARGS(caption(list, &list->items[i], out->arena)));
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

struct str case_value_words(const struct json *value, struct arena *arena)
{
    struct builder out = builder_make(arena);
    print_value(&out, value);
    return builder_str(&out);
}

static void print_label(struct builder *out, struct str label)
{
    builder_print(out, "  %-*.*s ", LABEL_WIDTH, STR_ARGS(label));
}

static void print_stances(struct builder *out, const struct case_detail *detail, struct str variant)
{
    for (size_t i = 0; i < detail->stance_count; i++) {
        const struct case_stance *stance = &detail->stances[i];
        if (!str_equal(stance->variant, variant))
            continue;
        print_label(out, STR(""));
        builder_print(out, "   %.*s: %.*s%s%.*s\n", STR_ARGS(stance->party),
                      STR_ARGS(stance->stance), stance->condition.length > 0 ? ", " : "",
                      STR_ARGS(stance->condition));
    }
}

static void print_wording(struct builder *out, const struct case_detail *detail,
                          const struct json *variant, const char *mark)
{
    const struct json *parties = json_member(variant, "parties");
    struct str text = utf8_start(json_text(variant, "text"), WORDING_MOST);
    builder_print(out, "%.*s%s", STR_ARGS(json_text(variant, "id")), mark);
    builder_add_c(out, parties && parties->count > 0 ? (mark[0] ? ", " : "  ") : "");
    if (parties)
        print_value(out, parties);
    builder_print(out, ": %.*s\n", STR_ARGS(text.length > 0 ? text : STR("(nothing)")));
    print_stances(out, detail, json_text(variant, "id"));
}

// The wordings by number, which is how a stance or an agreement may name them; the earlier ones, which
// nobody holds, have none.
static void print_wordings(struct builder *out, const struct case_detail *detail,
                           const struct json *variants)
{
    const struct json *earlier = json_member(detail->item.value, "earlier");
    for (size_t i = 0; i < variants->count; i++) {
        print_label(out, i == 0 ? STR("wordings") : STR(""));
        builder_print(out, "%zu  ", i + 1);
        print_wording(out, detail, &variants->items[i], i == 0 ? "  base" : "");
    }
    for (size_t i = 0; earlier && i < earlier->count; i++) {
        print_label(out, i == 0 ? STR("earlier") : STR(""));
        print_wording(out, detail, &earlier->items[i], "");
    }
    print_stances(out, detail, STR(""));
}

static struct str wording_named(const struct json *variants, struct str variant)
{
    struct str text = STR("the place as a whole");
    for (size_t i = 0; variants && i < variants->count; i++)
        if (str_equal(json_text(&variants->items[i], "id"), variant))
            text = utf8_start(json_text(&variants->items[i], "text"), NAMED_MOST);
    return text.length > 0 ? text : STR("nothing");
}

struct str case_member_words(const struct case_member *member, const struct json *variants,
                             struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < member->variant_count; i++)
        builder_print(&out, " “%.*s”", STR_ARGS(wording_named(variants, member->variants[i])));
    for (size_t i = 0; i < member->stance_count; i++)
        builder_print(&out, "%s %.*s “%.*s”", out.length > 0 ? "," : "",
                      STR_ARGS(member->stances[i].stance),
                      STR_ARGS(wording_named(variants, member->stances[i].variant)));
    return arena_print(arena, "%.*s:%.*s", STR_ARGS(member->party),
                       STR_ARGS(out.length > 0 ? builder_str(&out) : STR(" nothing said")));
}

static void print_divergences(struct builder *out, const struct case_detail *detail)
{
    for (size_t i = 0; i < detail->divergence_count; i++) {
        const struct case_divergence *divergence = &detail->divergences[i];
        print_label(out, i == 0 ? STR("they differ") : STR(""));
        builder_print(out, "%.*s\n", STR_ARGS(divergence->slot));
        for (size_t j = 0; j < divergence->member_count; j++) {
            print_label(out, STR(""));
            builder_print(out, "   %.*s\n",
                          STR_ARGS(case_member_words(&divergence->members[j], divergence->variants,
                                                     out->arena)));
        }
    }
}

static void print_fields(struct builder *out, const struct case_detail *detail)
{
    for (size_t i = 0; i < detail->field_count; i++) {
        const char *name = arena_c_string(out->arena, detail->fields[i]);
        const struct json *value = json_member(detail->item.value, name);
        if (!value)
            continue;
        if (str_equal(detail->fields[i], STR("variants"))) {
            print_wordings(out, detail, value);
            continue;
        }
        print_label(out, detail->fields[i]);
        print_value(out, value);
        builder_add_byte(out, '\n');
    }
}

static void print_detail(struct builder *out, struct str kind, const struct case_detail *detail)
{
    const struct recorded *recorded = &detail->item.recorded;
    builder_print(out, "%.*s %.*s\n", STR_ARGS(kind), STR_ARGS(detail->item.id));
    print_fields(out, detail);
    print_divergences(out, detail);
    struct str verifier = json_text(detail->item.value, "verifier");
    if (verifier.length > 0) {
        print_label(out, STR("to keep"));
        builder_print(out, "%.*s\n", STR_ARGS(verifier));
    }
    print_label(out, STR("recorded"));
    builder_print(out, "%.*s, entry %llu for %.*s\n", STR_ARGS(recorded->time),
                  (unsigned long long)recorded->at, STR_ARGS(recorded->audience));
}

// --- Everything

static void print_all(struct builder *out, const struct case_answer *answer)
{
    for (size_t i = 0; i < answer->list_count; i++) {
        const struct case_list *list = &answer->lists[i];
        bool is_case = str_equal(list->kind, STR("case"));
        if (is_case && list->count > 0)
            builder_print(out, "%.*s\n", STR_ARGS(json_text(list->items[0].value, "title")));
        if (!is_case && !str_equal(list->kind, STR("key")))
            print_list(out, list);
    }
}

struct str case_text(const struct case_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    switch (answer->shown) {
    case SHOWN_ALL:
        print_all(&out, answer);
        break;
    case SHOWN_KIND:
        print_list(&out, &answer->lists[0]);
        break;
    case SHOWN_ITEM:
        print_detail(&out, answer->kind, &answer->detail);
        break;
    }
    return direction_plain(builder_str(&out), arena);
}
