// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/dates.h"

#include "exchange/docx/source.h"

// "2031-03-01T12:00:00", the start of every date that Word writes.
static bool looks_like_date(struct str date)
{
    static const char form[] = "0000-00-00T00:00:00";
    if (date.length < sizeof form - 1)
        return false;
    for (size_t i = 0; i < sizeof form - 1; i++) {
        bool is_digit = date.bytes[i] >= '0' && date.bytes[i] <= '9';
        if (form[i] == '0' ? !is_digit : date.bytes[i] != form[i])
            return false;
    }
    return true;
}

static struct str latest_change(const struct docx_part *part)
{
    struct str latest = STR("");
    for (uint32_t node = 0; node < part->xml.node_count; node++) {
        enum word word = docx_word(part, node);
        if (word != W_INS && word != W_DEL && word != W_MOVE_FROM && word != W_MOVE_TO)
            continue;
        struct str date = docx_attribute(part, node, W_DATE);
        if (looks_like_date(date) && str_compare(date, latest) > 0)
            latest = date;
    }
    return latest;
}

static struct str last_saved(struct docx_package *package)
{
    struct error error;
    uint32_t number = docx_part_named(package, STR("docProps/core.xml"));
    if (number == NO_PART || !docx_part_tree(package, number, &error))
        return STR("");
    const struct xml *xml = &package->parts[number].xml;
    for (uint32_t node = 1; node < xml->node_count; node++)
        if (xml->nodes[node].name != XML_TEXT && xml->nodes[node].end == node + 2 &&
            str_equal(xml_local(xml, xml->nodes[node].name), STR("modified")))
            return str_trim(xml_text(xml, node + 1));
    return STR("");
}

struct str *dates_of_parties(const struct merged *merged, struct str given, struct arena *arena)
{
    struct str *dates = ARENA_ARRAY(arena, struct str, merged->party_count);
    for (uint32_t i = 0; i < merged->party_count; i++) {
        const struct document *draft = merged->drafts[i];
        dates[i] = given;
        if (given.length > 0)
            continue;
        if (draft->form == FORM_DOCX) {
            struct docx_package *package = docx_source(draft)->package;
            dates[i] = latest_change(&package->parts[package->main]);
            if (dates[i].length == 0)
                dates[i] = last_saved(package);
        }
        if (!looks_like_date(dates[i]))
            dates[i] = STR("2000-01-01T00:00:00Z");
    }
    return dates;
}
