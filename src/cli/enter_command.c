// SPDX-License-Identifier: Apache-2.0
// party, meeting, statement and enter: items of the case, by their fields or as JSON.
#include "cli/case_console.h"
#include "cli/commands.h"

#include <stdio.h>
#include <string.h>

// `first` is the index of the word that is an id or a JSON file.
static int enter_from(const struct arguments *arguments, const char *verb, const char *kind,
                      size_t first)
{
    const char *word = arguments_word(arguments, first);
    const char *path = arguments_value(arguments, "file");
    struct entente_file json;
    struct entente_file file;
    struct case_entering what = {
        .entering = {.size = sizeof(struct entente_entering), .verb = verb, .kind = kind}};
    struct entente_entering *entering = &what.entering;
    if (arguments->words.count > first + 1)
        return console_misuse("\"%s\" is one word too many", arguments_word(arguments, first + 1));
    entering->fields = case_fields(arguments, &entering->count);
    entering->is_gone = arguments_has(arguments, "gone");
    if (case_is_json(word)) {
        if (!console_read(arguments, word, &json))
            return EXIT_BAD;
        entering->json = &json;
    } else {
        entering->id = word;
    }
    if (path) {
        if (!console_read(arguments, path, &file))
            return EXIT_BAD;
        entering->file = &file;
    }
    if (entering->is_gone && !entering->id)
        return console_misuse("--gone wants the id of what is to go");
    if (!case_act(arguments, &what.act))
        return EXIT_BAD;
    return case_enter(arguments, case_enter_item, &what);
}

// --- party

struct keying {
    const char *party;
    const char *passphrase;
    struct entente_act act;
};

static bool give_key(struct entente_case *handle, const void *what, struct entente_answer **answer,
                     struct entente_error *error)
{
    const struct keying *keying = what;
    struct entente_bounds bounds = console_bounds();
    struct entente_key_options options = {
        .size = sizeof options, .party = keying->party, .passphrase = keying->passphrase};
    return entente_case_key(&options, handle, &keying->act, &bounds, answer, error);
}

// The arguments without the passphrase: it is the one that the keys get, and opens nothing yet.
static struct arguments without_passphrase(const struct arguments *arguments)
{
    struct arguments plain = *arguments;
    plain.options = LIST_MAKE(arguments->arena, struct option_given);
    for (size_t i = 0; i < arguments->options.count; i++) {
        struct option_given given = *LIST_AT(&arguments->options, struct option_given, i);
        if (strcmp(given.option->name, "passphrase-file") != 0)
            *LIST_ADD(&plain.options, struct option_given) = given;
    }
    return plain;
}

// Reads the passphrase, so that nothing is entered when it cannot be had.
static bool keying_read(const struct arguments *arguments, const char *party, struct keying *keying)
{
    struct entente_case_view view;
    if (!case_view(arguments, &view) || !case_act(arguments, &keying->act))
        return false;
    keying->party = party;
    keying->passphrase = view.passphrase;
    return true;
}

// What the fields say the item is.
static const char *kind_of(const struct arguments *arguments)
{
    if (arguments_has(arguments, "party"))
        return "delegate";
    return arguments_has(arguments, "members") ? "group" : "party";
}

static int run_party(const struct arguments *arguments)
{
    const char *id = arguments_word(arguments, 1);
    bool gives_keys =
        arguments_has(arguments, "passphrase-file") && !arguments_has(arguments, "as");
    struct arguments plain = gives_keys ? without_passphrase(arguments) : *arguments;
    size_t count;
    if (arguments->words.count < 2)
        return console_misuse("say the case and the party's id: entente party CASE US --name NAME");
    (void)case_fields(arguments, &count);
    bool has_fields = count > 0 || arguments_has(arguments, "gone") || case_is_json(id);
    if (!has_fields && !gives_keys)
        return console_misuse("what about %s? Give --name, --role, --members, --party, or "
                              "--passphrase-file for its keys",
                              id);
    struct keying keying;
    if (gives_keys && !keying_read(arguments, id, &keying))
        return EXIT_BAD;
    int code = has_fields ? enter_from(&plain, "party", kind_of(arguments), 1) : EXIT_DONE;
    return code == EXIT_DONE && gives_keys ? case_enter(&plain, give_key, &keying) : code;
}

