// SPDX-License-Identifier: Apache-2.0
// A file on its way to its name: made beside it, seen by nobody, and then there whole. The one way in
// which anything here is written to a disk.

#ifndef ENTENTE_BASE_FILE_BESIDE_H
#define ENTENTE_BASE_FILE_BESIDE_H

#include "base/arena.h"
#include "base/error.h"

#include <signal.h>
#include <sys/types.h>

// Where a path leads when it is a link, whether anything is there or not; in the arena or the path.
const char *file_followed(const char *path, struct arena *arena);

// Signals that end a program wait from now on until they are let go.
void signals_hold(sigset_t *before);
void signals_release(const sigset_t *before);

// A new file under a name that nobody else has, in the folder of the one that it becomes. Only its
// owner may read it. Signals that end a program wait until file_beside_close, so that none leaves it.
struct file_beside {
    const char *path; // what it becomes; where a link stands there, what the link leads to
    const char *name; // what it is called until then; in the arena
    int descriptor;
    mode_t rights; // what it gets with its name: those of the file that it replaces, or the usual
    sigset_t signals; // those that were blocked before
    bool has_name;    // `name` is ours to remove
};

// Errors: IO_FAILED
bool file_beside_open(const char *path, struct arena *arena, struct file_beside *beside,
                      struct error *error) MUST_CHECK;
// Puts it under its path, in the place of what was there. Errors: IO_FAILED
bool file_beside_replace(struct file_beside *beside, struct error *error) MUST_CHECK;
// The same where nothing may be there. Errors: MISUSE when something is; IO_FAILED
bool file_beside_link(struct file_beside *beside, struct error *error) MUST_CHECK;
// Removes it where it has not got its path. Needed after every file_beside_open that gave true.
void file_beside_close(struct file_beside *beside);

#endif
