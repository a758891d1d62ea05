// SPDX-License-Identifier: Apache-2.0
// entente serve: the workbench in the browser.

#ifndef ENTENTE_SERVE_SERVE_H
#define ENTENTE_SERVE_SERVE_H

#include "base/error.h"

struct serve_options {
    const char *place;      // a case file, or a folder of cases; NULL: none
    const char *address;    // NULL: 127.0.0.1
    int port;               // 0: any
    const char *behind;     // "https://talks.example": how the world sees it; NULL: as it is
    const char *viewer;     // as whom the host looks and acts; NULL: what all parties may see
    const char *passphrase; // opens what is sealed to the viewer; NULL: none
    const char *wasm; // folder of the module of pages that seal by themselves; NULL: as installed
    bool opens;       // opens the link in a browser, where there is one
};

// Serves until the process is told to stop. Prints one line with a link when it can be opened.
bool serve_run(const struct serve_options *options, struct error *error) MUST_CHECK;

// The hidden verb of the processes that it starts; queue: a database whose workers may do it, or NULL. Gives
// the exit code.
int serve_errand(const char *queue);

#endif
