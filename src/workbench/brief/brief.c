// SPDX-License-Identifier: Apache-2.0
// brief: where the talks stand, on one page.
#include "exchange/docx_write/docx_write.h"
#include "exchange/markdown/markdown.h"
#include "render/brief/brief_forms.h"
#include "workbench/brief/brief_find.h"
#include "workbench/door.h"

// The Word file is the Markdown one, read and written as a document without changes.
static bool write_docx(struct str markdown, struct arena *arena, struct str *bytes,
                       struct error *error)
{
    const struct document *document;
    if (!markdown_read(STR("brief.md"), markdown, &input_limits_default, arena, &document, error))
        return false;
    struct merged unchanged = {.base = document};
    struct docx_write_options options = {.limits = &input_limits_default};
    struct docx_written written;
    if (!docx_write_tracked(&unchanged, &options, arena, &written, error))
        return false;
    *bytes = written.bytes;
    return true;
}

static bool draw(const struct brief_answer *brief, enum entente_brief_form form,
                 struct arena *arena, struct str *output, struct error *error)
{
    if (form == ENTENTE_BRIEF_JSON) {
        *output = brief_json(brief, arena);
        return true;
    }
    struct report report = brief_report(brief, arena);
    switch (form) {
    case ENTENTE_BRIEF_TEXT:
        *output = report_text(&report);
        return true;
    case ENTENTE_BRIEF_MARKDOWN:
        *output = report_markdown(&report);
        return true;
    case ENTENTE_BRIEF_HTML:
        *output = report_html(&report, "Brief");
        return true;
    case ENTENTE_BRIEF_DOCX:
        return write_docx(report_markdown(&report), arena, output, error);
    case ENTENTE_BRIEF_JSON:
        break;
    }
    return false;
}

bool entente_case_brief(const struct entente_brief_options *options, struct entente_case *handle,
                        const struct entente_bounds *bounds, struct entente_answer **answer,
                        struct entente_error *error)
{
    struct entente_brief_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct entente_answer *made = answer_new();
    struct brief_answer brief;
    struct error inner;
    bool done = case_reads_on(handle, &inner) &&
                brief_find(handle, options, bounds, made->arena, &brief, &inner) &&
                draw(&brief, options->form, made->arena, &made->output, &inner);
    if (done)
        made->is_no = !brief_is_possible(&brief) || !brief_is_acceptable(&brief);
    return case_finish(done, made, answer, &inner, error);
}
