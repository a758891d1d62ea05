// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"
#include "brackets/brackets.h"
#include "tap.h"

static struct brackets read_as(struct str text, bool is_markdown, const char *code)
{
    struct bracket_party *party = ARENA_NEW(tap_arena(), struct bracket_party);
    party->code = str_of(code);
    struct bracket_point *point = ARENA_NEW(tap_arena(), struct bracket_point);
    point->to = text.length;
    struct bracket_input input = {.text = text,
                                  .is_markdown = is_markdown,
                                  .points = point,
                                  .point_count = 1,
                                  .parties = party,
                                  .party_count = code != NULL};
    struct brackets brackets = {0};
    struct error error;
    bool done = brackets_read(&input, &input_limits_default, tap_arena(), &brackets, &error);
    CHECK(done);
    return brackets;
}

static struct brackets read_plain(struct str text)
{
    return read_as(text, false, NULL);
}

static bool holds(const struct brackets *brackets, const struct bracket_variant *variant,
                  const char *code, enum bracket_stance stance)
{
    for (uint32_t i = 0; i < variant->stance_count; i++)
        if (str_equal(brackets->parties[variant->stances[i].party].code, str_of(code)))
            return variant->stances[i].stance == stance;
    return false;
}

TEST(every_bracket_is_counted_and_the_unmatched_have_places)
{
    struct brackets b = read_plain(STR("a]\n[[b] \xc3\xa9]]c\n[ [d"));
    CHECK_INT(b.open, 4);
    CHECK_INT(b.close, 4);
    CHECK_INT(b.depth, 2);
    REQUIRE(b.unmatched_count == 4);
    CHECK_INT(b.unmatched[0].place.line, 1);
    CHECK_INT(b.unmatched[0].place.column, 2);
    CHECK(!b.unmatched[0].is_open);
    CHECK_INT(b.unmatched[1].place.line, 2);
    CHECK_INT(b.unmatched[1].place.column, 8);
    CHECK(b.unmatched[3].is_open);
    CHECK_INT(b.unmatched[3].place.line, 3);
    CHECK_INT(b.unmatched[3].place.column, 3);
}

TEST(glued_brackets_are_a_choice_and_spaced_ones_are_not)
{
    struct brackets b = read_plain(STR("Parties [shall][should][other] [promptly] act."));
    REQUIRE(b.slot_count == 2);
    CHECK_INT(b.slots[0].kind, BRACKET_CHOICE);
    REQUIRE(b.slots[0].variant_count == 3);
    CHECK_STR(b.slots[0].variants[1].text, STR("should"));
    CHECK_INT(b.slots[1].kind, BRACKET_TEXT);
    REQUIRE(b.slots[1].variant_count == 2);
    CHECK(b.slots[1].variants[1].is_nothing);
}

TEST(a_run_that_is_glued_elsewhere_stays_together_across_a_line)
{
    struct brackets b =
        read_plain(STR("its [aims][goals][other] and its [aims]\n   [goals] [other]."));
    REQUIRE(b.slot_count == 2);
    CHECK_INT(b.slots[1].kind, BRACKET_CHOICE);
    CHECK_INT(b.slots[1].variant_count, 3);
}

TEST(stances_footnotes_and_slips_are_read_from_prefixes)
{
    struct brackets b = read_plain(
        STR("[US/AU25 propose; CL//NZ oppose: promptly] and [NZ propose24 without delay]"));
    REQUIRE(b.slot_count == 2);
    const struct bracket_slot *slot = &b.slots[0];
    REQUIRE(slot->variant_count == 2);
    CHECK_STR(slot->variants[0].text, STR("promptly"));
    CHECK(holds(&b, &slot->variants[0], "AU", STANCE_PROPOSE));
    CHECK(holds(&b, &slot->variants[1], "NZ", STANCE_OPPOSE));
    CHECK(slot->variants[1].is_nothing);
    REQUIRE(b.footnote_count == 2);
    CHECK_STR(b.footnotes[0].mark, STR("25"));
    CHECK_STR(b.footnotes[0].host, STR("AU25"));
    CHECK_STR(b.footnotes[1].mark, STR("24"));
    REQUIRE(b.slip_count == 2);
    CHECK_INT(b.slips[0].kind, SLIP_DOUBLE_SEPARATOR);
    CHECK_INT(b.slips[1].kind, SLIP_MISSING_COLON);
    CHECK_STR(b.slots[1].variants[0].text, STR("without delay"));
}

