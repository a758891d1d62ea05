// SPDX-License-Identifier: Apache-2.0
#include "verbs/case_request.h"
#include "verbs/each_verb.h"

struct submitting {
    struct entente_submission submission;
    struct entente_act act;
};

static bool submit(struct request *request, struct entente_case *handle, const void *what,
                   struct entente_answer **answer)
{
    const struct submitting *submitting = what;
    struct entente_bounds bounds = request_bounds(request);
    return entente_case_submit(&submitting->submission, handle, &submitting->act, &bounds, answer,
                               &request->error);
}

static bool run_submit(struct request *request)
{
    const char *path = request_word(request, 1);
    struct entente_file file;
    struct entente_file matches;
    struct submitting what = {.submission = {
                                  .size = sizeof(struct entente_submission),
                                  .document = request_value(request, "document"),
                                  .party = request_value(request, "party"),
                                  .id = request_value(request, "id"),
                                  .base = request_value(request, "from"),
                                  .date = request_value(request, "date"),
                                  .note = request_value(request, "note"),
                                  .any_base = request_has(request, "any-base"),
                                  .is_fragment = request_has(request, "fragment"),
                                  .is_columns = request_has(request, "columns"),
                                  .slot = request_value(request, "at"),
                                  .wording = request_value(request, "wording"),
                              }};
    struct entente_submission *submission = &what.submission;
    bool is_base = request_has(request, "base");
    if (!submission->slot != !submission->wording ||
        (submission->wording && (path || is_base || submission->is_columns)))
        return request_misuse(request,
                              "--at SLOT and --wording TEXT make a party's draft together, "
                              "in place of FILE");
    bool has_matches = request_has(request, "matches");
    if ((!path && !submission->wording && !has_matches) || !submission->document)
        return request_misuse(request, "say the draft and its document: entente submit CASE FILE "
                                       "--document plan --party UA");
    if (submission->is_columns && (submission->party || is_base || submission->is_fragment))
        return request_misuse(request, "--columns takes all columns of a table, the base and every "
                                       "party's; --party, --base and --fragment are for one draft");
    if (!submission->party && !is_base && !submission->is_columns)
        submission->party = request_value(request, "as");
    if (!submission->is_columns && !submission->party == !is_base)
        return request_misuse(
            request, "say whose draft it is (--party), that it is the base (--base), or that it "
                     "is a table of columns and holds all (--columns)");
    if (is_base && submission->is_fragment)
        return request_misuse(request, "a base is a whole text; --fragment is for a party's draft");
    if (has_matches && (is_base || submission->is_fragment || submission->any_base ||
                        submission->is_columns || submission->wording))
        return request_misuse(request,
                              "--matches is for a party's counter-draft: a text in words of "
                              "its own, set beside the base point by point");
    submission->file = path ? &file : NULL;
    if ((path && !request_read(request, path, &file)) ||
        !request_read_option(request, "matches", &matches, &submission->matches) ||
        !case_act(request, &what.act))
        return false;
    return case_enter(request, submit, &what);
}

static const struct option options[] = {
    {"document", OPTION_TEXT, "ID", NULL, "of which document it is a draft"},
    {"party", OPTION_TEXT, "ID", NULL, "whose draft, a party or a group; default: that of --as"},
    {"base", OPTION_FLAG, NULL, NULL, "it is the base that everyone works from"},
    {"columns", OPTION_FLAG, NULL, NULL,
     "it is a table of columns (row, base, each party, agreed): the document, its parties, all "
     "drafts and what is agreed go in at once"},
    {"from", OPTION_TEXT, "DRAFT", NULL, "the draft it was made from; default: the newest base"},
    {"id", OPTION_TEXT, "ID", NULL, "its name; default: plan-UA-2"},
    {"at", OPTION_TEXT, "SLOT", NULL, "with --wording: the open place that it is for"},
    {"wording", OPTION_TEXT, "TEXT", NULL,
     "in place of FILE: the party's newest draft, or the base, with these words at that place"},
    {"date", OPTION_DATE, "DATE", NULL, "when it was tabled"},
    {"note", OPTION_TEXT, "TEXT", NULL, "anything else"},
    {"any-base", OPTION_FLAG, NULL, NULL, "take it even if it was plainly made from another text"},
    {"fragment", OPTION_FLAG, NULL, NULL,
     "FILE is a fragment (pasted clauses, an e-mail): the party's proposals for the clauses it "
     "resembles, in place of its draft before"},
    {"matches", OPTION_FILE, "MATCHES", NULL,
     "FILE is a counter-draft: which point of it answers which, YAML as counterparts writes it; "
     "without FILE they correct those of the party's newest one"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb submit_verb = {
    .name = "submit",
    .usage = "CASE FILE --document ID --party ID|--base|--columns",
    .purpose = "Enters a draft, merges it with the others and carries slots and stances over",
    .details = "The file is kept byte for byte. A slot stays as long as its base wording and its "
               "place do; a stance stays as long as the slot has the wording it is about. A list "
               "of open places (show CASE slots -o list.xlsx) that the party filled in brings its "
               "stances and notes.",
    .options = options,
    .inputs = {INPUT_CASE, INPUT_FILE},
    .run = run_submit,
};
