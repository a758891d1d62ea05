// SPDX-License-Identifier: Apache-2.0
// seal and unseal: what only one party, and with its consent the mediators, can read.
#include "verbs/case_request.h"
#include "verbs/each_verb.h"

#include <string.h>

// What goes in: a file, or words.
static bool prepare(struct request *request, struct entente_entering *entering,
                    struct entente_file *file)
{
    const char *path = request_word(request, 1);
    const char *text = request_value(request, "text");
    const char *party = request_value(request, "as");
    const char *kind = request_value(request, "kind");
    struct list fields = LIST_MAKE(request->arena, struct entente_field);
    *LIST_ADD(&fields, struct entente_field) = (struct entente_field){"party", party};
    if (text)
        request->warning =
            "--text stands on the command line, where others on this machine and the "
            "shell's history can see it; a file, or - for standard input, does not";
    if (text)
        *LIST_ADD(&fields, struct entente_field) = (struct entente_field){"text", text};
    if (path) {
        if (!request_read(request, path, file))
            return false;
        entering->file = file;
    }
    entering->verb = "seal";
    entering->kind = kind ? kind : "note";
    entering->id = request_value(request, "id");
    if (!entering->id && strcmp(entering->kind, "worth") == 0)
        entering->id = party;
    entering->fields = LIST_ITEMS(&fields, struct entente_field);
    entering->count = fields.count;
    return true;
}

struct consenting {
    const char *id;
    struct entente_act act;
};

static bool consent_to(struct request *request, struct entente_case *handle, const void *what,
                       struct entente_answer **answer)
{
    const struct consenting *consenting = what;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_seal_options options = {.size = sizeof options, .id = consenting->id};
    return entente_case_consent(&options, handle, &consenting->act, &bounds, answer,
                                &request->error);
}

static bool run_seal(struct request *request)
{
    struct entente_file file;
    struct case_entering what = {
        .entering = {.size = sizeof(struct entente_entering), .verb = NULL}};
    struct consenting consenting = {.id = request_value(request, "consent")};
    struct entente_file *keys;
    const char *party = request_value(request, "as");
    if (!party || !request_has(request, "passphrase-file"))
        return request_misuse(request,
                              "what is sealed belongs to a party: give --as and --passphrase-file");
    if (!consenting.id && !request_word(request, 1) && !request_has(request, "text"))
        return request_misuse(request, "what is to be sealed? Give a file, or --text TEXT");
    if ((!consenting.id && !prepare(request, &what.entering, &file)) ||
        !case_act(request, &what.act) || !case_keys(request, &keys, &what.act.key_count))
        return false;
    what.act.keys = keys;
    struct str readers = arena_print(request->arena, "party:%s", party);
    if (!what.act.readers)
        what.act.readers = arena_c_string(request->arena, readers);
    consenting.act = what.act;
    return consenting.id ? case_enter(request, consent_to, &consenting)
                         : case_enter(request, case_enter_item, &what);
}

static const struct option seal_options[] = {
    {"kind", OPTION_CHOICE, "KIND", "worth|note", "a valuation, or a note (default)"},
    {"id", OPTION_TEXT, "ID", NULL, "its name; a worth has the party's"},
    {"text", OPTION_TEXT, "TEXT", NULL, "a note's text in place of a file"},
    {"consent", OPTION_TEXT, "ID", NULL, "let the mediators read what is sealed under this id"},
    {"key", OPTION_FILE, "KEY|FILE", NULL,
     "seal to others only by this key of theirs, known to be right; many times"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb seal_verb = {
    .name = "seal",
    .usage = "CASE [FILE] --as PARTY --passphrase-file FILE",
    .purpose = "Puts something into the case that only its party can read",
    .details =
        "With --with-mediator, or --consent later on, the mediators can read it too. Neither "
        "the file at rest nor an export shows anything of it to others.",
    .options = seal_options,
    .inputs = {INPUT_CASE, INPUT_FILE},
    .run = run_seal,
};

static bool unseal(struct request *request, struct entente_case *handle, const void *what,
                   struct entente_answer **answer)
{
    struct entente_bounds bounds = request_bounds(request);
    struct entente_seal_options options = {.size = sizeof options, .id = what};
    return entente_case_unseal(&options, handle, &bounds, answer, &request->error);
}

// What was sealed comes out as it went in, whatever it is.
static const struct form unseal_forms[] = {{"*", 0, NULL}, {NULL, 0, NULL}};

static bool run_unseal(struct request *request)
{
    request->is_secret = true;
    return case_answer(request, unseal, request_word(request, 1));
}

static const struct option unseal_options[] = {
    CASE_VIEW_OPTIONS,
    CASE_AS_OF_OPTION,
    {"o", OPTION_OUTPUT, "FILE", NULL, "write it there"},
    {.name = NULL},
};

const struct verb unseal_verb = {
    .name = "unseal",
    .usage = "CASE [ID] --as PARTY --passphrase-file FILE",
    .purpose = "Prints what is sealed to the party",
    .options = unseal_options,
    .inputs = {INPUT_CASE, INPUT_NAME},
    .forms = unseal_forms,
    .run = run_unseal,
};
