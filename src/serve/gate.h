// SPDX-License-Identifier: Apache-2.0
// The gate in front of the HTTP library: it alone holds the clients' sockets.
//
// Each request is read here byte for byte and refused, or written anew, in one way, to the library over a
// pair of sockets; the answer comes back the same way. So the library never sees what a client wrote as the
// head, and the deadlines and limits of a connection are ours.

#ifndef ENTENTE_SERVE_GATE_H
#define ENTENTE_SERVE_GATE_H

#include "serve/gate_options.h"

struct front_gate;
struct gate_line;

// Listens; *port is the port that it got. The options' texts must live as long, `site` may be set later.
bool gate_open(const struct gate_options *options, struct loop *loop, struct front_gate **gate,
               int *port, struct error *error) MUST_CHECK;
void gate_set_site(struct front_gate *gate, struct head_site site);
// NULL is fine.
void gate_close(struct front_gate *gate);

// Called now and then: ends what took too long.
void gate_sweep(struct front_gate *gate);

// The library has written the whole answer on its end with this descriptor.
void gate_answered(struct front_gate *gate, int descriptor);

// Connections now, for tests and the log.
size_t gate_lines(const struct front_gate *gate);

#endif
