// SPDX-License-Identifier: Apache-2.0
// The next base, read again before anybody gets it.

#ifndef ENTENTE_EXCHANGE_DOCX_NEXT_PROOF_H
#define ENTENTE_EXCHANGE_DOCX_NEXT_PROOF_H

#include "exchange/docx_write/writer.h"

// Reads the file that was settled: every part that changed is well-formed, numbers are given once, and
// with its changes refused it has the words that the decided slots give; with those of one party accepted,
// where some are left, that party's.
//
// Errors: UNSUPPORTED, with the words where it parts: nothing should be handed out
// Cost:   O(bytes of the written parts + readings × words)
bool next_base_proof(const struct docx_writer *writer, struct str bytes,
                     struct error *error) MUST_CHECK;

#endif
