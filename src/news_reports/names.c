// SPDX-License-Identifier: Apache-2.0
#include "news_reports/names.h"

#define ROLES_MAX 32 // of one person

void names_add_mention(struct news *news, enum mention_kind kind, size_t from, size_t to,
                       size_t index)
{
    *LIST_ADD(&news->mentions, struct mention) = (struct mention){kind, from, to, index};
    for (size_t i = from; i < to; i++)
        news->mention_at[i] = news->mentions.count - 1;
}

void names_add_role(struct news *news, size_t index, struct str role)
{
    struct person *person = LIST_AT(&news->persons, struct person, index);
    if (role.length == 0 || person->roles.count == ROLES_MAX)
        return;
    for (size_t i = 0; i < person->roles.count; i++)
        if (str_equal_ignoring_case(*LIST_AT(&person->roles, struct str, i), role))
            return;
    *LIST_ADD(&person->roles, struct str) = role;
}
