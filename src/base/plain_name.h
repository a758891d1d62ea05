// SPDX-License-Identifier: Apache-2.0
// Names from outside, of parties and authors: they stand in Word files, JSON, pages and on terminals,
// so each must be one line that reads as it is written.

#ifndef ENTENTE_BASE_PLAIN_NAME_H
#define ENTENTE_BASE_PLAIN_NAME_H

#include "base/arena.h"
#include "base/error.h"

// True for UTF-8 of one line without control characters and without the marks that turn the
// direction of writing (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069), by which a name
// could read as another. `what` names it in the error: "the name of a party".
// Errors: BAD_INPUT, saying which character at which place
bool plain_name_check(struct str name, const char *what, struct error *error) MUST_CHECK;
bool plain_name_is(struct str name);
// What of a plain name can be seen: its characters composed (NFC), without those that show nothing, such as
// a soft hyphen. Two that give the same cannot be told apart; letters of different scripts can look alike all
// the same. Empty: nothing of it shows.
// Owner: arena
struct str plain_name_look(struct str name, struct arena *arena);
// The same for whoever reads past capitals and blanks: "Orvane" and " orvane " are one name. Blanks at the
// ends go, those within are one. Owner: arena
struct str plain_name_key(struct str name, struct arena *arena);
// A name in valid UTF-8 that a file gives, made such a line: what breaks it is a blank, all else that is not
// plain is left out. The same name where it is plain.
struct str plain_name_made(struct str name, struct arena *arena);

#endif
