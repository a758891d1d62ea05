// SPDX-License-Identifier: Apache-2.0
// libmicrohttpd, opened when a server starts. A function of it that this room calls for the first time
// gets its line in library_late.c.

#ifndef ENTENTE_SERVE_LIBRARY_LATE_H
#define ENTENTE_SERVE_LIBRARY_LATE_H

#include "base/error.h"

// Opens it; before any other of its functions is called.
// Errors: UNSUPPORTED, where it is not installed
bool microhttpd_library_open(struct error *error) MUST_CHECK;

#endif
