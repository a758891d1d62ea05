// SPDX-License-Identifier: Apache-2.0
// What of a file or a form is the passphrase, whatever system or keyboard it was written with.

#ifndef ENTENTE_RECORD_PASSPHRASE_H
#define ENTENTE_RECORD_PASSPHRASE_H

#include "base/error.h"

// The text in NFC, without a byte order mark at its start and one line end (CR LF, LF or CR) at its
// end; all else counts.
//
// Owner:   guarded memory, the bytes of *normal are the secret to free
// Errors:  MISUSE when nothing is left; BAD_INPUT when it is not UTF-8
bool passphrase_normal(struct str given, struct str *normal, struct error *error) MUST_CHECK;
// What counted in format 1: all up to the first line feed.
struct str passphrase_old(struct str given);

// Few or nearly equal characters: whoever has the file can try them all.
bool passphrase_is_weak(struct str given);

#endif
