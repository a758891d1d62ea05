// SPDX-License-Identifier: Apache-2.0
//
// "Plan_2031 - Velmark comments v2.docx" is Velmark's: what the base's name or all others have too, and
// words that say what kind of file it is, name nobody.
#include "base/utf8.h"
#include "workbench/workbench_pages/desk.h"

#include <stdio.h>

enum { WORDS_MAX = 24 };

struct name_words {
    struct str items[WORDS_MAX];
    size_t count;
};

static bool parts_words(char byte)
{
    return strchr(" _-.,;+()[]{}&'\"\t", byte) != NULL;
}

static struct name_words words_of(const char *path)
{
    struct str name = str_of(path);
    name = str_skip(name, str_behind_last(name, '/'));
    name = str_skip(name, str_behind_last(name, '\\'));
    size_t dot = str_behind_last(name, '.');
    name = dot > 1 ? str_slice(name, 0, dot - 1) : name;
    if (!utf8_is_valid(name))
        name = STR("");
    struct name_words words = {.count = 0};
    for (size_t from = 0; from < name.length && words.count < WORDS_MAX;) {
        size_t to = from;
        while (to < name.length && !parts_words(name.bytes[to]))
            to++;
        if (to > from)
            words.items[words.count++] = str_slice(name, from, to);
        from = to + 1;
    }
    return words;
}

static bool has_word(const struct name_words *words, struct str word)
{
    for (size_t i = 0; i < words->count; i++)
        if (str_equal_ignoring_case(words->items[i], word))
            return true;
    return false;
}

static bool is_kind_word(struct str word)
{
    static const char *const kinds[] = {
        "draft", "final",   "copy",    "of",       "rev",      "revised",   "version",
        "clean", "tracked", "changes", "comments", "edits",    "text",      "markup",
        "from",  "by",      "the",     "new",      "proposal", "proposals", "reply",
        "docx",  "entwurf", "kopie",   "projet",   "version"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_equal_ignoring_case(word, str_of(kinds[i])))
            return true;
    size_t digits = 0;
    size_t from = word.length > 1 && (word.bytes[0] == 'v' || word.bytes[0] == 'V') ? 1 : 0;
    while (from + digits < word.length && word.bytes[from + digits] >= '0' &&
           word.bytes[from + digits] <= '9')
        digits++;
    return from + digits == word.length;
}

static bool is_common(const char *const *files, size_t count, struct str word)
{
    for (size_t i = 0; i < count; i++) {
        struct name_words words = words_of(files[i]);
        if (!has_word(&words, word))
            return false;
    }
    return count > 1;
}

// As much as fits; a character is never cut.
static void add(char *name, struct str word)
{
    size_t length = strlen(name);
    size_t gap = length > 0 ? 1 : 0;
    // A number may have to stand behind it.
    size_t room = ENTENTE_NAME_BYTES - 5;
    if (length + gap >= room)
        return;
    word = utf8_start(word, room - length - gap);
    if (word.length == 0)
        return;
    if (gap > 0)
        name[length] = ' ';
    memcpy(name + length + gap, word.bytes, word.length);
    name[length + gap + word.length] = 0;
}

static void make_distinct(char (*names)[ENTENTE_NAME_BYTES], size_t at)
{
    size_t length = strlen(names[at]);
    bool is_taken = true;
    for (unsigned number = 2; is_taken && number < 1000; number++) {
        is_taken = false;
        for (size_t i = 0; i < at; i++)
            is_taken = is_taken || strcmp(names[i], names[at]) == 0;
        if (is_taken)
            (void)snprintf(names[at] + length, ENTENTE_NAME_BYTES - length, " %u", number);
    }
}

void entente_propose_names(const char *base, const char *const *files, size_t count,
                           char (*names)[ENTENTE_NAME_BYTES])
{
    struct name_words base_words = words_of(base);
    for (size_t i = 0; i < count; i++) {
        struct name_words words = words_of(files[i]);
        names[i][0] = 0;
        for (size_t w = 0; w < words.count; w++)
            if (!has_word(&base_words, words.items[w]) && !is_kind_word(words.items[w]) &&
                !is_common(files, count, words.items[w]))
                add(names[i], words.items[w]);
        for (size_t w = 0; names[i][0] == 0 && w < words.count; w++)
            if (!is_kind_word(words.items[w]))
                add(names[i], words.items[w]);
        if (names[i][0] == 0)
            add(names[i], STR("Party"));
        if (names[i][0] >= 'a' && names[i][0] <= 'z')
            names[i][0] = (char)(names[i][0] - 'a' + 'A');
        make_distinct(names, i);
    }
}
