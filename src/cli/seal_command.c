// SPDX-License-Identifier: Apache-2.0
// seal and unseal: what only one party, and with its consent the mediators, can read.
#include "cli/case_console.h"
#include "cli/commands.h"

#include <string.h>

// What goes in: a file, or words.
static bool prepare(const struct arguments *arguments, struct entente_entering *entering,
                    struct entente_file *file)
{
    const char *path = arguments_word(arguments, 1);
    const char *text = arguments_value(arguments, "text");
    const char *party = arguments_value(arguments, "as");
    const char *kind = arguments_value(arguments, "kind");
    struct list fields = LIST_MAKE(arguments->arena, struct entente_field);
    *LIST_ADD(&fields, struct entente_field) = (struct entente_field){"party", party};
    if (text)
        *LIST_ADD(&fields, struct entente_field) = (struct entente_field){"text", text};
    if (path) {
        if (!console_read(arguments, path, file))
            return false;
        entering->file = file;
    }
    entering->verb = "seal";
    entering->kind = kind ? kind : "note";
    entering->id = arguments_value(arguments, "id");
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

static bool consent_to(struct entente_case *handle, const void *what,
                       struct entente_answer **answer, struct entente_error *error)
{
    const struct consenting *consenting = what;
    struct entente_bounds bounds = console_bounds();
    struct entente_seal_options options = {.size = sizeof options, .id = consenting->id};
    return entente_case_consent(&options, handle, &consenting->act, &bounds, answer, error);
}

static int run_seal(const struct arguments *arguments)
{
    struct entente_file file;
    struct case_entering what = {
        .entering = {.size = sizeof(struct entente_entering), .verb = NULL}};
    struct consenting consenting = {.id = arguments_value(arguments, "consent")};
    const char *party = arguments_value(arguments, "as");
    if (!party || !arguments_has(arguments, "passphrase-file"))
        return console_misuse("what is sealed belongs to a party: give --as and --passphrase-file");
    if (!consenting.id && !arguments_word(arguments, 1) && !arguments_has(arguments, "text"))
        return console_misuse("what is to be sealed? Give a file, or --text TEXT");
    if ((!consenting.id && !prepare(arguments, &what.entering, &file)) ||
        !case_act(arguments, &what.act))
        return EXIT_BAD;
    struct str readers = arena_print(arguments->arena, "party:%s", party);
    if (!what.act.readers)
        what.act.readers = arena_c_string(arguments->arena, readers);
    consenting.act = what.act;
    return consenting.id ? case_enter(arguments, consent_to, &consenting)
                         : case_enter(arguments, case_enter_item, &what);
}

static const struct option seal_options[] = {
    {"kind", "KIND", "worth|note", "a valuation, or a note (default)"},
    {"id", "ID", NULL, "its name; a worth has the party's"},
    {"text", "TEXT", NULL, "a note's text in place of a file"},
    {"consent", "ID", NULL, "let the mediators read what is sealed under this id"},
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
    .run = run_seal,
};

static bool unseal(struct entente_case *handle, const void *what, struct entente_answer **answer,
                   struct entente_error *error)
{
    struct entente_bounds bounds = console_bounds();
    struct entente_seal_options options = {.size = sizeof options, .id = what};
    return entente_case_unseal(&options, handle, &bounds, answer, error);
}

static int run_unseal(const struct arguments *arguments)
{
    return case_answer(arguments, unseal, arguments_word(arguments, 1));
}

static const struct option unseal_options[] = {
    CASE_VIEW_OPTIONS,
    CASE_AS_OF_OPTION,
    {"o", "FILE", NULL, "write it there"},
    {.name = NULL},
};

const struct verb unseal_verb = {
    .name = "unseal",
    .usage = "CASE [ID] --as PARTY --passphrase-file FILE",
    .purpose = "Prints what is sealed to the party",
    .options = unseal_options,
    .run = run_unseal,
};
