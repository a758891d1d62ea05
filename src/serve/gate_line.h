// SPDX-License-Identifier: Apache-2.0
// One connection of a client at the gate. Only gate*.c include this.

#ifndef ENTENTE_SERVE_GATE_LINE_H
#define ENTENTE_SERVE_GATE_LINE_H

#include "serve/gate_options.h"

#include <sys/socket.h>

enum { LINE_BUFFER = HEAD_BYTES_MAX };

enum line_state {
    LINE_HEAD,    // a head is awaited
    LINE_BODY,    // its body goes on to the library
    LINE_ANSWER,  // the library is at it
    LINE_STREAM,  // the library is through: what the gate is told goes out (gate_stream.h)
    LINE_CLOSING, // what is left of the answer goes out, then nothing more
};

// Bytes on their way: those in [from, to) are still to go on.
struct line_buffer {
    char *bytes;
    size_t from, to;
};

struct front_gate;

struct gate_line {
    struct watch client; // first: the loop gives it back
    struct front_gate *gate;
    struct watch inner; // our end of the pair; its descriptor is -1 while there is none
    int library;        // the other end, as a name only: the library owns it
    size_t place;       // in gate->lines
    enum line_state state;
    struct line_buffer in;     // from the client
    struct line_buffer onward; // the head as it is written anew
    struct line_buffer out;    // to the client
    uint64_t body_left;
    // Of an answer without an end: who hears that the line has ended, and what waits for its head.
    void (*left)(void *listener); // NULL: it is no such answer
    void *listener;
    struct line_buffer later;
    bool is_cut;       // it missed something: nothing more is told
    bool is_answered;  // the library has written all of this answer
    bool client_ended; // it will send no more
    bool inner_ended;  // the library will write no more
    bool is_dead;
    bool is_unfinished; // there may be steps to take that no descriptor tells of
    int64_t deadline;   // 0: none
    char address[64];
};

struct front_gate {
    struct watch listener; // first
    struct loop *loop;
    struct gate_options options;
    struct gate_line **lines;
    size_t line_count;
    struct gate_line **by_library; // by the descriptor of the library's end
    size_t by_library_room;
};

// The line of which the library has this end; NULL: none
struct gate_line *gate_line_of(const struct front_gate *gate, int descriptor);
// Says to the loop what is awaited.
void line_await(struct gate_line *line);
// Takes every step that can be taken now, and says to the loop what is awaited.
void line_pump(struct gate_line *line);
void line_end(struct gate_line *line);
// Ends it with an answer of the gate's own.
void line_refuse(struct gate_line *line, const struct head_refusal *refusal);

#endif
