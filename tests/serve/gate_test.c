// SPDX-License-Identifier: Apache-2.0
// The gate between a client and a library that the test itself plays.
#include "serve/gate_stream.h"

#include "tap.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
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

// --- Streams

static void count_one(void *self)
{
    ++*(int *)self;
}

// A client's line, whose request the library has read, is to be a stream; *left counts how often it ended.
static struct gate_line *stream_open(struct stage *stage, int client, int *left)
{
    bool is_sent = write(client, request, sizeof request - 1) == (ssize_t)sizeof request - 1;
    go_round(stage);
    bool has_come = stage->library >= 0 && read_all(stage->library) > 0;
    CHECK(is_sent && has_come);
    return gate_stream_open(stage->gate, stage->library, count_one, left);
}

// The library writes the head, and ends.
static void head_write(struct stage *stage, struct str head)
{
    CHECK(write(stage->library, head.bytes, head.length) == (ssize_t)head.length);
    close(stage->library);
    stage->library = -1;
    go_round(stage);
}

TEST(what_is_told_before_the_head_is_through_comes_behind_it_in_order)
{
    struct stage stage;
    char bytes[200];
    int left = 0;
    stage_open(&stage);
    int client = client_open(&stage);
    struct gate_line *line = stream_open(&stage, client, &left);
    REQUIRE(line != NULL);
    gate_stream_tell(line, STR("1;"));
    gate_stream_tell(line, STR("2;"));
    go_round(&stage);
    CHECK(recv(client, bytes, sizeof bytes, MSG_DONTWAIT) < 0);
    head_write(&stage, STR("head;"));
    gate_stream_tell(line, STR("3;"));
    ssize_t count = recv(client, bytes, sizeof bytes, MSG_DONTWAIT);
    CHECK_STR(((struct str){bytes, count > 0 ? (size_t)count : 0}), STR("head;1;2;3;"));
    CHECK_INT(left, 0);
    close(client);
    go_round(&stage);
    CHECK_INT(left, 1);
    CHECK_INT(gate_lines(stage.gate), 0);
    stage_close(&stage);
    CHECK_INT(left, 1);
}

TEST(a_line_that_ends_before_its_head_is_through_has_left_too)
{
    struct stage stage;
    int left = 0;
    stage_open(&stage);
    int client = client_open(&stage);
    struct gate_line *line = stream_open(&stage, client, &left);
    REQUIRE(line != NULL);
    gate_stream_tell(line, STR("1;"));
    close(client);
    go_round(&stage);
    head_write(&stage, STR("head;"));
    CHECK_INT(left, 1);
    CHECK(!gate_stream_open(stage.gate, stage.library, count_one, &left));
    stage_close(&stage);
}

// Chunks of which each byte says where it stands; is what came the beginning of them?
static size_t told_until_cut(struct gate_line *line, size_t most)
{
    static char chunk[5000];
    size_t told = 0;
    while (told < most) {
        for (size_t i = 0; i < sizeof chunk; i++)
            chunk[i] = (char)('a' + (told + i) % 23);
        gate_stream_tell(line, (struct str){chunk, sizeof chunk});
        told += sizeof chunk;
    }
    return told;
}

TEST(a_client_that_takes_nothing_is_let_go_with_a_beginning_of_what_was_told)
{
    enum { TOLD = 20000000 }; // more than the system holds for it
    static char bytes[1 << 16];
    struct stage stage;
    int left = 0;
    stage_open(&stage);
    int client = client_open(&stage);
    struct gate_line *line = stream_open(&stage, client, &left);
    REQUIRE(line != NULL);
    head_write(&stage, STR(""));
    size_t told = told_until_cut(line, TOLD);
    CHECK_INT(left, 0); // never within the call
    gate_sweep(stage.gate);
    go_round(&stage);
    CHECK_INT(left, 1);
    size_t came = 0;
    bool is_right = true;
    ssize_t count;
    while ((count = recv(client, bytes, sizeof bytes, 0)) > 0) {
        for (size_t i = 0; i < (size_t)count; i++)
            is_right = is_right && bytes[i] == (char)('a' + (came + i) % 23);
        came += (size_t)count;
    }
    CHECK(is_right && came > 0 && came < told);
    close(client);
    stage_close(&stage);
}

TEST(a_client_that_takes_late_has_all_of_it)
{
    static char bytes[1 << 16];
    struct stage stage;
    int left = 0;
    size_t came = 0;
    bool is_right = true;
    stage_open(&stage);
    int client = client_open(&stage);
    struct gate_line *line = stream_open(&stage, client, &left);
    REQUIRE(line != NULL);
    head_write(&stage, STR(""));
    for (int row = 0; row < 200; row++) {
        // What is told always begins anew, so that each row is of the same bytes.
        size_t told = told_until_cut(line, 23 * 5000);
        int waits = 0;
        for (size_t taken = 0; taken < told && waits < 500;) {
            go_round(&stage);
            ssize_t count = recv(client, bytes, row % 3 == 0 ? 1000 : sizeof bytes, MSG_DONTWAIT);
            // On a machine that has much to do the system hands over a little later.
            waits += count <= 0 && poll(&(struct pollfd){client, POLLIN, 0}, 1, 10) <= 0;
            if (count <= 0)
                continue;
            for (size_t i = 0; i < (size_t)count; i++)
                is_right = is_right && bytes[i] == (char)('a' + (came + i) % 23);
            taken += (size_t)count;
            came += (size_t)count;
        }
    }
    CHECK(is_right);
    CHECK_INT(came, 200 * 23 * 5000);
    CHECK_INT(left, 0);
    close(client);
    go_round(&stage);
    CHECK_INT(left, 1);
    stage_close(&stage);
}

TESTS(TAP_ENTRY(after_an_answer_of_any_size_the_same_connection_is_answered_again),
      TAP_ENTRY(what_is_told_before_the_head_is_through_comes_behind_it_in_order),
      TAP_ENTRY(a_line_that_ends_before_its_head_is_through_has_left_too),
      TAP_ENTRY(a_client_that_takes_nothing_is_let_go_with_a_beginning_of_what_was_told),
      TAP_ENTRY(a_client_that_takes_late_has_all_of_it))
