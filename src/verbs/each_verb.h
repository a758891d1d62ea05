// SPDX-License-Identifier: Apache-2.0
// Every verb, one file each.

#ifndef ENTENTE_VERBS_EACH_VERB_H
#define ENTENTE_VERBS_EACH_VERB_H

#include "verbs/verb.h"

extern const struct verb bargain_verb;
extern const struct verb spatial_verb;
extern const struct verb brackets_verb;
extern const struct verb proofread_verb;
extern const struct verb interview_verb;
extern const struct verb issues_verb;
extern const struct verb timetable_verb;
extern const struct verb limits_verb;
extern const struct verb statements_verb;
extern const struct verb init_verb;
extern const struct verb party_verb;
extern const struct verb meeting_verb;
extern const struct verb statement_verb;
extern const struct verb comment_verb;
extern const struct verb enter_verb;
extern const struct verb stance_verb;
extern const struct verb agree_verb;
extern const struct verb reopen_verb;
extern const struct verb seal_verb;
extern const struct verb unseal_verb;
extern const struct verb accept_verb;
extern const struct verb forget_verb;
extern const struct verb backup_verb;
extern const struct verb copy_verb;
extern const struct verb cases_verb;
extern const struct verb import_verb;
extern const struct verb export_verb;
extern const struct verb submit_verb;
extern const struct verb show_verb;
extern const struct verb log_verb;
extern const struct verb verify_verb;
extern const struct verb rebuild_verb;
extern const struct verb text_verb;
extern const struct verb brief_verb;
extern const struct verb merge_verb;
extern const struct verb next_verb;
extern const struct verb view_verb;
extern const struct verb counterparts_verb;
extern const struct verb diff_verb;
extern const struct verb serve_verb;
extern const struct verb work_verb;
extern const struct verb help_verb;
extern const struct verb version_verb;
extern const struct verb manual_verb;
extern const struct verb completion_verb;

#endif
