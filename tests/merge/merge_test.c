// SPDX-License-Identifier: Apache-2.0
// The invariants of the merge (M1 to M5) on small texts, on random ones and on the real inputs.
#include "base/builder.h"
#include "base/list.h"
#include "codec/json.h"
#include "plain_text.h"

#include <stdio.h>

static bool merge_texts(struct str base, const struct party_draft *drafts, size_t count,
                        struct merged *merged, struct sheet *sheet)
{
    if (!merge_plain(base, drafts, count, merged))
        return false;
    sheet_lay(merged, tap_arena(), sheet);
    return true;
}

// M1 and M2: every reading gives its document's text back, to the byte.
static bool reads_back(const struct sheet *sheet, const struct merged *merged)
{
    bool good =
        tap_check_str(sheet_read(sheet, (struct sheet_reading){.kind = READ_BASE}, tap_arena()),
                      merged->base->text, __FILE__, __LINE__, "M1");
    for (uint32_t p = 0; p < merged->party_count; p++) {
        struct sheet_reading reading = {READ_PARTY, {p}};
        good = tap_check_str(sheet_read(sheet, reading, tap_arena()), merged->drafts[p]->text,
                             __FILE__, __LINE__, "M2") &&
               good;
    }
    return good;
}

// M3: every party holds one variant, wordings differ, only the base's may have no holder.
static bool is_attributed(const struct sheet *sheet)
{
    for (uint32_t i = 0; i < sheet->slot_count; i++) {
        const struct sheet_slot *slot = &sheet->slots[i];
        uint32_t holders = 0;
        for (uint32_t w = 0; w < slot->wording_count; w++) {
            holders += slot->wordings[w].party_count;
            if (slot->wordings[w].party_count == 0 && !slot->wordings[w].is_base)
                return tap_check(false, __FILE__, __LINE__, "M3: a wording without a holder");
            for (uint32_t v = 0; v < w; v++)
                if (str_equal(slot->wordings[v].text, slot->wordings[w].text))
                    return tap_check_str(slot->wordings[w].text, STR("another wording"), __FILE__,
                                         __LINE__, "M3: equal wordings apart");
        }
        if (holders != sheet->party_count || slot->wordings[0].is_base != true)
            return tap_check(false, __FILE__, __LINE__, "M3: holders");
    }
    return true;
}

TEST(rival_wordings_of_one_place_are_one_slot)
{
    struct party_draft drafts[] = {
        draft(STR("US"), STR("The Parties shall act within 30 days of signing.\n")),
        draft(STR("EU"), STR("The Parties shall act within 30 days of signing.\n")),
        draft(STR("UA"), STR("The Parties shall act immediately after signing.\n")),
    };
    struct merged merged;
    struct sheet sheet;
    REQUIRE(merge_texts(STR("The Parties shall act in due time after signing.\n"), drafts, 3,
                        &merged, &sheet));
    CHECK(reads_back(&sheet, &merged) && is_attributed(&sheet));
    REQUIRE(sheet.slot_count == 1);
    CHECK_INT(sheet.slots[0].wording_count, 3);
    CHECK_STR(sheet.slots[0].wordings[1].text, STR("within 30 days of"));
    CHECK_INT(sheet.slots[0].wordings[1].party_count, 2);
}

TEST(edits_that_only_touch_are_two_slots)
{
    struct party_draft drafts[] = {
        draft(STR("A"), STR("one TWO three four five\n")),
        draft(STR("B"), STR("one two THREE four five\n")),
    };
    struct merged merged;
    struct sheet sheet;
    REQUIRE(merge_texts(STR("one two three four five\n"), drafts, 2, &merged, &sheet));
    CHECK(reads_back(&sheet, &merged));
    REQUIRE(sheet.slot_count == 2);
    CHECK(sheet.slots[0].touches_next && !sheet.slots[1].touches_next);
}

