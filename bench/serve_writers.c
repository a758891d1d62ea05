// SPDX-License-Identifier: Apache-2.0
// Many who write at once: how long each act takes from when it is sent until its answer is there, by one
// client in C that does little of its own. bench/serve.py and bench/serve_writers.py run it.
//
//   bench-serve_writers acts PORT TARGET BEARER WRITERS EACH < BODY
//       each writer has a connection of its own and sends the act EACH times, one after the other;
//       prints how many were answered with 201, half, 99 of 100 and the last of them within how many
//       microseconds, and how long all took
//   bench-serve_writers pages PORT TARGET COOKIE READERS EACH
//       the same with a page that is asked for, answered with 200; the time is that of the first byte
//   bench-serve_writers disk FOLDER COUNT
//       the same of a small write to a file there and its wait for the disk
#include "serve_client.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { ANSWER_ROOM = 1 << 16, REQUEST_ROOM = 4096 };

struct writer {
    int line;
    size_t left; // requests that it has not sent yet
    int64_t begun, first;
    char answer[ANSWER_ROOM];
    size_t length;      // of what came and is held: the head, and no more than the room of a body
    uint64_t body_left; // UINT64_MAX: the head is not whole yet
};

struct times {
    int64_t *all;
    size_t count;
};

static int by_size(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a;
    int64_t y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static void say(struct times *times, int64_t took)
{
    size_t count = times->count;
    qsort(times->all, count, sizeof *times->all, by_size);
    if (count == 0)
        printf("0 0 0 0 %lld\n", (long long)took);
    else
        printf("%zu %lld %lld %lld %lld\n", count, (long long)times->all[count / 2],
               (long long)times->all[count - 1 - count / 100], (long long)times->all[count - 1],
               (long long)took);
}

// --- One connection

static int line_open(uint16_t port)
{
    struct sockaddr_in place = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int line = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (line < 0 || connect(line, (struct sockaddr *)(void *)&place, sizeof place) != 0)
        fail("connect");
    return line;
}

static void ask(struct writer *writer, const char *request, size_t length)
{
    writer->left--;
    writer->length = 0;
    writer->first = 0;
    writer->body_left = UINT64_MAX;
    writer->begun = now();
    if (write(writer->line, request, length) != (ssize_t)length)
        fail("write");
}

// The head is whole: what of the body is still to come. The server says how long a body is.
static void read_head(struct writer *writer)
{
    writer->answer[writer->length] = '\0';
    const char *end = strstr(writer->answer, "\r\n\r\n");
    const char *said = strcasestr(writer->answer, "\r\nContent-Length:");
    if (!end)
        return;
    uint64_t length = said ? strtoull(said + strlen("\r\nContent-Length:"), NULL, 10) : 0;
    uint64_t here = writer->length - (size_t)(end + 4 - writer->answer);
    writer->body_left = length - here;
}

// Takes what has come. Is the answer whole?
static int takes_answer(struct writer *writer)
{
    static char thrown_away[ANSWER_ROOM];
    int is_head = writer->body_left == UINT64_MAX;
    char *place = is_head ? writer->answer + writer->length : thrown_away;
    size_t room = is_head ? ANSWER_ROOM - 1 - writer->length : sizeof thrown_away;
    ssize_t count = recv(writer->line, place, room, MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return 0;
    if (count <= 0)
        fail("an answer");
    if (writer->first == 0)
        writer->first = now();
    if (!is_head) {
        writer->body_left -= (uint64_t)count;
    } else {
        writer->length += (size_t)count;
        read_head(writer);
    }
    return writer->body_left == 0;
}

// --- All of them

static void run(struct writer *writers, size_t count, const char *request, size_t length,
                const char *wanted, struct times *times)
{
    struct epoll_event ready[256];
    int poll = epoll_create1(EPOLL_CLOEXEC);
    int is_page = strcmp(wanted, "200") == 0;
    size_t at_work = count;
    for (size_t i = 0; i < count; i++) {
        struct epoll_event event = {.events = EPOLLIN, .data.u32 = (uint32_t)i};
        epoll_ctl(poll, EPOLL_CTL_ADD, writers[i].line, &event);
        ask(&writers[i], request, length);
    }
    while (at_work > 0) {
        int found = epoll_wait(poll, ready, 256, 30000);
        if (found <= 0)
            fail("no answer in time");
        for (int i = 0; i < found; i++) {
            struct writer *writer = &writers[ready[i].data.u32];
            if (!takes_answer(writer))
                continue;
            if (strncmp(writer->answer + strlen("HTTP/1.1 "), wanted, 3) == 0)
                times->all[times->count++] = (is_page ? writer->first : now()) - writer->begun;
            if (writer->left > 0)
                ask(writer, request, length);
            else
                at_work--;
        }
    }
    close(poll);
}

static size_t request_write(char *request, const char *method, const char *port, const char *target,
                            const char *field, const char *body)
{
    int length = snprintf(request, REQUEST_ROOM,
                          "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\n%s\r\n"
                          "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
                          method, target, port, field, strlen(body), body);
    return length > 0 && length < REQUEST_ROOM ? (size_t)length : 0;
}

static int ask_all(char **words, int is_page)
{
    char request[REQUEST_ROOM];
    char field[512];
    char body[1024] = "";
    size_t count = strtoul(words[5], NULL, 10);
    size_t each = strtoul(words[6], NULL, 10);
    struct writer *writers = calloc(count, sizeof *writers);
    struct times times = {calloc(count * each, sizeof *times.all), 0};
    if (!is_page)
        body[fread(body, 1, sizeof body - 1, stdin)] = '\0';
    snprintf(field, sizeof field, is_page ? "Cookie: %s" : "Authorization: Bearer %s", words[4]);
    size_t length = is_page
                        ? (size_t)snprintf(request, sizeof request,
                                           "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\n%s\r\n\r\n",
                                           words[3], words[2], field)
                        : request_write(request, "POST", words[2], words[3], field, body);
    if (!writers || !times.all || each == 0 || length == 0)
        fail("what is asked");
    for (size_t i = 0; i < count; i++) {
        writers[i].line = line_open((uint16_t)strtoul(words[2], NULL, 10));
        writers[i].left = each;
    }
    int64_t begun = now();
    run(writers, count, request, length, is_page ? "200" : "201", &times);
    say(&times, now() - begun);
    return 0;
}

static int write_to_disk(const char *folder, size_t count)
{
    static const char row[4096];
    char path[4096];
    struct times times = {calloc(count, sizeof *times.all), 0};
    snprintf(path, sizeof path, "%s/bench-disk-XXXXXX", folder);
    int file = mkstemp(path);
    if (file < 0 || !times.all)
        fail(folder);
    unlink(path);
    int64_t first = now();
    while (times.count < count) {
        int64_t begun = now();
        if (write(file, row, sizeof row) != sizeof row || fdatasync(file) != 0)
            fail(path);
        times.all[times.count++] = now() - begun;
    }
    say(&times, now() - first);
    return 0;
}

int main(int count, char **words)
{
    if (count == 7 && strcmp(words[1], "acts") == 0)
        return ask_all(words, 0);
    if (count == 7 && strcmp(words[1], "pages") == 0)
        return ask_all(words, 1);
    if (count == 4 && strcmp(words[1], "disk") == 0)
        return write_to_disk(words[2], strtoul(words[3], NULL, 10));
    fprintf(stderr, "usage: bench-serve_writers acts PORT TARGET BEARER WRITERS EACH < BODY\n"
                    "       bench-serve_writers pages PORT TARGET COOKIE READERS EACH\n"
                    "       bench-serve_writers disk FOLDER COUNT\n");
    return 2;
}
