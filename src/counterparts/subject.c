// SPDX-License-Identifier: Apache-2.0
#include "counterparts/subject.h"

#include "counterparts/facts.h"

#define LEAST_WORDS 3u  // of a sentence that may be matched on its own
#define TITLE_WORDS 4u  // that a point's first sentence has at most when it is a title of the rest
#define OF_HEADING 500u // per mille that a word counts that only stands above
#define OF_TITLE 1300u
#define OF_POINT 1000u

struct subject_making {
    struct arena *arena;
    struct word_table *table;
    struct list last_seen; // uint32_t by stem: the round in which it was seen last
    uint32_t round;        // counts points and sentences
};

static bool is_first_here(struct subject_making *making, uint32_t stem)
{
    while (making->last_seen.count <= stem)
        *LIST_ADD(&making->last_seen, uint32_t) = 0;
    uint32_t *last = LIST_AT(&making->last_seen, uint32_t, stem);
    bool is_first = *last != making->round;
    *last = making->round;
    return is_first;
}

static void add_word(struct subject_making *making, uint32_t stem, struct str said,
                     uint32_t emphasis, struct list *words)
{
    if (stem == NAMES_NONE || !is_first_here(making, stem))
        return;
    *LIST_ADD(words, struct subject_word) = (struct subject_word){stem, said, (uint16_t)emphasis};
}

static void add_words(struct subject_making *making, const struct prose *prose, size_t from,
                      size_t to, uint32_t emphasis, struct list *words)
{
    for (size_t i = from; i < to; i++) {
        if (prose_token(prose, i)->kind != TOKEN_WORD)
            continue;
        struct str said = prose_word(prose, i);
        add_word(making, word_table_stem(making->table, said), said, emphasis, words);
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

// A number that both texts have says something, with the unit that it counts. Only those that are
// said
// within the words are taken.
static void add_numbers(struct subject_making *making, const struct list *facts, struct str within,
                        struct list *words)
{
    for (size_t i = 0; i < facts->count; i++) {
        const struct fact *fact = LIST_AT(facts, struct fact, i);
        if (fact->kind > FACT_PERIOD || fact->said.bytes < within.bytes ||
            fact->said.bytes >= within.bytes + within.length)
            continue;
        if (sort_of(fact).length > 0)
            add_word(making, word_table_mark(making->table, sort_of(fact)), fact->said, OF_POINT,
                     words);
        struct str key =
            arena_print(making->arena, "#%d %lld %d %.*s", (int)fact->kind, (long long)fact->value,
                        (int)fact->measure, STR_ARGS(fact->unit));
        add_word(making, word_table_mark(making->table, key), fact->said, OF_POINT, words);
    }
}

static bool is_sentence_end(const struct prose *prose, size_t i)
{
    return prose_is_sentence_end(prose, i) || prose_is_mark(prose, i, ';');
}

// Where a short first sentence ends that others follow, such as "Rent."; else 0.
static size_t title_end(const struct prose *prose)
{
    size_t words = 0;
    for (size_t i = 0; i < prose->count; i++) {
        words += prose_token(prose, i)->kind == TOKEN_WORD;
        if (words > TITLE_WORDS)
            return 0;
        if (is_sentence_end(prose, i))
            return words > 0 && i + 1 < prose->count ? i : 0;
    }
    return 0;
}

static void add_sentence(struct subject_making *making, const struct prose *prose, size_t from,
                         size_t to, const struct list *facts, struct list *sentences)
{
    struct list words = LIST_MAKE(making->arena, struct subject_word);
    making->round++;
    add_words(making, prose, from, to, OF_POINT, &words);
    add_numbers(making, facts, prose_range(prose, from, to), &words);
    if (words.count >= LEAST_WORDS)
        *LIST_ADD(sentences, struct subject) = (struct subject){
            .words = LIST_ITEMS(&words, struct subject_word), .count = (uint32_t)words.count};
}

static void add_sentences(struct subject_making *making, const struct prose *prose,
                          const struct list *facts, struct subject *subject)
{
    struct list sentences = LIST_MAKE(making->arena, struct subject);
    size_t from = 0;
    for (size_t i = 0; i <= prose->count; i++) {
        if (i < prose->count && !is_sentence_end(prose, i))
            continue;
        if (i > from)
            add_sentence(making, prose, from, i, facts, &sentences);
        from = i + 1;
    }
    if (sentences.count < 2)
        return;
    subject->sentences = LIST_ITEMS(&sentences, struct subject);
    subject->sentence_count = (uint32_t)sentences.count;
}

static bool make_one(struct subject_making *making, const struct provision *provision,
                     const struct vocabulary *language, struct subject *subject,
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
    making->round++;
    struct list words = LIST_MAKE(making->arena, struct subject_word);
    struct list facts = LIST_MAKE(making->arena, struct fact);
    facts_find(&prose, making->arena, &facts);
    size_t title = title_end(&prose);
    add_words(making, &prose, 0, title, OF_TITLE, &words);
    add_words(making, &prose, title, prose.count, OF_POINT, &words);
    add_numbers(making, &facts, prose.text, &words);
    add_words(making, &above, 0, above.count, OF_HEADING, &words);
    *subject = (struct subject){.words = LIST_ITEMS(&words, struct subject_word),
                                .count = (uint32_t)words.count,
                                .facts = LIST_ITEMS(&facts, struct fact),
                                .fact_count = (uint32_t)facts.count};
    add_sentences(making, &prose, &facts, subject);
    return true;
}

bool subjects_make(const struct provisions *texts, uint32_t text_count,
                   const struct vocabulary *const *languages, struct arena *arena,
                   struct subjects *subjects, struct error *error)
{
    struct subject_making making = {
        .arena = arena, .table = word_table_make(arena), .last_seen = LIST_MAKE(arena, uint32_t)};
    struct subject **of = ARENA_ARRAY(arena, struct subject *, text_count);
    for (uint32_t t = 0; t < text_count; t++) {
        of[t] = ARENA_ARRAY(arena, struct subject, texts[t].count);
        for (uint32_t i = 0; i < texts[t].count; i++)
            if (!make_one(&making, &texts[t].items[i], languages[t], &of[t][i], error))
                return false;
    }
    *subjects = (struct subjects){.of = (const struct subject *const *)of,
                                  .texts = texts,
                                  .text_count = text_count,
                                  .table = making.table};
    return true;
}
