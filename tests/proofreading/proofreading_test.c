// SPDX-License-Identifier: Apache-2.0
// What proofreading finds, and what it leaves alone: each check on sentences of its own.
#include "proofreading/proofread.h"

#include "base/builder.h"
#include "exchange/markdown/markdown.h"
#include "exchange/plain/plain.h"

#include "tap.h"

static struct error error;

static const struct proofreading *proof_of(const char *text)
{
    const struct document *document = NULL;
    struct proofreading *proof = ARENA_NEW(tap_arena(), struct proofreading);
    tap_done(plain_read(STR("treaty.txt"), str_of(text), &input_limits_default, tap_arena(),
                        &document, &error) &&
                 proofread(document, proof_memory_make(tap_arena()), &input_limits_default,
                           tap_arena(), proof, &error),
             &error, __FILE__, __LINE__);
    return proof;
}

// The findings as lines: "reference sure: Article 9".
static struct str said(const char *text)
{
    const struct proofreading *proof = proof_of(text);
    struct builder out = builder_make(tap_arena());
    for (size_t i = 0; i < proof->findings.count; i++) {
        const struct proof_finding *finding = LIST_AT(&proof->findings, struct proof_finding, i);
        builder_print(&out, "%s %s: %.*s\n", finding_kind_name(finding->kind),
                      proof_certainty_name(finding->certainty),
                      STR_ARGS(proof_words(&proof->text, finding->place)));
    }
    return builder_str(&out);
}

#define ARTICLES                                                                                   \
    "Article 1\nThe Parties meet.\n\nArticle 2\n1. They vote.\n2. They report:\n(a) each year;\n"  \
    "(b) when asked.\n\nArticle 3\nThey leave.\n\n"

TEST(references_to_what_is_not_there_are_found)
{
    CHECK_STR(said(ARTICLES "Article 4\nArticle 9 applies to Articles 1 and 7.\n"),
              STR("reference sure: Article 9\nreference sure: 7\n"));
    CHECK_STR(said(ARTICLES "Article 4\nSee Article 2(3) and paragraph 2(c) of Article 2.\n"),
              STR("reference likely: Article 2(3)\nreference likely: paragraph 2(c)\n"));
    CHECK_STR(
        said(ARTICLES "Article 4\nUnder this Agreement, in particular Article 33, they pay.\n"),
        STR("reference sure: Article 33\n"));
    CHECK_STR(said(ARTICLES "Article 4\nArticles 3 to 2 apply.\n"),
              STR("reference sure: 3 to 2\n"));
    CHECK_STR(said(ARTICLES "Article 4\nArticle 2, paragraph 5, applies.\n"),
              STR("reference likely: paragraph 5\n"));
    CHECK_STR(
        said(ARTICLES "Article 4\nSee articles 8 and 9, articles 7(2) and articles 6 et seq.\n"),
        STR("reference sure: articles 8\nreference sure: 9\nreference sure: articles 7(2)\n"
            "reference sure: articles 6\n"));
}

TEST(references_that_are_right_or_lead_elsewhere_are_left_alone)
{
    static const char *const right[] = {
        ARTICLES
        "Article 4\nArticle 2(2)(a), point (b) of paragraph 2 of Article 2 and Articles 1 to 3.\n",
        ARTICLES
        "Article 4\nRecalling the Charter of the United Nations, in particular Article 33,\n",
        ARTICLES
        "Article 4\nUnder Article 99 of the Charter and Article 51, paragraph 9, of the Treaty.\n",
        ARTICLES "Article 4\nAs decision 1/CP.19, paragraph 20, says, and Article 81 TFEU.\n",
        ARTICLES "Article 4\nThe term is 9 years. In 2031 Article 3 of this Agreement ends.\n",
        ARTICLES "Article 4\nArticle III applies.\n",
        ARTICLES
        "Article 4\nThe Seller sends the articles 8 days later, and articles 12 in boxes.\n",
        "1. The plan begins.\n2. As point 1 says.\n3. As paragraph 2 above says.\n",
    };
    for (size_t i = 0; i < sizeof right / sizeof right[0]; i++)
        CHECK_STR(said(right[i]), STR(""));
}

// What a reading adds beside its base.
static struct str beside(const char *base, const char *reading)
{
    const struct proofreading *old = proof_of(base);
    struct proofreading now = *proof_of(reading);
    size_t before = now.findings.count;
    proofread_beside(old, &now);
    CHECK(now.findings.count >= before);
    struct builder out = builder_make(tap_arena());
    for (size_t i = 0; i < now.findings.count; i++) {
        const struct proof_finding *finding = LIST_AT(&now.findings, struct proof_finding, i);
        builder_print(&out, "%.*s: %.*s\n", STR_ARGS(proof_words(&now.text, finding->place)),
                      STR_ARGS(finding->message));
    }
    return builder_str(&out);
}

#define PLAN "1. The troops leave.\n2. The seat moves.\n"

