// SPDX-License-Identifier: Apache-2.0
// Words of news reports by class: verbs of saying, roles, bodies, places, papers.
#include "reading/lexicon.h"

const struct lexeme_list lexicon_report_lists[] = {
    {CLASS_SAYING,
     "said says say saying told tells wrote writes added adds tweeted posted stated states "
     "declared replied responded remarked commented quipped asked"},
    {CLASS_STRESSING, "noted notes stressed stresses announced announces warned warns argued "
                      "argues claimed claims confirmed "
                      "confirms insisted insists explained explains acknowledged reiterated "
                      "emphasized emphasised underlined "
                      "underscored denied denies vowed pledged suggested suggests urged recalled "
                      "reported reports revealed "
                      "predicted concluded continued complained admitted cautioned hinted "
                      "indicated signalled signaled "
                      "described describes called rejected dismissed welcomed praised criticized "
                      "criticised condemned "
                      "observed cited assured reassured informed maintained asserted alleged "
                      "promised proposed demanded "
                      "conceded clarified"},
    {CLASS_ROLE, "economist historian journalist activist researcher scientist lawyer businessman "
                 "billionaire veteran columnist academic correspondent president minister envoy "
                 "spokesman spokeswoman spokesperson spokespeople "
                 "secretary general chief "
                 "ambassador chancellor premier leader adviser advisor aide negotiator negotiators "
                 "head chair chairman "
                 "chairwoman chairperson director commissioner official member representative "
                 "delegate mediator "
                 "coordinator commander admiral colonel major captain marshal lieutenant king "
                 "queen prince emir sultan "
                 "senator congressman congresswoman lawmaker governor mayor deputy undersecretary "
                 "diplomat diplomats "
                 "officials son daughter law wife husband brother sister analyst professor expert "
                 "editor founder "
                 "prosecutor judge bishop pope patriarch archbishop rapporteur speaker vice "
                 "ombudsman counsellor "
                 "facilitator observer monitor director-general ministers presidents leaders mp"},
    {CLASS_ROLE_REST, "foreign prime defense defence interior finance economy state staff affairs "
                      "treasury security special "
                      "senior national former acting deputy chief first permanent high joint "
                      "republic general-secretary "
                      "trade energy justice home economic military political presidential "
                      "parliamentary humanitarian peace "
                      "lead top assistant executive managing"},
    {CLASS_BODY, "ministry kremlin house council commission union nations government parliament "
                 "party agency office "
                 "department forces army navy embassy bank group secretariat committee court "
                 "assembly senate congress "
                 "bundestag duma knesset nato eu un osce icrc imf iaea igad asean ecowas "
                 "administration cabinet "
                 "presidency mission directorate bureau service staff command guard league "
                 "organization organisation "
                 "federation movement front alliance authority corps pentagon vatican chamber "
                 "tribunal academy institute "
                 "foundation fund association chancellery registry observatory society rada elysee "
                 "quai brotherhood"},
    {CLASS_AUDIENCE,
     "reporters journalists lawmakers parliament legislators senators deputies media press "
     "newspaper television tv radio broadcaster viewers supporters delegates diplomats "
     "colleagues ministers students audience agency channel daily magazine"},
    {CLASS_CHANNEL,
     "statement interview post posts tweet message letter speech address video broadcast briefing "
     "communique communiqu\xc3\xa9 release telegram twitter facebook x instagram linkedin bluesky "
     "weibo "
     "podcast op-ed article report conference remarks comments"},
    {CLASS_MEETING,
     "meeting meetings talks negotiations summit session sessions round rounds discussions "
     "consultations conference call gathering negotiation dialogue"},
    {CLASS_PAPER,
     "plan proposal proposals framework agreement deal treaty memorandum roadmap declaration "
     "accord accords "
     "pact protocol paper draft drafts guarantee guarantees resolution communique package document "
     "documents charter law bill convention"},
    {0, NULL},
};

