// SPDX-License-Identifier: Apache-2.0
#include "advice/draft.h"

#include "base/builder.h"
#include "base/checked.h"
#include "base/list.h"
#include "base/near.h"

// The words of a package, read from the front.
struct package_words {
    const struct scenario *scenario;
    struct str rest;
    struct arena *arena;
    const char *what; // is read, for errors
};

static void skip_blanks(struct package_words *words)
{
    words->rest = str_trim(words->rest);
}

// A name in double quotes, a quote inside doubled; false, and nothing taken, when it is not closed.
static bool take_quoted(struct package_words *words, struct str *name)
{
    struct builder out = builder_make(words->arena);
    for (size_t i = 1; i < words->rest.length; i++) {
        bool is_quote = words->rest.bytes[i] == '"';
        if (is_quote && i + 1 < words->rest.length && words->rest.bytes[i + 1] == '"')
            i++;
        else if (is_quote) {
            *name = builder_str(&out);
            words->rest = str_skip(words->rest, i + 1);
            skip_blanks(words);
            return true;
        }
        builder_add_byte(&out, words->rest.bytes[i]);
    }
    return false;
}

static bool is_quoted(const struct package_words *words)
{
    return words->rest.length > 0 && words->rest.bytes[0] == '"';
}

// Whether the rest begins with the name and then, after blanks, the mark or (for a comma) the end.
static bool begins_with(struct str rest, struct str name, char mark)
{
    if (name.length == 0 || !str_starts_with(rest, name))
        return false;
    struct str behind = str_trim(str_skip(rest, name.length));
    return behind.length > 0 ? behind.bytes[0] == mark : mark == ',';
}

static void take(struct package_words *words, size_t length)
{
    words->rest = str_skip(words->rest, length);
    skip_blanks(words);
}

// What stands before the next comma.
static struct str piece_of(const struct package_words *words)
{
    return str_trim(str_slice(words->rest, 0, str_find_byte(words->rest, ',')));
}

// Takes "ISSUE =", the longest name that fits, or nothing for the next issue in order. UINT32_MAX: an
// issue is named that does not exist, or there is none left.
static uint32_t take_issue(struct package_words *words, uint32_t next)
{
    const struct scenario *scenario = words->scenario;
    struct package_words before = *words;
    uint32_t found = UINT32_MAX;
    struct str name = STR("");
    if (is_quoted(words) && take_quoted(words, &name) && words->rest.length > 0 &&
        words->rest.bytes[0] == '=') {
        take(words, 1);
        return scenario_issue_named(scenario, name);
    }
    *words = before;
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        struct str issue = scenario->issues[i].name;
        if (issue.length > name.length && begins_with(words->rest, issue, '=')) {
            name = issue;
            found = i;
        }
    }
    if (found != UINT32_MAX) {
        take(words, name.length);
        take(words, 1);
        return found;
    }
    return next < scenario->issue_count ? next : UINT32_MAX;
}

// Takes an option by its longest name that fits, by a quoted name or by number. UINT32_MAX: there is
// no such option; *said is what was taken for one.
static uint32_t take_option(struct package_words *words, const struct issue *issue,
                            struct str *said)
{
    uint32_t found = UINT32_MAX;
    size_t longest = 0;
    int64_t number;
    if (is_quoted(words) && take_quoted(words, said))
        return issue_option_named(issue, *said);
    for (uint32_t o = 0; o < issue->option_count; o++)
        if (issue->options[o].length > longest &&
            begins_with(words->rest, issue->options[o], ',')) {
            longest = issue->options[o].length;
            found = o;
        }
    *said = piece_of(words);
    take(words, found == UINT32_MAX ? str_find_byte(words->rest, ',') : longest);
    if (found == UINT32_MAX && checked_parse(*said, &number) && number >= 0 &&
        number < issue->option_count)
        found = (uint32_t)number; // below option_count
    return found;
}

static struct str issue_meant(const struct package_words *words, struct str said)
{
    const struct scenario *scenario = words->scenario;
    struct str *names = ARENA_ARRAY(words->arena, struct str, scenario->issue_count);
    struct str name = str_trim(str_slice(said, 0, str_find_byte(said, '=')));
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        names[i] = scenario->issues[i].name;
    if (name.length >= 2 && name.bytes[0] == '"' && name.bytes[name.length - 1] == '"')
        name = str_slice(name, 1, name.length - 1);
    return near_meant(name, names, scenario->issue_count, words->arena);
}

static bool read_piece(struct package_words *words, uint32_t *next, uint32_t *package,
                       bool *is_given, struct error *error)
{
    struct str said = piece_of(words);
    uint32_t number = take_issue(words, *next);
    if (number == UINT32_MAX)
        return error_set(error, MISUSE, "%s: \"%.*s\" belongs to no issue; there are %u%.*s",
                         words->what, STR_ARGS(said), words->scenario->issue_count,
                         STR_ARGS(issue_meant(words, said)));
    const struct issue *issue = &words->scenario->issues[number];
    package[number] = take_option(words, issue, &said);
    if (package[number] == UINT32_MAX)
        return error_set(
            error, MISUSE, "%s: issue \"%.*s\" has no option \"%.*s\"%.*s", words->what,
            STR_ARGS(issue->name), STR_ARGS(said),
            STR_ARGS(near_meant(said, issue->options, issue->option_count, words->arena)));
    if (words->rest.length > 0 && words->rest.bytes[0] != ',')
        return error_set(error, MISUSE, "%s: a comma was expected before \"%.*s\"", words->what,
                         STR_ARGS(words->rest));
    if (is_given[number])
        return error_set(error, MISUSE, "%s names issue \"%.*s\" twice", words->what,
                         STR_ARGS(issue->name));
    is_given[number] = true;
    *next = number + 1;
    take(words, 1);
    return true;
}

bool draft_read_part(const struct scenario *scenario, const char *what, struct str text,
                     struct arena *arena, const struct choice **choices, size_t *count,
                     struct error *error)
{
    uint32_t *package = ARENA_ARRAY(arena, uint32_t, scenario->issue_count);
    bool *is_given = ARENA_ARRAY(arena, bool, scenario->issue_count);
    struct list list = LIST_MAKE(arena, struct choice);
    struct package_words words = {scenario, str_trim(text), arena, what};
    while (words.rest.length > 0) {
        uint32_t next = scenario->issue_count; // each piece names its issue
        if (!read_piece(&words, &next, package, is_given, error))
            return false;
        *LIST_ADD(&list, struct choice) = (struct choice){next - 1, package[next - 1]};
    }
    *choices = LIST_ITEMS(&list, struct choice);
    *count = list.count;
    return true;
}

bool draft_read(const struct scenario *scenario, struct str text, struct arena *arena,
                uint32_t *package, struct error *error)
{
    bool *is_given = ARENA_ARRAY(arena, bool, scenario->issue_count);
    uint32_t next = 0;
    text = str_trim(text);
    if (text.length >= 2 && text.bytes[0] == '[' && text.bytes[text.length - 1] == ']')
        text = str_slice(text, 1, text.length - 1);
    struct package_words words = {scenario, str_trim(text), arena, "the draft"};
    while (words.rest.length > 0)
        if (!read_piece(&words, &next, package, is_given, error))
            return false;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        if (!is_given[i])
            return error_set(error, MISUSE, "the draft names no option for issue \"%.*s\"",
                             STR_ARGS(scenario->issues[i].name));
    return true;
}
