// SPDX-License-Identifier: Apache-2.0
// The writing of tracked changes itself, before anybody has read it again.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_TRACKED_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_TRACKED_H

#include "exchange/docx_write/scheme.h"
#include "exchange/docx_write/writer.h"

// Writes the merged text over its base as docx_write_tracked does.
//
// scheme   NULL: plain tracked changes
// Result:  *writer knows what was written and under which names; *bytes is nothing to hand out yet
// Owner:   arena
// Errors:  those of reading the base again; TOO_LARGE
bool tracked_write(const struct merged *merged, const struct docx_write_options *options,
                   const struct docx_scheme *scheme, struct arena *arena,
                   struct docx_writer **writer, struct str *bytes, struct error *error) MUST_CHECK;

#endif
