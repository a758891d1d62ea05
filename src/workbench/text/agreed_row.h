// SPDX-License-Identifier: Apache-2.0
// Which wordings of a row's slots make the text that is agreed in it.

#ifndef ENTENTE_WORKBENCH_TEXT_AGREED_ROW_H
#define ENTENTE_WORKBENCH_TEXT_AGREED_ROW_H

#include "merge/sheet.h"

// Words count, white space and the way quotation marks and dashes are set do not.
//
// first, end  the points of the row: [first, end)
// agreed      empty: nothing stays of the row
// choices     by slot of the sheet; filled for those of the row: index of the wording
// Result:     false: the text is no choice of these wordings, and nothing is filled
// Cost:       O(text of the row × wordings), bounded where many choices begin alike
bool agreed_row_choose(const struct sheet *sheet, uint32_t first, uint32_t end, struct str agreed,
                       uint32_t *choices);

#endif
