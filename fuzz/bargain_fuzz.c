// SPDX-License-Identifier: Apache-2.0
// Property: a scenario that is read and small enough is answered as a listing of all packages
// answers it.
#include "../tests/bargain/twin.h"
#include "exchange/bargain/scenario_json.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

// The twin lists all packages and measures in doubles.
static bool suits_the_twin(const struct scenario *scenario)
{
    uint64_t packages = 1;
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        packages *= scenario->issues[i].option_count;
        if (packages > 2000)
            return false;
    }
    int64_t largest = 1000;
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        const struct scenario_party *party = &scenario->parties[p];
        if (party->reservation < -largest || party->reservation > largest)
            return false;
        for (uint32_t o = 0; o < scenario->option_total; o++)
            if (party->scores[o] < -largest || party->scores[o] > largest)
                return false;
        for (size_t i = 0; i < party->pair_count; i++)
            if (party->pairs[i].value < -largest || party->pairs[i].value > largest)
                return false;
    }
    return scenario->party_count <= 5 && scenario->point_count <= 20;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct scenario scenario;
    struct solution solution;
    struct error error;
    struct budget budget = budget_unlimited();
    budget.steps_left = 20 * 1000 * 1000;
    struct str text = {(const char *)bytes, length};
    if (scenario_json_read(STR("fuzz"), text, &input_limits_default, arena, &scenario, &error) &&
        suits_the_twin(&scenario) &&
        solution_find(&scenario, &solution_all, &budget, arena, &solution, &error) &&
        solution.has_front && solution.acceptable.is_exact) {
        const char *difference = twin_difference(&scenario, &solution, arena);
        if (difference) {
            fprintf(stderr, "%s\n", difference);
            abort();
        }
    }
    arena_close(arena);
    return 0;
}
