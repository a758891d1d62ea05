// SPDX-License-Identifier: Apache-2.0
// party, meeting, statement and enter: items of the case, by their fields or as JSON.
#include "verbs/case_request.h"
#include "verbs/each_verb.h"
#include "verbs/hints.h"

#include <stdio.h>
#include <string.h>

// `first` is the index of the word that is an id or a JSON file; passphrase, if not NULL, is that of
// keys which the item gets.
static bool enter_with(struct request *request, const char *verb, const char *kind, size_t first,
                       const char *passphrase)
{
    const char *word = request_word(request, first);
    const char *path = request_value(request, "file");
    struct entente_file json;
    struct entente_file file;
    struct case_entering what = {
        .entering = {.size = sizeof(struct entente_entering), .verb = verb, .kind = kind}};
    struct entente_entering *entering = &what.entering;
    const char *beyond = request_word(request, first + 1);
    if (beyond && hint_is_text_file(beyond))
        return request_misuse(
            request,
            "\"%s\" is one word too many; a text's file is entered by: entente "
            "submit CASE %s --document ID --base, a party's draft with --party ID "
            "in place of --base",
            beyond, beyond);
    if (beyond)
        return request_misuse(request, "\"%s\" is one word too many", beyond);
    entering->fields = case_fields(request, &entering->count);
    entering->is_gone = request_has(request, "gone");
    entering->passphrase = passphrase;
    if (request_is_json(word)) {
        if (!request_read(request, word, &json))
            return false;
        entering->json = &json;
    } else {
        entering->id = word;
    }
    if (path) {
        if (!request_read(request, path, &file))
            return false;
        entering->file = &file;
    }
    if (entering->is_gone && !entering->id)
        return request_misuse(request, "--gone wants the id of what is to go");
    if (!case_act(request, &what.act))
        return false;
    return case_enter(request, case_enter_item, &what);
}

static bool enter_from(struct request *request, const char *verb, const char *kind, size_t first)
{
    return enter_with(request, verb, kind, first, NULL);
}

// --- party

struct keying {
    const char *party;
    const char *passphrase;
    struct entente_act act;
};

static bool give_key(struct request *request, struct entente_case *handle, const void *what,
                     struct entente_answer **answer)
{
    const struct keying *keying = what;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_key_options options = {
        .size = sizeof options, .party = keying->party, .passphrase = keying->passphrase};
    return entente_case_key(&options, handle, &keying->act, &bounds, answer, &request->error);
}

// Takes the passphrase out of the options: it is the one that the keys get, and opens nothing yet.
static void leave_passphrase(struct request *request)
{
    struct list others = LIST_MAKE(request->arena, struct option_given);
    for (size_t i = 0; i < request->options.count; i++) {
        struct option_given given = *LIST_AT(&request->options, struct option_given, i);
        if (strcmp(given.option->name, "passphrase-file") != 0)
            *LIST_ADD(&others, struct option_given) = given;
    }
    request->options = others;
}

// Reads the passphrase, so that nothing is entered when it cannot be had.
static bool keying_read(struct request *request, const char *party, struct keying *keying)
{
    struct entente_case_view view;
    if (!case_view(request, &view) || !case_act(request, &keying->act))
        return false;
    keying->party = party;
    keying->passphrase = view.passphrase;
    return true;
}

// What the fields say the item is.
static const char *kind_of(struct request *request)
{
    if (request_has(request, "party"))
        return "delegate";
    return request_has(request, "members") ? "group" : "party";
}

// A party exchanges its own keys, and does nothing else with them meanwhile.
static bool exchange_keys(struct request *request, const char *id)
{
    const struct face *face = request->face;
    const char *who = request_value(request, "as");
    struct keying keying = {.party = id};
    if (!who || strcmp(who, id) != 0 || !request_has(request, "passphrase-file"))
        return request_misuse(request,
                              "only %s can exchange its keys: give --as %s and --passphrase-file "
                              "with the passphrase that holds so far",
                              id, id);
    return case_act(request, &keying.act) &&
           face->secret(face->self, request_value(request, "new-passphrase-file"),
                        &keying.passphrase, &request->error) &&
           case_enter(request, give_key, &keying);
}

