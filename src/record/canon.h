// SPDX-License-Identifier: Apache-2.0
// The one way to write a value down: what the record hashes (docs/CASEFILE-FORMAT.md, section 3).

#ifndef ENTENTE_RECORD_CANON_H
#define ENTENTE_RECORD_CANON_H

#include "base/list.h"
#include "codec/json.h"

// Writes the value on one line: members in byte order of their names, no white space, numbers whole.
// Errors: BAD_INPUT for a number that is not whole or does not fit 64 bits; TOO_LARGE when nested
//         deeper than 32
bool canon_write(const struct json *value, struct builder *out, struct error *error) MUST_CHECK;

// Reads a text that must be in canonical form already.
// Errors: TAMPERED when it is not
bool canon_read(struct str source, struct str text, struct arena *arena, const struct json **value,
                struct error *error) MUST_CHECK;

// The value with all its texts, in another arena.
struct json json_copy(const struct json *value, struct arena *arena);

// Making values by hand, in the arena. Borrowed texts must live as long.
const struct json *json_of_str(struct arena *arena, struct str text);
const struct json *json_of_int(struct arena *arena, int64_t number);

// An object that grows: adding a name again replaces its value; NULL takes the member away.
struct json_object {
    struct list names;  // struct str
    struct list values; // struct json
};
struct json_object json_object_make(struct arena *arena);
// The same members as `start`, which may be NULL.
struct json_object json_object_from(struct arena *arena, const struct json *start);
void json_object_set(struct json_object *object, struct str name, const struct json *value);
// The same for a text, which is left out where it is empty.
void json_object_set_text(struct json_object *object, const char *name, struct str text);
const struct json *json_object_done(const struct json_object *object, struct arena *arena);

#endif
