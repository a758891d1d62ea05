// SPDX-License-Identifier: Apache-2.0
// The public door: what every verb takes and gives.
//
// A verb is a pure function: files as bytes in, one answer out. It opens no file; only the verbs of a
// case (case.h) read and write files, those that their paths name. None reads a clock or the
// environment, draws random bytes, prints, starts a thread or ends the process, and nothing is kept
// between calls but the hook of entente_on_exhausted. So two threads may call verbs at once, on a case
// each with a handle of its own.
//
// Every verb has its parameters in the same order: what is asked for (a struct of options), what it
// works on, the bounds, then the answer and the error that it fills. It gives true and an answer, or
// false and an error. docs/abi.md says what stays as it is from one version to the next.

#ifndef ENTENTE_ENTENTE_H
#define ENTENTE_ENTENTE_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ENTENTE_API __attribute__((visibility("default")))

// A struct of options begins with its size, so that it may grow: a program that was compiled before
// a member was added goes on as it was. This sets the size, and every other member to nothing;
// `= {.size = sizeof options, …}` does the same. NULL in place of options means that nothing is set.
#define ENTENTE_CLEAR(options)                                                                     \
    (memset((options), 0, sizeof *(options)), (void)((options)->size = sizeof *(options)))

// One file: the name is used in messages and its ending tells the format. Bytes are borrowed for
// the length of the call.
struct entente_file {
    const char *name;
    const void *bytes;
    size_t length;
};

enum entente_code {
    ENTENTE_OK = 0,
    ENTENTE_BAD_INPUT = 2, // bad usage or bad input
    ENTENTE_LIMIT = 3,     // over a limit, or stopped
};

struct entente_error {
    enum entente_code code;
    char message[1024]; // one line: what, where, what to do
};

// What a verb found. Owns all that its functions give back.
struct entente_answer;

// The output itself: text, JSON, HTML or a .docx package, as asked for.
ENTENTE_API const void *entente_answer_output(const struct entente_answer *answer, size_t *length);
// What a person should be told beside it: lines, NUL-terminated, may be empty.
ENTENTE_API const char *entente_answer_summary(const struct entente_answer *answer);
// False when the answer to the question is no: open slots, a contradiction, a tampered record.
ENTENTE_API bool entente_answer_is_yes(const struct entente_answer *answer);
// False when a limit was reached before all that was asked for was found; the answer says what is
// missing, and what it says is true.
ENTENTE_API bool entente_answer_is_whole(const struct entente_answer *answer);
struct entente_bounds;
// Makes an OpenDocument text (.odt) of the answer's .docx package, as merge, next, view, brackets and
// diff give it: the same text with its tracked changes. The summary is told what that format has no
// place for.
// Errors: BAD_INPUT when the output is no .docx, LIMIT; the answer is as it was
ENTENTE_API bool entente_answer_as_odt(struct entente_answer *answer,
                                       const struct entente_bounds *bounds,
                                       struct entente_error *error);
// NULL is fine.
ENTENTE_API void entente_answer_free(struct entente_answer *answer);

// Bounds on one call; NULL means the defaults.
struct entente_bounds {
    size_t size;                       // ENTENTE_CLEAR sets it
    const volatile sig_atomic_t *stop; // not 0: stop now and say so; NULL: never
    uint64_t steps;                    // 0: no bound
    // What the call may hold in memory, looked at while it goes on; 0: 4 GiB. Beyond it: ENTENTE_LIMIT,
    // or an answer that is not whole.
    size_t memory_bytes;
    // Called now and then while something takes long, with the steps done and those allowed (0: no
    // bound); NULL: never.
    void (*progress)(void *listener, uint64_t done, uint64_t all);
    void *listener;
};

// What a verb calls when the machine gives it no more memory, with the bytes it asked for. The hook may
// end the thread or jump out of the call (what the call held is lost then); when it comes back, the
// process is aborted. NULL, and before the first call: a line is written to standard error. Set it
// before other threads call verbs.
ENTENTE_API void entente_on_exhausted(void (*hook)(void *context, size_t bytes), void *context);

// The version of the library, as in "0.2.0".
ENTENTE_API const char *entente_version(void);

#ifdef __cplusplus
}
#endif

#endif
