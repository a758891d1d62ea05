// SPDX-License-Identifier: Apache-2.0
// Where a case lies that is no file: "postgres://host/database/case".

#ifndef ENTENTE_BASE_DATABASE_ADDRESS_H
#define ENTENTE_BASE_DATABASE_ADDRESS_H

#include "base/str.h"

// Does a path begin as the address of a database does? No file is looked for then.
bool is_database_address(const char *path);
// Does it hold a password, which everybody may read who lists the running programs? Then it is quoted in
// no message.
bool has_database_password(const char *address);

// The parts of "postgres://host/database/case?options", or of "postgres://host/database?options#case".
struct database_address {
    struct str server;  // with the database: "postgres://host/database"
    struct str options; // with its "?"; may be empty
    struct str database;
    struct str name; // the case's
};
// False when a part is missing, or the name of the case is not 1 to 48 letters, digits, "-", "_", ".".
bool database_address_read(const char *address, struct database_address *parts);

// The same of a database as such: "postgres://host/database?options"; of the address of a case that of its
// database. The name is empty then. False when a part is missing.
bool database_place_read(const char *address, struct database_address *parts);

#endif
