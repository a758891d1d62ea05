// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/proof_merged.h"

#include "workbench/text/proof_combined.h"

// The base and each party's draft.
static bool read_readings(const struct proof_places *places, const struct input_limits *limits,
                          struct proofread_answer *answer, struct proof_rows *rows,
                          struct proof_choice *choices, struct error *error)
{
    for (uint32_t r = 0; r < answer->reading_count; r++) {
        struct sheet_reading reading = {.kind = r == 0 ? READ_BASE : READ_PARTY};
        if (r > 0)
            reading.party = (struct party){r - 1};
        struct proof_choice *choice = &choices[r];
        if (!proof_choice_read(places, places->sheet, reading, limits, rows->arena, choice, error))
            return false;
        if (r > 0)
            proofread_beside(&choices[0].proof, &choice->proof);
        answer->is_foreign = answer->is_foreign || choice->proof.text.is_foreign;
        proof_rows_add(rows, &choice->proof, r, places, choice);
    }
    return true;
}

bool proof_merged(const struct sheet *sheet, const struct input_limits *limits, struct arena *arena,
                  struct proofread_answer *answer, struct proof_rows *rows, struct error *error)
{
    answer->reading_count = sheet->party_count + 1;
    struct str *readings = ARENA_ARRAY(arena, struct str, answer->reading_count);
    readings[0] = STR("base");
    for (uint32_t p = 0; p < sheet->party_count; p++)
        readings[p + 1] = sheet->party_names[p];
    answer->readings = readings;
    *rows = proof_rows_make(answer->reading_count, arena);
    struct proof_places *places = proof_places_make(sheet, arena);
    struct proof_choice *choices = ARENA_ARRAY(arena, struct proof_choice, answer->reading_count);
    return read_readings(places, limits, answer, rows, choices, error) &&
           proof_combined(places, limits, choices, rows, answer, error);
}
