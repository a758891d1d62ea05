// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/words.h"

#include <assert.h>
#include <string.h>

#define ROOT "http://schemas.openxmlformats.org/"
#define STRICT_ROOT "http://purl.oclc.org/ooxml/"

enum space {
    SPACE_W,
    SPACE_R,
    SPACE_M,
    SPACE_WP,
    SPACE_A,
    SPACE_C,
    SPACE_DGM,
    SPACE_MC,
    SPACE_V,
    SPACE_O,
    SPACE_XML,
    SPACE_NONE,
    SPACE_COUNT,
};

// The namespaces in transitional and in strict files.
static const struct {
    const char *transitional;
    const char *strict;
} spaces[SPACE_COUNT] = {
    [SPACE_W] = {ROOT "wordprocessingml/2006/main", STRICT_ROOT "wordprocessingml/main"},
    [SPACE_R] = {ROOT "officeDocument/2006/relationships",
                 STRICT_ROOT "officeDocument/relationships"},
    [SPACE_M] = {ROOT "officeDocument/2006/math", STRICT_ROOT "officeDocument/math"},
    [SPACE_WP] = {ROOT "drawingml/2006/wordprocessingDrawing",
                  STRICT_ROOT "drawingml/wordprocessingDrawing"},
    [SPACE_A] = {ROOT "drawingml/2006/main", STRICT_ROOT "drawingml/main"},
    [SPACE_C] = {ROOT "drawingml/2006/chart", STRICT_ROOT "drawingml/chart"},
    [SPACE_DGM] = {ROOT "drawingml/2006/diagram", STRICT_ROOT "drawingml/diagram"},
    [SPACE_MC] = {ROOT "markup-compatibility/2006", NULL},
    [SPACE_V] = {"urn:schemas-microsoft-com:vml", NULL},
    [SPACE_O] = {"urn:schemas-microsoft-com:office:office", NULL},
    [SPACE_XML] = {"http://www.w3.org/XML/1998/namespace", NULL},
    [SPACE_NONE] = {"", NULL},
};

