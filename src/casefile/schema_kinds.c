// SPDX-License-Identifier: Apache-2.0
// The tables. A field's help stands in docs/case.md and in "entente enter --help" as it is here.
#include "casefile/schema.h"

#define REQUIRED true
#define OPTIONAL false
#define END                                                                                        \
    {                                                                                              \
        .name = NULL                                                                               \
    }

static const struct field case_fields[] = {
    {"title", FIELD_TEXT, REQUIRED, .help = "what the talks are called"},
    {"summary", FIELD_TEXT, .help = "what they are about"},
    {"place", FIELD_TEXT, .help = "where they are held"},
    {"started", FIELD_DATE, .help = "their first day"},
    {"languages", FIELD_TEXTS, .help = "languages of the texts"},
    END,
};

static const struct field party_fields[] = {
    {"name", FIELD_NAME, REQUIRED, .help = "the name in full"},
    {"role", FIELD_CHOICE, OPTIONAL, "party|mediator|observer|adviser|guarantor",
     .help = "what it is in the talks"},
    {"note", FIELD_TEXT, .help = "anything else"},
    END,
};

static const struct field delegate_fields[] = {
    {"name", FIELD_NAME, REQUIRED, .help = "the person's name"},
    {"party", FIELD_REF, REQUIRED, "party|group", .help = "whose delegate"},
    {"role", FIELD_TEXT, .help = "office or task"},
    {"from", FIELD_DATE, .help = "first day of the term"},
    {"to", FIELD_DATE, .help = "last day of the term"},
    {"source", FIELD_TEXT, .help = "where this is known from"},
    {"note", FIELD_TEXT, .help = "anything else"},
    END,
};

static const struct field group_fields[] = {
    {"name", FIELD_NAME, REQUIRED, .help = "the name in full"},
    {"members", FIELD_REFS, REQUIRED, "party", .help = "the parties in it"},
    {"form", FIELD_CHOICE, OPTIONAL, "coalition|delegation|advisers",
     .help = "what holds it together"},
    {"from", FIELD_DATE, .help = "since when"},
    {"to", FIELD_DATE, .help = "until when"},
    {"note", FIELD_TEXT, .help = "anything else"},
    END,
};

static const struct field relation_fields[] = {
    {"to", FIELD_REF, REQUIRED, "document", .help = "the other document"},
    {"how", FIELD_CHOICE, REQUIRED, "annex-of|implements|refers-to|replaces|translates",
     .help = "what this one is to it"},
    END,
};

static const struct field document_fields[] = {
    {"title", FIELD_TEXT, REQUIRED, .help = "its title"},
    {"relations", FIELD_ROWS, OPTIONAL, .fields = relation_fields,
     .help = "how it relates to others"},
    {"parties", FIELD_REFS, OPTIONAL, "party|group", .help = "who negotiates it"},
    {"source", FIELD_TEXT, .help = "where it is known from"},
    {"note", FIELD_TEXT, .help = "anything else"},
    END,
};

static const struct field draft_fields[] = {
    {"document", FIELD_REF, REQUIRED, "document", .help = "of which document"},
    {"party", FIELD_REF, OPTIONAL, "party|group", .help = "whose draft; none: a base"},
    {"base", FIELD_REF, OPTIONAL, "draft", .help = "the draft it was made from"},
    {"date", FIELD_DATE, .help = "when it was tabled"},
    {"file", FIELD_FILE, REQUIRED, .help = "the file as submitted"},
    {"fragment", FIELD_FLAG, .help = "it is some clauses only; of the rest it says nothing"},
    {"counter", FIELD_FLAG,
     .help = "it is a text of its own: its points answer those of the base as the matches say"},
    {"carried", FIELD_REF, OPTIONAL, "draft",
     .help = "nobody submitted it: the open wordings of this draft, set into a newer base"},
    {"note", FIELD_TEXT, .help = "anything else"},
    END,
};