const struct lexicon_nation lexicon_nations[] = {
    {"Ukraine", "ukraine ukrainian ukrainians kyiv kiev"},
    {"Russia", "russia russian russians moscow kremlin"},
    {"United States", "u.s. us u.s usa american americans washington america states"},
    {"United Kingdom", "u.k. uk britain british london kingdom"},
    {"European Union", "eu e.u. europe european europeans brussels"},
    {"France", "france french paris"},
    {"Germany", "germany german germans berlin"},
    {"Italy", "italy italian rome"},
    {"Spain", "spain spanish madrid"},
    {"Poland", "poland polish warsaw"},
    {"Netherlands", "netherlands dutch"},
    {"Norway", "norway norwegian oslo"},
    {"Sweden", "sweden swedish stockholm"},
    {"Finland", "finland finnish helsinki"},
    {"Denmark", "denmark danish copenhagen"},
    {"Switzerland", "switzerland swiss bern"},
    {"Austria", "austria austrian vienna"},
    {"Hungary", "hungary hungarian budapest"},
    {"Turkey", "turkey turkish ankara t\xc3\xbcrkiye istanbul"},
    {"Greece", "greece greek athens"},
    {"Serbia", "serbia serbian belgrade"},
    {"Kosovo", "kosovo kosovan pristina"},
    {"Armenia", "armenia armenian yerevan"},
    {"Azerbaijan", "azerbaijan azerbaijani baku"},
    {"Georgia", "georgia georgian tbilisi"},
    {"Belarus", "belarus belarusian minsk"},
    {"Moldova", "moldova moldovan chisinau"},
    {"Kazakhstan", "kazakhstan kazakh astana"},
    {"China", "china chinese beijing"},
    {"Japan", "japan japanese tokyo"},
    {"South Korea", "korean seoul"},
    {"India", "india indian delhi"},
    {"Pakistan", "pakistan pakistani islamabad"},
    {"Afghanistan", "afghanistan afghan kabul taliban"},
    {"Iran", "iran iranian tehran"},
    {"Iraq", "iraq iraqi baghdad"},
    {"Syria", "syria syrian damascus"},
    {"Lebanon", "lebanon lebanese beirut hezbollah"},
    {"Israel", "israel israeli jerusalem"},
    {"Palestine", "palestine palestinian palestinians gaza hamas ramallah"},
    {"Jordan", "jordanian amman"},
    {"Egypt", "egypt egyptian cairo"},
    {"Saudi Arabia", "saudi riyadh"},
    {"Qatar", "qatar qatari doha"},
    {"United Arab Emirates", "emirates emirati"},
    {"Yemen", "yemen yemeni sanaa houthi houthis"},
    {"Sudan", "sudan sudanese khartoum"},
    {"South Sudan", "juba"},
    {"Ethiopia", "ethiopia ethiopian addis"},
    {"Eritrea", "eritrea eritrean asmara"},
    {"Kenya", "kenya kenyan nairobi"},
    {"Uganda", "uganda ugandan kampala"},
    {"Rwanda", "rwanda rwandan kigali"},
    {"DR Congo", "congo congolese kinshasa"},
    {"Nigeria", "nigeria nigerian abuja"},
    {"South Africa", "pretoria"},
    {"Libya", "libya libyan tripoli"},
    {"Tunisia", "tunisia tunisian tunis"},
    {"Morocco", "morocco moroccan rabat"},
    {"Algeria", "algeria algerian algiers"},
    {"Somalia", "somalia somali mogadishu"},
    {"Colombia", "colombia colombian bogota"},
    {"Venezuela", "venezuela venezuelan caracas"},
    {"Mexico", "mexico mexican"},
    {"Brazil", "brazil brazilian brasilia"},
    {"Canada", "canada canadian ottawa"},
    {"Australia", "australia australian canberra"},
    {"Philippines", "philippines philippine manila"},
    {"Indonesia", "indonesia indonesian jakarta"},
    {"Thailand", "thailand thai bangkok"},
    {"Cambodia", "cambodia cambodian"},
    {"Myanmar", "myanmar burmese naypyidaw"},
    {"Vietnam", "vietnam vietnamese hanoi"},
    {NULL, NULL},
};
