// SPDX-License-Identifier: Apache-2.0
// English words of news reports by kind.
#include "news_reports/words.h"

const struct word_list words_english[] = {
    {KIND_SAYING, "said says say wrote writes added adds tweeted posted stated states declared "
                  "declares replied replies responded remarked commented quipped joked recounted "
                  "answered responds reply write"},
    {KIND_SAYING | KIND_TELLING, "told tells"},
    {KIND_STRESSING | KIND_TELLING, "informed informs assured assures reassured notified reminded"},
    {KIND_STRESSING,
     "noted notes stressed stresses announced announces warned warns argued argues claimed claims "
     "confirmed confirms insisted insists explained explains acknowledged acknowledges reiterated "
     "reiterates reaffirmed reaffirms emphasized emphasised emphasizes emphasises underlined "
     "underlines underscored underscores denied denies suggested suggests recalled recalls "
     "reported reports revealed predicted predicts concluded concludes continued complained "
     "admitted admits cautioned cautions hinted hints indicated indicates signalled signaled "
     "described describes called calls rejected rejects dismissed dismisses welcomed welcomes "
     "praised praises hailed hails criticized criticised slammed blasted condemned condemns "
     "denounced labelled labeled branded accused observed observes cited maintained maintains "
     "asserted asserts alleged alleges contended conceded concedes clarified countered counters "
     "lamented quoted voiced expressed believes believe pointed points asked asks echoed "
     "agreed disagreed acknowledging repeated repeats specified affirmed affirms testified "
     "estimated disclosed vented mused wondered exclaimed retorted interjected opined "
     "thanked joked published blamed faulted disputed questioned summarised summarized "
     "hoped hopes thinks expects feared lauded applauded likened concurred attested attributed "
     "insist argue warn claim note stress suggest complain fear hope think deny expect maintain "
     "pleaded pleads bemoaned bemoans rued grumbled protested objected swore reasoned "
     "believe caution concede acknowledge predict declare state point admit announce assert "
     "outlined detailed elaborated boasted stipulates provides read reads"},
    {KIND_STRESSING | KIND_BARE,
     "insisted insists insist argued argues argue warned warns warn claimed claims claim believes "
     "noted notes stressed stresses suggested suggests feared fears fear hoped hopes hope thinks "
     "think denied denies maintained maintains confirmed confirms announced announces acknowledged "
     "acknowledges conceded concedes admitted admits estimated estimates predicted predicts "
     "indicated indicates explained explains alleged alleges asserted asserts contended contends "
     "reported reports revealed disclosed"},
    {KIND_STRESSING | KIND_BARE | KIND_URGING, "pledged pledges promised promises vowed vows"},
    {KIND_STRESSING | KIND_URGING,
     "urged urges vowed vows pledged pledges promised promises demanded demands proposed proposes "
     "threatened appealed implored encouraged advised ordered instructed offered undertook "
     "recommended recommends called calls invited requested"},
    {KIND_GERUND,
     "saying adding noting stressing warning insisting arguing claiming calling describing "
     "explaining confirming stating declaring remarking urging recalling suggesting writing "
     "telling reiterating emphasizing emphasising underlining underscoring acknowledging "
     "cautioning asserting denying alleging promising vowing pledging predicting quipping "
     "joking concluding announcing labelling branding dismissing accusing"},
    {KIND_ROLE,
     "economist historian journalist activist researcher scientist lawyer businessman billionaire "
     "veteran columnist academic correspondent president minister envoy spokesman spokeswoman "
     "spokesperson spokespeople spokesmen secretary general chief ambassador chancellor premier "
     "leader adviser advisor aide negotiator head chair chairman chairwoman chairperson director "
     "commissioner official member representative delegate mediator coordinator commander admiral "
     "colonel major captain marshal lieutenant king queen prince princess emir sultan senator "
     "congressman congresswoman lawmaker governor mayor deputy undersecretary diplomat son "
     "daughter law wife husband brother sister father mother uncle cousin analyst professor expert "
     "editor founder co-founder prosecutor judge bishop pope patriarch archbishop rapporteur "
     "speaker vice ombudsman counsellor counselor facilitator observer monitor director-general "
     "mp mep consul attache counterpart colleague predecessor successor counsel strategist "
     "fellow author writer reporter broadcaster presenter physician doctor surgeon nurse teacher "
     "student farmer trader banker manager executive ceo technician engineer architect soldier "
     "officer fighter warlord militant candidate parliamentarian deputies councillor councilor "
     "treasurer auditor inspector arbitrator broker interlocutor emissary legate nuncio cardinal "
     "rabbi imam sheikh cleric priest chargé constable sheriff detective sociologist painter "
     "musician actor winner laureate pensioner resident politician statesman president-elect "
     "taoiseach tánaiste ayatollah mufti archduke duke duchess baroness witness participant guest "
     "organizer organiser moderator host secretary-general minister-president "
     "undersecretary-general "
     "co-chair co-mediator neighbour neighbor shopkeeper baker driver fisherman grandmother "
     "grandfather friend ally chargés staffer insider planner advocate campaigner envoy-designate"},
    {KIND_ROLE | KIND_PEOPLE,
     "officials diplomats negotiators ministers presidents leaders mediators envoys ambassadors "
     "delegates representatives experts observers analysts lawmakers senators spokesmen advisers "
     "advisors aides commanders officers members critics supporters opponents defenders lawyers "
     "journalists researchers economists governors mayors generals foreign-ministers heads "
     "commissioners rapporteurs monitors residents activists farmers engineers executives insiders "
     "facilitators participants chairs co-chairs parliamentarians legislators interlocutors "
     "organizers organisers witnesses historians inspectors scientists staffers advocates workers "
     "teachers doctors nurses drivers miners villagers fishermen settlers strikers protesters "
     "campaigners pilots veterans students employers owners traders passengers prosecutors"},
    {KIND_ROLE_REST,
     "foreign prime defense defence interior finance economy state staff affairs treasury security "
     "special senior national former acting deputy chief first permanent high joint republic trade "
     "energy justice home economic military political presidential parliamentary humanitarian "
     "peace "
     "lead top assistant executive managing press policy transport agriculture fisheries "
     "environment climate health education water infrastructure communications government "
     "opposition outgoing veteran retired regional personal external labour labor relations "
     "planning tourism"
     " culture commerce industry immigration migration digital housing long-time longtime "
     "principal"},
    {KIND_PEOPLE,
     "media newspaper newspapers outlets outlet source sources delegation delegations authorities "
     "police people person persons "
     "team teams side sides parties rebels representatives leadership ministries agencies "
     "governments statement document report communique communiqué text letter readout read-out "
     "spokespersons memo note figures others critics one two three four some many several both "
     "most all few communities countries nations states members capitals neighbours neighbors "
     "group groups company companies union unions mediator"},
    {KIND_PLURAL_SELF, "people police authorities media outlets both two three four some many "
                       "several most all few"},
    {KIND_BODY,
     "ministry kremlin house council commission union nations government parliament party agency "
     "office department forces army navy embassy bank group secretariat committee court assembly "
     "senate congress bundestag duma knesset nato eu un osce icrc imf iaea igad asean ecowas "
     "administration cabinet presidency mission directorate bureau service staff command guard "
     "league organization organisation federation movement front alliance authority corps pentagon "
     "wing faction bloc caucus vatican chamber tribunal academy institute foundation fund "
     "association chancellery registry "
     "observatory society rada elysee élysée quai brotherhood hezbollah hamas houthis taliban m23 "
     "military mercosur downing cross crescent palace majlis kenesset delegation team coalition "
     "consortium "
     "company dockyards shipyards airlines airways industries holdings ltd inc plc corp llc gmbh "
     "corporation university college centre center network newspaper channel broadcaster daily "
     "magazine board panel regulator watchdog militia junta regime opec interpol unesco unicef "
     "unhcr wto who icc oas au"},
    {KIND_AUDIENCE,
     "reporters journalists lawmakers parliament legislators senators deputies media press "
     "newspaper television tv radio broadcaster viewers supporters delegates diplomats colleagues "
     "ministers students audience agency channel daily magazine correspondents crowd council "
     "committee assembly senate congress conference users followers nation"},
    {KIND_CHANNEL,
     "statement interview post posts tweet message letter speech address video broadcast briefing "
     "communique communiqué release telegram twitter facebook x instagram linkedin bluesky weibo "
     "podcast op-ed article report conference remarks comments note threads mastodon tiktok "
     "youtube website blog column essay readout read-out memo memorandum testimony email e-mail "
     "call speech dispatch paper website app platform thread call press-release editorial "
     "declaration reply text livestream hearing television tv radio media"},
    {KIND_MEETING,
     "meeting meetings talks negotiations summit session sessions round rounds discussions "
     "consultations conference call gathering negotiation dialogue"},
    {KIND_PAPER,
     "plan proposal proposals framework agreement deal treaty memorandum roadmap declaration "
     "accord accords pact protocol paper draft drafts guarantee guarantees resolution communique "
     "communiqué package document documents charter law bill convention regulation directive "
     "compact covenant understanding annex non-paper blueprint"},
    {KIND_FORMAT,
     "trilateral bilateral multilateral quadrilateral tripartite plenary proximity indirect direct "
     "four-way three-way quadripartite ministerial separate five-party six-party four-party "
     "three-party informal technical virtual back-channel"},
    {KIND_HONORIFIC | KIND_MALE, "mr sir lord monsieur herr messrs señor signor"},
    {KIND_HONORIFIC | KIND_FEMALE, "ms mrs miss dame lady madam madame frau baroness señora "
                                   "signora"},
    {KIND_HONORIFIC,
     "gen col lt sgt maj adm brig amb sen rep gov capt dr h.e h.e. excellency prof hon rev"},
    {KIND_PARTICLE, "von van der den de del della da di bin al el ibn la le dos ter zu af av "
                    "do dal ten ul bint abu"},
    {KIND_KNOWING, "familiar close briefed involved working speaking based present taking aware "
                   "knowledgeable privy directly near acquainted attending representing"},
    {KIND_MODIFIER, "has have had also later then earlier again further meanwhile however himself "
                    "herself themselves itself too both all who only once even still just now "
                    "previously already ’d"},
    {KIND_NEGATION, "is are was were be been being to not would will could should might may can "
                    "must never cannot nor without wo don't doesn't didn't won't wouldn't hasn't "
                    "haven't hadn't isn't wasn't don’t doesn’t didn’t won’t wouldn’t hasn’t "
                    "haven’t hadn’t isn’t wasn’t 'll ’ll shall"},
    {KIND_PRONOUN, "he she they it we"},
    {KIND_MALE, "he him his himself spokesman chairman king prince emir sultan congressman husband "
                "son brother father uncle pope bishop archbishop patriarch cardinal imam rabbi "
                "businessman statesman duke ayatollah sheikh"},
    {KIND_FEMALE, "she her hers herself spokeswoman chairwoman queen princess congresswoman wife "
                  "daughter sister mother baroness duchess stateswoman"},
    {KIND_JOINT, "and but while as because after before that although though whereas when which "
                 "where if since so until yet or nor"},
    {KIND_LEADING, "but and yet meanwhile additionally however still earlier later separately also "
                   "then instead moreover furthermore nevertheless nonetheless so similarly "
                   "likewise thereafter afterwards"},
    {KIND_EMPTY, "so nothing little more less no much likewise otherwise yes goodbye hello "
                 "something"},
    // Given names that tell a man from a woman; names in -a are women's unless they stand here.
    {KIND_MALE,
     "aaron adam adrian ahmed ahmad alan albert alejandro aleksandr alex alexander alexei ali "
     "alistair amir anatoly andre andreas andrei andrew andriy anthony antonio antónio anton "
     "antony ari arthur artis artur barack ben benjamin benny bernard bertin boris brian bruno "
     "burak carl carlos charles chris christian christopher daniel dan david denis diego dmitri "
     "dmitry dominic donald donatas doug edgars edward ehud emil emmanuel eric erik ernesto "
     "ethan evan farid felix fernando filip francis francisco frank friedrich gary george georgi "
     "gerhard gideon giorgio giorgos giuseppe gordon greg guy hakan hans harold harry hassan "
     "henrik henry hiroshi hugo hussein ian ibrahim igor ilya ismail ivan jack jacob jake jakub "
     "james jan jared jason javier jean jens jeremy jim joe joaquim johan john johan jonas "
     "jonathan jorge jose josé josef joseph josh joshua juan jules julian juris karel karim karl "
     "keir keith kemal ken kevin khalid kirill kofi konstantin lars lech lee leo leon leonid lev "
     "levan liam linas louis luc luca luis lukas luka mahmoud manuel marc marco marcus marek mario "
     "mark marko martin mateusz matthew mehmet michael michel miguel mihai mike mikhail milos "
     "mohamed mohammad mohammed muhammad mustafa narendra nathan nicholas nicolas nikita nikola "
     "nikolai nikol oleg oleksandr olaf oliver omar oscar otto pablo patrick paul pavel pavlo "
     "pedro pete peter petr petro phil philip pierre piet pieter priit radek rafael ramon raúl "
     "recep rehman reza ricardo richard rishi rob robert roberto roger roland roman ron rupert "
     "russell rustem ryan said salem salman sam samir samuel scott sean sebastian sergei sergey "
     "sergio serhiy sergii shimon simon stefan stephen steve steven stuart taha tariq thomas tim "
     "timothy tom tomas tomasz tony toomas ulf urs valery vasily vassily viktor victor vincent "
     "vitaly vladimir volodymyr vyacheslav walter werner will william wolfgang xavier xi yair "
     "yasser yevgeny yitzhak yousef yuri yuriy yusuf zac zoran сергій андрій іван володимир "
     "дмитро дмитрий сергей иван андрей"},
    {KIND_FEMALE,
     "agnes alice alison amy ana andrea angela anita ann anna anne anneke annalena annette astrid "
     "avril aysel ayşe barbara beatrice bridget camille carla carmen carol caroline catherine "
     "cecile charlotte chloe christine claire claudia condoleezza dana deborah diana dorothy ebba "
     "elaine eleanor elena elisabeth elise elizabeth ellen emily emma erna esther eva evelyn "
     "fatima federica fiona florence francoise gabriela gina giorgia grace greta hanna hannah "
     "heidi helen helena hélène helle hilary hillary huda inese ines ingrid irene irina isabel "
     "isabelle jacinda jane janet jennifer jessica joan jodie julia julie kaja kari karen "
     "karin karoline kate katarina katherine kathleen katri katrin kelly kersti kim kristalina "
     "kristin laura lena leyla lilian linda lisa liya lone louise lucy lusine madeleine margaret "
     "margarethe margit maria marie marika marine marta martha mary maryam mette mia michele "
     "michelle miriam monica nadia naledi nancy natalia natalie nicola nina nora odile olena olga "
     "patricia paula penny petra priya rachel rana raquel rebecca rosa rosemary ruth samantha "
     "sandra sanna sara sarah selin sheila silvia simone sofia sonia sophie stella sue "
     "susan suzanne svetlana sylvie tamar tatiana teresa theresa thérèse tzipi ursula valeria "
     "vera victoria viola yulia yvette zuzana олена ольга марія"},
    {0, NULL},
};
