// SPDX-License-Identifier: Apache-2.0
#include "counterparts/word_table.h"

#include "counterparts/common_words.h"
#include "counterparts/field_words.h"
#include "counterparts/related_words.h"
#include "counterparts/word_stem.h"

#define LONGEST_WORD 60u
#define START_LETTERS 6u // words that share as many begin alike

struct word_table {
    struct arena *arena;
    struct names *spellings;   // in lower case; the small words first
    struct list spelling_stem; // uint32_t by spelling
    struct names *stems;
    struct list stem_rows; // struct list of uint16_t, by stem
    struct list made;      // struct table_stem by stem
    struct list row_kinds; // uint8_t: enum nearness, by row
    struct names *starts;  // first letters of stems
    struct list start_row; // uint32_t by start
};

static uint32_t add_row(struct word_table *table, enum nearness nearness)
{
    *LIST_ADD(&table->row_kinds, uint8_t) = (uint8_t)nearness;
    return (uint32_t)table->row_kinds.count - 1;
}

static uint32_t add_stem(struct word_table *table, struct str stem)
{
    uint32_t number = names_add(table->stems, stem);
    if (number == table->stem_rows.count) {
        *LIST_ADD(&table->stem_rows, struct list) = LIST_MAKE(table->arena, uint16_t);
        LIST_ADD(&table->made, struct table_stem);
    }
    return number;
}

static void add_to_row(struct word_table *table, uint32_t stem, uint32_t row)
{
    struct list *rows = LIST_AT(&table->stem_rows, struct list, stem);
    struct table_stem *made = LIST_AT(&table->made, struct table_stem, stem);
    if (row > UINT16_MAX ||
        (rows->count > 0 && *LIST_AT(rows, uint16_t, rows->count - 1) == (uint16_t)row))
        return;
    *LIST_ADD(rows, uint16_t) = (uint16_t)row;
    made->rows = LIST_ITEMS(rows, uint16_t);
    made->row_count = (uint32_t)rows->count;
    made->row_marks |= (uint64_t)1 << row % 64;
}

static void read_group(struct word_table *table, struct str words, enum nearness nearness,
                       struct list *of_subject)
{
    uint32_t row = add_row(table, nearness);
    struct str word;
    while (str_cut(&words, ' ', &word)) {
        if (word.length == 0)
            continue;
        uint32_t stem = add_stem(table, word_stem(word, table->arena));
        add_to_row(table, stem, row);
        *LIST_ADD(of_subject, uint32_t) = stem;
    }
}

static void read_rows(struct word_table *table, const char *const *strings, enum nearness nearness,
                      bool are_subjects)
{
    struct list of_subject = LIST_MAKE(table->arena, uint32_t);
    for (; *strings; strings++) {
        struct str rest = str_of(*strings);
        struct str group;
        list_cut(&of_subject, 0);
        while (str_cut(&rest, ';', &group))
            read_group(table, group, nearness, &of_subject);
        if (!are_subjects)
            continue;
        uint32_t row = add_row(table, NEAR_SUBJECT);
        for (size_t i = 0; i < of_subject.count; i++)
            add_to_row(table, *LIST_AT(&of_subject, uint32_t, i), row);
    }
}

static void read_small_words(struct word_table *table)
{
    for (const char *const *row = small_words; *row; row++) {
        struct str rest = str_of(*row);
        struct str word;
        while (str_cut(&rest, ' ', &word))
            if (names_add(table->spellings, word) == table->spelling_stem.count)
                *LIST_ADD(&table->spelling_stem, uint32_t) = NAMES_NONE;
    }
}

static void read_general_words(struct word_table *table)
{
    for (const char *const *row = general_words; *row; row++) {
        struct str rest = str_of(*row);
        struct str word;
        while (str_cut(&rest, ' ', &word)) {
            uint32_t stem = add_stem(table, word_stem(word, table->arena));
            LIST_AT(&table->made, struct table_stem, stem)->is_general = true;
        }
    }
}

