// SPDX-License-Identifier: Apache-2.0
// The reader's own record of a .docx file, which document.source points at: where in the package
// every paragraph, text run and block stood, and which tracked changes the reading accepted.
//
// origin.part is a part number of the package; origin.from and .to are bytes of
// parts[part].xml.source, always whole elements:
//
//   text runs    the whole <w:r>…</w:r> that the text stands in, also when several text runs share
//               the run (text, picture, text again); docx_text_run.text_from tells them apart. For
//               an equation its m:oMath or m:oMathPara; for a field without result its w:fldSimple
//               or the run of its first w:fldChar
//   paragraphs  from <w:p …> to </w:p>. When tracked changes took away paragraph marks, from the
//               first w:p to the end of the last one, whose mark stayed
//   tables, rows, cells
//               the whole w:tbl, w:tr, w:tc
//   stories     the whole w:body, w:footnote, w:endnote, w:txbxContent, w:hdr, w:ftr
//
// A paragraph that the reader had to invent (a story must end in one) has from == to and no nodes.

#ifndef ENTENTE_EXCHANGE_DOCX_SOURCE_H
#define ENTENTE_EXCHANGE_DOCX_SOURCE_H

#include "exchange/docx/numbering.h"
#include "exchange/docx/package.h"
#include "exchange/docx/reading.h"
#include "text/document.h"

// Nodes are those of the tree of parts[origin.part].
struct docx_text_run {
    uint32_t node;       // the w:r, m:oMath, … that `origin` spans
    uint32_t text_from;  // where the text run begins in the run's text as read (bytes; an object is
                         // three). The text runs of one run are consecutive
    uint32_t properties; // the w:rPr that holds in this reading (it may stand in a w:rPrChange), or
                         // NO_NODE
};

// Where a paragraph counts.
struct list_place {
    struct str num_id; // the w:numId, empty: nowhere
    int level;         // from 0
};

struct docx_paragraph {
    uint32_t first;      // the w:p in which its text begins, NO_NODE when invented
    uint32_t last;       // the w:p whose mark ends it
    uint32_t properties; // the w:pPr that holds in this reading (it may stand in a w:pPrChange), or
                         // NO_NODE. w:rPr, w:sectPr and w:pPrChange in it are no paragraph format
    struct list_place list;
    bool has_changes; // tracked changes stand in it: its bytes are not this reading
};

struct docx_author {
    struct str name; // as it stands; our own files name several: "A; B"
    uint32_t insertions;
    uint32_t deletions;
    uint32_t moves; // either end counts
    uint32_t formats;
};

// Arrays run parallel to those of the document.
struct docx_source {
    struct docx_package *package;
    const struct docx_text_run *text_runs;
    const struct docx_paragraph *paragraphs;
    const uint32_t *block_nodes; // tables, rows, cells, stories: their element; paragraphs: `last`
    const struct docx_author *authors; // of tracked changes, in the order of first sight
    uint32_t author_count;
    struct reading reading; // as it was asked for; its authors are borrowed
    uint32_t struck;        // pieces that were struck by hand and skipped
    const struct docx_styles *styles;
    const struct docx_numbering *numbering; // as it has counted to the end
};

static inline const struct docx_source *docx_source(const struct document *document)
{
    return document->source;
}

// What a child of a run stands for.
enum docx_piece_kind {
    PIECE_NOTHING, // w:rPr, field marks and codes, anchors of comments, what is not shown
    PIECE_TEXT,
    PIECE_OBJECT, // three bytes in the text: U+FFFC
};

// The text that a child of a run gives: letters, "\t" for tabs, "\n" for line breaks, U+2011 and
// U+00AD for the two hyphens. For objects U+FFFC. w:delText counts as text: whether a run is
// shown is for the reading to say.
//
// Owner:   arena, or borrowed from the tree
enum docx_piece_kind docx_piece(const struct docx_part *part, uint32_t node, struct arena *arena,
                                struct str *text);

#endif
