// SPDX-License-Identifier: Apache-2.0
// An answer in Word as an OpenDocument text.
#include "base/builder.h"
#include "exchange/odt_write/docx_to_odt.h"
#include "workbench/answer.h"
#include "workbench/door.h"

static void add_note(struct builder *out, uint32_t count, const char *what)
{
    if (count > 0)
        builder_print(out, "note: .odt has no place for %s (%u)\n", what, count);
}

bool entente_answer_as_odt(struct entente_answer *answer, const struct entente_bounds *bounds,
                           struct entente_error *error)
{
    if (!door_bounds(bounds, error))
        return false;
    struct budget budget = answer_budget(bounds);
    struct docx_package *package;
    struct odt_losses losses;
    struct str odt;
    struct error inner;
    if (!docx_package_open(STR("the Word file"), answer->output,
                           answer_limits(&budget, answer->arena), answer->arena, &package,
                           &inner) ||
        !docx_to_odt(package, answer->arena, &odt, &losses, &inner))
        return answer_error(&inner, error);
    struct builder summary = builder_make(answer->arena);
    builder_add(&summary, answer->summary);
    add_note(&summary, losses.rows,
             "rows of tables that come or go: their words are tracked, the rows stay");
    add_note(&summary, losses.looks, "tracked changes of format: the text looks as they want it");
    answer->output = odt;
    answer->summary = builder_str(&summary);
    return true;
}
