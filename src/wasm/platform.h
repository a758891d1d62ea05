// SPDX-License-Identifier: Apache-2.0
// What the C library of emscripten 3.1 does not declare; put before every file of that build.

#ifndef ENTENTE_WASM_PLATFORM_H
#define ENTENTE_WASM_PLATFORM_H

#include <stddef.h>

void qsort_r(void *items, size_t count, size_t size,
             int (*compare)(const void *a, const void *b, void *context), void *context);

#endif
