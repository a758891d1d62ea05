// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/carriers.h"

#include "exchange/docx_write/carry_parts.h"
#include "exchange/docx_write/carry_styles.h"
#include "exchange/docx_write/prefixes.h"
#include "exchange/docx_write/tags.h"

// Is this the prefix of attributes that name relationships?
static bool names_relationship(const struct carriage *carriage, uint32_t node, struct str prefix)
{
    struct str address = STR("");
    if (prefix.length == 0 || str_equal(prefix, STR("w")) || str_equal(prefix, STR("xmlns")))
        return false;
    if (!str_equal(prefix, STR("r")))
        prefix_declared(carriage->from, node, prefix, &address);
    return str_equal(prefix, STR("r")) ||
           str_ends_with(address, STR("/officeDocument/2006/relationships")) ||
           str_ends_with(address, STR("/officeDocument/relationships"));
}

static struct str carried_value(const struct carriage *carriage, uint32_t node,
                                const struct tag_attribute *attribute)
{
    struct carrier *carrier = &carriage->writer->carriers->items[carriage->document];
    struct str value = attribute->value;
    switch ((int)docx_word(carriage->from, node)) {
    case W_R_STYLE:
    case W_P_STYLE:
    case W_TBL_STYLE:
        return str_equal(attribute->local, STR("val")) ? carry_style(carrier, value) : value;
    case W_NUM_ID:
        return str_equal(attribute->local, STR("val")) ? carry_numbering(carrier, value) : value;
    case W_FOOTNOTE_REFERENCE:
    case W_ENDNOTE_REFERENCE:
        return str_equal(attribute->local, STR("id"))
                   ? carry_note(carrier, carriage, docx_word(carriage->from, node), value)
                   : value;
    }
    if (names_relationship(carriage, node, attribute->prefix) && value.length > 0 &&
        docx_relationship(carriage->from, value))
        return carry_relationship(carrier, carriage, value);
    return value;
}

struct carriers *carriers_make(struct docx_writer *writer)
{
    struct carriers *carriers = ARENA_NEW(writer->arena, struct carriers);
    carriers->items = ARENA_ARRAY(writer->arena, struct carrier, writer->document_count);
    for (uint32_t i = 0; i < writer->document_count; i++)
        carriers->items[i] = (struct carrier){
            .writer = writer,
            .document = i,
            .styles = {names_make(writer->arena), LIST_MAKE(writer->arena, struct str)},
            .numbers = {names_make(writer->arena), LIST_MAKE(writer->arena, struct str)},
            .parts = {names_make(writer->arena), LIST_MAKE(writer->arena, struct str)},
            .notes = {names_make(writer->arena), LIST_MAKE(writer->arena, struct str)},
            .bookmarks = {names_make(writer->arena), LIST_MAKE(writer->arena, struct str)}};
    carriers->value = carried_value;
    return carriers;
}
