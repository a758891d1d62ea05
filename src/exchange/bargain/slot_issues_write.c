// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "codec/json.h"
#include "exchange/bargain/slot_rules.h"

enum { NAME_LETTERS = 60 };

static const char note[] =
    "Worths are a first guess, to be edited: a party has 1 for the wording that it holds and 0 for "
    "every other, and a reserve of 0. Options may be renamed or added (with their wordings), "
    "issues "
    "left out. \"slots\", \"points\" and \"wordings\" lead a package back into the text. What is "
    "forbidden contradicts in time, or leaves shares or a total wrong; \"reasons\" says why, in "
    "the same order.";

static const struct point *point_of(const struct issuer *issuer, uint32_t slot)
{
    return &issuer->sheet->points[issuer->sheet->slots[slot].point];
}

// The path of the first slot's point; further issues of one point are numbered.
static struct str name_of_issue(const struct issuer *issuer, uint32_t first)
{
    size_t before = 0;
    for (uint32_t s = 0; s < first; s++)
        if (issuer->leader[s] == s &&
            issuer->sheet->slots[s].point == issuer->sheet->slots[first].point)
            before++;
    struct str path = point_of(issuer, first)->path;
    return before == 0 ? path
                       : arena_print(issuer->arena, "%.*s (%zu)", STR_ARGS(path), before + 1);
}

static struct str wording_of(const struct issuer *issuer, const struct list *slots, size_t i,
                             const uint32_t *option)
{
    return issuer->sheet->slots[*LIST_AT(slots, uint32_t, i)].wordings[option[i]].text;
}

static struct str first_letters(struct str text, size_t count)
{
    size_t at = 0;
    size_t bytes;
    for (; at < text.length && count > 0; count--) {
        utf8_at(text, at, &bytes);
        at += bytes;
    }
    return str_slice(text, 0, at);
}

// "base, Nereth"
static struct str holders_of(const struct issuer *issuer, const struct list *slots,
                             const uint32_t *option, bool is_base)
{
    struct builder out = builder_make(issuer->arena);
    builder_add_c(&out, is_base ? "base" : "");
    for (uint32_t p = 0; p < issuer->sheet->party_count; p++)
        if (issuer_holds(issuer, slots, p, option))
            builder_print(&out, "%s%.*s", out.length > 0 ? ", " : "",
                          STR_ARGS(issuer->sheet->party_names[p]));
    return builder_str(&out);
}

// The wordings of all slots in one line.
static struct str words_of(const struct issuer *issuer, const struct list *slots,
                           const uint32_t *option)
{
    struct builder out = builder_make(issuer->arena);
    for (size_t i = 0; i < slots->count; i++) {
        struct str text = str_trim(wording_of(issuer, slots, i, option));
        if (out.length > 0 && text.length > 0)
            builder_add_c(&out, " … ");
        for (size_t b = 0; b < text.length; b++)
            builder_add_byte(&out, text.bytes[b] == '\n' ? ' ' : text.bytes[b]);
    }
    return builder_str(&out);
}

static struct issue_option option_of(const struct issuer *issuer, const struct list *slots,
                                     const uint32_t *option, bool is_base)
{
    struct str words = words_of(issuer, slots, option);
    struct str holders = holders_of(issuer, slots, option, is_base);
    struct str first = first_letters(words, NAME_LETTERS);
    struct str shown = first.length > 0 ? first : STR("(nothing)");
    struct str name = arena_print(issuer->arena, "%.*s: %.*s%s", STR_ARGS(holders), STR_ARGS(shown),
                                  first.length < words.length ? "…" : "");
    return (struct issue_option){name, holders, words};
}

