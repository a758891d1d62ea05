// SPDX-License-Identifier: Apache-2.0
// Streams of events: how long an act of one takes to reach all others, by one client in C; beside it a bare
// loop over libmicrohttpd that does nothing else. bench/serve_streams.py runs both.
//
//   bench-serve_streams listen PORT COOKIE TARGET COUNT
//       holds COUNT streams open; for each line on its input, a moment of CLOCK_MONOTONIC in microseconds,
//       it prints how many had the next event, and half, 99 of 100 and the last within how many microseconds
//   bench-serve_streams bare
//       serves such streams at /events and tells all at /act; prints its port
#include "serve_client.h"

#include <microhttpd.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

static void raise_limit(void)
{
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        (void)setrlimit(RLIMIT_NOFILE, &files);
    }
}

// --- The client

static int stream_open(uint16_t port, const char *cookie, const char *target)
{
    struct sockaddr_in place = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    char head[1024];
    int line = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (line < 0 || connect(line, (struct sockaddr *)(void *)&place, sizeof place) != 0)
        fail("connect");
    int length =
        snprintf(head, sizeof head, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nCookie: %s\r\n\r\n",
                 target, port, cookie);
    if (write(line, head, (size_t)length) != length)
        fail("write");
    return line;
}

static int by_size(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a;
    int64_t y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

// Reads what is there; did an event of a change come?
static int takes_change(int line)
{
    char bytes[65536];
    ssize_t count = recv(line, bytes, sizeof bytes, MSG_DONTWAIT);
    if (count == 0)
        fail("a stream was closed");
    return count > 0 && memmem(bytes, (size_t)count, "event: changed", 14) != NULL;
}

static void drain(int poll, const int *lines, int milliseconds)
{
    struct epoll_event ready[256];
    int count;
    while ((count = epoll_wait(poll, ready, 256, milliseconds)) > 0)
        for (int i = 0; i < count; i++)
            (void)takes_change(lines[ready[i].data.u32]);
}

// Waits until every stream has one; times[i] is when.
static size_t wait_for_all(int poll, const int *lines, size_t count, int64_t *times)
{
    char *has = calloc(count, 1);
    size_t done = 0;
    int64_t until = now() + 20 * 1000000;
    struct epoll_event ready[256];
    while (has && done < count && now() < until) {
        int found = epoll_wait(poll, ready, 256, 1000);
        for (int i = 0; i < found; i++) {
            uint32_t number = ready[i].data.u32;
            if (takes_change(lines[number]) && !has[number]) {
                has[number] = 1;
                times[done++] = now();
            }
        }
    }
    free(has);
    return done;
}

static int listen_to(uint16_t port, const char *cookie, const char *target, size_t count)
{
    int *lines = calloc(count, sizeof *lines);
    int64_t *times = calloc(count, sizeof *times);
    int poll = epoll_create1(EPOLL_CLOEXEC);
    char word[64];
    for (size_t i = 0; lines && i < count; i++) {
        struct epoll_event wanted = {.events = EPOLLIN, .data.u32 = (uint32_t)i};
        lines[i] = stream_open(port, cookie, target);
        epoll_ctl(poll, EPOLL_CTL_ADD, lines[i], &wanted);
    }
    drain(poll, lines, 1000);
    printf("ready\n");
    fflush(stdout);
    while (lines && times && fgets(word, sizeof word, stdin)) {
        size_t done = wait_for_all(poll, lines, count, times);
        drain(poll, lines, 50);
        int64_t begun = strtoll(word, NULL, 10);
        for (size_t i = 0; i < done; i++)
            times[i] -= begun;
        qsort(times, done, sizeof *times, by_size);
        if (done > 0)
            printf("%zu %lld %lld %lld\n", done, (long long)times[done / 2],
                   (long long)times[done - 1 - done / 100], (long long)times[done - 1]);
        else
            printf("0 0 0 0\n");
        fflush(stdout);
    }
    return 0;
}

// --- The bare loop

struct bare_stream {
    struct MHD_Connection *connection;
    size_t wanted, given; // events
    int is_suspended;
};

static struct bare_stream *streams[20000];
static size_t stream_count;
static const char event[] =
    "event: changed\ndata: "
    "{\"size\":240,\"by\":\"UA\",\"kind\":\"stance\",\"slot\":\"plan/1/1a2b3c4d\"}\n\n";

static ssize_t give(void *self, uint64_t at, char *bytes, size_t most)
{
    struct bare_stream *stream = self;
    (void)at;
    if (stream->given == stream->wanted || most < sizeof event) {
        stream->is_suspended = 1;
        MHD_suspend_connection(stream->connection);
        return 0;
    }
    stream->given++;
    memcpy(bytes, event, sizeof event - 1);
    return sizeof event - 1;
}

static enum MHD_Result answer_now(struct MHD_Connection *connection)
{
    static char none[] = "";
    struct MHD_Response *response =
        MHD_create_response_from_buffer(0, none, MHD_RESPMEM_PERSISTENT);
    enum MHD_Result done = MHD_queue_response(connection, 204, response);
    MHD_destroy_response(response);
    return done;
}

static enum MHD_Result answer(void *self, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **kept)
{
    (void)self, (void)method, (void)version, (void)upload, (void)upload_size;
    if (!*kept) {
        *kept = connection;
        return MHD_YES;
    }
    if (strcmp(url, "/act") == 0) {
        for (size_t i = 0; i < stream_count; i++) {
            streams[i]->wanted++;
            if (streams[i]->is_suspended) {
                streams[i]->is_suspended = 0;
                MHD_resume_connection(streams[i]->connection);
            }
        }
        return answer_now(connection);
    }
    struct bare_stream *stream = calloc(1, sizeof *stream);
    if (!stream)
        fail("memory");
    stream->connection = connection;
    streams[stream_count++] = stream;
    struct MHD_Response *response =
        MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 4096, give, stream, NULL);
    MHD_add_response_header(response, "Content-Type", "text/event-stream");
    enum MHD_Result done = MHD_queue_response(connection, 200, response);
    MHD_destroy_response(response);
    return done;
}

static int serve_bare(void)
{
    struct MHD_Daemon *daemon =
        MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
                         answer, NULL, MHD_OPTION_CONNECTION_LIMIT, 20000u, MHD_OPTION_END);
    if (!daemon)
        fail("the daemon");
    printf("%u\n", MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
    fflush(stdout);
    while (getchar() != EOF)
        continue;
    _exit(0); // streams are still suspended
}

int main(int count, char **words)
{
    raise_limit();
    if (count == 2 && strcmp(words[1], "bare") == 0)
        return serve_bare();
    if (count == 6 && strcmp(words[1], "listen") == 0)
        return listen_to((uint16_t)strtoul(words[2], NULL, 10), words[3], words[4],
                         strtoul(words[5], NULL, 10));
    fprintf(stderr, "usage: bench-serve_streams bare | listen PORT COOKIE TARGET COUNT\n");
    return 2;
}
