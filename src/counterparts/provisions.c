// SPDX-License-Identifier: Apache-2.0
#include "counterparts/provisions.h"

#include "base/builder.h"
#include "base/list.h"
#include "base/utf8.h"
#include "clauses/clause_index.h"
#include "text/label.h"

// How deep a number stands: a part of a point from RANK_SUB on.
enum rank {
    RANK_NONE,
    RANK_WORD = 1, // "Article 4" and its like have 1 to 5
    RANK_CAPITAL = 6,
    RANK_NUMBER = 7,
    RANK_BRACKET = 8,
    RANK_PARTS = 9, // "2.1" has 10
    RANK_SUB = 100,
};

#define HEADING_WORDS 9u  // a line that is no longer may be a heading
#define OPENING_WORDS 12u // fewer before the first number are a title
#define TITLE_WORDS 60u   // so many are where no mark ends them as a sentence

struct cutting {
    const struct document *document;
    struct clause_index index;
    struct arena *arena;
    struct list items;   // struct provision
    enum rank rank;      // of the point that is open; RANK_NONE: none is
    struct builder text; // of the last point, until the next begins
    struct builder words;
    bool is_emptied; // no point is unfinished
    bool is_open;
    bool is_chapeau;      // the open point ended with a colon: what follows hangs under it
    struct str heading;   // that stands above
    struct str container; // an article that holds numbered points
    enum rank container_rank;
    bool has_numbers;
    bool has_letters; // in a text without numbers letters are those of points
    uint32_t unnumbered;
    uint32_t number; // of the last point that has one; 0: none
};

static uint32_t word_count(struct str text)
{
    uint32_t count = 0;
    bool inside = false;
    for (size_t i = 0; i < text.length; i++) {
        bool is_word = (unsigned char)text.bytes[i] > ' ';
        count += is_word && !inside;
        inside = is_word;
    }
    return count;
}

static bool ends_with_any(struct str text, const char *marks)
{
    text = str_trim(text);
    for (; *marks; marks++)
        if (text.length > 0 && text.bytes[text.length - 1] == *marks)
            return true;
    return false;
}

static bool is_heading_like(struct str text)
{
    text = str_trim(text);
    return text.length > 0 && !ends_with_any(text, ".;:,?!") && word_count(text) <= HEADING_WORDS;
}

static enum rank rank_of(struct str label)
{
    struct typed_label typed;
    char line[64];
    if (label.length == 0 || label.length + 3 > sizeof line)
        return RANK_NONE;
    for (size_t i = 0; i < label.length; i++)
        line[i] = label.bytes[i];
    line[label.length] = ' ';
    line[label.length + 1] = 'X';
    if (!label_typed((struct str){line, label.length + 2}, &typed))
        return RANK_NUMBER;
    bool is_small = label.bytes[label.length - 1] >= 'a' || typed.number == NUMBER_LETTER;
    for (size_t i = 0; i < label.length; i++)
        is_small = is_small || (label.bytes[i] >= 'a' && label.bytes[i] <= 'z');
    switch (typed.style) {
    case LABEL_WORD:
        return (enum rank)(typed.rank > 0 ? typed.rank : RANK_WORD);
    case LABEL_DOT:
        if (typed.parts > 1)
            return (enum rank)(RANK_PARTS + typed.parts - 1);
        if (typed.number == NUMBER_DIGITS)
            return RANK_NUMBER;
        return is_small ? RANK_SUB : RANK_CAPITAL;
    case LABEL_BRACKETS:
    case LABEL_BRACKET:
        return typed.number == NUMBER_DIGITS ? RANK_BRACKET : RANK_SUB;
    case LABEL_BULLET:
        return RANK_SUB;
    }
    return RANK_SUB;
}

static struct provision *last_of(struct cutting *cutting)
{
    return cutting->items.count == 0
               ? NULL
               : LIST_AT(&cutting->items, struct provision, cutting->items.count - 1);
}

// A line more of the last point.
static void add_line(struct builder *text, struct str label, struct str body)
{
    if (text->length > 0)
        builder_add_byte(text, '\n');
    builder_add(text, label);
    if (label.length > 0 && body.length > 0)
        builder_add_byte(text, ' ');
    builder_add(text, body);
}

static void finish_point(struct cutting *cutting)
{
    struct provision *last = last_of(cutting);
    if (last == NULL)
        return;
    last->text = builder_str(&cutting->text);
    last->words = builder_str(&cutting->words);
    cutting->text = builder_make(cutting->arena);
    cutting->words = builder_make(cutting->arena);
}

