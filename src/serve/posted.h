// SPDX-License-Identifier: Apache-2.0
// What was posted: the fields of a form, and its files on their way to the disk; or JSON as it came.

#ifndef ENTENTE_SERVE_POSTED_H
#define ENTENTE_SERVE_POSTED_H

#include "base/builder.h"
#include "base/list.h"

#include <microhttpd.h>

struct posted_field {
    const char *name;
    struct builder value;
};

// A file lies under `path`, which only the owner of this process may read, until posted_close.
struct posted_file {
    const char *field;
    const char *name; // as the browser says, without folders
    const char *path; // NULL: taken over by somebody else
    int descriptor;   // -1 once it is whole
    uint64_t bytes;
};

struct posted {
    struct arena *arena;
    const char *folder;
    struct list fields;                  // struct posted_field
    struct list files;                   // struct posted_file
    struct MHD_PostProcessor *processor; // NULL: the body is taken as it is
    struct builder whole;
    size_t text_bytes;
    const char *wrong; // why it is refused; NULL: it is not
    int status;
};

// is_whole: JSON, not a form. Gives false when the request says no form that is known.
bool posted_open(struct posted *posted, struct MHD_Connection *connection, struct arena *arena,
                 const char *folder, bool is_whole);
// The next piece of the body. False: posted->wrong says why no more is wanted.
bool posted_add(struct posted *posted, const char *bytes, size_t length);
// All has come.
bool posted_end(struct posted *posted);
void posted_close(struct posted *posted);

// The first value of a field, NUL-terminated; NULL: it was not sent.
const char *posted_value(const struct posted *posted, const char *name);
// All values of a field, joined by commas.
const char *posted_joined(const struct posted *posted, const char *name);
const struct posted_file *posted_file(const struct posted *posted, const char *field);

#endif
