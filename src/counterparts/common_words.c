// SPDX-License-Identifier: Apache-2.0
#include "counterparts/common_words.h"

const char *const small_words[] = {
    "a an the this that these those it its he she they them their his her we us our ours you your",
    "i who whom whose which what when where while there here and or but nor so as if then than",
    "of in on at by to from for with without within into onto upon under over after before during",
    "between among against about above below through per via until till since across around",
    "is are was were be been being am has have had having do does did done will would shall should",
    "may might can could must not no none neither either any all each every some such same other",
    "another own only also both more most less least very too just even still yet again once ever",
    "first second one two three four five six seven eight nine ten twenty thirty",
    "up out off down back away well much many few further non etc",
    "agreement agreements party parties article articles paragraph paragraphs point points clause",
    "section annex schedule appendix chapter provision provisions document text plan draft",
    "accordance according pursuant respect regard regarding concerning including include includes",
    "included provided subject necessary respective relevant appropriate purpose purposes",
    "make makes made take takes taken give gives given get gets put keep keeps kept let lets go "
    "goes",
    "come comes day days week weeks month months year years hour hours side sides",
    "apply applies applied applicable mean means relating related thereof therein hereby herein",
    "thereto otherwise however therefore thus accordingly whether unless except although because",
    NULL,
};

const char *const general_words[] = {
    "able accept achieve act action active actual add address affect agree aim allow along already",
    "alternative always amount announce answer appear approach area arise arrange ask aspect "
    "assess",
    "assume attain attempt available avoid based basis bear become begin behalf believe belong "
    "best",
    "better big bring broad call carry case cause central certain chance choice choose "
    "circumstance",
    "claim clear close combine commit common complete comprehensive concern condition conduct "
    "consider",
    "consist constitute contain content continue contribute course cover create current date deal",
    "decide decision depend describe design designate desire detail determine different difficult",
    "direct discuss due early easy effect effective effort enable end enjoy ensure enter entire "
    "equal",
    "especially essential establish event exact example exceed exclude exclusive execute exercise "
    "exist",
    "expect extent extra face facilitate fact fair fall far favour feature final find fit fix "
    "focus",
    "follow force form formal forward free frequent full function fundamental future gain general "
    "goal",
    "good great group grow guide half hand handle happen hard head help high hold host idea "
    "identify",
    "immediate implement important impose improve independent indicate individual initial intend",
    "interest introduce invite involve issue item join kind know lack large last late lead leave "
    "legal",
    "level like likely limit line list little long look lose low main maintain major manage manner",
    "matter meet mention merely method mode moment move name nature near need new next normal "
    "number",
    "object objective observe obtain occur offer official often old open operate option order "
    "ordinary",
    "organise original outside overall part participate particular pass past people period "
    "permanent",
    "permit person place play possible practice prepare present preserve prevent previous "
    "principal",
    "prior private problem proceed process produce progress promote promptly proper proportion "
    "propose",
    "protect prove provide public pursue question quick raise range rate reach read ready real "
    "reason",
    "reasonable receive recent refer reflect refuse regular relation remain remaining reliable "
    "repeat",
    "replace represent request require resolve respect responsible rest result retain return right",
    "robust role rule run say scale scope see seek select send separate serious serve set settle "
    "shape",
    "share short show sign significant similar simple single situation small sole solely solve "
    "special",
    "specific stage stand start state status stay step stop strong structure sufficient suit "
    "support",
    "sure system task tell term thing think time together total touch toward treat true try turn "
    "type",
    "understand undertake unit up use usual valid value various version view voluntary want way "
    "whole",
    "wide will win wish word work world write wrong joint joint mutual full unconditional already",
    "count lie lay sit stand place home alone long anyone everyone everybody nobody nothing "
    "anything",
    "held led left kept taken given found brought shown gone done said told sent spent meant came "
    "went",
    "became began chosen fallen grown known seen stood understood written lost won met ran laid",
    "conclude adopt confirm reconfirm affirm reaffirm undertake ensure initiate launch pursue "
    "welcome note recall",
    "million billion thousand hundred metre metres cubic square kilometre tonne hectare percent "
    "cent euro dollar",
    "january february march april june july august september october november december",
    "monday tuesday wednesday thursday friday saturday sunday mid early spring summer autumn "
    "winter",
    "seat remainder fixed extend hundred half third quarter fifth twice double per annum",
    "everything somebody mostly instead step number least open ready whatever whichever wherever",
    NULL,
};
