// SPDX-License-Identifier: Apache-2.0
// What the program around us does while a verb runs. In the module it is host.js; in tests, the test.

#ifndef ENTENTE_WASM_HOST_PARTS_H
#define ENTENTE_WASM_HOST_PARTS_H

// Hears how many steps are done, of how many (0: no bound). Not 0: the verb should stop. Numbers as
// JavaScript has them.
int host_progress(double done, double all);

// Not 0: the descriptor is a terminal. Only platform.c asks.
int host_is_terminal(int descriptor);

#endif