static const struct field variant_fields[] = {
    {"id", FIELD_TEXT, REQUIRED, .help = "first 12 digits of the wording's SHA-256"},
    {"text", FIELD_TEXT, .help = "the wording; empty: nothing stands here"},
    {"parties", FIELD_REFS, OPTIONAL, "party|group",
     .help = "who holds it; of the base's: all others whose draft counts"},
    END,
};

static const struct field agreed_fields[] = {
    {"variant", FIELD_TEXT, REQUIRED, .help = "the wording agreed"},
    {"by", FIELD_REFS, OPTIONAL, "party|group", .help = "who agreed; none: all"},
    {"date", FIELD_DATE, .help = "when"},
    {"meeting", FIELD_REF, OPTIONAL, "meeting", .help = "at which meeting"},
    END,
};

static const struct field settled_fields[] = {
    {"base", FIELD_REF, REQUIRED, "draft", .help = "the base whose text has it"},
    {"variant", FIELD_TEXT, REQUIRED, .help = "the wording"},
    {"how", FIELD_CHOICE, REQUIRED, "agreed|held by all|chosen|package",
     .help = "why it is the text"},
    END,
};

static const struct field slot_fields[] = {
    {"document", FIELD_REF, REQUIRED, "document", .help = "in which document"},
    {"point", FIELD_TEXT, .help = "under which label"},
    {"order", FIELD_NUMBER, .help = "its place in the base: a byte of its text"},
    {"before", FIELD_TEXT, .help = "the words before it"},
    {"after", FIELD_TEXT, .help = "the words after it"},
    {"base", FIELD_TEXT, .help = "id of the base's wording"},
    {"variants", FIELD_ROWS, OPTIONAL, .fields = variant_fields, .help = "the rival wordings"},
    {"status", FIELD_CHOICE, OPTIONAL, "open|agreed|reopened|parked|placeholder|settled|unplaced",
     .help = "agreed is ad referendum; settled: a base has it; unplaced: no draft has it any more"},
    {"agreed", FIELD_ROW, OPTIONAL, .fields = agreed_fields, .help = "what was agreed"},
    {"settled", FIELD_ROW, OPTIONAL, .fields = settled_fields, .help = "as what it is the text"},
    {"earlier", FIELD_ROWS, OPTIONAL, .fields = variant_fields,
     .help = "wordings that nobody holds any more and something is said of; who held them last"},
    {"was", FIELD_CHOICE, OPTIONAL, "open|agreed|reopened|parked|placeholder",
     .help = "its status before no draft had it any more"},
    {"reopens", FIELD_REF, OPTIONAL, "slot", .help = "the settled place that it opens again"},
    {"note", FIELD_TEXT, .help = "anything else"},
    END,
};

static const struct field stance_fields[] = {
    {"slot", FIELD_REF, REQUIRED, "slot", .help = "about which slot"},
    {"variant", FIELD_TEXT, .help = "about which wording; none: any"},
    {"party", FIELD_REF, REQUIRED, "party|group", .help = "whose stance"},
    {"stance", FIELD_CHOICE, REQUIRED,
     "propose|support|support in principle|flexible|silent|reserve|oppose", .help = "which"},
    {"condition", FIELD_TEXT, .help = "on what it depends"},
    {"date", FIELD_DATE, .help = "when it was taken"},
    {"source", FIELD_TEXT, .help = "how it is known"},
    {"note", FIELD_TEXT, .help = "anything else"},
    END,
};

static const struct field next_step_fields[] = {
    {"text", FIELD_TEXT, REQUIRED, .help = "what is to be done"},
    {"by", FIELD_REFS, OPTIONAL, "party|group", .help = "by whom"},
    {"due", FIELD_DATE, .help = "until when"},
    END,
};

