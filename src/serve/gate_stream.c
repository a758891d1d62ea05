// SPDX-License-Identifier: Apache-2.0
#include "serve/gate_stream.h"

#include "base/memory.h"
#include "serve/gate_line.h"

#include <stdlib.h>

enum { STREAM_ROOM = 65536 }; // of what a slow client has not taken

struct gate_line *gate_stream_open(const struct front_gate *gate, int descriptor,
                                   void (*left)(void *self), void *self)
{
    struct gate_line *line = gate_line_of(gate, descriptor);
    if (!line)
        return NULL;
    line->left = left;
    line->listener = self;
    return line;
}

struct str gate_stream_chunk(struct str bytes, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_print(&out, "%zx\r\n", bytes.length);
    builder_add(&out, bytes);
    builder_add(&out, STR("\r\n"));
    return builder_str(&out);
}

static bool hold(struct line_buffer *row, struct str bytes)
{
    size_t before = row->to - row->from;
    if (before + bytes.length > STREAM_ROOM)
        return false;
    char *made = malloc(before + bytes.length);
    if (!made)
        memory_exhausted(before + bytes.length);
    if (before > 0)
        memcpy(made, row->bytes + row->from, before);
    memcpy(made + before, bytes.bytes, bytes.length);
    free(row->bytes);
    row->bytes = made;
    row->from = 0;
    row->to = before + bytes.length;
    return true;
}

void gate_stream_tell(struct gate_line *line, struct str chunk)
{
    bool is_open = line->state == LINE_STREAM;
    struct line_buffer *row = is_open ? &line->out : &line->later;
    if (line->is_cut)
        return;
    if (is_open && row->from == row->to) {
        ssize_t sent =
            send(line->client.descriptor, chunk.bytes, chunk.length, MSG_DONTWAIT | MSG_NOSIGNAL);
        // Of a line that is broken the loop tells.
        chunk = str_skip(chunk, sent > 0 ? (size_t)sent : 0);
    }
    if (chunk.length == 0)
        return;
    line->is_cut = !hold(row, chunk);
    if (line->is_cut)
        line->deadline = 1; // long ago: the next sweep ends it
    else if (is_open && line->deadline == 0)
        line->deadline = loop_now() + line->gate->options.stall_ms;
    line_await(line);
}

void gate_stream_cut(struct gate_line *line)
{
    line->is_cut = true;
    if (line->state == LINE_STREAM) // before that it holds the head
        line->out.from = line->out.to;
    line->later.from = line->later.to;
    line->deadline = 1; // long ago: the next sweep ends it
    line_await(line);
}