static struct slot_issue issue_of(const struct issuer *issuer, uint32_t first)
{
    struct list slots = issuer_slots(issuer, first);
    struct list held = issuer_options(issuer, &slots);
    struct arena *arena = issuer->arena;
    struct str *points = ARENA_ARRAY(arena, struct str, slots.count);
    struct issue_option *options = ARENA_ARRAY(arena, struct issue_option, held.count);
    struct str *wordings = ARENA_ARRAY(arena, struct str, held.count * slots.count);
    const uint32_t parties = issuer->sheet->party_count;
    bool *is_held = ARENA_ARRAY(arena, bool, held.count *parties);
    for (size_t i = 0; i < slots.count; i++)
        points[i] = point_of(issuer, *LIST_AT(&slots, uint32_t, i))->path;
    for (size_t o = 0; o < held.count; o++) {
        const uint32_t *option = *LIST_AT(&held, const uint32_t *, o);
        options[o] = option_of(issuer, &slots, option, o == 0);
        for (size_t i = 0; i < slots.count; i++)
            wordings[o * slots.count + i] = wording_of(issuer, &slots, i, option);
        for (uint32_t p = 0; p < parties; p++)
            is_held[o * parties + p] = issuer_holds(issuer, &slots, p, option);
    }
    return (struct slot_issue){.name = name_of_issue(issuer, first),
                               .slots = LIST_ITEMS(&slots, uint32_t),
                               .points = points,
                               .slot_count = (uint32_t)slots.count,
                               .options = options,
                               .wordings = wordings,
                               .held = is_held,
                               .option_count = (uint32_t)held.count};
}

static struct list issues_of(const struct issuer *issuer)
{
    struct list issues = LIST_MAKE(issuer->arena, struct slot_issue);
    for (uint32_t s = 0; s < issuer->sheet->slot_count; s++)
        if (issuer->leader[s] == s)
            *LIST_ADD(&issues, struct slot_issue) = issue_of(issuer, s);
    return issues;
}

// --- The scenario

static void write_mapping(struct json_writer *out, const struct slot_issue *issue)
{
    json_name(out, "slots");
    json_begin_array_inline(out);
    for (uint32_t i = 0; i < issue->slot_count; i++)
        json_int(out, (int64_t)issue->slots[i] + 1);
    json_end_array(out);
    json_name(out, "points");
    json_begin_array_inline(out);
    for (uint32_t i = 0; i < issue->slot_count; i++)
        json_str(out, issue->points[i]);
    json_end_array(out);
    json_name(out, "wordings");
    json_begin_array(out);
    for (uint32_t o = 0; o < issue->option_count; o++) {
        json_begin_array_inline(out);
        for (uint32_t i = 0; i < issue->slot_count; i++)
            json_str(out, issue->wordings[o * issue->slot_count + i]);
        json_end_array(out);
    }
    json_end_array(out);
}

static void write_issue(struct json_writer *out, const struct slot_issue *issue)
{
    json_begin_object(out);
    json_member_str(out, "name", issue->name);
    json_name(out, "options");
    json_begin_array(out);
    for (uint32_t o = 0; o < issue->option_count; o++)
        json_str(out, issue->options[o].name);
    json_end_array(out);
    write_mapping(out, issue);
    json_end_object(out);
}

static void write_party(struct json_writer *out, const struct sheet *sheet,
                        const struct list *issues, uint32_t party)
{
    json_begin_object(out);
    json_member_str(out, "name", sheet->party_names[party]);
    json_name(out, "scores");
    json_begin_array(out);
    for (size_t i = 0; i < issues->count; i++) {
        const struct slot_issue *issue = LIST_AT(issues, struct slot_issue, i);
        json_begin_array_inline(out);
        for (uint32_t o = 0; o < issue->option_count; o++)
            json_int(out, issue->held[o * sheet->party_count + party]);
        json_end_array(out);
    }
    json_end_array(out);
    json_member_int(out, "reservation", 0);
    json_name(out, "red_lines");
    json_begin_array_inline(out);
    json_end_array(out);
    json_end_object(out);
}