TEST(attributed_neighbours_are_rivals)
{
    struct brackets b = read_plain(STR("[US, EU: within 30 days] [UA: immediately]"));
    REQUIRE(b.slot_count == 1);
    CHECK_INT(b.slots[0].kind, BRACKET_CHOICE);
    CHECK(holds(&b, &b.slots[0].variants[0], "EU", STANCE_PROPOSE));
    CHECK(holds(&b, &b.slots[0].variants[1], "UA", STANCE_PROPOSE));
}

TEST(words_before_a_colon_are_not_parties)
{
    static const struct str texts[] = {
        STR_INIT("[Climate forcers: gases]"), STR_INIT("[Preamble: Parties agree]"),
        STR_INIT("[Option 3: no text]"), STR_INIT("[Parties support the work]"),
        STR_INIT("[TBD: later]")};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        CHECK_INT(read_plain(texts[i]).party_count, 0);
}

TEST(names_in_a_row_or_beside_a_code_are_parties)
{
    struct brackets b =
        read_plain(STR("[European Union: each year] [Africa Group, AOSIS: every two years]"));
    REQUIRE(b.slot_count == 1 && b.party_count == 3);
    CHECK(holds(&b, &b.slots[0].variants[0], "European Union", STANCE_PROPOSE));
    CHECK(holds(&b, &b.slots[0].variants[1], "Africa Group", STANCE_PROPOSE));
}

TEST(a_register_decides_who_is_a_party)
{
    struct brackets b = read_as(STR("[US: a][CMA: b][QX oppose: c]"), false, "US");
    REQUIRE(b.party_count == 2);
    CHECK_STR(b.parties[0].code, STR("US"));
    CHECK_STR(b.parties[1].code, STR("QX"));
    REQUIRE(b.slip_count == 1);
    CHECK_INT(b.slips[0].kind, SLIP_UNKNOWN_PARTY);
    CHECK_STR(b.slots[0].variants[1].text, STR("CMA: b"));
}

TEST(options_end_where_the_next_one_begins)
{
    struct brackets b =
        read_plain(STR("2. Option 1: one\n   more\n\n   Option 2: No text\n\n3. next"));
    REQUIRE(b.slot_count == 1);
    CHECK_INT(b.slots[0].kind, BRACKET_OPTIONS);
    REQUIRE(b.slots[0].variant_count == 2);
    CHECK_STR(b.slots[0].variants[0].text, STR("one more"));
    CHECK_STR(b.slots[0].variants[0].mark, STR("Option 1"));
    CHECK(b.slots[0].variants[1].is_nothing);
}

TEST(the_last_option_ends_where_the_numbering_before_it_goes_on)
{
    struct brackets b = read_plain(STR("3. Parties agree that:\n\nOption 1:\n\n1. one\n\n2. two\n\n"
                                       "Option 2:\n\n1. other\n\n4. Next point.\n"));
    REQUIRE(b.slot_count == 1 && b.slots[0].variant_count == 2);
    CHECK_STR(b.slots[0].variants[0].text, STR("1. one\n2. two"));
    CHECK_STR(b.slots[0].variants[1].text, STR("1. other"));
}

TEST(plain_text_may_have_footnote_marks_links_and_escapes)
{
    struct brackets b =
        read_plain(STR("See[^1] the [annex](https://example.org/a), \\[sic\\] and [open]."));
    CHECK_INT(b.open, 4);
    CHECK_INT(b.close, 4);
    REQUIRE(b.slot_count == 1);
    CHECK_STR(b.slots[0].variants[0].text, STR("open"));
}

