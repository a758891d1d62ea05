// SPDX-License-Identifier: Apache-2.0
// English words by class. A new word goes into the list of its class; nothing else need change.
#include "prose/lexicon.h"

static const struct lexeme values[] = {
    {"one", CLASS_CARDINAL, 1, 0},
    {"two", CLASS_CARDINAL, 2, 0},
    {"three", CLASS_CARDINAL, 3, 0},
    {"four", CLASS_CARDINAL, 4, 0},
    {"five", CLASS_CARDINAL, 5, 0},
    {"six", CLASS_CARDINAL, 6, 0},
    {"seven", CLASS_CARDINAL, 7, 0},
    {"eight", CLASS_CARDINAL, 8, 0},
    {"nine", CLASS_CARDINAL, 9, 0},
    {"ten", CLASS_CARDINAL, 10, 0},
    {"eleven", CLASS_CARDINAL, 11, 0},
    {"twelve", CLASS_CARDINAL, 12, 0},
    {"thirteen", CLASS_CARDINAL, 13, 0},
    {"fourteen", CLASS_CARDINAL, 14, 0},
    {"fifteen", CLASS_CARDINAL, 15, 0},
    {"sixteen", CLASS_CARDINAL, 16, 0},
    {"seventeen", CLASS_CARDINAL, 17, 0},
    {"eighteen", CLASS_CARDINAL, 18, 0},
    {"nineteen", CLASS_CARDINAL, 19, 0},
    {"twenty", CLASS_CARDINAL, 20, 0},
    {"thirty", CLASS_CARDINAL, 30, 0},
    {"forty", CLASS_CARDINAL, 40, 0},
    {"fifty", CLASS_CARDINAL, 50, 0},
    {"sixty", CLASS_CARDINAL, 60, 0},
    {"seventy", CLASS_CARDINAL, 70, 0},
    {"eighty", CLASS_CARDINAL, 80, 0},
    {"ninety", CLASS_CARDINAL, 90, 0},
    {"hundred", CLASS_MULTIPLIER, 100, 0},
    {"thousand", CLASS_MULTIPLIER, 1000, 0},
    {"first", CLASS_ORDINAL, 1, 0},
    {"second", CLASS_ORDINAL, 2, 0},
    {"third", CLASS_ORDINAL, 3, 0},
    {"fourth", CLASS_ORDINAL, 4, 0},
    {"fifth", CLASS_ORDINAL, 5, 0},
    {"sixth", CLASS_ORDINAL, 6, 0},
    {"seventh", CLASS_ORDINAL, 7, 0},
    {"eighth", CLASS_ORDINAL, 8, 0},
    {"ninth", CLASS_ORDINAL, 9, 0},
    {"tenth", CLASS_ORDINAL, 10, 0},
    {"eleventh", CLASS_ORDINAL, 11, 0},
    {"twelfth", CLASS_ORDINAL, 12, 0},
    {"thirteenth", CLASS_ORDINAL, 13, 0},
    {"fourteenth", CLASS_ORDINAL, 14, 0},
    {"fifteenth", CLASS_ORDINAL, 15, 0},
    {"sixteenth", CLASS_ORDINAL, 16, 0},
    {"seventeenth", CLASS_ORDINAL, 17, 0},
    {"eighteenth", CLASS_ORDINAL, 18, 0},
    {"nineteenth", CLASS_ORDINAL, 19, 0},
    {"twentieth", CLASS_ORDINAL, 20, 0},
    {"thirtieth", CLASS_ORDINAL, 30, 0},
    {"fortieth", CLASS_ORDINAL, 40, 0},
    {"fiftieth", CLASS_ORDINAL, 50, 0},
    {"sixtieth", CLASS_ORDINAL, 60, 0},
    {"seventieth", CLASS_ORDINAL, 70, 0},
    {"eightieth", CLASS_ORDINAL, 80, 0},
    {"ninetieth", CLASS_ORDINAL, 90, 0},
    {"hundredth", CLASS_ORDINAL, 100, 0},
    {"january", CLASS_MONTH, 1, 0},
    {"february", CLASS_MONTH, 2, 0},
    {"march", CLASS_MONTH, 3, 0},
    {"april", CLASS_MONTH, 4, 0},
    {"may", CLASS_MONTH, 5, 0},
    {"june", CLASS_MONTH, 6, 0},
    {"july", CLASS_MONTH, 7, 0},
    {"august", CLASS_MONTH, 8, 0},
    {"september", CLASS_MONTH, 9, 0},
    {"october", CLASS_MONTH, 10, 0},
    {"november", CLASS_MONTH, 11, 0},
    {"december", CLASS_MONTH, 12, 0},
    {"jan", CLASS_MONTH, 1, 0},
    {"feb", CLASS_MONTH, 2, 0},
    {"mar", CLASS_MONTH, 3, 0},
    {"apr", CLASS_MONTH, 4, 0},
    {"jun", CLASS_MONTH, 6, 0},
    {"jul", CLASS_MONTH, 7, 0},
    {"aug", CLASS_MONTH, 8, 0},
    {"sep", CLASS_MONTH, 9, 0},
    {"sept", CLASS_MONTH, 9, 0},
    {"oct", CLASS_MONTH, 10, 0},
    {"nov", CLASS_MONTH, 11, 0},
    {"dec", CLASS_MONTH, 12, 0},
    {"monday", CLASS_WEEKDAY, 1, 0},
    {"tuesday", CLASS_WEEKDAY, 2, 0},
    {"wednesday", CLASS_WEEKDAY, 3, 0},
    {"thursday", CLASS_WEEKDAY, 4, 0},
    {"friday", CLASS_WEEKDAY, 5, 0},
    {"saturday", CLASS_WEEKDAY, 6, 0},
    {"sunday", CLASS_WEEKDAY, 7, 0},
    {"minute", CLASS_UNIT, UNIT_MINUTE, 1},
    {"minutes", CLASS_UNIT, UNIT_MINUTE, 1},
    {"hour", CLASS_UNIT, UNIT_HOUR, 1},
    {"hours", CLASS_UNIT, UNIT_HOUR, 1},
    {"hrs", CLASS_UNIT, UNIT_HOUR, 1},
    {"hr", CLASS_UNIT, UNIT_HOUR, 1},
    {"h", CLASS_UNIT, UNIT_HOUR, 1},
    {"mins", CLASS_UNIT, UNIT_MINUTE, 1},
    {"day", CLASS_UNIT, UNIT_DAY, 1},
    {"days", CLASS_UNIT, UNIT_DAY, 1},
    {"weekday", CLASS_UNIT, UNIT_DAY, 1},
    {"weekdays", CLASS_UNIT, UNIT_DAY, 1},
    {"workday", CLASS_UNIT, UNIT_DAY, 1},
    {"workdays", CLASS_UNIT, UNIT_DAY, 1},
    {"week", CLASS_UNIT, UNIT_WEEK, 1},
    {"weeks", CLASS_UNIT, UNIT_WEEK, 1},
    {"fortnight", CLASS_UNIT, UNIT_WEEK, 2},
    {"month", CLASS_UNIT, UNIT_MONTH, 1},
    {"months", CLASS_UNIT, UNIT_MONTH, 1},
    {"quarter", CLASS_UNIT, UNIT_QUARTER, 1},
    {"quarters", CLASS_UNIT, UNIT_QUARTER, 1},
    {"semester", CLASS_UNIT, UNIT_MONTH, 6},
    {"semesters", CLASS_UNIT, UNIT_MONTH, 6},
    {"trimester", CLASS_UNIT, UNIT_MONTH, 3},
    {"year", CLASS_UNIT, UNIT_YEAR, 1},
    {"years", CLASS_UNIT, UNIT_YEAR, 1},
    {"decade", CLASS_UNIT, UNIT_YEAR, 10},
    {"decades", CLASS_UNIT, UNIT_YEAR, 10},
    {NULL, 0, 0, 0},
};

