// SPDX-License-Identifier: Apache-2.0
// Property: ranges nest as elements do, and what was taken in is read again as the same tree.
#include "codec/xml.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static bool is_sound(const struct xml *xml, uint32_t i)
{
    const struct xml_node *node = &xml->nodes[i];
    const struct xml_node *parent = &xml->nodes[node->parent];
    if (node->end <= i || node->end > xml->node_count || node->from >= node->to)
        return false;
    if (i > 0 && (node->parent >= i || node->end > parent->end || node->from < parent->open_to ||
                  node->to > parent->close_from))
        return false;
    if (node->name == XML_TEXT)
        return node->end == i + 1 && node->open_to <= node->close_from &&
               node->close_from <= xml->text.length;
    return node->from < node->open_to && node->open_to <= node->close_from &&
           node->close_from <= node->to && xml->source.bytes[node->from] == '<' &&
           xml->source.bytes[node->to - 1] == '>';
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct xml xml;
    struct error error;
    struct str text = {(const char *)bytes, length};
    if (xml_read(place_of(STR("fuzz")), text, &input_limits_default, arena, &xml, &error)) {
        for (uint32_t i = 0; i < xml.node_count; i++)
            if (!is_sound(&xml, i))
                abort();
        struct xml again; // what was made from UTF-16 is read as what it is
        if (!xml_read(place_of(STR("again")), xml.source, &input_limits_default, arena, &again,
                      &error) ||
            again.node_count != xml.node_count || !str_equal(again.text, xml.text))
            abort();
    }
    arena_close(arena);
    return 0;
}