TEST(bracketed_options_are_one_group_and_hold_their_own_brackets)
{
    struct brackets b = read_plain(STR("[Option 1: [may][must] act;]1\n[Option 2: rest;]"));
    REQUIRE(b.slot_count == 2);
    CHECK_INT(b.slots[0].kind, BRACKET_OPTIONS);
    CHECK_INT(b.slots[0].variant_count, 2);
    CHECK_INT(b.slots[1].kind, BRACKET_CHOICE);
    CHECK_INT(b.slots[1].parent, 0);
    REQUIRE(b.footnote_count == 1);
    CHECK_STR(b.footnotes[0].host, STR("]1"));
}

TEST(blanks_and_placeholders_are_told_from_words)
{
    static const struct {
        struct str text;
        enum bracket_slot_kind kind;
    } cases[] = {
        {STR_INIT("[ ]"), BRACKET_BLANK},
        {STR_INIT("[]"), BRACKET_BLANK},
        {STR_INIT("[x]"), BRACKET_BLANK},
        {STR_INIT("[X date]"), BRACKET_BLANK},
        {STR_INIT("[\xe2\x80\xa6]"), BRACKET_BLANK},
        {STR_INIT("[...]"), BRACKET_BLANK},
        {STR_INIT("[__]"), BRACKET_BLANK},
        {STR_INIT("[TBD]"), BRACKET_BLANK},
        {STR_INIT("{amount}"), BRACKET_PLACEHOLDER},
        {STR_INIT("[*Placeholder* for a term]"), BRACKET_PLACEHOLDER},
        {STR_INIT("[Note: see above]"), BRACKET_NOTE},
        {STR_INIT("[.]"), BRACKET_TEXT},
        {STR_INIT("[12 \xe2\x80\x93 18]"), BRACKET_TEXT},
        {STR_INIT("[5]"), BRACKET_TEXT},
        {STR_INIT("[taxes]"), BRACKET_TEXT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct brackets b = read_plain(cases[i].text);
        CHECK_INT(b.slot_count, 1);
        if (b.slot_count == 1)
            CHECK_INT(b.slots[0].kind, cases[i].kind);
    }
}

TEST(markdown_brackets_are_counted_but_mean_nothing_here)
{
    struct str text = STR("[a link](http://x.org) [words][ref] ![p](p.png) note[^1]\n"
                          "- [ ] task\n- [x] done\n\\[not\\] `[code]`\n\n"
                          "[ref]: http://x.org\n[^1]: text\n");
    struct brackets b = read_as(text, true, NULL);
    CHECK_INT(b.open, 11);
    CHECK_INT(b.close, 11);
    CHECK_INT(b.unmatched_count, 0);
    CHECK_INT(b.slot_count, 0);
    CHECK_INT(b.escaped, 4);
    CHECK_INT(b.markup, 9);
}

TEST(paragraph_x_a_is_no_link)
{
    struct brackets b = read_as(STR("under paragraph [x](a) above"), true, NULL);
    REQUIRE(b.slot_count == 1);
    CHECK_INT(b.slots[0].kind, BRACKET_BLANK);
}

TEST(a_brace_across_a_bracket_is_misnested)
{
    struct brackets b = read_plain(STR("[one {two] three}"));
    REQUIRE(b.misnested_count == 1);
    CHECK_INT(b.misnested[0].kind, MISNESTED_BRACE);
    CHECK_INT(b.misnested[0].open.column, 6);
    CHECK_INT(b.misnested[0].close.column, 17);
    CHECK_INT(b.unmatched_count, 0);
}

TEST(our_own_brackets_are_read_back)
{
    struct brackets b = read_plain(STR("pay within [base, Nere: 30] [Vel: 10] days[base: , net] "
                                       "[Vel: (nothing)]; [base; Nere keep: a] [Vel propose; Nere "
                                       "oppose: b]"));
    REQUIRE(b.slot_count == 3);
    CHECK(b.slots[0].variants[0].is_base);
    CHECK(holds(&b, &b.slots[0].variants[0], "Nere", STANCE_SUPPORT));
    CHECK(holds(&b, &b.slots[0].variants[1], "Vel", STANCE_PROPOSE));
    CHECK(b.slots[1].variants[1].is_nothing);
    CHECK_STR(b.slots[2].variants[0].text, STR("a"));
    CHECK_INT(b.party_count, 2);
}

TEST(slots_become_a_sheet_that_keeps_the_text)
{
    struct brackets b = read_plain(STR("Each [shall][may] pay [US: promptly] [ ] days."));
    struct sheet sheet;
    brackets_sheet(&b, STR("x"), tap_arena(), &sheet);
    REQUIRE(sheet.point_count == 1 && sheet.slot_count == 2 && sheet.segment_count == 5);
    CHECK_STR(sheet.segments[0].text, STR("Each "));
    CHECK_STR(sheet.slots[0].wordings[0].text, STR("shall"));
    CHECK_STR(sheet.slots[0].wordings[1].text, STR("may"));
    CHECK_INT(sheet.slots[1].wordings[0].text.length, 0);
    CHECK_STR(sheet.party_names[sheet.slots[1].wordings[1].parties[0].number], STR("US"));
    CHECK_STR(sheet.segments[4].text, STR(" [ ] days."));
}

// The plain twin: the count as anybody would write it.
static void count_plainly(struct str text, size_t *open, size_t *close, size_t *depth,
                          size_t *unmatched)
{
    size_t height = 0;
    *open = *close = *depth = *unmatched = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] == '[') {
            ++*open;
            height++;
            *depth = height > *depth ? height : *depth;
        } else if (text.bytes[i] == ']') {
            ++*close;
            if (height > 0)
                height--;
            else
                ++*unmatched;
        }
    }
    *unmatched += height;
}

