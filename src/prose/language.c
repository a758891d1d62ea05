// SPDX-License-Identifier: Apache-2.0
#include "prose/language.h"

#include "base/utf8.h"

#include <string.h>

// Of these no other language of the Latin script makes much use.
static const char *const small_words[] = {"the",  "of",   "and",   "to",    "shall", "for",
                                          "with", "from", "that",  "which", "this",  "within",
                                          "said", "by",   "after", "their", "is",    "be"};

enum {
    ENOUGH_LATIN = 30, // words; fewer may well have no small one
    ENOUGH_OTHER = 8,  // bytes of letters beyond ASCII
    SHARE = 30,        // of so many words an English text has at least one small one
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_small_word(struct str word)
{
    for (size_t i = 0; i < sizeof small_words / sizeof *small_words; i++)
        if ((word.bytes[0] | 0x20) == small_words[i][0] &&
            str_equal_ignoring_case(word, str_of(small_words[i])))
            return true;
    return false;
}

void language_count_add(struct language_count *count, struct str piece)
{
    for (size_t at = 0; at < piece.length; at++) {
        size_t from = at;
        size_t other = 0;
        for (; at < piece.length && is_letter(piece.bytes[at]); at++)
            other += (unsigned char)piece.bytes[at] >= 0x80;
        if (at == from)
            continue;
        count->words++;
        count->other += other;
        count->ascii += at - from - other;
        count->small += is_small_word(str_slice(piece, from, at));
    }
}

void language_count_join(struct language_count *count, const struct language_count *more)
{
    count->words += more->words;
    count->small += more->small;
    count->ascii += more->ascii;
    count->other += more->other;
}

bool language_count_is_foreign(const struct language_count *count)
{
    if (count->other > count->ascii)
        return count->other >= ENOUGH_OTHER;
    return count->words >= ENOUGH_LATIN && count->small < count->words / SHARE;
}

bool language_is_foreign(struct str text)
{
    struct language_count count = {0};
    language_count_add(&count, text);
    return language_count_is_foreign(&count);
}

// Small words of the languages of the Latin script that are read, each in one language only.
static const struct {
    enum language language;
    const char *words;
} told_by[] = {
    {LANGUAGE_ENGLISH,
     " the of and to shall for with from that which this within by after their is be it "
     "any may not or such at days months years weeks hours "},
    {LANGUAGE_FRENCH, " le les des du et dans par est sont aux au pour sur ce cette qui avec peut "
                      "doit ou leur jours délai après avant chaque à une elle jour mois "
                      "semaines ans heures dès lors délais ne sera seront sont "},
    {LANGUAGE_SPANISH, " el los las del y por para con se su al como será podrá deberá días plazo "
                       "después antes cada dentro días día meses años horas semanas serán "
                       "tras más hasta desde durante "},
    {LANGUAGE_GERMAN,
     " der die das und den dem von zu mit ist sind wird werden nach für auf im ein eine "
     "einer nicht kann tagen innerhalb zur zum bei durch binnen tage tag monate wochen "
     "jahre stunden frist gilt vom bis jahren monaten "},
};

#define LATIN_LANGUAGES (sizeof told_by / sizeof told_by[0])
#define SMALL_WORD_BYTES 10
#define SLOTS 1024 // a power of two, many times the number of words

struct small_word {
    struct str word; // empty: the slot is free
    size_t language; // in told_by
};

struct language_words {
    struct small_word slots[SLOTS];
};

// Open addressing: the slot of the word, or the free one where it would stand.
static size_t slot_of(const struct language_words *words, const char *word, size_t length)
{
    size_t slot = length;
    for (size_t i = 0; i < length; i++)
        slot = slot * 31 + (unsigned char)word[i];
    for (slot %= SLOTS;; slot = (slot + 1) % SLOTS) {
        struct str here = words->slots[slot].word;
        if (here.length == 0 || (here.length == length && memcmp(here.bytes, word, length) == 0))
            return slot;
    }
}

struct language_words *language_words_make(struct arena *arena)
{
    struct language_words *words = ARENA_NEW(arena, struct language_words);
    for (size_t l = 0; l < LATIN_LANGUAGES; l++) {
        struct str rest = str_of(told_by[l].words);
        struct str word;
        while (str_cut(&rest, ' ', &word))
            if (word.length > 0)
                words->slots[slot_of(words, word.bytes, word.length)] =
                    (struct small_word){word, l};
    }
    return words;
}

static void count_word(const struct language_words *words, struct str word, size_t *counts)
{
    char lower[SMALL_WORD_BYTES];
    if (word.length > sizeof lower)
        return;
    for (size_t i = 0; i < word.length; i++) {
        char byte = word.bytes[i];
        lower[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 'a' - 'A') : byte;
    }
    const struct small_word *found = &words->slots[slot_of(words, lower, word.length)];
    if (found->word.length > 0)
        counts[found->language]++;
}

// Letters by script.
struct scripts {
    size_t latin;
    size_t cyrillic;
    size_t ukrainian; // letters that Russian does not have
    size_t russian;   // letters that Ukrainian does not have
    size_t arabic;
    size_t han;
};

static void count_letter(uint32_t code_point, struct scripts *scripts)
{
    scripts->latin += code_point < 0x250;
    scripts->cyrillic += code_point >= 0x400 && code_point < 0x500;
    scripts->ukrainian += code_point == 0x456 || code_point == 0x457 || code_point == 0x454 ||
                          code_point == 0x491 || code_point == 0x406;
    scripts->russian +=
        code_point == 0x44B || code_point == 0x44D || code_point == 0x44A || code_point == 0x451;
    scripts->arabic += code_point >= 0x600 && code_point < 0x700;
    scripts->han += code_point >= 0x4E00 && code_point < 0xA000;
}

static enum language of_latin(const size_t *counts, size_t words, enum language before)
{
    size_t best = 0;
    for (size_t l = 1; l < LATIN_LANGUAGES; l++)
        best = counts[l] > counts[best] ? l : best;
    if (counts[best] < 2) // too little to tell by
        return words < ENOUGH_LATIN || counts[best] * SHARE >= words ? before : LANGUAGE_OTHER;
    if (counts[best] * SHARE < words)
        return LANGUAGE_OTHER;
    for (size_t l = 0; l < LATIN_LANGUAGES; l++)
        if (l != best && counts[l] == counts[best])
            return before;
    return told_by[best].language;
}

enum language language_of_few(const struct language_words *small, struct str text)
{
    size_t counts[LATIN_LANGUAGES] = {0};
    for (size_t at = 0; at < text.length; at++) {
        size_t from = at;
        while (at < text.length && is_letter(text.bytes[at]))
            at++;
        if (at > from)
            count_word(small, str_slice(text, from, at), counts);
    }
    size_t best = 0;
    bool is_alone = true;
    for (size_t l = 1; l < LATIN_LANGUAGES; l++) {
        is_alone = counts[l] > counts[best] || (is_alone && counts[l] < counts[best]);
        best = counts[l] > counts[best] ? l : best;
    }
    return is_alone ? told_by[best].language : LANGUAGE_ENGLISH;
}

// Enough small words of one language and none of another: the rest of the line need not be read.
static bool is_plain(const size_t *counts)
{
    size_t others = 0;
    for (size_t l = 1; l < LATIN_LANGUAGES; l++)
        others += counts[l];
    return counts[0] >= 4 && others == 0;
}

enum language language_of(const struct language_words *small, struct str paragraph,
                          enum language before)
{
    struct scripts scripts = {0};
    size_t counts[LATIN_LANGUAGES] = {0};
    size_t words = 0;
    for (size_t at = 0; at < paragraph.length; at++) {
        size_t from = at;
        while (at < paragraph.length && is_letter(paragraph.bytes[at])) {
            size_t bytes = 1;
            if ((unsigned char)paragraph.bytes[at] >= 0x80)
                count_letter(utf8_at(paragraph, at, &bytes), &scripts);
            else
                scripts.latin++;
            at += bytes;
        }
        words += at > from;
        if (at > from)
            count_word(small, str_slice(paragraph, from, at), counts);
        if (is_plain(counts) && scripts.latin > 0)
            return LANGUAGE_ENGLISH;
    }
    size_t others = scripts.cyrillic + scripts.arabic + scripts.han * 3;
    if (others <= scripts.latin)
        return of_latin(counts, words, before);
    if (scripts.han * 3 > scripts.cyrillic + scripts.arabic)
        return LANGUAGE_CHINESE;
    if (scripts.arabic > scripts.cyrillic)
        return LANGUAGE_ARABIC;
    if (scripts.ukrainian == scripts.russian)
        return before == LANGUAGE_UKRAINIAN ? before : LANGUAGE_RUSSIAN;
    return scripts.ukrainian > scripts.russian ? LANGUAGE_UKRAINIAN : LANGUAGE_RUSSIAN;
}

const char *language_name(enum language language)
{
    static const char *const names[LANGUAGE_COUNT] = {"English", "French",  "Spanish",
                                                      "German",  "Russian", "Ukrainian",
                                                      "Arabic",  "Chinese", "another"};
    return names[language];
}
