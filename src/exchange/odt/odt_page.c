// SPDX-License-Identifier: Apache-2.0
// The page: its size and margins, and what stands on every one.
#include "exchange/odt/odt_parts.h"

#include <inttypes.h>

// What the page layout of this name says, in the order of w:pgSz and w:pgMar.
static void read_sizes(const struct odt_tree *styles, struct str name, int64_t sizes[6])
{
    static const enum odt_word words[6] = {ODT_PAGE_WIDTH,   ODT_PAGE_HEIGHT,   ODT_MARGIN_TOP,
                                           ODT_MARGIN_RIGHT, ODT_MARGIN_BOTTOM, ODT_MARGIN_LEFT};
    uint32_t sheet = odt_child(styles, 0, ODT_AUTOMATIC_STYLES);
    for (uint32_t node = sheet + 1; sheet != 0 && node < styles->xml.nodes[sheet].end;
         node = styles->xml.nodes[node].end) {
        if (odt_word(styles, node) != ODT_PAGE_LAYOUT ||
            !odt_is(styles, node, ODT_STYLE_NAME_OF, name))
            continue;
        uint32_t page = odt_child(styles, node, ODT_PAGE_LAYOUT_PROPERTIES);
        for (int i = 0; page != 0 && i < 6; i++) {
            int64_t twips;
            if (odt_twips(odt_value(styles, page, words[i]), &twips) && twips >= 0)
                sizes[i] = twips;
        }
    }
}

// A header or footer has the automatic styles of its own part.
static bool add_running(struct odt_writer *writer, const struct odt_tree *styles, uint32_t master,
                        enum odt_target target)
{
    bool is_header = target == TARGET_HEADER;
    uint32_t node = odt_child(styles, master, is_header ? ODT_HEADER : ODT_FOOTER);
    const char *name = is_header ? "header" : "footer";
    const struct odt_tree *tree = writer->tree;
    struct odt_styles *text_styles = writer->styles;
    if (node == 0)
        return true;
    writer->tree = styles;
    writer->styles = odt_styles_read(styles, styles, writer->arena);
    bool done = odt_add_story(writer, node, target);
    writer->tree = tree;
    writer->styles = text_styles;
    struct str id = odt_relation(writer, name, arena_print(writer->arena, "%s.xml", name), false);
    builder_print(writer->out, "<w:%sReference w:type=\"default\" r:id=\"%.*s\"/>", name,
                  STR_ARGS(id));
    return done;
}

bool odt_add_page(struct odt_writer *writer, const struct odt_tree *styles)
{
    int64_t sizes[6] = {11906, 16838, 1134, 1134, 1134, 1134}; // A4, 2 cm
    uint32_t masters = styles ? odt_child(styles, 0, ODT_MASTER_STYLES) : 0;
    uint32_t master = masters == 0 ? 0 : odt_child(styles, masters, ODT_MASTER_PAGE);
    builder_add_c(writer->out, "<w:sectPr>");
    if (master != 0) {
        read_sizes(styles, odt_value(styles, master, ODT_PAGE_LAYOUT_NAME), sizes);
        if (!add_running(writer, styles, master, TARGET_HEADER) ||
            !add_running(writer, styles, master, TARGET_FOOTER))
            return false;
    }
    builder_print(writer->out,
                  "<w:pgSz w:w=\"%" PRId64 "\" w:h=\"%" PRId64 "\"%s/><w:pgMar w:top=\"%" PRId64
                  "\" w:right=\"%" PRId64 "\" w:bottom=\"%" PRId64 "\" w:left=\"%" PRId64
                  "\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>",
                  sizes[0], sizes[1], sizes[0] > sizes[1] ? " w:orient=\"landscape\"" : "",
                  sizes[2], sizes[3], sizes[4], sizes[5]);
    return true;
}
