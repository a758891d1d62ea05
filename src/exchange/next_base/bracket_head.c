// SPDX-License-Identifier: Apache-2.0
#include "exchange/next_base/bracket_head.h"

#include <string.h>

static bool take(struct str *rest, const char *word)
{
    if (!str_starts_with(*rest, str_of(word)))
        return false;
    *rest = str_skip(*rest, strlen(word));
    return true;
}

static void skip_blanks(struct str *rest)
{
    while (rest->length > 0 && rest->bytes[0] == ' ')
        *rest = str_skip(*rest, 1);
}

// A name ends where a sign of the head follows it: "EU" is not the beginning of "EUR 5".
static bool ends_name(struct str rest)
{
    static const char *const signs[] = {",",  "/",  ";",        ":",     ")",
                                        " :", " /", " propose", " keep", " oppose"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts_with(rest, str_of(signs[i])))
            return true;
    return false;
}

static bool take_name(struct str *rest, const struct docx_record *record, bool *holds)
{
    size_t found = record->party_count;
    for (size_t i = 0; i < record->party_count; i++) {
        struct str name = record->parties[i];
        bool is_longer =
            found == record->party_count || name.length > record->parties[found].length;
        if (name.length > 0 && is_longer && str_starts_with(*rest, name) &&
            ends_name(str_skip(*rest, name.length)))
            found = i;
    }
    if (found == record->party_count)
        return false;
    holds[found] = true;
    *rest = str_skip(*rest, record->parties[found].length);
    return true;
}

static bool take_names(struct str *rest, const struct docx_record *record, bool *holds)
{
    if (!take_name(rest, record, holds))
        return false;
    for (;;) {
        struct str ahead = *rest;
        skip_blanks(&ahead);
        if (!take(&ahead, ",") && !take(&ahead, "/"))
            return true;
        skip_blanks(&ahead);
        if (!take_name(&ahead, record, holds))
            return false;
        *rest = ahead;
    }
}

static bool take_option(struct str *rest, const struct docx_record *record, bool *holds,
                        struct bracket_head *head)
{
    while (rest->length > 0 && rest->bytes[0] >= '0' && rest->bytes[0] <= '9')
        *rest = str_skip(*rest, 1);
    if (!take(rest, " ("))
        return true;
    head->is_named = true;
    head->is_base = take(rest, "base");
    bool has_names = !head->is_base || take(rest, ", ");
    return (!has_names || take_names(rest, record, holds)) && take(rest, ")");
}

// "base", "base, UA", "base; UA keep".
static bool take_base(struct str *rest, const struct docx_record *record, bool *holds)
{
    if (take(rest, "; "))
        return take_names(rest, record, holds) && take(rest, " keep");
    return !take(rest, ",") || (skip_blanks(rest), take_names(rest, record, holds));
}

// "UA", "US, EU", "US/EU propose; RU oppose".
static bool take_holders(struct str *rest, const struct docx_record *record, bool *holds,
                         bool *others)
{
    if (!take_names(rest, record, holds))
        return false;
    bool proposes = take(rest, " propose to delete") || take(rest, " propose");
    return !proposes || !take(rest, "; ") ||
           (take_names(rest, record, others) && take(rest, " oppose"));
}

bool bracket_head_read(struct str text, const struct docx_record *record, struct arena *arena,
                       bool *holds, struct bracket_head *head)
{
    struct str rest = text;
    bool *named = ARENA_ARRAY(arena, bool, record->party_count + 1);
    bool *others = ARENA_ARRAY(arena, bool, record->party_count + 1);
    *head = (struct bracket_head){.is_base = false};
    bool done = true;
    if (take(&rest, "Option ")) {
        done = take_option(&rest, record, named, head);
    } else if (str_starts_with(rest, STR("base")) && ends_name(str_skip(rest, 4))) {
        rest = str_skip(rest, 4);
        head->is_base = true;
        head->is_named =
            rest.length > 0 && rest.bytes[0] != ':'; // alone it stands without names too
        done = take_base(&rest, record, named);
    } else if (!take(&rest, "proposed")) {
        head->is_named = true;
        done = take_holders(&rest, record, named, others);
    }
    skip_blanks(&rest);
    if (!done || !take(&rest, ":"))
        return false;
    take(&rest, " ");
    head->length = text.length - rest.length;
    if (head->is_named)
        memcpy(holds, named, record->party_count * sizeof *holds);
    return true;
}
