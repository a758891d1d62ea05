// SPDX-License-Identifier: Apache-2.0
#include "counterparts/subject.h"

#include "base/utf8.h"

#include "counterparts/common_words.h"
#include "counterparts/facts.h"
#include "counterparts/related_words.h"
#include "counterparts/word_stem.h"

#define LONGEST_WORD 60u
#define START_LETTERS 6u // words that share as many are related
#define MAX_PART                                                                                   \
    85u // hundredths of the rarity of a word of two points that no word's weight exceeds
#define GENERAL_PART 2u // a general word weighs that part of its rarity

// A spelling: what it comes down to.
struct spelling {
    uint32_t stem; // NAMES_NONE: it is too common to say anything
    bool is_general;
    uint8_t row_count;
    uint16_t rows[ROWS_MAX];
};

struct subject_making {
    struct arena *arena;
    struct names *words; // in lower case; the small ones first
    uint32_t small_count;
    struct list spellings; // struct spelling, by number of the word
    struct names *stems;   // of the texts and of the rows
    struct list row_spots; // struct spelling by stem: the rows it stands in
    uint32_t table_rows;
    struct list last_point; // uint32_t by stem: the last point that has it, from 1
    struct list uses;       // uint32_t by stem: points that have it
    struct list texts_with; // uint32_t by stem: the text that has it; TEXTS_SEVERAL
    struct names *starts;   // first letters of stems: rows behind those of the table
    struct list row_uses;   // uint32_t by row: points that have a word of it
    struct list row_last;
    struct list row_texts;
    uint32_t points;
    uint32_t weight_max;
};

#define TEXTS_SEVERAL UINT32_MAX

static void grow(struct list *list, uint32_t number)
{
    while (list->count <= number)
        *LIST_ADD(list, uint32_t) = 0;
}

static struct spelling *spot_of(struct subject_making *making, uint32_t stem)
{
    while (making->row_spots.count <= stem)
        *LIST_ADD(&making->row_spots, struct spelling) = (struct spelling){.stem = stem};
    return LIST_AT(&making->row_spots, struct spelling, stem);
}

static void read_row(struct subject_making *making, struct str row)
{
    struct str word;
    while (str_cut(&row, ' ', &word)) {
        if (word.length == 0)
            continue;
        uint32_t stem = names_add(making->stems, word_stem(word, making->arena));
        struct spelling *spot = spot_of(making, stem);
        bool is_there =
            spot->row_count > 0 && spot->rows[spot->row_count - 1] == making->table_rows;
        if (spot->row_count < ROWS_MAX && !is_there)
            spot->rows[spot->row_count++] = (uint16_t)making->table_rows; // some hundreds
    }
}

static void read_rows(struct subject_making *making)
{
    for (const char *const *several = related_words; *several; several++) {
        struct str rest = str_of(*several);
        struct str row;
        for (; str_cut(&rest, ';', &row); making->table_rows++)
            read_row(making, row);
    }
}

static void read_small_words(struct subject_making *making)
{
    for (const char *const *row = small_words; *row; row++) {
        struct str rest = str_of(*row);
        struct str word;
        while (str_cut(&rest, ' ', &word))
            names_add(making->words, word);
    }
    making->small_count = names_count(making->words);
    for (uint32_t i = 0; i < making->small_count; i++)
        LIST_ADD(&making->spellings, struct spelling)->stem = NAMES_NONE;
}

static void read_general_words(struct subject_making *making)
{
    for (const char *const *row = general_words; *row; row++) {
        struct str rest = str_of(*row);
        struct str word;
        while (str_cut(&rest, ' ', &word)) {
            uint32_t stem = names_add(making->stems, word_stem(word, making->arena));
            spot_of(making, stem)->is_general = true;
        }
    }
}

static struct subject_making making_start(struct arena *arena)
{
    struct subject_making making = {.arena = arena,
                                    .words = names_make(arena),
                                    .spellings = LIST_MAKE(arena, struct spelling),
                                    .stems = names_make(arena),
                                    .row_spots = LIST_MAKE(arena, struct spelling),
                                    .last_point = LIST_MAKE(arena, uint32_t),
                                    .uses = LIST_MAKE(arena, uint32_t),
                                    .texts_with = LIST_MAKE(arena, uint32_t),
                                    .starts = names_make(arena),
                                    .row_uses = LIST_MAKE(arena, uint32_t),
                                    .row_last = LIST_MAKE(arena, uint32_t),
                                    .row_texts = LIST_MAKE(arena, uint32_t)};
    read_small_words(&making);
    read_rows(&making);
    read_general_words(&making);
    grow(&making.row_uses, making.table_rows);
    grow(&making.row_last, making.table_rows);
    grow(&making.row_texts, making.table_rows);
    return making;
}

static struct str lower_of(struct str word, char *buffer)
{
    for (size_t i = 0; i < word.length; i++) {
        char byte = word.bytes[i];
        buffer[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 'a' - 'A') : byte;
    }
    return (struct str){buffer, word.length};
}

