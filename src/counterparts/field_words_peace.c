// SPDX-License-Identifier: Apache-2.0
// Of war and its end: arms, prisoners, territory, monitoring, rebuilding.
#include "counterparts/field_words.h"

#include <stddef.h>

const char *const peace_words[] = {
    "ceasefire truce armistice cessation pause lull; fire fight shoot firing gunfire combat "
    "hostilities shelling bombardment battle clash; stop cease halt end silence quiet; war "
    "conflict warfare; provocation incident skirmish escalation",
    "ceasefire enter force signature effective start begin moment immediately noon midnight "
    "hour commence commencement",
    "army troops soldiers forces military servicemen personnel armed contingent regiment "
    "battalion brigade unit men strength; conscript conscription draft compulsory recruit "
    "recruitment enlist volunteer voluntary mobilise mobilisation service; officer commander "
    "general staff rank command; militia paramilitary irregular fighter combatant guerrilla "
    "rebel insurgent brigade volunteer faction; defence defense military",
    "withdraw withdrawal pull pullback pullout retreat evacuate vacate leave depart redeploy "
    "redeployment disengage disengagement return barracks; advance occupy hold position place "
    "freeze remain stay",
    "weapon arms armament artillery gun cannon mortar howitzer tank missile rocket launcher "
    "calibre munition ammunition warhead; heavy; storage depot store cantonment warehouse "
    "arsenal stockpile; mine minefield demining explosive clearance unexploded ordnance bomb "
    "cluster; disarm disarmament demobilise demobilisation decommission surrender collect "
    "handover; drone unmanned uav; aircraft plane jet helicopter fighter bomber warplane "
    "aviation airspace flight sky overflight; ship vessel navy naval fleet warship boat",
    "neutral neutrality alliance nato bloc pact league coalition nonaligned; member "
    "membership join joining accede accession admission admit entry enlargement enlarge "
    "expand expansion candidate candidacy; foreign troops base station host stationing deploy "
    "deployment",
    "guarantee assurance assure safeguard pledge guarantor warranty commitment; attack "
    "aggression assault invade invasion incursion offensive aggressor nonaggression; "
    "assistance mutual collective defence response retaliate retaliation; deter deterrent "
    "deterrence",
    "sovereign sovereignty independence independent statehood integrity freedom; recognise "
    "recognition acknowledge respect; neighbour neighbouring adjacent",
    "territory region province district oblast area land soil zone; border frontier boundary "
    "line contact front demarcation separation delimitation dividing; occupy occupation annex "
    "annexation seize conquer conquest acquire; buffer demilitarised corridor strip; map "
    "survey cartographic chart; autonomy autonomous selfrule selfgovernment decentralisation "
    "devolution federal; status final future; village town settlement municipality hamlet",
    "monitor monitoring observe observer observation verify verification supervise "
    "supervision inspect inspection inspector check oversee oversight control patrol; mission "
    "commission committee mechanism council body centre; report reporting record publish; "
    "satellite sensor camera surveillance technology radar; breach violation violate infringe "
    "infringement incident contravene; investigate investigation inquiry enquiry probe "
    "examine",
    "peacekeeper peacekeeping blue helmet multinational contingent stabilisation",
    "prisoner captive detainee hostage pow internee held holding detain detention captivity "
    "jail imprison custody; exchange swap release free liberate liberation; wounded injured "
    "sick ill; body remains dead deceased fallen corpse grave burial mortal; missing "
    "disappeared trace whereabouts search; list name register roster",
    "child children minor underage youth orphan deported abducted kidnapped; family relative "
    "kin parent reunite reunification reunion",
    "refugee displaced evacuee returnee idp expelled asylum exile; return go home homecoming "
    "resettle resettlement repatriate repatriation; house home property dwelling land "
    "possession restitution",
    "humanitarian relief aid assistance; convoy column truck lorry delivery shipment; food "
    "flour grain medicine medical drug blanket water shelter; access passage corridor road "
    "route crossing checkpoint; hospital clinic doctor nurse ambulance medic",
    "civilian population inhabitant resident noncombatant; hospital school market mosque "
    "church temple worship clinic classroom; protect protection spare target",
    "amnesty pardon immunity clemency impunity forgive; prosecute prosecution trial try "
    "tribunal court justice accountability punish crime atrocity criminal offence perpetrator "
    "war; victim survivor sufferer redress reparation truth reconciliation; investigation "
    "evidence",
    "reconcile reconciliation forgive dialogue healing truth memory commemorate memorial; "
    "hatred incite incitement propaganda hate speech broadcast; tolerance understanding "
    "coexistence discrimination prejudice",
    "election vote poll ballot suffrage electoral elect voter electorate; referendum "
    "plebiscite; candidate party campaign; observer commission electoral; parliament assembly "
    "legislature chamber; president presidency",
    "rebuild reconstruct reconstruction rehabilitation restore restoration repair renewal "
    "recovery renovate; compensate compensation damage reparation indemnity loss harm; frozen "
    "freeze blocked immobilised asset fund reserve holding; infrastructure town city housing; "
    "invest investment fund programme package; donor conference pledge",
    "sanction embargo restriction restrictive measure penalty blockade; lift lifting ease "
    "easing suspend relax remove relief gradual phased stage step; snapback reimpose restore "
    "automatic reinstate; summit group club readmission return global economy",
    "nuclear atomic reactor plant station power; electricity energy current output grid "
    "supply; agency safety safeguard supervision; weapon warhead nonproliferation npt "
    "disarmament treaty nonnuclear",
    "river navigate navigation vessel shipping ship boat sail; sea harbour port maritime "
    "strait coast; grain cereal export wheat; free passage hindrance obstruct unimpeded",
    "peace settlement treaty accord reconciliation peaceful; council board chaired headed "
    "president chairman; implementation fulfilment compliance execution observance; legally "
    "binding obligatory",
    "negotiate negotiation talk talks dialogue consult consultation discussion conference "
    "round; mediator mediation facilitator broker host venue; hotline telephone line phone "
    "contact liaison channel communication radio; diplomat embassy ambassador diplomatic "
    "consul consular envoy; normalise normalisation relations ties",
    "language tongue linguistic bilingual; minority ethnic community nationality indigenous; "
    "religion religious faith belief church clergy; culture cultural heritage monument; "
    "school education curriculum textbook teach; media press broadcast newspaper television "
    "journalist news",
    "police gendarmerie policing constable officer security; intelligence secret service; "
    "rule law order; integrate integration vetting reform",
    "sovereign waters airspace overflight; island archipelago isle islet reef rock; fishing "
    "fishery fisherman catch; seabed shelf continental offshore",
    "humiliation flag emblem anthem symbol; capital seat; citizenship passport nationality "
    "identity document",
    "oil gas revenue wealth resource share sharing natural; mineral ore mine mining",
    "nonaggression aggression attack invade invasion assault force threat; abstain refrain "
    "renounce renunciation; pact treaty accord vow promise oath",
    "hotline telephone phone line channel link radio contact; staff commander headquarters "
    "chief general officer liaison",
    "settlers settlement colonist colony newcomer; stay remain leave relocate relocation; "
    "mainland home",
    "garrison contingent troop regiment barracks camp post; level strength ceiling number "
    "size cap; motherland foreign guarantor power",
    "guarantor guarantee power treaty intervention intervene unilateral; observer flag",
    "federation confederation federal union unitary partnership state republic canton entity; "
    "sovereignty personality single; equal equality parity rotate rotation rotating turn "
    "presidency vice",
    "referendum plebiscite vote ballot consult people approve; simultaneous separate north "
    "south",
    "missing disappeared persons fate exhumation exhume remains identify dna; committee "
    "bureau commission",
    "militia guard brigade homeguard unit fighters regional local; dissolve dissolution "
    "integrate merge incorporate register",
    "salary wages pension treasury budget payroll arrears; teacher doctor civil servant "
    "official public employee",
    "seaport harbour port airport terminal runway; reopen open unblock blockade siege "
    "encircle encirclement",
    "airspace flight fly aircraft plane helicopter drone; ban nofly forbid close open civil",
    "sniper trench fortification fortify bunker checkpoint roadblock barrier obstacle wall "
    "fence; dismantle remove",
    "mine minefield landmine bomb shell unexploded; clear clearance demining deminer sweep "
    "mark marking; team squad; road field orchard forest wood highway; map chart log; victim "
    "injured amputee prosthesis; dog",
    "safe passage escort corridor convoy exit evacuate evacuation; wounded civilian besieged",
    "curfew lockdown martial emergency law; lift",
    "dead fallen corpse body remains burial grave bury funeral; relative kin family; cemetery "
    "monument",
    "hostage kidnapped abducted captive; ransom; release free",
    "propaganda broadcast hate incite rhetoric insult language media; stop end moderate; "
    "school textbook history",
    "dam reservoir hydropower plant waterworks pump pumping well pipeline water supply; power "
    "line substation grid electricity transformer; repair restore technician engineer crew; "
    "target attack spare",
    "bank cash banknote currency crown money; transfer remittance; customs tax revenue share",
    "pilgrim pilgrimage shrine holy sanctuary monastery temple mosque synagogue church "
    "cathedral; visit worship prayer access; custody keeper",
    "capital city town seat quarter; divide share open; administer municipality",
    "president leader head summit meeting; sign signature signing ceremony; witness "
    "depositary",
    "observer monitor inspector verifier; officer unarmed civilian; weekly report monthly "
    "daily; access freedom movement; drone camera satellite; base office",
    "violation breach incident complaint accusation; investigate examine inquiry; measures "
    "consequence response; arbitrate",
    "void null invalid lapse collapse terminate; condition depend",
    "extend prolong renew renewal; months; automatically tacit; written consent",
    "islet island rock reef; lighthouse; fishermen; patrol coastguard",
    "smuggling smuggle contraband trafficking illegal traffic; border guard customs police "
    "cooperation; mercenary foreign fighter",
    "return displaced refugee home village; voluntary safe dignity; house field property "
    "land; compensation rebuild",
    "disarm weapon collect hand over surrender; storage container seal; heavy light; calendar "
    "phase; pension stipend job training reintegration veteran excombatant combatant",
    "amnesty pardon release sentence prisoner political; except exception grave crime "
    "genocide torture rape; lustration",
    "truth commission archives open file document; apology apologise regret; memorial day",
    "constitution draft new assembly constituent; autonomy statute special; language "
    "official; flag",
    "parliament seat reserved quota minority; veto vital interest community",
    "police mixed multiethnic local; reform train training; recruit; station; judge court "
    "mixed",
    "election held elect polls vote ballot; early snap date day; supervise observer; register "
    "list; diaspora refugee abroad",
    "transitional interim caretaker provisional government administration authority council; "
    "technocrat; mandate",
    "trade economic commerce cooperation open; border market; railway road bridge pipeline; "
    "power gas",
    "donor fund reconstruction money billion; trust; contribute; priority project; frozen "
    "assets interest; damages register claims",
    "fleet ship frigate submarine coastguard navy; passage innocent transit strait; number "
    "tonnage; port visit",
    "exercise manoeuvre drill notify notification advance; limit size; observer invite",
    "missile range kilometre launcher warhead; test; destroy dismantle; inspector",
    "uranium enrich enrichment centrifuge reactor plutonium; percent level stockpile; "
    "inspection agency access; reprocess; fuel; suspend",
    "chemical biological weapon stockpile destroy; laboratory",
    "cyber attack hack network infrastructure; sabotage; election interference",
    "space satellite debris orbit",
    "grain wheat corn cereal fertiliser ammonia export; corridor ship port; inspection; "
    "insurance",
    "gas transit pipeline storage flow cubic; tariff; contract",
    "historic heritage artefact museum artwork looted; return restitution",
    NULL,
};