struct word_table *word_table_make(struct arena *arena)
{
    struct word_table *table = ARENA_ARRAY(arena, struct word_table, 1);
    *table = (struct word_table){.arena = arena,
                                 .spellings = names_make(arena),
                                 .spelling_stem = LIST_MAKE(arena, uint32_t),
                                 .stems = names_make(arena),
                                 .stem_rows = LIST_MAKE(arena, struct list),
                                 .made = LIST_MAKE(arena, struct table_stem),
                                 .row_kinds = LIST_MAKE(arena, uint8_t),
                                 .starts = names_make(arena),
                                 .start_row = LIST_MAKE(arena, uint32_t)};
    const char *const *const fields[] = {peace_words, trade_words,   property_words,  labour_words,
                                         money_words, commons_words, government_words};
    read_small_words(table);
    read_rows(table, related_words, NEAR_RELATED, false);
    read_rows(table, everyday_words, NEAR_GROUP, false);
    for (size_t f = 0; f < sizeof fields / sizeof *fields; f++)
        read_rows(table, fields[f], NEAR_GROUP, true);
    read_general_words(table);
    return table;
}

static void add_to_start(struct word_table *table, uint32_t stem, struct str letters)
{
    if (letters.length < START_LETTERS)
        return;
    uint32_t start = names_add(table->starts, str_slice(letters, 0, START_LETTERS));
    if (start == table->start_row.count)
        *LIST_ADD(&table->start_row, uint32_t) = add_row(table, NEAR_ALIKE);
    add_to_row(table, stem, *LIST_AT(&table->start_row, uint32_t, start));
}

static struct str lower_of(struct str word, char *buffer)
{
    for (size_t i = 0; i < word.length; i++) {
        char byte = word.bytes[i];
        buffer[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 'a' - 'A') : byte;
    }
    return (struct str){buffer, word.length};
}

uint32_t word_table_stem(struct word_table *table, struct str word)
{
    char buffer[LONGEST_WORD];
    struct str lower = lower_of(str_slice(word, 0, LONGEST_WORD), buffer);
    uint32_t known = names_find(table->spellings, lower);
    if (known != NAMES_NONE)
        return *LIST_AT(&table->spelling_stem, uint32_t, known);
    lower = arena_copy(table->arena, lower);
    names_add(table->spellings, lower);
    struct str letters = word_stem(lower, table->arena);
    uint32_t stem = add_stem(table, letters);
    *LIST_ADD(&table->spelling_stem, uint32_t) = stem;
    add_to_start(table, stem, letters);
    return stem;
}

uint32_t word_table_mark(struct word_table *table, struct str mark)
{
    uint32_t stem = add_stem(table, mark);
    LIST_AT(&table->made, struct table_stem, stem)->is_general = true;
    return stem;
}

uint32_t word_table_count(const struct word_table *table)
{
    return (uint32_t)table->made.count;
}

uint32_t word_table_row_count(const struct word_table *table)
{
    return (uint32_t)table->row_kinds.count;
}

const struct table_stem *word_table_at(const struct word_table *table, uint32_t stem)
{
    return LIST_AT(&table->made, struct table_stem, stem);
}

enum nearness word_table_row_nearness(const struct word_table *table, uint32_t row)
{
    return (enum nearness) * LIST_AT(&table->row_kinds, uint8_t, row);
}

enum nearness word_table_nearness(const struct word_table *table, uint32_t one, uint32_t two)
{
    if (one == two)
        return NEAR_SAME;
    const struct table_stem *a = word_table_at(table, one);
    const struct table_stem *b = word_table_at(table, two);
    enum nearness nearest = NEAR_NOT;
    if ((a->row_marks & b->row_marks) == 0)
        return nearest;
    for (uint32_t i = 0, j = 0; i < a->row_count && j < b->row_count;) {
        enum nearness nearness = word_table_row_nearness(table, a->rows[i]);
        if (a->rows[i] == b->rows[j] && nearness > nearest)
            nearest = nearness;
        bool first_is_behind = a->rows[i] <= b->rows[j];
        j += b->rows[j] <= a->rows[i];
        i += first_is_behind;
    }
    return nearest;
}
