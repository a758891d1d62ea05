// SPDX-License-Identifier: Apache-2.0
// What the verbs on a case have in common: whose eyes, which time, which readers.

#ifndef ENTENTE_VERBS_CASE_REQUEST_H
#define ENTENTE_VERBS_CASE_REQUEST_H

#include "verbs/request.h"

#include <entente/case.h>

// Options of every verb that looks at a case; stand in a verb's table of options.
#define CASE_VIEW_OPTIONS                                                                          \
    {"as", OPTION_TEXT, "PARTY", NULL, "look and act as this party, or \"public\""},               \
    {                                                                                              \
        "passphrase-file", OPTION_FILE, "FILE", NULL,                                              \
            "the passphrase that opens what is sealed to the party"                                \
    }
#define CASE_AS_OF_OPTION                                                                          \
    {                                                                                              \
        "as-of", OPTION_DATE, "DATE", NULL,                                                        \
            "the case as it was at the end of that day, or at that time"                           \
    }
#define CASE_JSON_OPTION                                                                           \
    {                                                                                              \
        "json", OPTION_FLAG, NULL, NULL, "print JSON"                                              \
    }
// Options of every verb that adds to the record.
#define CASE_ACT_OPTIONS                                                                           \
    CASE_VIEW_OPTIONS, CASE_JSON_OPTION,                                                           \
        {"readers", OPTION_TEXT, "WHO", NULL,                                                      \
         "who may read it: public, all, mediator, party:ID or group:ID"},                          \
        {"with-mediator", OPTION_FLAG, NULL, NULL,                                                 \
         "what is sealed may be read by the mediators too"},                                       \
        {"any-time", OPTION_FLAG, NULL, NULL,                                                      \
         "the time is right, though a year behind the last entry, or before it"},                  \
        {"now", OPTION_TEXT, "TIME", NULL,                                                         \
         "the time of the act, 2025-12-20T10:00:00Z; default: the clock"},                         \
    {                                                                                              \
        "seed", OPTION_TEXT, "HEX", NULL,                                                          \
            "64 hex digits in place of fresh randomness, to repeat a test"                         \
    }

// The view that --as, --passphrase-file and --as-of ask for.
bool case_view(struct request *request, struct entente_case_view *view) MUST_CHECK;
// Opens the case that the first word names.
bool case_open(struct request *request, struct entente_case **opened) MUST_CHECK;

// The frame of an act. Time and seed live until the face wipes them.
bool case_act(struct request *request, struct entente_act *act) MUST_CHECK;

// The keys that --key names, each time it was given: in a file, or on the command line itself.
bool case_keys(struct request *request, struct entente_file **files, size_t *count) MUST_CHECK;

// A name for a new case, made from the act's seed without giving it away.
const char *case_new_name(const struct request *request, const struct entente_act *act);

// The options whose names are not of this header, as fields; count in *count.
const struct entente_field *case_fields(const struct request *request, size_t *count);

// What log and verify write.
extern const struct form case_forms[];
enum entente_case_form case_form(const struct request *request);

// A verb's own part on an open case: fills the answer. `what` is whatever the verb hands on.
typedef bool case_verb(struct request *request, struct entente_case *handle, const void *what,
                       struct entente_answer **answer);
// Opens the case, runs the verb and takes its answer over.
bool case_answer(struct request *request, case_verb *verb, const void *what);
// The same for a verb that adds something.
bool case_enter(struct request *request, case_verb *verb, const void *what);

// An item that goes in, and the frame of its act.
struct case_entering {
    struct entente_entering entering;
    struct entente_act act;
};
case_verb case_enter_item; // `what` is a struct case_entering

#endif