TEST(a_moved_point_is_found)
{
    struct str base = STR("First point about the ceasefire line and its monitoring.\n"
                          "Second point about prisoners who shall be released at once.\n"
                          "Third point about reconstruction funds and their trustees.\n"
                          "Fourth point about elections under international observation.\n");
    struct str moved = STR("First point about the ceasefire line and its monitoring.\n"
                           "Third point about reconstruction funds and their trustees.\n"
                           "Fourth point about elections under international observation.\n"
                           "Second point about prisoners who shall be released at once.\n");
    struct party_draft drafts[] = {draft(STR("A"), moved)};
    struct merged merged;
    struct sheet sheet;
    REQUIRE(merge_texts(base, drafts, 1, &merged, &sheet));
    CHECK(reads_back(&sheet, &merged));
    REQUIRE(sheet.move_count == 1);
    CHECK_INT(sheet.slot_count, 2);
    CHECK(sheet.slots[0].whole && sheet.slots[1].whole);
}

// A phrase that changes its place inside a long paragraph does not move the paragraph.
TEST(a_phrase_that_moves_within_its_paragraph_is_two_small_slots)
{
    struct builder base = builder_make(tap_arena());
    struct builder moved = builder_make(tap_arena());
    for (int i = 0; i < 400; i++)
        builder_print(&base, "%sword%d", i > 0 ? " " : "", i);
    for (int i = 0; i < 400; i++)
        if (i < 100 || i >= 110)
            builder_print(&moved, "%sword%d", i > 0 ? " " : "", i);
        else if (i == 100)
            builder_add_c(&moved, " changed");
    for (int i = 100; i < 110; i++)
        builder_print(&moved, " word%d", i);
    builder_add_byte(&base, '\n');
    builder_add_byte(&moved, '\n');
    struct party_draft drafts[] = {draft(STR("A"), builder_str(&moved))};
    struct merged merged;
    struct sheet sheet;
    REQUIRE(merge_texts(builder_str(&base), drafts, 1, &merged, &sheet));
    CHECK(reads_back(&sheet, &merged));
    CHECK_INT(sheet.move_count, 0);
    CHECK_INT(sheet.slot_count, 2);
}

TEST(renumbering_is_no_open_slot)
{
    struct str base = STR("1. The first rule holds here.\n2. The second rule holds there.\n");
    struct str longer = STR("1. The first rule holds here.\n2. A rule comes in between them.\n"
                            "3. The second rule holds there.\n");
    struct party_draft drafts[] = {draft(STR("A"), longer), draft(STR("B"), base)};
    struct merged merged;
    struct sheet sheet;
    REQUIRE(merge_texts(base, drafts, 2, &merged, &sheet));
    CHECK(reads_back(&sheet, &merged));
    uint32_t open = 0;
    for (uint32_t i = 0; i < merged.slot_count; i++)
        open += slot_is_open(&merged.slots[i]);
    CHECK_INT(open, 1);
    CHECK_INT(merged.slot_count, 2);
}

// A cell that was empty gets a numbered provision: its number is part of what is put in.
TEST(a_label_put_into_an_empty_line_belongs_to_its_words)
{
    struct party_draft drafts[] = {draft(STR("A"), STR("(c) the form of payment;\n")),
                                   draft(STR("B"), STR("(d) the form of payment;\n")),
                                   draft(STR("C"), STR("\n")),
                                   draft(STR("D"), STR("(c) the form of payment;\n"))};
    struct merged merged;
    struct sheet sheet;
    REQUIRE(merge_texts(STR("\n"), drafts, 4, &merged, &sheet));
    CHECK(reads_back(&sheet, &merged) && is_attributed(&sheet));
    REQUIRE(sheet.slot_count == 1 && sheet.slots[0].wording_count == 3);
    CHECK_STR(sheet.slots[0].wordings[1].text, STR("(c) the form of payment;"));
    CHECK_INT(sheet.slots[0].wordings[1].party_count, 2);
    CHECK_STR(sheet.slots[0].wordings[2].text, STR("(d) the form of payment;"));
}

