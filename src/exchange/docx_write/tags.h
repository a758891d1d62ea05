// SPDX-License-Identifier: Apache-2.0
// The bytes of a start tag: where its attribute values stand.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_TAGS_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_TAGS_H

#include "base/str.h"

struct tag_attribute {
    struct str prefix; // empty when it has none
    struct str local;
    struct str value; // between the quotes, as it stands
};

// Takes the next attribute off a start tag's bytes: `*rest` begins as the whole tag.
bool tag_attribute_next(struct str *rest, struct tag_attribute *attribute);
// The name of the element, prefix and all.
struct str tag_name(struct str tag);

#endif
