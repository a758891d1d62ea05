// SPDX-License-Identifier: Apache-2.0
#include "cli/ending.h"

#include "base/str.h"

#include <string.h>
#include <unistd.h>

enum ending ending_of(const char *path)
{
    static const struct {
        struct str text;
        enum ending ending;
    } known[] = {
        {STR_INIT(".docx"), ENDING_DOCX},         {STR_INIT(".html"), ENDING_HTML},
        {STR_INIT(".htm"), ENDING_HTML},          {STR_INIT(".md"), ENDING_MARKDOWN},
        {STR_INIT(".markdown"), ENDING_MARKDOWN}, {STR_INIT(".txt"), ENDING_TEXT},
        {STR_INIT(".json"), ENDING_JSON},
    };
    struct str name = str_of(path);
    if (str_equal(name, STR("-")))
        return ENDING_NONE;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (name.length >= known[i].text.length &&
            str_equal_ignoring_case(str_skip(name, name.length - known[i].text.length),
                                    known[i].text))
            return known[i].ending;
    return ENDING_OTHER;
}

enum entente_form form_named(const char *name)
{
    static const char *const names[] = {"brackets", "proposals", "options",
                                        "redline",  "columns",   "json"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i], name) == 0)
            return (enum entente_form)i;
    return ENTENTE_BRACKETS;
}

enum entente_format format_of(enum ending ending)
{
    switch (ending) {
    case ENDING_DOCX:
        return ENTENTE_DOCX;
    case ENDING_HTML:
        return ENTENTE_HTML;
    case ENDING_TEXT:
        return ENTENTE_TEXT;
    case ENDING_NONE:
        return isatty(STDOUT_FILENO) ? ENTENTE_TERMINAL : ENTENTE_MARKDOWN;
    case ENDING_MARKDOWN:
    case ENDING_JSON:
    case ENDING_OTHER:
        break;
    }
    return ENTENTE_MARKDOWN;
}
