// SPDX-License-Identifier: Apache-2.0
// The index of clause labels: paths are unique, names are what people cite, citations name clauses.
#include "clauses/citation.h"
#include "clauses/clause_index.h"
#include "exchange/plain/plain.h"

#include "tap.h"

static struct error error;

static const struct document *document_of(const char *text)
{
    const struct document *document = NULL;
    tap_done(plain_read(STR("treaty.txt"), str_of(text), &input_limits_default, tap_arena(),
                        &document, &error),
             &error, __FILE__, __LINE__);
    return document;
}

static struct str name_of(const struct document *document, const struct clause_index *index,
                          const char *words)
{
    for (uint32_t i = 0; i < index->count; i++) {
        struct str text = paragraph_text(document, &document->paragraphs[i]);
        if (str_ends_with(text, str_of(words)))
            return index->names[i];
    }
    return STR("(no such paragraph)");
}

TEST(clauses_are_named_as_people_cite_them)
{
    const struct document *document = document_of("Article 4\n"
                                                  "1. The Parties meet.\n"
                                                  "2. They report:\n"
                                                  "(a) once a year;\n"
                                                  "(b) when asked.\n"
                                                  "Article 5\n"
                                                  "1. The seat moves.\n"
                                                  "3. The term ends.\n");
    struct clause_index index;
    clause_index_make(document, tap_arena(), &index);
    CHECK_STR(name_of(document, &index, "when asked."), STR("2(b)"));
    CHECK_STR(name_of(document, &index, "The Parties meet."), STR("Article 4/1"));
    CHECK_STR(name_of(document, &index, "The seat moves."), STR("Article 5/1"));
    CHECK_STR(name_of(document, &index, "The term ends."), STR("3"));
}

TEST(no_two_paragraphs_share_a_path)
{
    struct builder text = builder_make(tap_arena());
    uint32_t draw = 7;
    static const char *const labels[] = {"1. ", "2. ", "(a) ", "(b) ", "(i) ", "Article 1\n", ""};
    for (int i = 0; i < 400; i++) {
        draw = draw * 1103515245u + 12345u;
        builder_print(&text, "%swords of line %d\n", labels[(draw >> 16) % 7], i);
    }
    const struct document *document = document_of(arena_c_string(tap_arena(), builder_str(&text)));
    struct clause_index index;
    clause_index_make(document, tap_arena(), &index);
    CHECK_INT(index.count, document->paragraph_count);
    for (uint32_t i = 0; i < index.count; i++)
        for (uint32_t j = 0; j < i; j++)
            CHECK(!str_equal(index.clauses[i].path, index.clauses[j].path));
}

TEST(a_label_names_its_clause_and_what_stands_in_it)
{
    static const struct {
        const char *label;
        const char *clause;
        bool names;
    } cases[] = {
        {"7", "7", true},           {"7", "7(a)", true},       {"7", "Article 7/2", true},
        {"7", "17", false},         {"7", "7.1", false},       {"7.1", "7.1", true},
        {"(a)", "7(a)", true},      {"3(a)", "3(a)(i)", true}, {"3(a)", "3(b)", false},
        {"12", "Article 12", true}, {"", "7", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_INT(citation_names(str_of(cases[i].label), str_of(cases[i].clause)), cases[i].names);
}

TESTS(TAP_ENTRY(clauses_are_named_as_people_cite_them), TAP_ENTRY(no_two_paragraphs_share_a_path),
      TAP_ENTRY(a_label_names_its_clause_and_what_stands_in_it))
