// SPDX-License-Identifier: Apache-2.0
// The vocabulary of OpenDocument text that this program knows: one number for each name, whether it names
// an element or an attribute.

#ifndef ENTENTE_EXCHANGE_ODT_ODT_WORDS_H
#define ENTENTE_EXCHANGE_ODT_ODT_WORDS_H

#include "codec/xml.h"

enum odt_word {
    ODT_UNKNOWN,
    ODT_FIELD,      // any other element of the text vocabulary: what stands in it is shown
    ODT_CHARACTERS, // no name at all: XML_TEXT
    // Frames of the parts.
    ODT_BODY,
    ODT_TEXT,
    ODT_STYLES,
    ODT_AUTOMATIC_STYLES,
    ODT_FONT_FACES,
    ODT_FONT_FACE,
    ODT_MASTER_STYLES,
    ODT_MASTER_PAGE,
    ODT_HEADER,
    ODT_FOOTER,
    ODT_PAGE_LAYOUT,
    ODT_PAGE_LAYOUT_PROPERTIES,
    // Blocks.
    ODT_P,
    ODT_H,
    ODT_LIST,
    ODT_LIST_ITEM,
    ODT_LIST_HEADER,
    ODT_NUMBERED_PARAGRAPH,
    ODT_SECTION,
    ODT_CONTENTS,
    ODT_INDEX_BODY,
    ODT_INDEX_TITLE,
    ODT_OTHER_INDEX,
    ODT_TABLE,
    ODT_TABLE_COLUMN,
    ODT_TABLE_ROW,
    ODT_TABLE_CELL,
    ODT_COVERED_CELL,
    ODT_TABLE_HEADER_ROWS,
    ODT_TABLE_GROUP, // rows or columns that stand together
    // What stands in a paragraph.
    ODT_SPAN,
    ODT_A,
    ODT_S,
    ODT_TAB,
    ODT_LINE_BREAK,
    ODT_SILENT, // says nothing that is shown
    ODT_NOTE,
    ODT_NOTE_BODY,
    ODT_BOOKMARK,
    ODT_BOOKMARK_START,
    ODT_BOOKMARK_END,
    ODT_BOOKMARK_REF,
    ODT_PAGE_NUMBER,
    ODT_PAGE_COUNT,
    ODT_TODAY,
    ODT_NOW,
    ODT_ANNOTATION,
    ODT_ANNOTATION_END,
    ODT_FRAME,
    ODT_SHAPE,
    ODT_IMAGE,
    ODT_TEXT_BOX,
    ODT_OBJECT,
    ODT_DESCRIPTION,
    // Tracked changes.
    ODT_TRACKED_CHANGES,
    ODT_CHANGED_REGION,
    ODT_INSERTION,
    ODT_DELETION,
    ODT_FORMAT_CHANGE,
    ODT_CHANGE_INFO,
    ODT_CREATOR,
    ODT_DATE,
    ODT_CHANGE,
    ODT_CHANGE_START,
    ODT_CHANGE_END,
    // Styles.
    ODT_STYLE,
    ODT_DEFAULT_STYLE,
    ODT_TEXT_PROPERTIES,
    ODT_PARAGRAPH_PROPERTIES,
    ODT_CELL_PROPERTIES,
    ODT_ROW_PROPERTIES,
    ODT_COLUMN_PROPERTIES,
    ODT_TAB_STOPS,
    ODT_TAB_STOP,
    ODT_LIST_STYLE,
    ODT_OUTLINE_STYLE,
    ODT_OUTLINE_LEVEL_STYLE,
    ODT_LEVEL_NUMBER,
    ODT_LEVEL_BULLET,
    ODT_LEVEL_IMAGE,
    ODT_LEVEL_PROPERTIES,
    ODT_LABEL_ALIGNMENT,
    // Attributes.
    ODT_STYLE_NAME,
    ODT_CELL_STYLE_NAME,
    ODT_OUTLINE_LEVEL,
    ODT_IS_LIST_HEADER,
    ODT_RESTART_NUMBERING,
    ODT_START_VALUE,
    ODT_CONTINUE_NUMBERING,
    ODT_CONTINUE_LIST,
    ODT_XML_ID,
    ODT_ID,
    ODT_CHANGE_ID,
    ODT_C,
    ODT_NAME,
    ODT_REF_NAME,
    ODT_REFERENCE_FORMAT,
    ODT_NOTE_CLASS,
    ODT_FIXED,
    ODT_OFFICE_NAME,
    ODT_HREF,
    ODT_WIDTH,
    ODT_HEIGHT,
    ODT_COLUMNS_REPEATED,
    ODT_ROWS_REPEATED,
    ODT_COLUMNS_SPANNED,
    ODT_ROWS_SPANNED,
    ODT_LEVEL,
    ODT_DISPLAY_LEVELS,
    ODT_NUM_FORMAT,
    ODT_NUM_PREFIX,
    ODT_NUM_SUFFIX,
    ODT_LIST_FORMAT,
    ODT_BULLET_CHAR,
    ODT_STYLE_NAME_OF, // style:name
    ODT_DISPLAY_NAME,
    ODT_FAMILY,
    ODT_PARENT_STYLE,
    ODT_LIST_STYLE_NAME,
    ODT_DEFAULT_OUTLINE_LEVEL,
    ODT_PAGE_LAYOUT_NAME,
    ODT_FONT_NAME,
    ODT_SVG_FONT_FAMILY,
    ODT_FO_FONT_FAMILY,
    ODT_FONT_WEIGHT,
    ODT_FONT_STYLE,
    ODT_FONT_SIZE,
    ODT_UNDERLINE_STYLE,
    ODT_UNDERLINE_TYPE,
    ODT_THROUGH_STYLE,
    ODT_THROUGH_TYPE,
    ODT_TEXT_POSITION,
    ODT_COLOR,
    ODT_BACKGROUND,
    ODT_FONT_VARIANT,
    ODT_TEXT_TRANSFORM,
    ODT_TEXT_DISPLAY,
    ODT_LANGUAGE,
    ODT_COUNTRY,
    ODT_LETTER_SPACING,
    ODT_TEXT_ALIGN,
    ODT_MARGIN_LEFT,
    ODT_MARGIN_RIGHT,
    ODT_MARGIN_TOP,
    ODT_MARGIN_BOTTOM,
    ODT_TEXT_INDENT,
    ODT_LINE_HEIGHT,
    ODT_KEEP_WITH_NEXT,
    ODT_KEEP_TOGETHER,
    ODT_BREAK_BEFORE,
    ODT_WRITING_MODE,
    ODT_POSITION,
    ODT_TYPE,
    ODT_BORDER,
    ODT_BORDER_TOP,
    ODT_BORDER_LEFT,
    ODT_BORDER_BOTTOM,
    ODT_BORDER_RIGHT,
    ODT_VERTICAL_ALIGN,
    ODT_COLUMN_WIDTH,
    ODT_PAGE_WIDTH,
    ODT_PAGE_HEIGHT,
    ODT_SPACE_BEFORE,
    ODT_MIN_LABEL_WIDTH,
    ODT_WORD_COUNT,
};

