// SPDX-License-Identifier: Apache-2.0
// Tokens that a draft shares with the first document are copied; cut for itself, it must have the same.
#include "base/builder.h"
#include "tap.h"
#include "text/draft.h"
#include "text/tokens.h"

static const struct origin nowhere = {0, 0, 0};

enum { LINES = 6, PIECES_MOST = 40 };

// Pieces of dates, numbers, references, addresses and quotations, which may or may not belong together.
static const char *const pieces[] = {"the",       "troops",
                                     "15",        "15th",
                                     "of",        "February",
                                     "February,", "2015",
                                     ",",         "March",
                                     "mars",      "500",
                                     "000",       "000.50",
                                     "€1",        "é5",
                                     "$3",        "(a)",
                                     "4(2)",      "(b)",
                                     "U.S.",      "e.g.",
                                     "and/or",    "“leave”",
                                     "\"leave\"", "…",
                                     "--",        "2.",
                                     "party’s",   "www.a.b.,,.",
                                     "de",        "juin",
                                     "1",         "5\xc2\xa0",
                                     "naïve",     "[",
                                     "office",    "marsh",
                                     "March",     "Feb",
                                     "days",      "15",
                                     "2015",      "May",
                                     "Mayor",     "https://x.y/z).",
                                     "non-",      "2027年5月1日",
                                     "%"};
static const char *const gaps[] = {" ", " ", " ", " ", "", "  ", "\t", "\xc2\xa0", " \n", "\n"};

enum { PIECE_COUNT = sizeof pieces / sizeof pieces[0], GAP_COUNT = sizeof gaps / sizeof gaps[0] };

struct row {
    uint32_t pieces[PIECES_MOST];
    uint32_t gaps[PIECES_MOST];
    uint32_t count;
};

static void add_piece(struct row *row, uint32_t piece, uint32_t gap)
{
    if (row->count == PIECES_MOST)
        return;
    row->pieces[row->count] = piece;
    row->gaps[row->count++] = gap;
}

static struct row random_row(struct tap_random *random)
{
    struct row row = {.count = 0};
    for (uint32_t left = tap_random_below(random, PIECES_MOST); left > 0; left--)
        add_piece(&row, tap_random_below(random, PIECE_COUNT), tap_random_below(random, GAP_COUNT));
    return row;
}

static struct row changed_row(struct tap_random *random, const struct row *base)
{
    struct row row = {.count = 0};
    for (uint32_t i = 0; i < base->count; i++) {
        uint32_t dice = tap_random_below(random, 90);
        uint32_t piece = dice == 1 ? tap_random_below(random, PIECE_COUNT) : base->pieces[i];
        uint32_t gap = dice == 2 ? tap_random_below(random, GAP_COUNT) : base->gaps[i];
        if (dice != 0)
            add_piece(&row, piece, gap);
        if (dice == 3)
            add_piece(&row, tap_random_below(random, PIECE_COUNT), 0);
    }
    return row;
}

static const struct document *document_of(const struct row *rows, enum document_form form)
{
    struct document_draft draft = draft_begin(tap_arena(), form, STR("x"));
    draft_open(&draft, BLOCK_BODY, STR("body"), nowhere);
    for (size_t i = 0; i < LINES; i++) {
        struct builder line = builder_make(tap_arena());
        for (uint32_t k = 0; k < rows[i].count; k++) {
            builder_add_c(&line, pieces[rows[i].pieces[k]]);
            builder_add_c(&line, gaps[rows[i].gaps[k]]);
        }
        draft_open_paragraph(&draft, nowhere);
        draft_text(&draft, builder_str(&line), 0, nowhere);
        draft_close_paragraph(&draft, &(struct paragraph){.kind = PARAGRAPH_TEXT}, 0);
    }
    draft_close(&draft, STR(""), 0);
    return draft_end(&draft);
}

static struct tokens *cut_with(struct dictionary *dictionary, const struct document *document)
{
    struct tokens *tokens = ARENA_NEW(tap_arena(), struct tokens);
    struct error error;
    tap_done(tokens_cut(document, 100000, dictionary, tap_arena(), tokens, &error), &error,
             __FILE__, __LINE__);
    return tokens;
}

static bool stands_alike(const struct tokens *a, const struct tokens *b, uint32_t i)
{
    return a->items[i].from == b->items[i].from && a->items[i].to == b->items[i].to &&
           a->items[i].kind == b->items[i].kind && a->items[i].owner == b->items[i].owner;
}

// Equal ids here are equal ids there.
static bool same_classes(const struct tokens *a, const struct tokens *b)
{
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t k = 0; k < i; k++)
            if ((a->ids[i] == a->ids[k]) != (b->ids[i] == b->ids[k]))
                return false;
    return true;
}

static void check_same(const struct tokens *found, const struct tokens *wanted)
{
    REQUIRE(found->count == wanted->count);
    for (uint32_t i = 0; i < found->count; i++)
        if (!stands_alike(found, wanted, i)) {
            CHECK_STR(
                str_slice(found->document->text, found->items[i].from, found->items[i].to),
                str_slice(wanted->document->text, wanted->items[i].from, wanted->items[i].to));
            CHECK_STR(found->document->text, STR("")); // to see where
            return;
        }
    CHECK(same_classes(found, wanted));
}

TEST(a_changed_line_is_cut_as_if_nothing_were_known_of_it)
{
    struct tap_random random = {7};
    size_t cases = tap_size(2000, 40000);
    for (size_t i = 0; i < cases; i++) {
        enum document_form form = i % 2 == 0 ? FORM_PLAIN : FORM_DOCX;
        struct row base[LINES];
        struct row draft[LINES];
        for (size_t k = 0; k < LINES; k++)
            base[k] = random_row(&random);
        size_t shift = tap_random_below(&random, 4) == 0 ? 1 : 0; // a line was left out
        for (size_t k = 0; k < LINES; k++)
            draft[k] = changed_row(&random, &base[k + shift < LINES ? k + shift : 0]);
        struct dictionary *shared = dictionary_make(tap_arena());
        (void)cut_with(shared, document_of(base, form));
        const struct document *document = document_of(draft, form);
        check_same(cut_with(shared, document), cut_with(dictionary_make(tap_arena()), document));
    }
}

TESTS(TAP_ENTRY(a_changed_line_is_cut_as_if_nothing_were_known_of_it))