// Words that begin with the same letters are related too: "governor" and "government".
static void add_start_row(struct subject_making *making, struct str stem, struct spelling *spelling)
{
    if (stem.length < START_LETTERS || spelling->row_count == ROWS_MAX)
        return;
    uint32_t start = names_add(making->starts, str_slice(stem, 0, START_LETTERS));
    uint32_t row = making->table_rows + start;
    if (row > UINT16_MAX)
        return;
    grow(&making->row_uses, row);
    grow(&making->row_last, row);
    grow(&making->row_texts, row);
    spelling->rows[spelling->row_count++] = (uint16_t)row;
}

static const struct spelling *spelling_of(struct subject_making *making, struct str word)
{
    char buffer[LONGEST_WORD];
    struct str lower = lower_of(str_slice(word, 0, LONGEST_WORD), buffer);
    uint32_t number = names_find(making->words, lower);
    if (number != NAMES_NONE)
        return LIST_AT(&making->spellings, struct spelling, number);
    lower = arena_copy(making->arena, lower);
    names_add(making->words, lower);
    struct spelling *spelling = LIST_ADD(&making->spellings, struct spelling);
    uint32_t stem = names_add(making->stems, word_stem(lower, making->arena));
    *spelling = *spot_of(making, stem);
    add_start_row(making, names_at(making->stems, stem), spelling);
    return spelling;
}

// Counts the stem for this point, once. Result: whether it is its first there
static bool count_stem(struct subject_making *making, uint32_t stem, uint32_t text)
{
    grow(&making->last_point, stem);
    grow(&making->uses, stem);
    grow(&making->texts_with, stem);
    uint32_t *last = LIST_AT(&making->last_point, uint32_t, stem);
    if (*last == making->points)
        return false;
    *last = making->points;
    ++*LIST_AT(&making->uses, uint32_t, stem);
    uint32_t *with = LIST_AT(&making->texts_with, uint32_t, stem);
    *with = *with == 0 || *with == text + 1 ? text + 1 : TEXTS_SEVERAL;
    return true;
}

static void count_rows(struct subject_making *making, const struct spelling *spelling,
                       uint32_t text)
{
    for (uint32_t r = 0; r < spelling->row_count; r++) {
        uint32_t *with = LIST_AT(&making->row_texts, uint32_t, spelling->rows[r]);
        uint32_t *last = LIST_AT(&making->row_last, uint32_t, spelling->rows[r]);
        *with = *with == 0 || *with == text + 1 ? text + 1 : TEXTS_SEVERAL;
        if (*last == making->points)
            continue;
        *last = making->points;
        ++*LIST_AT(&making->row_uses, uint32_t, spelling->rows[r]);
    }
}

static void add_word(struct subject_making *making, const struct spelling *spelling,
                     struct str said, uint32_t text, bool is_of_heading, struct list *words)
{
    if (spelling->stem == NAMES_NONE || !count_stem(making, spelling->stem, text))
        return;
    count_rows(making, spelling, text);
    struct subject_word *word = LIST_ADD(words, struct subject_word);
    *word = (struct subject_word){.stem = spelling->stem,
                                  .said = said,
                                  .is_of_heading = is_of_heading,
                                  .is_general = spelling->is_general,
                                  .row_count = spelling->row_count};
    for (uint32_t r = 0; r < spelling->row_count; r++)
        word->rows[r] = spelling->rows[r];
}

static void add_words(struct subject_making *making, const struct prose *prose, uint32_t text,
                      bool is_of_heading, struct list *words)
{
    for (size_t i = 0; i < prose->count; i++) {
        if (prose_token(prose, i)->kind != TOKEN_WORD)
            continue;
        struct str said = prose_word(prose, i);
        add_word(making, spelling_of(making, said), said, text, is_of_heading, words);
    }
}

// What sort of number it is: points that set the same thing have the same sort, with other figures.
static struct str sort_of(const struct fact *fact)
{
    if (fact->kind == FACT_DATE)
        return STR("#date");
    if (fact->measure == MEASURE_SHARE)
        return STR("#share");
    if (fact->kind == FACT_PERIOD)
        return fact->measure == MEASURE_MONTHS ? STR("#months") : STR("#days");
    return (struct str){NULL, 0};
}

// A number that both texts have says something, with the unit that it counts.
static void add_numbers(struct subject_making *making, const struct list *facts, uint32_t text,
                        struct list *words)
{
    for (size_t i = 0; i < facts->count; i++) {
        const struct fact *fact = LIST_AT(facts, struct fact, i);
        if (fact->kind > FACT_PERIOD)
            continue;
        struct spelling sort = {.is_general = true};
        if (sort_of(fact).length > 0) {
            sort.stem = names_add(making->stems, sort_of(fact));
            add_word(making, &sort, fact->said, text, false, words);
        }
        struct str key =
            arena_print(making->arena, "#%d %lld %d %.*s", (int)fact->kind, (long long)fact->value,
                        (int)fact->measure, STR_ARGS(fact->unit));
        struct spelling spelling = {.stem = names_add(making->stems, key), .is_general = true};
        add_word(making, &spelling, fact->said, text, false, words);
    }
}

