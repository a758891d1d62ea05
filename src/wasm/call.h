// SPDX-License-Identifier: Apache-2.0
// One call of a verb from JavaScript: words and files in, what came of it out.
//
// Every function takes and gives numbers and addresses alone, so that it can be called from there. What
// is given back lives until call_free. The words are those of the command line, without "entente"; a
// file is known by the name that the words use for it.

#ifndef ENTENTE_WASM_CALL_H
#define ENTENTE_WASM_CALL_H

#include <stddef.h>

struct wasm_call;

struct wasm_call *call_new(void);
// NULL is fine.
void call_free(struct wasm_call *call);

// Room for the next word; the caller writes its bytes. A NUL stands behind it.
char *call_word(struct wasm_call *call, size_t length);
// Room for a file's name and for its bytes; the caller writes both.
char *call_file(struct wasm_call *call, size_t name_length, size_t length);
char *call_file_name(struct wasm_call *call); // of the newest file
// Room for the time of an act ("2031-03-01T10:00:00Z", 20 bytes) and, behind it, 32 random bytes.
char *call_moment(struct wasm_call *call);

// Does the verb work on a case, so that files must stand in a file system? The first word is the verb.
int call_needs_files(const struct wasm_call *call);

// Runs the verb. Gives what the command line gives as its exit code: 0 done, 1 the answer is no, 2 bad
// usage or bad input, 3 over a limit or stopped.
int call_run(struct wasm_call *call);

// Why it was not done; "" when it was.
const char *call_message(const struct wasm_call *call);
// Where the answer was to go (the value of -o); "" when no name was given.
const char *call_output_name(const struct wasm_call *call);
// What should be told beside the answers; "" mostly.
const char *call_warning(const struct wasm_call *call);

size_t call_answer_count(const struct wasm_call *call);
const void *call_output(const struct wasm_call *call, size_t answer);
size_t call_output_length(const struct wasm_call *call, size_t answer);
const char *call_summary(const struct wasm_call *call, size_t answer);
int call_is_yes(const struct wasm_call *call, size_t answer);
int call_is_whole(const struct wasm_call *call, size_t answer);

#endif
