// SPDX-License-Identifier: Apache-2.0
#include "verbs/merged_shape.h"

#include <string.h>

bool merged_form_named(const char *name, enum entente_form *form)
{
    static const char *const names[] = {"brackets", "proposals", "options", "redline",
                                        "columns",  "json",      "list",    "comments"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i], name) == 0) {
            *form = (enum entente_form)i;
            return true;
        }
    return false;
}

static enum entente_form form_named(const char *name)
{
    enum entente_form form = ENTENTE_BRACKETS;
    return merged_form_named(name, &form) ? form : ENTENTE_BRACKETS;
}

static enum entente_format format_of(const struct request *request)
{
    if (request->output && request->has_ending)
        return request->form->value == MERGED_AS_JSON ? ENTENTE_MARKDOWN
                                                      : (enum entente_format)request->form->value;
    return !request->output && request->face->has_colours ? ENTENTE_TERMINAL : ENTENTE_MARKDOWN;
}

bool merged_shape_of(struct request *request, struct merged_shape *shape)
{
    const char *as = request_value(request, "as");
    bool is_json = request->form->value == MERGED_AS_JSON;
    shape->format = format_of(request);
    shape->is_chosen = as || is_json;
    shape->form = as ? form_named(as) : is_json ? ENTENTE_JSON : ENTENTE_BRACKETS;
    if (!as && (shape->format == ENTENTE_CSV || shape->format == ENTENTE_XLSX)) {
        shape->form = ENTENTE_LIST;
        shape->is_chosen = true;
    }
    if (!as || !request->output || !request->has_ending || is_json == (shape->form == ENTENTE_JSON))
        return true;
    if (is_json)
        return request_misuse(request, "-o %s holds JSON; --as %s goes with another ending",
                              request->output, as);
    return request_misuse(request, "-o %s: with --as json the ending is .json", request->output);
}

enum entente_struck merged_struck_of(struct request *request)
{
    const char *how = request_value(request, "struck");
    if (!how || strcmp(how, "markup") == 0)
        return ENTENTE_STRUCK_AS_MARKUP;
    return strcmp(how, "deleted") == 0 ? ENTENTE_STRUCK_DELETED : ENTENTE_STRUCK_WORDS;
}
