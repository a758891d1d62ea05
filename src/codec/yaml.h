// SPDX-License-Identifier: Apache-2.0
// YAML written by hand: one document, read into the same tree as JSON, every scalar as text.

#ifndef ENTENTE_CODEC_YAML_H
#define ENTENTE_CODEC_YAML_H

#include "codec/json.h"

// Reads one YAML 1.2 document. Every scalar is a JSON_STRING whatever it looks like, so that NO, 1e3
// and 2025-12-20 stay what was written; the caller's schema says what it means. An empty document
// is an empty text.
//
// source   the file's name, for errors
// Owner:   arena
// Errors:  BAD_INPUT with line and column (a key twice, a key that is no scalar, a tag, a second
//          document); TOO_LARGE when nested deeper than limits->yaml_depth, or when aliases make
//          more than a million values out of the file
bool yaml_read(struct str source, struct str text, const struct input_limits *limits,
               struct arena *arena, const struct json **value, struct error *error) MUST_CHECK;

// Writes a text as one scalar: plain where YAML reads it back as the same text, else double-quoted.
void yaml_scalar(struct builder *out, struct str text);

#endif
