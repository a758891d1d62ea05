// SPDX-License-Identifier: Apache-2.0
// How long and how large what is read and written may become.
#include "record/store.h"
#include "record/store_parts.h"

void store_bind(struct store *store, const struct budget *bounds)
{
    store->bounds = bounds ? *bounds : budget_unlimited();
    store->is_spent = false;
}

bool store_check_bounds(struct store *store, struct error *error)
{
    store->is_spent = store->is_spent || !budget_has_room(&store->bounds);
    return !store->is_spent || (budget_check_room(&store->bounds, error) && budget_stopped(error));
}

bool store_spend(struct store *store, uint64_t steps, struct error *error)
{
    store->is_spent = store->is_spent || !budget_spend(&store->bounds, steps);
    return store_check_bounds(store, error);
}
