// SPDX-License-Identifier: Apache-2.0
// Policies of a case in a database, written again by servers of several versions.
#include "record/policy_text.h"

#include "tap.h"

static const char readable[] = "((audience = ANY (ARRAY['public'::text, 'all'::text])) OR "
                               "((octet_length(('case_a '::text || audience)) < 64) "
                               "AND pg_has_role((to_regrole(quote_ident(('case_a '::text || "
                               "audience))))::oid, 'member'::text)))";
static const char named[] =
    "(hash IN ( SELECT substr(e.attachments, ((32 * n.n) + 1), 32) AS substr FROM entry e, "
    "LATERAL generate_series(0, ((octet_length(e.attachments) / 32) - 1)) n(n)))";

TEST(what_versions_write_otherwise_is_the_same)
{
    static const struct {
        const char *wanted, *found;
    } pairs[] = {
        {readable, readable},
        {readable,
         "audience = ANY (ARRAY['public', 'all']) OR octet_length('case_a ' || audience) < 64 AND "
         "pg_has_role(to_regrole(quote_ident('case_a ' || audience)), 'member')"},
        {readable, "(audience = ANY (ARRAY['public'::text, 'all'::text])) OR\n "
                   "((octet_length('case_a '::text || audience) < 64) "
                   "AND pg_has_role(to_regrole(quote_ident('case_a '::text || audience))::oid, "
                   "'member'::text))"},
        {named, "(hash IN ( SELECT substr(e.attachments, ((32 * n.n) + 1), 32)\n   FROM entry e,\n "
                "   LATERAL "
                "generate_series(0, ((octet_length(e.attachments) / 32) - 1)) n(n)))"},
        {named, "hash IN (SELECT substr(e.attachments, 32 * n + 1, 32) FROM entry e, "
                "generate_series(0, octet_length(e.attachments) / 32 - 1) n)"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        CHECK(policy_text_equal(str_of(pairs[i].wanted), str_of(pairs[i].found)));
}

TEST(what_means_something_else_is_not_the_same)
{
    static const struct {
        const char *wanted, *found;
    } pairs[] = {
        {readable, "true"},
        {readable, ""},
        {readable, "(audience = ANY (ARRAY['public', 'all']) OR octet_length('case_a ' || "
                   "audience) < 64) AND "
                   "pg_has_role(to_regrole(quote_ident('case_a ' || audience)), 'member')"},
        {readable,
         "audience = ANY (ARRAY['public', 'all']) OR octet_length('case_b ' || audience) < 64 AND "
         "pg_has_role(to_regrole(quote_ident('case_a ' || audience)), 'member')"},
        {readable, "audience = ANY (ARRAY['public', 'all', 'party:UA']) OR octet_length('case_a ' "
                   "|| audience) < 64 AND "
                   "pg_has_role(to_regrole(quote_ident('case_a ' || audience)), 'member')"},
        {readable,
         "audience = ANY (ARRAY['public', 'all']) OR octet_length('case_a ' || audience) < 64 OR "
         "pg_has_role(to_regrole(quote_ident('case_a ' || audience)), 'member')"},
        {readable,
         "audience = ANY (ARRAY['public', 'all']) OR octet_length('case_a ' || audience) < 64 AND "
         "public.pg_has_role(to_regrole(quote_ident('case_a ' || audience)), 'member')"},
        {readable,
         "audience = ANY (ARRAY['public', 'all']) OR octet_length('case_a ' || audience) < 64 AND "
         "pg_has_role(to_regrole(quote_ident('case_a ' || audience)), 'member') OR true"},
        {readable,
         "audience = ANY (ARRAY['public', 'all']) OR octet_length('case_a ' || audience) < 64 AND "
         "pg_has_role(to_regrole(quote_ident('case_a ' || audience)), 'member'"},
        {named, "hash IN (SELECT substr(e.attachments, 32 * (n + 1), 32) FROM entry e, "
                "generate_series(0, octet_length(e.attachments) / 32 - 1) n)"},
        {named, "hash IN (SELECT substr(e.attachments, 32 * n + 1, 32) FROM public.entry e, "
                "generate_series(0, octet_length(e.attachments) / 32 - 1) n)"},
        {named, "NOT hash IN (SELECT substr(e.attachments, 32 * n + 1, 32) FROM entry e, "
                "generate_series(0, octet_length(e.attachments) / 32 - 1) n)"},
        {"(name <> 'checkpoints'::text)", "name = 'checkpoints'"},
        {"(name <> 'checkpoints'::text)", "name <> 'checkpoints"},
        {"(name <> 'checkpoints'::text)", "name <> ''' OR ''checkpoints'"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        CHECK(!policy_text_equal(str_of(pairs[i].wanted), str_of(pairs[i].found)));
}

TESTS(TAP_ENTRY(what_versions_write_otherwise_is_the_same),
      TAP_ENTRY(what_means_something_else_is_not_the_same))