static const struct field meeting_fields[] = {
    {"title", FIELD_TEXT, .help = "what it is called"},
    {"format", FIELD_REFS, OPTIONAL, "party|group", .help = "who meets"},
    {"place", FIELD_TEXT, .help = "where"},
    {"from", FIELD_DATE, .help = "first day"},
    {"to", FIELD_DATE, .help = "last day"},
    {"delegates", FIELD_REFS, OPTIONAL, "delegate", .help = "who was present"},
    {"documents", FIELD_REFS, OPTIONAL, "document", .help = "what was on the table"},
    {"agenda", FIELD_TEXTS, .help = "what was to be spoken of"},
    {"next_steps", FIELD_ROWS, OPTIONAL, .fields = next_step_fields, .help = "what was decided"},
    {"source", FIELD_TEXT, .help = "how it is known"},
    {"note", FIELD_TEXT, .help = "anything else"},
    END,
};

static const struct field implies_fields[] = {
    {"slot", FIELD_REF, OPTIONAL, "slot", .help = "about which slot"},
    {"variant", FIELD_TEXT, .help = "about which wording"},
    {"party", FIELD_REF, OPTIONAL, "party|group", .help = "about whose changes"},
    {"stance", FIELD_CHOICE, REQUIRED,
     "propose|support|support in principle|flexible|silent|reserve|oppose", .help = "which"},
    END,
};

static const struct field source_fields[] = {
    {"title", FIELD_TEXT, .help = "what it is"},
    {"url", FIELD_TEXT, .help = "its address"},
    {"retrieved", FIELD_DATE, .help = "when it was read"},
    END,
};

static const struct field statement_fields[] = {
    {"speaker", FIELD_TEXT, REQUIRED, .help = "who spoke: a delegate's id or a name"},
    {"party", FIELD_REF, OPTIONAL, "party|group", .help = "for whom"},
    {"capacity", FIELD_TEXT, .help = "in which office"},
    {"date", FIELD_DATE, .help = "when"},
    {"place", FIELD_TEXT, .help = "where"},
    {"channel", FIELD_TEXT, .help = "through what"},
    {"addressee", FIELD_TEXT, .help = "to whom"},
    {"about", FIELD_TEXTS, .help = "documents, points or matters"},
    {"implies", FIELD_ROWS, OPTIONAL, .fields = implies_fields,
     .help = "stances it lets one infer"},
    {"quote", FIELD_TEXT, .help = "a short quotation"},
    {"paraphrase", FIELD_TEXT, .help = "what was said, in other words"},
    {"source", FIELD_ROW, OPTIONAL, .fields = source_fields, .help = "where it is known from"},
    {"note", FIELD_TEXT, .help = "anything else"},
    END,
};

static const struct field step_fields[] = {
    {"text", FIELD_TEXT, REQUIRED, .help = "what is to be done"},
    {"by", FIELD_REFS, OPTIONAL, "party|group", .help = "by whom"},
    {"document", FIELD_REF, OPTIONAL, "document", .help = "which document calls for it"},
    {"point", FIELD_TEXT, .help = "which point of it"},
    {"start", FIELD_TEXT, .help = "its start: a date or an event"},
    {"end", FIELD_TEXT, .help = "its end: a date or an event"},
    {"days", FIELD_NUMBER, .help = "how long it takes"},
    {"confirmed", FIELD_FLAG, .help = "a person has looked at it"},
    {"note", FIELD_TEXT, .help = "anything else"},
    END,
};

static const struct field limit_fields[] = {
    {"from", FIELD_TEXT, REQUIRED, .help = "the event counted from"},
    {"to", FIELD_TEXT, REQUIRED, .help = "the event that is bound"},
    {"least", FIELD_TEXT, .help = "not before this time has run"},
    {"most", FIELD_TEXT, .help = "not after this time has run"},
    {"slot", FIELD_REF, OPTIONAL, "slot", .help = "holds only for a wording of this slot"},
    {"variant", FIELD_TEXT, .help = "which"},
    {"document", FIELD_REF, OPTIONAL, "document", .help = "where it stands"},
    {"point", FIELD_TEXT, .help = "under which label"},
    {"clause", FIELD_TEXT, .help = "its words"},
    {"confirmed", FIELD_FLAG, .help = "a person has looked at it"},
    {"note", FIELD_TEXT, .help = "anything else"},
    END,
};

