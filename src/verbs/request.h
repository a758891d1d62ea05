// SPDX-License-Identifier: Apache-2.0
// One call of a verb: the words that were given, the face that gave them, and what came of it.

#ifndef ENTENTE_VERBS_REQUEST_H
#define ENTENTE_VERBS_REQUEST_H

#include "verbs/verb.h"

// The time and the randomness of an act, which the library never takes by itself.
struct fresh {
    char now[32]; // "2031-03-01T10:00:00Z"
    unsigned char seed[32];
};

// What a face does for the verbs: it alone knows files, folders, the clock and whoever waits.
struct face {
    void *self;
    // Reads a file into the arena.
    bool (*read)(void *self, const char *path, struct arena *arena, struct entente_file *file,
                 struct entente_error *error);
    // Adds the paths (const char *) of the files in a folder; none when it is no folder.
    void (*list)(void *self, const char *folder, struct arena *arena, struct list *paths);
    // Would what is written at `output` replace the file `input`, or one inside the folder `input`?
    bool (*replaces)(void *self, const char *output, const char *input);
    // The first line of a file, for a passphrase: kept where nothing else lies, and wiped by the face.
    bool (*secret)(void *self, const char *path, const char **text, struct entente_error *error);
    // A new time and seed, kept likewise.
    struct fresh *(*fresh)(void *self);
    // The time now, as in `fresh`; the text holds until it is asked again. NULL: there is no clock
    const char *(*clock)(void *self);
    struct entente_bounds (*bounds)(void *self);
    // Sets the stop flag of the bounds when so many seconds have gone by. NULL: nobody measures time
    void (*stop_after)(void *self, unsigned seconds);
    // Puts a question to whoever sits there and reads the line that is answered. False: there is no more.
    // NULL: nobody can be asked.
    bool (*ask)(void *self, const char *question, struct arena *arena, struct str *line);
    // Adds a line to a file, which is made when it is not there.
    bool (*add_line)(void *self, const char *path, struct str line, struct entente_error *error);
    bool has_colours; // what goes to no file is shown on a terminal
};

struct option_given {
    const struct option *option;
    const char *value; // "" for a flag
};

enum { REQUEST_ANSWERS_MAX = 2 };

struct request {
    const struct verb *verb;
    const struct face *face;
    struct arena *arena;
    struct list options; // struct option_given, in their order
    struct list words;   // const char *: everything else, in order

    const char *output;      // where the answer goes; NULL: to whoever asked
    const struct form *form; // what it is to be; NULL: the verb writes no file
    bool has_ending;         // the form was said by the ending of the output

    // What came of it. When the verb fails, what was done before still stands in `answers`.
    struct entente_answer *answers[REQUEST_ANSWERS_MAX]; // in the order of the acts
    size_t answer_count;
    bool no_is_failure;  // an answer that is no counts as a failure
    bool is_secret;      // what comes of it is for nobody's eyes but the owner's
    const char *warning; // told beside what came of it; NULL: nothing
    const char *viewer;  // who looks at a case; NULL: what --as says
    bool as_is_form;     // --as says a form, and names nobody
    bool is_act;         // what came of it is told by its summary, and by its output only as JSON
    struct entente_error error;
};

// Frees the answers.
void request_close(struct request *request);

// --- For the verbs

// Fills the error and gives false.
bool request_misuse(struct request *request, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
// Reads a file ("-" is standard input).
bool request_read(struct request *request, const char *path, struct entente_file *file) MUST_CHECK;
// The same for all words from `first` on.
bool request_read_words(struct request *request, size_t first,
                        struct entente_file *files) MUST_CHECK;
// The same for the file of an option; *given is NULL when the option was not given.
bool request_read_option(struct request *request, const char *option, struct entente_file *file,
                         const struct entente_file **given) MUST_CHECK;
struct entente_bounds request_bounds(const struct request *request);
// Takes an answer over, if the verb is done.
bool request_done(struct request *request, bool done, struct entente_answer *answer,
                  bool no_is_failure);

// The last value given for an option, NULL when it was not given. A flag gives "".
const char *request_value(const struct request *request, const char *option);
// All values given for an option with ", " between them, NULL when it was not given.
const char *request_joined(const struct request *request, const char *option);
bool request_has(const struct request *request, const char *option);
// The value of a number, which has been checked; `otherwise` when it was not given.
int64_t request_number(const struct request *request, const char *option, int64_t otherwise);
const char *request_word(const struct request *request, size_t i); // NULL past the end
// "PARTY=rest" parted at the first "="; NULL when there is none.
const char *request_party(const struct request *request, const char *word, const char **rest);
// Is the word JSON, from a file or standard input?
bool request_is_json(const char *word);

#endif
