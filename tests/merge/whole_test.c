// SPDX-License-Identifier: Apache-2.0
// No slot cuts a word, a number or a date: on real rows and on random texts, by a checker that
// knows nothing of how the merge cuts text.
#include "base/builder.h"
#include "codec/json.h"
#include "plain_text.h"

#include <ctype.h>
#include <stdio.h>

static char at(struct str text, size_t i)
{
    return i < text.length ? text.bytes[i] : '\n';
}

static bool is_alphanumeric(char c)
{
    // Letters beyond ASCII, but not the quotation marks and dashes that begin with 0xe2.
    return isalnum((unsigned char)c) || ((unsigned char)c >= 0xc3 && (unsigned char)c != 0xe2);
}

// "ru|les", "non|-state", "party|'s"
static bool cuts_word(struct str text, size_t place)
{
    if (place == 0 || place >= text.length)
        return false;
    char before = at(text, place - 1);
    char after = at(text, place);
    if (is_alphanumeric(before) && is_alphanumeric(after))
        return true;
    bool joins = after == '\'' || after == '-';
    return joins && isalpha((unsigned char)before) && isalpha((unsigned char)at(text, place + 1));
}

// "1|,000", "1,|000", "1| 000"
static bool cuts_number(struct str text, size_t place)
{
    if (place == 0 || place >= text.length)
        return false;
    bool digit_before = isdigit((unsigned char)at(text, place - 1)) != 0;
    bool digit_after = isdigit((unsigned char)at(text, place)) != 0;
    if (at(text, place) == ',' || at(text, place) == '.')
        return digit_before && isdigit((unsigned char)at(text, place + 1));
    if (place >= 2 && (at(text, place - 1) == ',' || at(text, place - 1) == '.'))
        return digit_after && isdigit((unsigned char)at(text, place - 2));
    return false;
}

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

// Where a date like "19 November 2002" that begins here ends; 0: none does.
static size_t date_end(struct str text, size_t from)
{
    size_t i = from;
    while (isdigit((unsigned char)at(text, i)) && i < from + 2)
        i++;
    if (i == from || at(text, i) != ' ' || (from > 0 && is_alphanumeric(at(text, from - 1))))
        return 0;
    struct str rest = str_skip(text, i + 1);
    for (size_t m = 0; m < sizeof months / sizeof months[0]; m++) {
        struct str name = str_of(months[m]);
        if (!str_starts_with(rest, name) || at(rest, name.length) != ' ')
            continue;
        size_t year = name.length + 1;
        size_t end = year;
        while (isdigit((unsigned char)at(rest, end)))
            end++;
        return end == year + 4 ? i + 1 + end : 0;
    }
    return 0;
}

static bool cuts_date(struct str text, size_t place)
{
    for (size_t from = place > 20 ? place - 20 : 0; from < place; from++)
        if (date_end(text, from) > place)
            return true;
    return false;
}

static bool is_whole(struct str text, size_t place)
{
    if (!cuts_word(text, place) && !cuts_number(text, place) && !cuts_date(text, place))
        return true;
    size_t from = place > 30 ? place - 30 : 0;
    printf("# cut: %.*s|%.*s\n", STR_ARGS(str_slice(text, from, place)),
           STR_ARGS(str_slice(text, place, place + 30)));
    return false;
}

static bool slots_are_whole(const struct merged *merged)
{
    for (uint32_t s = 0; s < merged->slot_count; s++) {
        const struct slot *slot = &merged->slots[s];
        for (uint32_t v = 0; v < slot->variant_count; v++) {
            const struct variant *variant = &slot->variants[v];
            struct str text = variant->document == 0 ? merged->base->text
                                                     : merged->drafts[variant->document - 1]->text;
            if (!is_whole(text, variant->range.from) || !is_whole(text, variant->range.to))
                return false;
        }
    }
    return true;
}

static bool merge_is_whole(struct str base, const struct party_draft *drafts, size_t count)
{
    struct merged merged;
    return merge_plain(base, drafts, count, &merged) &&
           tap_check(slots_are_whole(&merged), __FILE__, __LINE__, "slots_are_whole");
}

// Every row of a .jsonl file: `base_name` is the base; all texts under `variants`, or all other
// texts of the row, are drafts.
static void check_rows(const char *path, const char *base_name)
{
    const char *file = tap_shared(path);
    if (!file) {
        tap_skip("the real inputs are not here");
        return;
    }
    struct str rest = tap_file(file);
    struct str line;
    while (str_cut(&rest, '\n', &line)) {
        struct error error;
        const struct json *row;
        REQUIRE_DONE(json_read(STR("row"), line, &input_limits_default, tap_arena(), &row, &error),
                     &error);
        const struct json *variants = json_member(row, "variants");
        const struct json *texts = variants ? variants : row;
        struct party_draft *drafts = ARENA_ARRAY(tap_arena(), struct party_draft, texts->count);
        for (size_t i = 0; i < texts->count; i++)
            drafts[i] = draft(texts->names[i], texts->items[i].text);
        REQUIRE(merge_is_whole(json_member(row, base_name)->text, drafts, texts->count));
    }
}

TEST(no_slot_of_rival_provisions_cuts_a_word_number_or_date)
{
    check_rows("data/merge/gdpr_provisions.jsonl", "base");
}

TEST(no_slot_of_four_column_rows_cuts_a_word_number_or_date)
{
    check_rows("data/merge/trilogue_rows.jsonl", "COM");
}

static struct str random_text(struct tap_random *random)
{
    static const char *const stock[] = {
        "the",   "Party's", "non-state",  "1,000.50", "12 500", "19 November 2002",
        "of",    ",",       "2 May 2027", "6(1)(f)",  "U.S.",   "and/or",
        "€30",   "25%",     "\n",         "(b)",      "may",    ".",
        "10–20", "café",    "days",
    };
    struct builder text = builder_make(tap_arena());
    uint32_t count = tap_random_below(random, 30);
    for (uint32_t i = 0; i < count; i++) {
        builder_add_c(&text, stock[tap_random_below(random, 21)]);
        builder_add_byte(&text, ' ');
    }
    builder_add_byte(&text, '\n');
    return builder_str(&text);
}

TEST(no_slot_of_random_texts_cuts_a_word_number_or_date)
{
    struct tap_random random = {5};
    for (int round = 0; round < 2000; round++) {
        struct party_draft drafts[] = {draft(STR("A"), random_text(&random)),
                                       draft(STR("B"), random_text(&random)),
                                       draft(STR("C"), random_text(&random))};
        REQUIRE(merge_is_whole(random_text(&random), drafts, 3));
    }
}

TESTS(TAP_ENTRY(no_slot_of_rival_provisions_cuts_a_word_number_or_date),
      TAP_ENTRY(no_slot_of_four_column_rows_cuts_a_word_number_or_date),
      TAP_ENTRY(no_slot_of_random_texts_cuts_a_word_number_or_date))