static const struct field guarantee_fields[] = {
    {"guarantor", FIELD_REFS, REQUIRED, "party|group", .help = "who answers for it"},
    {"beneficiary", FIELD_REFS, REQUIRED, "party|group", .help = "to whom"},
    {"trigger", FIELD_TEXT, REQUIRED, .help = "what sets it off"},
    {"response", FIELD_TEXT, REQUIRED, .help = "what then must be done"},
    {"limit", FIELD_TEXT, .help = "within which time"},
    {"document", FIELD_REF, OPTIONAL, "document", .help = "where it stands"},
    {"point", FIELD_TEXT, .help = "under which label"},
    {"note", FIELD_TEXT, .help = "anything else"},
    END,
};

static const struct field choice_fields[] = {
    {"slot", FIELD_REF, REQUIRED, "slot", .help = "which slot"},
    {"variant", FIELD_TEXT, REQUIRED, .help = "with which wording"},
    END,
};

static const struct field package_fields[] = {
    {"title", FIELD_TEXT, .help = "what it is called"},
    {"choices", FIELD_ROWS, REQUIRED, .fields = choice_fields, .help = "one wording for each slot"},
    {"by", FIELD_REFS, OPTIONAL, "party|group", .help = "who put it forward"},
    {"note", FIELD_TEXT, .help = "anything else"},
    END,
};

static const struct field worth_fields[] = {
    {"party", FIELD_REF, REQUIRED, "party", .help = "whose"},
    {"file", FIELD_FILE, REQUIRED, .help = "the valuation, as the bargain reads it"},
    {"note", FIELD_TEXT, .help = "anything else"},
    END,
};

static const struct field note_fields[] = {
    {"title", FIELD_TEXT, .help = "what it is about"},
    {"text", FIELD_TEXT, .help = "the note"},
    {"file", FIELD_FILE, .help = "a file that goes with it"},
    {"party", FIELD_REF, OPTIONAL, "party|group", .help = "whose"},
    END,
};

static const struct field key_fields[] = {
    {"box", FIELD_TEXT, REQUIRED, .help = "X25519 public key, base64"},
    {"sign", FIELD_TEXT, REQUIRED, .help = "Ed25519 public key, base64"},
    {"salt", FIELD_TEXT, REQUIRED, .help = "for argon2id"},
    {"wrapped", FIELD_TEXT, REQUIRED, .help = "the secret seed under the passphrase"},
    {"passes", FIELD_NUMBER, REQUIRED, .help = "of argon2id"},
    {"memory", FIELD_NUMBER, REQUIRED, .help = "of argon2id, in bytes"},
    {"bound", FIELD_TEXT, .help = "signature of the signing key on the other"},
    {"handed", FIELD_TEXT, .help = "signature of the keys before these, when they were exchanged"},
    {"earlier", FIELD_TEXTS, .help = "what opens what was sealed to the keys before"},
    END,
};

static const struct field comment_fields[] = {
    {"party", FIELD_REF, REQUIRED, "party|group", .help = "who comments"},
    {"text", FIELD_TEXT, REQUIRED, .help = "what is said"},
    {"slot", FIELD_REF, OPTIONAL, "slot", .help = "on which open place"},
    {"document", FIELD_REF, OPTIONAL, "document", .help = "on which document"},
    {"point", FIELD_TEXT, .help = "on which point of it"},
    {"parent", FIELD_REF, OPTIONAL, "comment", .help = "the comment that it answers"},
    {"state", FIELD_CHOICE, OPTIONAL, "open|resolved", .help = "whether it is dealt with"},
    {"date", FIELD_DATE, .help = "when it was made"},
    {"source", FIELD_TEXT, .help = "how it is known"},
    END,
};

