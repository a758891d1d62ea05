// SPDX-License-Identifier: Apache-2.0
#include "serve/gate_line.h"

#include "base/memory.h"
#include "serve/canonical.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { SOCKET_TURNS = 8, CLOSING_MS = 2000 };

// --- Bytes

static size_t held(const struct line_buffer *buffer)
{
    return buffer->to - buffer->from;
}

static void forget(struct line_buffer *buffer, size_t bytes)
{
    buffer->from += bytes;
    if (buffer->from == buffer->to)
        buffer->from = buffer->to = 0;
}

// What stands in the buffer moves to its front, so that there is room behind it.
static size_t make_room(struct line_buffer *buffer)
{
    if (buffer->from > 0) {
        memmove(buffer->bytes, buffer->bytes + buffer->from, held(buffer));
        buffer->to -= buffer->from;
        buffer->from = 0;
    }
    return LINE_BUFFER - buffer->to;
}

enum moved { MOVED_NONE, MOVED_SOME, MOVED_END, MOVED_BROKEN };

static enum moved fill(struct line_buffer *buffer, int from)
{
    size_t room = make_room(buffer);
    if (room == 0)
        return MOVED_NONE;
    ssize_t count = recv(from, buffer->bytes + buffer->to, room, MSG_DONTWAIT);
    if (count > 0) {
        buffer->to += (size_t)count;
        return MOVED_SOME;
    }
    if (count == 0)
        return MOVED_END;
    return errno == EAGAIN || errno == EINTR ? MOVED_NONE : MOVED_BROKEN;
}

// Sends at most `most` bytes of what is held.
static enum moved drain(struct line_buffer *buffer, size_t most, int to, size_t *sent)
{
    size_t wanted = held(buffer) < most ? held(buffer) : most;
    *sent = 0;
    if (wanted == 0)
        return MOVED_NONE;
    ssize_t count = send(to, buffer->bytes + buffer->from, wanted, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (count < 0)
        return errno == EAGAIN || errno == EINTR ? MOVED_NONE : MOVED_BROKEN;
    forget(buffer, (size_t)count);
    *sent = (size_t)count;
    return count > 0 ? MOVED_SOME : MOVED_NONE;
}

// --- The end of a connection

static void inner_end(struct gate_line *line)
{
    if (line->inner.descriptor < 0)
        return;
    loop_watch(line->gate->loop, &line->inner, 0);
    close(line->inner.descriptor);
    line->inner.descriptor = -1;
    line->inner_ended = true;
    line->gate->by_library[line->library] = NULL;
}

void line_end(struct gate_line *line)
{
    struct front_gate *gate = line->gate;
    if (line->is_dead)
        return;
    line->is_dead = true;
    inner_end(line);
    loop_watch(gate->loop, &line->client, 0);
    close(line->client.descriptor);
    gate->lines[line->place] = gate->lines[--gate->line_count];
    gate->lines[line->place]->place = line->place;
    free(line->in.bytes);
    free(line->onward.bytes);
    free(line->out.bytes);
    free(line->later.bytes);
    line->in.bytes = line->onward.bytes = line->out.bytes = line->later.bytes = NULL;
    loop_bury(gate->loop, line);
    if (line->left)
        line->left(line->listener);
}

static void line_begin_closing(struct gate_line *line)
{
    inner_end(line);
    line->state = LINE_CLOSING;
    line->deadline = loop_now() + line->gate->options.stall_ms;
}

void line_refuse(struct gate_line *line, const struct head_refusal *refusal)
{
    struct line_buffer *out = &line->out;
    make_room(out);
    if (LINE_BUFFER - out->to >= CANONICAL_REFUSAL_MAX)
        out->to += canonical_refusal(refusal, out->bytes + out->to);
    line_begin_closing(line);
}

// What the client still sends is read and thrown away for a while: with bytes unread the system would take
// the answer back from under its eyes.
static bool step_closing(struct gate_line *line)
{
    if (line->state != LINE_CLOSING || held(&line->out) > 0)
        return false;
    if (line->body_left != UINT64_MAX) {
        shutdown(line->client.descriptor, SHUT_WR);
        line->body_left = UINT64_MAX;
        line->deadline = loop_now() + CLOSING_MS;
    }
    line->in.from = line->in.to = 0;
    if (line->client_ended)
        line_end(line);
    return false;
}

// --- The library's end

static bool line_join(struct gate_line *line)
{
    struct front_gate *gate = line->gate;
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, pair) != 0)
        return false;
    size_t needed = (size_t)pair[1] + 1;
    if (needed > gate->by_library_room) {
        size_t room = needed * 2;
        void *more = realloc(gate->by_library, room * sizeof(struct gate_line *));
        if (!more)
            memory_exhausted(room);
        gate->by_library = more;
        memset(gate->by_library + gate->by_library_room, 0,
               (room - gate->by_library_room) * sizeof(struct gate_line *));
        gate->by_library_room = room;
    }
    if (!gate->options.join(gate->options.self, pair[1])) {
        close(pair[0]);
        return false;
    }
    line->inner.descriptor = pair[0];
    line->inner_ended = false;
    line->library = pair[1];
    gate->by_library[pair[1]] = line;
    return true;
}

