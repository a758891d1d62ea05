// SPDX-License-Identifier: Apache-2.0
// Nothing that a party wrote is missing from any form: clauses are moved, others put in beside them,
// taken out, changed inside, by several parties, in every kind of file; then every word of every
// draft is looked for in the list of revisions, in the slots, in brackets, pages, columns and the .docx.
#include "verbs.h"

#include "codec/json.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST_CLAUSES = 24, MOST_PARTIES = 3, MOST_WORDS = 14 };

static const char *const party_names[MOST_PARTIES] = {"Morre", "Ozara", "Quill"};

// A clause is words; a word is a number that stands for "w17", and stands once in a text.
struct made_clause {
    uint32_t words[MOST_WORDS];
    uint32_t count;
    bool is_new;   // the base has no such clause
    bool is_moved; // it stands elsewhere in the base
};

struct made_text {
    struct made_clause clauses[MOST_CLAUSES];
    uint32_t count;
};

static struct made_clause new_clause(struct tap_random *random, uint32_t *next_word)
{
    struct made_clause clause = {.count = 6 + tap_random_below(random, 6)};
    for (uint32_t i = 0; i < clause.count; i++)
        clause.words[i] = (*next_word)++;
    return clause;
}

static void put(struct made_text *text, uint32_t at, struct made_clause clause)
{
    if (text->count == MOST_CLAUSES)
        return;
    for (uint32_t i = text->count; i > at; i--)
        text->clauses[i] = text->clauses[i - 1];
    text->clauses[at] = clause;
    text->count++;
}

static struct made_clause take(struct made_text *text, uint32_t at)
{
    struct made_clause clause = text->clauses[at];
    text->count--;
    for (uint32_t i = at; i < text->count; i++)
        text->clauses[i] = text->clauses[i + 1];
    return clause;
}

static void put_new(struct tap_random *random, struct made_text *text, uint32_t at,
                    uint32_t *next_word)
{
    struct made_clause clause = new_clause(random, next_word);
    clause.is_new = true;
    put(text, at, clause);
}

// A clause goes elsewhere, perhaps with another word, perhaps with a new one before or behind it.
static void move_one(struct tap_random *random, struct made_text *text, uint32_t *next_word)
{
    struct made_clause clause = take(text, tap_random_below(random, text->count));
    clause.is_moved = true;
    if (tap_random_below(random, 3) == 0)
        clause.words[tap_random_below(random, clause.count)] = (*next_word)++;
    uint32_t at = tap_random_below(random, text->count + 1);
    put(text, at, clause);
    uint32_t beside = tap_random_below(random, 4);
    if (beside & 1)
        put_new(random, text, at + 1, next_word);
    if (beside & 2)
        put_new(random, text, at, next_word);
}

static void change_one(struct tap_random *random, struct made_text *text, uint32_t *next_word)
{
    uint32_t at = tap_random_below(random, text->count);
    switch (tap_random_below(random, 6)) {
    case 0:
    case 1:
        move_one(random, text, next_word);
        return;
    case 2:
        put_new(random, text, at, next_word);
        return;
    case 3:
        if (text->count > 2)
            take(text, at);
        return;
    case 4: { // what another party may move too
        struct made_clause clause = take(text, text->count / 2);
        clause.is_moved = true;
        put(text, 0, clause);
        return;
    }
    default: {
        struct made_clause *clause = &text->clauses[at];
        clause->words[tap_random_below(random, clause->count)] = (*next_word)++;
    }
    }
}

static struct str words_of(const struct made_clause *clause)
{
    struct builder out = builder_make(tap_arena());
    for (uint32_t i = 0; i < clause->count; i++)
        builder_print(&out, "%sw%ux", i > 0 ? " " : "", clause->words[i]);
    builder_add_byte(&out, '.');
    return builder_str(&out);
}

static struct str lines_of(const struct made_text *text)
{
    struct builder out = builder_make(tap_arena());
    for (uint32_t i = 0; i < text->count; i++)
        builder_print(&out, "%.*s\n", STR_ARGS(words_of(&text->clauses[i])));
    return builder_str(&out);
}

