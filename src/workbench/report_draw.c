// SPDX-License-Identifier: Apache-2.0
#include "workbench/report_draw.h"

#include "exchange/docx_write/docx_write.h"
#include "exchange/markdown/markdown.h"

// The Word file is the Markdown one, read and written as a document without changes.
static bool write_docx(struct str markdown, struct arena *arena, struct str *bytes,
                       struct error *error)
{
    const struct document *document;
    if (!markdown_read(STR("report.md"), markdown, &input_limits_default, arena, &document, error))
        return false;
    struct merged unchanged = {.base = document};
    struct docx_write_options options = {.limits = &input_limits_default};
    struct docx_written written;
    if (!docx_write_tracked(&unchanged, &options, arena, &written, error))
        return false;
    *bytes = written.bytes;
    return true;
}

bool report_draw(const struct report *report, const char *kind, enum report_form form,
                 struct arena *arena, struct str *output, struct error *error)
{
    switch (form) {
    case REPORT_TEXT:
        *output = report_text(report);
        return true;
    case REPORT_MARKDOWN:
        *output = report_markdown(report);
        return true;
    case REPORT_HTML:
        *output = report_html(report, kind);
        return true;
    case REPORT_DOCX:
        return write_docx(report_markdown(report), arena, output, error);
    }
    return false;
}