// --- From the client to the library

static void take_over(struct gate_line *line, const struct head *head)
{
    struct str text = canonical_head(head, line->address);
    free(line->onward.bytes);
    line->onward = (struct line_buffer){(char *)(uintptr_t)text.bytes, 0, text.length};
    line->body_left = head->content_length;
    line->is_answered = false;
    line->state = LINE_BODY;
    line->deadline =
        loop_now() + line->gate->options.head_ms +
        (int64_t)(head->content_length * 1000 / (uint64_t)line->gate->options.body_bytes_s);
}

static bool step_head(struct gate_line *line)
{
    static const struct head_refusal large = {431, "the head of the request is too large"};
    static const struct head_refusal body = {413, "the body is too large"};
    static const struct head_refusal busy = {503, "too much at once; try again in a moment"};
    struct head_refusal refusal;
    struct head head;
    if (line->state != LINE_HEAD || held(&line->in) == 0)
        return false;
    struct str bytes = {line->in.bytes + line->in.from, held(&line->in)};
    size_t end = head_end(bytes);
    if (end == 0 && bytes.length < HEAD_BYTES_MAX)
        return false;
    const struct head_refusal *why = &refusal;
    if (end == 0)
        why = &large;
    else if (head_read(str_slice(bytes, 0, end), &head, &refusal) &&
             head_belongs(&head, &line->gate->options.site, &refusal))
        why = head.content_length > line->gate->options.body_max ? &body
              : line->inner.descriptor < 0 && !line_join(line)   ? &busy
                                                                 : NULL;
    if (why) {
        line_refuse(line, why);
        return true;
    }
    take_over(line, &head);
    forget(&line->in, end);
    return true;
}

static bool step_onward(struct gate_line *line)
{
    size_t sent;
    if (line->state != LINE_BODY)
        return false;
    if (line->inner_ended) {
        line_begin_closing(line);
        return true;
    }
    bool is_head = held(&line->onward) > 0;
    enum moved moved = is_head ? drain(&line->onward, SIZE_MAX, line->inner.descriptor, &sent)
                               : drain(&line->in, line->body_left, line->inner.descriptor, &sent);
    // The library refused the rest of the body: its answer is on its way to us.
    if (moved == MOVED_BROKEN)
        line->body_left = 0;
    else if (!is_head)
        line->body_left -= sent;
    if (held(&line->onward) == 0 && line->body_left == 0) {
        line->state = LINE_ANSWER;
        line->deadline = 0;
        return true;
    }
    return moved == MOVED_SOME;
}

static bool wants_more(const struct gate_line *line)
{
    bool is_open = line->state == LINE_HEAD || line->state == LINE_CLOSING ||
                   (line->state == LINE_BODY && line->body_left > held(&line->in));
    return is_open && !line->client_ended && held(&line->in) < LINE_BUFFER;
}

static bool step_in(struct gate_line *line)
{
    bool was_idle = line->state == LINE_HEAD && held(&line->in) == 0;
    if (!wants_more(line))
        return false;
    switch (fill(&line->in, line->client.descriptor)) {
    case MOVED_SOME:
        if (was_idle)
            line->deadline = loop_now() + line->gate->options.head_ms;
        return true;
    case MOVED_END:
        line->client_ended = true;
        if (line->state != LINE_CLOSING)
            line_end(line); // in the middle of a request, or between two
        return true;
    case MOVED_BROKEN:
        line_end(line);
        return true;
    case MOVED_NONE:
        break;
    }
    return false;
}