// One part as a tree that knows its words.
struct odt_tree {
    struct xml xml;
    const uint8_t *words; // enum odt_word by the number of a name
};

// Owner:  arena
// Errors: those of xml_read
bool odt_tree_read(struct place place, struct str bytes, const struct input_limits *limits,
                   struct arena *arena, struct odt_tree *tree, struct error *error) MUST_CHECK;

static inline enum odt_word odt_word(const struct odt_tree *tree, uint32_t node)
{
    uint32_t name = tree->xml.nodes[node].name;
    return name == XML_TEXT ? ODT_CHARACTERS : (enum odt_word)tree->words[name];
}

// The first child with this word; 0, which is no node's child, when there is none.
uint32_t odt_child(const struct odt_tree *tree, uint32_t node, enum odt_word word);
// The value of an attribute, empty when it is absent; is there one?
struct str odt_value(const struct odt_tree *tree, uint32_t node, enum odt_word word);
bool odt_has(const struct odt_tree *tree, uint32_t node, enum odt_word word);
bool odt_is(const struct odt_tree *tree, uint32_t node, enum odt_word word, struct str value);
// A whole number between the two; `otherwise` where none is written.
uint32_t odt_count(const struct odt_tree *tree, uint32_t node, enum odt_word word, uint32_t least,
                   uint32_t most, uint32_t otherwise);
// All characters within a node, as they stand.
struct str odt_characters(const struct odt_tree *tree, uint32_t node, struct arena *arena);
// A length as twentieths of a point; false where it is none, as in "100%".
bool odt_twips(struct str length, int64_t *twips);

#endif
