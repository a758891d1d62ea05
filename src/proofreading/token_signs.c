// SPDX-License-Identifier: Apache-2.0
#include "proofreading/token_signs.h"

#include "base/names.h"
#include "proofreading/clause_word.h"
#include "proofreading/sums.h"

#include "prose/date.h"
#include "prose/number.h"
#include <assert.h>

#define SIGN_WORD_BYTES 16

static const struct {
    enum token_sign sign;
    const char *words;
} told_by[] = {
    {SIGN_THIS, "this"},
    {SIGN_WHOLE, "shares share divided divide split allocated respectively distributed "
                 "apportioned proportion proportions held"},
    {SIGN_BOUND, "up no not at less fewer below under more in exceeding over above"},
    {SIGN_DUTY, "the a an every may shall"},
    {SIGN_SPAN, "begins begin commences starts takes take effective enter enters come comes ends "
                "end expires expire terminates terminate until lapses in expiry termination "
                "expiration"},
    {SIGN_DETERMINER, "the a an each any such its all every no their that those"},
};

struct sign_words {
    struct names *words;
    uint16_t signs[128]; // by word
};

struct sign_words *sign_words_make(struct arena *arena)
{
    struct sign_words *made = ARENA_NEW(arena, struct sign_words);
    made->words = names_make(arena);
    for (size_t i = 0; i < sizeof told_by / sizeof told_by[0]; i++) {
        struct str rest = str_of(told_by[i].words);
        struct str word;
        while (str_cut(&rest, ' ', &word)) {
            uint32_t number = names_add(made->words, word);
            assert(number < sizeof made->signs / sizeof made->signs[0]);
            made->signs[number] |= (uint16_t)told_by[i].sign; // all fit
        }
    }
    return made;
}

bool token_is_quote(const struct prose *prose, size_t at)
{
    static const uint32_t quotes[] = {'"', 0x201C, 0x201D, 0x201E, 0xAB, 0xBB};
    const struct token *token = prose_token(prose, at);
    for (size_t i = 0; token->kind == TOKEN_MARK && i < sizeof quotes / sizeof quotes[0]; i++)
        if (token->value == quotes[i])
            return true;
    return false;
}

static uint32_t word_signs(const struct sign_words *words, struct str word)
{
    char lower[SIGN_WORD_BYTES];
    uint32_t signs = clause_word_of(word) != WORD_NONE ? SIGN_CLAUSE : 0;
    if (word.length > sizeof lower)
        return signs;
    for (size_t i = 0; i < word.length; i++)
        lower[i] = word.bytes[i] >= 'A' && word.bytes[i] <= 'Z' ? (char)(word.bytes[i] | 0x20)
                                                                : word.bytes[i];
    uint32_t number = names_find(words->words, (struct str){lower, word.length});
    return number == NAMES_NONE ? signs : signs | words->signs[number];
}

static bool is_figure(const struct prose *prose, size_t at)
{
    int64_t said;
    int64_t repeated;
    struct date date;
    return number_read_twice(prose, at, &said, &repeated) > 0 ||
           date_read(prose, at, false, &date) > 0;
}

uint16_t token_signs(const struct sign_words *words, const struct prose *prose, size_t at)
{
    int64_t share;
    struct proof_sum sum;
    uint32_t signs = prose_is_sentence_end(prose, at) ? SIGN_STOP : 0;
    if (prose_token(prose, at)->kind == TOKEN_WORD)
        signs |= word_signs(words, prose_word(prose, at));
    signs |= token_is_quote(prose, at) ? SIGN_QUOTE : 0;
    signs |= is_figure(prose, at) ? SIGN_FIGURE : 0;
    signs |= sum_read(prose, at, &sum) > 0 ? SIGN_SUM : 0;
    signs |= decimal_read(prose, at, &share) > 0 ? SIGN_SHARE : 0;
    return (uint16_t)signs; // the signs are twelve
}
