// SPDX-License-Identifier: Apache-2.0
#include "serve/serve.h"

#include "base/dumps.h"
#include "serve/database_watch.h"
#include "serve/drops.h"
#include "serve/events.h"
#include "serve/invitations.h"
#include "serve/library.h"
#include "serve/page_cache.h"
#include "serve/vault_files.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sodium.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    LINES_MAX = 4000,
    ERRANDS_AT_ONCE = 2,
    ROUND_MS = 250,
    SWEEP_MS = 500,
    HOSTS_MAX = 4,
};
static const uint64_t body_max = (uint64_t)128 << 20;

extern char **environ;

struct server {
    struct site site;
    struct watch signals;
    struct database_watch *database; // NULL: no case lies in one
    struct arena *arena;
    struct str hosts[HOSTS_MAX], origins[HOSTS_MAX];
    const char *link;
    pid_t browser;
    bool is_told_to_stop;
};

// --- The world outside

static void signal_ready(struct watch *watch, uint32_t events)
{
    struct server *server =
        (struct server *)(void *)((char *)watch - offsetof(struct server, signals));
    struct signalfd_siginfo info;
    (void)events;
    if (read(watch->descriptor, &info, sizeof info) == sizeof info)
        server->is_told_to_stop = true;
}

static bool signals_open(struct server *server, struct error *error)
{
    sigset_t ends;
    signal(SIGPIPE, SIG_IGN);
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigprocmask(SIG_BLOCK, &ends, NULL);
    server->signals = (struct watch){.descriptor = signalfd(-1, &ends, SFD_CLOEXEC | SFD_NONBLOCK),
                                     .ready = signal_ready};
    if (server->signals.descriptor < 0)
        return error_set(error, IO_FAILED, "no signals can be waited for: %s", strerror(errno));
    loop_watch(&server->site.loop, &server->signals, EPOLLIN);
    return true;
}

// As many descriptors as the system gives; each connection takes up to three.
static size_t lines_possible(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 256;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    size_t possible = limit.rlim_cur < 100000 ? (size_t)limit.rlim_cur : 100000;
    possible = possible > 364 ? (possible - 64) / 3 : 100;
    return possible < LINES_MAX ? possible : LINES_MAX;
}

static bool folder_open(struct server *server, struct error *error)
{
    const char *where = getenv("TMPDIR");
    struct str path = arena_print(server->arena, "%s/entente-serve-XXXXXX",
                                  where && where[0] == '/' ? where : "/tmp");
    umask(077);
    server->site.folder = mkdtemp((char *)(uintptr_t)path.bytes);
    return server->site.folder ||
           error_set(error, IO_FAILED, "%s: %s", path.bytes, strerror(errno));
}

// A browser that shows a window; where there is none, the printed link is all.
static void open_browser(struct server *server)
{
    char name[] = "xdg-open";
    char *const words[] = {name, (char *)(uintptr_t)server->link, NULL};
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    sigset_t none;
    if (!getenv("DISPLAY") && !getenv("WAYLAND_DISPLAY"))
        return;
    sigemptyset(&none);
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&how);
    posix_spawnattr_setsigmask(&how, &none);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (posix_spawnp(&server->browser, name, &files, &how, words, environ) != 0)
        server->browser = 0;
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&how);
}

// --- Setting up

static void name_site(struct server *server, const struct serve_options *options, int port)
{
    struct arena *arena = server->arena;
    const char *local[] = {"127.0.0.1", "localhost", "[::1]"};
    size_t count = 0;
    for (size_t i = 0; i < sizeof local / sizeof *local; i++) {
        server->hosts[count] = arena_print(arena, "%s:%d", local[i], port);
        server->origins[count] = arena_print(arena, "http://%s:%d", local[i], port);
        count++;
    }
    server->site.cookie_name = arena_print(arena, "entente-%d", port).bytes;
    if (options->behind) {
        struct str whole = str_of(options->behind);
        count = 0;
        server->site.is_secure = str_starts_with(whole, STR("https://"));
        server->site.cookie_name = server->site.is_secure ? "__Host-entente" : "entente";
        server->hosts[count] = str_skip(whole, server->site.is_secure ? 8 : 7);
        server->origins[count++] = whole;
    }
    bool is_six = options->address && strchr(options->address, ':');
    server->site.origin = options->behind ? options->behind : server->origins[is_six ? 2 : 0].bytes;
    gate_set_site(server->site.gate, (struct head_site){server->hosts, server->origins, count});
}

