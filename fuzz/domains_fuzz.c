// SPDX-License-Identifier: Apache-2.0
// Property: the files of a scenario, set apart by NUL bytes, give the same values in whatever order
// they come; only the parties change places.
#include "exchange/foreign_scenarios/scenario_files.h"

#include <stdio.h>
#include <stdlib.h>

#define MOST_FILES 6

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static size_t cut(struct str text, struct scenario_file *files, bool is_reversed)
{
    struct str piece;
    size_t count = 0;
    while (count < MOST_FILES && str_cut(&text, '\0', &piece))
        files[count++] = (struct scenario_file){STR("fuzz.yml"), piece};
    for (size_t i = 0; is_reversed && i < count / 2; i++) {
        struct scenario_file other = files[count - 1 - i];
        files[count - 1 - i] = files[i];
        files[i] = other;
    }
    return count;
}

static bool have_same_issues(const struct scenario *a, const struct scenario *b)
{
    if (a->issue_count != b->issue_count || a->option_total != b->option_total)
        return false;
    for (uint32_t i = 0; i < a->issue_count; i++)
        if (!str_equal(a->issues[i].name, b->issues[i].name) ||
            !str_equal(a->issues[i].options[0], b->issues[i].options[0]))
            return false;
    return true;
}

static void check_parties(const struct scenario *forth, const struct scenario *back)
{
    bool is_same = forth->party_count == back->party_count && forth->scale == back->scale;
    for (uint32_t p = 0; is_same && p < forth->party_count; p++) {
        const struct scenario_party *party = &forth->parties[p];
        const struct scenario_party *other = &back->parties[back->party_count - 1 - p];
        is_same = party->reservation == other->reservation;
        for (uint32_t o = 0; is_same && o < forth->option_total; o++)
            is_same = party->scores[o] == other->scores[o];
    }
    if (!is_same) {
        fprintf(stderr, "the order of the files changes worths\n");
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct str text = {(const char *)bytes, length};
    struct scenario_file files[MOST_FILES];
    struct scenario forth;
    struct scenario back;
    struct error error;
    size_t count = cut(text, files, false);
    if (count > 0 &&
        scenario_files_read(files, count, &input_limits_default, arena, &forth, NULL, &error)) {
        cut(text, files, true);
        if (scenario_files_read(files, count, &input_limits_default, arena, &back, NULL, &error) &&
            have_same_issues(&forth, &back))
            check_parties(&forth, &back);
    }
    arena_close(arena);
    return 0;
}
