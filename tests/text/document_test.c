// SPDX-License-Identifier: Apache-2.0
#include "tap.h"
#include "text/draft.h"

static const struct origin nowhere = {0, 0, 0};

static void add_paragraph(struct document_draft *draft, struct str text)
{
    draft_open_paragraph(draft, nowhere);
    draft_text(draft, text, 0, nowhere);
    draft_close_paragraph(draft, &(struct paragraph){.kind = PARAGRAPH_TEXT}, 0);
}

static struct document *two_paragraphs_around_a_table(void)
{
    struct document_draft draft = draft_begin(tap_arena(), FORM_PLAIN, STR("x"));
    draft_open(&draft, BLOCK_BODY, STR("body"), nowhere);
    add_paragraph(&draft, STR("one"));
    draft_open(&draft, BLOCK_TABLE, STR(""), nowhere);
    draft_open(&draft, BLOCK_ROW, STR(""), nowhere);
    draft_open(&draft, BLOCK_CELL, STR(""), nowhere);
    draft_close(&draft, STR(""), 0);
    draft_close(&draft, STR(""), 0);
    draft_close(&draft, STR(""), 0);
    add_paragraph(&draft, STR("two"));
    draft_close(&draft, STR(""), 0);
    return draft_end(&draft);
}

TEST(a_built_document_keeps_its_invariants)
{
    struct document *document = two_paragraphs_around_a_table();
    struct error error;
    REQUIRE_DONE(document_check(document, &error), &error);
    CHECK_STR(document->text, STR("one\n\ntwo\n"));
    CHECK_INT(document->paragraph_count, 3);
    struct range table = block_range(document, 2);
    CHECK_INT(table.from, 4);
    CHECK_INT(table.to, 5);
    CHECK_INT(paragraph_at(document, 3), 0);
    CHECK_INT(paragraph_at(document, 4), 1);
    CHECK_INT(paragraph_at(document, 5), 2);
}

TEST(a_broken_document_is_found_by_the_number_of_its_invariant)
{
    struct document *document = two_paragraphs_around_a_table();
    struct error error;
    document->paragraph_count = 2;
    CHECK(!document_check(document, &error));
    CHECK(str_contains(str_of(error.message), STR("invariant 2")));
}

TESTS(TAP_ENTRY(a_built_document_keeps_its_invariants),
      TAP_ENTRY(a_broken_document_is_found_by_the_number_of_its_invariant))
