// SPDX-License-Identifier: Apache-2.0
// Text and attribute values written as XML 1.0.

#ifndef ENTENTE_CODEC_XML_WRITE_H
#define ENTENTE_CODEC_XML_WRITE_H

#include "base/builder.h"

// Adds text between tags: & < > as entities, a carriage return as a reference. Characters that
// XML cannot hold (most control characters) become U+FFFD.
void xml_add_text(struct builder *out, struct str text);
// The same for a value between double quotes: quotes, tabs and line breaks too.
void xml_add_value(struct builder *out, struct str value);
// Adds ` name="value"`.
void xml_add_attribute(struct builder *out, const char *name, struct str value);

#endif
