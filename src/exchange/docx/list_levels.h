// SPDX-License-Identifier: Apache-2.0
// How many levels a list of a .docx file has, and what stands for a number that is not there.

#ifndef ENTENTE_EXCHANGE_DOCX_LIST_LEVELS_H
#define ENTENTE_EXCHANGE_DOCX_LIST_LEVELS_H

#define NUMBERING_LEVELS 9
#define NUMBERING_NOT_SAID (-1)

#endif
