// SPDX-License-Identifier: Apache-2.0
// brief: where the talks stand, on one page.
#include "render/brief/brief_forms.h"
#include "workbench/brief/brief_find.h"
#include "workbench/door.h"
#include "workbench/report_draw.h"

static bool draw(const struct brief_answer *brief, enum entente_brief_form form,
                 struct arena *arena, struct str *output, struct error *error)
{
    static const enum report_form forms[] = {[ENTENTE_BRIEF_TEXT] = REPORT_TEXT,
                                             [ENTENTE_BRIEF_MARKDOWN] = REPORT_MARKDOWN,
                                             [ENTENTE_BRIEF_HTML] = REPORT_HTML,
                                             [ENTENTE_BRIEF_DOCX] = REPORT_DOCX};
    if (form == ENTENTE_BRIEF_JSON) {
        *output = brief_json(brief, arena);
        return true;
    }
    struct report report = brief_report(brief, arena);
    return report_draw(&report, "Brief", forms[form], arena, output, error);
}

bool entente_case_brief(const struct entente_brief_options *options, struct entente_case *handle,
                        const struct entente_bounds *bounds, struct entente_answer **answer,
                        struct entente_error *error)
{
    struct entente_brief_options own;
    // The steps are for its sections, each of which says what it had too few for.
    struct entente_bounds reading;
    if (!DOOR_TAKE(options, &own, error) || !DOOR_TAKE(bounds, &reading, error))
        return false;
    reading.size = sizeof reading;
    reading.steps = 0;
    if (!case_begin(handle, &reading, error))
        return false;
    options = &own;
    struct entente_answer *made = answer_new();
    struct brief_answer brief;
    struct error inner;
    bool done = case_reads_on(handle, &inner) &&
                brief_find(handle, options, bounds, made->arena, &brief, &inner) &&
                draw(&brief, options->form, made->arena, &made->output, &inner);
    if (done) {
        made->is_no = !brief_is_possible(&brief) || !brief_is_acceptable(&brief);
        made->is_cut = brief.bargain_trouble.length > 0 || brief.prospects_trouble.length > 0 ||
                       (brief.bargain && brief.bargain->solution->has_ended) ||
                       (brief.prospects && brief.prospects->prospects->is_cut);
    }
    return case_end(handle, done, made, answer, &inner, error);
}

bool entente_brief_drafts(const struct entente_drafts_brief_options *options,
                          const struct entente_file *base, const struct entente_draft *drafts,
                          size_t draft_count, const struct entente_bounds *bounds,
                          struct entente_answer **answer, struct entente_error *error)
{
    struct entente_drafts_brief_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    struct entente_answer *made = answer_new();
    struct brief_answer brief;
    struct error inner;
    bool done =
        brief_find_drafts(&own, base, drafts, draft_count, bounds, made->arena, &brief, &inner) &&
        draw(&brief, own.form, made->arena, &made->output, &inner);
    if (done)
        made->is_no = !brief_is_possible(&brief);
    return case_finish(done, made, answer, &inner, error);
}