enum made_form { AS_TEXT, AS_MARKDOWN, AS_WORD, MADE_FORMS };

static const char *const endings[MADE_FORMS] = {"txt", "md", "docx"};

static struct entente_file file_of(const struct made_text *text, enum made_form form,
                                   const char *name)
{
    struct builder out = builder_make(tap_arena());
    for (uint32_t i = 0; i < text->count; i++)
        builder_print(&out, form == AS_WORD ? "<w:p><w:r><w:t>%.*s</w:t></w:r></w:p>" : "%.*s\n\n",
                      STR_ARGS(words_of(&text->clauses[i])));
    struct str bytes = builder_str(&out);
    if (form == AS_WORD)
        bytes = docx_made(tap_arena(), bytes);
    const char *whole =
        arena_c_string(tap_arena(), arena_print(tap_arena(), "%s.%s", name, endings[form]));
    return verbs_file(whole, bytes);
}

// One case: a base and what two or three parties made of it.
struct made_case {
    struct made_text base;
    struct made_text texts[MOST_PARTIES];
    uint32_t party_count;
    enum made_form base_form;
    struct entente_file file;
    struct entente_draft drafts[MOST_PARTIES];
};

static void make_case(struct tap_random *random, struct made_case *made)
{
    memset(made, 0, sizeof *made);
    uint32_t next_word = 1;
    uint32_t clauses = 4 + tap_random_below(random, 6);
    for (uint32_t i = 0; i < clauses; i++)
        put(&made->base, i, new_clause(random, &next_word));
    made->base_form = tap_random_below(random, MADE_FORMS);
    made->file = file_of(&made->base, made->base_form, "base");
    made->party_count = 1 + tap_random_below(random, MOST_PARTIES);
    for (uint32_t p = 0; p < made->party_count; p++) {
        made->texts[p] = made->base;
        uint32_t changes = 1 + tap_random_below(random, 4);
        for (uint32_t i = 0; i < changes; i++)
            change_one(random, &made->texts[p], &next_word);
        bool is_alike = tap_random_below(random, 3) > 0;
        enum made_form form = is_alike ? made->base_form : tap_random_below(random, MADE_FORMS);
        made->drafts[p] =
            (struct entente_draft){party_names[p], file_of(&made->texts[p], form, party_names[p])};
    }
}

static bool says_words(struct str output, const struct made_text *text)
{
    for (uint32_t i = 0; i < text->count; i++)
        for (uint32_t k = 0; k < text->clauses[i].count; k++)
            if (!str_contains(output, arena_print(tap_arena(), "w%ux", text->clauses[i].words[k])))
                return false;
    return true;
}

// A page or table that nobody reads back has every word of every text.
static bool is_shown(const struct made_case *made, enum entente_form form,
                     enum entente_format format)
{
    struct str output;
    bool is_right =
        verbs_merge(form, format, &made->file, made->drafts, made->party_count, &output) &&
        says_words(output, &made->base);
    for (uint32_t p = 0; is_right && p < made->party_count; p++)
        is_right = says_words(output, &made->texts[p]);
    return is_right;
}

// The lines of a text that say something.
static struct str said_lines(struct str text)
{
    struct builder out = builder_make(tap_arena());
    struct str rest = text;
    struct str line;
    while (str_cut(&rest, '\n', &line))
        if (str_trim(line).length > 0)
            builder_print(&out, "%.*s\n", STR_ARGS(str_trim(line)));
    return builder_str(&out);
}