// --- From the library to the client

static bool step_back(struct gate_line *line)
{
    if (line->inner.descriptor < 0 || held(&line->out) == LINE_BUFFER)
        return false;
    enum moved moved = fill(&line->out, line->inner.descriptor);
    if (moved == MOVED_END && line->left) {
        inner_end(line);
        return true;
    }
    if (moved == MOVED_END || moved == MOVED_BROKEN) {
        line_begin_closing(line);
        return true;
    }
    if (moved == MOVED_NONE && held(&line->out) == 0 && line->is_answered &&
        line->state == LINE_ANSWER) {
        line->state = LINE_HEAD;
        line->is_answered = false;
        line->deadline = loop_now() + line->gate->options.idle_ms;
        if (line->client_ended)
            line_end(line);
        return true;
    }
    return moved == MOVED_SOME;
}

// The head of an answer without an end is through: what waited for it goes out, and no room is held for more.
static bool step_stream(struct gate_line *line)
{
    if (!line->left || line->state != LINE_ANSWER || !line->inner_ended || held(&line->out) > 0)
        return false;
    if (line->client_ended) {
        line_end(line);
        return false;
    }
    free(line->in.bytes);
    free(line->onward.bytes);
    free(line->out.bytes);
    line->in = line->onward = (struct line_buffer){NULL, 0, 0};
    line->out = line->later;
    line->later = (struct line_buffer){NULL, 0, 0};
    line->state = LINE_STREAM;
    return held(&line->out) > 0;
}

static bool step_out(struct gate_line *line)
{
    size_t sent;
    bool was_waiting = held(&line->out) > 0;
    enum moved moved = drain(&line->out, SIZE_MAX, line->client.descriptor, &sent);
    if (moved == MOVED_BROKEN) {
        line_end(line);
        return false;
    }
    // While an answer is under way the deadline is that of its bytes.
    bool is_under_way = !line->is_cut && (line->state == LINE_ANSWER || line->state == LINE_STREAM);
    if (is_under_way && held(&line->out) == 0)
        line->deadline = 0;
    else if (is_under_way && (sent > 0 || (was_waiting && line->deadline == 0)))
        line->deadline = loop_now() + line->gate->options.stall_ms;
    return moved == MOVED_SOME;
}

// --- What is awaited

static uint32_t client_events(const struct gate_line *line)
{
    uint32_t events = 0;
    if (wants_more(line))
        events |= EPOLLIN;
    if (held(&line->out) > 0 || line->is_unfinished)
        events |= EPOLLOUT;
    // A client that goes while it is being answered is noticed too.
    if (!line->client_ended)
        events |= EPOLLRDHUP;
    return events == 0 ? EPOLLPRI : events;
}

static uint32_t inner_events(const struct gate_line *line)
{
    uint32_t events = 0;
    if (held(&line->out) < LINE_BUFFER)
        events |= EPOLLIN;
    if (line->state == LINE_BODY && (held(&line->onward) > 0 || held(&line->in) > 0))
        events |= EPOLLOUT;
    return events;
}

void line_await(struct gate_line *line)
{
    loop_watch(line->gate->loop, &line->client, client_events(line));
    if (line->inner.descriptor >= 0)
        loop_watch(line->gate->loop, &line->inner, inner_events(line));
}

void line_pump(struct gate_line *line)
{
    bool moved = true;
    for (int turn = 0; moved && turn < SOCKET_TURNS && !line->is_dead; turn++) {
        moved = step_in(line);
        moved = !line->is_dead && step_head(line) ? true : moved;
        moved = !line->is_dead && step_onward(line) ? true : moved;
        moved = !line->is_dead && step_back(line) ? true : moved;
        moved = !line->is_dead && step_out(line) ? true : moved;
        moved = !line->is_dead && step_stream(line) ? true : moved;
        if (!line->is_dead)
            step_closing(line);
    }
    if (line->is_dead)
        return;
    // The last bytes of an answer may have moved in the last turn: with them no descriptor says any more that
    // the answer is over, so the next round looks again.
    line->is_unfinished = moved;
    line_await(line);
}
