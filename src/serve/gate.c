// SPDX-License-Identifier: Apache-2.0
#include "serve/gate.h"

#include "base/memory.h"
#include "serve/gate_line.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <unistd.h>

static void *must_have(void *memory, size_t bytes)
{
    if (!memory)
        memory_exhausted(bytes);
    return memory;
}

// --- Who comes in

static void address_print(const struct sockaddr_storage *from, char *text, socklen_t room)
{
    text[0] = '\0';
    if (from->ss_family == AF_INET)
        inet_ntop(AF_INET, &((const struct sockaddr_in *)(const void *)from)->sin_addr, text, room);
    else if (from->ss_family == AF_INET6)
        inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)(const void *)from)->sin6_addr, text,
                  room);
}

static size_t lines_from(const struct front_gate *gate, const char *address)
{
    size_t count = 0;
    for (size_t i = 0; i < gate->line_count; i++)
        count += strcmp(gate->lines[i]->address, address) == 0;
    return count;
}

// The connection that has waited longest for a head: whoever is slow makes room for whoever is not.
static struct gate_line *slowest(const struct front_gate *gate)
{
    struct gate_line *found = NULL;
    for (size_t i = 0; i < gate->line_count; i++) {
        struct gate_line *line = gate->lines[i];
        if (line->state == LINE_HEAD && (!found || line->deadline < found->deadline))
            found = line;
    }
    return found;
}

static void line_ready(struct watch *watch, uint32_t events)
{
    struct gate_line *line = (struct gate_line *)(void *)watch;
    if ((events & (EPOLLERR | EPOLLHUP)) || ((events & EPOLLRDHUP) && line->state == LINE_STREAM)) {
        line_end(line);
        return;
    }
    // It has gone, or has said all it will: it is answered, but not waited for without an end.
    if ((events & EPOLLRDHUP) && line->state == LINE_ANSWER && !line->client_ended) {
        line->client_ended = true;
        line->deadline = loop_now() + line->gate->options.stall_ms;
    }
    line_pump(line);
}

static void inner_ready(struct watch *watch, uint32_t events)
{
    (void)events;
    line_pump((struct gate_line *)(void *)((char *)watch - offsetof(struct gate_line, inner)));
}

static struct gate_line *line_add(struct front_gate *gate, int client)
{
    struct gate_line *line = must_have(calloc(1, sizeof *line), sizeof *line);
    line->client = (struct watch){.descriptor = client, .ready = line_ready};
    line->inner = (struct watch){.descriptor = -1, .ready = inner_ready};
    line->library = -1;
    line->gate = gate;
    line->in.bytes = must_have(malloc(LINE_BUFFER), LINE_BUFFER);
    line->out.bytes = must_have(malloc(LINE_BUFFER), LINE_BUFFER);
    line->deadline = loop_now() + gate->options.head_ms;
    line->place = gate->line_count;
    gate->lines[gate->line_count++] = line;
    return line;
}

static bool admit(struct front_gate *gate, int client, const struct sockaddr_storage *from)
{
    static const struct head_refusal full = {503, "too many connections; try again in a moment"};
    static const struct head_refusal crowd = {429, "too many connections from this address"};
    char address[64];
    address_print(from, address, sizeof address);
    bool is_crowd = lines_from(gate, address) >= gate->options.per_address;
    struct gate_line *slow = gate->line_count >= gate->options.lines_max ? slowest(gate) : NULL;
    if (slow)
        line_end(slow);
    if (gate->line_count > gate->options.lines_max + 8)
        return false; // not even a word is left for it
    struct gate_line *line = line_add(gate, client);
    memcpy(line->address, address, sizeof address);
    if (is_crowd || gate->line_count > gate->options.lines_max)
        line_refuse(line, is_crowd ? &crowd : &full);
    line_pump(line);
    return true;
}