// A merged text that is read back gives the base and each draft, line by line.
static bool is_read_back(const struct made_case *made, enum entente_form form,
                         enum entente_format format, const char *name)
{
    struct str output;
    struct str reading;
    if (!verbs_merge(form, format, &made->file, made->drafts, made->party_count, &output) ||
        !verbs_view(name, output, NULL, ENTENTE_VIEW_TEXT, &reading) ||
        !str_equal(said_lines(reading), lines_of(&made->base)))
        return false;
    for (uint32_t p = 0; p < made->party_count; p++)
        // In a .docx who changed nothing is no author.
        if (!(format == ENTENTE_DOCX &&
              str_equal(lines_of(&made->base), lines_of(&made->texts[p]))) &&
            (!verbs_view(name, output, party_names[p], ENTENTE_VIEW_TEXT, &reading) ||
             !str_equal(said_lines(reading), lines_of(&made->texts[p]))))
            return false;
    return true;
}

static const struct json *read_json(struct str output)
{
    const struct json *root = NULL;
    struct error error;
    return json_read(STR("made"), output, &input_limits_default, tap_arena(), &root, &error) ? root
                                                                                             : NULL;
}

static bool is_word_of(const struct made_text *text, uint32_t word)
{
    for (uint32_t i = 0; i < text->count; i++)
        for (uint32_t k = 0; k < text->clauses[i].count; k++)
            if (text->clauses[i].words[k] == word)
                return true;
    return false;
}

// Whether the member of a revision that is no move, or of any, has the word.
static bool is_told(const struct json *revisions, const char *member, uint32_t word, bool by_moves)
{
    struct str text = arena_print(tap_arena(), "w%ux", word);
    for (size_t i = 0; i < revisions->count; i++) {
        const struct json *revision = &revisions->items[i];
        bool is_move = str_equal(json_text(revision, "kind"), STR("move"));
        if ((by_moves || !is_move) && str_contains(json_text(revision, member), text))
            return true;
    }
    return false;
}

// Every word that came or went is in the list of revisions; a clause of its own in one that says
// that it came.
static bool is_listed(const struct made_case *made, uint32_t p)
{
    struct str output;
    if (!verbs_revisions(&made->file, &made->drafts[p].file, &output))
        return false;
    const struct json *revisions = json_member(read_json(output), "revisions");
    const struct made_text *text = &made->texts[p];
    bool is_right = revisions != NULL;
    for (uint32_t i = 0; is_right && i < text->count; i++)
        for (uint32_t k = 0; is_right && k < text->clauses[i].count; k++) {
            uint32_t word = text->clauses[i].words[k];
            is_right = is_word_of(&made->base, word) ||
                       is_told(revisions, "new", word, !text->clauses[i].is_new);
        }
    for (uint32_t i = 0; is_right && i < made->base.count; i++)
        for (uint32_t k = 0; is_right && k < made->base.clauses[i].count; k++) {
            uint32_t word = made->base.clauses[i].words[k];
            is_right = is_word_of(text, word) || is_told(revisions, "old", word, true);
        }
    return is_right;
}

// A slot in which nothing but a move is told has no clause that is new.
static bool is_marked_right(const struct made_case *made, const struct json *slot)
{
    const struct json *variants = json_member(slot, "variants");
    if (json_member(slot, "move") == NULL || variants == NULL || variants->count != 2)
        return true;
    for (uint32_t p = 0; p < made->party_count; p++)
        for (uint32_t i = 0; i < made->texts[p].count; i++) {
            const struct made_clause *clause = &made->texts[p].clauses[i];
            struct str first = arena_print(tap_arena(), "w%ux", clause->words[0]);
            if (clause->is_new && str_contains(json_text(&variants->items[1], "text"), first))
                return false;
        }
    return true;
}

static bool are_slots_right(const struct made_case *made)
{
    struct str output;
    if (!verbs_merge(ENTENTE_JSON, ENTENTE_TEXT, &made->file, made->drafts, made->party_count,
                     &output))
        return false;
    const struct json *points = json_member(read_json(output), "points");
    for (size_t i = 0; points && i < points->count; i++) {
        const struct json *segments = json_member(&points->items[i], "segments");
        for (size_t k = 0; segments && k < segments->count; k++)
            if (!is_marked_right(made, &segments->items[k]))
                return false;
    }
    return points != NULL;
}