TEST(a_line_that_is_emptied_loses_its_label_in_one_slot)
{
    struct party_draft drafts[] = {draft(STR("A"), STR("\n")),
                                   draft(STR("B"), STR("(c) the form of payment;\n"))};
    struct merged merged;
    struct sheet sheet;
    REQUIRE(merge_texts(STR("(c) the form of payment;\n"), drafts, 2, &merged, &sheet));
    CHECK(reads_back(&sheet, &merged) && is_attributed(&sheet));
    REQUIRE(sheet.slot_count == 1 && sheet.slots[0].wording_count == 2);
    CHECK_STR(sheet.slots[0].wordings[0].text, STR("(c) the form of payment;"));
    CHECK_STR(sheet.slots[0].wordings[1].text, STR(""));
}

// "Q." is a label where "P." stands before it, and a word elsewhere: it says the same.
TEST(a_label_in_one_draft_and_words_in_another_are_one_wording)
{
    struct party_draft drafts[] = {draft(STR("A"), STR("P.\nQ.")), draft(STR("B"), STR("."))};
    struct merged merged;
    struct sheet sheet;
    REQUIRE(merge_texts(STR(".\nQ."), drafts, 2, &merged, &sheet));
    CHECK(reads_back(&sheet, &merged) && is_attributed(&sheet));
    REQUIRE(sheet.slot_count > 0);
    const struct sheet_slot *last = &sheet.slots[sheet.slot_count - 1];
    REQUIRE(last->wording_count == 2);
    CHECK_STR(last->wordings[0].text, STR("Q."));
    CHECK_INT(last->wordings[0].party_count, 1);
    CHECK_STR(last->wordings[1].text, STR(""));
}

// A text of a few words from a small stock, so that much is equal by chance.
static struct str random_text(struct tap_random *random)
{
    static const char *const stock[] = {"the", "Party", "shall", "may", "act", "30", "days", "of",
                                        ",",   ".\n",   "\n",    "and", "(a)", "2.", "  ",   "x"};
    struct builder text = builder_make(tap_arena());
    uint32_t count = tap_random_below(random, 40);
    for (uint32_t i = 0; i < count; i++) {
        builder_add_c(&text, stock[tap_random_below(random, 16)]);
        if (tap_random_below(random, 5) > 0)
            builder_add_byte(&text, ' ');
    }
    builder_add_byte(&text, '\n');
    return builder_str(&text);
}

// What a reader reads: the words, their lines, white space folded.
static struct str words_of(struct str text)
{
    struct builder out = builder_make(tap_arena());
    struct str line;
    while (str_cut(&text, '\n', &line)) {
        struct str word;
        bool any = false;
        while (str_cut(&line, ' ', &word)) {
            word = str_trim(word);
            if (word.length == 0)
                continue;
            if (any)
                builder_add_byte(&out, ' ');
            builder_add(&out, word);
            any = true;
        }
        builder_add_byte(&out, '\n');
    }
    return builder_str(&out);
}

static bool same_words(struct str a, struct str b)
{
    return tap_check_str(words_of(a), words_of(b), __FILE__, __LINE__, "words");
}

static bool holds_on(struct str base, const struct party_draft *drafts, uint32_t count)
{
    struct merged merged;
    struct sheet sheet;
    if (!merge_texts(base, drafts, count, &merged, &sheet))
        return false;
    struct str base_read =
        sheet_read(&sheet, (struct sheet_reading){.kind = READ_BASE}, tap_arena());
    if (!tap_check_str(base_read, merged.base->text, __FILE__, __LINE__, "M1"))
        return false;
    for (uint32_t p = 0; p < count; p++)
        if (!same_words(sheet_read(&sheet, (struct sheet_reading){READ_PARTY, {p}}, tap_arena()),
                        merged.drafts[p]->text))
            return false;
    return is_attributed(&sheet);
}

