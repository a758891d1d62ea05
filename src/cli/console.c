// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"

#include "base/file.h"
#include "base/limits.h"
#include "cli/verb_table.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t stop_asked; // the one thing a signal may touch

bool console_unread(const struct error *error)
{
    char line[1024];
    error_print(error, line, sizeof line);
    fprintf(stderr, "entente: %s\n", line);
    return false;
}

bool console_read(const struct arguments *arguments, const char *path, struct entente_file *file)
{
    struct error error;
    struct str content;
    if (!file_read(path, limits_default.file_bytes, arguments->arena, &content, &error))
        return console_unread(&error);
    *file = (struct entente_file){path, content.bytes, content.length};
    return true;
}

// A person at a terminal sees that work goes on, in one line that goes away again.
static void show_progress(void *listener, uint64_t done, uint64_t all)
{
    (void)listener;
    unsigned long long millions = (unsigned long long)(done >> 20);
    if (all > 0)
        fprintf(stderr, "\rentente: %u %% of the steps allowed",
                (unsigned)(done / (all / 100 + 1)));
    else
        fprintf(stderr, "\rentente: at work, %llu million steps; Ctrl-C stops with what is proved",
                millions);
    fflush(stderr);
}

static void end_progress(void)
{
    if (isatty(STDERR_FILENO))
        fputs("\r\033[K", stderr);
}

int console_refuse(const struct entente_error *error)
{
    end_progress();
    fprintf(stderr, "entente: %s\n", error->message);
    return error->code == ENTENTE_LIMIT ? EXIT_LIMIT : EXIT_BAD;
}

int console_misuse(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("entente: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    return EXIT_BAD;
}

int console_unknown_verb(const struct verb_table *table, const char *name)
{
    const struct verb *verb = verb_like(table, name);
    if (verb)
        return console_misuse("there is no verb \"%s\"; did you mean \"%s\"?", name, verb->name);
    return console_misuse("there is no verb \"%s\"; \"entente help\" lists them", name);
}

int console_finish(struct entente_answer *answer, const char *path, bool no_is_failure)
{
    size_t length;
    const char *bytes = entente_answer_output(answer, &length);
    struct error error;
    bool done = true;
    end_progress();
    if (path && strcmp(path, "-") != 0)
        done = file_write(path, (struct str){bytes, length}, &error);
    else if (length > 0 && (fwrite(bytes, 1, length, stdout) != length || fflush(stdout) != 0))
        done = error_set(&error, IO_FAILED, "standard output cannot be written");
    int code = no_is_failure && !entente_answer_is_yes(answer) ? EXIT_NO
               : !entente_answer_is_whole(answer)              ? EXIT_LIMIT
                                                               : EXIT_DONE;
    if (done) {
        fputs(entente_answer_summary(answer), stderr);
    } else {
        char line[1024];
        error_print(&error, line, sizeof line);
        fprintf(stderr, "entente: %s\n", line);
        code = EXIT_BAD;
    }
    entente_answer_free(answer);
    return code;
}

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    if (stop_asked)
        _Exit(130);
    stop_asked = 1;
}

struct entente_bounds console_bounds(void)
{
    signal(SIGINT, on_interrupt);
    return (struct entente_bounds){.size = sizeof(struct entente_bounds),
                                   .stop = &stop_asked,
                                   .progress = isatty(STDERR_FILENO) ? show_progress : NULL};
}
