// SPDX-License-Identifier: Apache-2.0
#include "verbs/scenario_paths.h"

#include <string.h>

// A name that begins with a dot is the system's own, as macOS writes ._domain.xml beside domain.xml.
static bool is_of_scenarios(const char *path)
{
    static const char *const endings[] = {".xml", ".json", ".yml", ".yaml"};
    struct str name = str_of(path);
    name = str_skip(name, str_behind_last(name, '/'));
    if (str_starts_with(name, STR(".")))
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (str_ends_with(name, str_of(endings[i])))
            return true;
    return false;
}

static int by_path(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// The path itself, or what a folder holds.
static void add_paths(struct request *request, const char *path, struct list *paths)
{
    struct list all = LIST_MAKE(request->arena, const char *);
    struct list found = LIST_MAKE(request->arena, const char *);
    request->face->list(request->face->self, path, request->arena, &all);
    for (size_t i = 0; i < all.count; i++) {
        const char *each = *LIST_AT(&all, const char *, i);
        if (is_of_scenarios(each))
            *LIST_ADD(&found, const char *) = each;
    }
    list_sort(&found, by_path);
    for (size_t i = 0; i < found.count; i++)
        *LIST_ADD(paths, const char *) = *LIST_AT(&found, const char *, i);
    if (found.count == 0)
        *LIST_ADD(paths, const char *) = path;
}

static bool read_paths(struct request *request, const struct list *paths,
                       struct scenario_files *files)
{
    struct entente_file *read = ARENA_ARRAY(request->arena, struct entente_file, paths->count);
    for (size_t i = 0; i < paths->count; i++)
        if (!request_read(request, *LIST_AT(paths, const char *, i), &read[i]))
            return false;
    *files = (struct scenario_files){read[0], read + 1, paths->count - 1};
    return true;
}

bool scenario_paths_read_from(struct request *request, const char *path,
                              struct scenario_files *files)
{
    struct list paths = LIST_MAKE(request->arena, const char *);
    add_paths(request, path, &paths);
    return read_paths(request, &paths, files);
}

bool scenario_paths_read(struct request *request, struct scenario_files *files)
{
    struct list paths = LIST_MAKE(request->arena, const char *);
    for (size_t i = 0; i < request->words.count; i++)
        add_paths(request, request_word(request, i), &paths);
    return read_paths(request, &paths, files);
}
