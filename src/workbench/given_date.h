// SPDX-License-Identifier: Apache-2.0
// A date that the caller gives as an option: "2015-02-12".

#ifndef ENTENTE_WORKBENCH_GIVEN_DATE_H
#define ENTENTE_WORKBENCH_GIVEN_DATE_H

#include "prose/date.h"

// Errors: MISUSE when the text is anything but one full date
bool reading_given_date(const char *text, struct arena *arena, struct date *date,
                        struct error *error) MUST_CHECK;

#endif
