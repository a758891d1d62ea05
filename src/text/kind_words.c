// SPDX-License-Identifier: Apache-2.0
#include "text/kind_words.h"

static const char *const kind_words[] = {
    [PARAGRAPH_TEXT] = "text",
    [PARAGRAPH_HEADING] = "heading",
    [PARAGRAPH_ITEM] = "item",
    [PARAGRAPH_VERBATIM] = "verbatim",
};

static const char *const form_words[] = {
    [FORM_PLAIN] = "plain",
    [FORM_MARKDOWN] = "markdown",
    [FORM_DOCX] = "docx",
};

const char *paragraph_kind_word(enum paragraph_kind kind)
{
    return kind_words[kind];
}

const char *document_form_word(enum document_form form)
{
    return form_words[form];
}

bool paragraph_kind_of_word(struct str word, enum paragraph_kind *kind)
{
    for (size_t i = 0; i < sizeof kind_words / sizeof kind_words[0]; i++)
        if (str_equal(word, str_of(kind_words[i]))) {
            *kind = (enum paragraph_kind)i;
            return true;
        }
    return false;
}

bool document_form_of_word(struct str word, enum document_form *form)
{
    for (size_t i = 0; i < sizeof form_words / sizeof form_words[0]; i++)
        if (str_equal(word, str_of(form_words[i]))) {
            *form = (enum document_form)i;
            return true;
        }
    return false;
}
