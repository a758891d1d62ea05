// SPDX-License-Identifier: Apache-2.0
#include "platform/windows_dropped.h"

#include "platform/windows_paths.h"

#include <entente/pages.h>
#include <stdlib.h>
#include <windows.h>

#include <shellapi.h> // wants the one above

enum { DRAFTS_MAX = 200, PAGES_TRIED = 1000 };

static bool is_silent(int count, char **words)
{
    return count > 1 && strcmp(words[count - 1], "--no-open") == 0;
}

static bool is_file(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

bool dropped_is(int count, char **words)
{
    int end = count - is_silent(count, words);
    for (int i = 1; i < end; i++)
        if (!strchr(words[i], '.') || !is_file(words[i]))
            return false;
    return end > 1;
}

static const char *name_in(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Does a name say that its file is the base? Whole words, as on the page that works offline.
static bool is_base_name(const char *name)
{
    static const char *const said[] = {"base",  "basis",  "original", "orig",
                                       "start", "common", "chair",    "0"};
    for (const char *at = name; *at; at++) {
        if (at > name && is_letter(at[-1]))
            continue;
        for (size_t i = 0; i < sizeof said / sizeof said[0]; i++)
            if (_strnicmp(at, said[i], strlen(said[i])) == 0 && !is_letter(at[strlen(said[i])]))
                return true;
    }
    return false;
}

// The file that says so; else the one with the shortest name, to which the others have added something.
static int base_of(int count, char **words)
{
    int shortest = 1;
    for (int i = 1; i < count; i++) {
        if (is_base_name(name_in(words[i])))
            return i;
        if (strlen(name_in(words[i])) < strlen(name_in(words[shortest])))
            shortest = i;
    }
    return shortest;
}

// A page beside the base under a name that nothing has yet.
static void page_beside(const char *base, char page[PATH_MAX])
{
    const char *dot = strrchr(name_in(base), '.');
    int stem = (int)(dot ? (size_t)(dot - base) : strlen(base));
    struct stat status;
    for (int i = 1; i < PAGES_TRIED; i++) {
        if (i == 1)
            snprintf(page, PATH_MAX, "%.*s-merged.html", stem, base);
        else
            snprintf(page, PATH_MAX, "%.*s-merged-%d.html", stem, base, i);
        if (stat(page, &status) != 0)
            return;
    }
}

// "PARTY=FILE" for each draft; memory is the process's until it ends.
static int name_drafts(int count, char **words, int base, char **merge, int used)
{
    static char names[DRAFTS_MAX][ENTENTE_NAME_BYTES];
    const char *files[DRAFTS_MAX];
    size_t draft_count = 0;
    for (int i = 1; i < count; i++)
        if (i != base)
            files[draft_count++] = name_in(words[i]);
    entente_propose_names(name_in(words[base]), files, draft_count, names);
    draft_count = 0;
    for (int i = 1; i < count; i++) {
        if (i == base)
            continue;
        size_t room = strlen(words[i]) + ENTENTE_NAME_BYTES + 2;
        char *word = malloc(room);
        if (!word)
            return -1;
        snprintf(word, room, "%s=%s", names[draft_count], words[i]);
        fprintf(stderr, "%s: %s\n", names[draft_count++], name_in(words[i]));
        merge[used++] = word;
    }
    return used;
}

// A window that was opened for us alone closes with us: what it says would be gone.
static void wait_for_reader(void)
{
    DWORD processes[2];
    if (GetConsoleProcessList(processes, 2) != 1)
        return;
    fputs("\nPress Enter to close this window.\n", stderr);
    (void)getchar();
}

static void open_page(const char *page)
{
    wchar_t wide[WINDOWS_PATH_MAX];
    if (path_widen(page, wide))
        ShellExecuteW(NULL, L"open", wide, NULL, NULL, SW_SHOWNORMAL);
}

int dropped_run(int count, char **words)
{
    static char page[PATH_MAX];
    char *merge[DRAFTS_MAX + 8] = {words[0], (char[]){"merge"}};
    bool silent = is_silent(count, words);
    count -= silent;
    if (count - 2 > DRAFTS_MAX) {
        fprintf(stderr, "entente: these are %d files; at most %d drafts are merged at once\n",
                count - 1, DRAFTS_MAX);
        return ENTENTE_LIMIT;
    }
    int base = base_of(count, words);
    int used = 2;
    fprintf(stderr, count == 2 ? "by the authors of its tracked changes: %s\n" : "base: %s\n",
            name_in(words[base]));
    merge[used++] = words[base];
    used = name_drafts(count, words, base, merge, used);
    page_beside(words[base], page);
    merge[used++] = (char[]){"-o"};
    merge[used++] = page;
    int code = used < 0 ? ENTENTE_LIMIT : entente_main(used, merge);
    if (code >= ENTENTE_BAD_INPUT || !is_file(page)) {
        if (!silent)
            wait_for_reader();
        return code;
    }
    fprintf(stderr, "written: %s\n", page);
    if (!silent)
        open_page(page);
    return code;
}