static const struct lexeme_list lists[] = {
    {CLASS_DETERMINER, "the a an this that these those each every any all both such its their his "
                       "her our no either neither some"},
    {CLASS_PREPOSITION,
     "in on at by for from to with without under inside outside into onto over through throughout "
     "between among "
     "against about after before during until till within upon since toward towards via per "
     "regarding concerning including pursuant according following except unless subject as than "
     "like respecting notwithstanding whether if where when while because"},
    {CLASS_AUXILIARY, "is are was were be been being has have had do does did can could may might "
                      "shall should will would must cannot not"},
    {CLASS_MODAL, "shall will must should may can would"},
    {CLASS_FINITE,
     "enters enter entered comes come came takes take took becomes become became ends ended "
     "expires expired begins began begun commences commenced starts started occurs occurred "
     "receives received completes completed ceases ceased notifies notify notified deposits "
     "deposited agree agrees agreed adopts adopted signs accedes acceded ratifies ratified "
     "withdraws withdrew submits submitted approves approved concludes concluded leaves left "
     "reaches reached decides decided expressed gives gave issues issued makes made holds held "
     "transmits transmitted communicates communicated exchange exchanges exchanged establishes "
     "publishes published lapses lapsed terminates terminated confirms confirmed verifies "
     "verified certifies certified determines determined reports requests requested applies "
     "lasts lasted runs confirm confirms confirmed remains persists exists continues becoming "
     "enact "
     "enacts enacted assumes assumed "
     "elapses elapsed denounces ends falls fell "
     "arrives departs appears knows learns accepts refuses rejects declines obtains acquires "
     "retires "
     "resigns sells buys vacates surrenders delivers agrees elects appoints detects discovers "
     "identifies meets convenes adjourns revokes cancels suspends imposes announces declares "
     "dissolves joins accedes serves sends produces provides supplies hears settles lodges resumes "
     "reopens arises matures accrues vests attains suffers arose chose drew got grew heard knew "
     "learned learnt met rose sat sent sold sought stood swore understood won wrote"},
    {CLASS_EVENT,
     "signature signatures signing entry receipt deposit expiry ratification accession adoption "
     "election elections referendum plebiscite vote ceasefire cease truce armistice withdrawal "
     "arrival departure release exchange transfer handover return deployment redeployment "
     "settlement summit inauguration start end beginning commencement completion conclusion "
     "expiration termination lapse date day dates notification publication promulgation "
     "approval acceptance delivery meeting session conference orientation disarmament "
     "disengagement demobilization demobilisation decommissioning cantonment verification "
     "certification implementation establishment formation constitution creation appointment "
     "nomination decision award determination finding completion closure opening renewal death "
     "birth launch discharge enactment effectiveness effect endorsement confirmation "
     "investiture dissolution handing operation moment time anniversary "
     "consultations negotiations payment invoice shipment "
     "importation exportation clearance delivery submission transmission communication "
     "acceptation registration departure harvest census "
     "occurrence event incident accident breach violation invocation initiation onset resumption "
     "lifting suspension swearing assumption selection evacuation repatriation reintegration "
     "cooling entering coming taking closing holding finalization "
     "finalisation issuance acquisition effectivity validation accreditation ruling "
     "judgment judgement hearing dispatch posting filing recess takeover break "
     "landing touchdown crossing visit collapse easter christmas pentecost whitsun ramadan "
     "michaelmas thanksgiving"},
    {CLASS_STATE,
     "government governments department departments parliament document documents commission "
     "commissions convention institution institutions administration federation "
     "organization organizations organisation organisations region regions population nation "
     "nations station stations mission missions delegation delegations corporation equipment "
     "element elements environment instrument instruments territory building buildings petition "
     "recommendation condition conditions provision provisions proposal proposals portion "
     "section position question questions information obligation obligations legislation "
     "regulation regulations jurisdiction location instruction instructions understanding "
     "citizen minister prime council committee article paragraph annex court tribunal panel "
     "parties party opinion option opposition union direction application basis request demand "
     "advice consultation instance thing king ring morning evening being everything nothing "
     "something anything ending following during pending including regarding concerning "
     "according notwithstanding agreement agreements consent invitation considering "
     "taking "
     "having increase training"},
    {CLASS_PERIOD,
     "pause season period periods term terms phase phases stage stages transition quarter interim "
     "season semester cycle presidency mandate moratorium voyage journey flight tenure festival"},
    {CLASS_CONNECTIVE, "that which who whom whose where then but thereby thereof therein thereto "
                       "thereafter whereby whereupon so thus in at also unless if whichever"},
    {CLASS_RECITAL,
     "recalling noting reaffirming welcoming determined desiring desirous considering recognizing "
     "recognising mindful bearing convinced conscious whereas acknowledging aware concerned "
     "emphasizing emphasising stressing guided having taking acting resolved underlining "
     "appreciating commending deploring expressing believing reiterating affirming inspired "
     "persuaded seeking wishing committed observing alarmed condemning encouraged cognizant "
     "endeavouring anxious confirming building preamble"},
    {CLASS_DAY_KIND, "calendar consecutive successive additional further full clear civil more "
                     "whole complete natural academic fiscal financial solar other extra last "
                     "initial contract marketing reporting budget policy tax school lease"},
    {CLASS_CLOSING, "done signed initialled initialed executed witness faith concluded agreed made "
                    "adopted given"},
    {CLASS_DOCUMENT,
     "memorandum law resolution agreement protocol treaty convention decision declaration "
     "communique act constitution charter statement letter report regulation directive decree "
     "order summit principles plan accord pact understanding plebiscite conference session note "
     "exchange version text"},
    {CLASS_PARTICIPLE,
     "signed entered came adopted concluded done dated approved issued agreed made reached held "
     "given amended ratified opened endorsed published established initialled "
     "initialed passed promulgated enacted proclaimed convened"},
    {CLASS_ABBREVIATION, "dr mr mrs ms gen col lt sgt capt prof hon st no art arts para paras vol "
                         "amb rev sen rep gov pres jr sr vs etc e.g i.e u.s u.n u.k inc ltd co jan "
                         "feb mar apr jun jul aug sep sept oct nov dec maj adm brig cf p pp fig "
                         "h.e messrs"},
    {CLASS_TIME,
     "deadline deadlines overdue due time expiry past half within after before during until by "
     "next following same coming noon midnight spring summer autumn winter eve halfway midway "
     "midterm"},
    {CLASS_LEAD,
     "half early mid late end close middle noon spring summer fall autumn last final another "
     "midnight"},
    {CLASS_OPENING,
     "no not never at which that up a an the maximum minimum more longer greater exceeding in "
     "upwards "
     "less fewer shorter within inside for during throughout over by until till on upon after"},
    {0, NULL},
};

const struct lexicon lexicon_english = {
    .language = LANGUAGE_ENGLISH,
    .values = values,
    .lists = lists,
    .working =
        "working business banking court office trading juridical official weekday weekdays workday "
        "workdays",
    .number_joint = "and",
};
