// SPDX-License-Identifier: Apache-2.0
#include "docx_made.h"
#include "exchange/docx/docx_read.h"
#include "tap.h"

#define P(content) "<w:p>" content "</w:p>"
#define R(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define D(text) "<w:r><w:delText xml:space=\"preserve\">" text "</w:delText></w:r>"
#define BY(author) " w:id=\"1\" w:author=\"" author "\""
#define INS(content) "<w:ins" BY("A") ">" content "</w:ins>"
#define DEL(content) "<w:del" BY("A") ">" content "</w:del>"
#define MARK(change) "<w:pPr><w:rPr><w:" change BY("A") "/></w:rPr></w:pPr>"
#define TR(properties, cells) "<w:tr>" properties cells "</w:tr>"
#define TC(properties, content) "<w:tc>" properties content "</w:tc>"
#define TBL(rows) "<w:tbl><w:tblPr/>" rows "</w:tbl>"

static const struct document *read_made(struct str text, const struct reading *reading)
{
    struct error error = {.code = ERROR_NONE};
    const struct document *document = NULL;
    if (!tap_done(docx_read(STR("made.docx"), docx_made(tap_arena(), text), reading,
                            &input_limits_default, tap_arena(), &document, &error),
                  &error, __FILE__, __LINE__) ||
        !tap_done(document_check(document, &error), &error, __FILE__, __LINE__))
        return NULL;
    return document;
}

static const struct reading accept = {.kind = READING_ACCEPT};
static const struct reading reject = {.kind = READING_REJECT};

// All paragraphs of all stories, a line each.
static struct str made_text(struct str text, const struct reading *reading)
{
    const struct document *document = read_made(text, reading);
    return document ? document->text : STR("(not read)");
}

struct case_of_change {
    const char *name;
    struct str body;
    struct str accepted;
    struct str rejected;
};

static void check_cases(const struct case_of_change *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        CHECK_STR(made_text(cases[i].body, &accept), cases[i].accepted);
        CHECK_STR(made_text(cases[i].body, &reject), cases[i].rejected);
    }
}
#define CHECK_CASES(cases) check_cases(cases, sizeof cases / sizeof cases[0])

TEST(changed_words_and_marks_are_read_both_ways)
{
    static const struct case_of_change cases[] = {
        {"words", STR_INIT(P(R("a ") INS(R("b")) DEL(D("c")))), STR_INIT("a b\n"),
         STR_INIT("a c\n")},
        {"an insertion that is deleted again", STR_INIT(P(R("a") INS(R("b") DEL(D("c"))))),
         STR_INIT("ab\n"), STR_INIT("a\n")},
        {"an inserted mark belongs to the paragraph before the break",
         STR_INIT(P(MARK("ins") R("a")) P(R("b"))), STR_INIT("a\nb\n"), STR_INIT("ab\n")},
        {"a deleted mark joins with the next paragraph", STR_INIT(P(MARK("del") R("a")) P(R("b"))),
         STR_INIT("ab\n"), STR_INIT("a\nb\n")},
        {"a deleted paragraph leaves nothing", STR_INIT(P(R("a")) P(MARK("del") DEL(D("b")))),
         STR_INIT("a\n"), STR_INIT("a\nb\n")},
        {"deleted marks in a row",
         STR_INIT(P(MARK("del") R("a")) P(MARK("del") DEL(D("b"))) P(R("c"))), STR_INIT("ac\n"),
         STR_INIT("a\nb\nc\n")},
        {"a mark inserted and deleted again",
         STR_INIT(P("<w:pPr><w:rPr><w:ins" BY("A") "/><w:del" BY("A") "/></w:rPr></w:pPr>" R("a"))
                      P(R("b"))),
         STR_INIT("ab\n"), STR_INIT("ab\n")},
        {"moves",
         STR_INIT(P("<w:moveFrom" BY("A") ">" R("a") "</w:moveFrom>" R("b") "<w:moveTo" BY(
             "A") ">" R("c") "</w:moveTo>")),
         STR_INIT("bc\n"), STR_INIT("ab\n")},
        {"a deleted mark before a table stays when words stand before it",
         STR_INIT(P(MARK("del") R("a")) TBL(TR("", TC("", P(R("b")))))), STR_INIT("a\nb\n\n"),
         STR_INIT("a\nb\n\n")},
        {"a deleted table lets its neighbours join",
         STR_INIT(P(MARK("del") R("a"))
                      TBL(TR("<w:trPr><w:del" BY("A") "/></w:trPr>", TC("", P(R("b"))))) P(R("c"))),
         STR_INIT("ac\n"), STR_INIT("a\nb\nc\n")},
        {"rows",
         STR_INIT(TBL(TR("", TC("", P(R("a"))))
                          TR("<w:trPr><w:ins" BY("A") "/></w:trPr>", TC("", P(R("b")))))),
         STR_INIT("a\nb\n\n"), STR_INIT("a\n\n")},
        {"cells",
         STR_INIT(
             TBL(TR("", TC("", P(R("a"))) TC("<w:tcPr><w:cellIns" BY("A") "/></w:tcPr>", P(R("b")))
                            TC("<w:tcPr><w:cellDel" BY("A") "/></w:tcPr>", P(R("c")))))),
         STR_INIT("a\nb\n\n"), STR_INIT("a\nc\n\n")},
        {"a cell whose only mark is deleted keeps it",
         STR_INIT(TBL(TR("", TC("", P(MARK("del") DEL(D("a"))))))), STR_INIT("\n\n"),
         STR_INIT("a\n\n")},
    };
    CHECK_CASES(cases);
}

