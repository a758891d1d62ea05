// SPDX-License-Identifier: Apache-2.0
#include "verbs/each_verb.h"
#include "verbs/request.h"

#include <entente/merge.h>

#include <string.h>

static const struct option options[] = {
    {"party", OPTION_TEXT, "NAME", NULL, "the text as this party wants it"},
    {"base", OPTION_MAYBE_FILE, "FILE", NULL,
     "the text with every proposal refused; with FILE: what MERGED was merged from, which .docx "
     "from JSON or Markdown wants, whatever the reading"},
    {"agreed", OPTION_FLAG, NULL, NULL, "what all hold; open places stand as […]"},
    {"package", OPTION_TEXT, "PACKAGE", NULL,
     "the text with these options taken: 0,2,1 or ISSUE=OPTION for the issues of --scenario; may "
     "be "
     "given again for further issues"},
    {"scenario", OPTION_FILE, "FILE", NULL,
     "the scenario that issues made from MERGED, edited or not"},
    {"base-file", OPTION_FILE, "FILE", NULL, "the same as --base FILE"},
    {"o", OPTION_OUTPUT, "FILE", NULL,
     "write to FILE; its ending says what: .txt .md .html .docx .odt .json"},
    {.name = NULL},
};

// Without an ending, what was merged in Markdown or plain text keeps its own marks around what is
// resolved.
static const struct form forms[] = {{"txt", ENTENTE_VIEW_TEXT, NULL},
                                    {"md|markdown", ENTENTE_VIEW_MARKDOWN, NULL},
                                    {"html|htm", ENTENTE_VIEW_HTML, NULL},
                                    {"docx", ENTENTE_VIEW_DOCX, NULL},
                                    {"odt", ENTENTE_VIEW_DOCX, NULL, true},
                                    {"json", ENTENTE_VIEW_JSON, NULL},
                                    {NULL, 0, NULL}};

static enum entente_view_form form_of(const struct request *request)
{
    return request->has_ending ? (enum entente_view_form)request->form->value
                               : ENTENTE_VIEW_AS_KEPT;
}

// In "view --base MERGED" the word behind --base is the text itself.
static const char *merged_path(const struct request *request)
{
    const char *base = request_value(request, "base");
    bool is_merged = base && base[0] != '\0' && request->words.count == 0;
    return is_merged ? base : request_word(request, 0);
}

// The option that names the base's file; NULL: none does.
static const char *base_option(const struct request *request)
{
    const char *base = request_value(request, "base");
    if (base && base[0] != '\0' && request->words.count > 0)
        return "base";
    return request_has(request, "base-file") ? "base-file" : NULL;
}

static bool read_base_file(struct request *request, struct entente_file *base,
                           const struct entente_file **given)
{
    const char *option = base_option(request);
    return !option || request_read_option(request, option, base, given);
}

static bool view_package(struct request *request, const struct entente_file *merged)
{
    struct entente_file scenario;
    struct entente_file base;
    struct entente_package_options chosen = {.size = sizeof chosen,
                                             .package = request_joined(request, "package"),
                                             .form = form_of(request)};
    if (!request_has(request, "scenario"))
        return request_misuse(request,
                              "view --package wants --scenario FILE too; entente issues writes it");
    if (!request_read_option(request, "scenario", &scenario, &chosen.scenario) ||
        !read_base_file(request, &base, &chosen.base_file))
        return false;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_view_package(&chosen, merged, &bounds, &answer, &request->error);
    return request_done(request, done, answer, false);
}

static bool view_reading(struct request *request, const struct entente_file *file)
{
    struct entente_view_options chosen = {
        .size = sizeof chosen, .party = request_value(request, "party"), .form = form_of(request)};
    chosen.kind = chosen.party                     ? ENTENTE_VIEW_PARTY
                  : request_has(request, "agreed") ? ENTENTE_VIEW_AGREED
                                                   : ENTENTE_VIEW_BASE;
    struct entente_file base;
    if (!read_base_file(request, &base, &chosen.base_file))
        return false;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_view(&chosen, file, &bounds, &answer, &request->error);
    return request_done(request, done, answer, false);
}

static bool run(struct request *request)
{
    const char *path = merged_path(request);
    if (!path || request_word(request, 1))
        return request_misuse(request, "view wants one merged file; see entente help view");
    bool is_package = request_has(request, "package");
    int others = request_has(request, "party") + request_has(request, "agreed") + is_package;
    const char *option = base_option(request);
    bool names_file = option && strcmp(option, "base") == 0;
    if (others > 1 || (others == 1 && request_has(request, "base") && !names_file) ||
        (others == 0 && !request_has(request, "base")))
        return request_misuse(request,
                              "view wants one of --party NAME, --base, --agreed and --package");
    struct entente_file file;
    if (!request_read(request, path, &file))
        return false;
    return is_package ? view_package(request, &file) : view_reading(request, &file);
}

const struct verb view_verb = {
    .name = "view",
    .usage = "MERGED",
    .purpose = "Reads one reading back from a merged text",
    .details =
        "MERGED is what merge wrote: JSON, bracketed Markdown or text, or a .docx with "
        "tracked changes. In a package names may hold commas; a name in double quotes may hold "
        "anything.",
    .options = options,
    .inputs = {INPUT_FILE},
    .forms = forms,
    .run = run,
};