static struct str joined(struct arena *arena, struct str a, const char *between, struct str b)
{
    if (a.length == 0 || b.length == 0)
        return a.length == 0 ? b : a;
    return arena_print(arena, "%.*s%s%.*s", STR_ARGS(a), between, STR_ARGS(b));
}

// An article of which only the title was read, and whose paragraphs come now, is no point of its
// own.
static void close_container(struct cutting *cutting, enum rank rank)
{
    if (rank <= cutting->container_rank)
        cutting->container = (struct str){NULL, 0};
    if (!cutting->is_open || rank <= cutting->rank || rank >= RANK_SUB ||
        (cutting->text.length > 0 && !is_heading_like(builder_str(&cutting->text))))
        return;
    cutting->container = builder_str(&cutting->text);
    cutting->container_rank = cutting->rank;
    list_cut(&cutting->items, cutting->items.count - 1);
    cutting->text = builder_make(cutting->arena);
    cutting->words = builder_make(cutting->arena);
    cutting->is_emptied = true;
}

static bool hangs_under(const struct cutting *cutting, enum rank rank)
{
    if (!cutting->is_open)
        return false;
    if (rank >= RANK_SUB)
        return true;
    if (rank <= cutting->rank)
        return false;
    bool is_bracket = rank == RANK_BRACKET && cutting->rank == RANK_NUMBER;
    return cutting->is_chapeau || (is_bracket && !is_heading_like(builder_str(&cutting->text)));
}

static void open_point(struct cutting *cutting, uint32_t p, enum rank rank, struct str name,
                       struct str body)
{
    if (name.length == 0)
        name = cutting->index.names[p];
    if (rank == RANK_NONE)
        name = arena_print(cutting->arena, "\xc2\xb6%u", ++cutting->unnumbered);
    if (!cutting->is_emptied)
        finish_point(cutting);
    cutting->is_emptied = false;
    *LIST_ADD(&cutting->items, struct provision) = (struct provision){
        .name = name,
        .label = cutting->document->paragraphs[p].label.text,
        .heading = joined(cutting->arena, cutting->heading, " / ", cutting->container),
        .first = p,
        .end = p + 1};
    add_line(&cutting->text, (struct str){NULL, 0}, body);
    add_line(&cutting->words, (struct str){NULL, 0}, body);
    cutting->is_open = rank != RANK_NONE;
    cutting->rank = rank;
    cutting->is_chapeau = ends_with_any(body, ":");
}

static void add_to_point(struct cutting *cutting, uint32_t p, struct str label, struct str body)
{
    add_line(&cutting->text, label, body);
    add_line(&cutting->words, (struct str){NULL, 0}, body);
    last_of(cutting)->end = p + 1;
    cutting->is_chapeau = cutting->is_chapeau || (label.length == 0 && ends_with_any(body, ":"));
}

// A short line over a numbered one is a heading too, in texts that have no other looks.
static bool is_heading(const struct cutting *cutting, uint32_t p, struct str body)
{
    const struct paragraph *paragraph = &cutting->document->paragraphs[p];
    if (paragraph->kind == PARAGRAPH_HEADING)
        return true;
    bool is_before_number = p + 1 < cutting->document->paragraph_count &&
                            cutting->document->paragraphs[p + 1].label.text.length > 0;
    return is_before_number && is_heading_like(body) && !cutting->is_chapeau &&
           rank_of(cutting->document->paragraphs[p + 1].label.text) < RANK_SUB;
}

// Words before the first number that are more than a title.
static bool is_opening(const struct cutting *cutting, struct str body)
{
    uint32_t count = word_count(body);
    bool is_title = cutting->items.count == 0 && count <= TITLE_WORDS && body.length > 0 &&
                    !ends_with_any(body, ".;:,?!");
    return count >= OPENING_WORDS && !is_title;
}

static void take_unnumbered(struct cutting *cutting, uint32_t p, struct str body)
{
    if (is_heading(cutting, p, body)) {
        cutting->is_open = false;
        cutting->container = (struct str){NULL, 0};
        // The title says what all is about, so it tells no point from another.
        cutting->heading = cutting->items.count == 0 && p == 0 ? (struct str){NULL, 0} : body;
    } else if (cutting->is_open) {
        add_to_point(cutting, p, (struct str){NULL, 0}, body);
    } else if (!cutting->has_numbers || is_opening(cutting, body)) {
        open_point(cutting, p, RANK_NONE, STR(""), body);
    }
}

