// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/package.h"

#include "advice/draft.h"
#include "exchange/bargain/uncertain_json.h"
#include "workbench/answer.h"

bool package_read(const struct entente_file *scenario, const char *words, struct arena *arena,
                  struct package *package, struct error *error)
{
    struct scenario read;
    struct uncertain uncertain; // values do not matter here
    if (!uncertain_json_read(str_of(scenario->name), answer_file(scenario), &input_limits_default,
                             arena, &read, &uncertain, error))
        return false;
    uint32_t *options = ARENA_ARRAY(arena, uint32_t, read.issue_count + 1);
    if (!draft_read(&read, str_of(words), arena, options, error))
        return false;
    *package = (struct package){options, read.issue_count};
    return true;
}
