// SPDX-License-Identifier: Apache-2.0
// Paragraphs that are read once and put together, held against texts that are cut whole; and findings with a
// memory of other texts against findings without.
#include "proofreading/proofread.h"

#include "base/builder.h"
#include "exchange/plain/plain.h"
#include "prose/language.h"

#include "tap.h"

#define TRIALS 400
#define LINES_MOST 12

static struct error error;

// Lines that begin and end in ways that matter where they are joined.
static const char *const lines[] = {
    "The Tenant shall pay thirty (20) days after 31 June 2031.",
    "1. The Deposit of EUR 4,000 is held under Article 9.",
    "(a) up to 50 tonnes, more than 60 tonnes;",
    "\"Closing Date\" means the day; the closing-date and the Closing date",
    "\"Joint Commission\" means a body. The Joint Panel shall meet.",
    "\"Deposit\" means the sum of EUR 5,000",
    "It begins on 4 May 2031 and ends on 3 May 2031",
    "40, 35 and 20 per cent are the shares of the Parties.",
    "They shall not pay the rent early. The Tenant may not",
    "",
    " ",
    "*",
    "* _",
    "\u00a0",
    "\u00a0 more words",
    "  three blanks before",
    "a word that is bro-",
    "ken",
    "5",
    "st",
    "the commanders'",
    "s",
    "the tenant's",
    "\u201cThis Agreement\u201d \u2026\u2026 [date]",
    "Les Parties conviennent de cesser toutes hostilit\u00e9s dans un d\u00e9lai de trente jours "
    "et de retirer leurs "
    "forces de la zone d\u00e9crite en annexe sous le contr\u00f4le de la mission d'observation du "
    "conseil",
    "U.S.A. and Shari'ah, \u0645\u0627\u062f\u0629 \u0663",
};

static struct str made(struct tap_random *random)
{
    struct builder out = builder_make(tap_arena());
    for (uint32_t i = tap_random_below(random, LINES_MOST); i > 0; i--)
        builder_print(&out, "%s%s", lines[tap_random_below(random, sizeof lines / sizeof *lines)],
                      tap_random_below(random, 4) > 0 ? "\n\n" : "\n");
    return builder_str(&out);
}

static const struct document *document_of(struct str text)
{
    const struct document *document = NULL;
    tap_done(
        plain_read(STR("lease.txt"), text, &input_limits_default, tap_arena(), &document, &error),
        &error, __FILE__, __LINE__);
    return document;
}

// A token in words: all that says where and what it is.
static void add_token(const struct token *token, struct builder *out)
{
    builder_print(out, "%u+%u k%u w%u v%u c%u f%u %d%d%d%d%d\n", token->at, token->length,
                  token->kind, token->word, token->value, token->classes, token->first,
                  token->is_capital, token->is_ordinal,
                  token->kind != TOKEN_BREAK && token->is_glued, token->has_hyphen,
                  token->kind != TOKEN_BREAK && token->begins_line);
}

static struct str cut_whole(const struct document *document)
{
    struct builder out = builder_make(tap_arena());
    struct prose prose;
    tap_done(prose_read(document->name, document->text, LINES_ARE_PARAGRAPHS,
                        vocabulary_make(tap_arena()), tap_arena(), &prose, &error),
             &error, __FILE__, __LINE__);
    size_t at = 0;
    for (uint32_t p = 0; p < document->paragraph_count; p++) {
        while (at < prose.count && prose.tokens[at].at < document->paragraphs[p].from)
            at++;
        builder_print(&out, "%zu ", at);
    }
    for (size_t i = 0; i <= prose.count; i++)
        add_token(&prose.tokens[i], &out);
    builder_print(&out, "foreign %d\n", language_is_foreign(document->text));
    return builder_str(&out);
}

static struct str put_together(struct proof_memory *memory, const struct document *document)
{
    struct builder out = builder_make(tap_arena());
    struct proof_tokens tokens;
    tap_done(proof_memory_read(memory, document, tap_arena(), &tokens, &error), &error, __FILE__,
             __LINE__);
    for (uint32_t p = 0; p < document->paragraph_count; p++)
        builder_print(&out, "%u ", tokens.first_token[p]);
    for (size_t i = 0; i <= tokens.prose.count; i++)
        add_token(&tokens.prose.tokens[i], &out);
    builder_print(&out, "foreign %d\n", tokens.is_foreign);
    return builder_str(&out);
}

TEST(paragraphs_that_are_joined_are_the_text_cut_whole)
{
    struct tap_random random = {17};
    struct proof_memory *memory = proof_memory_make(tap_arena());
    int foreign = 0;
    for (int i = 0; i < TRIALS; i++) {
        const struct document *document = document_of(made(&random));
        CHECK_STR(put_together(memory, document), cut_whole(document));
        foreign += language_is_foreign(document->text);
    }
    CHECK(foreign > 0 && foreign < TRIALS);
}

static struct str said(const struct document *document, struct proof_memory *memory)
{
    struct proofreading proof;
    struct builder out = builder_make(tap_arena());
    tap_done(proofread(document, memory, &input_limits_default, tap_arena(), &proof, &error),
             &error, __FILE__, __LINE__);
    for (size_t i = 0; i < proof.findings.count; i++) {
        const struct proof_finding *finding = LIST_AT(&proof.findings, struct proof_finding, i);
        builder_print(&out, "%u-%u %s: %.*s\n", finding->place.from, finding->place.to,
                      finding_kind_name(finding->kind), STR_ARGS(finding->message));
    }
    return builder_str(&out);
}

TEST(what_was_read_before_changes_no_finding)
{
    struct tap_random random = {18};
    struct proof_memory *memory = proof_memory_make(tap_arena());
    size_t bytes = 0;
    for (int i = 0; i < TRIALS; i++) {
        const struct document *document = document_of(made(&random));
        struct str alone = said(document, proof_memory_make(tap_arena()));
        CHECK_STR(said(document, memory), alone);
        bytes += alone.length;
    }
    CHECK(bytes > 10000);
}

TESTS(TAP_ENTRY(paragraphs_that_are_joined_are_the_text_cut_whole),
      TAP_ENTRY(what_was_read_before_changes_no_finding))
