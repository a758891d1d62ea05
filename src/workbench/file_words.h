// SPDX-License-Identifier: Apache-2.0
// The words of a file that is only to be read: text and web pages as they stand, a .docx as its paragraphs.

#ifndef ENTENTE_WORKBENCH_FILE_WORDS_H
#define ENTENTE_WORKBENCH_FILE_WORDS_H

#include "base/arena.h"
#include "base/input_limits.h"

#include <entente/entente.h>

// Result: *words, borrowed from the file, or in the arena for a .docx with its tracked changes
//         accepted; then *is_package is true and each line is a paragraph
// Errors: those of the .docx reader
bool file_words(const struct entente_file *file, const struct input_limits *limits,
                struct arena *arena, struct str *words, bool *is_package,
                struct error *error) MUST_CHECK;

#endif
