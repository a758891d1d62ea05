// SPDX-License-Identifier: Apache-2.0
// The one catalogue of statements on a case's tables, for every driver of the store. Parameters are $1,
// $2 and so on, in the order in which they are given; columns come in the order of the text.

#ifndef ENTENTE_RECORD_STORE_STATEMENTS_H
#define ENTENTE_RECORD_STORE_STATEMENTS_H

enum store_statement {
    STATEMENT_ADD_ENTRY,
    STATEMENT_ENTRY,
    STATEMENT_PEAKS,
    STATEMENT_EMPTY_ENTRY,
    STATEMENT_HEAD,
    STATEMENT_SET_HEAD,
    STATEMENT_HEADS,
    STATEMENT_AUDIENCES,
    STATEMENT_ADD_ATTACHMENT,
    STATEMENT_ATTACHMENT,
    STATEMENT_DROP_ATTACHMENT,
    STATEMENT_ADD_CHECKPOINT,
    STATEMENT_CHECKPOINTS,
    STATEMENT_META,
    STATEMENT_META_NAMES,
    STATEMENT_SET_META,
    STATEMENT_SET_STATE,
    STATEMENT_CLEAR_STATE,
    STATEMENT_WALK_ENTRIES,
    STATEMENT_WALK_STATE,
    STATEMENT_WALK_STATE_ROWS,
    STATEMENT_WALK_ATTACHMENTS,
    STATEMENT_WALK_FILE_HASHES,
    STATEMENT_COUNT,
};

const char *store_statement_text(enum store_statement statement);

#endif
