// SPDX-License-Identifier: Apache-2.0
// The WebAssembly module with which a party's page seals and signs by itself (tools/build-wasm.sh).

#ifndef ENTENTE_SERVE_VAULT_FILES_H
#define ENTENTE_SERVE_VAULT_FILES_H

#include "base/error.h"

struct site_visit;
struct vault_files;

// Reads them from a folder; folder NULL: from ../share/entente/wasm beside the program, where they are.
// Result:   *files is NULL where there are none, and none were asked for
bool vault_files_open(const char *folder, struct vault_files **files,
                      struct error *error) MUST_CHECK;
// NULL is fine.
void vault_files_close(struct vault_files *files);

// Hands one out.
void vault_file_answer(struct site_visit *visit);

#endif
