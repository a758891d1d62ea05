// SPDX-License-Identifier: Apache-2.0
#include "counterparts/related_words.h"

#include <stddef.h>

const char *const related_words[] = {
    "ceasefire truce armistice firing fire hostilities fighting shooting combat pause lull",
    "war conflict hostilities fighting warfare combat; peace settlement peaceful reconciliation",
    "end cease stop halt cessation stops conclude finish terminate",
    "army forces military troops soldiers contingents personnel armed regiment battalion "
    "servicemen "
    "defence",
    "withdraw withdrawal evacuate evacuation pull vacate depart redeploy drawn exit retreat",
    "station deploy deployment base garrison quarter stationing barracks host",
    "weapon arms armament missile artillery munition ammunition rocket launcher tank disarm",
    "disarm disarmament demobilise demobilisation decommission surrender lay",
    "aircraft fighter jet plane aviation airforce squadron",
    "flight fly aviation airline airport plane air aircraft; drone satellite surveillance unmanned "
    "sensor",
    "nuclear atomic warhead radioactive reactor enrichment; neutral neutrality bloc nonaligned "
    "unaligned",
    "alliance league bloc nato pact coalition",
    "member membership join joining accession accede admit admitted admission candidate enlarge "
    "enlargement expand expansion",
    "sovereignty independence sovereign independent integrity freedom statehood",
    "territory territorial district region area province zone oblast soil",
    "border frontier boundary demarcation delimitation crossing checkpoint",
    "buffer demilitarised demilitarise zone disengagement separation strip",
    "occupy occupied occupation annex annexed seize control",
    "recognise recognition recognised acknowledge acknowledgement",
    "guarantee assurance safeguard security assure guarantor warranty guaranteed pledge",
    "security safety secure protection defence",
    "aggression attack invade invasion assault offensive nonaggression incursion strike",
    "deter deterrence deterrent discourage",
    "monitor monitoring observe observation observer verify verification supervise supervision "
    "inspect "
    "inspection oversee watch oversight surveillance verifying compliance mission implementation",
    "breach violation violate infringe infringement break broken contravene contravention "
    "noncompliance "
    "default failure",
    "punish penalty sanction fine punishment penalise",
    "sanctions embargo restrictions penalties restrictive lifting lifted ease easing",
    "lift ease relax relief removal remove phased suspend suspension cancel",
    "restore snapback reinstate reimpose automatic",
    "frozen freeze blocked immobilised assets holdings funds deposits reserves",
    "rebuild reconstruct reconstruction rebuilding rehabilitate rehabilitation restore restoration "
    "repair "
    "recovery renovate modernise development",
    "compensate compensation damages reparation reparations indemnity indemnify damage harm loss "
    "reimburse "
    "repay redress",
    "fund funds financing capital facility trust vehicle; invest investment investor capital",
    "prisoner captive detainee detained prisoners captured hostage custody detain detention "
    "exchange swap "
    "freed released",
    "exchange swap trade swapped handover; release free freed liberate discharge liberation",
    "repatriate repatriation resettle resettlement",
    "child children minors minor youth deported kidnapped abducted",
    "deport deportation displaced displacement expelled abduct refugee forcibly",
    "refugee displaced displacement evacuee returnee asylum migrant",
    "family relatives reunite reunited reunification reunion families",
    "fallen remains dead deceased missing disappeared disappearance graves killed",
    "amnesty pardon immunity impunity prosecute prosecution clemency forgiveness",
    "crime criminal offence war atrocities prosecute tribunal tried",
    "victim suffering suffered survivor injured harmed",
    "wounded sick ill injured patient casualties ambulance; humanitarian relief aid assistance "
    "charity",
    "convoy lorry truck trucks vehicle delivery aid supplies",
    "food flour grain nutrition wheat crops cereals agricultural",
    "medicine drug medical health pharmaceutical hospital; road corridor route passage highway "
    "motorway",
    "civilian noncombatant population inhabitants resident residents citizen",
    "election elections vote poll polls ballot electoral elect elected suffrage voting",
    "referendum plebiscite consultation vote",
    "parliament assembly legislature congress diet chamber deputies senate council",
    "government cabinet administration executive authorities governor prime minister",
    "president chair chairman head leader chaired; constitution constitutional fundamental "
    "enshrine basic",
    "law legislation statute enact legislate legal act code ordinance",
    "legally binding enforceable bind obligatory mandatory",
    "court tribunal judge judges jurisdiction judicial courts forum",
    "dispute disagreement controversy difference disputes disagreements conflict",
    "arbitration mediation arbitrator mediator conciliation mediated facilitator mediate panel",
    "dialogue talks negotiation negotiate consultation consult discussions discussion discuss "
    "conversation",
    "committee commission taskforce board council panel",
    "language languages tongue linguistic speech speak spoken bilingual",
    "school education curriculum teach teaching educational classroom pupils university lessons "
    "instruction",
    "religion religious faith church worship belief confession clergy",
    "culture cultural tolerance understanding heritage minority minorities intolerance",
    "minority ethnic national indigenous; hate propaganda incitement ideology hatred extremism",
    "media press journalist broadcast newspaper television reporter news",
    "electricity energy current electric grid; plant station facility hydroelectric dam powerplant "
    "reactor",
    "dam weir barrage reservoir impoundment barrier",
    "water river waters stream waterway watercourse lake basin; flow discharge release volume "
    "supply",
    "drought dry shortage scarcity low; flood floods flooding inundation",
    "pollute pollution contaminate spill contamination effluent wastewater waste sewage clean "
    "emission "
    "emissions",
    "mine mining mines mineral minerals extraction ore quarry",
    "demining mines explosive ordnance unexploded clearance",
    "oil gas hydrocarbon hydrocarbons petroleum pipeline fuel; coal lignite carbon fossil",
    "renewable wind solar sun green photovoltaic; climate emission emissions greenhouse warming "
    "carbon",
    "forest logging timber tree trees; fish fishing fishery fisheries catch tuna quota haul stocks "
    "sturgeon",
    "vessel ship boat ships seiner longliner trawler shipping navigation navigate maritime",
    "navigation shipping passage sail navigate transit unhindered voyage",
    "sea ocean coast coastal shore marine maritime offshore port",
    "port harbour dock docks quay terminal berth landed; crew seaman seamen sailor seafarer "
    "mariner",
    "railway train rail trains railways track; ticket fare pass fares tariff",
    "bus tram transport transit transportation mobility commuter; speed limit fast kmh",
    "car vehicle vehicles driver automobile driving",
    "trade commerce commercial export import exports imports goods merchandise",
    "customs tariff duty duties tariffs levy; quota contingent ceiling cap; market customers "
    "economy sales",
    "subsidy support aid bonus grant subsidies allowance premium",
    "tax taxes taxation levy fiscal revenue revenues",
    "revenue income proceeds earnings receipts profit profits takings",
    "budget debt deficit brake finance fiscal finances; loan credit lend lender borrow borrowing",
    "bank banking central currency monetary; currency money coin monetary",
    "pension retirement retire pensions pensionable retired",
    "wage wages pay salary salaries remuneration earnings paid; overtime additional hours; hours "
    "week "
    "labour",
    "holiday holidays vacation days rest; night nights nocturnal evening",
    "apprentice trainee trainees apprenticeship training vocational",
    "worker employee labour staff workforce workers employees crew personnel manpower",
    "temporary agency leased contract casual; strike lockout walkout stoppage industrial peace",
    "dismiss dismissal redundancy layoff job jobs loses fired",
    "employ employed hire hired recruit engage employment taken",
    "union steward representatives council delegate",
    "automation automatic driverless robot machine machines crane cranes automated",
    "safety helmet protective gear equipment clothing vest; sickness illness sick ill absence",
    "rent lease rental letting lessee tenancy rents; lease tenancy contract let tenant",
    "landlord owner lessor proprietor; premises building property warehouse house floor space site",
    "house housing flat dwelling dwellings homes apartment apartments residential",
    "build construct construction building erect built",
    "fee price charge payment cost fees pay charges paid payable royalty; annual annually year "
    "annum",
    "monthly month months; insurance insure premium insured",
    "alteration change modify modification alterations changes structural adapt",
    "assign assignment sublet subletting transfer subcontract passing",
    "subcontractor subcontract delegate outsource; access inspect visit viewing admittance",
    "terminate termination notice denounce cancel withdraw end quit exit rescind ended",
    "notice notify notification warning announce inform told",
    "renew extend extension prolong renewal prolonged extended option",
    "duration period runs lasts force years validity remains",
    "force effect commence commencement effective starts; late delay overdue interest arrears "
    "delayed",
    "due payable invoice billed bill owed owe",
    "liability liable responsible answer answers damages responsibility",
    "confidential secret secrecy confidentiality disclose disclosure undisclosed",
    "personal data privacy information protection; data information digital records file",
    "transfer flow send sending move moving transmit transmission crossborder",
    "software computer code program programs source",
    "internet online electronic network electronically net digital web",
    "cyber cybersecurity hacking incident computer security",
    "signature sign signed seal signatures signatory signing",
    "message messages spam email marketing unsolicited advertising",
    "consumer consumers buyer buyers customer customers purchaser client",
    "server computing facilities hosting location localisation storage stored",
    "supplier contractor provider vendor seller; deliver delivery provide supply furnish provision",
    "service services operation support help maintenance hosting",
    "availability uptime available outage downtime",
    "intellectual property rights licence copyright patent ownership title royalties",
    "licence permit license permits authorisation permission licences approval",
    "consent approval permission agree agreement agreed assent authorise",
    "prohibit forbid ban prohibited forbidden banned bar outlaw",
    "limit cap restrict ceiling maximum restriction capped limited",
    "reduce reduction lower cut decrease fall less; increase raise rise grow higher more expand",
    "share portion proportion percentage fraction half divide divided split equally alike",
    "review revise revision reassess assess evaluate evaluation examine",
    "amend amendment modify change alter revised; adjust adjustment index update revise",
    "measure regulate regulation regulatory rule rules regulating; scope apply applies application "
    "coverage",
    "definition define meaning means; procurement purchasing tender public contracts",
    "discriminate discrimination discriminatory equal equality treatment",
    "competition antitrust monopoly competitive",
    "report reporting publish inform transmit publication reports public logbook",
    "inspector inspectors inspection audit auditor audits check checked; observer monitor "
    "inspector",
    "accident emergency spill disaster incident alarm; warn alarm alert inform warning told",
    "expert experts scientific science specialist technical advice; station stations post posts "
    "gauge",
    "quality purity clean standard; dispute unresolved unsettled settle settled resolve resolved "
    "solve",
    "interior local municipal regional community communities commune",
    "self autonomy autonomous government selfrule associated decentralisation devolution",
    "secede secession separate independence; foreign external treaty diplomacy diplomatic affairs "
    "treaties",
    "police constabulary gendarmerie policing officers law; judge judiciary judicial magistrate "
    "prosecutor",
    "corruption bribery anticorruption graft; truth justice reconciliation transitional",
    "restitution restore property seized houses give",
    "farmland agriculture farm farmer farmers rural agricultural; women gender equal girls",
    "youth young children; health hospital doctor healthcare medical",
    "immigration migration visa border asylum migrants; travel visit visits crossing cross "
    "movement visa",
    "hotline telephone linked communication phone; commander officer officers commanders general "
    "command",
    "heavy weapons artillery tank mortar; drawn withdrawn",
    "enforce enforcement implementation implement execution carry compliance fulfil",
    "guarantor watch guarantee witness; interim transitional transition provisional temporary; "
    "date "
    "deadline",
    "world international global foreign multilateral; partner western allies ally friend",
    "european europe continental; reintegrate rejoin economy integration integrate readmit",
    "cooperation cooperate collaborate partnership collaboration",
    "technology innovation research intelligence science; infrastructure roads bridges facilities "
    "network",
    "city cities town urban village settlement settlements; airspace sky air skies",
    "spit peninsula island cape isle; canal channel strait straits passage; grain cereals wheat "
    "export",
    "freedom free unhindered unrestricted unimpeded hindrance freely",
    "industry manufacturing factory plant production; arms industry defence production",
    "missile range rockets ballistic; exercise manoeuvre manoeuvres exercises drill drills",
    "attack respond response retaliation reaction; consult consultation meeting convene meet",
    "minister ministers secretary ministry; delegate delegation representative representatives "
    "envoy",
    "equipment gear tools machinery; storage store stock stored warehouse storing",
    "distribute distribution distributed logistics; manufacture assembly produce product "
    "production",
    "noise nuisance disturbance; parking car yard forecourt; electricity heating utilities water "
    "supply",
    "fixture fittings fitting racking partition fit; redevelop redevelopment demolition demolish",
    "indexation index inflation price cpi consumer; bonus supplement surcharge premium top",
    "age older old aged; education training qualification course",
    "dues contribution contributions contribute subscription; royalty proceeds share; refinery "
    "smelter "
    "mill",
    "majority consensus unanimity vote unanimous veto quorum",
    "appoint appointed nominate appointment designate nomination; member seat seats members "
    "composition",
    "archive records documents files; monument memorial commemorate remembrance",
    "flag emblem symbol anthem symbols; holiday commemoration; prison gaol jail imprisoned",
    "torture illtreatment abuse cruelty; disappearance missing disappear",
    "investigate inquiry investigation investigates tries examine; evidence proof document",
    "citizen citizenship nationality passport nationals; right come; property ownership owner "
    "title "
    "belongs",
    "compensation paid pay indemnity; grazing pasture cattle livestock herd",
    "irrigation irrigate canal watering; well borehole groundwater aquifer",
    "sewage sanitation drain wastewater; waste rubbish landfill refuse recycling",
    "chemical pesticide hazardous toxic; species wildlife animal animals biodiversity",
    "park reserve sanctuary protected conservation; tourism tourist hotel visitor",
    "cinema film audiovisual video music broadcasting; vaccine medicine pandemic epidemic disease",
    "origin local content originating; dumping antidumping safeguard injury",
    "geographical indication cheese wine; sanitary phytosanitary hygiene food safety",
    "standards technical regulation conformity certification certificate",
    "investment expropriation expropriate nationalise",
    "establish establishment set create found founded created institute",
    "dissolve dissolution abolish disband; suspend suspension withhold pause",
    "replace substitute replacement succeed; key staff; migration handover assistance exit",
    "remedy cure remedied cured rectify correct; excuse control majeure unforeseen",
    "gross negligence wilful intent; profit goodwill indirect consequential",
    "governing law governed apply applies; return repatriate repatriation home",
    "return restore returned give back restitution; hold elections polls",
    "access entry enter admission admittance; withdraw leave pull evacuate vacate",
    "control authority possession custody; notify notification notice inform advise communicate",
    "secret confidential classified; liability responsibility liable accountable; night hours "
    "evening dark",
    "signature signed signing signatory sign initial ratify ratification conclusion",
    "memorandum accord agreement deal pact treaty paper; force violence coercion military means",
    "change alter modify shift redraw; line contact control frontline; commission body panel board",
    "delay late postpone defer deferral extension; cost expense expenses costs charges; expensive "
    "price "
    "dear",
    "pay paid payment reimburse remunerate salary; buy purchase acquire acquisition",
    "sell sale sold vendor market; owner proprietor ownership holder; user customer client "
    "subscriber "
    "buyer",
    "shop store retail; farm agricultural agriculture crop; harvest crop catch yield",
    "meat beef poultry pork dairy milk cheese; wine spirits beverage alcohol",
    "car automobile automotive vehicle cars; steel aluminium metal metals",
    "textile clothing garment apparel footwear; rice sugar corn maize; seed seeds variety plant",
    "animal livestock cattle; patent pharmaceutical medicine generic; copyright author film music",
    "trademark brand mark; origin originating preferential preference",
    "phase staging eliminate elimination abolish; quota volume tonnage contingent",
    "maximum ceiling cap upper limit most exceed; professional qualification diploma licence",
    "investor investment establishment enterprise company",
    "company firm enterprise corporation business undertaking; subsidiary affiliate branch group",
    "shares shareholder equity stock capital; director board management executive",
    "accounts bookkeeping audit financial statements; profit dividend earnings distribution "
    "surplus",
    "loss deficit shortfall; insolvency bankruptcy liquidation receivership; merger acquisition "
    "takeover",
    "interest rate percentage; mortgage charge lien security pledge collateral",
    "guarantee surety warranty bond; warranty defect defective fault faulty",
    "delivery shipment dispatch consignment deliver; acceptance accept test tests testing",
    "inspect examine check inspection examination; goods products merchandise items wares",
    "quantity volume amount; price cost value sum; discount rebate reduction; currency exchange "
    "rate",
    "invoice bill billing account; tax vat duty levy excise; risk danger hazard",
    "fire storm flood earthquake disaster; theft loss stolen; accident injury casualty",
    "death dead deceased killed dies; medical doctor physician hospital clinic",
    "pregnant maternity mother paternity parental parents; child childcare kindergarten nursery",
    "school pupil teacher class education; university student research academic tuition",
    "scholarship student grant exchange; sport stadium club player; player footballer athlete",
    "coach trainer manager; salary bonus premium appearance; transfer move sale loan",
    "broadcast television rights media stream; sponsor sponsorship advertising",
    "ticket admission seat spectators; flat apartment dwelling housing home",
    "garden yard outdoor ground grounds; pet dog cat animal animals; smoking smoke tobacco",
    "noise quiet disturbance loud; cleaning clean hygiene; water electricity gas utility utilities "
    "heating",
    "heat heating boiler warm; furniture furnished fittings fixtures; window door lock keys; key "
    "lock",
    "parking garage car space; lift elevator stairs; balcony terrace roof",
    "neighbour neighbouring adjacent adjoining; boundary fence wall; road street traffic route",
    "bridge tunnel crossing; bicycle cycle cycling bike; pedestrian walk footpath; railway train "
    "tram "
    "metro",
    "airport runway flight; port harbour pier wharf; ship vessel boat fleet; container cargo "
    "freight load",
    "fuel petrol diesel oil; battery electric charging; solar panel photovoltaic sun; wind turbine "
    "windmill",
    "waste rubbish garbage refuse; recycle reuse recycling; plastic packaging; air emissions "
    "pollution "
    "smog",
    "tree forest wood plant; hunt hunting game wildlife; fish fishing angling; water well spring "
    "drinking",
    "land plot parcel ground soil; building house construction structure; planning permit zoning",
    "town city municipality urban; village rural countryside; region province district county",
    "capital city seat headquarters; office bureau premises; secretariat administration staff",
    "budget funding finance expenditure spending; contribution share dues subscription",
    "vote voting ballot weighted; majority quorum twothirds; meeting session assembly conference "
    "summit",
    "agenda topics; minutes records; language translation interpret interpreter; translation "
    "interpreting",
    "report annual account; publish publication public transparency; transparency open disclosure",
    "gift corruption bribe; conflict interest impartial; judge court tribunal arbitrator",
    "lawyer counsel attorney legal; appeal review challenge; evidence witness testimony",
    "penalty fine sanction forfeiture liquidated; prison detention imprisonment jail; police "
    "officer "
    "patrol",
    "border guard customs patrol; patrol patrols policing guard; weapon gun firearm",
    "ammunition explosive bomb; mine landmine minefield; tank armoured vehicle; missile rocket "
    "ballistic",
    "navy naval fleet warship; submarine ship; aircraft helicopter drone; airspace overflight fly",
    "soldier troop combatant fighter; combatant fighter rebel insurgent militia guerrilla",
    "militia paramilitary irregular armed; mercenary foreign fighters; conscription draft recruit",
    "veteran former soldiers; reintegration civilian veteran rehabilitation",
    "barracks camp cantonment assembly; camp tent shelter; refugee asylum displaced exile",
    "return repatriation resettlement; passport visa document; religion church mosque holy",
    "holy sacred shrine temple pilgrim; pilgrim pilgrimage worship; cemetery grave burial",
    "monument heritage museum; museum artefact artwork collection; looted stolen restitution",
    "propaganda hate speech; telephone mobile roaming; satellite space orbit; data statistics "
    "information",
    "statistics census count; census population register; register registry list roll",
    "list register roster inventory names; identity card identification; candidate party campaign",
    "constitution basic amendment; prime minister premier government; governor prefect "
    "administrator",
    "mayor local council; autonomy selfgovernment devolved home; independence secession sovereign",
    "bank reserve central; sanction embargo boycott; asset fund reserve holdings; investment fund "
    "capital",
    "donor donors pledge conference; poverty poor needy; food hunger nutrition rations",
    "hunger famine starvation; water irrigation canal; dam reservoir hydropower; river basin "
    "watershed",
    "fishery fishing stock; mineral lithium rare earths; oil petroleum crude; coal lignite mining",
    "guarantee assurance commitment; ally allied partner; nuclear weapon warhead",
    "peacekeeper peacekeeping contingent mission; withdraw withdrawal pullback; hostage captive "
    "kidnap",
    "truth reconciliation commission; trial prosecute tribunal; genocide crimes atrocity",
    "extradition extradite surrender; intelligence secret spy espionage; terrorism terrorist "
    "extremist",
    "drug narcotics trafficking; trafficking smuggling contraband; smuggling contraband illegal",
    "migration migrant immigrant; work job employment occupation; hour shift schedule rota",
    "shift rota roster night; overtime extra hours; holiday leave vacation; sick illness disease",
    "training apprentice education; union worker representation; equality gender women",
    "harassment bullying violence; uniform clothing workwear; canteen meal meals lunch",
    "commute travel transport; home remote telework; telework remote office",
    "automation robot technology machines; outsourcing subcontract agency; search check inspect "
    "searched",
    "ambulance ambulances cross medical vehicle; stages phased steps gradually staged",
    "cessation ceasefire truce end; rejoin readmit return reintegrate; sanctions penalties "
    "punitive "
    "measures",
    "price review rent indexation; codify legislate legislation enact enshrine law ratify "
    "ratification",
    "deescalation deescalate tension calm; expand enlarge grow growth expansion widen broaden",
    "troops forces contingents soldiers units; capped limited restricted ceiling restrictions "
    "limit "
    "strength",
    "eligible candidate qualify apply application; market access preferential preferred",
    "redevelop redevelopment reconstruct reconstruction rebuild recovery",
    "modernise modernize renew upgrade overhaul; minerals resources raw materials extraction",
    "taskforce group committee commission team; proliferation nuclear disarmament treaty",
    "tolerance prejudice racism hatred discrimination; religious linguistic minorities language",
    "line contact control front demarcation; obstruct hinder impede block prevent unhindered",
    "shipments passage transit shipping movement; captives prisoners detainees hostages",
    "deported displaced abducted taken children; reunification reunite families relatives visits",
    "alleviate ease relieve suffering hardship victims; claims complaints grievances lawsuits "
    "pursue",
    "monitored guaranteed supervised overseen verified; violations breaches infringements",
    "ceasefire truce cessation hostilities; gradual stages phased steps",
    "restored resume reinstated reimposed snapback; separate distinct independent",
    "architecture system order framework; friendly allied partner; ad hoc coalition willing "
    "volunteers",
    "void invalidated forfeits lapses null expire; attack attacks fires invades strikes",
    "response retaliation reaction action; begin start commence commencement launch inception "
    "onset "
    "kickoff",
    "finish completion complete end conclude ready handover",
    "duration term period length tenure lifetime span",
    "permanent lasting durable indefinite perpetual forever sustainable stable",
    "temporary interim provisional transitional short; annual yearly annum year anniversary; daily "
    "day",
    "quarterly quarter; early premature ahead advance prior beforehand",
    "late delay overdue arrears lateness tardy",
    "immediate immediately instantly forthwith prompt promptly once urgent",
    "gradual gradually stepwise phased phases stages progressive incremental",
    "postpone defer suspend adjourn delay stay; prolong extend extension renew renewal extendable "
    "extended",
    "expire expiry lapse lapses end; schedule timetable calendar roster rota shifts plan",
    "deadline cutoff limit time; money cash funds sum amount price",
    "pay paid payment payable remit settle disburse wage salary",
    "cost costs expense expenses expenditure outlay bill; fee charge toll levy due",
    "toll tolls fee passage road; rent rental lease let hire tenancy",
    "lease tenancy holding concession let leased; price pricing tariff rate quote",
    "raise rise increase growth higher uplift gain",
    "cut reduce reduction lower decrease decline fall drop shrink",
    "cap ceiling maximum limit capped exceed upper; floor minimum least threshold lowest",
    "double twice twofold; half halves equally equal fifty split shared",
    "share portion proportion part quota stake; majority minority percent share votes",
    "profit profits earnings gain surplus yield return proceeds income revenue",
    "loss losses deficit damage damages harm; debt loan credit borrow liability owed",
    "bond guarantee surety security deposit collateral; advance prepayment upfront deposit",
    "retention retain withheld holdback; invoice bill account statement; interest rate late",
    "bonus premium supplement allowance extra gratification oneoff; fine penalty damages "
    "liquidated "
    "sanction",
    "tax taxes taxation levy duty fiscal; customs tariff duty import border",
    "budget finance finances fiscal spending; bank lender financier",
    "insurance insure insures cover coverage policy indemnity premiums",
    "compensation compensate paid redress reparation indemnify made good",
    "refund reimburse repay reimbursement; tenant lessee occupier renter farmer",
    "employer company firm trust management; employee worker staff labour nurse personnel",
    "contractor builder supplier tenderer; subcontractor subcontract sublet outsource third",
    "manager director executive board; chair chairman president presidency presides presided head",
    "rotate rotation alternates alternate turns rotates; seat headquarters seated located based",
    "appoint nominate name choose elect selected drawn",
    "vote votes ballot referendum plebiscite poll election",
    "approve approval consent permission authorise agree assent; refuse reject veto deny decline "
    "refusal",
    "decide decision decides determine ruling settle fixes; propose proposal suggest recommend",
    "report publish announce public disclosed inform; notify notice tell told inform warn announce",
    "secret confidential private closed hidden secrecy; public open transparent published "
    "accessible",
    "inspect inspector inspection visit check examine books control",
    "monitor observe watch supervise oversee surveillance cameras video",
    "camera cameras video surveillance filming; complaint complaints grievance claim",
    "claim claims demand demands; dispute disputes conflict disagreement controversy quarrel",
    "arbitration arbitrate arbitrator arbitrates panel tribunal adjudicator adjudication",
    "court courts judge judges tribunal judicial judgment; judgment award ruling decision verdict "
    "sentence",
    "crime offence criminal prosecute prosecuted tried punish",
    "prison jail custody detained imprisoned captive; police policemen officers guard guards "
    "constable",
    "weapon weapons arms knife knives gun firearms",
    "soldier soldiers troops army men military garrison garrisons guards",
    "army strength size men forces soldiers; garrison troops contingent barracks soldiers",
    "bloc alliance alliances military pact neutral; neutral neutrality bloc alliance outside",
    "attack attacks aggression strike invade; respond response together consult answer",
    "guarantee guarantees guarantor bind binding treaty obliges",
    "withdraw withdrawal leave leaves evacuate vacate pullout; border borders boundary frontier "
    "line",
    "territory land area zone district plateau; map maps chart charts plan survey",
    "mine mines minefield minefields demining deminers sappers",
    "clear clearance clearing removal remove deminers",
    "refugee refugees displaced villagers evacuees return home homes; return returns back home "
    "come "
    "restored",
    "village villages villagers community local inhabitants settlement",
    "inhabitants residents villagers population people locals citizens",
    "family families household households relatives; house houses home homes dwelling dwellings "
    "housing",
    "tent tents shelter building material; occupied occupies others squatters vacated evicted",
    "evict evicted vacate removal stay remain; settler settlers colonist newcomer",
    "citizen citizens citizenship nationality naturalisation national",
    "foreigner alien immigrant migrant asylum; asylum refuge claims applications protection",
    "residence residency permit visa stay; skilled qualified specialist trained",
    "worker workers labour migrants; school schools education educational pupils teaching taught",
    "pupil pupils student students children class; class classes size classroom",
    "teacher teachers staff instruction educators; tablet tablets phone phones device computer "
    "laptop",
    "kindergarten daycare care afternoon; university college academic",
    "language languages tongue tongues linguistic; religion religious church faith instruction",
    "hospital clinic ward medical treated; nurse nurses nursing carers; patient patients sick ill",
    "doctor physician surgeon; injured wounded victims casualties; medicine drug treatment therapy",
    "shift shifts roster duty rota; weekly hours week fulltime working time",
    "sunday holiday weekend supplement; overtime called extra",
    "training courses further education qualification; transfer moved relocate posting house",
    "parking park car cars; uniform clothing laundry; assault violence attacks",
    "apprentice apprentices trainee trainees; pension retirement annuity; strike strikes stoppage",
    "union representation council; farm holding agricultural farmland estate",
    "hectare hectares acre acres area; meadow grassland pasture grazing field fields",
    "crop crops harvest rotation cultivation cereals; plough till cultivate",
    "cow cows cattle herd dairy livestock goats sheep; hunt hunting shooting game deer boar",
    "timber wood trees forest felled felling logging; forest forests woodland trees",
    "fell felled felling cut harvest logging; sawmill mill sawmills processing",
    "plant planted planting regrowth reforestation replant; river rivers stream streams brook bank",
    "path footpath trail walkers; fruit berries mushrooms gather picking picked; firewood fuel "
    "wood",
    "pesticide pesticides sprays chemicals herbicide; hedge hedges fence gate gates",
    "roof roofs walls structure building repair",
    "repair repairs mend maintain maintenance maintains upkeep fix",
    "improvement improvements builds plants upgrade; drain drains ditch; flood floods high water",
    "road roads highway highways street; bridge bridges crossing span",
    "ground rock soil geological borehole foundations; design drawing drawings plans engineering",
    "engineer engineers technician; build builds construct construction works erected",
    "works work construction; delay lateness late days; defect defects fault faults faulty "
    "warranty",
    "variation variations change changes modification; completion finished complete takes",
    "risk risks peril hazard; terminate termination end ended cancel convenience; price fixed lump "
    "sum",
    "steel cement materials; cable cables interconnector link line; electricity power megawatts "
    "grid",
    "grid network operator system; capacity auction auctioned traders; congestion rents bottleneck",
    "company enterprise firm joint venture; investment invest invested capital; route course path "
    "alignment",
    "fish fishing fishermen trawlers cod catches; seabed submarine undersea; regulator supervisor "
    "authority",
    "emergency crisis shortage; shortage scarcity lack; region regional neighbouring third "
    "countries",
    "join accede admitted accession enter; investor investors foreign",
    "expropriate expropriation taken taking nationalise property",
    "transfer transfers capital payments remittance sent; currency exchange payments balance",
    "local domestic content inputs locally; senior managers board directors; nationality residents "
    "citizens",
    "public interest purpose welfare; environment climate pollution pollute; health sanitary",
    "human rights dignity; licence licences permit concession; royalty royalties rent proceeds",
    "gas oil offshore; carbon credits emissions; airport flights flight traffic air",
    "missing disappeared persons; property owners claims land; exchange compensation return "
    "payment",
    "senate chamber house upper; federation federal union partnership confederation",
    "state states republic country; personality statehood recognition; presidency president head "
    "chosen",
    "currency crown money sole; donor donors fund conference; relocation resettlement moving "
    "displaced",
    "guarantor guarantee powers intervention; canal channel waterway navigation; ship ships vessel "
    "merchant",
    "navigation passage pass sail hindrance free; reactor nuclear power station; power station "
    "plant "
    "reactor",
    "embargo sanctions blockade restrictions; lift lifted relief ease removed",
    "assets property frozen holdings abroad; released unfrozen freed",
    "reconstruction rebuilding rebuilt restore; children minors deported carried",
    "prisoners captured captives fighters; fighters combatants soldiers rebels",
    "free freed release released liberated; weapon missile missiles rocket; range distance "
    "kilometres",
    "execution implementation carrying enforcement; breach breaches violation violate infringement",
    "punish punishes punished sanction; watch watches monitored supervise oversees",
    "commission committee body mixed joint; meets meeting session convene; bridge place venue",
    "data records telephone communications; retain retained stored storage kept keep; erase erased "
    "delete",
    "judge warrant court; suspicion suspect probable; train trains railway station stations",
    "animal animals livestock; garden orchard orchards vineyard; well wells water spring",
    "war acts hostilities; amnesty prosecuted nobody immunity",
    NULL,
};
