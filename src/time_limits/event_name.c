// SPDX-License-Identifier: Apache-2.0
// The names of events, and which words say only that one happens.
#include "time_limits/event.h"

#include "base/builder.h"

#define NAME_WORDS_MAX 4

// The events that nearly every agreement has, whatever the words.
static const struct {
    const char *first;  // a word of the phrase
    const char *second; // another, or NULL
    const char *name;
} known_events[] = {
    {"entry", "force", "entry.into.force"},
    {"entering", "force", "entry.into.force"},
    {"enters", "force", "entry.into.force"},
    {"entered", "force", "entry.into.force"},
    {"comes", "force", "entry.into.force"},
    {"coming", "force", "entry.into.force"},
    {"came", "force", "entry.into.force"},
    {"effective", "date", "entry.into.force"},
    {"signing", NULL, "signing"},
    {"signature", NULL, "signing"},
    {"signed", NULL, "signing"},
    {"initialling", NULL, "initialling"},
};

static bool has_word(const struct prose *prose, size_t from, size_t to, const char *word)
{
    for (size_t i = from; i < to; i++)
        if (prose_is_word(prose, i, word))
            return true;
    return false;
}

static bool is_bearing(const struct prose *prose, size_t i)
{
    static const char *const empty[] = {"date", "day",     "of",   "and",
                                        "or",   "present", "said", "time"};
    uint8_t kind = prose_token(prose, i)->kind;
    if ((kind != TOKEN_WORD && kind != TOKEN_NUMBER) ||
        prose_has_class(prose, i,
                        CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_CONNECTIVE))
        return false;
    for (size_t k = 0; k < sizeof empty / sizeof empty[0]; k++)
        if (prose_is_word(prose, i, empty[k]))
            return false;
    return true;
}

size_t event_light_tail(const struct prose *prose, size_t i)
{
    // "has held", "has been in force": for how long is told of what began
    bool has = prose_is_one_of(prose, i, "has have had");
    if (has && prose_is_one_of(prose, i + 1, "held lasted"))
        return 2;
    if (has && prose_is_word(prose, i + 1, "been") && prose_is_word(prose, i + 2, "in") &&
        prose_is_one_of(prose, i + 3, "force effect place operation"))
        return 4;
    bool takes = prose_is_one_of(prose, i, "take takes taking took taken");
    if (takes && prose_is_one_of(prose, i + 1, "effect place"))
        return 2;
    bool comes = prose_is_one_of(
        prose, i, "come comes coming came enter enters entering entered goes going went");
    if (comes && prose_is_word(prose, i + 1, "into") &&
        prose_is_one_of(prose, i + 2, "effect operation"))
        return 3;
    bool becomes = prose_is_one_of(prose, i, "become becomes becoming became");
    return becomes && prose_is_one_of(prose, i + 1, "effective operational operative") ? 2 : 0;
}

struct str event_name(const struct prose *prose, size_t from, size_t to, struct arena *arena)
{
    const char *known =
        vocabulary_is_english(prose->vocabulary) ? NULL : event_known_elsewhere(prose, from, to);
    if (known)
        return str_of(known);
    for (size_t k = 0; k < sizeof known_events / sizeof known_events[0]; k++)
        if (has_word(prose, from, to, known_events[k].first) &&
            (!known_events[k].second || has_word(prose, from, to, known_events[k].second)))
            return str_of(known_events[k].name);
    struct builder name = builder_make(arena);
    size_t words = 0;
    for (size_t i = from; i < to && words < NAME_WORDS_MAX; i++) {
        size_t light = words > 0 ? event_light_tail(prose, i) : 0;
        i += light > 0 ? light - 1 : 0;
        if (light > 0 || !is_bearing(prose, i))
            continue;
        if (words++ > 0)
            builder_add_byte(&name, '.');
        struct str word = prose_word(prose, i);
        for (size_t k = 0; k < word.length; k++) {
            char byte = word.bytes[k];
            builder_add_byte(&name, byte >= 'A' && byte <= 'Z' ? (char)(byte + 'a' - 'A') : byte);
        }
    }
    return builder_str(&name);
}
