// SPDX-License-Identifier: Apache-2.0
// The tables of a case in a database: made, and looked at before they are trusted. A case that somebody
// else keeps gets no chance to run anything: no trigger, rule, default or view of theirs.
#include "record/store_postgresql_parts.h"

#include "base/builder.h"
#include "record/policy_text.h"

// Texts order by bytes, as in a file.
#define TEXT "text COLLATE \"C\" NOT NULL"

static const char tables[] =
    "CREATE TABLE meta(name " TEXT " PRIMARY KEY, value " TEXT ");"
    "CREATE TABLE entry(audience " TEXT ", at int8 NOT NULL, salt bytea NOT NULL, "
    "content bytea NOT NULL, attachments bytea NOT NULL, commitment bytea NOT NULL, "
    "subtree bytea NOT NULL, PRIMARY KEY(audience, at));"
    "CREATE TABLE head(audience " TEXT " PRIMARY KEY, size int8 NOT NULL, root bytea NOT NULL);"
    "CREATE TABLE attachment(hash bytea PRIMARY KEY, bytes bytea NOT NULL);"
    "CREATE TABLE checkpoint(audience " TEXT ", size int8 NOT NULL, note " TEXT ", "
    "PRIMARY KEY(audience, size));"
    "CREATE TABLE state(kind " TEXT ", id " TEXT ", born " TEXT ", last " TEXT ", value " TEXT ", "
    "PRIMARY KEY(kind, id))";

// The second net. Who is neither the owner nor of the owner's group reads of the logs what all parties may
// read, and of the others what is addressed to a role "case_NAME AUDIENCE" that has been given to them (a
// name that is longer than PostgreSQL's names are is nobody's); of the files those that such entries name;
// and not which checkpoints there are of all logs together. The state is made from open entries alone.
#define READABLE                                                                                   \
    "audience IN ('public','all') OR (octet_length('%s ' || audience) < 64 AND "                   \
    "pg_has_role(to_regrole(quote_ident('%s ' || audience)), 'member'))"
// As PostgreSQL 15 writes it again; policy_text.h says when what another version writes is the same.
#define READABLE_AGAIN                                                                             \
    "((audience = ANY (ARRAY['public'::text, 'all'::text])) OR ((octet_length(('%s '::text || "    \
    "audience)) < 64) AND pg_has_role((to_regrole(quote_ident(('%s '::text || audience))))::oid, " \
    "'member'::text)))"

static const struct netted {
    const char *table;
    const char *readable, *again; // with the schema once or twice
} netted[] = {
    {"attachment",
     "hash IN (SELECT substr(e.attachments, 32*n+1, 32) FROM entry e, "
     "generate_series(0, octet_length(e.attachments)/32-1) n)",
     "(hash IN ( SELECT substr(e.attachments, ((32 * n.n) + 1), 32) AS substr FROM entry e, "
     "LATERAL generate_series(0, ((octet_length(e.attachments) / 32) - 1)) n(n)))"},
    {"checkpoint", READABLE, READABLE_AGAIN},
    {"entry", READABLE, READABLE_AGAIN},
    {"head", READABLE, READABLE_AGAIN},
    {"meta", "name<>'checkpoints'", "(name <> 'checkpoints'::text)"},
};

static void add_net(struct builder *out, const struct netted *net, const char *schema)
{
    builder_print(out,
                  ";ALTER TABLE %s ENABLE ROW LEVEL SECURITY;"
                  "CREATE POLICY readers ON %s FOR SELECT USING (",
                  net->table, net->table);
    builder_print(out, net->readable, schema, schema);
    builder_add_byte(out, ')');
}

// All that makes the six tables what they are, one line each, sorted by bytes.
static const char look[] =
    "WITH ours AS (SELECT c.* FROM "
    "(VALUES('attachment'),('checkpoint'),('entry'),('head'),('meta'),"
    "('state')) n(name) JOIN pg_class c ON c.relname=n.name AND c.relnamespace="
    "(SELECT oid FROM pg_namespace WHERE nspname=$1)) "
    "SELECT string_agg(line,E'\\n' ORDER BY line COLLATE \"C\") FROM ("
    "SELECT concat_ws(' ','table',relname,relkind,relpersistence,relrowsecurity,"
    "relforcerowsecurity,relispartition,relhasrules,relhastriggers,relhassubclass) FROM ours "
    "UNION ALL SELECT concat_ws(' ','column',c.relname,lpad(a.attnum::text,2,'0'),a.attname,"
    "format_type(a.atttypid,a.atttypmod),coalesce(l.collname,'-'),a.attnotnull,a.atthasdef,"
    "a.attidentity,a.attgenerated) FROM ours c JOIN pg_attribute a ON a.attrelid=c.oid AND "
    "a.attnum>0 LEFT JOIN pg_collation l ON l.oid=a.attcollation "
    "UNION ALL SELECT concat_ws(' ','constraint',c.relname,k.contype,k.conkey) FROM ours c JOIN "
    "pg_constraint k ON k.conrelid=c.oid AND k.contype<>'n' "
    "UNION ALL SELECT concat_ws(' ','index',c.relname,i.indisprimary,i.indisvalid,i.indkey,"
    "i.indpred IS NULL,i.indexprs IS NULL,(SELECT bool_and(o.opcdefault) FROM pg_opclass o WHERE "
    "o.oid=ANY(i.indclass))) FROM ours c JOIN pg_index i ON i.indrelid=c.oid "
    "UNION ALL SELECT concat_ws(' ','parent',c.relname) FROM ours c JOIN pg_inherits h ON "
    "h.inhrelid=c.oid OR h.inhparent=c.oid "
    "UNION ALL SELECT concat_ws(' ','policy',c.relname,p.polname,p.polcmd,p.polpermissive::text,"
    "p.polroles,coalesce(translate(pg_get_expr(p.polqual,c.oid),E'\\n',' '),'-'),"
    "coalesce(pg_get_expr(p.polwithcheck,c.oid),'-')) FROM ours c JOIN pg_policy p ON "
    "p.polrelid=c.oid) lines(line)";

