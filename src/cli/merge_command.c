// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/ending.h"

#include <entente/merge.h>

#include <string.h>

static const struct option options[] = {
    {"as", "FORM", FORM_CHOICES,
     "how rival wordings are shown (default: brackets; redline for .docx and .html; json for "
     ".json)"},
    {"names", "WHEN", "on|off", "say who holds a wording"},
    {"o", "FILE", NULL, "write to FILE; its ending says what: .docx .html .md .txt .json"},
    {"check", NULL, NULL, "exit 1 while a slot is open"},
    {"authors", "PARTY=A,B", NULL,
     "tracked changes by these authors are PARTY's; may be given several times"},
    {"date", "DATE", NULL, "date of the tracked changes (default: each draft's own)"},
    {"moves", "HOW", "edits|real", ".docx: moved text as deletion and insertion, or as moves"},
    {"any-base", NULL, NULL, "merge a draft although it was made from another base"},
    {NULL, NULL, NULL, NULL},
};

// Form and format from --as and the ending of -o; each has a default that follows the other.
static bool choose_form(const struct arguments *arguments, struct entente_merge_options *chosen)
{
    const char *path = arguments_value(arguments, "o");
    const char *as = arguments_value(arguments, "as");
    enum ending ending = path ? ending_of(path) : ENDING_NONE;
    if (path && ending == ENDING_OTHER) {
        console_misuse("-o %s: the ending must be .docx, .html, .md, .txt or .json", path);
        return false;
    }
    chosen->format = format_of(ending);
    bool is_visual = ending == ENDING_DOCX || ending == ENDING_HTML;
    if (as)
        chosen->form = form_named(as);
    else
        chosen->form = ending == ENDING_JSON ? ENTENTE_JSON
                       : is_visual           ? ENTENTE_REDLINE
                                             : ENTENTE_BRACKETS;
    if (as && ending == ENDING_JSON && chosen->form != ENTENTE_JSON) {
        console_misuse("-o %s holds JSON; --as %s goes with another ending", path, as);
        return false;
    }
    return true;
}

// "PARTY=rest" parted at the first "="; NULL when there is none.
static const char *party_of(const struct arguments *arguments, const char *word, const char **rest)
{
    const char *equals = strchr(word, '=');
    if (!equals)
        return NULL;
    *rest = equals + 1;
    return arena_c_string(arguments->arena, (struct str){word, (size_t)(equals - word)});
}

static bool read_authors(const struct arguments *arguments, struct entente_merge_options *chosen)
{
    struct list authors = LIST_MAKE(arguments->arena, struct entente_author);
    for (size_t i = 0; i < arguments->options.count; i++) {
        const struct option_given *given = LIST_AT(&arguments->options, struct option_given, i);
        if (strcmp(given->option->name, "authors") != 0)
            continue;
        struct entente_author author = {NULL, NULL};
        author.party = party_of(arguments, given->value, &author.names);
        if (!author.party) {
            console_misuse("--authors %s: PARTY=NAME,NAME was expected", given->value);
            return false;
        }
        *LIST_ADD(&authors, struct entente_author) = author;
    }
    chosen->authors = LIST_ITEMS(&authors, struct entente_author);
    chosen->author_count = authors.count;
    return true;
}

static bool read_drafts(const struct arguments *arguments, struct entente_draft *drafts)
{
    for (size_t i = 1; i < arguments->words.count; i++) {
        const char *path = arguments_word(arguments, i);
        struct entente_draft *draft = &drafts[i - 1];
        const char *rest = path;
        draft->party = party_of(arguments, path, &rest);
        if (!console_read(arguments, rest, &draft->file))
            return false;
    }
    return true;
}

static int run(const struct arguments *arguments)
{
    size_t count = arguments->words.count;
    if (count == 0)
        return console_misuse("merge wants a base and a draft of each party: BASE PARTY=FILE …");
    struct entente_merge_options chosen = {
        .size = sizeof chosen,
        .any_base = arguments_has(arguments, "any-base"),
        .date = arguments_value(arguments, "date"),
    };
    const char *names = arguments_value(arguments, "names");
    const char *moves = arguments_value(arguments, "moves");
    chosen.hide_names = names && strcmp(names, "off") == 0;
    chosen.real_moves = moves && strcmp(moves, "real") == 0;
    struct entente_file base;
    struct entente_draft *drafts = ARENA_ARRAY(arguments->arena, struct entente_draft, count);
    if (!choose_form(arguments, &chosen) || !read_authors(arguments, &chosen) ||
        !console_read(arguments, arguments_word(arguments, 0), &base) ||
        !read_drafts(arguments, drafts))
        return EXIT_BAD;
    struct entente_bounds bounds = console_bounds();
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_merge(&chosen, &base, drafts, count - 1, &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"),
                          arguments_has(arguments, "check"));
}

const struct verb merge_verb = {
    .name = "merge",
    .usage = "BASE PARTY=FILE…",
    .purpose = "Joins every party's draft with the base into one text that shows who wants what",
    .details =
        "Each FILE is a copy of BASE that one party changed: .docx (tracked changes or not), "
        "Markdown or plain text, in any mix. A .docx FILE without PARTY= is read by the "
        "authors of its tracked changes; with BASE alone, BASE itself is. Words that all "
        "hold are agreed; every other stretch is a slot with its rival wordings. Edits that "
        "overlap share a slot, edits that only touch are neighbours. A merged text alone, as "
        ".json or bracketed .md or .txt, is read again and shown in another form.",
    .options = options,
    .run = run,
};
