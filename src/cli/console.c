// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"

#include "base/file.h"
#include "base/input_limits.h"
#include "cli/secrets.h"
#include "verbs/hints.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t stop_asked; // the one thing a signal may touch

// --- What the verbs ask for

static bool read_file(void *self, const char *path, struct arena *arena, struct entente_file *file,
                      struct entente_error *error)
{
    struct error inner;
    struct str content;
    (void)self;
    if (!file_read(path, input_limits_default.file_bytes, arena, &content, &inner)) {
        error->code = ENTENTE_BAD_INPUT;
        error_print(&inner, error->message, sizeof error->message);
        return false;
    }
    *file = (struct entente_file){path, content.bytes, content.length};
    return true;
}

static void list_folder(void *self, const char *folder, struct arena *arena, struct list *paths)
{
    DIR *open = opendir(folder);
    const struct dirent *entry;
    (void)self;
    while (open && (entry = readdir(open)))
        *LIST_ADD(paths, const char *) = arena_print(arena, "%s/%s", folder, entry->d_name).bytes;
    if (open)
        closedir(open);
}

static bool is_same(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

// Does a path, all links followed, lie in the folder?
static bool lies_in(const char *path, const struct stat *folder)
{
    char whole[PATH_MAX];
    struct stat each;
    if (!realpath(path, whole))
        return false;
    for (char *slash = strrchr(whole, '/'); slash; slash = strrchr(whole, '/')) {
        *slash = '\0';
        if (stat(whole[0] ? whole : "/", &each) == 0 && is_same(&each, folder))
            return true;
    }
    return false;
}

// By device and number, so that no link hides it. What is not there yet replaces nothing.
static bool replaces(void *self, const char *output, const char *input)
{
    struct stat to;
    struct stat from;
    (void)self;
    int found = strcmp(input, "-") == 0 ? fstat(STDIN_FILENO, &from) : stat(input, &from);
    if (found != 0 || stat(output, &to) != 0)
        return false;
    if (S_ISDIR(from.st_mode) && lies_in(output, &from))
        return true;
    return is_same(&to, &from) && (S_ISREG(to.st_mode) || S_ISDIR(to.st_mode));
}

static bool read_secret(void *self, const char *path, const char **text,
                        struct entente_error *error)
{
    struct error inner;
    (void)self;
    if (secret_read(path, text, &inner))
        return true;
    error->code = ENTENTE_BAD_INPUT;
    error_print(&inner, error->message, sizeof error->message);
    return false;
}

static const char *read_clock(void *self)
{
    static char text[sizeof "2031-03-01T10:00:00Z"]; // the face of a process that does one thing
    struct tm day;
    time_t now = time(NULL);
    (void)self;
    gmtime_r(&now, &day);
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &day);
    return text;
}

static struct fresh *make_fresh(void *self)
{
    struct fresh *fresh = secret_take(sizeof *fresh);
    memcpy(fresh->now, read_clock(self), sizeof "2031-03-01T10:00:00Z");
    randombytes_buf(fresh->seed, sizeof fresh->seed);
    return fresh;
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

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    if (stop_asked)
        _Exit(130);
    stop_asked = 1;
}

static void on_alarm(int signal_number)
{
    (void)signal_number;
    stop_asked = 1;
}

static void stop_after(void *self, unsigned seconds)
{
    (void)self;
    signal(SIGALRM, on_alarm);
    alarm(seconds);
}

static struct entente_bounds bounds(void *self)
{
    (void)self;
    signal(SIGINT, on_interrupt);
    return (struct entente_bounds){.size = sizeof(struct entente_bounds),
                                   .stop = &stop_asked,
                                   .progress = isatty(STDERR_FILENO) ? show_progress : NULL};
}

static bool ask_line(void *self, const char *question, struct arena *arena, struct str *line)
{
    char text[4096];
    (void)self;
    fputs(question, stderr);
    fflush(stderr);
    if (!fgets(text, sizeof text, stdin))
        return false;
    *line = str_trim(arena_copy(arena, str_of(text)));
    return true;
}

// On the disk before the next question: what was answered is kept, whatever happens then.
static bool add_line(void *self, const char *path, struct str line, struct entente_error *error)
{
    FILE *file = fopen(path, "ab");
    (void)self;
    bool done = file && fprintf(file, "%.*s\n", STR_ARGS(line)) > 0;
    done = file && fclose(file) == 0 && done;
    if (done)
        return true;
    error->code = ENTENTE_BAD_INPUT;
    snprintf(error->message, sizeof error->message, "%s: the answer could not be written: %s", path,
             strerror(errno));
    return false;
}

struct face console_face(void)
{
    return (struct face){.read = read_file,
                         .list = list_folder,
                         .replaces = replaces,
                         .secret = read_secret,
                         .fresh = make_fresh,
                         .clock = read_clock,
                         .bounds = bounds,
                         .stop_after = stop_after,
                         .ask = ask_line,
                         .add_line = add_line,
                         .has_colours = isatty(STDOUT_FILENO)};
}

// --- What came of it

int console_refuse(const struct entente_error *error)
{
    end_progress();
    fprintf(stderr, "entente: %s\n", error->message);
    return error->code == ENTENTE_LIMIT ? EXIT_LIMIT : EXIT_BAD;
}

int console_unknown_verb(const char *name)
{
    const struct verb *verb = verb_like(name);
    const char *hint = hint_of_verb(name);
    if (hint)
        fprintf(stderr, "entente: there is no verb \"%s\"; %s\n", name, hint);
    else if (verb)
        fprintf(stderr, "entente: there is no verb \"%s\"; did you mean \"%s\"?\n", name,
                verb->name);
    else
        fprintf(stderr, "entente: there is no verb \"%s\"; \"entente help\" lists them\n", name);
    return EXIT_BAD;
}

static bool write_output(const struct request *request, struct str output)
{
    struct error error;
    bool done = true;
    const char *path = request->output;
    if (path)
        done = request->is_secret ? file_write_private(path, output, &error)
                                  : file_write(path, output, &error);
    else if (output.length > 0 &&
             (fwrite(output.bytes, 1, output.length, stdout) != output.length || fflush(stdout)))
        done = error_set(&error, IO_FAILED, "standard output cannot be written");
    if (!done) {
        char line[1024];
        error_print(&error, line, sizeof line);
        fprintf(stderr, "entente: %s\n", line);
    }
    return done;
}

static int finish_answer(const struct request *request, const struct entente_answer *answer)
{
    struct str output;
    output.bytes = entente_answer_output(answer, &output.length);
    end_progress();
    bool is_told = request->is_act && !request_has(request, "json");
    if (!is_told && !write_output(request, output))
        return EXIT_BAD;
    fputs(entente_answer_summary(answer), stderr);
    if (request->warning)
        fprintf(stderr, "entente: %s\n", request->warning);
    if (request->no_is_failure && !entente_answer_is_yes(answer))
        return EXIT_NO;
    return entente_answer_is_whole(answer) ? EXIT_DONE : EXIT_LIMIT;
}

int console_finish(const struct request *request, bool done)
{
    int code = EXIT_DONE;
    for (size_t i = 0; i < request->answer_count && code == EXIT_DONE; i++)
        code = finish_answer(request, request->answers[i]);
    return done ? code : console_refuse(&request->error);
}
