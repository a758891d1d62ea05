// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/holders.h"

bool holders_have(struct holders by, struct party party)
{
    for (uint32_t i = 0; i < by.count; i++)
        if (by.items[i].number == party.number)
            return true;
    return false;
}

const struct document *merged_document(const struct merged *merged, uint32_t number)
{
    return number == 0 ? merged->base : merged->drafts[number - 1];
}
