// SPDX-License-Identifier: Apache-2.0
// Items of a case as a report: a table a kind, a field a row for one item.
#include "render/case/case_forms.h"

#include <ctype.h>

// Fields as long as their kind has them would make a table wider than a page.
enum { COLUMNS_MOST = 7 };

static bool is_field(struct str field, const char *name)
{
    return str_equal(field, str_of(name));
}

static const struct json *member_of(const struct json *value, struct str field, struct arena *arena)
{
    return json_member(value, arena_c_string(arena, field));
}

// "next_steps" as "next steps".
static struct str words_of(struct str field, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < field.length; i++)
        builder_add_byte(&out, field.bytes[i] == '_' ? ' ' : field.bytes[i]);
    return builder_str(&out);
}

// "base: 30; NORD: 60": who holds which wording.
static struct str wordings_of(const struct json *variants, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < variants->count; i++) {
        const struct json *parties = json_member(&variants->items[i], "parties");
        struct str holders = parties ? case_value_words(parties, arena) : STR("");
        struct str text = json_text(&variants->items[i], "text");
        builder_print(&out, "%s%s%s%.*s: %.*s", i > 0 ? "; " : "", i == 0 ? "base" : "",
                      i == 0 && holders.length > 0 ? ", " : "", STR_ARGS(holders),
                      STR_ARGS(text.length > 0 ? text : STR("(nothing)")));
    }
    return builder_str(&out);
}

static struct str cell_of(const struct case_item *item, struct str field, struct arena *arena)
{
    const struct json *value = member_of(item->value, field, arena);
    if (is_field(field, "speaker") && item->speaker.length > 0)
        return item->speaker;
    if (!value)
        return STR("");
    if (is_field(field, "file")) // its hash is for one item's eyes
        return json_text(value, "name");
    return is_field(field, "variants") || is_field(field, "earlier")
               ? wordings_of(value, arena)
               : case_value_words(value, arena);
}

// --- Lists

// What leads the program to a slot again, and tells people nothing that its id does not.
static bool is_inner(const struct case_list *list, struct str field)
{
    static const char *const names[] = {"document", "order", "before", "after", "base"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equal(list->kind, STR("slot")) && is_field(field, names[i]))
            return true;
    return false;
}

static bool is_used(const struct case_list *list, struct str field, struct arena *arena)
{
    for (size_t i = 0; i < list->count; i++)
        if (cell_of(&list->items[i], field, arena).length > 0)
            return true;
    return false;
}

// The kind's fields that any of the items has, as many as a page holds.
static struct list columns_of(const struct case_list *list, struct arena *arena)
{
    struct list columns = LIST_MAKE(arena, struct str);
    for (size_t i = 0; i < list->field_count && columns.count < COLUMNS_MOST; i++)
        if (!is_inner(list, list->fields[i]) && is_used(list, list->fields[i], arena))
            *LIST_ADD(&columns, struct str) = list->fields[i];
    return columns;
}

static void begin_table(struct report *report, const struct list *columns)
{
    struct builder heads = builder_make(report->arena);
    builder_add_c(&heads, "id");
    for (size_t i = 0; i < columns->count; i++)
        builder_print(&heads, "|%.*s",
                      STR_ARGS(words_of(*LIST_AT(columns, struct str, i), report->arena)));
    report_table(report, arena_c_string(report->arena, builder_str(&heads)));
}

// "Slots (12)".
static const char *heading_of(const struct case_list *list, struct arena *arena)
{
    return arena_c_string(arena, arena_print(arena, "%c%.*s (%zu)", toupper(list->plural.bytes[0]),
                                             STR_ARGS(str_skip(list->plural, 1)),
                                             list->before + list->count));
}

void case_report_list(struct report *report, const struct case_list *list)
{
    if (list->count == 0)
        return;
    struct list columns = columns_of(list, report->arena);
    report_heading(report, heading_of(list, report->arena));
    begin_table(report, &columns);
    for (size_t i = 0; i < list->count; i++) {
        report_cell(report, "%.*s", STR_ARGS(list->items[i].id));
        for (size_t c = 0; c < columns.count; c++)
            report_cell(report, "%.*s",
                        STR_ARGS(cell_of(&list->items[i], *LIST_AT(&columns, struct str, c),
                                         report->arena)));
    }
}

static void add_all(struct report *report, const struct case_answer *answer)
{
    size_t shown = 0;
    for (size_t i = 0; i < answer->list_count; i++) {
        const struct case_list *list = &answer->lists[i];
        bool is_case = str_equal(list->kind, STR("case"));
        shown += list->count;
        if (is_case && list->count > 0)
            report->subtitle = json_text(list->items[0].value, "summary");
        if (!is_case && !str_equal(list->kind, STR("key")))
            case_report_list(report, list);
    }
    if (shown == 0)
        report_paragraph(report, TONE_QUIET, "Nothing is in it that you may see.");
}