static const struct option party_options[] = {
    {"name", "NAME", NULL, "the name in full"},
    {"role", "ROLE", NULL, "party, mediator, observer, adviser or guarantor; a delegate's office"},
    {"party", "ID", NULL, "enter a delegate of this party"},
    {"members", "LIST", NULL, "enter a group of these parties"},
    {"form", "FORM", "coalition|delegation|advisers", "what holds the group together"},
    {"from", "DATE", NULL, "since when a delegate or group"},
    {"to", "DATE", NULL, "until when"},
    {"note", "TEXT", NULL, "anything else"},
    {"source", "TEXT", NULL, "where it is known from"},
    {"gone", NULL, NULL, "take it out"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb party_verb = {
    .name = "party",
    .usage = "CASE ID|FILE.json|- [FIELDS]",
    .purpose = "Enters a party, a group (--members) or a delegate (--party)",
    .details = "Without --as, --passphrase-file gives the party its keys, which that passphrase "
               "opens from then on.",
    .options = party_options,
    .run = run_party,
};

// --- meeting and statement

static int run_meeting(const struct arguments *arguments)
{
    return enter_from(arguments, "meeting", "meeting", 1);
}

static const struct option meeting_options[] = {
    {"title", "TEXT", NULL, "what it is called"},
    {"format", "LIST", NULL, "the parties that meet"},
    {"place", "TEXT", NULL, "where"},
    {"from", "DATE", NULL, "first day"},
    {"to", "DATE", NULL, "last day"},
    {"delegates", "LIST", NULL, "who was present"},
    {"documents", "LIST", NULL, "what was on the table"},
    {"agenda", "LIST", NULL, "what was to be spoken of"},
    {"source", "TEXT", NULL, "how it is known"},
    {"note", "TEXT", NULL, "anything else"},
    {"gone", NULL, NULL, "take it out"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb meeting_verb = {
    .name = "meeting",
    .usage = "CASE [ID|FILE.json|-] [FIELDS]",
    .purpose = "Enters a meeting",
    .options = meeting_options,
    .run = run_meeting,
};

static int run_statement(const struct arguments *arguments)
{
    return enter_from(arguments, "statement", "statement", 1);
}

static const struct option statement_options[] = {
    {"speaker", "WHO", NULL, "a delegate's id or a name"},
    {"party", "ID", NULL, "for whom"},
    {"capacity", "TEXT", NULL, "in which office"},
    {"date", "DATE", NULL, "when"},
    {"place", "TEXT", NULL, "where"},
    {"channel", "TEXT", NULL, "through what"},
    {"addressee", "TEXT", NULL, "to whom"},
    {"about", "LIST", NULL, "documents, points or matters"},
    {"quote", "TEXT", NULL, "a short quotation"},
    {"paraphrase", "TEXT", NULL, "what was said, in other words"},
    {"source.title", "TEXT", NULL, "where it is known from"},
    {"source.url", "URL", NULL, "its address"},
    {"source.retrieved", "DATE", NULL, "when it was read"},
    {"note", "TEXT", NULL, "anything else"},
    {"gone", NULL, NULL, "take it out"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb statement_verb = {
    .name = "statement",
    .usage = "CASE [ID|FILE.json|-] [FIELDS]",
    .purpose = "Enters who said what, where and when",
    .options = statement_options,
    .run = run_statement,
};

// --- enter

static int run_enter(const struct arguments *arguments)
{
    const char *kind = arguments_word(arguments, 1);
    if (!kind)
        return console_misuse("say the case and the kind: entente enter CASE document plan "
                              "--set title=TITLE");
    return enter_from(arguments, "enter", kind, 2);
}

static const struct option enter_options[] = {
    {"set", "FIELD=VALUE", NULL, "a field of the item; may be given many times"},
    {"file", "FILE", NULL, "the file that belongs to it"},
    {"gone", NULL, NULL, "take it out"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb enter_verb = {
    .name = "enter",
    .usage = "CASE KIND [ID|FILE.json|-] [--set FIELD=VALUE…]",
    .purpose = "Enters any item: document, step, limit, guarantee, package, note, slot, …",
    .details = "Kinds: case, party, delegate, group, document, slot, stance, meeting, statement, "
               "step, limit, guarantee, package, note. docs/case.md lists their fields.",
    .options = enter_options,
    .run = run_enter,
};
