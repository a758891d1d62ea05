// SPDX-License-Identifier: Apache-2.0
// A verb is run: words in, answers out.

#ifndef ENTENTE_VERBS_RUN_H
#define ENTENTE_VERBS_RUN_H

#include "verbs/request.h"

// Reads the words behind the verb, chooses the form and looks at where the answer would go, then
// runs the verb. "--name=value", "--name value", "-o value"; "--" ends options. False:
// request->error says why. The answers live until request_close.
bool verb_run(struct request *request, const struct verb *verb, const struct face *face,
              const char *const *words, size_t count, struct arena *arena) MUST_CHECK;

#endif