TEST(the_invariants_hold_on_random_texts)
{
    struct tap_random random = {11};
    for (int round = 0; round < 4000; round++) {
        static const char *const names[] = {"A", "B", "C", "D"};
        uint32_t count = 1 + tap_random_below(&random, 4);
        struct party_draft drafts[4];
        for (uint32_t p = 0; p < count; p++)
            drafts[p] = draft(str_of(names[p]), random_text(&random));
        struct str base = random_text(&random);
        if (!holds_on(base, drafts, count)) {
            printf("# round %d, base:\n%.*s", round, STR_ARGS(base));
            for (uint32_t p = 0; p < count; p++)
                printf("# draft %u:\n%.*s", p, STR_ARGS(drafts[p].document->text));
            return;
        }
    }
}

// The rows of a .jsonl file: each row's base and variants.
static void each_row(const char *path, const char *base_name,
                     bool (*check)(const struct json *row, const char *base_name))
{
    const char *file = tap_shared(path);
    if (!file) {
        tap_skip("the real inputs are not here");
        return;
    }
    struct str rest = tap_file(file);
    struct str line;
    int row_number = 0;
    while (str_cut(&rest, '\n', &line)) {
        struct error error;
        const struct json *row;
        row_number++;
        REQUIRE_DONE(json_read(STR("row"), line, &input_limits_default, tap_arena(), &row, &error),
                     &error);
        if (!check(row, base_name)) {
            printf("# row %d\n", row_number);
            return;
        }
    }
}

static bool gdpr_row(const struct json *row, const char *base_name)
{
    const struct json *variants = json_member(row, "variants");
    struct party_draft *drafts = ARENA_ARRAY(tap_arena(), struct party_draft, variants->count);
    for (size_t i = 0; i < variants->count; i++)
        drafts[i] = draft(variants->names[i], variants->items[i].text);
    return holds_on(json_member(row, base_name)->text, drafts, (uint32_t)variants->count);
}

static bool trilogue_row(const struct json *row, const char *base_name)
{
    struct party_draft drafts[] = {draft(STR("EP"), json_member(row, "EP")->text),
                                   draft(STR("Council"), json_member(row, "Council")->text)};
    return holds_on(json_member(row, base_name)->text, drafts, 2);
}

TEST(the_invariants_hold_on_rival_provisions)
{
    each_row("data/merge/gdpr_provisions.jsonl", "base", gdpr_row);
}

TEST(the_invariants_hold_on_four_column_rows)
{
    each_row("data/merge/trilogue_rows.jsonl", "COM", trilogue_row);
}

static struct str prose(const char *name)
{
    const char *path =
        tap_shared(arena_print(tap_arena(), "data/merge/prose-100p/%s.txt", name).bytes);
    return path ? tap_file(path) : (struct str){NULL, 0};
}

TEST(four_copies_of_a_long_text_read_back_to_the_byte)
{
    struct str base = prose("base");
    if (base.length == 0) {
        tap_skip("the real inputs are not here");
        return;
    }
    struct party_draft drafts[] = {draft(STR("A"), prose("A")), draft(STR("B"), prose("B")),
                                   draft(STR("C"), prose("C")), draft(STR("D"), prose("D"))};
    struct merged merged;
    struct sheet sheet;
    REQUIRE(merge_texts(base, drafts, 4, &merged, &sheet));
    CHECK(reads_back(&sheet, &merged) && is_attributed(&sheet));
}

TESTS(TAP_ENTRY(rival_wordings_of_one_place_are_one_slot),
      TAP_ENTRY(edits_that_only_touch_are_two_slots), TAP_ENTRY(a_moved_point_is_found),
      TAP_ENTRY(a_phrase_that_moves_within_its_paragraph_is_two_small_slots),
      TAP_ENTRY(renumbering_is_no_open_slot),
      TAP_ENTRY(a_label_put_into_an_empty_line_belongs_to_its_words),
      TAP_ENTRY(a_line_that_is_emptied_loses_its_label_in_one_slot),
      TAP_ENTRY(a_label_in_one_draft_and_words_in_another_are_one_wording),
      TAP_ENTRY(the_invariants_hold_on_random_texts),
      TAP_ENTRY(the_invariants_hold_on_rival_provisions),
      TAP_ENTRY(the_invariants_hold_on_four_column_rows),
      TAP_ENTRY(four_copies_of_a_long_text_read_back_to_the_byte))
