// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_accepted.h"

#include <string.h>

static bool is_role(const struct item *party, const char *role)
{
    return str_equal(json_text(party->value, "role"), str_of(role));
}

// Who is to agree: whoever has no other part in the talks.
static struct list parties_of(const struct casefile *casefile, struct arena *arena)
{
    struct list all = items_of(&casefile->items, "party", arena);
    struct list found = LIST_MAKE(arena, const struct item *);
    for (size_t i = 0; i < all.count; i++) {
        const struct item *party = *LIST_AT(&all, const struct item *, i);
        if (is_role(party, "") || is_role(party, "party"))
            *LIST_ADD(&found, const struct item *) = party;
    }
    return found;
}

// A party's own mark on a package, or NULL.
static const struct item *mark_of(const struct list *marks, struct str party, struct str package)
{
    for (size_t i = 0; i < marks->count; i++) {
        const struct item *mark = *LIST_AT(marks, const struct item *, i);
        struct str audience = order_audience(mark->last);
        if (str_equal(json_text(mark->value, "party"), party) &&
            str_equal(json_text(mark->value, "package"), package) &&
            str_starts_with(audience, STR("party:")) &&
            str_equal(str_skip(audience, strlen("party:")), party))
            return mark;
    }
    return NULL;
}

static bool is_yes(const struct item *mark)
{
    return mark && str_equal(json_text(mark->value, "answer"), STR("yes"));
}

static bool all_could(const struct list *marks, const struct list *parties, struct str package)
{
    for (size_t p = 0; p < parties->count; p++)
        if (!is_yes(mark_of(marks, (*LIST_AT(parties, const struct item *, p))->id, package)))
            return false;
    return parties->count > 0;
}

static bool has_marked_all(const struct list *marks, struct str party, const struct list *packages)
{
    for (size_t i = 0; i < packages->count; i++)
        if (!mark_of(marks, party, (*LIST_AT(packages, const struct item *, i))->id))
            return false;
    return true;
}

static bool check_viewer(const struct casefile *casefile, struct error *error)
{
    struct str viewer = casefile->view.viewer;
    const struct item *party =
        viewer.length > 0 ? items_find(&casefile->items, "party", viewer) : NULL;
    return (party && is_role(party, "mediator") && casefile->has_keys) ||
           error_set(
               error, FORBIDDEN,
               "what all could accept only a mediator can tell, to whom the marks are sealed: "
               "give --as MEDIATOR and --passphrase-file");
}

bool case_accepted_find(const struct casefile *casefile, struct arena *arena,
                        struct case_accepted *accepted, struct error *error)
{
    if (!check_viewer(casefile, error))
        return false;
    struct list marks = items_of(&casefile->items, "acceptance", arena);
    struct list packages = items_of(&casefile->items, "package", arena);
    struct list parties = parties_of(casefile, arena);
    *accepted = (struct case_accepted){.packages = LIST_MAKE(arena, const struct item *),
                                       .package_count = packages.count,
                                       .party_count = parties.count};
    for (size_t p = 0; p < parties.count; p++)
        accepted->marked_count +=
            has_marked_all(&marks, (*LIST_AT(&parties, const struct item *, p))->id, &packages);
    for (size_t i = 0; i < packages.count; i++) {
        const struct item *package = *LIST_AT(&packages, const struct item *, i);
        if (all_could(&marks, &parties, package->id))
            *LIST_ADD(&accepted->packages, const struct item *) = package;
    }
    return true;
}