static bool make_one(struct subject_making *making, const struct provision *provision,
                     uint32_t text, const struct vocabulary *language, struct subject *subject,
                     struct error *error)
{
    struct str source = {NULL, 0};
    struct prose prose;
    struct prose above;
    if (!prose_read(source, provision->words, LINES_ARE_PARAGRAPHS, language, making->arena, &prose,
                    error) ||
        !prose_read(source, provision->heading, LINES_ARE_PARAGRAPHS, language, making->arena,
                    &above, error))
        return false;
    making->points++;
    struct list words = LIST_MAKE(making->arena, struct subject_word);
    struct list facts = LIST_MAKE(making->arena, struct fact);
    facts_find(&prose, making->arena, &facts);
    add_words(making, &prose, text, false, &words);
    add_numbers(making, &facts, text, &words);
    add_words(making, &above, text, true, &words);
    *subject = (struct subject){.words = LIST_ITEMS(&words, struct subject_word),
                                .count = (uint32_t)words.count,
                                .facts = LIST_ITEMS(&facts, struct fact),
                                .fact_count = (uint32_t)facts.count};
    return true;
}

// Sixteen times the binary logarithm of all / some, its fraction taken as a straight line.
static uint32_t rarity(uint32_t all, uint32_t some)
{
    // Two more, so that in texts of one point each what both have is no word of every point.
    uint64_t ratio = (((uint64_t)all + 2) << 16) / (some > 0 ? some : 1);
    uint32_t whole = 0;
    while (ratio >= (uint64_t)2 << 16) {
        ratio >>= 1;
        whole++;
    }
    uint32_t fraction = (uint32_t)((ratio - ((uint64_t)1 << 16)) >> 12); // below 16
    return whole * 16 + fraction;
}

static bool is_shared(const struct subject_making *making, const struct subject_word *word)
{
    if (*LIST_AT(&making->texts_with, uint32_t, word->stem) == TEXTS_SEVERAL)
        return true;
    for (uint32_t r = 0; r < word->row_count; r++)
        if (*LIST_AT(&making->row_texts, uint32_t, word->rows[r]) == TEXTS_SEVERAL)
            return true;
    return false;
}

static void set_weight(const struct subject_making *making, struct subject_word *word)
{
    uint32_t weight = rarity(making->points, *LIST_AT(&making->uses, uint32_t, word->stem));
    weight = weight > making->weight_max ? making->weight_max : weight;
    weight /= word->is_of_heading ? 2 : 1;
    word->weight = word->is_general ? weight / GENERAL_PART : weight;
    word->rarity = weight;
}

static void weigh(const struct subject_making *making, struct subject *subject)
{
    struct subject_word *words = ARENA_ARRAY(making->arena, struct subject_word, subject->count);
    for (uint32_t i = 0; i < subject->count; i++) {
        words[i] = subject->words[i];
        set_weight(making, &words[i]);
        subject->weight += is_shared(making, &words[i]) ? words[i].weight : words[i].weight / 2;
    }
    subject->words = words;
}

static const uint32_t *weights_of_rows(const struct subject_making *making)
{
    size_t count = making->row_uses.count;
    uint32_t *weights = ARENA_ARRAY(making->arena, uint32_t, count);
    for (uint32_t r = 0; r < count; r++)
        weights[r] = rarity(making->points, *LIST_AT(&making->row_uses, uint32_t, r));
    return weights;
}

bool subjects_make(const struct provisions *texts, uint32_t text_count,
                   const struct vocabulary *const *languages, struct arena *arena,
                   struct subjects *subjects, struct error *error)
{
    struct subject_making making = making_start(arena);
    struct subject **of = ARENA_ARRAY(arena, struct subject *, text_count);
    for (uint32_t t = 0; t < text_count; t++) {
        of[t] = ARENA_ARRAY(arena, struct subject, texts[t].count);
        for (uint32_t i = 0; i < texts[t].count; i++)
            if (!make_one(&making, &texts[t].items[i], t, languages[t], &of[t][i], error))
                return false;
    }
    making.weight_max = rarity(making.points, 2) * MAX_PART / 100;
    for (uint32_t t = 0; t < text_count; t++)
        for (uint32_t i = 0; i < texts[t].count; i++)
            weigh(&making, &of[t][i]);
    *subjects = (struct subjects){.of = (const struct subject *const *)of,
                                  .texts = texts,
                                  .text_count = text_count,
                                  .weight_max = making.weight_max,
                                  .stem_count = names_count(making.stems),
                                  .table_rows = making.table_rows,
                                  .row_count = (uint32_t)making.row_uses.count,
                                  .row_weights = weights_of_rows(&making)};
    return true;
}
