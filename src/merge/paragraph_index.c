// SPDX-License-Identifier: Apache-2.0
#include "merge/paragraph_index.h"

#define GROUP 3u
#define MOST_PLACES 16u // a group that stands more often says nothing

struct paragraph_index {
    const struct paragraph_ids *ids;
    struct names *rows;    // the ids of a whole paragraph
    uint32_t *row_first;   // by number of rows: its first paragraph
    uint32_t *row_next;    // by paragraph: the next that is the same
    struct names *groups;  // three ids
    uint32_t *group_first; // by number of groups: its first place
    uint32_t *group_next;  // by place: the next of that group
    uint32_t *owners;      // by place: its paragraph
    uint32_t *votes;       // by paragraph
};

struct paragraph_ids paragraph_ids_of(const struct tokens *tokens, struct arena *arena)
{
    uint32_t paragraphs = tokens->document->paragraph_count;
    uint32_t *starts = ARENA_ARRAY(arena, uint32_t, paragraphs + 2);
    uint32_t *ids = ARENA_ARRAY(arena, uint32_t, tokens->count + 1);
    uint32_t *items = ARENA_ARRAY(arena, uint32_t, tokens->count + 1);
    for (uint32_t i = 0; i < tokens->count; i++)
        if (tokens->items[i].kind <= TOKEN_PUNCTUATION)
            starts[tokens->items[i].owner + 2]++;
    for (uint32_t p = 0; p < paragraphs; p++)
        starts[p + 2] += starts[p + 1];
    // starts[p + 1] is where the next word of paragraph p goes, and in the end where it stops.
    for (uint32_t i = 0; i < tokens->count; i++) {
        if (tokens->items[i].kind > TOKEN_PUNCTUATION)
            continue;
        uint32_t place = starts[tokens->items[i].owner + 1]++;
        ids[place] = tokens->ids[i];
        items[place] = i;
    }
    return (struct paragraph_ids){tokens, ids, items, starts};
}

static struct str key_of(const uint32_t *ids, uint32_t count)
{
    return (struct str){(const char *)ids, count * sizeof *ids};
}

static uint32_t *filled(uint32_t count, struct arena *arena)
{
    uint32_t *items = ARENA_ARRAY(arena, uint32_t, count + 1);
    for (uint32_t i = 0; i <= count; i++)
        items[i] = NO_INDEX;
    return items;
}

// From the end, so that each chain begins with the first.
static void add_all(struct paragraph_index *index, uint32_t paragraphs)
{
    const struct paragraph_ids *ids = index->ids;
    for (uint32_t p = paragraphs; p-- > 0;) {
        uint32_t count = paragraph_id_count(ids, p);
        uint32_t start = ids->starts[p];
        if (count == 0)
            continue;
        uint32_t row = names_add(index->rows, key_of(ids->ids + start, count));
        index->row_next[p] = index->row_first[row];
        index->row_first[row] = p;
        for (uint32_t i = start + count; i-- > start;) {
            index->owners[i] = p;
            if (i + GROUP > start + count)
                continue;
            uint32_t group = names_add(index->groups, key_of(ids->ids + i, GROUP));
            index->group_next[i] = index->group_first[group];
            index->group_first[group] = i;
        }
    }
}

const struct paragraph_index *paragraph_index_make(const struct paragraph_ids *ids,
                                                   struct arena *arena)
{
    uint32_t paragraphs = ids->tokens->document->paragraph_count;
    uint32_t words = ids->starts[paragraphs];
    struct paragraph_index *index = ARENA_NEW(arena, struct paragraph_index);
    *index = (struct paragraph_index){.ids = ids,
                                      .rows = names_make(arena),
                                      .row_first = filled(paragraphs, arena),
                                      .row_next = filled(paragraphs, arena),
                                      .groups = names_make(arena),
                                      .group_first = filled(words, arena),
                                      .group_next = filled(words, arena),
                                      .owners = ARENA_ARRAY(arena, uint32_t, words + 1),
                                      .votes = ARENA_ARRAY(arena, uint32_t, paragraphs + 1)};
    add_all(index, paragraphs);
    return index;
}

uint32_t paragraph_index_same(const struct paragraph_index *index, const uint32_t *ids,
                              uint32_t count, uint32_t from)
{
    uint32_t row = count > 0 ? names_find(index->rows, key_of(ids, count)) : NAMES_NONE;
    uint32_t found = NO_INDEX;
    if (row == NAMES_NONE)
        return NO_INDEX;
    for (uint32_t p = index->row_first[row]; p != NO_INDEX && (found == NO_INDEX || found < from);
         p = index->row_next[p])
        found = p;
    return found;
}

// The first place of the group that begins here, if it stands in few.
static uint32_t rare_place(const struct paragraph_index *index, const uint32_t *ids, bool *is_known)
{
    uint32_t group = names_find(index->groups, key_of(ids, GROUP));
    *is_known = group != NAMES_NONE;
    uint32_t first = *is_known ? index->group_first[group] : NO_INDEX;
    uint32_t count = 0;
    for (uint32_t place = first; place != NO_INDEX && count <= MOST_PLACES;
         place = index->group_next[place])
        count++;
    return count <= MOST_PLACES ? first : NO_INDEX;
}

// The next question begins with no votes.
static void forget_votes(const struct paragraph_index *index, const uint32_t *ids, uint32_t count)
{
    bool is_known;
    for (uint32_t i = 0; i + GROUP <= count; i++)
        for (uint32_t place = rare_place(index, ids + i, &is_known); place != NO_INDEX;
             place = index->group_next[place])
            index->votes[index->owners[place]] = 0;
}

uint32_t paragraph_index_like(const struct paragraph_index *index, const uint32_t *ids,
                              uint32_t count, uint32_t from)
{
    uint32_t best = NO_INDEX;
    uint32_t groups = 0;
    for (uint32_t i = 0; i + GROUP <= count; i++) {
        bool is_known;
        uint32_t place = rare_place(index, ids + i, &is_known);
        groups += !is_known || place != NO_INDEX;
        for (; place != NO_INDEX; place = index->group_next[place]) {
            uint32_t p = index->owners[place];
            uint32_t votes = ++index->votes[p];
            bool is_better = best == NO_INDEX || votes > index->votes[best] ||
                             (best < from && p >= from && votes == index->votes[best]);
            best = is_better ? p : best;
        }
    }
    uint32_t most = best == NO_INDEX ? 0 : index->votes[best];
    forget_votes(index, ids, count);
    return most > 0 && most * 2 >= groups ? best : NO_INDEX;
}
