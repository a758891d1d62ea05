// SPDX-License-Identifier: Apache-2.0
#include "merge/numbered_rows.h"

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

struct str row_number_made(struct str above, const struct names *taken, struct arena *arena)
{
    struct str stem = above.length > 0 ? above : STR("0");
    bool has_letter =
        stem.length > 1 && stem.bytes[stem.length - 1] >= 'a' && stem.bytes[stem.length - 1] <= 'z';
    int letter = 'a';
    if (has_letter) {
        letter = (unsigned char)stem.bytes[stem.length - 1];
        stem = str_slice(stem, 0, stem.length - 1);
    }
    for (;; stem = arena_print(arena, "%.*sz", STR_ARGS(stem)), letter = 'a')
        for (; letter <= 'z'; letter++) {
            struct str number = arena_print(arena, "%.*s%c", STR_ARGS(stem), letter);
            if (names_find(taken, number) == NAMES_NONE)
                return number;
        }
}

struct str row_letter_of(const struct numbered_row *row, uint32_t party_count)
{
    const struct str *rival = NULL;
    if (row->has_agreed && row->agreed.length > 0 && !str_contains(row->agreed, STR("[…]")))
        return STR("A");
    for (uint32_t p = 0; p < party_count; p++) {
        if (!row->texts[p].bytes || str_equal(row->texts[p], row->base))
            continue;
        if (rival && !str_equal(*rival, row->texts[p]))
            return STR("D");
        rival = &row->texts[p];
    }
    return rival ? STR("P") : STR("A");
}

// Colours that read on white paper; each row also bears its letter.
struct str row_shade_of(struct str status)
{
    switch (status.length == 1 ? status.bytes[0] : ' ') {
    case 'A':
        return STR("E8F3EA");
    case 'P':
        return STR("FFF6DD");
    case 'D':
        return STR("FBE5E1");
    default:
        return STR("");
    }
}

void row_number_parted(struct str cell, struct str *number, struct str *status)
{
    cell = str_trim(cell);
    *number = cell;
    *status = STR("");
    size_t last = cell.length > 0 ? cell.length - 1 : 0;
    if (cell.length < 3) // NOLINT(readability-magic-numbers): a digit, a blank and a letter
        return;
    if (is_letter(cell.bytes[last]) && (unsigned char)cell.bytes[last - 1] <= ' ') {
        *status = str_skip(cell, last);
        *number = str_trim(str_slice(cell, 0, last));
    } else if (is_letter(cell.bytes[0]) && (unsigned char)cell.bytes[1] <= ' ') {
        *status = str_slice(cell, 0, 1);
        *number = str_trim(str_skip(cell, 1));
    }
}
