// SPDX-License-Identifier: Apache-2.0
// What a statement is: who said what about what, where and when, and the words that say so.

#ifndef ENTENTE_STATEMENTS_STATEMENT_H
#define ENTENTE_STATEMENTS_STATEMENT_H

#include "prose/date.h"

// Words of the text. from and to count characters from 0, to is exclusive; line and column from 1.
struct text_range {
    size_t from, to;
    size_t line, column;
    struct str text; // white space flattened
};

enum speaker_kind {
    SPEAKER_PERSON,  // a person with a name
    SPEAKER_BODY,    // "the Kremlin", "Ukraine's Foreign Ministry"
    SPEAKER_UNNAMED, // "two diplomats", "a spokesman for the mission"
};

enum statement_form {
    FORM_DIRECT,   // a quotation of whole sentences
    FORM_REPORTED, // in the reporter's words, which may hold quoted ones
};

struct statement {
    struct text_range range; // what was said: quotation or reported clause, without the attribution
    enum statement_form form;
    struct text_range *quotes; // the quoted words in it, in order
    size_t quote_count;
    struct str speaker; // full name of a person where the text has it
    enum speaker_kind speaker_kind;
    struct str capacity;  // the role in which the text lets them speak; may be empty
    struct str verb;      // "said", "told", "according to"
    struct str date;      // ISO, resolved; empty when the statement has none
    struct str date_text; // "on Saturday"
    struct str place;     // "Miami"
    struct str addressee; // "reporters"
    struct str channel;   // "social media"
    struct str *about;    // documents named in it, and what the speaker was "discussing"
    size_t about_count;
};

struct statement_person {
    struct str name;
    const struct str *roles;
    size_t role_count;
    size_t mentions;
};

struct statement_meeting {
    struct text_range range;
    struct str what;           // "trilateral meeting"
    struct str format;         // "trilateral", "U.S.–Ukraine"; may be empty
    const struct str *parties; // "Russia", "United States"
    size_t party_count;
    struct str place;
    struct str date; // ISO, may be empty
    struct str date_text;
};

struct statement_document {
    struct text_range range; // where it is named first
    struct str name;
};

// Where the report's date is from, the surest first.
enum report_date_origin {
    REPORT_DATE_GIVEN,    // by the caller
    REPORT_DATE_PAGE,     // a web page's own data
    REPORT_DATE_DATELINE, // the dateline, or a line that begins with a date
    REPORT_DATE_NAME,     // the file's name
    REPORT_DATE_TEXT,     // the latest date in the text
    REPORT_DATE_FILE,     // when the file was made
    REPORT_DATE_UNKNOWN,
};

struct statements_found {
    const struct statement *items;
    size_t count;
    const struct statement_person *persons;
    size_t person_count;
    const struct str *bodies;
    size_t body_count;
    const struct statement_meeting *meetings;
    size_t meeting_count;
    const struct statement_document *documents;
    size_t document_count;
    const struct text_range *unattributed; // what somebody said and nobody was found for
    size_t unattributed_count;
    struct date date; // of the report; year 0 when not known
    enum report_date_origin date_origin;
    struct str author; // "By NAME"
    bool is_foreign;   // hardly a word of the report is English, which alone is read
};

// A report and what is known of it besides its words.
struct statements_source {
    struct str name;         // of the file; a date in it (report-2031-05-03.txt) is used
    struct str text;         // plain text, Markdown or HTML
    bool has_lines;          // each line is a paragraph, as in the text of a .docx
    const struct date *date; // the report's date where the caller knows it, else NULL
    struct str made; // when the file says it was made ("2031-05-03T10:00:00Z"); may be empty
};

#endif
