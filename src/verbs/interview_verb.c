// SPDX-License-Identifier: Apache-2.0
#include "verbs/each_verb.h"
#include "verbs/request.h"

#include <entente/bargain.h>

#include <string.h>

static const struct form forms[] = {{"txt", ENTENTE_INTERVIEW_TEXT, NULL},
                                    {"json", ENTENTE_INTERVIEW_SCENARIO, NULL},
                                    {"json", ENTENTE_INTERVIEW_JSON, "json"},
                                    {NULL, 0, NULL}};

// The lines of a prompt, and what stands behind them.
struct prompt {
    struct str if_first;
    struct str if_second;
    struct str if_equal;
    const char *question;
};

static struct prompt read_prompt(struct str output)
{
    struct prompt prompt = {.question = ""};
    struct str rest = output;
    if (str_cut(&rest, '\n', &prompt.if_first) && str_cut(&rest, '\n', &prompt.if_second) &&
        str_cut(&rest, '\n', &prompt.if_equal))
        prompt.question = rest.bytes;
    return prompt;
}

static bool is_one_of(struct str words, const char *const *known)
{
    for (; *known; known++)
        if (str_equal_ignoring_case(words, str_of(*known)))
            return true;
    return false;
}

// The line that a reply adds to the answers; empty: the reply is none.
static struct str line_of(const struct prompt *prompt, struct str reply)
{
    static const char *const first[] = {"1", "y", "yes", NULL};
    static const char *const second[] = {"2", "n", "no", NULL};
    static const char *const equal[] = {"=", "same", "equal", NULL};
    if (is_one_of(reply, first))
        return prompt->if_first;
    if (is_one_of(reply, second))
        return prompt->if_second;
    return is_one_of(reply, equal) ? prompt->if_equal : STR("");
}

// Reads the answers given so far; none when the file is not there yet.
static bool read_answers(struct request *request, struct entente_interview_options *options)
{
    struct entente_file *file = ARENA_NEW(request->arena, struct entente_file);
    const char *path = request_value(request, "answers");
    const struct face *face = request->face;
    options->answers = NULL;
    if (!path || (face->add_line && strcmp(path, "-") != 0 && request_has(request, "ask") &&
                  !face->replaces(face->self, path, path)))
        return true;
    options->answers = file;
    return request_read(request, path, file);
}

// Puts one question and keeps the answer. *goes_on is false when nothing is left to be asked, or whoever
// is asked wants to leave.
static bool ask_one(struct request *request, struct entente_interview_options *options,
                    const struct entente_file *scenario, bool *goes_on)
{
    static const char *const leaving[] = {"q", "quit", NULL};
    const struct face *face = request->face;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    struct str reply = STR("");
    *goes_on = false;
    options->form = ENTENTE_INTERVIEW_PROMPT;
    if (!read_answers(request, options) ||
        !entente_interview(options, scenario, &bounds, &answer, &request->error))
        return false;
    size_t length;
    const char *bytes = entente_answer_output(answer, &length);
    struct str output = {arena_c_string(request->arena, (struct str){bytes, length}), length};
    struct prompt prompt = read_prompt(output);
    entente_answer_free(answer);
    struct str line = STR("");
    while (prompt.question[0] && line.length == 0) {
        if (!face->ask(face->self, prompt.question, request->arena, &reply) ||
            is_one_of(reply, leaving))
            return true;
        line = line_of(&prompt, reply);
    }
    *goes_on = line.length > 0;
    return !*goes_on ||
           face->add_line(face->self, request_value(request, "answers"), line, &request->error);
}

static bool ask_all(struct request *request, struct entente_interview_options *options,
                    const struct entente_file *scenario)
{
    const struct face *face = request->face;
    const char *path = request_value(request, "answers");
    bool goes_on = true;
    if (!face->ask || !face->add_line)
        return request_misuse(request,
                              "nobody can be asked here; --answers says what was answered");
    if (!path || strcmp(path, "-") == 0)
        return request_misuse(request, "answers are kept in a file; name it with --answers FILE");
    while (goes_on)
        if (!ask_one(request, options, scenario, &goes_on))
            return false;
    return true;
}

static bool run(struct request *request)
{
    const char *path = request_word(request, 0);
    struct entente_file scenario;
    if (!path || request_word(request, 1))
        return request_misuse(request, "interview wants one scenario; see entente help interview");
    struct entente_interview_options options = {
        .size = sizeof options,
        .party = request_value(request, "party"),
        .wanted = request_value(request, "for"),
        .package = request_value(request, "package"),
        .reserve = request_has(request, "reserve"),
    };
    if (!request_read(request, path, &scenario) ||
        (request_has(request, "ask") && !ask_all(request, &options, &scenario)) ||
        !read_answers(request, &options))
        return false;
    options.form = (enum entente_interview_form)request->form->value;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_interview(&options, &scenario, &bounds, &answer, &request->error);
    return request_done(request, done, answer, request_has(request, "check"));
}

static const struct option options[] = {
    {"party", OPTION_TEXT, "NAME", NULL, "Who is asked"},
    {"ask", OPTION_FLAG, NULL, NULL,
     "Puts one question after the other here and adds each answer to the file of --answers"},
    {"answers", OPTION_FILE, "FILE", NULL, "The answers so far, a line each"},
    {"for", OPTION_CHOICE, "AIM", "ranking|trades|front",
     "Until it is sure how the party ranks all packages (the default), those that differ in at "
     "most "
     "two issues, or which packages no other beats"},
    {"package", OPTION_TEXT, "PACKAGE", NULL,
     "Until the rank of this package is sure: 0,2,1 or \"Seat=Aland, Term=two years\""},
    {"reserve", OPTION_FLAG, NULL, NULL, "And until it is sure which packages the party accepts"},
    {"json", OPTION_FLAG, NULL, NULL, "Writes the question, or what was found, as JSON"},
    {"check", OPTION_FLAG, NULL, NULL, "Exits 1 as long as something is left to be asked"},
    {"o", OPTION_OUTPUT, "FILE", NULL,
     "Writes the scenario with the party's scores to FILE.json; what is not yet sure stays open"},
    {.name = NULL},
};

const struct verb interview_verb = {
    .name = "interview",
    .usage = "SCENARIO",
    .purpose = "Asks a party what it would rather have, until its scores are sure",
    .details =
        "Each question sets two packages, or parts of them, side by side. What follows from the "
        "answers is "
        "not asked. With --ask the questions are put here; an answer is 1, 2, = or, for a whole "
        "package, y or n; q leaves, and the same command goes on. Without --ask the next question "
        "is "
        "written, with the lines of which one is to be added to the answers.",
    .options = options,
    .inputs = {INPUT_FILE},
    .forms = forms,
    .run = run,
};