static const struct field match_fields[] = {
    {"document", FIELD_REF, REQUIRED, "document", .help = "in which document"},
    {"draft", FIELD_REF, REQUIRED, "draft", .help = "the counter-draft"},
    {"point", FIELD_TEXT, .help = "the point of the base; none: only the counter-draft has it"},
    {"other", FIELD_TEXT, .help = "the point of the counter-draft; none: only the base has it"},
    {"how", FIELD_CHOICE, OPTIONAL, "same|changed|joined|split|alone",
     .help = "what became of the one in the other"},
    {"confirmed", FIELD_FLAG, .help = "a person has looked at it"},
    {"note", FIELD_TEXT, .help = "anything else"},
    END,
};

static const struct field finding_fields[] = {
    {"check", FIELD_TEXT, REQUIRED, .help = "which check found it"},
    {"quote", FIELD_TEXT, REQUIRED, .help = "the words it is about"},
    {"document", FIELD_REF, OPTIONAL, "document", .help = "in which document"},
    {"draft", FIELD_REF, OPTIONAL, "draft", .help = "in which version of it"},
    {"point", FIELD_TEXT, .help = "under which label"},
    {"slot", FIELD_REF, OPTIONAL, "slot", .help = "in a wording of this slot"},
    {"what", FIELD_TEXT, .help = "what was found"},
    {"by", FIELD_REFS, OPTIONAL, "party|group", .help = "who accepts it as it is; none: all"},
    {"date", FIELD_DATE, .help = "when it was accepted"},
    {"note", FIELD_TEXT, .help = "why"},
    END,
};

static const struct field acceptance_fields[] = {
    {"party", FIELD_REF, REQUIRED, "party", .help = "whose"},
    {"package", FIELD_REF, REQUIRED, "package", .help = "of which package"},
    {"answer", FIELD_CHOICE, REQUIRED, "yes|no|perhaps", .help = "whether it could accept it"},
    {"note", FIELD_TEXT, .help = "on what it depends"},
    END,
};

const struct kind schema_kinds[] = {
    {"case", "case", "entente.yaml", "the talks themselves; its id is \"case\"", case_fields},
    {"party", "parties", "entente.yaml", "who negotiates", party_fields},
    {"key", "keys", "keys.yaml", "a party's keys, under its id", key_fields},
    {"delegate", "delegates", "entente.yaml", "a person who speaks for a party", delegate_fields},
    {"group", "groups", "entente.yaml", "parties that act together", group_fields},
    {"document", "documents", "entente.yaml", "a text under negotiation", document_fields},
    {"draft", "drafts", "entente.yaml", "a version of a document", draft_fields},
    {"slot", "slots", "slots.yaml", "a place where the wording is open", slot_fields},
    {"stance", "stances", "stances.yaml", "a party's attitude to a wording", stance_fields},
    {"meeting", "meetings", "meetings.yaml", "a session", meeting_fields},
    {"statement", "statements", "statements.yaml", "who said what", statement_fields},
    {"step", "steps", "steps.yaml", "an act that an agreement calls for", step_fields},
    {"limit", "limits", "steps.yaml", "a time relation between two events", limit_fields},
    {"guarantee", "guarantees", "steps.yaml", "what is done if something happens",
     guarantee_fields},
    {"package", "packages", "packages.yaml", "one wording for every slot", package_fields},
    {"worth", "worths", "sealed.yaml", "a party's valuation; sealed", worth_fields},
    {"acceptance", "acceptances", "sealed.yaml", "whether a party could accept a package; sealed",
     acceptance_fields},
    {"comment", "comments", "comments.yaml", "what a party says of a place in the text",
     comment_fields},
    {"match", "matches", "matches.yaml", "which point of a counter-draft answers which of the base",
     match_fields},
    {"finding", "findings", "findings.yaml", "what a check found and parties accept as it is",
     finding_fields},
    {"note", "notes", "notes.yaml", "anything worth keeping", note_fields},
    END,
};
