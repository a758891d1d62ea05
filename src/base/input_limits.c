// SPDX-License-Identifier: Apache-2.0
#include "base/input_limits.h"

#include "base/budget.h"

#define MIB ((size_t)1 << 20)

const struct input_limits input_limits_default = {
    .file_bytes = 256 * MIB,
    .zip_entries = 4096,
    .zip_part_bytes = 256 * MIB,
    .zip_total_bytes = 512 * MIB,
    .zip_ratio = 200,
    .zip_ratio_from = MIB,
    .xml_depth = 256,
    .xml_attributes = 256,
    .xml_nodes = (size_t)6 * 1000 * 1000,
    .json_depth = 128,
    .yaml_depth = 64,
    .tokens = (size_t)64 * 1000 * 1000,
    .paragraphs = (size_t)4 * 1000 * 1000,
    .sheet_cells = (size_t)2 * 1000 * 1000,
    .parties = 200,
    .network_events = (size_t)4 * 1000 * 1000,
    .network_links = (size_t)8 * 1000 * 1000,
};

// A step is worth about so many bytes.
#define STEP_BYTES 64u

bool input_limits_spend(const struct input_limits *limits, size_t bytes, struct error *error)
{
    struct budget *budget = limits->budget;
    if (!budget)
        return true;
    if (!budget_check_room(budget, error))
        return false;
    return budget_spend(budget, bytes / STEP_BYTES + 1) || budget_stopped(error);
}
