// SPDX-License-Identifier: Apache-2.0
// Files, whole: read at once, written beside and renamed, so that no half file is ever seen.

#ifndef ENTENTE_BASE_FILE_H
#define ENTENTE_BASE_FILE_H

#include "base/arena.h"
#include "base/error.h"

// Reads a regular file, or standard input for "-".
// Errors: NOT_FOUND, IO_FAILED, TOO_LARGE above max_bytes
bool file_read(const char *path, size_t max_bytes, struct arena *arena, struct str *content,
               struct error *error) MUST_CHECK;

// The same into memory of the caller, which holds nothing else of the file afterwards: for secrets.
// Errors: those of file_read; TOO_LARGE above `capacity` bytes
bool file_read_into(const char *path, char *bytes, size_t capacity, size_t *length,
                    struct error *error) MUST_CHECK;

// Whether a link leads from a path under the folder to a place outside it. A path that is not there
// leads nowhere.
bool file_leads_out(const char *folder, const char *path);

// Writes a file beside (file_beside.h), syncs it and puts it in the place of what is under path; of
// what a link there leads to.
// Errors: IO_FAILED, and then nothing has changed under path
bool file_write(const char *path, struct str content, struct error *error) MUST_CHECK;
// The same for what only its owner may read.
bool file_write_private(const char *path, struct str content, struct error *error) MUST_CHECK;

#endif
