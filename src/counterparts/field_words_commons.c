// SPDX-License-Identifier: Apache-2.0
// Of what is shared: energy, water, fish, forests, mines, and bodies run together.
#include "counterparts/field_words.h"

#include <stddef.h>

const char *const commons_words[] = {
    "nuclear reactor atomic power plant station; coal lignite mine; gas pipeline lng oil "
    "petroleum fuel; wind turbine solar panel photovoltaic renewable hydro dam hydropower "
    "biomass geothermal; electricity power current grid line network transmission "
    "interconnector cable; battery storage hydrogen; heating heat pump boiler; price tariff "
    "bill; outage blackout supply shortage",
    "carbon co2 emission emissions greenhouse climate warming; tonne price tax certificate "
    "trading allowance; proceeds income revenue payback bonus dividend household; target "
    "reduce reduction neutral neutrality net zero; adapt adaptation flood drought",
    "permit permission approval licence authorise authorisation consent planning; procedure; "
    "land area set aside designate",
    "river lake water basin stream flow dam reservoir discharge release; irrigate irrigation "
    "canal; drink drinking wells well groundwater; flood; pollute pollution contaminate "
    "effluent sewage waste wastewater; fish fishing; hydrology gauge measure measurement "
    "data; season dry drought",
    "forest tree wood timber log logging woodland plantation reforestation; hunting game "
    "wildlife animal species habitat biodiversity nature reserve park protected conservation; "
    "poach poaching; fire",
    "fish fishing fishery catch quota stock species cod herring tuna; vessel boat trawler "
    "fleet net mesh gear; licence; observer; port landing; season closed; bycatch discard",
    "waste recycle recycling refuse landfill packaging plastic bottle deposit rubbish; "
    "hazardous toxic chemical substance; air quality dust smog",
    "farm organic pesticide soil fertiliser nitrate; animal welfare stable cage",
    "mine mining ore extraction quarry mineral concession lithium copper gold; royalty; "
    "exploration drill drilling well",
    "noise traffic speed limit motorway road car; public transport bus rail train railway "
    "track; bicycle cycle; electric vehicle charging; aviation flight airport",
    "building insulation efficiency efficient renovate retrofit saving save",
    "impact assessment environmental study; liability polluter damage remediation cleanup "
    "clean",
    "seabed marine ocean sea coast coastal shore; spill oil tanker; reef; whale",
    "sewer sanitation treatment plant; river commission joint authority",
    "river water flow release cubic metres second; dam reservoir fill filling; irrigation "
    "hectare canal; season dry drought; power share; data gauge exchange; commission; flood "
    "warning; pollution; fish ladder; navigation; dispute; compensation; minimum",
    "fishery quota tonne catch share; cod herring mackerel tuna; vessel licence boat number "
    "metre; zone mile coast; mesh net gear size; season closed spawning; observer satellite "
    "tracking electronic; landing port control; bycatch discard; fee access; science advice "
    "stock; fine penalty; local crew; processing",
    "forest timber cut fell felling harvest logging cubic; area hectare concession term "
    "years; royalty fee stumpage; plant replant seedling nursery tree; road camp; sawmill "
    "processing local export log; villagers inhabitants berries mushrooms firewood gather "
    "fruit pick; hunting; protected reserve stream strip buffer; fire; certificate; worker; "
    "school clinic; inspection guard; ends closing restore",
    "mine mining ore concession; royalty; shaft; water tailings dam; village relocation; jobs "
    "local; price; state share; closure rehabilitation; export smelter; explosives; truck "
    "road; dust",
    "pipeline gas oil transit tariff volume; investment; storage; metering; outage; force; "
    "law; environmental; ownership share; operator; guard",
    "cable submarine interconnector electricity megawatt mw capacity; cost shared borne; "
    "landing station coast; operation date commission; market price auction surplus "
    "congestion revenue income; regulator supervisor; repair fault outage; expansion second; "
    "third country join admitted; fishermen; permit environmental; operator company; "
    "contractor tender",
    "climate fund loss damage contribution donor; board seat; project; adaptation; report; "
    "carbon credits; forest",
    "wildlife park border ranger poaching elephant; tourist; corridor; compensation crop "
    "damage",
    "waste dump landfill incinerator; hazardous shipment; recycle quota; deposit bottle; "
    "producer",
    "spectrum orbit frequency; data; space",
    "seed gene plant variety bank; farmers; benefit sharing access",
    "lake shore beach tourism boat engine; sewage plant; swimming; reeds; level",
    "airport night flights noise; runway; terminal; slots; homes insulation window; "
    "measurement; compensation",
    "railway line station tunnel gauge; timetable; freight; ticket; track; signalling; delay",
    "port container terminal berth dredging; fee; operator; concession; customs",
    "cooperative member share entry leave; vote one; delivery obligation deliver grapes milk "
    "crop; price payment instalment; profit surplus reserve distribute dividend tank; board "
    "committee term elected; label brand name bottle; quality sugar premium; expulsion "
    "exclude; audit auditor; merge dissolve; meeting assembly notice quorum; cellar press",
    "club association statutes membership fee; board; treasurer; youth; rule; dissolve assets "
    "charity",
    "university partnership student exchange credit degree joint; fee; staff; research data "
    "publication; visa; dormitory",
    "hospital merger ward department; emergency; staff; bed; location; helicopter",
    "museum loan object painting artefact; insurance; return; exhibit; copy; catalogue",
    "theatre orchestra festival stage; rehearsal; fee; recording; premiere; travel",
    "film series rights broadcast; episode; royalty; credit; merchandising; sequel",
    "football club player transfer sponsor; stadium; ticket; revenue television; youth; "
    "doping",
    "vaccine medicine dose delivery price; patent licence; liability; donation; priority; "
    "storage cold",
    "software development source code maintenance availability; bug; release; data; audit; "
    "exit; escrow; hours; price",
    "building construction contract works price; ground soil rock foundation risk; completion "
    "days; delay damages liquidated penalty; advance guarantee retention; variation; defect "
    "period; insurance; access site; subcontractor; engineer; dispute board; termination; "
    "safety; weather flood strike",
    "consultancy study report; fee daily; expenses; deadline; key expert; ownership",
    "franchise brand fee royalty; territory; training; supply; shop design; termination",
    "supply agreement price volume quality delivery; forecast; rebate; tool; spare; audit; "
    "recall",
    "joint venture shares board director; capital call; deadlock; exit option buyout; "
    "dividend; noncompete; technology licence; manager",
    "inheritance heirs house farm; usufruct; share; painting; debt; sale",
    "neighbour hedge tree wall fence; height; distance; path; noise; cost",
    NULL,
};
