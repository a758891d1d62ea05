// SPDX-License-Identifier: Apache-2.0
// What the readers of scenarios in JSON share: places in errors, lists, options by number or name.

#ifndef ENTENTE_EXCHANGE_BARGAIN_SCENARIO_PARTS_H
#define ENTENTE_EXCHANGE_BARGAIN_SCENARIO_PARTS_H

#include "bargain/scenario.h"
#include "base/list.h"
#include "codec/json.h"

struct scenario_reader {
    struct str source;
    struct str text;
    struct arena *arena;
    struct error *error;
    struct scenario *scenario;     // as far as it has been read
    struct list notes;             // struct str
    const struct str *issue_names; // of the scenario's issues, once they have been read
    unsigned places;               // values are read times 10^places
    bool is_whole;                 // places stay 0
};

// Sets the error at the value's line (NULL: no line) and gives false.
bool reader_refuse(const struct scenario_reader *reader, const struct json *value,
                   enum error_code code, struct str part, const char *what, ...)
    __attribute__((format(printf, 5, 6)));

// The array under a name; a missing one counts as empty when it may be missing.
bool reader_array(const struct scenario_reader *reader, const struct json *object, const char *name,
                  struct str part, bool may_miss, struct json *array) MUST_CHECK;

// Refuses a member that is none of the known ones, and says which may be meant. Remarks ("note") are
// always known. who: what the message begins with, may be empty
bool reader_members(const struct scenario_reader *reader, const struct json *object,
                    struct str part, struct str who, const struct str *known,
                    size_t count) MUST_CHECK;

// "party \"A\", issue \"Seat\": " for messages; UINT32_MAX: no issue.
struct str reader_who(const struct scenario_reader *reader, struct str party, uint32_t issue);

// --- Worths

// The least number of decimal places by which all values of exact parties are whole, at most 18.
unsigned reader_places(const struct json *parties);
// A value in the scenario's scale.
bool reader_value(const struct scenario_reader *reader, const struct json *value, struct str part,
                  struct str who, int64_t *number) MUST_CHECK;
// Scores as a list with a row for each issue, from such a list or an object by names; a row as a list
// with a value for each option likewise.
bool reader_rows(const struct scenario_reader *reader, const struct json *scores, struct str part,
                 struct str who, struct json *rows) MUST_CHECK;
bool reader_row(const struct scenario_reader *reader, uint32_t issue, const struct json *row,
                struct str part, struct str who, struct json *values) MUST_CHECK;

// --- Choices

// An issue by its number, below the count, or its name; an option of an issue likewise. The issues
// have been read already.
bool reader_issue(const struct scenario_reader *reader, const struct json *value, struct str part,
                  uint32_t *issue) MUST_CHECK;
bool reader_option(const struct scenario_reader *reader, uint32_t issue, const struct json *value,
                   struct str part, uint32_t *option) MUST_CHECK;
bool reader_choice(const struct scenario_reader *reader, const struct json *issue_value,
                   const struct json *option_value, struct str part,
                   struct choice *choice) MUST_CHECK;

// [issue, option].
bool reader_pair(const struct scenario_reader *reader, const struct json *value, struct str part,
                 struct choice *choice) MUST_CHECK;
// A list of [issue, option].
bool reader_choices(const struct scenario_reader *reader, const struct json *list, struct str part,
                    const struct choice **choices, size_t *count) MUST_CHECK;

// Adds the rules of "sums", linked numbers.
bool reader_sums(const struct scenario_reader *reader, const struct json *root,
                 struct list *rules) MUST_CHECK;

// Reads a scenario from a tree whose values are exact; sets reader->scenario to `made`.
bool scenario_json_build(struct scenario_reader *reader, const struct json *root,
                         struct scenario *made) MUST_CHECK;

#endif
