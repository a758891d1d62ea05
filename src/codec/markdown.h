// SPDX-License-Identifier: Apache-2.0
// Text as Markdown that no text can break out of.

#ifndef ENTENTE_CODEC_MARKDOWN_H
#define ENTENTE_CODEC_MARKDOWN_H

#include "base/builder.h"

// Adds text such that Markdown shows it as it is: marks of Markdown get a backslash.
// at_line_start: what would begin a list, a heading or a quote there gets one too.
void markdown_escape(struct builder *out, struct str text, bool at_line_start);

#endif
