// SPDX-License-Identifier: Apache-2.0
// accept: a party's own mark on a package, for no other party to see.
#include "verbs/case_request.h"
#include "verbs/each_verb.h"

#include <string.h>

static const char *const answers[] = {"yes", "no", "perhaps"};

static bool is_answer(const char *word)
{
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        if (strcmp(word, answers[i]) == 0)
            return true;
    return false;
}

// The mark stands in the party's own log, and the mediators can read it: they tell what all could accept.
static bool run_accept(struct request *request)
{
    const char *package = request_word(request, 1);
    const char *answer = request_word(request, 2) ? request_word(request, 2) : "yes";
    const char *party = request_value(request, "as");
    const char *note = request_value(request, "note");
    struct case_entering what = {.entering = {.size = sizeof(struct entente_entering),
                                              .verb = "seal",
                                              .kind = "acceptance"}};
    if (!party || !request_has(request, "passphrase-file"))
        return request_misuse(request,
                              "what a party could accept is for no other to see: give --as and "
                              "--passphrase-file");
    if (!package)
        return request_misuse(request, "say the package: entente accept CASE PACKAGE yes --as %s",
                              party);
    if (!is_answer(answer))
        return request_misuse(request, "\"%s\" is no answer: say yes, no or perhaps", answer);
    if (request_has(request, "readers"))
        return request_misuse(request, "the party and the mediators read it, and nobody else");
    if (!case_act(request, &what.act))
        return false;
    struct entente_field fields[] = {
        {"party", party}, {"package", package}, {"answer", answer}, {"note", note}};
    what.entering.fields = fields;
    what.entering.count = note ? 4 : 3;
    what.entering.id =
        arena_c_string(request->arena, arena_print(request->arena, "%s/%s", package, party));
    what.act.readers =
        arena_c_string(request->arena, arena_print(request->arena, "party:%s", party));
    what.act.with_mediator = true;
    return case_enter(request, case_enter_item, &what);
}

static const struct option accept_options[] = {
    {"note", OPTION_TEXT, "TEXT", NULL, "on what it depends"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb accept_verb = {
    .name = "accept",
    .usage = "CASE PACKAGE [yes|no|perhaps] --as PARTY --passphrase-file FILE",
    .purpose = "Marks, for no other party to see, whether a package could be accepted",
    .details =
        "The mark can be changed. A mediator is told by \"show CASE accepted\" which packages "
        "all parties have marked with yes, and nobody which only some have.",
    .options = accept_options,
    .inputs = {INPUT_CASE, INPUT_NAME},
    .run = run_accept,
};
