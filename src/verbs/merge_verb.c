// SPDX-License-Identifier: Apache-2.0
#include "verbs/each_verb.h"
#include "verbs/merged_shape.h"

#include <entente/merge.h>

#include <string.h>

static const struct option options[] = {
    {"as", OPTION_CHOICE, "FORM", FORM_CHOICES,
     "how rival wordings are shown (default: brackets; redline for .docx and .html; json for "
     ".json)"},
    {"names", OPTION_CHOICE, "WHEN", "on|off", "say who holds a wording"},
    {"o", OPTION_OUTPUT, "FILE", NULL,
     "write to FILE; its ending says what: .docx .odt .html .md .txt .json"},
    {"check", OPTION_FLAG, NULL, NULL, "exit 1 while a slot, a number or the layout is open"},
    {"authors", OPTION_TEXT, "PARTY=A,B", NULL,
     "tracked changes by these authors are PARTY's; may be given several times"},
    {"date", OPTION_DATE, "DATE", NULL, "date of the tracked changes (default: each draft's own)"},
    {"moves", OPTION_CHOICE, "HOW", "edits|real",
     ".docx: moved text as deletion and insertion, or as moves"},
    {"any-base", OPTION_FLAG, NULL, NULL, "merge a draft although it was made from another base"},
    {"struck", OPTION_CHOICE, "HOW", "markup|deleted|words",
     "words struck by hand in a .docx draft: deleted where the base has none (markup), always, "
     "never"},
    {"fragment", OPTION_TEXT, "PARTY", NULL,
     "PARTY's draft is a fragment (pasted clauses, an e-mail): proposals for the clauses it "
     "resembles; may be given several times"},
    {"notes", OPTION_FLAG, NULL, NULL,
     "say every note in a line of its own, not one line a party and kind"},
    {.name = NULL},
};

static const struct form forms[] = {
    {"md|markdown", ENTENTE_MARKDOWN, NULL},
    {"docx", ENTENTE_DOCX, NULL},
    {"odt", ENTENTE_DOCX, NULL, true},
    {"html|htm", ENTENTE_HTML, NULL},
    {"txt", ENTENTE_TEXT, NULL},
    {"json", MERGED_AS_JSON, NULL},
    {"csv", ENTENTE_CSV, NULL},
    {"xlsx", ENTENTE_XLSX, NULL},
    {NULL, 0, NULL},
};

static bool read_authors(struct request *request, struct entente_merge_options *chosen)
{
    struct list authors = LIST_MAKE(request->arena, struct entente_author);
    for (size_t i = 0; i < request->options.count; i++) {
        const struct option_given *given = LIST_AT(&request->options, struct option_given, i);
        if (strcmp(given->option->name, "authors") != 0)
            continue;
        struct entente_author author = {NULL, NULL};
        author.party = request_party(request, given->value, &author.names);
        if (!author.party) {
            request_misuse(request, "--authors %s: PARTY=NAME,NAME was expected", given->value);
            return false;
        }
        *LIST_ADD(&authors, struct entente_author) = author;
    }
    chosen->authors = LIST_ITEMS(&authors, struct entente_author);
    chosen->author_count = authors.count;
    return true;
}

static void read_fragments(struct request *request, struct entente_merge_options *chosen)
{
    struct list fragments = LIST_MAKE(request->arena, const char *);
    for (size_t i = 0; i < request->options.count; i++) {
        const struct option_given *given = LIST_AT(&request->options, struct option_given, i);
        if (strcmp(given->option->name, "fragment") == 0)
            *LIST_ADD(&fragments, const char *) = given->value;
    }
    chosen->fragments = LIST_ITEMS(&fragments, const char *);
    chosen->fragment_count = fragments.count;
}

static bool read_drafts(struct request *request, struct entente_draft *drafts)
{
    for (size_t i = 1; i < request->words.count; i++) {
        const char *path = request_word(request, i);
        struct entente_draft *draft = &drafts[i - 1];
        const char *rest = path;
        draft->party = request_party(request, path, &rest);
        if (!request_read(request, rest, &draft->file))
            return false;
    }
    return true;
}

static bool run(struct request *request)
{
    size_t count = request->words.count;
    if (count == 0)
        return request_misuse(request,
                              "merge wants a base and a draft of each party: BASE PARTY=FILE …");
    const char *names = request_value(request, "names");
    const char *moves = request_value(request, "moves");
    struct merged_shape shape;
    if (!merged_shape_of(request, &shape))
        return false;
    bool is_visual = shape.format == ENTENTE_DOCX || shape.format == ENTENTE_HTML;
    struct entente_merge_options chosen = {
        .size = sizeof chosen,
        .form = shape.is_chosen ? shape.form
                : is_visual     ? ENTENTE_REDLINE
                                : ENTENTE_BRACKETS,
        .format = shape.format,
        .hide_names = names && strcmp(names, "off") == 0,
        .any_base = request_has(request, "any-base"),
        .real_moves = moves && strcmp(moves, "real") == 0,
        .date = request_value(request, "date"),
        .struck = merged_struck_of(request),
        .notes = request_has(request, "notes") ? ENTENTE_NOTES_EACH : ENTENTE_NOTES_GROUPED,
    };
    struct entente_file base;
    struct entente_draft *drafts = ARENA_ARRAY(request->arena, struct entente_draft, count);
    read_fragments(request, &chosen);
    if (!read_authors(request, &chosen) ||
        !request_read(request, request_word(request, 0), &base) || !read_drafts(request, drafts))
        return false;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_merge(&chosen, &base, drafts, count - 1, &bounds, &answer, &request->error);
    return request_done(request, done, answer, request_has(request, "check"));
}

const struct verb merge_verb = {
    .name = "merge",
    .usage = "BASE PARTY=FILE…",
    .purpose = "Joins every party's draft with the base into one text that shows who wants what",
    .details =
        "Each FILE is a copy of BASE that one party changed: .docx or .odt (tracked changes or "
        "not), "
        "Markdown or plain text, in any mix. A .docx FILE without PARTY= is read by the "
        "authors of its tracked changes; with BASE alone, BASE itself is. Words that all "
        "hold are agreed; every other stretch is a slot with its rival wordings. Edits that "
        "overlap share a slot, edits that only touch are neighbours. A merged text alone, as "
        ".json or bracketed .md or .txt, is read again and shown in another form.",
    .options = options,
    .inputs = {INPUT_FILE, INPUT_DRAFT},
    .forms = forms,
    .run = run,
};
