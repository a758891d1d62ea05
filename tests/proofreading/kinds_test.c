// SPDX-License-Identifier: Apache-2.0
// Steps, amounts, duties, lists, signatures, contents and dates: what is told of each and what is left alone.
#include "proofreading/proofread.h"

#include "base/builder.h"
#include "exchange/plain/plain.h"

#include "tap.h"

static struct error error;

// The findings as lines: "amount likely: Rent of GBP 900".
static struct str said(const char *text)
{
    const struct document *document = NULL;
    struct proofreading proof;
    tap_done(plain_read(STR("lease.txt"), str_of(text), &input_limits_default, tap_arena(),
                        &document, &error) &&
                 proofread(document, proof_memory_make(tap_arena()), &input_limits_default,
                           tap_arena(), &proof, &error),
             &error, __FILE__, __LINE__);
    struct builder out = builder_make(tap_arena());
    for (size_t i = 0; i < proof.findings.count; i++) {
        const struct proof_finding *finding = LIST_AT(&proof.findings, struct proof_finding, i);
        builder_print(&out, "%s %s: %.*s\n", finding_kind_name(finding->kind),
                      proof_certainty_name(finding->certainty),
                      STR_ARGS(proof_words(&proof.text, finding->place)));
    }
    return builder_str(&out);
}

struct proof_case {
    const char *text;
    const char *said;
};

static void check_all(const struct proof_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        CHECK_STR(said(cases[i].text), str_of(cases[i].said));
}
#define CHECK_ALL(cases) check_all(cases, sizeof(cases) / sizeof *(cases))

TEST(rows_of_signs_in_brackets_are_blanks)
{
    static const struct proof_case cases[] = {
        {"They open on [\u2026\u2026] and close on [____].",
         "blank sure: [\u2026\u2026]\nblank sure: [____]\n"},
        {"They open on [_] days, or [.5] of them, as [a.b.c] says.", ""},
    };
    CHECK_ALL(cases);
}

TEST(steps_that_leave_a_gap_or_overlap_are_found)
{
    static const struct proof_case cases[] = {
        {"Lorries of up to 50 tonnes pay 20; lorries of more than 60 tonnes pay 30.",
         "threshold likely: more than 60 tonnes\n"},
        {"Lorries of up to 50 tonnes pay 20; lorries of more than 40 tonnes pay 30.",
         "threshold likely: more than 40 tonnes\n"},
        {"Cars of less than 2 tonnes pay 20; cars of more than 2 tonnes pay 30.",
         "threshold look: more than 2 tonnes\n"},
        {"Cars of up to 2 tonnes pay 20; cars of at least 2 tonnes pay 30.",
         "threshold look: at least 2 tonnes\n"},
        {"Cars of up to 2 tonnes pay 20; cars of more than 2 and up to 5 tonnes pay 30; "
         "cars of more than 5 tonnes pay 40.",
         ""},
        {"Teams of up to five persons pay 20; teams of at least six persons pay 30.", ""},
        {"A notice of up to 30 days is free; cars of more than 60 tonnes pay.", ""},
        {"The panel has at least three members, and up to nine members.", ""},
    };
    CHECK_ALL(cases);
}

#define CLAUSES "1. The parties act.\n\n2. The price is due.\n\n3. "

TEST(words_in_quotation_marks_behind_a_clause_are_no_document)
{
    static const struct proof_case cases[] = {
        {CLAUSES "This modifies the demand in section 51 to \"keep all notices\".",
         "reference sure: section 51\n"},
        {CLAUSES "The parties apply section 51 of \"The Harbour Accord\".", ""},
    };
    CHECK_ALL(cases);
}

TEST(one_thing_with_two_amounts_is_found)
{
    static const struct proof_case cases[] = {
        {"A Rent of GBP 900 a month is due.\nThe Rent of GBP 950 a month is paid late.",
         "amount likely: Rent of GBP 950\n"},
        {"A Rent of GBP 900 is due.\nThe Rent of USD 900 is paid late.",
         "amount likely: Rent of USD 900\n"},
        {"They pay EUR 900.\nThe sum of EUR 800 referred to in paragraph 1 is late.",
         "amount likely: sum of EUR 800\n"},
        {"A fee of EUR 5 is paid on Monday and a fee of EUR 9 on Tuesday.", ""},
        {"A Rent of GBP 900 a month is due, which is a Rent of GBP 10,800 a year.", ""},
        {"They pay EUR 900.\nThe sum of EUR 900 referred to in paragraph 1 is late.", ""},
    };
    CHECK_ALL(cases);
}

#define DEFINED                                                                                    \
    "\"Tenant\" means Ann. \"Landlord\" means Bob. \"Flat\" means this one. The Tenant, the "      \
    "Landlord and the Flat.\n"

TEST(duties_of_nobody_and_of_strangers_are_found)
{
    static const struct proof_case cases[] = {
        {"The shall pay the rent.", "obligation sure: The shall\n"},
        {DEFINED "The Operator shall pay.", "obligation likely: Operator\n"},
        {DEFINED "The Tenant shall pay. The Depositary shall inform all.", ""},
        {DEFINED "The Operators are named in a list. The Operator shall pay.", ""},
        {"The Tenant shall not use the flat at night.\nThe Tenant may not use the flat at night.",
         "obligation likely: Tenant may not use the flat\n"},
        {"The Tenant shall not use the flat.\nThe Tenant may not keep a dog.", ""},
    };
    CHECK_ALL(cases);
}

#define JOINED "They bring:\n(a) bread;\n(b) salt; and\n(c) wine.\n"

