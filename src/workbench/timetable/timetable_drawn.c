// SPDX-License-Identifier: Apache-2.0
// entente timetable of one text, drawn in its forms; a merged text has rival drafts in it.
#include "render/timetable/timetable_forms.h"
#include "workbench/answer.h"
#include "workbench/door.h"
#include "workbench/text/kept_form.h"
#include "workbench/timetable/timetable_find.h"

static bool draw(const struct timetable_answer *t, enum entente_timetable_form form,
                 struct arena *arena, struct str *output, struct error *error)
{
    struct builder out = builder_make(arena);
    switch (form) {
    case ENTENTE_TIMETABLE_JSON:
        *output = timetable_json(t, arena);
        return true;
    case ENTENTE_TIMETABLE_CSV:
        *output = timetable_csv(t, arena);
        return true;
    case ENTENTE_TIMETABLE_TABLE:
        *output = timetable_text(t, arena);
        return true;
    case ENTENTE_TIMETABLE_SVG:
        timetable_svg(t, &out);
        break;
    case ENTENTE_TIMETABLE_HTML:
        timetable_page(t, &out);
        break;
    case ENTENTE_TIMETABLE_ICS:
        if (!timetable_ics(t, &out))
            return error_set(error, BAD_INPUT,
                             "a calendar file needs dates: give the signing one with --signed or "
                             "an anchor in the steps file");
        break;
    }
    *output = builder_str(&out);
    return true;
}

bool entente_timetable(const struct entente_timetable_options *options,
                       const struct entente_bounds *bounds, struct entente_answer **answer,
                       struct entente_error *error)
{
    struct entente_timetable_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    bool is_listed =
        options->form == ENTENTE_TIMETABLE_TABLE || options->form == ENTENTE_TIMETABLE_JSON;
    if (is_listed && options->text && merged_file_says_so(options->text))
        return entente_timetable_rivals(options, NULL, 0, bounds, answer, error);
    struct entente_answer *made = answer_new();
    struct budget budget = answer_budget(bounds);
    struct timetable_answer found;
    struct error inner;
    if (!timetable_find(options, &budget, made->arena, &found, &inner) ||
        !draw(&found, options->form, made->arena, &made->output, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    made->summary = timetable_notes(&found.plan.notes, made->arena);
    made->is_no = !found.answer.is_possible;
    *answer = made;
    return true;
}