static void write_rules(struct json_writer *out, const struct list *rules)
{
    json_name(out, "forbidden");
    json_begin_array(out);
    for (size_t r = 0; r < rules->count; r++) {
        const struct issue_rule *rule = LIST_AT(rules, struct issue_rule, r);
        json_begin_array_inline(out);
        for (uint32_t i = 0; i < rule->count; i++) {
            json_begin_array_inline(out);
            json_int(out, rule->choices[i].issue);
            json_int(out, rule->choices[i].option);
            json_end_array(out);
        }
        json_end_array(out);
    }
    json_end_array(out);
    json_name(out, "reasons");
    json_begin_array(out);
    for (size_t r = 0; r < rules->count; r++)
        json_str(out, LIST_AT(rules, struct issue_rule, r)->reason);
    json_end_array(out);
    json_name(out, "implies");
    json_begin_array_inline(out);
    json_end_array(out);
}

struct str scenario_decimal(struct arena *arena, int64_t millionths)
{
    uint64_t size = millionths < 0 ? 0 - (uint64_t)millionths : (uint64_t)millionths;
    struct str digits =
        arena_print(arena, "%s%llu.%06llu", millionths < 0 ? "-" : "",
                    (unsigned long long)(size / 1000000), (unsigned long long)(size % 1000000));
    while (str_ends_with(digits, STR("0")))
        digits.length--;
    return str_ends_with(digits, STR(".")) ? str_slice(digits, 0, digits.length - 1) : digits;
}

static void write_number(struct json_writer *out, struct arena *arena, int64_t millionths)
{
    json_digits(out, scenario_decimal(arena, millionths));
}

static void write_sum(struct json_writer *out, struct arena *arena, const struct issue_sum *sum)
{
    json_begin_object(out);
    json_name(out, "numbers");
    json_begin_array(out);
    for (uint32_t i = 0; i < sum->count; i++) {
        json_begin_array_inline(out);
        json_int(out, sum->choices[i].issue);
        json_int(out, sum->choices[i].option);
        write_number(out, arena, sum->millionths[i]);
        json_end_array(out);
    }
    json_end_array(out);
    json_name(out, "exactly");
    write_number(out, arena, sum->exactly);
    json_member_str(out, "reason", sum->reason);
    json_end_object(out);
}

static void write_sums(struct json_writer *out, struct arena *arena, const struct list *sums)
{
    if (sums->count == 0)
        return;
    json_name(out, "sums");
    json_begin_array(out);
    for (size_t i = 0; i < sums->count; i++)
        write_sum(out, arena, LIST_AT(sums, struct issue_sum, i));
    json_end_array(out);
}

struct slot_issues slot_issues_write(const struct sheet *sheet, const struct slot_ties *ties,
                                     struct arena *arena)
{
    static const struct slot_ties none = {.conflict_count = 0};
    const struct slot_ties *given = ties ? ties : &none;
    struct issuer issuer = issuer_make(sheet, arena);
    struct list issues = issues_of(&issuer);
    struct list rules = issuer_rules(&issuer, given->conflicts, given->conflict_count);
    struct list sums = issuer_sums(&issuer, given->sums, given->sum_count);
    struct builder out = builder_make(arena);
    struct json_writer writer = json_writer_make(&out, 1);
    json_begin_object(&writer);
    json_member_str(&writer, "format", STR("entente-bargain/1"));
    json_member_str(&writer, "name", sheet->title);
    json_member_str(&writer, "note", str_of(note));
    json_name(&writer, "issues");
    json_begin_array(&writer);
    for (size_t i = 0; i < issues.count; i++)
        write_issue(&writer, LIST_AT(&issues, struct slot_issue, i));
    json_end_array(&writer);
    json_name(&writer, "parties");
    json_begin_array(&writer);
    for (uint32_t p = 0; p < sheet->party_count; p++)
        write_party(&writer, sheet, &issues, p);
    json_end_array(&writer);
    write_rules(&writer, &rules);
    write_sums(&writer, arena, &sums);
    json_end_object(&writer);
    return (struct slot_issues){.scenario = builder_str(&out),
                                .issues = LIST_ITEMS(&issues, struct slot_issue),
                                .issue_count = issues.count,
                                .rules = LIST_ITEMS(&rules, struct issue_rule),
                                .rule_count = rules.count,
                                .sums = LIST_ITEMS(&sums, struct issue_sum),
                                .sum_count = sums.count};
}