static const struct {
    enum word word;
    enum space space;
    const char *local;
} words[] = {
    {W_DOCUMENT, SPACE_W, "document"},
    {W_BODY, SPACE_W, "body"},
    {W_P, SPACE_W, "p"},
    {W_R, SPACE_W, "r"},
    {W_PPR, SPACE_W, "pPr"},
    {W_RPR, SPACE_W, "rPr"},
    {W_TBL, SPACE_W, "tbl"},
    {W_TR, SPACE_W, "tr"},
    {W_TC, SPACE_W, "tc"},
    {W_TBL_PR, SPACE_W, "tblPr"},
    {W_TBL_PR_EX, SPACE_W, "tblPrEx"},
    {W_TR_PR, SPACE_W, "trPr"},
    {W_TC_PR, SPACE_W, "tcPr"},
    {W_SECT_PR, SPACE_W, "sectPr"},
    {W_SDT, SPACE_W, "sdt"},
    {W_SDT_CONTENT, SPACE_W, "sdtContent"},
    {W_CUSTOM_XML, SPACE_W, "customXml"},
    {W_SMART_TAG, SPACE_W, "smartTag"},
    {W_HYPERLINK, SPACE_W, "hyperlink"},
    {W_FLD_SIMPLE, SPACE_W, "fldSimple"},
    {W_DIR, SPACE_W, "dir"},
    {W_BDO, SPACE_W, "bdo"},
    {W_RUBY, SPACE_W, "ruby"},
    {W_RUBY_BASE, SPACE_W, "rubyBase"},
    {W_ALT_CHUNK, SPACE_W, "altChunk"},
    {W_SUB_DOC, SPACE_W, "subDoc"},
    {W_HDR, SPACE_W, "hdr"},
    {W_FTR, SPACE_W, "ftr"},
    {W_FOOTNOTES, SPACE_W, "footnotes"},
    {W_FOOTNOTE, SPACE_W, "footnote"},
    {W_ENDNOTES, SPACE_W, "endnotes"},
    {W_ENDNOTE, SPACE_W, "endnote"},
    {W_TXBX_CONTENT, SPACE_W, "txbxContent"},
    {W_HEADER_REFERENCE, SPACE_W, "headerReference"},
    {W_FOOTER_REFERENCE, SPACE_W, "footerReference"},
    {W_T, SPACE_W, "t"},
    {W_DEL_TEXT, SPACE_W, "delText"},
    {W_INSTR_TEXT, SPACE_W, "instrText"},
    {W_DEL_INSTR_TEXT, SPACE_W, "delInstrText"},
    {W_TAB, SPACE_W, "tab"},
    {W_PTAB, SPACE_W, "ptab"},
    {W_BR, SPACE_W, "br"},
    {W_CR, SPACE_W, "cr"},
    {W_NO_BREAK_HYPHEN, SPACE_W, "noBreakHyphen"},
    {W_SOFT_HYPHEN, SPACE_W, "softHyphen"},
    {W_SYM, SPACE_W, "sym"},
    {W_FLD_CHAR, SPACE_W, "fldChar"},
    {W_FOOTNOTE_REFERENCE, SPACE_W, "footnoteReference"},
    {W_ENDNOTE_REFERENCE, SPACE_W, "endnoteReference"},
    {W_DRAWING, SPACE_W, "drawing"},
    {W_PICT, SPACE_W, "pict"},
    {W_OBJECT, SPACE_W, "object"},
    {W_CONTENT_PART, SPACE_W, "contentPart"},
    {W_PG_NUM, SPACE_W, "pgNum"},
    {W_DAY_SHORT, SPACE_W, "dayShort"},
    {W_DAY_LONG, SPACE_W, "dayLong"},
    {W_MONTH_SHORT, SPACE_W, "monthShort"},
    {W_MONTH_LONG, SPACE_W, "monthLong"},
    {W_YEAR_SHORT, SPACE_W, "yearShort"},
    {W_YEAR_LONG, SPACE_W, "yearLong"},
    {W_INS, SPACE_W, "ins"},
    {W_DEL, SPACE_W, "del"},
    {W_MOVE_FROM, SPACE_W, "moveFrom"},
    {W_MOVE_TO, SPACE_W, "moveTo"},
    {W_CELL_INS, SPACE_W, "cellIns"},
    {W_CELL_DEL, SPACE_W, "cellDel"},
    {W_CELL_MERGE, SPACE_W, "cellMerge"},
    {W_RPR_CHANGE, SPACE_W, "rPrChange"},
    {W_PPR_CHANGE, SPACE_W, "pPrChange"},
    {W_TBL_PR_CHANGE, SPACE_W, "tblPrChange"},
    {W_TBL_PR_EX_CHANGE, SPACE_W, "tblPrExChange"},
    {W_TBL_GRID_CHANGE, SPACE_W, "tblGridChange"},
    {W_TR_PR_CHANGE, SPACE_W, "trPrChange"},
    {W_TC_PR_CHANGE, SPACE_W, "tcPrChange"},
    {W_SECT_PR_CHANGE, SPACE_W, "sectPrChange"},
    {W_NUMBERING_CHANGE, SPACE_W, "numberingChange"},
    {W_P_STYLE, SPACE_W, "pStyle"},
    {W_R_STYLE, SPACE_W, "rStyle"},
    {W_TBL_STYLE, SPACE_W, "tblStyle"},
    {W_NUM_PR, SPACE_W, "numPr"},
    {W_ILVL, SPACE_W, "ilvl"},
    {W_NUM_ID, SPACE_W, "numId"},
    {W_OUTLINE_LVL, SPACE_W, "outlineLvl"},
    {W_B, SPACE_W, "b"},
    {W_I, SPACE_W, "i"},
    {W_U, SPACE_W, "u"},
    {W_STRIKE, SPACE_W, "strike"},
    {W_DSTRIKE, SPACE_W, "dstrike"},
    {W_VERT_ALIGN, SPACE_W, "vertAlign"},
    {W_R_FONTS, SPACE_W, "rFonts"},
    {W_LANG, SPACE_W, "lang"},
    {W_NO_PROOF, SPACE_W, "noProof"},
    {W_WEB_HIDDEN, SPACE_W, "webHidden"},
    {W_CNF_STYLE, SPACE_W, "cnfStyle"},
    {W_STYLES, SPACE_W, "styles"},
    {W_STYLE, SPACE_W, "style"},
    {W_STYLE_ID, SPACE_W, "styleId"},
    {W_NAME, SPACE_W, "name"},
    {W_BASED_ON, SPACE_W, "basedOn"},
    {W_DEFAULT, SPACE_W, "default"},
    {W_NUMBERING, SPACE_W, "numbering"},
    {W_ABSTRACT_NUM, SPACE_W, "abstractNum"},
    {W_ABSTRACT_NUM_ID, SPACE_W, "abstractNumId"},
    {W_NUM, SPACE_W, "num"},
    {W_LVL, SPACE_W, "lvl"},
    {W_LVL_OVERRIDE, SPACE_W, "lvlOverride"},
    {W_START_OVERRIDE, SPACE_W, "startOverride"},
    {W_START, SPACE_W, "start"},
    {W_NUM_FMT, SPACE_W, "numFmt"},
    {W_LVL_TEXT, SPACE_W, "lvlText"},
    {W_LVL_RESTART, SPACE_W, "lvlRestart"},
    {W_IS_LGL, SPACE_W, "isLgl"},
    {W_NUM_STYLE_LINK, SPACE_W, "numStyleLink"},
    {W_STYLE_LINK, SPACE_W, "styleLink"},
    {W_VAL, SPACE_W, "val"},
    {W_ID, SPACE_W, "id"},
    {W_AUTHOR, SPACE_W, "author"},
    {W_DATE, SPACE_W, "date"},
    {W_TYPE, SPACE_W, "type"},
    {W_FLD_CHAR_TYPE, SPACE_W, "fldCharType"},
    {W_INSTR, SPACE_W, "instr"},
    {W_ANCHOR, SPACE_W, "anchor"},
    {W_CHAR, SPACE_W, "char"},
    {W_FONT, SPACE_W, "font"},
    {W_ASCII, SPACE_W, "ascii"},
    {R_ID, SPACE_R, "id"},
    {R_EMBED, SPACE_R, "embed"},
    {R_LINK, SPACE_R, "link"},
    {R_PICT, SPACE_R, "pict"},
    {R_DM, SPACE_R, "dm"},
    {R_LO, SPACE_R, "lo"},
    {R_QS, SPACE_R, "qs"},
    {R_CS, SPACE_R, "cs"},
    {XML_SPACE, SPACE_XML, "space"},
    {M_O_MATH, SPACE_M, "oMath"},
    {M_O_MATH_PARA, SPACE_M, "oMathPara"},
    {M_CTRL_PR, SPACE_M, "ctrlPr"},
    {M_R, SPACE_M, "r"},
    {M_T, SPACE_M, "t"},
    {MC_ALTERNATE_CONTENT, SPACE_MC, "AlternateContent"},
    {MC_CHOICE, SPACE_MC, "Choice"},
    {MC_FALLBACK, SPACE_MC, "Fallback"},
    {MC_REQUIRES, SPACE_NONE, "Requires"},
    {WP_EXTENT, SPACE_WP, "extent"},
    {WP_DOC_PR, SPACE_WP, "docPr"},
    {A_BLIP, SPACE_A, "blip"},
    {C_CHART, SPACE_C, "chart"},
    {DGM_REL_IDS, SPACE_DGM, "relIds"},
    {V_IMAGEDATA, SPACE_V, "imagedata"},
    {O_OLE_OBJECT, SPACE_O, "OLEObject"},
};

static void set(const struct xml *xml, uint8_t *found, const char *space, const char *local,
                enum word word)
{
    uint32_t name = xml_name(xml, str_of(space), str_of(local));
    if (name != NAMES_NONE)
        found[name] = (uint8_t)word;
}

const uint8_t *words_of(const struct xml *xml, struct arena *arena)
{
    static_assert(WORD_COUNT <= UINT8_MAX, "a word must fit its byte");
    uint8_t *found = ARENA_ARRAY(arena, uint8_t, names_count(xml->names) + 1);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        set(xml, found, spaces[words[i].space].transitional, words[i].local, words[i].word);
        if (spaces[words[i].space].strict)
            set(xml, found, spaces[words[i].space].strict, words[i].local, words[i].word);
    }
    return found;
}
