// SPDX-License-Identifier: Apache-2.0
// Where an answer goes and what it is there, decided once for every verb, before anything is read.

#ifndef ENTENTE_VERBS_OUTPUT_H
#define ENTENTE_VERBS_OUTPUT_H

#include "verbs/request.h"

// Sets the request's output and form. A name's ending tells the form; "-" and a name without an
// ending have the verb's first one. False, with the reason: the verb writes no such form; the options
// ask for another than the ending; or the output would replace something that is read.
bool output_choose(struct request *request) MUST_CHECK;

// "docx, .html or .txt", of the forms that go with the options given.
struct str output_endings(const struct request *request);

#endif
