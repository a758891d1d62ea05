// SPDX-License-Identifier: Apache-2.0
// The rows and cells of a landscape Word table.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_DOCX_CELLS_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_DOCX_CELLS_H

#include "base/builder.h"
#include "base/error.h"

enum { CELLS_WIDTH = 15400 }; // twentieths of a point: A4 landscape between margins of 12.7 mm

// The look of a run: what stands before and behind its size in the order of the schema.
struct cell_look {
    const char *before;
    const char *behind;
};

extern const struct cell_look cell_plain;
extern const struct cell_look cell_bold;
extern const struct cell_look cell_struck;
extern const struct cell_look cell_added;   // underlined
extern const struct cell_look cell_new;     // highlighted, as tables of comments have it
extern const struct cell_look cell_dropped; // struck, without a colour

// How a cell is joined with those above and below it.
enum cell_join { CELL_ALONE, CELL_BEGINS, CELL_GOES_ON };

void cells_title(struct builder *out, struct str title);
// A table of `width` twentieths of a point, in columns of these widths.
void cells_open_table(struct builder *out, uint32_t width, const uint32_t *widths, uint32_t count);
// Heads are repeated on every page; no row breaks at a page's end.
void cells_open_row(struct builder *out, bool is_head);
void cells_close_row(struct builder *out);
// A cell with one paragraph, to be filled with runs. shade NULL: none; span: columns that it takes in
void cells_open(struct builder *out, uint32_t width, uint32_t span, enum cell_join join,
                const char *shade);
void cells_close(struct builder *out);
void cells_run(struct builder *out, struct cell_look look, struct str text);
// The same, where "\n" ends a paragraph and not only a line.
void cells_lines(struct builder *out, struct cell_look look, struct str text);
void cells_add(struct builder *out, uint32_t width, const char *shade, struct cell_look look,
               struct str text);
// What `text` leaves out of `base` struck, what it puts in in the look `added`, word for word but for the
// words at the beginning and the end that both have.
void cells_changed(struct builder *out, struct str base, struct str text, struct cell_look dropped,
                   struct cell_look added);
// The package whose body this is, read again. Errors: TOO_LARGE
bool cells_package(struct builder *out, struct arena *arena, struct str *bytes,
                   struct error *error) MUST_CHECK;

#endif