// What the look must give: before the policies, of them one line each, and behind them.
static const char wanted_first[] = "column attachment 01 hash bytea - t f  \n"
                                   "column attachment 02 bytes bytea - t f  \n"
                                   "column checkpoint 01 audience text C t f  \n"
                                   "column checkpoint 02 size bigint - t f  \n"
                                   "column checkpoint 03 note text C t f  \n"
                                   "column entry 01 audience text C t f  \n"
                                   "column entry 02 at bigint - t f  \n"
                                   "column entry 03 salt bytea - t f  \n"
                                   "column entry 04 content bytea - t f  \n"
                                   "column entry 05 attachments bytea - t f  \n"
                                   "column entry 06 commitment bytea - t f  \n"
                                   "column entry 07 subtree bytea - t f  \n"
                                   "column head 01 audience text C t f  \n"
                                   "column head 02 size bigint - t f  \n"
                                   "column head 03 root bytea - t f  \n"
                                   "column meta 01 name text C t f  \n"
                                   "column meta 02 value text C t f  \n"
                                   "column state 01 kind text C t f  \n"
                                   "column state 02 id text C t f  \n"
                                   "column state 03 born text C t f  \n"
                                   "column state 04 last text C t f  \n"
                                   "column state 05 value text C t f  \n"
                                   "constraint attachment p {1}\n"
                                   "constraint checkpoint p {1,2}\n"
                                   "constraint entry p {1,2}\n"
                                   "constraint head p {1}\n"
                                   "constraint meta p {1}\n"
                                   "constraint state p {1,2}\n"
                                   "index attachment t t 1 t t t\n"
                                   "index checkpoint t t 1 2 t t t\n"
                                   "index entry t t 1 2 t t t\n"
                                   "index head t t 1 t t t\n"
                                   "index meta t t 1 t t t\n"
                                   "index state t t 1 2 t t t\n";
static const char wanted_last[] = "table attachment r p t f f f f f\n"
                                  "table checkpoint r p t f f f f f\n"
                                  "table entry r p t f f f f f\n"
                                  "table head r p t f f f f f\n"
                                  "table meta r p t f f f f f\n"
                                  "table state r p f f f f f f";

static void add_wanted_net(struct builder *out, const struct netted *net, const char *schema)
{
    builder_print(out, "policy %s readers r true {0} ", net->table);
    builder_print(out, net->again, schema, schema);
    builder_add_c(out, " -\n");
}

bool postgresql_make_tables(struct postgresql_store *postgresql, const char *schema,
                            struct error *error)
{
    struct arena *arena = arena_open();
    struct builder sql = builder_make(arena);
    builder_add_c(&sql, tables);
    for (size_t i = 0; i < sizeof netted / sizeof *netted; i++)
        add_net(&sql, &netted[i], schema);
    bool done = postgresql_run_text(postgresql, arena_c_string(arena, builder_str(&sql)), error);
    arena_close(arena);
    return done;
}

// A line of the look as it must be; of a policy's the expression may be written otherwise, between what says
// whose it is and that it checks nothing on writing.
static bool is_line(struct str wanted, struct str found)
{
    static const struct str end = {" -", 2};
    size_t head = str_find(wanted, STR("{0} ")) + 4;
    if (str_equal(wanted, found))
        return true;
    return str_starts_with(wanted, STR("policy ")) && str_ends_with(found, end) &&
           found.length > head + end.length &&
           str_equal(str_slice(wanted, 0, head), str_slice(found, 0, head)) &&
           policy_text_equal(str_slice(wanted, head, wanted.length - end.length),
                             str_slice(found, head, found.length - end.length));
}

static bool are_lines(struct str wanted, struct str found)
{
    struct str one = {NULL, 0};
    struct str other = {NULL, 0};
    while (str_cut(&wanted, '\n', &one))
        if (!str_cut(&found, '\n', &other) || !is_line(one, other))
            return false;
    return found.length == 0;
}

bool postgresql_check_tables(struct postgresql_store *postgresql, const char *schema,
                             struct error *error)
{
    struct arena *arena = arena_open();
    struct builder wanted = builder_make(arena);
    struct str found;
    builder_add_c(&wanted, wanted_first);
    for (size_t i = 0; i < sizeof netted / sizeof *netted; i++)
        add_wanted_net(&wanted, &netted[i], schema);
    builder_add_c(&wanted, wanted_last);
    bool done = postgresql_ask(postgresql, look, schema, arena, &found, error) &&
                (are_lines(builder_str(&wanted), found) ||
                 error_at(error, BAD_INPUT, store_place(&postgresql->store),
                          "its tables are not those of a case (another program changed them, or a "
                          "trigger or policy was planted); it is not opened"));
    arena_close(arena);
    return done;
}
