// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/actors_heading.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

// Where the word stands in the text, between others or, if it must be whole, between no letters;
// the length of the text when it does not.
static size_t find_word(struct str text, struct str word, bool is_whole)
{
    for (size_t i = 0; i + word.length <= text.length; i++) {
        size_t end = i + word.length;
        bool is_joined = (i > 0 && is_letter(text.bytes[i - 1])) ||
                         (end < text.length && is_letter(text.bytes[end]));
        if (str_equal_ignoring_case(str_slice(text, i, end), word) && !(is_whole && is_joined))
            return i;
    }
    return text.length;
}

static bool is_joint(char c)
{
    return c == ' ' || c == '_' || c == '-' || c == ':' || c == '.' || c == '/' || c == '(' ||
           c == ')';
}

static struct str without_joints(struct str text)
{
    while (text.length > 0 && is_joint(text.bytes[0]))
        text = str_skip(text, 1);
    while (text.length > 0 && is_joint(text.bytes[text.length - 1]))
        text.length--;
    return text;
}

// What stands before the word, or else behind it.
static struct str rest_of(struct str cell, size_t at, size_t length)
{
    struct str before = without_joints(str_slice(cell, 0, at));
    return before.length > 0 ? before : without_joints(str_skip(cell, at + length));
}

// The longer of two words that begin alike stands first, so that nothing of it is left over. Words
// that are parts of others ("substance", "universal", "factor") must stand alone.
static const struct {
    struct str word;
    enum role role;
    bool is_whole;
} role_words[] = {
    {STR_INIT("positions"), ROLE_POSITION, false},
    {STR_INIT("position"), ROLE_POSITION, false},
    {STR_INIT("pstn"), ROLE_POSITION, true},
    {STR_INIT("pos"), ROLE_POSITION, true},
    {STR_INIT("stance"), ROLE_POSITION, true},
    {STR_INIT("ideal point"), ROLE_POSITION, false},
    {STR_INIT("ideal"), ROLE_POSITION, true},
    {STR_INIT("preference"), ROLE_POSITION, false},
    {STR_INIT("salience"), ROLE_SALIENCE, false},
    {STR_INIT("saliency"), ROLE_SALIENCE, false},
    {STR_INIT("sal"), ROLE_SALIENCE, true},
    {STR_INIT("importance"), ROLE_SALIENCE, false},
    {STR_INIT("priority"), ROLE_SALIENCE, false},
    {STR_INIT("attention"), ROLE_SALIENCE, false},
    {STR_INIT("influence"), ROLE_INFLUENCE, false},
    {STR_INIT("capabilities"), ROLE_INFLUENCE, false},
    {STR_INIT("capability"), ROLE_INFLUENCE, false},
    {STR_INIT("cap"), ROLE_INFLUENCE, true},
    {STR_INIT("power"), ROLE_INFLUENCE, false},
    {STR_INIT("resources"), ROLE_INFLUENCE, false},
    {STR_INIT("clout"), ROLE_INFLUENCE, false},
    {STR_INIT("leverage"), ROLE_INFLUENCE, false},
    {STR_INIT("votes"), ROLE_INFLUENCE, false},
    {STR_INIT("actors"), ROLE_ACTOR, true},
    {STR_INIT("actor"), ROLE_ACTOR, true},
    {STR_INIT("stakeholder"), ROLE_ACTOR, false},
    {STR_INIT("party"), ROLE_ACTOR, false},
    {STR_INIT("country"), ROLE_ACTOR, false},
    {STR_INIT("delegation"), ROLE_ACTOR, false},
    {STR_INIT("player"), ROLE_ACTOR, false},
    {STR_INIT("name"), ROLE_ACTOR, true},
};

// "Issue", "issue_name", "Topic id".
static bool is_issue(struct str cell)
{
    static const struct str words[] = {STR_INIT("issue"),    STR_INIT("dimension"),
                                       STR_INIT("topic"),    STR_INIT("question"),
                                       STR_INIT("proposal"), STR_INIT("controversy")};
    static const struct str more[] = {STR_INIT(""),      STR_INIT("name"),   STR_INIT("id"),
                                      STR_INIT("no"),    STR_INIT("number"), STR_INIT("nr"),
                                      STR_INIT("title"), STR_INIT("code"),   STR_INIT("label")};
    for (size_t w = 0; w < sizeof words / sizeof words[0]; w++) {
        size_t at = find_word(cell, words[w], true);
        struct str rest = at < cell.length ? rest_of(cell, at, words[w].length) : cell;
        for (size_t m = 0; at < cell.length && m < sizeof more / sizeof more[0]; m++)
            if (str_equal_ignoring_case(rest, more[m]))
                return true;
    }
    return false;
}

struct heading heading_of(struct str cell)
{
    if (is_issue(cell))
        return (struct heading){ROLE_ISSUE, STR("")};
    for (size_t w = 0; w < sizeof role_words / sizeof role_words[0]; w++) {
        struct str word = role_words[w].word;
        size_t at = find_word(cell, word, role_words[w].is_whole);
        if (at < cell.length)
            return (struct heading){role_words[w].role, rest_of(cell, at, word.length)};
    }
    return (struct heading){ROLE_OTHER, STR("")};
}

bool heading_is_missing(struct str cell)
{
    static const struct str signs[] = {STR_INIT("NA"),      STR_INIT("N/A"), STR_INIT("."),
                                       STR_INIT("-"),       STR_INIT("?"),   STR_INIT("none"),
                                       STR_INIT("missing"), STR_INIT("null")};
    bool is_missing = cell.length == 0;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        is_missing = is_missing || str_equal_ignoring_case(cell, signs[i]);
    return is_missing;
}
