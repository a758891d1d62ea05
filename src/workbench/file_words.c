// SPDX-License-Identifier: Apache-2.0
#include "workbench/file_words.h"

#include "base/utf8.h"
#include "exchange/open.h"
#include "text/said.h"
#include "workbench/answer.h"

bool file_words(const struct entente_file *file, const struct input_limits *limits,
                struct arena *arena, struct str *words, bool *is_package, struct error *error)
{
    *words = answer_file(file);
    *is_package = false;
    if (document_is_page(str_of(file->name), *words))
        return true;
    if (!document_is_package(str_of(file->name), *words, is_package, error))
        return false;
    if (!*is_package) {
        *words = utf8_without_mark(*words);
        return true;
    }
    static const struct reading accepted = {.kind = READING_ACCEPT};
    const struct document *document;
    if (!document_open(str_of(file->name), *words, &accepted, limits, arena, &document, error))
        return false;
    *words = text_in_words(document, arena);
    return true;
}
