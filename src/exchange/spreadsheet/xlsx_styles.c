// SPDX-License-Identifier: Apache-2.0
#include "exchange/spreadsheet/xlsx_styles.h"

#include "base/checked.h"
#include "base/civil.h"
#include "exchange/spreadsheet/workbook_parts.h"

// The letters of a format that mean days and hours, outside of quoted words and of [colours].
static enum xlsx_shown shown_by(struct str format)
{
    for (size_t i = 0; i < format.length; i++) {
        char c = format.bytes[i];
        char end = c == '"' ? '"' : c == '[' ? ']' : 0;
        if (c == '\\' || c == '_' || c == '*')
            i++; // the next one stands for itself
        else if (end == ']' && i + 1 < format.length &&
                 str_contains(STR("hHmMsS"), str_slice(format, i + 1, i + 2)))
            return SHOWN_NUMBER; // [h]:mm is a span of time, no day
        else if (end)
            i += 1 + str_find_byte(str_skip(format, i + 1), end);
        else if (c == '%')
            return SHOWN_PERCENT;
        else if (c == 'd' || c == 'D' || c == 'y' || c == 'Y' || c == 'm' || c == 'M')
            return SHOWN_DATE;
        else if (c == ';')
            break;
    }
    return SHOWN_NUMBER;
}

// The formats that have no text in the file (ECMA-376 part 1, 18.8.30).
static enum xlsx_shown shown_by_number(int64_t number)
{
    bool is_date = (number >= 14 && number <= 17) || number == 22 ||
                   (number >= 27 && number <= 31) || number == 36 ||
                   (number >= 50 && number <= 54) || number == 57 || number == 58;
    return is_date ? SHOWN_DATE : number == 9 || number == 10 ? SHOWN_PERCENT : SHOWN_NUMBER;
}

static enum xlsx_shown shown_of(const struct xml *styles, uint32_t formats, int64_t number)
{
    for (uint32_t node = formats + 1; formats != NODE_NONE && node < styles->nodes[formats].end;
         node = styles->nodes[node].end)
        if (node_number(styles, node, "numFmtId", -1) == number)
            return shown_by(node_value(styles, node, "formatCode"));
    return shown_by_number(number);
}

struct xlsx_styles xlsx_styles_read(const struct xml *styles, struct arena *arena)
{
    struct list shown = LIST_MAKE(arena, uint8_t);
    uint32_t cells = styles->node_count > 0 ? node_child(styles, 0, "cellXfs") : NODE_NONE;
    uint32_t formats = styles->node_count > 0 ? node_child(styles, 0, "numFmts") : NODE_NONE;
    for (uint32_t node = cells + 1; cells != NODE_NONE && node < styles->nodes[cells].end;
         node = styles->nodes[node].end)
        if (node_is(styles, node, "xf"))
            *LIST_ADD(&shown, uint8_t) =
                (uint8_t)shown_of(styles, formats, node_number(styles, node, "numFmtId", 0));
    return (struct xlsx_styles){LIST_ITEMS(&shown, uint8_t), shown.count};
}

enum xlsx_shown xlsx_shown_as(const struct xlsx_styles *styles, int64_t style)
{
    bool is_known = style >= 0 && (uint64_t)style < styles->count;
    return is_known ? (enum xlsx_shown)styles->shown[style] : SHOWN_NUMBER;
}

// The seconds of the part of a day behind the point: "5" of "44927.5" is half of it.
static int64_t seconds_of(struct str part)
{
    int64_t value = 0, scale = 1;
    for (size_t i = 0; i < part.length && i < 9; i++) {
        value = value * 10 + (part.bytes[i] - '0');
        scale *= 10;
    }
    return (value * 86400 * 2 + scale) / (scale * 2);
}

bool xlsx_date(struct str number, bool is_1904, struct arena *arena, struct str *date)
{
    const int64_t first_certain = 61; // 1 March 1900
    const int64_t last = 2958465;     // 31 December 9999
    size_t point = str_find_byte(number, '.');
    int64_t day;
    if (!checked_parse(str_slice(number, 0, point), &day))
        return false;
    int64_t seconds = point < number.length ? seconds_of(str_skip(number, point + 1)) : 0;
    day += is_1904 ? 1462 : 0;
    if (day < first_certain || day > last || str_starts_with(number, STR("-")))
        return false;
    day += seconds / 86400;
    seconds %= 86400;
    struct civil civil = civil_of_day(day - 25569); // 1 January 1970
    *date = arena_print(arena, "%04lld-%02d-%02d", (long long)civil.year, civil.month, civil.day);
    if (seconds > 0)
        *date = arena_print(arena, "%.*sT%02d:%02d:%02d", STR_ARGS(*date), (int)(seconds / 3600),
                            (int)(seconds / 60 % 60), (int)(seconds % 60));
    return true;
}