static bool gate_set_up(struct server *server, const struct serve_options *options,
                        struct error *error)
{
    int port;
    size_t lines = lines_possible();
    struct gate_options gate = {
        .address = options->address ? options->address : "127.0.0.1",
        .port = options->port,
        .body_max = body_max,
        .lines_max = lines,
        .per_address = lines,
        .head_ms = 10 * 1000,
        .idle_ms = 60 * 1000,
        .stall_ms = 30 * 1000,
        .body_bytes_s = 16 * 1024,
        .join = library_join,
        .self = &server->site,
    };
    if (!gate_open(&gate, &server->site.loop, &server->site.gate, &port, error))
        return false;
    name_site(server, options, port);
    struct session_seat host = {.role = ROLE_HOST};
    const char *secret = sessions_link(server->site.sessions, &host, loop_now());
    server->link = arena_print(server->arena, "%s/link/%s", server->site.origin, secret).bytes;
    return true;
}

static bool behind_is_right(const struct serve_options *options, struct error *error)
{
    struct str behind = str_of(options->behind);
    bool has_scheme =
        str_starts_with(behind, STR("https://")) || str_starts_with(behind, STR("http://"));
    size_t slashes = 0;
    for (size_t i = 0; i < behind.length; i++)
        slashes += behind.bytes[i] == '/';
    if (options->behind && (!has_scheme || slashes != 2))
        return error_set(error, MISUSE,
                         "--behind takes how the world sees the server, such as "
                         "https://talks.example, without a slash at its end");
    return true;
}

// One writer, so that acts that wait share one wait for the disk; what takes long stands back.
static bool clerks_open(struct site *site, struct error *error)
{
    static const struct clerk_options options[ROOMS] = {
        [ROOM_ACTS] = {.threads = 1, .batch = 64},
        [ROOM_PAGES] = {.threads = 3, .batch = 1},
        [ROOM_LONG] = {.threads = 2, .batch = 1, .nice = 5},
        [ROOM_DOOR] = {.threads = 1, .batch = 1, .nice = 5},
    };
    for (size_t room = 0; room < ROOMS; room++)
        if (!clerk_open(&site->loop, options[room], &site->clerks[room], error))
            return false;
    return true;
}

static bool set_up(struct server *server, const struct serve_options *options, struct error *error)
{
    struct site *site = &server->site;
    if (sodium_init() < 0)
        return error_set(error, IO_FAILED, "the system gives no randomness");
    site->sessions = sessions_open();
    sessions_watch(site->sessions, events_session_ended, site);
    site->drops = drops_open();
    site->pages = page_cache_open();
    secret_make(site->token_mark);
    if (!behind_is_right(options, error) || !loop_open(&site->loop, error) ||
        !cases_open(&site->cases, options->place, options->viewer, options->passphrase, error))
        return false;
    invitations_read(&site->cases, site->sessions);
    randombytes_buf(site->nonce_key, sizeof site->nonce_key);
    if (!vault_files_open(options->wasm, &site->vault, error))
        return false;
    site->vault_root = site->vault ? "/vault/" : NULL;
    return signals_open(server, error) &&
           database_watch_open(&site->loop, &site->cases, &server->database, error) &&
           folder_open(server, error) && clerks_open(site, error) &&
           errands_open(&site->loop, site->cases.database, site->folder, ERRANDS_AT_ONCE,
                        &site->errands, error) &&
           library_open(site, error) && gate_set_up(server, options, error);
}

static void take_down(struct server *server)
{
    struct site *site = &server->site;
    gate_close(site->gate);
    errands_close(site->errands);
    for (size_t room = ROOMS; room-- > 0;)
        clerk_close(site->clerks[room]);
    library_close(site);
    database_watch_close(server->database);
    events_close(site);
    if (site->cases.arena)
        cases_close(&site->cases);
    page_cache_close(site->pages);
    vault_files_close(site->vault);
    if (site->drops)
        drops_close(site->drops);
    if (site->sessions)
        sessions_close(site->sessions);
    if (server->signals.descriptor > 0)
        close(server->signals.descriptor);
    if (site->folder)
        rmdir(site->folder);
    loop_close(&site->loop);
    arena_close(server->arena);
}

static void go_round(struct server *server)
{
    struct site *site = &server->site;
    int64_t swept = loop_now();
    int wait = ROUND_MS;
    while (!server->is_told_to_stop) {
        loop_round(&site->loop, wait);
        wait = library_turn(site, ROUND_MS);
        events_look(site);
        if (loop_now() - swept < SWEEP_MS)
            continue;
        swept = loop_now();
        gate_sweep(site->gate);
        errands_sweep(site->errands);
        events_sweep(site);
        if (server->browser > 0 && waitpid(server->browser, NULL, WNOHANG) != 0)
            server->browser = 0;
    }
}

bool serve_run(const struct serve_options *options, struct error *error)
{
    struct server server = {.site = {.loop = {.epoll = -1}}, .arena = arena_open()};
    dumps_off();
    bool done = set_up(&server, options, error);
    if (done) {
        printf("Entente is open at %s (this link is good once; Ctrl-C ends the program)\n",
               server.link);
        fflush(stdout);
        if (options->opens)
            open_browser(&server);
        go_round(&server);
    }
    take_down(&server);
    return done;
}

int serve_errand(const char *queue)
{
    return errand_run(queue);
}
