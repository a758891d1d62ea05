// SPDX-License-Identifier: Apache-2.0
#include "news_reports/words.h"

#include "base/list.h"
#include "base/utf8.h"

#define LONGEST_WORD ((size_t)48) // longer words are in no table

struct facts {
    uint32_t kinds;
    uint32_t nation;
};

struct word_tables {
    struct names *names;
    struct list facts; // struct facts, by number
};

static struct facts *facts_of(struct word_tables *words, struct str word)
{
    uint32_t number = names_add(words->names, word);
    while (words->facts.count <= number)
        LIST_ADD(&words->facts, struct facts);
    return LIST_AT(&words->facts, struct facts, number);
}

struct word_tables *words_make(struct arena *arena)
{
    struct word_tables *words = ARENA_NEW(arena, struct word_tables);
    words->names = names_make(arena);
    words->facts = LIST_MAKE(arena, struct facts);
    struct str word;
    for (const struct word_list *list = words_english; list->words; list++) {
        struct str rest = str_of(list->words);
        while (str_cut(&rest, ' ', &word))
            if (word.length > 0)
                facts_of(words, word)->kinds |= list->kinds;
    }
    for (uint32_t i = 0; nations[i].name; i++) {
        struct str rest = str_of(nations[i].words);
        while (str_cut(&rest, ' ', &word)) {
            struct facts *facts = facts_of(words, word);
            facts->kinds |= KIND_NATION;
            facts->nation = i + 1;
        }
    }
    return words;
}

static const struct facts *find(const struct word_tables *words, struct str word)
{
    char lower[LONGEST_WORD];
    size_t length = 0;
    size_t bytes;
    for (size_t i = 0; i < word.length; i += bytes) {
        uint32_t code_point = utf8_lower(utf8_at(word, i, &bytes));
        if (length + UTF8_MAX > sizeof lower)
            return NULL;
        length += utf8_encode(code_point, lower + length);
    }
    uint32_t number = names_find(words->names, (struct str){lower, length});
    return number == NAMES_NONE ? NULL : LIST_AT(&words->facts, struct facts, number);
}

uint32_t words_kinds(const struct word_tables *words, struct str word)
{
    const struct facts *facts = find(words, word);
    return facts ? facts->kinds : 0;
}

size_t words_nation(const struct word_tables *words, struct str word)
{
    const struct facts *facts = find(words, word);
    return facts ? facts->nation : 0;
}
