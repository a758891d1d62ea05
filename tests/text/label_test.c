// SPDX-License-Identifier: Apache-2.0
#include "tap.h"
#include "text/label.h"
#include "text/outline.h"

TEST(labels_are_found_and_running_text_is_left_alone)
{
    static const struct {
        const char *line;
        const char *label; // NULL: none
        const char *body;
    } rows[] = {
        {"Article 4", "Article 4", ""},
        {"ARTICLE 12a: Scope", "ARTICLE 12a:", "Scope"},
        {"Art. 4 Entry into force", "Art. 4", "Entry into force"},
        {"Article 4 of the Treaty applies.", NULL, NULL},
        {"section 2 shall apply", NULL, NULL},
        {"Section 2.1 — Scope", "Section 2.1", "— Scope"},
        {"§ 7 Fristen", "§ 7", "Fristen"},
        {"Annex I", "Annex I", ""},
        {"Annex 7-B. Sensitive Goods", "Annex 7-B.", "Sensitive Goods"},
        {"Article 4-Bis", NULL, NULL},
        {"Article QQ.A.5: {Understandings}", "Article QQ.A.5:", "{Understandings}"},
        {"Article X.Y", "Article X.Y", ""},
        {"Article U.S. firms", NULL, NULL},
        {"Article Six Scope", "Article Six", "Scope"},
        {"Part of the text", NULL, NULL},
        {"Стаття 5. Строк дії", "Стаття 5.", "Строк дії"},
        {"3. The Parties", "3.", "The Parties"},
        {"3.", "3.", ""},
        {"3.1 In accordance", "3.1", "In accordance"},
        {"3.1.2. the", "3.1.2.", "the"},
        {"3.5 million people", NULL, NULL},
        {"30 days", NULL, NULL},
        {"12. 5. 2024", NULL, NULL},
        {"1805", NULL, NULL},
        {"1812. It was", NULL, NULL},
        {"(a) one", "(a)", "one"},
        {"(a)(ii) two", "(a)(ii)", "two"},
        {"(20)Commission Regulation", "(20)", "Commission Regulation"},
        {"(iv)\tfour", "(iv)", "four"},
        {"(s)he may", NULL, NULL},
        {"(EU) 2016/679", NULL, NULL},
        {"(b) ", "(b)", ""},
        {"a) one", "a)", "one"},
        {"1) one", "1)", "one"},
        {"IV. ESTABLISHMENT", "IV.", "ESTABLISHMENT"},
        {"• item", "•", "item"},
        {"- item", "-", "item"},
        {"-5 degrees", NULL, NULL},
        {"I", NULL, NULL},
        {"mix. of", NULL, NULL},
        {"e.g. this", NULL, NULL},
        {"", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct typed_label label;
        struct str line = str_of(rows[i].line);
        bool found = label_typed(line, &label);
        tap_check(found == (rows[i].label != NULL), __FILE__, __LINE__, rows[i].line);
        if (!found || rows[i].label == NULL)
            continue;
        CHECK_STR(label.text, str_of(rows[i].label));
        CHECK_STR(str_skip(line, label.bytes), str_of(rows[i].body));
    }
}

TEST(an_outline_has_headings_and_nested_items)
{
    static const struct {
        const char *line;
        enum paragraph_kind kind;
        uint32_t level;
    } rows[] = {
        {"FRAMEWORK AGREEMENT", PARAGRAPH_HEADING, 1},
        {"A. Smith and others agreed as follows.", PARAGRAPH_TEXT, 0},
        {"Article 1", PARAGRAPH_HEADING, 2},
        {"1. The Parties shall:", PARAGRAPH_ITEM, 1},
        {"(h) eight;", PARAGRAPH_ITEM, 2},
        {"(i) nine;", PARAGRAPH_ITEM, 2},
        {"(ii) Roman;", PARAGRAPH_ITEM, 3},
        {"2. And also:", PARAGRAPH_ITEM, 1},
        {"(i) one;", PARAGRAPH_ITEM, 2},
        {"(ii) two.", PARAGRAPH_ITEM, 2},
        {"Article 2 of the old treaty stays.", PARAGRAPH_TEXT, 0},
    };
    enum { COUNT = sizeof rows / sizeof rows[0] };
    struct outline_line lines[COUNT];
    struct outline_fact facts[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        lines[i] = (struct outline_line){str_of(rows[i].line), false};
    outline_guess(lines, COUNT, tap_arena(), facts);
    for (size_t i = 0; i < COUNT; i++) {
        tap_check(facts[i].kind == rows[i].kind, __FILE__, __LINE__, rows[i].line);
        tap_check_int(facts[i].level, rows[i].level, __FILE__, __LINE__, rows[i].line);
    }
}

TESTS(TAP_ENTRY(labels_are_found_and_running_text_is_left_alone),
      TAP_ENTRY(an_outline_has_headings_and_nested_items))
