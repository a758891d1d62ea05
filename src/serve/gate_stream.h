// SPDX-License-Identifier: Apache-2.0
// An answer without an end: the library writes its head, then the gate alone has the line. What is told goes
// to the client's socket in one call, with no pair of sockets and nothing of the library between.

#ifndef ENTENTE_SERVE_GATE_STREAM_H
#define ENTENTE_SERVE_GATE_STREAM_H

#include "base/builder.h"
#include "serve/gate.h"

// The line of which the library has this end becomes a stream when the library has ended there, behind the
// head of an answer in chunks. `left` is called once, when the line has ended; it may tell other lines.
// NULL: there is no such line any more, and `left` is not called.
struct gate_line *gate_stream_open(const struct front_gate *gate, int descriptor,
                                   void (*left)(void *self), void *self) MUST_CHECK;

// Bytes as they go over a line: made once for all lines to which they are told.
struct str gate_stream_chunk(struct str bytes, struct arena *arena);

// Sends a chunk, or holds what the client does not take yet; before the head is through, all of it. A client
// that leaves too much lying is let go a little later, never within this call.
void gate_stream_tell(struct gate_line *line, struct str chunk);

// Nothing more goes out, not even what the client has not taken yet; the line ends a little later.
void gate_stream_cut(struct gate_line *line);

#endif
