// SPDX-License-Identifier: Apache-2.0
#include "base/database_address.h"

#define NAME_LETTERS 48 // with what is set before it, below the 63 bytes of PostgreSQL's names

// What stands behind the "//"; empty when it is no such address.
static struct str behind_scheme(const char *path)
{
    static const char *const schemes[] = {"postgres://", "postgresql://"};
    struct str text = str_of(path);
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (str_starts_with(text, str_of(schemes[i])))
            return str_skip(text, str_of(schemes[i]).length);
    return (struct str){NULL, 0};
}

bool is_database_address(const char *path)
{
    return behind_scheme(path).bytes != NULL;
}

bool has_database_password(const char *address)
{
    static const struct str word = {"password=", sizeof "password=" - 1};
    struct str rest = behind_scheme(address);
    struct str server = str_slice(rest, 0, str_find_byte(rest, '/'));
    size_t at = str_find_byte(server, '@');
    for (size_t i = 0; i + word.length <= rest.length; i++)
        if (str_starts_with(str_skip(rest, i), word))
            return true;
    // A password may hold a slash that nobody has escaped.
    return str_find_byte(str_slice(server, 0, at), ':') < at &&
           str_find_byte(rest, '@') < rest.length;
}

static bool is_case_name(struct str name)
{
    bool is_good = name.length > 0 && name.length <= NAME_LETTERS && name.bytes[0] != '.';
    for (size_t i = 0; i < name.length; i++) {
        char c = name.bytes[i];
        is_good = is_good && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.');
    }
    return is_good;
}

bool database_address_read(const char *address, struct database_address *parts)
{
    struct str rest = behind_scheme(address);
    struct str whole = str_of(address);
    size_t hash = str_find_byte(rest, '#');
    size_t question = str_find_byte(str_slice(rest, 0, hash), '?');
    struct str path = str_slice(rest, 0, question);
    size_t slash = str_find_byte(path, '/');
    if (slash == path.length)
        return false;
    size_t end = path.length; // of the database
    if (hash == rest.length)
        end = str_behind_last(path, '/') - 1;
    parts->name = hash < rest.length ? str_skip(rest, hash + 1) : str_skip(path, end + 1);
    parts->options = str_slice(rest, question, hash);
    parts->server = str_slice(whole, 0, whole.length - rest.length + end);
    parts->database = end > slash ? str_slice(path, slash + 1, end) : (struct str){"", 0};
    return parts->database.length > 0 && is_case_name(parts->name);
}

bool database_place_read(const char *address, struct database_address *parts)
{
    struct str whole = str_of(address);
    struct str rest = behind_scheme(address);
    size_t question = str_find_byte(rest, '?');
    struct str path = str_slice(rest, 0, question);
    if (database_address_read(address, parts)) {
        parts->name = (struct str){"", 0};
        return true;
    }
    while (path.length > 0 && path.bytes[path.length - 1] == '/')
        path.length--;
    size_t slash = str_find_byte(path, '/');
    parts->name = (struct str){"", 0};
    parts->options = str_skip(rest, question);
    parts->server = str_slice(whole, 0, whole.length - rest.length + path.length);
    parts->database = slash < path.length ? str_skip(path, slash + 1) : (struct str){"", 0};
    return parts->database.length > 0 && str_find_byte(rest, '#') == rest.length &&
           str_find_byte(parts->database, '/') == parts->database.length;
}
