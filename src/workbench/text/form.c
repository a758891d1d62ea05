// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/form.h"

enum sheet_form sheet_form_of(enum entente_form form)
{
    switch (form) {
    case ENTENTE_BRACKETS:
        return SHEET_BRACKETS;
    case ENTENTE_PROPOSALS:
        return SHEET_PROPOSALS;
    case ENTENTE_OPTIONS:
        return SHEET_OPTIONS;
    case ENTENTE_REDLINE:
        return SHEET_REDLINE;
    case ENTENTE_COLUMNS:
        return SHEET_COLUMNS;
    case ENTENTE_JSON:
        return SHEET_JSON;
    }
    return SHEET_BRACKETS;
}

enum sheet_medium medium_of(enum entente_format format)
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
        break;
    }
    return MEDIUM_MARKDOWN;
}
