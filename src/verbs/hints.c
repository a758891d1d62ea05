// SPDX-License-Identifier: Apache-2.0
#include "verbs/hints.h"

#include "base/near.h"

#include <string.h>

// Options that people give to the wrong verb; an empty verb is any.
static const struct {
    const char *verb;
    const char *option;
    const char *hint;
} misplaced[] = {
    {"init", "party", "parties come after it: entente party CASE ID --name NAME"},
    {"init", "parties", "parties come after it: entente party CASE ID --name NAME"},
    {"init", "document", "texts come after it: entente enter CASE document ID --set title=TITLE"},
    {"init", "base",
     "the base comes after it: entente submit CASE FILE --document ID --base, once the document is "
     "entered"},
    {"brief", "party", "the brief of one party is the one it may read: --as ID"},
    {"merge", "party", "a draft is given as PARTY=FILE: entente merge BASE UA=ua.docx"},
    {"merge", "base", "the base is the first file: entente merge BASE UA=ua.docx"},
    {"diff", "base", "the base is the first file: entente diff BASE DRAFT"},
    {"enter", "title", "a field is given as --set title=TITLE"},
    {"enter", "name", "a field is given as --set name=NAME"},
    {"enter", "base",
     "the base's file is entered by: entente submit CASE FILE --document ID --base"},
    {"stance", "stance",
     "the stance is a word: entente stance CASE SLOT WORDING oppose --party ID"},
    {"agree", "party", "who agrees is --by LIST"},
    {"", "out", "the file to write is -o FILE"},
    {"", "output", "the file to write is -o FILE"},
    {"", "format", "the form is the ending of the file: -o text.docx, page.html, text.md"},
};

static bool is_called(const char *name, struct str other)
{
    return str_equal(str_of(name), other);
}

static struct str option_like(const struct verb *verb, struct str option, struct arena *arena)
{
    size_t count = 0;
    for (const struct option *each = verb->options; each && each->name; each++)
        count++;
    struct str *names = ARENA_ARRAY(arena, struct str, count + 1);
    for (size_t i = 0; i < count; i++)
        names[i] = str_of(verb->options[i].name);
    size_t near = near_find(option, names, count);
    return near < count ? names[near] : STR("");
}

struct str hint_of_option(const struct verb *verb, struct str option, struct arena *arena)
{
    for (size_t i = 0; i < sizeof misplaced / sizeof *misplaced; i++) {
        bool is_here = !*misplaced[i].verb || strcmp(misplaced[i].verb, verb->name) == 0;
        if (is_here && is_called(misplaced[i].option, option))
            return str_of(misplaced[i].hint);
    }
    struct str like = option_like(verb, option, arena);
    return like.length > 0 ? arena_print(arena, "did you mean --%.*s?", STR_ARGS(like))
                           : arena_print(arena, "see entente help %s", verb->name);
}

const char *hint_of_verb(const char *name)
{
    static const struct {
        const char *names; // parted by "|"
        const char *hint;
    } known[] = {
        {"document|documents|text|texts", "a text is entered by: entente enter CASE document ID "
                                          "--set title=TITLE, its files by: entente "
                                          "submit CASE FILE --document ID --base"},
        {"draft|drafts|base",
         "a draft is entered by: entente submit CASE FILE --document ID --party ID"},
        {"delegate|delegates", "a delegate is entered by: entente party CASE NAME --party ID"},
        {"group|groups", "a group is entered by: entente party CASE ID --members LIST"},
        {"slot|slots|list", "open places are listed by: entente show CASE slots"},
        {"step|steps|limit|guarantee|package|packages|note|notes|match|finding",
         "it is entered by: entente enter CASE KIND ID --set FIELD=VALUE"},
        {"columns|options|proposals|redline",
         "it is a form: entente merge BASE UA=ua.docx --as columns, or entente show CASE DOCUMENT "
         "--as columns"},
        {"new|create|start", "a case is made by: entente init CASE --title TITLE"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct str rest = str_of(known[i].names);
        struct str one;
        while (str_cut(&rest, '|', &one))
            if (is_called(name, one))
                return known[i].hint;
    }
    return NULL;
}

bool hint_is_text_file(const char *word)
{
    static const char *const ends[] = {".docx", ".odt", ".md", ".markdown", ".txt"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends_with_ignoring_case(str_of(word), str_of(ends[i])))
            return true;
    return false;
}
