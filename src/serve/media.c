// SPDX-License-Identifier: Apache-2.0
#include "serve/media.h"

const char *media_type_of(struct str name)
{
    static const struct {
        const char *ending, *type;
    } known[] = {
        {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        {"html", "text/html; charset=utf-8"},
        {"json", "application/json"},
        {"md", "text/markdown; charset=utf-8"},
        {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        {"txt", "text/plain; charset=utf-8"},
    };
    struct str ending = str_skip(name, str_behind_last(name, '.'));
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_equal_ignoring_case(ending, str_of(known[i].ending)))
            return known[i].type;
    return "application/octet-stream";
}
