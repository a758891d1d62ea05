// SPDX-License-Identifier: Apache-2.0
#include "codec/zip.h"
#include "exchange/docx_write/record.h"
#include "redline.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

// A package with this main part and nothing else.
static struct str package_with(struct str document)
{
    struct zip_change parts[] = {
        {.name = STR("[Content_Types].xml"),
         .content = STR("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                        "content-types\"><Default Extension=\"rels\" ContentType=\"application/"
                        "vnd.openxmlformats-package.relationships+xml\"/><Default "
                        "Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-"
                        "officedocument.wordprocessingml.document.main+xml\"/></Types>")},
        {.name = STR("_rels/.rels"),
         .content = STR("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                        "relationships\"><Relationship Id=\"r1\" Type=\"http://schemas."
                        "openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                        "Target=\"word/document.xml\"/></Relationships>")},
        {.name = STR("word/document.xml"), .content = document}};
    struct str file = STR("");
    struct error error;
    tap_done(zip_write(NULL, parts, 3, tap_arena(), &file, &error), &error, __FILE__, __LINE__);
    return file;
}

static struct str package_of(struct str body)
{
    return package_with(arena_print(
        tap_arena(), "<w:document " W "><w:body>%.*s</w:body></w:document>", STR_ARGS(body)));
}

#define P(text) "<w:p><w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r></w:p>"
#define ROW(a, b) "<w:tr><w:tc>" P(a) "</w:tc><w:tc>" P(b) "</w:tc></w:tr>"
#define TABLE(rows)                                                                                \
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>" rows "</w:tbl>"