TEST(the_count_equals_its_plain_twin_on_any_text)
{
    static const char *const pieces[] = {
        "[", "]",        "{", "}",  "\n", "a ",    "US",        "/",        ":",      ";",
        " ", " propose", "`", "\\", "^1", "](/x)", "Option 1:", "\xc3\xa9", "- [ ] ", "*"};
    struct tap_random random = {7};
    for (int round = 0; round < 3000; round++) {
        struct builder text = builder_make(tap_arena());
        for (uint32_t n = tap_random_below(&random, 60); n > 0; n--)
            builder_add_c(&text, pieces[tap_random_below(&random, sizeof pieces / sizeof *pieces)]);
        size_t open, close, depth, unmatched;
        count_plainly(builder_str(&text), &open, &close, &depth, &unmatched);
        struct brackets b = read_as(builder_str(&text), round % 2 == 0, NULL);
        bool equal = b.open == open && b.close == close && b.depth == depth &&
                     b.unmatched_count == unmatched;
        if (!CHECK(equal))
            return;
        for (uint32_t i = 0; i < b.slot_count; i++)
            if (!CHECK(b.slots[i].from.at < b.slots[i].to.at && b.slots[i].to.at <= text.length))
                return;
    }
}

TESTS(TAP_ENTRY(every_bracket_is_counted_and_the_unmatched_have_places),
      TAP_ENTRY(glued_brackets_are_a_choice_and_spaced_ones_are_not),
      TAP_ENTRY(a_run_that_is_glued_elsewhere_stays_together_across_a_line),
      TAP_ENTRY(stances_footnotes_and_slips_are_read_from_prefixes),
      TAP_ENTRY(attributed_neighbours_are_rivals), TAP_ENTRY(words_before_a_colon_are_not_parties),
      TAP_ENTRY(names_in_a_row_or_beside_a_code_are_parties),
      TAP_ENTRY(the_last_option_ends_where_the_numbering_before_it_goes_on),
      TAP_ENTRY(plain_text_may_have_footnote_marks_links_and_escapes),
      TAP_ENTRY(a_register_decides_who_is_a_party),
      TAP_ENTRY(options_end_where_the_next_one_begins),
      TAP_ENTRY(bracketed_options_are_one_group_and_hold_their_own_brackets),
      TAP_ENTRY(blanks_and_placeholders_are_told_from_words),
      TAP_ENTRY(markdown_brackets_are_counted_but_mean_nothing_here),
      TAP_ENTRY(paragraph_x_a_is_no_link), TAP_ENTRY(a_brace_across_a_bracket_is_misnested),
      TAP_ENTRY(our_own_brackets_are_read_back),
      TAP_ENTRY(slots_become_a_sheet_that_keeps_the_text),
      TAP_ENTRY(the_count_equals_its_plain_twin_on_any_text))
