// SPDX-License-Identifier: Apache-2.0
// "Send to Entente": files dropped on the program, with no verb before them.

#ifndef ENTENTE_PLATFORM_WINDOWS_DROPPED_H
#define ENTENTE_PLATFORM_WINDOWS_DROPPED_H

#include <stdbool.h>

// Whether all the words behind the program's name, but for a last "--no-open", are files that are there,
// and no verb.
bool dropped_is(int count, char **words);

// Merges them into a page beside the base, says what was taken for the base and for whom each draft speaks,
// and opens the page. One file alone is merged by the authors of its tracked changes. Gives the exit code.
int dropped_run(int count, char **words);

#endif
