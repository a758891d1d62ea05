// SPDX-License-Identifier: Apache-2.0
#include "cli/scenario_paths.h"

#include "cli/console.h"

#include <dirent.h>
#include <string.h>

static int by_path(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// A name that begins with a dot is the system's own, as macOS writes ._domain.xml beside domain.xml.
static bool is_of_scenarios(const char *name)
{
    if (name[0] == '.')
        return false;
    static const char *const endings[] = {".xml", ".json", ".yml", ".yaml"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (str_ends_with(str_of(name), str_of(endings[i])))
            return true;
    return false;
}

// The path itself, or what a folder holds.
static void add_paths(const struct arguments *arguments, const char *path, struct list *paths)
{
    struct list found = LIST_MAKE(arguments->arena, const char *);
    DIR *folder = opendir(path);
    const struct dirent *entry;
    while (folder && (entry = readdir(folder)))
        if (is_of_scenarios(entry->d_name))
            *LIST_ADD(&found, const char *) =
                arena_print(arguments->arena, "%s/%s", path, entry->d_name).bytes;
    if (folder)
        closedir(folder);
    list_sort(&found, by_path);
    for (size_t i = 0; i < found.count; i++)
        *LIST_ADD(paths, const char *) = *LIST_AT(&found, const char *, i);
    if (found.count == 0)
        *LIST_ADD(paths, const char *) = path;
}

static bool read_paths(const struct arguments *arguments, const struct list *paths,
                       struct scenario_files *files)
{
    struct entente_file *read = ARENA_ARRAY(arguments->arena, struct entente_file, paths->count);
    for (size_t i = 0; i < paths->count; i++)
        if (!console_read(arguments, *LIST_AT(paths, const char *, i), &read[i]))
            return false;
    *files = (struct scenario_files){read[0], read + 1, paths->count - 1};
    return true;
}

bool scenario_paths_read_from(const struct arguments *arguments, const char *path,
                              struct scenario_files *files)
{
    struct list paths = LIST_MAKE(arguments->arena, const char *);
    add_paths(arguments, path, &paths);
    return read_paths(arguments, &paths, files);
}

bool scenario_paths_read(const struct arguments *arguments, struct scenario_files *files)
{
    struct list paths = LIST_MAKE(arguments->arena, const char *);
    for (size_t i = 0; i < arguments->words.count; i++)
        add_paths(arguments, arguments_word(arguments, i), &paths);
    return read_paths(arguments, &paths, files);
}
