// SPDX-License-Identifier: Apache-2.0
// The gate between a client and a library that the test itself plays.
#include "serve/gate.h"

#include "tap.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char request[] = "GET / HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n";

struct stage {
    struct loop loop;
    struct front_gate *gate;
    int port, library; // the library's end of the pair; -1: no client has come through
};

static bool take_end(void *self, int descriptor)
{
    struct stage *stage = self;
    int room = 1 << 20;
    setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
    stage->library = descriptor;
    return true;
}

static void stage_open(struct stage *stage)
{
    static struct str host = {"127.0.0.1:1", 11};
    struct error error;
    struct gate_options options = {.address = "127.0.0.1",
                                   .body_max = 1000,
                                   .lines_max = 10,
                                   .per_address = 10,
                                   .head_ms = 10000,
                                   .idle_ms = 10000,
                                   .stall_ms = 10000,
                                   .body_bytes_s = 1000,
                                   .join = take_end,
                                   .self = stage};
    stage->library = -1;
    REQUIRE(loop_open(&stage->loop, &error));
    REQUIRE(gate_open(&options, &stage->loop, &stage->gate, &stage->port, &error));
    gate_set_site(stage->gate, (struct head_site){&host, NULL, 1});
}

static void stage_close(struct stage *stage)
{
    gate_close(stage->gate);
    loop_close(&stage->loop);
    close(stage->library);
}

static void go_round(struct stage *stage)
{
    for (int i = 0; i < 20; i++)
        loop_round(&stage->loop, 0);
}

static int client_open(const struct stage *stage)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)stage->port)};
    int client = socket(AF_INET, SOCK_STREAM, 0);
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    CHECK(connect(client, (struct sockaddr *)&address, sizeof address) == 0);
    return client;
}

static size_t read_all(int descriptor)
{
    static char bytes[1 << 18];
    size_t count = 0;
    ssize_t more;
    while ((more = recv(descriptor, bytes, sizeof bytes, MSG_DONTWAIT)) > 0)
        count += (size_t)more;
    return count;
}

// Does a request come through, and the answer go back, whole?
static bool is_answered(struct stage *stage, int client, size_t length)
{
    static char answer[1 << 18];
    bool is_sent = write(client, request, sizeof request - 1) == (ssize_t)sizeof request - 1;
    go_round(stage);
    bool has_come = stage->library >= 0 && read_all(stage->library) > 0;
    bool is_written = has_come && write(stage->library, answer, length) == (ssize_t)length;
    gate_answered(stage->gate, stage->library);
    go_round(stage);
    return is_sent && is_written && read_all(client) == length;
}

TEST(after_an_answer_of_any_size_the_same_connection_is_answered_again)
{
    struct stage stage;
    stage_open(&stage);
    int client = client_open(&stage);
    for (size_t length = 1000; length < 200000; length += 7000) {
        bool is_right = is_answered(&stage, client, length) && is_answered(&stage, client, 10);
        if (!CHECK(is_right))
            printf("# after an answer of %zu bytes\n", length);
        if (!is_right)
            break;
    }
    close(client);
    go_round(&stage);
    CHECK_INT(gate_lines(stage.gate), 0);
    stage_close(&stage);
}

TESTS(TAP_ENTRY(after_an_answer_of_any_size_the_same_connection_is_answered_again))