TEST(the_next_paragraph_gives_a_joined_one_its_properties)
{
    const struct document *document = read_made(
        STR("<w:p><w:pPr><w:jc w:val=\"left\"/><w:rPr><w:del" BY("A") "/></w:rPr></w:pPr>" R(
            "a") "</w:p><w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr>" R("b") "</w:p>"),
        &accept);
    REQUIRE(document && document->paragraph_count == 1);
    CHECK_STR(document->paragraphs[0].properties, STR("jc val=right;"));
    const struct docx_paragraph *source = &docx_source(document)->paragraphs[0];
    CHECK(source->has_changes && source->first < source->last);
    struct str bytes = docx_source(document)->package->parts[0].xml.source;
    const struct origin *origin = &document->paragraphs[0].origin;
    CHECK(str_starts_with(str_skip(bytes, origin->from), STR("<w:p><w:pPr><w:jc w:val=\"left\"")));
    CHECK(str_ends_with(str_slice(bytes, 0, origin->to), STR("b</w:t></w:r></w:p>")));
}

TEST(changed_properties_are_read_both_ways)
{
    struct str body = STR("<w:p><w:pPr><w:jc w:val=\"center\"/><w:pPrChange" BY(
        "A") "><w:pPr><w:jc w:val=\"right\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:b/>"
             "<w:rPrChange" BY("A") "><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t>"
                                    "</w:r></w:p>");
    const struct document *now = read_made(body, &accept);
    const struct document *then = read_made(body, &reject);
    REQUIRE(now && then);
    CHECK_STR(now->paragraphs[0].properties, STR("jc val=center;"));
    CHECK_STR(then->paragraphs[0].properties, STR("jc val=right;"));
    CHECK(now->marks[now->runs[0].marks].bold && !now->marks[now->runs[0].marks].italic);
    CHECK(!then->marks[then->runs[0].marks].bold && then->marks[then->runs[0].marks].italic);
}

TEST(some_authors_may_be_accepted_and_all_are_counted)
{
    struct str body = STR(P(R("0") "<w:ins" BY("A") ">" R("a") "</w:ins><w:ins" BY("A; B") ">" R(
        "ab") "</w:ins><w:ins" BY("C") ">" R("c") "</w:ins>"));
    struct str b = STR("B");
    struct reading reading = {READING_AUTHORS, &b, 1};
    const struct document *document = read_made(body, &reading);
    REQUIRE(document != NULL);
    CHECK_STR(document->text, STR("0ab\n"));
    const struct docx_source *source = docx_source(document);
    REQUIRE(source->author_count == 3);
    CHECK_STR(source->authors[1].name, STR("A; B"));
    CHECK_INT(source->authors[2].insertions, 1);
}

