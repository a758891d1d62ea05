// SPDX-License-Identifier: Apache-2.0
// What kind of bytes a file's ending means, for a browser.

#ifndef ENTENTE_SERVE_MEDIA_H
#define ENTENTE_SERVE_MEDIA_H

#include "base/str.h"

// By the ending of a name; of one that is not known bytes, which no browser shows.
const char *media_type_of(struct str name);

#endif