// --- One item

static struct str stances_on(const struct case_detail *detail, struct str variant,
                             struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < detail->stance_count; i++) {
        const struct case_stance *stance = &detail->stances[i];
        if (str_equal(stance->variant, variant))
            builder_print(&out, "%s%.*s: %.*s%s%.*s", out.length > 0 ? "; " : "",
                          STR_ARGS(stance->party), STR_ARGS(stance->stance),
                          stance->condition.length > 0 ? ", " : "", STR_ARGS(stance->condition));
    }
    return builder_str(&out);
}

static void add_wording(struct report *report, const struct case_detail *detail,
                        const struct json *variant, const char *mark)
{
    const struct json *parties = json_member(variant, "parties");
    struct str holders = parties ? case_value_words(parties, report->arena) : STR("");
    struct str text = json_text(variant, "text");
    struct str stances = stances_on(detail, json_text(variant, "id"), report->arena);
    report_cell(report, "%.*s", STR_ARGS(text.length > 0 ? text : STR("(nothing)")));
    report_cell(report, "%s%s%.*s", mark, mark[0] && holders.length > 0 ? ", " : "",
                STR_ARGS(holders));
    report_cell(report, "%.*s", STR_ARGS(stances));
}

static void add_wordings(struct report *report, const struct case_detail *detail)
{
    const struct json *variants = json_member(detail->item.value, "variants");
    const struct json *earlier = json_member(detail->item.value, "earlier");
    if (!variants)
        return;
    report_heading(report, "Wordings");
    report_table(report, "no.|wording|held by|stances");
    for (size_t i = 0; i < variants->count; i++) {
        report_cell(report, "%zu", i + 1);
        add_wording(report, detail, &variants->items[i], i == 0 ? "base" : "");
    }
    for (size_t i = 0; earlier && i < earlier->count; i++) {
        report_cell(report, "-");
        add_wording(report, detail, &earlier->items[i], "earlier");
    }
    struct str whole = stances_on(detail, STR(""), report->arena);
    if (whole.length > 0)
        report_paragraph(report, TONE_PLAIN, "On the place as a whole: %.*s", STR_ARGS(whole));
}

static void add_divergences(struct report *report, const struct case_detail *detail)
{
    if (detail->divergence_count > 0)
        report_heading(report, "Where its members differ");
    for (size_t i = 0; i < detail->divergence_count; i++) {
        const struct case_divergence *divergence = &detail->divergences[i];
        report_paragraph(report, TONE_PLAIN, "%.*s", STR_ARGS(divergence->slot));
        for (size_t j = 0; j < divergence->member_count; j++)
            report_item(report, TONE_PLAIN, "%.*s",
                        STR_ARGS(case_member_words(&divergence->members[j], divergence->variants,
                                                   report->arena)));
    }
}

static struct str value_of(const struct case_item *item, struct str field, struct arena *arena)
{
    const struct json *value = member_of(item->value, field, arena);
    return value ? case_value_words(value, arena) : STR("");
}

static void add_row(struct report *report, const char *name, struct str value)
{
    if (value.length == 0)
        return;
    report_cell(report, "%s", name);
    report_cell(report, "%.*s", STR_ARGS(value));
}

static void add_detail(struct report *report, const struct case_detail *detail)
{
    const struct recorded *recorded = &detail->item.recorded;
    struct arena *arena = report->arena;
    report_table(report, "field|value");
    for (size_t i = 0; i < detail->field_count; i++)
        if (!is_field(detail->fields[i], "variants") && !is_field(detail->fields[i], "earlier"))
            add_row(report, arena_c_string(arena, words_of(detail->fields[i], arena)),
                    value_of(&detail->item, detail->fields[i], arena));
    add_row(report, "to keep", json_text(detail->item.value, "verifier"));
    add_row(report, "recorded",
            arena_print(arena, "%.*s, entry %llu for %.*s", STR_ARGS(recorded->time),
                        (unsigned long long)recorded->at, STR_ARGS(recorded->audience)));
    add_wordings(report, detail);
    add_divergences(report, detail);
}

struct report case_report(const struct case_answer *answer, struct str title, struct arena *arena)
{
    struct report report = report_make(arena, title, STR(""));
    switch (answer->shown) {
    case SHOWN_ALL:
        add_all(&report, answer);
        break;
    case SHOWN_KIND:
        case_report_list(&report, &answer->lists[0]);
        if (answer->lists[0].count == 0)
            report_paragraph(&report, TONE_QUIET, "No %.*s that you may see.",
                             STR_ARGS(answer->lists[0].plural));
        break;
    case SHOWN_ITEM:
        report.subtitle = arena_print(arena, "%.*s %.*s", STR_ARGS(answer->kind),
                                      STR_ARGS(answer->detail.item.id));
        add_detail(&report, &answer->detail);
        break;
    }
    return report;
}