static void gate_ready(struct watch *watch, uint32_t events)
{
    struct front_gate *gate = (struct front_gate *)(void *)watch;
    (void)events;
    for (int i = 0; i < 64; i++) {
        struct sockaddr_storage from = {.ss_family = AF_UNSPEC};
        socklen_t length = sizeof from;
        int one = 1;
        int client = accept4(gate->listener.descriptor, (struct sockaddr *)&from, &length,
                             SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (client < 0)
            return;
        setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        if (!admit(gate, client, &from))
            close(client);
    }
}

// --- Listening

static socklen_t address_read(const char *text, int port, struct sockaddr_storage *address)
{
    struct sockaddr_in *four = (struct sockaddr_in *)(void *)address;
    struct sockaddr_in6 *six = (struct sockaddr_in6 *)(void *)address;
    memset(address, 0, sizeof *address);
    if (inet_pton(AF_INET, text, &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons((uint16_t)port);
        return sizeof *four;
    }
    if (inet_pton(AF_INET6, text, &six->sin6_addr) == 1) {
        six->sin6_family = AF_INET6;
        six->sin6_port = htons((uint16_t)port);
        return sizeof *six;
    }
    return 0;
}

static bool listen_at(const struct gate_options *options, int *listener, int *port,
                      struct error *error)
{
    struct sockaddr_storage address;
    socklen_t length = address_read(options->address, options->port, &address);
    int one = 1;
    if (length == 0)
        return error_set(error, MISUSE, "\"%s\" is no address of a machine such as 127.0.0.1",
                         options->address);
    int made = socket(address.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (made >= 0)
        setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (made < 0 || bind(made, (struct sockaddr *)&address, length) != 0 ||
        listen(made, 1024) != 0 || getsockname(made, (struct sockaddr *)&address, &length) != 0) {
        error_set(error, IO_FAILED, "%s port %d: %s", options->address, options->port,
                  strerror(errno));
        if (made >= 0)
            close(made);
        return false;
    }
    *port = ntohs(address.ss_family == AF_INET
                      ? ((const struct sockaddr_in *)(const void *)&address)->sin_port
                      : ((const struct sockaddr_in6 *)(const void *)&address)->sin6_port);
    *listener = made;
    return true;
}

bool gate_open(const struct gate_options *options, struct loop *loop, struct front_gate **gate,
               int *port, struct error *error)
{
    int listener = -1;
    if (!listen_at(options, &listener, port, error))
        return false;
    struct front_gate *made = must_have(calloc(1, sizeof *made), sizeof *made);
    size_t room = options->lines_max + 16;
    made->listener = (struct watch){.descriptor = listener, .ready = gate_ready};
    made->loop = loop;
    made->options = *options;
    made->lines = must_have(calloc(room, sizeof(struct gate_line *)), room);
    loop_watch(loop, &made->listener, EPOLLIN);
    *gate = made;
    return true;
}

void gate_set_site(struct front_gate *gate, struct head_site site)
{
    gate->options.site = site;
}

void gate_close(struct front_gate *gate)
{
    if (!gate)
        return;
    while (gate->line_count > 0)
        line_end(gate->lines[0]);
    loop_watch(gate->loop, &gate->listener, 0);
    close(gate->listener.descriptor);
    free(gate->lines);
    free(gate->by_library);
    free(gate);
}

void gate_sweep(struct front_gate *gate)
{
    static const struct head_refusal slow = {408, "the request did not come in time"};
    int64_t now = loop_now();
    for (size_t i = gate->line_count; i-- > 0;) {
        struct gate_line *line = gate->lines[i];
        if (line->deadline == 0 || line->deadline > now)
            continue;
        // Whoever has begun to speak is told why; whoever has not is only let go.
        bool is_told = line->state == LINE_HEAD && line->in.to > line->in.from;
        if (is_told)
            line_refuse(line, &slow);
        if (!is_told)
            line_end(line);
        else
            line_pump(line);
    }
}

struct gate_line *gate_line_of(const struct front_gate *gate, int descriptor)
{
    size_t place = (size_t)descriptor;
    return descriptor >= 0 && place < gate->by_library_room ? gate->by_library[place] : NULL;
}

void gate_answered(struct front_gate *gate, int descriptor)
{
    struct gate_line *line = gate_line_of(gate, descriptor);
    if (!line)
        return;
    line->is_answered = true;
    line_pump(line);
}

size_t gate_lines(const struct front_gate *gate)
{
    return gate->line_count;
}
