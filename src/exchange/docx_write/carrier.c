// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/carrier.h"

bool carried_find(struct carried *carried, struct str name, struct str *value)
{
    uint32_t number = names_find(carried->names, name);
    if (number != NAMES_NONE) {
        *value = *LIST_AT(&carried->values, struct str, number);
        return true;
    }
    names_add(carried->names, name);
    *LIST_ADD(&carried->values, struct str) = name;
    return false;
}

void carried_set(struct carried *carried, struct str name, struct str value)
{
    *LIST_AT(&carried->values, struct str, names_find(carried->names, name)) = value;
}
