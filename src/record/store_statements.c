// SPDX-License-Identifier: Apache-2.0
// Plain enough that SQLite and PostgreSQL read them alike; texts order by bytes in both. Parameters first
// stand in the order of their numbers: SQLite counts them by that.
#include "record/store_statements.h"

// In the order of struct entry_row.
#define ENTRY_COLUMNS "audience,at,salt,content,attachments,commitment,subtree"

static const char *const texts[STATEMENT_COUNT] = {
    [STATEMENT_ADD_ENTRY] = "INSERT INTO entry VALUES($1,$2,$3,$4,$5,$6,$7)",
    [STATEMENT_ENTRY] = "SELECT " ENTRY_COLUMNS " FROM entry WHERE audience=$1 AND at=$2",
    // Cutting the lowest bit off a size again and again gives where its perfect subtrees end.
    [STATEMENT_PEAKS] =
        "WITH RECURSIVE peak(past) AS (SELECT CAST($1 AS bigint) UNION ALL SELECT past & (past-1) "
        "FROM peak WHERE past & (past-1) > 0) SELECT at,subtree FROM peak CROSS JOIN entry WHERE "
        "audience=$2 AND at=past-1 ORDER BY at",
    [STATEMENT_EMPTY_ENTRY] =
        "UPDATE entry SET salt=$1, content=$1, attachments=$1 WHERE audience=$2 AND at=$3",
    [STATEMENT_HEAD] = "SELECT size,root FROM head WHERE audience=$1",
    [STATEMENT_SET_HEAD] = "INSERT INTO head VALUES($1,$2,$3) ON CONFLICT(audience) DO UPDATE SET "
                           "size=excluded.size, root=excluded.root",
    [STATEMENT_HEADS] = "SELECT audience,size,root FROM head ORDER BY audience",
    [STATEMENT_AUDIENCES] = "SELECT DISTINCT audience FROM entry ORDER BY audience",
    [STATEMENT_ADD_ATTACHMENT] = "INSERT INTO attachment VALUES($1,$2) ON CONFLICT DO NOTHING",
    [STATEMENT_ATTACHMENT] = "SELECT bytes FROM attachment WHERE hash=$1",
    [STATEMENT_DROP_ATTACHMENT] = "DELETE FROM attachment WHERE hash=$1",
    [STATEMENT_ADD_CHECKPOINT] = "INSERT INTO checkpoint VALUES($1,$2,$3) ON "
                                 "CONFLICT(audience,size) DO UPDATE SET note=excluded.note",
    [STATEMENT_CHECKPOINTS] = "SELECT audience,size,note FROM checkpoint ORDER BY audience,size",
    [STATEMENT_META] = "SELECT value FROM meta WHERE name=$1",
    [STATEMENT_META_NAMES] = "SELECT name FROM meta ORDER BY name",
    [STATEMENT_SET_META] = "INSERT INTO meta VALUES($1,$2) ON CONFLICT(name) DO UPDATE SET "
                           "value=excluded.value",
    [STATEMENT_SET_STATE] =
        "INSERT INTO state VALUES($1,$2,$3,$4,$5) ON CONFLICT(kind,id) DO UPDATE "
        "SET born=excluded.born, last=excluded.last, value=excluded.value",
    [STATEMENT_CLEAR_STATE] = "DELETE FROM state",
    [STATEMENT_WALK_ENTRIES] =
        "SELECT " ENTRY_COLUMNS " FROM entry WHERE audience=$1 AND at>=$2 ORDER BY at",
    [STATEMENT_WALK_STATE] = "SELECT kind,id,born,last,value FROM state ORDER BY born",
    [STATEMENT_WALK_STATE_ROWS] = "SELECT kind,id,born,last,value FROM state",
    [STATEMENT_WALK_ATTACHMENTS] = "SELECT hash,bytes FROM attachment ORDER BY hash",
    [STATEMENT_WALK_FILE_HASHES] = "SELECT hash FROM attachment ORDER BY hash",
};

const char *store_statement_text(enum store_statement statement)
{
    return texts[statement];
}