TEST(references_that_lead_elsewhere_since_clauses_moved_are_found)
{
    const char *base = PLAN "3. The fund pays.\n4. As point 3 says, they pay.\n";
    CHECK_STR(beside(base, base), STR(""));
    CHECK_STR(
        beside(base, "1. The seat moves.\n2. The fund pays.\n3. As point 3 says, they pay.\n"),
        STR("3: the clause that this means in the base has another number here\n"));
    CHECK_STR(beside(base, PLAN "3. The fund pays later.\n4. As point 3 says, they pay.\n"),
              STR(""));
    CHECK_STR(
        beside(base, "1. The troops leave.\n2. The fund pays.\n3. As point 2 says, they pay.\n"),
        STR(""));
    CHECK_STR(beside(PLAN "3. The fund pays.\n4. As point 2 says, they move.\n",
                     "1. The troops leave.\n2. The fund pays.\n3. As point 2 says, they move.\n"),
              STR("2: the clause that this means in the base is gone here\n"));
}

#define TERMS                                                                                      \
    "Article 1\n\"Closing Date\" means 4 May 2031.\n\"Services\" means what Annex A lists.\n"      \
    "\"Site\" means the yard.\n\nAnnex A\nThe Services on the Site end on the Closing Date.\n"

TEST(terms_are_held_to_their_definitions)
{
    CHECK_STR(said(TERMS), STR(""));
    CHECK_STR(said(TERMS "\"Site\" means the harbour.\n"), STR("term sure: Site\n"));
    CHECK_STR(said(TERMS "\"Fee\" means 5 crowns.\n"), STR("term likely: Fee\n"));
    CHECK_STR(said(TERMS "They pay on the Closing date.\n"), STR("term likely: Closing date\n"));
    CHECK_STR(said(TERMS "A date and a start are set: the Start Date.\n"),
              STR("term likely: Start Date\n"));
}

TEST(figures_that_disagree_are_found)
{
    CHECK_STR(said("They pay within thirty (20) days.\n"), STR("figure sure: thirty (20)\n"));
    CHECK_STR(said("They pay within thirty (30) days and 20 (twenty) more.\n"), STR(""));
    CHECK_STR(said("It ends on Monday, 4 May 2031.\n"), STR("figure sure: Monday, 4 May 2031\n"));
    CHECK_STR(said("It ends on Sunday, 4 May 2031.\n"), STR(""));
    CHECK_STR(said("It ends on 31 June 2031.\n"), STR("figure sure: 31 June 2031\n"));
}

TEST(shares_that_miss_a_hundred_are_found)
{
    CHECK_STR(said("The shares are 40, 35 and 20 per cent.\n"),
              STR("shares likely: 40, 35 and 20 per cent\n"));
    CHECK_STR(said("The shares are 40, 35 and 25 per cent.\n"), STR(""));
    CHECK_STR(said("Growth was 40, 35 and 20 per cent.\n"), STR(""));
    CHECK_STR(said("The shares are 33.3%, 33.3% and 33.4%.\n"), STR(""));
}

TEST(totals_of_tables_are_added_up)
{
    const struct document *document = NULL;
    struct proofreading proof;
    const char *table = "| Site | Amount |\n|---|---|\n| North | 1,000 |\n| South | 2,500 |\n"
                        "| Total | 3,600 |\n";
    CHECK(markdown_read(STR("t.md"), str_of(table), &input_limits_default, tap_arena(), &document,
                        &error) &&
          proofread(document, proof_memory_make(tap_arena()), &input_limits_default, tap_arena(),
                    &proof, &error));
    REQUIRE(proof.findings.count == 1);
    CHECK_STR(LIST_AT(&proof.findings, struct proof_finding, 0)->message,
              STR("the total is said to be 3600, the figures above make 3500"));
}

TEST(numbers_that_skip_or_repeat_are_found)
{
    CHECK_STR(said("1. One.\n2. Two.\n4. Four.\n5. Five.\n"), STR("enumeration sure: 4.\n"));
    CHECK_STR(said("1. One:\n(a) a;\n(b) b;\n(b) c.\n2. Two.\n"), STR("enumeration sure: (b)\n"));
    CHECK_STR(said("1. One.\n2. Two:\n(a) a;\n(b) b.\n3. Three:\n(a) a;\n(b) b.\n"), STR(""));
    CHECK_STR(
        said("Article 1\n1. One.\n2. Two.\n\nArticle 2\n1. One.\n2. Two.\n\nArticle 2bis\nMore.\n\n"
             "Article 3\nEnd.\n"),
        STR(""));
}

TEST(blanks_and_notes_are_found)
{
    CHECK_STR(said("The seat is in ______ and the fee is [\u25cf].\n"),
              STR("blank sure: ______\nblank sure: [\u25cf]\n"));
    CHECK_STR(said("[Note to draft: ask Velmark.] The term is TBD.\n"),
              STR("blank sure: [Note to draft: ask Velmark.]\nblank sure: TBD\n"));
    CHECK_STR(said("[The Parties shall meet][The Parties should "
                   "meet].\n\n________________\nSigned: ______\n"),
              STR(""));
}

TESTS(TAP_ENTRY(references_to_what_is_not_there_are_found),
      TAP_ENTRY(references_that_are_right_or_lead_elsewhere_are_left_alone),
      TAP_ENTRY(references_that_lead_elsewhere_since_clauses_moved_are_found),
      TAP_ENTRY(terms_are_held_to_their_definitions), TAP_ENTRY(figures_that_disagree_are_found),
      TAP_ENTRY(shares_that_miss_a_hundred_are_found), TAP_ENTRY(totals_of_tables_are_added_up),
      TAP_ENTRY(numbers_that_skip_or_repeat_are_found), TAP_ENTRY(blanks_and_notes_are_found))