static enum rank rank_here(const struct cutting *cutting, struct str label)
{
    enum rank rank = rank_of(label);
    struct typed_label typed;
    bool is_letter = rank == RANK_SUB && cutting->has_letters && label_typed(label, &typed) &&
                     typed.style != LABEL_BULLET;
    return is_letter ? RANK_CAPITAL : rank;
}

// A label as it stands before words.
static struct str spaced(const struct cutting *cutting, struct str label)
{
    return arena_print(cutting->arena, "%.*s X", STR_ARGS(label));
}

// "1000. …" behind point 999. Elsewhere four digits are a year, so a label has three at most.
static bool take_thousand(struct cutting *cutting, uint32_t p, struct str body)
{
    struct str next = arena_print(cutting->arena, "%u", cutting->number + 1);
    struct str rest = str_skip(body, next.length);
    bool is_next = cutting->number >= 999 && str_starts_with(body, next) && rest.length > 2 &&
                   (rest.bytes[0] == '.' || rest.bytes[0] == ')') && rest.bytes[1] == ' ';
    if (!is_next)
        return false;
    close_container(cutting, RANK_NUMBER);
    open_point(cutting, p, RANK_NUMBER, next, str_trim(str_skip(rest, 2)));
    cutting->number++;
    return true;
}

static void take(struct cutting *cutting, uint32_t p)
{
    const struct paragraph *paragraph = &cutting->document->paragraphs[p];
    struct str body = str_trim(paragraph_body(cutting->document, paragraph));
    enum rank rank = rank_here(cutting, paragraph->label.text);
    if (body.length == 0 && rank == RANK_NONE)
        return;
    if (rank == RANK_NONE && take_thousand(cutting, p, body))
        return;
    bool is_bullet_alone = rank >= RANK_SUB && !cutting->is_open;
    if (rank == RANK_NONE || (is_bullet_alone && cutting->has_numbers)) {
        take_unnumbered(cutting, p, body);
        return;
    }
    if (is_bullet_alone) {
        open_point(cutting, p, RANK_NONE, STR(""), body);
        return;
    }
    if (hangs_under(cutting, rank)) {
        add_to_point(cutting, p, paragraph->label.text, body);
        return;
    }
    close_container(cutting, rank);
    open_point(cutting, p, rank, STR(""), body);
    struct typed_label typed;
    cutting->number =
        rank == RANK_NUMBER && label_typed(spaced(cutting, paragraph->label.text), &typed)
            ? typed.ordinal
            : 0;
}

static bool is_of_the_text(const struct cutting *cutting, uint32_t p)
{
    return !cutting->document->paragraphs[p].is_computed &&
           cutting->index.clauses[p].story.length == 0;
}

static void count_labels(struct cutting *cutting)
{
    uint32_t numbered = 0;
    uint32_t lettered = 0;
    for (uint32_t p = 0; p < cutting->document->paragraph_count; p++) {
        struct str label = cutting->document->paragraphs[p].label.text;
        enum rank rank = is_of_the_text(cutting, p) ? rank_of(label) : RANK_NONE;
        struct typed_label typed;
        numbered += rank != RANK_NONE && rank < RANK_SUB;
        lettered += rank == RANK_SUB && label_typed(label, &typed) && typed.style != LABEL_BULLET;
    }
    cutting->has_letters = numbered < 2 && lettered >= 2;
    cutting->has_numbers = numbered >= 2 || cutting->has_letters;
}

void provisions_cut(const struct document *document, struct arena *arena,
                    struct provisions *provisions)
{
    struct cutting cutting = {.document = document,
                              .arena = arena,
                              .items = LIST_MAKE(arena, struct provision),
                              .text = builder_make(arena),
                              .words = builder_make(arena)};
    clause_index_make(document, arena, &cutting.index);
    count_labels(&cutting);
    for (uint32_t p = 0; p < document->paragraph_count; p++)
        if (is_of_the_text(&cutting, p))
            take(&cutting, p);
    if (!cutting.is_emptied)
        finish_point(&cutting);
    *provisions = (struct provisions){document, LIST_ITEMS(&cutting.items, struct provision),
                                      (uint32_t)cutting.items.count};
}
