// SPDX-License-Identifier: Apache-2.0
// What the gate is told when it is opened.

#ifndef ENTENTE_SERVE_GATE_OPTIONS_H
#define ENTENTE_SERVE_GATE_OPTIONS_H

#include "serve/head.h"
#include "serve/loop.h"

struct gate_options {
    const char *address; // "127.0.0.1" or "::1"
    int port;            // 0: any that is free
    struct head_site site;
    uint64_t body_max;    // bytes
    size_t lines_max;     // connections at a time
    size_t per_address;   // of these from one address
    int64_t head_ms;      // in which a head must be whole
    int64_t idle_ms;      // between two requests
    int64_t stall_ms;     // in which a client must take something of its answer
    int64_t body_bytes_s; // the least speed of a body
    // Takes the library's end of a pair over; false: it is full.
    bool (*join)(void *self, int descriptor);
    void *self;
};

#endif