// What is asked of every case; the first that is not so, or NULL.
static const char *what_is_wrong(const struct made_case *made)
{
    for (uint32_t p = 0; p < made->party_count; p++)
        if (!is_listed(made, p))
            return "the list of revisions";
    if (!are_slots_right(made))
        return "slots marked as moved";
    if (!is_read_back(made, ENTENTE_JSON, ENTENTE_TEXT, "merged.json"))
        return "JSON";
    if (!is_read_back(made, ENTENTE_BRACKETS, ENTENTE_MARKDOWN, "merged.md"))
        return "brackets in Markdown";
    if (!is_read_back(made, ENTENTE_BRACKETS, ENTENTE_TEXT, "merged.txt"))
        return "brackets in text";
    static const struct {
        enum entente_form form;
        enum entente_format format;
        const char *name;
    } shown[] = {{ENTENTE_REDLINE, ENTENTE_HTML, "page"},
                 {ENTENTE_COLUMNS, ENTENTE_HTML, "page of columns"},
                 {ENTENTE_COLUMNS, ENTENTE_MARKDOWN, "columns in Markdown"},
                 {ENTENTE_PROPOSALS, ENTENTE_MARKDOWN, "proposals"},
                 {ENTENTE_OPTIONS, ENTENTE_TEXT, "options"},
                 {ENTENTE_REDLINE, ENTENTE_TEXT, "redline in text"}};
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++)
        if (!is_shown(made, shown[i].form, shown[i].format))
            return shown[i].name;
    bool is_changed = false; // a .docx without a change has nobody's
    for (uint32_t p = 0; p < made->party_count; p++)
        is_changed = is_changed || !str_equal(lines_of(&made->base), lines_of(&made->texts[p]));
    if (made->base_form == AS_WORD && is_changed &&
        !is_read_back(made, ENTENTE_REDLINE, ENTENTE_DOCX, "merged.docx"))
        return ".docx";
    return NULL;
}

static void report(size_t number, const struct made_case *made, const char *wrong)
{
    printf("# case %zu: %s\n# base (%s):\n%.*s", number, wrong, endings[made->base_form],
           STR_ARGS(lines_of(&made->base)));
    for (uint32_t p = 0; p < made->party_count; p++)
        printf("# %s (%s):\n%.*s", party_names[p], made->drafts[p].file.name,
               STR_ARGS(lines_of(&made->texts[p])));
}

TEST(every_word_of_every_draft_is_in_every_form)
{
    struct tap_random random = {20310307};
    size_t cases = tap_size(500, 10000);
    for (size_t i = 0; i < cases; i++) {
        struct arena_mark mark = arena_mark(tap_arena());
        struct made_case made;
        make_case(&random, &made);
        const char *wrong = what_is_wrong(&made);
        if (!CHECK(wrong == NULL))
            report(i, &made, wrong);
        arena_rewind(tap_arena(), mark);
    }
}

TEST(a_clause_beside_one_that_moved_is_an_insertion_of_its_own)
{
    struct entente_file base = verbs_file(
        "base.md", STR("Alpha clause defines terms.\n\nGamma clause requires monthly reports.\n\n"
                       "Delta clause sets the price.\n"));
    struct entente_file draft = verbs_file(
        "a.md", STR("Alpha clause defines terms.\n\nDelta clause sets the price.\n\n"
                    "Gamma clause requires monthly reports.\n\nThe Buyer may leave at will.\n"));
    struct str output;
    REQUIRE(verbs_revisions(&base, &draft, &output));
    const struct json *revisions = json_member(read_json(output), "revisions");
    REQUIRE(revisions != NULL && revisions->count == 2);
    CHECK_STR(json_text(&revisions->items[0], "kind"), STR("move"));
    CHECK_STR(json_text(&revisions->items[1], "kind"), STR("insert"));
    CHECK_STR(json_text(&revisions->items[1], "new"), STR("The Buyer may leave at will."));
}

TESTS(TAP_ENTRY(a_clause_beside_one_that_moved_is_an_insertion_of_its_own),
      TAP_ENTRY(every_word_of_every_draft_is_in_every_form))