static bool run_party(struct request *request)
{
    const char *id = request_word(request, 1);
    bool gives_keys = request_has(request, "passphrase-file") && !request_has(request, "as");
    size_t count;
    if (request->words.count < 2)
        return request_misuse(request,
                              "say the case and the party's id: entente party CASE US --name NAME");
    (void)case_fields(request, &count);
    bool has_fields = count > 0 || request_has(request, "gone") || request_is_json(id);
    bool exchanges = request_has(request, "new-passphrase-file");
    if (exchanges && has_fields)
        return request_misuse(request, "--new-passphrase-file goes with no other fields");
    if (exchanges)
        return exchange_keys(request, id);
    if (!has_fields && !gives_keys)
        return request_misuse(request,
                              "what about %s? Say what it is called (entente party CASE %s --name "
                              "%s enters it), or give --role, --members, --party, or "
                              "--passphrase-file for its keys",
                              id, id, id);
    struct keying keying = {.party = NULL};
    if (gives_keys && !keying_read(request, id, &keying))
        return false;
    if (gives_keys)
        leave_passphrase(request);
    return has_fields ? enter_with(request, "party", kind_of(request), 1, keying.passphrase)
                      : case_enter(request, give_key, &keying);
}

static const struct option party_options[] = {
    {"name", OPTION_TEXT, "NAME", NULL, "the name in full"},
    {"role", OPTION_TEXT, "ROLE", NULL,
     "party, mediator, observer, adviser or guarantor; a delegate's office"},
    {"party", OPTION_TEXT, "ID", NULL, "enter a delegate of this party"},
    {"members", OPTION_TEXT, "LIST", NULL, "enter a group of these parties"},
    {"form", OPTION_CHOICE, "FORM", "coalition|delegation|advisers",
     "what holds the group together"},
    {"from", OPTION_DATE, "DATE", NULL, "since when a delegate or group"},
    {"to", OPTION_DATE, "DATE", NULL, "until when"},
    {"note", OPTION_TEXT, "TEXT", NULL, "anything else"},
    {"source", OPTION_TEXT, "TEXT", NULL, "where it is known from"},
    {"gone", OPTION_FLAG, NULL, NULL, "take it out"},
    {"new-passphrase-file", OPTION_FILE, "FILE", NULL,
     "exchange the party's keys for new ones that this passphrase opens"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb party_verb = {
    .name = "party",
    .usage = "CASE ID|FILE.json|- [FIELDS]",
    .purpose = "Enters a party, a group (--members) or a delegate (--party)",
    .details = "Without --as, --passphrase-file gives the party its keys, which that passphrase "
               "opens from then on. With --as ID and the old passphrase, --new-passphrase-file "
               "exchanges them: the old keys sign the new, and what was sealed stays readable.",
    .options = party_options,
    .inputs = {INPUT_CASE, INPUT_ITEM},
    .run = run_party,
};

// --- meeting and statement

static bool run_meeting(struct request *request)
{
    return enter_from(request, "meeting", "meeting", 1);
}

static const struct option meeting_options[] = {
    {"title", OPTION_TEXT, "TEXT", NULL, "what it is called"},
    {"format", OPTION_TEXT, "LIST", NULL, "the parties that meet"},
    {"place", OPTION_TEXT, "TEXT", NULL, "where"},
    {"from", OPTION_DATE, "DATE", NULL, "first day"},
    {"to", OPTION_DATE, "DATE", NULL, "last day"},
    {"delegates", OPTION_TEXT, "LIST", NULL, "who was present"},
    {"documents", OPTION_TEXT, "LIST", NULL, "what was on the table"},
    {"agenda", OPTION_TEXT, "LIST", NULL, "what was to be spoken of"},
    {"source", OPTION_TEXT, "TEXT", NULL, "how it is known"},
    {"note", OPTION_TEXT, "TEXT", NULL, "anything else"},
    {"gone", OPTION_FLAG, NULL, NULL, "take it out"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb meeting_verb = {
    .name = "meeting",
    .usage = "CASE [ID|FILE.json|-] [FIELDS]",
    .purpose = "Enters a meeting",
    .options = meeting_options,
    .inputs = {INPUT_CASE, INPUT_ITEM},
    .run = run_meeting,
};

static bool run_statement(struct request *request)
{
    return enter_from(request, "statement", "statement", 1);
}

static const struct option statement_options[] = {
    {"speaker", OPTION_TEXT, "WHO", NULL, "a delegate's id or a name"},
    {"party", OPTION_TEXT, "ID", NULL, "for whom"},
    {"capacity", OPTION_TEXT, "TEXT", NULL, "in which office"},
    {"date", OPTION_DATE, "DATE", NULL, "when"},
    {"place", OPTION_TEXT, "TEXT", NULL, "where"},
    {"channel", OPTION_TEXT, "TEXT", NULL, "through what"},
    {"addressee", OPTION_TEXT, "TEXT", NULL, "to whom"},
    {"about", OPTION_TEXT, "LIST", NULL, "documents, points or matters"},
    {"quote", OPTION_TEXT, "TEXT", NULL, "a short quotation"},
    {"paraphrase", OPTION_TEXT, "TEXT", NULL, "what was said, in other words"},
    {"source.title", OPTION_TEXT, "TEXT", NULL, "where it is known from"},
    {"source.url", OPTION_TEXT, "URL", NULL, "its address"},
    {"source.retrieved", OPTION_DATE, "DATE", NULL, "when it was read"},
    {"note", OPTION_TEXT, "TEXT", NULL, "anything else"},
    {"gone", OPTION_FLAG, NULL, NULL, "take it out"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb statement_verb = {
    .name = "statement",
    .usage = "CASE [ID|FILE.json|-] [FIELDS]",
    .purpose = "Enters who said what, where and when",
    .options = statement_options,
    .inputs = {INPUT_CASE, INPUT_ITEM},
    .run = run_statement,
};

// --- comment

// A party that acts comments in its own name.
static bool run_comment(struct request *request)
{
    return enter_from(request, "comment", "comment", 1);
}

static const struct option comment_options[] = {
    {"party", OPTION_TEXT, "ID", NULL, "who comments, a party or a group"},
    {"text", OPTION_TEXT, "TEXT", NULL, "what is said"},
    {"slot", OPTION_TEXT, "SLOT", NULL, "on which open place"},
    {"document", OPTION_TEXT, "ID", NULL, "on which document"},
    {"point", OPTION_TEXT, "POINT", NULL, "on which point of it"},
    {"parent", OPTION_TEXT, "ID", NULL, "the comment that it answers"},
    {"state", OPTION_CHOICE, "STATE", "open|resolved", "whether it is dealt with"},
    {"date", OPTION_DATE, "DATE", NULL, "when it was made"},
    {"source", OPTION_TEXT, "TEXT", NULL, "how it is known"},
    {"gone", OPTION_FLAG, NULL, NULL, "take it out"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb comment_verb = {
    .name = "comment",
    .usage = "CASE [ID|FILE.json|-] [FIELDS]",
    .purpose = "Enters what a party says of a place in the text, or an answer to that",
    .details =
        "entente comment CASE --party US --slot plan/7 --text TEXT; later, under the id that "
        "show CASE comments lists: entente comment CASE comment-1 --state resolved.",
    .options = comment_options,
    .inputs = {INPUT_CASE, INPUT_ITEM},
    .run = run_comment,
};

// --- enter

static bool run_enter(struct request *request)
{
    const char *kind = request_word(request, 1);
    if (!kind)
        return request_misuse(request,
                              "say the case and the kind: entente enter CASE document plan "
                              "--set title=TITLE");
    return enter_from(request, "enter", kind, 2);
}

static const struct option enter_options[] = {
    {"set", OPTION_TEXT, "FIELD=VALUE", NULL, "a field of the item; may be given many times"},
    {"file", OPTION_FILE, "FILE", NULL, "the file that belongs to it"},
    {"gone", OPTION_FLAG, NULL, NULL, "take it out"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb enter_verb = {
    .name = "enter",
    .usage = "CASE KIND [ID|FILE.json|-] [--set FIELD=VALUE…]",
    .purpose = "Enters any item: document, step, limit, guarantee, package, note, slot, …",
    .details = "Kinds: case, party, delegate, group, document, slot, stance, meeting, statement, "
               "step, limit, guarantee, package, comment, match, finding, acceptance, note. "
               "docs/case.md lists their fields.",
    .options = enter_options,
    .inputs = {INPUT_CASE, INPUT_NAME, INPUT_ITEM},
    .run = run_enter,
};
