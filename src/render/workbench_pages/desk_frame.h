// SPDX-License-Identifier: Apache-2.0
// What every page of the workbench begins and ends with, and the parts of its forms.

#ifndef ENTENTE_RENDER_DESK_DESK_FRAME_H
#define ENTENTE_RENDER_DESK_DESK_FRAME_H

#include "answers/desk_answer.h"
#include "base/builder.h"

struct desk_page {
    struct builder *out;
    struct arena *arena;
    const struct desk_frame *frame;
};

struct desk_head {
    struct str title;  // of the window and of the page
    struct str kind;   // small, over the title
    bool is_wide;      // as wide as the window
    const char *style; // an asset of the page's own, such as "text.css"; NULL: none
};

// Everything up to and with the title; the <header> stays open for a line or two. Then desk_main.
void desk_begin(struct desk_page *page, const struct desk_head *head);
// Ends the header and begins the page's own part.
void desk_main(struct desk_page *page);
// The same for what lays itself out: <main> is begun by whoever comes next.
void desk_header_end(struct desk_page *page);
// Ends <main>.
void desk_main_end(struct desk_page *page);
// The end of the page.
void desk_end(struct desk_page *page);

void desk_text(struct desk_page *page, struct str text);
void desk_plain(struct desk_page *page, const char *html); // markup of our own
// A part of an address: all but letters, digits, "-._~" and "/" is escaped.
void desk_address(struct builder *out, struct str part);
// "<a href="ROOT/…">", with the parts escaped; parts end with an empty one.
void desk_link_begin(struct desk_page *page, const char *classes, const struct str *parts);
void desk_link_end(struct desk_page *page);
// A time of the record, "2025-12-20T10:00:00Z", as "2025-12-20 10:00 UTC"; the whole of it is in the markup.
void desk_when(struct desk_page *page, struct str time);
// What an act of the record is in plain words, such as "took a stance"; one that is not known stays as it is.
struct str desk_act(struct str act);
// What a change of the record is about: "stance of Velmark on plan/Part I/3(b)".
struct str desk_subject(struct str kind, struct str id, struct arena *arena);
// The name of a party in its colour; what is no party of the case stands as it is.
void desk_party(struct desk_page *page, struct str id);
// The number of the party in the case, or party_count.
uint32_t desk_party_number(const struct desk_frame *frame, struct str id);
struct str desk_party_name(const struct desk_frame *frame, struct str id);

// In place of what is the viewer's own, until the page's own module has opened it.
void desk_in_browser(struct desk_page *page);

// --- Forms

bool desk_may_act(const struct desk_frame *frame);
// A form that is posted to ROOT/acts: its token, act, size and the way back. act NULL: its buttons say.
void desk_form_begin(struct desk_page *page, const char *act, const char *classes);
void desk_form_end(struct desk_page *page);
void desk_hidden(struct desk_page *page, const char *name, struct str value);
// A choice of a party, for the secretariat alone; with "nobody" the first choice is none, so called. Both
// are words of ours, not of a file.
void desk_party_choice(struct desk_page *page, const char *words, const char *nobody);
// For whom the secretariat acts; nothing for a party, which acts for itself.
void desk_acting_party(struct desk_page *page);
// "<label>WORDS <input …></label>"; kind such as "text", "date".
void desk_input(struct desk_page *page, const char *words, const char *kind, const char *name,
                struct str value);
void desk_button(struct desk_page *page, const char *words, bool is_first);

#endif
