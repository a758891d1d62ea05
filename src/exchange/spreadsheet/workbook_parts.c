// SPDX-License-Identifier: Apache-2.0
#include "exchange/spreadsheet/workbook_parts.h"

#include "base/checked.h"

bool workbook_part(struct workbook_reader *reader, struct str part, struct xml *xml)
{
    const struct zip_entry *entry = zip_find(&reader->zip, part);
    struct str content;
    *xml = (struct xml){.node_count = 0};
    if (!entry)
        return true;
    return zip_unpack(&reader->zip, entry, reader->arena, &content, reader->error) &&
           xml_read(place_with_part(place_of(reader->name), part), content, reader->limits,
                    reader->arena, xml, reader->error);
}

void workbook_add_grid(struct workbook_reader *reader, struct grid_maker *maker, struct str name,
                       bool is_hidden)
{
    struct grid grid = grid_done(maker, name);
    grid.is_hidden = is_hidden;
    reader->covered += maker->covered;
    *LIST_ADD(&reader->grids, struct grid) = grid;
}

// --- Trees

bool node_is(const struct xml *xml, uint32_t node, const char *local)
{
    uint32_t name = xml->nodes[node].name;
    return name != XML_TEXT && str_equal(xml_local(xml, name), str_of(local));
}

uint32_t node_child(const struct xml *xml, uint32_t node, const char *local)
{
    for (uint32_t child = node + 1; child < xml->nodes[node].end; child = xml->nodes[child].end)
        if (node_is(xml, child, local))
            return child;
    return NODE_NONE;
}

struct str node_value(const struct xml *xml, uint32_t node, const char *local)
{
    for (uint32_t a = xml_first_attribute(xml, node); a < xml_last_attribute(xml, node); a++)
        if (str_equal(xml_local(xml, xml->attributes[a].name), str_of(local)))
            return xml_attribute_value(xml, a);
    return STR("");
}

int64_t node_number(const struct xml *xml, uint32_t node, const char *local, int64_t otherwise)
{
    int64_t number;
    struct str value = node_value(xml, node, local);
    return value.length > 0 && checked_parse(value, &number) ? number : otherwise;
}

// --- Numbers

enum { SHOWN_DIGITS = 15, LONGEST_EXPONENT = 30 };

// 0.d1d2d3… × 10^point
struct digits {
    char digits[64];
    size_t count;
    int64_t point;
    bool is_negative;
};

static bool scan_digits(struct str stored, struct digits *found)
{
    bool is_behind = false, is_any = false;
    size_t i = 0;
    *found = (struct digits){.is_negative = str_starts_with(stored, STR("-"))};
    i += found->is_negative || str_starts_with(stored, STR("+"));
    for (; i < stored.length && stored.bytes[i] != 'e' && stored.bytes[i] != 'E'; i++) {
        char c = stored.bytes[i];
        if (c == '.' && !is_behind) {
            is_behind = true;
            continue;
        }
        if (c < '0' || c > '9')
            return false;
        is_any = true;
        bool is_leading = c == '0' && found->count == 0;
        if (!is_leading && found->count < sizeof found->digits)
            found->digits[found->count++] = c;
        found->point += is_behind ? (is_leading ? -1 : 0) : !is_leading;
    }
    int64_t exponent = 0;
    if (i < stored.length && !checked_parse(str_skip(stored, i + 1), &exponent))
        return false;
    if (exponent > 1000 || exponent < -1000)
        return false;
    found->point += exponent;
    return is_any;
}

// Rounds to what is shown, half away from zero, and drops noughts at the end.
static void round_digits(struct digits *found)
{
    bool goes_up = found->count > SHOWN_DIGITS && found->digits[SHOWN_DIGITS] >= '5';
    if (found->count > SHOWN_DIGITS)
        found->count = SHOWN_DIGITS;
    for (size_t i = found->count; goes_up && i > 0; i--) {
        goes_up = found->digits[i - 1] == '9';
        found->digits[i - 1] = goes_up ? '0' : (char)(found->digits[i - 1] + 1);
    }
    if (goes_up) { // 999… became 1000…
        found->digits[0] = '1';
        found->count = 1;
        found->point++;
    }
    while (found->count > 0 && found->digits[found->count - 1] == '0')
        found->count--;
}

struct str number_plain(struct str stored, struct arena *arena)
{
    struct digits found;
    struct builder out = builder_make(arena);
    if (!scan_digits(stored, &found))
        return STR("");
    round_digits(&found);
    if (found.count == 0)
        return STR("0");
    if (found.point > LONGEST_EXPONENT || found.point < -LONGEST_EXPONENT)
        return STR("");
    builder_add_c(&out, found.is_negative ? "-" : "");
    builder_add_c(&out, found.point <= 0 ? "0" : "");
    for (int64_t i = 0; i < found.point; i++)
        builder_add_byte(&out, i < (int64_t)found.count ? found.digits[i] : '0');
    if ((int64_t)found.count > found.point)
        builder_add_byte(&out, '.');
    for (int64_t i = found.point; i < 0; i++)
        builder_add_byte(&out, '0');
    for (int64_t i = found.point > 0 ? found.point : 0; i < (int64_t)found.count; i++)
        builder_add_byte(&out, found.digits[i]);
    return builder_str(&out);
}