TEST(each_reading_of_a_merged_body_is_what_went_in)
{
    static const struct {
        struct str base;
        struct str drafts[2];
    } cases[] = {
        {STR_INIT(P("The Parties shall withdraw within 30 days.")),
         {STR_INIT(P("The Parties shall withdraw within 60 days.")),
          STR_INIT(P("The Parties may withdraw at once."))}},
        {STR_INIT(P("One.") P("Two.") P("Three.")),
         {STR_INIT(P("One.") P("Three.")), STR_INIT(P("One.") P("Two.") P("New.") P("Three."))}},
        {STR_INIT(P("One two three four five.") P("Six seven.")),
         {STR_INIT(P("One two three.") P("four five.") P("Six seven.")),
          STR_INIT(P("One two three four five. Six seven."))}},
        {STR_INIT(P("First &amp; &lt;last&gt;.") P("")),
         {STR_INIT(P("First &amp; &lt;last&gt; \"word\".") P("") P("End")), STR_INIT(P("End"))}},
        {STR_INIT(P("Before.") TABLE(ROW("a", "b") ROW("c", "d")) P("After.")),
         {STR_INIT(P("Before.") TABLE(ROW("a", "b") ROW("new", "row") ROW("c", "d")) P("After.")),
          STR_INIT(P("Before.") TABLE(ROW("a", "changed")) P("After."))}},
        {STR_INIT(P("Before.") P("After.")),
         {STR_INIT(P("Before.") TABLE(ROW("a", "b")) P("After.")), STR_INIT(P("After."))}},
        {STR_INIT(P("Before.") TABLE(ROW("a", "b")) P("After.")),
         {STR_INIT(P("Before.") P("After.")),
          STR_INIT(P("Before.") P("Mid.") TABLE(ROW("a", "b")) P("Mid.") P("After."))}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct party_draft drafts[] = {
            {STR("Ada"), opened(STR("a.docx"), package_of(cases[i].drafts[0]))},
            {STR("Bo"), opened(STR("b.docx"), package_of(cases[i].drafts[1]))}};
        if (!CHECK(readings_hold(opened(STR("base.docx"), package_of(cases[i].base)), drafts, 2)))
            printf("# case %zu\n", i);
    }
}

#define T(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"

TEST(a_deletion_that_begins_inside_a_run_is_closed_before_the_next_one)
{
    static const struct str drafts[] = {
        STR_INIT(T("They deliver") T(" ") T("all goods") T(" to port.")),
        STR_INIT(T("They deliver ") T("all goods") T(" (promptly) to port.")),
        STR_INIT(T("They") T(" (") T("all goods") T(" to port.")),
    };
    const struct document *base =
        opened(STR("base.docx"), package_of(STR("<w:p>" T("They deliver") T(" [") T("all goods") T(
                                     " promptly") T(" (soon") T(") to port.") "</w:p>")));
    for (size_t i = 0; i < sizeof drafts / sizeof drafts[0]; i++) {
        struct str body = arena_print(tap_arena(), "<w:p>%.*s</w:p>", STR_ARGS(drafts[i]));
        const struct party_draft draft = {STR("Ada"), opened(STR("a.docx"), package_of(body))};
        if (!CHECK(readings_hold(base, &draft, 1)))
            printf("# draft %zu\n", i);
    }
}

#define SPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

// The same sentence in files that name Word's elements in several ways.
static struct str named_otherwise(size_t way, const char *number)
{
    static const char *const ways[] = {
        "<x:document xmlns:x=\"" SPACE "\"><x:body><x:p><x:pPr/><x:r><x:t>Pay within %s days "
        "of it.</x:t></x:r></x:p><x:p/></x:body></x:document>",
        "<document xmlns=\"" SPACE "\" xmlns:q=\"" SPACE "\"><body><p><pPr><jc q:val=\"left\"/>"
        "</pPr><r><t>Pay within %s days of it.</t></r></p><p></p></body></document>",
        "<w:document " W "><w:body><y:p xmlns:y=\"" SPACE "\"><y:r><y:t>Pay within %s days of it."
        "</y:t></y:r></y:p><w:p/></w:body></w:document>",
        "<v:document xmlns:v=\"" SPACE "\" xmlns:w=\"urn:w\" w:is=\"another\"><v:body><v:p>"
        "<v:r><v:t>Pay within %s days of it.</v:t></v:r></v:p><v:p/></v:body></v:document>",
        "<w:document " W "><w:body><w:p><w:r><w:t>Pay within %s days of it."
        "</w:t></w:r></w:p><w:p/></w:body></w:document>",
    };
    enum { WAYS = sizeof ways / sizeof ways[0] };
    if (way >= WAYS)
        return STR("");
    return package_with(arena_print(tap_arena(), ways[way], number));
}

TEST(words_elements_may_have_any_prefix_or_none)
{
    for (size_t i = 0; named_otherwise(i, "30").length > 0; i++)
        for (size_t k = 0; named_otherwise(k, "30").length > 0; k++) {
            const struct party_draft draft = {STR("Ada"),
                                              opened(STR("a.docx"), named_otherwise(k, "40"))};
            if (!CHECK(
                    readings_hold(opened(STR("base.docx"), named_otherwise(i, "30")), &draft, 1)))
                printf("# base %zu, draft %zu\n", i, k);
        }
}

TEST(a_link_whose_end_is_gone_ends_with_its_paragraph)
{
    const struct document *document = opened(
        STR("a.docx"),
        package_of(STR(
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> "
            "HYPERLINK \"https://example.org/\" </w:instrText></w:r><w:r><w:fldChar "
            "w:fldCharType=\"separate\"/></w:r>" T(
                "our site") "<w:del w:id=\"1\" "
                            "w:author=\"A\"><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:del>"
                            "</w:p>" P("Another paragraph."))));
    REQUIRE(document && document->run_count == 2);
    CHECK_STR(document->marks[document->runs[0].marks].link, STR("https://example.org/"));
    CHECK_INT(document->marks[document->runs[1].marks].link.length, 0);
}

TEST(formatting_that_changes_is_tracked)
{
    const struct document *base = opened(
        STR("base.docx"),
        package_of(STR(P("One two three four.") "<w:p><w:pPr><w:jc w:val=\"left\"/>"
                                                "</w:pPr><w:r><w:t>Five</w:t></w:r></w:p>")));
    const struct party_draft draft = {
        STR("Ada"),
        opened(
            STR("a.docx"),
            package_of(STR("<w:p><w:r><w:t>One </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>two "
                           "three</w:t></w:r><w:r><w:t> four.</w:t></w:r></w:p><w:p><w:pPr><w:jc "
                           "w:val=\"right\"/></w:pPr><w:r><w:t>Five</w:t></w:r></w:p>")))};
    CHECK(looks_hold(base, &draft));
}

TEST(base_and_drafts_may_have_any_form)
{
    const struct document *plan = opened(
        STR("plan.md"), STR("# Plan\n\nThe Parties **shall** meet.\n\n1. First point\n2. Second "
                            "point\n\n| a | b |\n|---|---|\n| c | d |\n\nEnd.\n"));
    const struct document *longer =
        opened(STR("a.md"), STR("# Plan\n\nThe Parties shall meet *soon*.\n\n1. First "
                                "point\n2. New point\n3. Second point\n\n## "
                                "Annex\n\n| a | b |\n|---|---|\n| c | d |\n| e | f |\n\nEnd.\n"));
    const struct document *text =
        opened(STR("b.docx"), package_of(STR(P("Plan") P("The Parties shall meet.") P("First point")
                                                 TABLE(ROW("a", "b") ROW("c", "x")) P("End."))));
    const struct party_draft drafts[] = {{STR("Ada"), longer}, {STR("Bo"), text}};
    CHECK(readings_hold(plan, drafts, 2));
    const struct party_draft others[] = {{STR("Ada"), longer}, {STR("Bo"), plan}};
    CHECK(readings_hold(text, others, 2));
}

// Where the base types its labels, those of a text draft are words like others.
TEST(typed_labels_of_a_text_stay_where_the_base_computes_none)
{
    const struct document *base =
        opened(STR("plan.docx"),
               package_of(STR(P("Plan") P("Article 1 Scope") P("The Parties shall meet."))));
    const struct document *text =
        opened(STR("a.txt"), STR("Plan\nArticle 1\nScope\nThe Parties shall meet.\n(a) New.\n"));
    const struct party_draft drafts[] = {{STR("Ada"), text}};
    CHECK(readings_hold(base, drafts, 1));
}

// What two parties say alike is one change, but each keeps its own tabs and blanks.
TEST(white_space_of_one_wording_is_each_partys_own)
{
    static const struct str cases[][3] = {
        {STR_INIT("aa"), STR_INIT("aa x  y"), STR_INIT("aa x y")},
        {STR_INIT("aa & b"), STR_INIT("aa\tb"), STR_INIT("aa b")},
        {STR_INIT("aa\tb & <c>a\t&b  ><"), STR_INIT("ca\n\n\na & <c>a\tb & <>"),
         STR_INIT("ca\n\n\na b\n\na b\n\n\n")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct party_draft drafts[] = {{STR("Ada"), opened(STR("a.txt"), cases[i][1])},
                                             {STR("Bo"), opened(STR("b.txt"), cases[i][2])}};
        CHECK(readings_hold(opened(STR("base.txt"), cases[i][0]), drafts, 2));
    }
}

TEST(the_record_of_holders_reads_back)
{
    const struct party_draft drafts[] = {
        {STR("A; B"), opened(STR("a.docx"), package_of(STR(P("Within 60 days."))))},
        {STR("C"), opened(STR("c.docx"), package_of(STR(P("Within 60 days."))))}};
    struct merged merged;
    struct docx_written written;
    REQUIRE(merge_and_write(opened(STR("base.docx"), package_of(STR(P("Within 30 days.")))), drafts,
                            2, &merged, &written));
    struct docx_package *package;
    struct error error;
    REQUIRE_DONE(docx_package_open(STR("x.docx"), written.bytes, &input_limits_default, tap_arena(),
                                   &package, &error),
                 &error);
    struct docx_record record;
    REQUIRE(record_read(package, tap_arena(), &record));
    CHECK_INT(record.party_count, 2);
    CHECK_STR(record.parties[0], STR("A; B"));
    REQUIRE(record.author_count == 1);
    CHECK_STR(record.authors[0].name, STR("A; B; C"));
    REQUIRE(record.authors[0].party_count == 2);
    CHECK_STR(record.authors[0].parties[0], STR("A; B"));
}

static struct str shared_file(const char *path)
{
    const char *full = tap_shared(path);
    if (!full)
        tap_skip("../shared is absent");
    return full ? tap_file(full) : STR("");
}

TEST(four_parties_edits_to_a_long_text_read_back_one_by_one)
{
    struct party_draft drafts[4];
    static const char *const names[] = {"A", "B", "C", "D"};
    for (size_t i = 0; i < 4; i++) {
        struct str path = arena_print(tap_arena(), "data/merge/prose-100p/%s.docx", names[i]);
        struct str bytes = shared_file(path.bytes);
        if (bytes.length == 0)
            return;
        drafts[i] = (struct party_draft){str_of(names[i]), opened(path, bytes)};
    }
    struct str base = shared_file("data/merge/prose-100p/base.docx");
    CHECK(readings_hold(opened(STR("base.docx"), base), drafts, 4));
}

TESTS(TAP_ENTRY(each_reading_of_a_merged_body_is_what_went_in),
      TAP_ENTRY(a_deletion_that_begins_inside_a_run_is_closed_before_the_next_one),
      TAP_ENTRY(words_elements_may_have_any_prefix_or_none),
      TAP_ENTRY(a_link_whose_end_is_gone_ends_with_its_paragraph),
      TAP_ENTRY(formatting_that_changes_is_tracked), TAP_ENTRY(base_and_drafts_may_have_any_form),
      TAP_ENTRY(typed_labels_of_a_text_stay_where_the_base_computes_none),
      TAP_ENTRY(white_space_of_one_wording_is_each_partys_own),
      TAP_ENTRY(the_record_of_holders_reads_back),
      TAP_ENTRY(four_parties_edits_to_a_long_text_read_back_one_by_one))