TEST(what_stands_in_runs_is_text_or_an_object)
{
    static const struct case_of_change cases[] = {
        {"breaks and hyphens",
         STR_INIT(P("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/><w:softHyphen/>"
                    "<w:cr/></w:r>")),
         STR_INIT("a\tb\n\xe2\x80\x91\xc2\xad\n\n"), STR_INIT("a\tb\n\xe2\x80\x91\xc2\xad\n\n")},
        {"white space at the ends counts when it is preserved",
         STR_INIT(P("<w:r><w:t> a\nb </w:t></w:r>" R(" c "))), STR_INIT("a b c \n"),
         STR_INIT("a b c \n")},
        {"symbols of ordinary fonts are text",
         STR_INIT(P("<w:r><w:sym w:font=\"Arial\" w:char=\"20AC\"/></w:r>")),
         STR_INIT("\xe2\x82\xac\n"), STR_INIT("\xe2\x82\xac\n")},
        {"wrappers of all kinds",
         STR_INIT("<w:sdt><w:sdtPr/><w:sdtContent>" P(
             "<w:smartTag>" R("a") "</w:smartTag><w:sdt><w:sdtContent>" R(
                 "b") "</w:sdtContent></w:sdt><w:bdo>" R("c") "</w:bdo>") "</w:sdtContent></"
                                                                          "w:sdt>"),
         STR_INIT("abc\n"), STR_INIT("abc\n")},
        {"one branch of alternate content",
         STR_INIT(P("<mc:AlternateContent><mc:Choice Requires=\"wps\">" R(
             "a") "</mc:Choice><mc:Fallback>" R("b") "</mc:Fallback></mc:AlternateContent>")),
         STR_INIT("a\n"), STR_INIT("a\n")},
        {"the result of a field, not its code, nested fields too",
         STR_INIT(
             P("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF </w:instrText>"
               "</w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE"
               "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" R(
                   "7") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:fldChar "
                        "w:fldCharType=\"separate\"/></w:r>" R(
                            "yes") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:fldSimple "
                                   "w:instr=\"DATE\">" R("now") "</w:fldSimple>")),
         STR_INIT("yes\xef\xbf\xbc\n"), STR_INIT("yes\xef\xbf\xbc\n")},
        {"a field that is cut off takes no text with it",
         STR_INIT(P("<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>X</w:instrText></w:r>")
                      P(R("a"))),
         STR_INIT("\na\n"), STR_INIT("\na\n")},
        {"the base text of a ruby",
         STR_INIT(P("<w:r><w:ruby><w:rt>" R("up") "</w:rt><w:rubyBase>" R(
             "base") "</w:rubyBase></w:ruby></w:r>")),
         STR_INIT("base\n"), STR_INIT("base\n")},
    };
    CHECK_CASES(cases);
}

TEST(notes_text_boxes_and_headers_are_stories)
{
    const struct document *document = read_made(
        STR(P(R("a") "<w:r><w:footnoteReference "
                     "w:id=\"2\"/></w:r><w:r><w:pict><v:shape><v:textbox>"
                     "<w:txbxContent>" P(
                         R("box")) "</w:txbxContent></v:textbox></v:shape></w:pict></"
                                   "w:r>") "<w:sectPr><w:headerReference "
                                           "w:type=\"first\" "
                                           "r:id=\"header1\"/></w:sectPr>"
                                           "\n== footnotes\n<w:footnote w:id=\"0\" "
                                           "w:type=\"separator\">" P(
                                               "") "</w:footnote><w:footnote "
                                                   "w:id=\"2\">" P(R("note")) "</"
                                                                              "w:"
                                                                              "footnote>"
                                                                              "\n== "
                                                                              "header1"
                                                                              "\n" P(R("hea"
                                                                                       "d"))),
        &accept);
    REQUIRE(document != NULL);
    CHECK_STR(document->text, STR("a\xef\xbf\xbc\xef\xbf\xbc\nnote\nbox\nhead\n"));
    REQUIRE(document->object_count == 2);
    CHECK_INT(document->objects[0].kind, OBJECT_FOOTNOTE);
    CHECK_STR(document->blocks[document->objects[0].story].key, STR("footnote 1"));
    CHECK_STR(document->blocks[document->objects[1].story].key, STR("text box 1"));
    CHECK_STR(document->blocks[document->block_count - 2].key, STR("header first"));
    CHECK_INT(document->blocks[document->block_count - 2].kind, BLOCK_HEADER);
}

