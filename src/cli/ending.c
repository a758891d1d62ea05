// SPDX-License-Identifier: Apache-2.0
#include "cli/ending.h"

#include "base/str.h"

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
