// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/column_shares.h"

static size_t longest_word(struct str text)
{
    size_t longest = 0;
    size_t word = 0;
    for (size_t i = 0; i < text.length; i++) {
        word = (unsigned char)text.bytes[i] <= ' ' ? 0 : word + 1;
        longest = longest > word ? longest : word;
    }
    return longest;
}

static size_t at_most(size_t length, size_t most)
{
    return length < most ? length : most;
}

static size_t at_least(size_t length, size_t least)
{
    return length > least ? length : least;
}

const uint32_t *column_shares(const struct str *cells, size_t cell_count, uint32_t column_count,
                              struct arena *arena)
{
    enum { MOST = 40, COUNTED = 60, WORD = 14, BESIDE_WORD = 3, MARGINS = 4 };
    uint32_t *shares = ARENA_ARRAY(arena, uint32_t, column_count + 1);
    for (uint32_t c = 0; c < column_count; c++) {
        size_t all = 0;
        size_t longest = 0;
        size_t word = 0;
        size_t rows = 0;
        for (size_t i = c; i < cell_count; i += column_count) {
            all += i < column_count ? 0 : at_most(cells[i].length, COUNTED);
            rows += i < column_count ? 0 : 1;
            longest = at_least(longest, at_most(cells[i].length, COUNTED));
            word = at_least(word, longest_word(cells[i]));
        }
        size_t wanted = at_most(((rows > 0 ? all / rows : 0) + longest) / 2, MOST);
        shares[c] = (uint32_t)at_least(wanted, at_most(word, WORD) + BESIDE_WORD) + MARGINS;
    }
    return shares;
}

const uint32_t *column_widths(const uint32_t *shares, uint32_t column_count, uint32_t whole,
                              struct arena *arena)
{
    uint32_t *widths = ARENA_ARRAY(arena, uint32_t, column_count + 1);
    uint64_t all = 0;
    for (uint32_t c = 0; c < column_count; c++)
        all += shares ? shares[c] : 1;
    for (uint32_t c = 0; c < column_count; c++)
        widths[c] = (uint32_t)((uint64_t)whole * (shares ? shares[c] : 1) / all); // below whole
    return widths;
}
