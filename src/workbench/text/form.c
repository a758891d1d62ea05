// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/form.h"

enum merged_form merged_form_of(enum entente_form form)
{
    switch (form) {
    case ENTENTE_BRACKETS:
        return MERGED_BRACKETS;
    case ENTENTE_PROPOSALS:
        return MERGED_PROPOSALS;
    case ENTENTE_OPTIONS:
        return MERGED_OPTIONS;
    case ENTENTE_REDLINE:
        return MERGED_REDLINE;
    case ENTENTE_COLUMNS:
        return MERGED_COLUMNS;
    case ENTENTE_JSON:
        return MERGED_JSON;
    case ENTENTE_LIST:     // written elsewhere
    case ENTENTE_COMMENTS: // too
        break;
    }
    return MERGED_BRACKETS;
}

enum merged_medium medium_of(enum entente_format format)
{
    switch (format) {
    case ENTENTE_TEXT:
        return MEDIUM_TEXT;
    case ENTENTE_TERMINAL:
        return MEDIUM_TERMINAL;
    case ENTENTE_HTML:
        return MEDIUM_HTML;
    case ENTENTE_MARKDOWN:
    case ENTENTE_DOCX:
    case ENTENTE_CSV:
    case ENTENTE_XLSX:
        break;
    }
    return MEDIUM_MARKDOWN;
}
