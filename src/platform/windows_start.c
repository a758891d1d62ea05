// SPDX-License-Identifier: Apache-2.0
// Where the program begins on Windows: its words come in UTF-8, and what it writes is bytes.
#include "platform/windows_dropped.h"
#include "platform/windows_paths.h"

#include <stdlib.h>
#include <windows.h>

// Words are taken as they stand, as everywhere: no star among them stands for files.
int _dowildcard = 0;

static UINT code_page_before;

static void give_console_back(void)
{
    SetConsoleOutputCP(code_page_before);
}

static void allow_colours(DWORD which)
{
    HANDLE console = GetStdHandle(which);
    DWORD mode;
    if (GetConsoleMode(console, &mode))
        SetConsoleMode(console, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
}

static void open_streams(void)
{
    for (int stream = 0; stream < 3; stream++)
        _setmode(stream, _O_BINARY);
    allow_colours(STD_OUTPUT_HANDLE);
    allow_colours(STD_ERROR_HANDLE);
    code_page_before = GetConsoleOutputCP();
    if (code_page_before != 0 && SetConsoleOutputCP(CP_UTF8))
        (void)atexit(give_console_back);
}

static bool is_there(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0;
}

// A word, or what stands behind its "=", that is a path has "/" between its parts from here on, as the rest
// of the program has it: a word with "\" that is there, or that lies in a folder that is there.
static void turn_slashes(char *word)
{
    char turned[PATH_MAX];
    char folder[PATH_MAX];
    if (!strchr(word, '\\') || strlen(word) >= sizeof turned)
        return;
    size_t bytes = strlen(word) + 1;
    memcpy(turned, word, bytes);
    for (char *at = turned; *at; at++)
        if (*at == '\\')
            *at = '/';
    memcpy(folder, turned, bytes);
    *strrchr(folder, '/') = '\0';
    if (is_there(turned) || is_there(folder[0] ? folder : "/"))
        memcpy(word, turned, bytes);
}

static char *word_of(const wchar_t *wide)
{
    int length = WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL);
    char *word = length > 0 ? malloc((size_t)length) : NULL;
    if (!word)
        abort();
    WideCharToMultiByte(CP_UTF8, 0, wide, -1, word, length, NULL, NULL);
    turn_slashes(word);
    char *behind = strchr(word, '=');
    if (behind)
        turn_slashes(behind + 1);
    return word;
}

int wmain(int count, wchar_t **wide); // what the C library of Windows calls

int wmain(int count, wchar_t **wide)
{
    char **words = calloc((size_t)count + 1, sizeof *words);
    if (!words)
        abort();
    for (int i = 0; i < count; i++)
        words[i] = word_of(wide[i]);
    open_streams();
    return dropped_is(count, words) ? dropped_run(count, words) : entente_main(count, words);
}
