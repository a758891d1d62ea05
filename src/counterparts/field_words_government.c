// SPDX-License-Identifier: Apache-2.0
// Of government: offices, law, schools, health, families, migration, budgets.
#include "counterparts/field_words.h"

#include <stddef.h>

const char *const government_words[] = {
    "government cabinet executive administration ministry minister; coalition partner "
    "alliance; prime minister chancellor premier head; portfolio department; opposition; "
    "president presidency",
    "parliament assembly legislature congress chamber house senate diet deputy member mp "
    "lower upper; bill law act legislation statute; committee; vote voting majority quorum; "
    "dissolve dissolution; immunity",
    "coalition committee round leaders chairpersons meet meeting; vote together conscience "
    "majority changing; dispute conflict settle",
    "constitution constitutional amendment amend; basic right rights freedom liberty; court "
    "judge judiciary judicial supreme; independence; appoint appointment nominate nomination",
    "police officer crime criminal camera video surveillance security; ombudsman complaint; "
    "prison sentence punishment penalty; gun weapon; drug cannabis; terrorism extremist",
    "asylum refugee migrant migration immigration immigrant flee; application procedure "
    "examine decide; border; deport deportation reject rejected expel removal; integrate "
    "integration naturalise naturalisation citizenship; visa skilled worker labour "
    "employment; family reunification",
    "voting age young youth vote; election electoral threshold seat constituency ballot",
    "pension retire retirement age; contribution deduction; old elderly senior",
    "family child children parent kid; benefit allowance income; kindergarten nursery daycare "
    "preschool crèche childcare; adoption marriage",
    "health hospital clinic bed doctor physician nurse nursing patient care; insurance "
    "contribution; medicine drug pharmacy; rural countryside; mental; vaccination; ward "
    "surgery",
    "school pupil student teacher class lesson education; university study tuition fee grant "
    "scholarship; language speech test therapist; kindergarten; curriculum; digital tablet; "
    "vocational apprentice",
    "housing rent tenant flat apartment dwelling home; build construct construction; social; "
    "land; cap brake; owner",
    "army military defence service conscription compulsory voluntary soldier; spending cost "
    "expenditure output gdp product",
    "bureaucracy red tape reporting paperwork duty obligation simplify form; digital online "
    "office authority; company business firm",
    "region municipality city local council mayor; autonomy decentralise competence power "
    "devolve; finance transfer; language",
    "media broadcaster broadcasting press journalist public; freedom independent; licence fee",
    "culture museum theatre library art heritage; sport stadium; church religion",
    "transparency lobby register donation party financing; corruption anticorruption "
    "integrity; asset declaration; whistleblower; access information",
    "foreign policy union europe treaty; development aid; arms export; sanction",
    "data protection privacy internet broadband fibre network mobile; artificial intelligence "
    "algorithm; cyber",
    "transport railway train track road motorway bridge tunnel; ticket fare; toll; airport; "
    "speed",
    "gender women equality quota; lgbt; violence",
    "animal welfare; consumer protection; food",
    "civil servant official public employee; salary; reform; merit; appointment",
    "member membership join admission admit accession leave withdraw exit expel expulsion; "
    "dues fee subscription contribution; assembly general meeting; board chair treasurer "
    "committee; statute bylaw rule; quorum vote; dissolve dissolution liquidation assets",
    "school full allday afternoon care; free meal lunch; place right child kindergarten "
    "nursery; class size pupils teacher; tablet phone mobile laptop; mark grade report; "
    "religion ethics instruction; language test; special needs inclusion; textbook; private; "
    "transport bus; building renovate toilet; teacher shortage training",
    "university fee tuition grant loan scholarship student; research; dormitory; professor",
    "police officer post strength number; camera video surveillance body; knife weapon ban "
    "zone; stop search; badge identification; ombudsman complaint; drone; telephone data "
    "retention store months judge; facial recognition; prison sentence; youth offender; hate "
    "crime; emergency; volunteer fire",
    "hospital bed small clinic rural doctor; emergency helicopter; nurse; waiting time; "
    "insurance; dental; midwife; pharmacy; vaccination; prevention; sugar tax; tobacco "
    "alcohol cannabis; euthanasia; abortion",
    "pension age retire years contributions; supplement minimum; civil servants selfemployed; "
    "fund capital; widow",
    "family child benefit allowance; parental; marriage adoption; poverty basic; single; "
    "kindergarten",
    "tax income profit corporate company wealth inheritance fortune; rate percent; threshold; "
    "evasion; value added; real estate land; digital giants; cut rise",
    "budget debt deficit brake borrow borrowing new; invest investment exempt; surplus "
    "reserve; subsidy; fund special",
    "rent housing flat build new homes; cap brake; land; social; heating; vacancy; shortterm "
    "tourist; buyer",
    "climate neutral neutrality coal exit; nuclear reactor plant; wind solar distance metres; "
    "carbon price; heating ban boiler gas oil; renovate building; electric car combustion "
    "engine; speed limit; rail train bus ticket; road motorway build; flight airport night; "
    "bicycle",
    "farm farmer pesticide organic animal stable; meat label; wolf; fertiliser; soil; forest; "
    "water",
    "asylum refugee migration border; deport; benefits card; work permit; family; integrate "
    "language course; citizenship passport years; skilled worker visa",
    "army defence military spending; conscription service compulsory; arms export; mission "
    "abroad; cyber; veteran",
    "europe union treaty currency euro enlargement; veto majority; development aid; "
    "neutrality",
    "vote voting age young; referendum popular petition; parliament size seats; term; "
    "donation lobby; women parity; mayor",
    "media broadcast fee; internet platform hate; press subsidy; culture museum film; sport "
    "stadium olympic; church; sunday shops opening",
    "digital fibre broadband mobile network; authority online; identity card; artificial "
    "intelligence; data",
    "region municipality district merge reform; finance; village shop post; bank branch; bus",
    "coalition committee meet; vote together; conflict conscience; ministries ministry "
    "portfolio distribution; speaker; commissioner; term agreement review half",
    "worker wage minimum; bargaining tender law public contract; hours; platform; strike; "
    "unemployment benefit allowance insurance; apprentice",
    "business bureaucracy form permit startup; shop hours; craft master; insolvency; "
    "competition; rail post privatise sale state share",
    "consumer price electricity food; bank fee; repair right; insurance; ticket",
    "justice court judge prosecutor independent; speed; legal aid; video hearing; victims",
    NULL,
};