TEST(equal_objects_have_equal_keys)
{
#define EQUATION(text) "<m:oMath><m:r><m:t>" text "</m:t></m:r></m:oMath>"
#define DRAWING(id, size)                                                                          \
    "<w:r><w:drawing><wp:inline><wp:extent cx=\"" size "\" cy=\"360000\"/><wp:docPr id=\"" id      \
    "\" name=\"x\"/></wp:inline></w:drawing></w:r>"
    const struct document *document =
        read_made(STR(P(EQUATION("x=1") EQUATION("x=1") EQUATION("x=2") DRAWING("1", "720000")
                            DRAWING("2", "720000") DRAWING("3", "360000"))),
                  &accept);
    REQUIRE(document && document->object_count == 6);
    const struct object *objects = document->objects;
    CHECK(str_equal(objects[0].key, objects[1].key) && !str_equal(objects[0].key, objects[2].key));
    CHECK(str_equal(objects[3].key, objects[4].key) && !str_equal(objects[3].key, objects[5].key));
    CHECK_STR(objects[2].description, STR("equation x=2"));
    CHECK_STR(objects[3].description, STR("drawing 2.0 × 1.0 cm"));
}

TEST(looks_and_properties_ignore_revision_numbers_and_spelling)
{
    const struct document *document = read_made(
        STR("<w:p w:rsidR=\"1\"><w:r w:rsidR=\"2\"><w:rPr><w:b/><w:lang w:val=\"fr\"/></w:rPr>"
            "<w:t>a</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:b w:val=\"1\"/>"
            "</w:rPr><w:t>b</w:t></w:r><w:r><w:rPr><w:lang w:val=\"de\"/></w:rPr><w:t>c</w:t></w:r>"
            "<w:hyperlink r:id=\"site\"><w:r><w:t>d</w:t></w:r></w:hyperlink></w:p>"),
        &accept);
    REQUIRE(document && document->run_count == 4);
    CHECK_INT(document->runs[0].marks, document->runs[1].marks);
    CHECK(document->marks[document->runs[2].marks].key.length == 0);
    CHECK_STR(document->marks[document->runs[3].marks].link, STR("https://example.org/"));
}

TEST(text_runs_say_where_in_their_file_run_they_begin)
{
    const struct document *document = read_made(
        STR(P("<w:r><w:rPr><w:b/></w:rPr><w:t>ab</w:t><w:br w:type=\"page\"/><w:t>c</w:t></w:r>")),
        &accept);
    REQUIRE(document && document->run_count == 3);
    const struct docx_text_run *runs = docx_source(document)->text_runs;
    CHECK_INT(runs[0].text_from, 0);
    CHECK_INT(runs[1].text_from, 2);
    CHECK_INT(runs[2].text_from, 5);
    CHECK(runs[0].node == runs[2].node && runs[2].properties != NO_NODE);
    struct str bytes = docx_source(document)->package->parts[0].xml.source;
    const struct origin *origin = &document->runs[1].origin;
    CHECK(str_starts_with(str_slice(bytes, origin->from, origin->to), STR("<w:r><w:rPr>")));
    CHECK(str_ends_with(str_slice(bytes, origin->from, origin->to), STR("c</w:t></w:r>")));
}

TEST(embedded_files_are_refused)
{
    struct error error = {.code = ERROR_NONE};
    const struct document *document;
    CHECK(!docx_read(STR("x"), docx_made(tap_arena(), STR("<w:altChunk r:id=\"x\"/>")), &accept,
                     &input_limits_default, tap_arena(), &document, &error));
    CHECK_INT(error.code, UNSUPPORTED);
}

TESTS(TAP_ENTRY(changed_words_and_marks_are_read_both_ways),
      TAP_ENTRY(the_next_paragraph_gives_a_joined_one_its_properties),
      TAP_ENTRY(changed_properties_are_read_both_ways),
      TAP_ENTRY(some_authors_may_be_accepted_and_all_are_counted),
      TAP_ENTRY(what_stands_in_runs_is_text_or_an_object),
      TAP_ENTRY(notes_text_boxes_and_headers_are_stories), TAP_ENTRY(equal_objects_have_equal_keys),
      TAP_ENTRY(looks_and_properties_ignore_revision_numbers_and_spelling),
      TAP_ENTRY(text_runs_say_where_in_their_file_run_they_begin),
      TAP_ENTRY(embedded_files_are_refused))
