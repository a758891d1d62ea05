// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/deletions.h"

#include "base/sorted.h"

static bool deletion_ends_by(const void *row, size_t at, uint64_t place)
{
    const struct deletion *deletions = row;
    return deletions[at].base.to <= place;
}

size_t first_deletion_behind(const struct deletion *deletions, size_t count, uint32_t at)
{
    return sorted_before(count, deletions, deletion_ends_by, at);
}

// Those of `common` who stand in `by` too; how many are left.
static uint32_t keep_common(struct party *common, uint32_t count, struct holders by)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++)
        if (holders_have(by, common[i]))
            common[kept++] = common[i];
    return kept;
}

struct holders deleters_of(const struct deletion *deletions, size_t count, struct range range,
                           struct arena *arena)
{
    const struct holders nobody = {NULL, 0};
    struct party *common = NULL;
    uint32_t common_count = 0;
    uint32_t at = range.from;
    for (size_t i = first_deletion_behind(deletions, count, range.from); at < range.to; i++) {
        if (i >= count || deletions[i].base.from > at)
            return nobody;
        struct holders by = deletions[i].by;
        at = deletions[i].base.to;
        if (common) {
            common_count = keep_common(common, common_count, by);
            continue;
        }
        common = ARENA_ARRAY(arena, struct party, by.count);
        for (; common_count < by.count; common_count++)
            common[common_count] = by.items[common_count];
    }
    return (struct holders){common, common_count};
}
