// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/agreed_row.h"

#include "base/list.h"
#include "text/fold.h"

#define MOST_TRIES 100000u

// What stands in the row at one place: words that all have, or a slot.
struct row_piece {
    uint32_t slot;           // NO_INDEX: agreed words
    const struct str *texts; // one, or one a wording
    uint32_t text_count;
};

struct row_choosing {
    const struct row_piece *pieces;
    size_t count;
    uint32_t *picked; // by piece
    uint32_t tries;
};

// The characters alone, so that texts can be laid end to end.
static struct str plain(struct str text, struct arena *arena)
{
    struct str folded = text_fold(text, arena);
    char *bytes = arena_take(arena, folded.length + 1, 1);
    size_t length = 0;
    for (size_t i = 0; i < folded.length; i++)
        if (folded.bytes[i] != ' ' && folded.bytes[i] != '\n')
            bytes[length++] = folded.bytes[i];
    return (struct str){bytes, length};
}

static struct row_piece piece_of(const struct sheet *sheet, const struct segment *segment,
                                 struct arena *arena)
{
    bool is_text = segment->slot == NO_INDEX;
    uint32_t count = is_text ? 1 : sheet->slots[segment->slot].wording_count;
    struct str *texts = ARENA_ARRAY(arena, struct str, count);
    for (uint32_t i = 0; i < count; i++)
        texts[i] =
            plain(is_text ? segment->text : sheet->slots[segment->slot].wordings[i].text, arena);
    return (struct row_piece){segment->slot, texts, count};
}

static struct list pieces_of(const struct sheet *sheet, uint32_t first, uint32_t end,
                             struct arena *arena)
{
    struct list pieces = LIST_MAKE(arena, struct row_piece);
    for (uint32_t p = first; p < end; p++) {
        const struct point *point = &sheet->points[p];
        for (uint32_t s = 0; s < point->segment_count; s++)
            *LIST_ADD(&pieces, struct row_piece) =
                piece_of(sheet, &sheet->segments[point->first_segment + s], arena);
    }
    return pieces;
}

// Depth first over the wordings that the rest begins with: where one leads nowhere, the slot before it takes
// its next.
static bool choose(struct row_choosing *choosing, struct str agreed)
{
    size_t *behind = NULL; // how much of the text stands before each piece
    struct arena *arena = arena_open();
    behind = ARENA_ARRAY(arena, size_t, choosing->count + 1);
    size_t at = 0;
    uint32_t next = 0; // the wording of the piece that is tried next
    bool is_found = false;
    while (!is_found && choosing->tries++ < MOST_TRIES) {
        struct str rest = str_skip(agreed, behind[at]);
        is_found = at == choosing->count && rest.length == 0;
        const struct row_piece *piece = at < choosing->count ? &choosing->pieces[at] : NULL;
        while (piece && next < piece->text_count && !str_starts_with(rest, piece->texts[next]))
            next++;
        if (piece && next < piece->text_count) {
            choosing->picked[at] = next;
            behind[at + 1] = behind[at] + piece->texts[next].length;
            at++;
            next = 0;
        } else if (!is_found) {
            if (at == 0)
                break;
            at--;
            next = choosing->picked[at] + 1;
        }
    }
    arena_close(arena);
    return is_found;
}

bool agreed_row_choose(const struct sheet *sheet, uint32_t first, uint32_t end, struct str agreed,
                       uint32_t *choices)
{
    struct arena *arena = arena_open();
    struct list pieces = pieces_of(sheet, first, end, arena);
    struct row_choosing choosing = {.pieces = LIST_ITEMS(&pieces, struct row_piece),
                                    .count = pieces.count,
                                    .picked = ARENA_ARRAY(arena, uint32_t, pieces.count + 1)};
    bool is_found = choose(&choosing, plain(agreed, arena));
    for (size_t i = 0; is_found && i < pieces.count; i++)
        if (choosing.pieces[i].slot != NO_INDEX)
            choices[choosing.pieces[i].slot] = choosing.picked[i];
    arena_close(arena);
    return is_found;
}
