// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/scheme_styles.h"

#include "codec/xml_write.h"
#include "exchange/docx_write/homes.h"

static void add_style(const struct bracket_style *style, struct builder *out)
{
    builder_add_c(out, "<w:style w:type=\"character\" w:customStyle=\"1\"");
    xml_add_attribute(out, "w:styleId", style->id);
    builder_add_c(out, "><w:name");
    xml_add_attribute(out, "w:val", style->name);
    builder_add_c(out, "/><w:uiPriority w:val=\"99\"/><w:qFormat/><w:rPr>");
    builder_add(out, style->look);
    builder_add_c(out, "</w:rPr></w:style>");
}

void scheme_styles_add(struct docx_writer *writer)
{
    struct out_part *part = writer_home(writer, HOME_STYLES);
    if (!part) {
        writer_note(writer, 0,
                    "wordings in brackets have no styles of their own: the base's styles "
                    "cannot be added to");
        return;
    }
    struct builder out = builder_make(writer->arena);
    for (uint32_t i = 0; i < writer->scheme->style_count; i++)
        add_style(&writer->scheme->styles[i], &out);
    size_t end = part->tree->xml.nodes[0].close_from;
    patches_add(&part->patches, end, end, builder_str(&out));
}
