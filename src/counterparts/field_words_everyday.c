// SPDX-License-Identifier: Apache-2.0
// Of words of every provision: begin and end, raise and lower, allow and forbid.
#include "counterparts/field_words.h"

#include <stddef.h>

const char *const everyday_words[] = {
    "meet meeting session convene gather sit sitting assemble come together; year yearly "
    "annual annually; twice; monthly; weekly",
    "end expire lapse terminate cease finish conclude termination; begin start open commence "
    "launch opening",
    "lift remove abolish repeal scrap drop cancel withdraw revoke annul rescind",
    "increase rise raise grow higher up boost climb; reduce cut lower decrease fall decline "
    "shrink less",
    "limit cap ceiling restrict restriction maximum exceed most; minimum floor least",
    "forbid ban prohibit prohibition outlaw bar exclude forbidden banned prohibited illegal; "
    "permit allow permission may permitted allowed authorise",
    "approve approval consent agree permission authorisation; refuse reject deny decline veto "
    "object objection",
    "send submit hand transmit deliver pass forward transfer; receive obtain get",
    "pay payment paid fee charge cost price sum money; finance fund bear borne; free gratis",
    "list register inventory record roll roster; report reporting publish publication; inform "
    "notify notice notification announce",
    "help support assist assistance aid; protect protection safeguard; promote foster "
    "encourage",
    "build construct erect set establish create found; repair restore mend rebuild; close "
    "shut closure; open",
    "share divide split distribute halve apportion; joint common shared together; equal "
    "equally parity",
    "appoint nominate name designate choose elect select; chair head lead preside president "
    "chairman; replace dismiss remove",
    "decide decision determine resolve; majority unanimous unanimity consensus consent; veto",
    "examine review check inspect study assess evaluate evaluation investigate",
    "buy purchase acquire obtain; sell sold sale dispose; own owner property belong",
    "keep maintain retain preserve hold remain; change alter amend modify revise",
    "breach violate break infringe contravene; penalty fine sanction punish; comply "
    "compliance observe fulfil respect implement implementation execute carry",
    "expert specialist scientist professional adviser; lawyer counsel; doctor",
    "travel journey trip visit; enter entry access; leave exit departure",
    "small minor little petty; big large major; rural countryside village; urban city town",
    "young youth child minor; old elderly aged senior; women female; men male",
    "secret confidential; public open publish; written writing letter",
    "extend extension prolong renew renewal continue; suspend suspension pause interrupt; "
    "postpone delay defer",
    "dispute disagreement quarrel conflict difference controversy; settle resolve settlement; "
    "mediate mediation arbitrate arbitration; court tribunal judge",
    "compensate compensation indemnify damages reimburse refund; loss damage harm injury",
    "train training teach teaching instruct course education school learn",
    "time deadline date; immediately once promptly forthwith; gradually phased stages steps",
    "citizen inhabitant resident people population; household family home; foreigner alien",
    "company firm enterprise business undertaking corporation; factory plant works; customer "
    "client consumer; worker employee staff",
    "abandon giveup relinquish renounce forgo waive surrender; ability capacity capability "
    "competence; abolish scrap repeal cancel eliminate annul; absence leave nonattendance "
    "missing; abroad overseas foreign external outside; absorb integrate merge incorporate "
    "include; abuse misuse mistreat maltreatment; accelerate speed hasten quicken fasttrack; "
    "accept agree consent approve tolerate; access entry admission entrance enter reach; "
    "accident mishap crash casualty; accommodation lodging housing dwelling room hotel "
    "quarters; accompany escort attend; account report statement invoice bill; accountable "
    "responsible answerable liable; accurate exact precise correct; achieve accomplish attain "
    "reach fulfil; acknowledge recognise admit confess; acquire purchase buy obtain procure; "
    "act deed measure action step; adapt adjust tailor modify; additional extra further "
    "supplementary more new; address location seat residence domicile; adequate sufficient "
    "appropriate proper enough; administer manage run operate direct; administration "
    "management office bureau authority; admit accept let enrol; adopt pass approve enact; "
    "adult grown major; advance prepayment upfront deposit; advantage benefit profit gain; "
    "advertise promote publicity marketing campaign; advice counsel guidance consultation "
    "recommendation; affected concerned hit harmed suffering; afford finance pay; age old "
    "elderly years; agency body office authority bureau institution",
    "agenda programme order business; agree consent concur accept settle; aim goal target "
    "objective purpose; alarm warning alert siren; allocate assign apportion distribute "
    "grant; allowance stipend perdiem daily subsistence bonus supplement; ally partner "
    "friend; alone single solely exclusively; alter change modify amend adapt; amount sum "
    "volume quantity total figure; ancestor heritage tradition; announce declare proclaim "
    "notify tell inform; annual yearly year; annul void cancel invalidate quash; answer reply "
    "respond response; anthem flag emblem symbol; apology apologise regret sorry; appeal "
    "complaint review objection; appear attend show; apply request ask submit application; "
    "appoint nominate designate name choose; approach method way; approve authorise permit "
    "endorse confirm; area zone region territory surface; argue claim maintain; arise occur "
    "emerge; arm weapon gun; arrange organise plan settle; arrest detain seize custody "
    "capture; arrive land reach come; art culture work; ask request demand seek; assemble "
    "gather collect concentrate meet; assess evaluate appraise estimate rate; asset property "
    "holding possession; assign transfer cede hand; assist help aid support; associate "
    "partner affiliate; assume take bear undertake; assure guarantee ensure warrant; attach "
    "annex append; attack strike raid assault; attempt try; attend visit participate; attract "
    "draw invite; auction sale bidding; authentic original genuine; author writer creator; "
    "authorise empower permit; automatic selfacting tacit; available accessible ready open "
    "usable; average mean; avoid prevent evade; award prize decision grant; aware know "
    "informed",
    "background history record; backup copy duplicate archive store; bad poor defective; "
    "balance equilibrium remainder; ban prohibit forbid outlaw embargo; barrier obstacle "
    "hurdle fence wall; basic fundamental essential minimum; battery accumulator storage; "
    "bear carry shoulder pay; become turn; begin start commence open launch; behaviour "
    "conduct manner; belief faith conviction religion; belong pertain property own; below "
    "under beneath less; benefit advantage allowance profit; bilateral mutual both two; bind "
    "oblige commit compel; birth maternity pregnant pregnancy expecting childbirth mother "
    "newborn; board council committee directorate; body organ institution agency entity "
    "corpse; bonus premium gratuity reward; book publication volume; border frontier boundary "
    "limit edge; borrow lend loan credit; boss manager chief superior supervisor; branch "
    "subsidiary office; brand mark label name logo; breach violation infringement break; "
    "break pause rest interruption; bring carry fetch deliver; broadcast transmit air radio "
    "television; build construct erect create establish; building house structure premises "
    "edifice; burden load charge cost; business trade enterprise company firm commerce; buy "
    "purchase acquire procure",
    "calculate compute count reckon determine; calendar schedule timetable dates; call summon "
    "convene name telephone; camp site base cantonment assembly; cancel annul revoke "
    "terminate withdraw; candidate applicant nominee contender; capable able fit; capacity "
    "volume size content storage; capital money funds city; capture seize take imprison; care "
    "nursing attention welfare; career promotion advancement profession; cargo freight load "
    "goods shipment; carry transport bear convey; case matter instance lawsuit; cash money "
    "currency banknotes; catch haul take; category class group type; cause reason ground "
    "source; cease stop end halt; ceiling cap limit maximum; celebrate commemorate "
    "anniversary; census count survey; central middle main core; ceremony rite ritual "
    "festivity; certain sure definite; certificate certify attest document proof licence; "
    "chair president head moderator; challenge contest dispute appeal; chance opportunity "
    "probability; change alter modify amend shift; channel canal strait waterway; character "
    "nature; charge fee price cost; charity foundation donation; charter constitution statute "
    "covenant; cheap low inexpensive; check control verify inspect examine; chief head main "
    "leader; choose select elect pick opt; citizen national resident inhabitant; city town "
    "municipality urban; civil civilian public; claim demand right title; class grade "
    "category; clean wash tidy cleaning; clear obvious plain; client customer user buyer; "
    "climate weather; close shut end near; clothing uniform dress garment wear; coast shore "
    "seaside beach littoral",
    "collapse fail break; collect gather levy raise; colour paint; combine join unite merge; "
    "comfort ease; command order lead; comment remark opinion; commit undertake pledge "
    "promise; committee board panel commission council body; common shared joint collective; "
    "communicate inform tell transmit; community society people group; company firm "
    "enterprise business corporation; compare contrast; compatible consistent; compel force "
    "oblige; compensate reimburse indemnify repay good; compete rival contend; competent "
    "responsible authorised; complain grievance objection; complete finish full entire whole; "
    "complex complicated; comply obey observe respect follow conform; component part element; "
    "compose consist comprise; compulsory mandatory obligatory; computer machine software "
    "system; conceal hide; concern relate affect; concession licence grant compromise; "
    "conclude finish sign end; condition state term requirement; conduct carry behave run; "
    "conference meeting congress summit; confidential secret private; confirm reaffirm ratify "
    "verify; conflict war dispute clash; connect link join attach; conscience belief; "
    "consensus unanimity agreement; consent approval permission agreement; consequence result "
    "effect outcome; conserve preserve protect save; consider examine regard; consistent "
    "compatible accord; constant steady continuous; construct build erect; consult ask "
    "advise; consume use eat; contact touch link communication; contain include hold; "
    "contaminate pollute poison; contest challenge; continue goon proceed last; contract "
    "agreement treaty deal; contribute pay give donate; contribution payment share dues "
    "donation; control check steer govern; convene call summon; convention treaty agreement; "
    "convert change turn; convict sentence condemn guilty; cook meal food kitchen; cooperate "
    "collaborate work together partner; coordinate harmonise align; copy duplicate backup "
    "reproduction; corporate company business; correct right rectify; corruption bribery "
    "graft; cost expense price charge expenditure; council board assembly; count number "
    "reckon; counter against; country state nation land; county district; courage brave; "
    "court tribunal judge; cover insure include protect; create establish found make; credit "
    "loan discount; crew staff team personnel; crime offence felony; crisis emergency; "
    "criterion standard yardstick; cross pass traverse; cultivate farm grow till; currency "
    "money coin; current present power stream; custom tradition habit usage; customary "
    "traditional usual; cut reduce lower",
    "damage harm loss injury destruction; danger risk hazard threat peril; data figures "
    "information statistics measurements readings records numbers; database register records; "
    "date day time deadline; dead killed deceased fallen; deadline limit date expiry; deal "
    "agreement contract trade; death dying fatal; debate discuss discussion; debt liability "
    "obligation loan; decade ten years; decide determine resolve rule; declare state announce "
    "proclaim; decline fall refuse; decrease reduce lessen; dedicate devote; deduct subtract "
    "withhold; deep profound; default failure; defeat loss; defect fault flaw fix; defence "
    "protection military; defend protect guard; define determine lay; delay late postpone "
    "lateness; delegate representative envoy; delete erase remove destroy; deliver supply "
    "hand provide; demand require claim request; democracy democratic; demonstrate show prove "
    "protest; deny refuse dispute; department ministry office section; depend hinge rely; "
    "deploy station send; deposit security bail guarantee caution; deprive strip; deputy "
    "member vice representative; describe setout; desert dry; design plan draft model; desire "
    "wish want; destroy demolish wreck ruin; detail particular; detect discover find; "
    "determine fix decide establish; develop grow build; developing poor emerging; device "
    "appliance equipment instrument; devote dedicate; dialogue talks conversation; differ "
    "vary; difference dispute variation; difficult hard; dig excavate; dignity honour; direct "
    "immediate guide manage; director manager head; disability handicap disabled; disappear "
    "vanish lost missing; disaster catastrophe calamity emergency hurricane earthquake flood "
    "storm; discharge release outflow dismiss; discipline punishment; disclose reveal "
    "publish; discount rebate reduction; discover find; discriminate unequal; discuss debate "
    "talk; disease illness epidemic infection; dismiss fire sack; display show exhibit; "
    "dispose sell discard; dispute disagreement difference litigation; dissolve end wind; "
    "distance range kilometres; distinguish differentiate; distribute share divide spread "
    "allocate; district area region; disturb interfere annoy; divide split share partition; "
    "division section unit; dock berth harbour; doctor physician medic; document paper record "
    "file; domestic home national internal local; donate give grant; double twice; doubt "
    "uncertain; draft write text; drain outflow; draw pull take; drink beverage; drive motor; "
    "drought dry aridity; dry drought arid; due payable owed; duration length term period; "
    "duty obligation task tariff shift",
    "early premature soon; earn gain receive income; earth soil ground; ease relieve soften; "
    "east eastern; economy economic business; edge border; educate teach train school; effect "
    "result consequence impact; efficient economical; effort endeavour attempt; elderly aged "
    "old; elect choose vote; eligible entitled qualify access admitted; eliminate remove "
    "abolish; embargo ban; embassy mission consulate; emergency crisis urgent; emit release; "
    "employ hire engage use; employee worker staff; employer company; empty vacant clear; "
    "enable allow permit; encourage promote stimulate; end finish stop expire close; enemy "
    "adversary hostile; energy power electricity; enforce execute impose; engage hire employ; "
    "engineer technician; enjoy have; enlarge expand extend; enough sufficient; enquire ask; "
    "ensure guarantee secure; enter come join; enterprise company business; entertain guest; "
    "entire whole complete; entitle right eligible; entity body unit; entrust give; "
    "environment nature ecology; equal same parity; equip fit furnish; equipment device tools "
    "machine gear; equivalent equal; error mistake fault; escape flee; establish found create "
    "setup; estimate assess; ethnic national tribal; evacuate clear leave; evade avoid; "
    "evaluate assess review; even equal; event occurrence happening; evict expel eject; "
    "evidence proof testimony; exact precise; examine inspect check study; example model; "
    "exceed surpass more above; excellent good; except save unless; exception exemption "
    "exclusion; exchange swap trade; exclude bar omit; exclusive sole only; excuse pardon; "
    "execute carry perform; exempt free relieve; exercise use drill; exhaust use; exhibit "
    "show; exile banish; exist be; exit leave departure; expand enlarge grow; expect foresee "
    "anticipate; expel banish deport; expense cost outlay; experience practice; expert "
    "specialist scientist professional consultant; expire end lapse; explain clarify; exploit "
    "use; explore search; explosive bomb; export sell ship; expose reveal; express state; "
    "extend prolong enlarge; external foreign outside; extinguish end; extract mine take; "
    "extraordinary special; extreme outer",
    "facility plant installation; factory plant works mill; fail default; failure breakdown "
    "default; fair just equitable; faith religion; fall drop decrease; false untrue; family "
    "relatives kin household; famine hunger starvation; farm agriculture; fast quick rapid; "
    "fault defect guilt; favour prefer; fear threat; feature trait; federal union; fee charge "
    "payment price remuneration; feed food; fence wall; fertile soil; festival holiday; fight "
    "combat battle; figure number amount; file document; fill load; film movie; final last "
    "definitive; finance fund pay; find discover; fine penalty; finish end complete; fire "
    "dismiss shoot burn; firm company; first initial; fisherman fishing; fit suitable; fix "
    "set repair; flag banner; fleet ships; flexible adaptable; flight air; flood inundation; "
    "floor storey; flow stream; follow obey; food meal nutrition; force power compel; "
    "forecast predict; foreign external alien abroad; foreigner alien immigrant; forest wood; "
    "form shape; formal official; former previous; forum conference; forward ahead; found "
    "establish; foundation base; frame structure; free release gratis; freedom liberty; "
    "freeze block hold; frequent often; fresh new; friend ally; front line; fruit crop; fuel "
    "oil petrol diesel; fulfil meet perform keep promise; full complete; function task; fund "
    "finance; furniture furnishings; future later",
    "gain profit; game sport; garbage waste; gather collect assemble; general common; "
    "generate produce; genuine real; gift donation; give hand grant; goal aim; good quality; "
    "goods products; govern rule; government state authority; grade class; gradual stepwise "
    "phased; grain cereal; grant give award; grave tomb; great large; green ecological; "
    "grievance complaint; ground land reason; group team; grow increase rise; guarantee "
    "warrant; guard watch protect sentinel; guest visitor; guide lead; guilty culprit; gun "
    "weapon",
    "habitat nature; half fifty; halt stop; hand give; handicap disability; happen occur; "
    "harbour port; hard difficult; harm damage; harvest crop; hatred enmity; head chief; heal "
    "cure; health medical; hear listen; heat warm; heir successor; help aid; heritage "
    "culture; hide conceal; hinder obstruct impede; hire rent employ; historic past; history "
    "past; hold keep; holiday vacation; holy sacred; home house; honour respect; hospital "
    "clinic; hostile enemy; hour time; house building; household family; housing homes; human "
    "person; hunger famine; hurt injure; husband wife spouse",
    "idea concept; identify recognise; identity name; ill sick; illegal unlawful; image "
    "picture photograph; immediate instant prompt; immigrant migrant; immunity exemption; "
    "impact effect; impartial neutral unbiased; implement execute; important significant; "
    "impose levy; improve better enhance; incentive bonus; incident event; include contain; "
    "income revenue earnings proceeds; increase rise; independent autonomous sovereign; "
    "indicate show; indigenous native aboriginal; individual person; industry manufacturing; "
    "infect disease; inflation price; influence effect; inform notify; infrastructure roads; "
    "inhabit live; inherit heir; initial first; injure hurt; innovate new; inquiry "
    "investigation; insolvent bankrupt; inspect check; install fit; instance case; institute "
    "establish; institution body; instruct teach order; instrument tool; insure cover; "
    "integrate include; intend plan; interfere meddle; internal domestic; international "
    "foreign multinational; interpret construe translate; interrupt stop; introduce bring; "
    "investigate examine; invite ask; involve include; issue publish; item piece",
    "jail prison; job work; join enter; joint common; journal newspaper; journey travel; "
    "judge court; judgment ruling verdict; just fair; justice court; justify reason; keep "
    "retain; kill murder; kind type; king monarch crown; knowledge information expertise "
    "skills",
    "label mark; labour work; lack shortage; lake water reservoir; land soil; landlord owner; "
    "language tongue; large big; last final; late delay; launch start; law statute; lawful "
    "legal; lawsuit litigation suit; lawyer attorney; lead guide; leader head; learn study; "
    "lease rent; least minimum; leave go; legal lawful; legitimate lawful; leisure freetime "
    "recreation; lend loan; length duration; letter mail; level height; liability "
    "responsibility; liberate free; licence permit; life living; lift raise; limit cap; link "
    "connect; list register; litigate sue; live reside; loan credit; local regional; location "
    "site place; lock key; log record; loss damage; luggage baggage; lunch meal",
    "machine device; mail post letter; main principal; maintain keep; maintenance upkeep "
    "servicing; major large; majority most; make produce; male man; manage run; manager "
    "director; mandate authorisation; manner way; manufacture produce; map chart; marine sea; "
    "mark sign; market trade; marriage wedding spouse; massacre atrocity killing; matter "
    "subject; maximum most ceiling; meal food; mean average; measure step; mechanism system "
    "body; media press; medicine drug; meet gather; mend repair; merchant trader; mercenary "
    "foreign fighter soldier fortune; merge unite; method way; military army; minimum least "
    "floor; minor small; mislead deceive deceptive; mistake error; modern new; money cash "
    "funds; multiple several; murder kill",
    "name title; nation country; native indigenous; necessary need essential; norm standard; "
    "notify inform; nutrition food; obligation duty; occupation job; oil petroleum; operate "
    "run; opinion view; option choice; outcome result; output production; overdue late",
    "panel board; participate join; passenger traveller; percent share rate portion; phase "
    "stage; platform system; pledge promise; possess own; precede before prior; prefer favour "
    "priority; price fee cost amount; priority preference; procedure process; programme plan; "
    "promise pledge; proportion share",
    "rain rainfall precipitation wet; react respond answer; recover regain",
    "safe secure; salt salinity; sea ocean; send transmit",
    NULL,
};
