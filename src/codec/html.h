// SPDX-License-Identifier: Apache-2.0
// Text as HTML, or as the text of an SVG, that no text can break out of.

#ifndef ENTENTE_CODEC_HTML_H
#define ENTENTE_CODEC_HTML_H

#include "base/builder.h"

// For content and for attribute values in double quotes: & < > " ' escaped, control characters
// replaced, and marks of direction left out that would turn what stands behind the text. Line breaks stay
// as they are.
void html_text(struct builder *out, struct str text);

#endif
