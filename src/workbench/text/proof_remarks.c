// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/proof_remarks.h"

#include "exchange/docx_write/docx_write.h"
#include "exchange/open.h"

static struct str remark_words(const struct proofreading *proof,
                               const struct proof_finding *finding, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_print(&out, "%s (%s): %.*s", finding_kind_name(finding->kind),
                  proof_certainty_name(finding->certainty), STR_ARGS(finding->message));
    if (finding->right.length > 0)
        builder_print(&out, "\nright would be \"%.*s\"", STR_ARGS(finding->right));
    if (finding->other.to > finding->other.from && finding->right.length == 0)
        builder_print(&out, "\nsee \"%.*s\"", STR_ARGS(proof_words(&proof->text, finding->other)));
    return builder_str(&out);
}

// The words of a finding within one paragraph; its mark is no word.
static struct docx_remark remark_of(const struct proofreading *proof,
                                    const struct proof_finding *finding, struct arena *arena)
{
    const struct document *document = proof->text.document;
    const struct paragraph *paragraph =
        &document->paragraphs[paragraph_at(document, finding->place.from)];
    uint32_t to = finding->place.to < paragraph->to ? finding->place.to : paragraph->to;
    return (struct docx_remark){finding->place.from, to, STR("Entente"),
                                remark_words(proof, finding, arena)};
}

bool proof_remarks_write(const struct proofreading *proof, enum proof_certainty least,
                         const struct input_limits *limits, struct arena *arena, struct str *output,
                         struct builder *notes, struct error *error)
{
    struct list remarks = LIST_MAKE(arena, struct docx_remark);
    for (size_t i = 0; i < proof->findings.count; i++) {
        const struct proof_finding *finding = LIST_AT(&proof->findings, struct proof_finding, i);
        struct docx_remark remark = remark_of(proof, finding, arena);
        if (finding->certainty >= least && remark.to > remark.from)
            *LIST_ADD(&remarks, struct docx_remark) = remark;
    }
    const struct merged alone = {.base = proof->text.document};
    const struct docx_write_options options = {
        .limits = limits,
        .remarks = LIST_ITEMS(&remarks, struct docx_remark),
        .remark_count = remarks.count,
    };
    struct docx_written written;
    const struct document_author *authors;
    if (!docx_write_tracked(&alone, &options, arena, &written, error))
        return false;
    if (document_authors(proof->text.document, arena, &authors) > 0)
        builder_add_c(notes, "note: the tracked changes of the file are accepted in it\n");
    for (uint32_t i = 0; i < written.note_count; i++)
        builder_print(notes, "note: %.*s\n", STR_ARGS(written.notes[i].words));
    *output = written.bytes;
    return true;
}