TEST(the_and_before_the_last_item_is_looked_for)
{
    static const struct proof_case cases[] = {
        {JOINED JOINED "They take:\n(a) bread;\n(b) salt;\n(c) wine.\n",
         "enumeration likely: (b) salt;\n"},
        {JOINED "They take:\n(a) bread;\n(b) oil; and\n(c) salt; and\n(d) wine.\n",
         "enumeration likely: ; and\n"},
        {"They take:\n(a) bread;\n(b) salt;\n(c) wine.\n", ""},
        {"They take:\na) bread;\nb) oil; and\nc) salt; and\nd) wine.\n",
         "enumeration likely: ; and\n"},
        {JOINED JOINED, ""},
    };
    CHECK_ALL(cases);
}

TEST(letters_that_are_roman_numbers_too_are_counted_as_letters)
{
    static const struct proof_case cases[] = {
        {"They take:\n(a) bread;\n(b) oil;\n(c) salt;\n(e) wine.\n", "enumeration sure: (e)\n"},
        {"They take:\n(a) bread;\n(b) oil;\n(b) salt;\n(d) wine.\n", "enumeration sure: (b)\n"},
        {"(a) one;\n(b) two:\n(i) three;\n(ii) four;\n(iii) five;\n(iv) six;\n(c) seven.\n", ""},
    };
    CHECK_ALL(cases);
}

#define PREAMBLE                                                                                   \
    "This lease is made between Alder House Limited (the \"Landlord\") and Birch Freight Limited " \
    "(the \"Tenant\").\nThe Landlord lets, the Tenant pays.\n"

TEST(who_signs_is_held_against_who_the_parties_are)
{
    static const struct proof_case cases[] = {
        {PREAMBLE
         "Signed for Alder House Limited: ______\nSigned for Birch Freight Limited: ______\n",
         ""},
        {PREAMBLE "Signed for the Landlord: ______\nSigned for the Tenant: ______\n", ""},
        {PREAMBLE "Signed for Alder House Limited: ______\n",
         "signature likely: Birch Freight Limited\n"},
        {PREAMBLE "Signed for the Landlord: ______\nSigned for the Tenant: ______\n"
                  "Signed for Cedar Bank: ______\n",
         "signature likely: Cedar Bank\n"},
    };
    CHECK_ALL(cases);
}

#define HEADINGS "1. Scope\nThe flat.\n\n2. Rent\nIt is due.\n\n3. End\nIt ends.\n"

TEST(contents_are_held_against_headings)
{
    static const struct proof_case cases[] = {
        {"Contents\n1. Scope\n2. Rent\n3. End\n\n" HEADINGS, ""},
        {"Contents\n1. Scope\n2. Price\n3. End\n\n" HEADINGS, "contents likely: 2. Price\n"},
        {"Contents\n1. Scope ..... 1\n2. Rent ..... 2\n3. End ..... 3\n4. Law ..... 4\n\n" HEADINGS,
         "contents likely: 4. Law ..... 4\n"},
    };
    CHECK_ALL(cases);
}

TEST(what_would_end_before_it_begins_is_found)
{
    static const struct proof_case cases[] = {
        {"The Term begins on 4 May 2031 and ends on 4 May 2030.", "timetable likely: 4 May 2030\n"},
        {"The Term begins on 4 May 2031 and ends on 4 May 2032.", ""},
        {"This Plan shall enter into force on 4 May 2031.\nIt stays in force until 1 May 2031.",
         "timetable likely: 1 May 2031\n"},
    };
    CHECK_ALL(cases);
}

TEST(other_manners_to_define_and_to_number_are_read)
{
    static const struct proof_case cases[] = {
        // "You" and "Your" are both defined; a paragraph may say what a name is without "means".
        {"1. \"You\" (or \"Your\") means the reader.\n\nA \"Second Part\" is whatever follows.\n\n"
         "\"First Part\" – what comes before.\n\nThe \"Whole Book\" of the two means both.\n\n"
         "You shall read the First Part, Your Second Part and the Whole Book.\n\n"
         "\"First Part\" means nothing. \"Second Part\" means nothing.",
         "term sure: First Part\nterm sure: Second Part\n"},
        // Section 8.0 is Section 8; 3.1 is that wherever it hangs; "this Section" means itself.
        {"1.0 First. It is so.\n\n2.0 Second. It is so.\n\n3.0 Third. It is so.\n\n"
         "3.1 See Section 2, Section 3.1 of this text and this Section 3.1.\n\n"
         "8.0 Last. Section 8 and Sections 1, 3.1 and 2 go on; Section 9 does not.",
         "reference likely: Section 3.1\nreference likely: Section 9\n"},
        {"1. The key in Exhibit A shall be read.", "reference look: Exhibit A\n"},
        {"The sum is [the sum that the parties find, to be inserted]. It is [to be paid by the "
         "owner of it].",
         "blank likely: [the sum that the parties find, to be inserted]\n"},
    };
    CHECK_ALL(cases);
}

TESTS(TAP_ENTRY(rows_of_signs_in_brackets_are_blanks),
      TAP_ENTRY(words_in_quotation_marks_behind_a_clause_are_no_document),
      TAP_ENTRY(other_manners_to_define_and_to_number_are_read),
      TAP_ENTRY(steps_that_leave_a_gap_or_overlap_are_found),
      TAP_ENTRY(one_thing_with_two_amounts_is_found),
      TAP_ENTRY(duties_of_nobody_and_of_strangers_are_found),
      TAP_ENTRY(the_and_before_the_last_item_is_looked_for),
      TAP_ENTRY(letters_that_are_roman_numbers_too_are_counted_as_letters),
      TAP_ENTRY(who_signs_is_held_against_who_the_parties_are),
      TAP_ENTRY(contents_are_held_against_headings),
      TAP_ENTRY(what_would_end_before_it_begins_is_found))
