// SPDX-License-Identifier: Apache-2.0
// Of trade: tariffs, origin, customs, standards, services, investment, disputes.
#include "counterparts/field_words.h"

#include <stddef.h>

const char *const trade_words[] = {
    "tariff duty duties customs levy toll; eliminate abolish remove elimination abolition "
    "dismantle phase disappear zero reduction reduce cut lower; quota allowance contingent; "
    "import importer importation; export exporter exportation; surcharge tax",
    "goods product commodity merchandise article ware; industrial manufactured industry "
    "manufacture factory; machinery machine equipment appliance electronics; car vehicle "
    "automobile motor; steel iron metal aluminium; textile clothing garment fabric footwear "
    "cotton",
    "agriculture agricultural farm farming farmer rural; sugar maize corn rice wheat cereal "
    "grain barley; beef meat poultry chicken pork lamb cattle livestock pig; dairy milk "
    "butter cheese powder; fruit vegetable flower perishable fresh banana citrus; wine spirit "
    "ham geographical indication origin name appellation; seed fertiliser pesticide",
    "origin originating originate content added local; certificate certify proof declaration "
    "invoice exporter; cumulation value",
    "customs clearance release border arrival; perishable fresh; advance ruling; valuation "
    "document paperwork electronic single window; transit; broker",
    "standard technical regulation norm specification; conformity test testing laboratory "
    "accredited accreditation certification assessment; recognise recognition mutual "
    "equivalence equivalent; label labelling packaging mark",
    "sanitary phytosanitary veterinary plant animal health disease pest quarantine outbreak "
    "epidemic contamination; scientific science evidence risk; regionalisation inspection; "
    "food safety hygiene residue",
    "safeguard injury harm surge sudden flood increase threat; infant domestic industry; "
    "antidumping dumping; countervail countervailing subsidy subsidies subsidise aid support "
    "grant; notify notification transparency",
    "service services supplier provider; licence license licensing permit authorisation "
    "qualification; bank banking insurance financial insurer; telecommunication telecom "
    "network operator roaming; engineer architect lawyer professional accountant profession; "
    "transport shipping aviation logistics; tourism hotel tourist travel; consultant",
    "invest investment investor capital establishment; expropriate expropriation nationalise "
    "nationalisation taking confiscation; treatment national favoured discrimination "
    "discriminate; transfer payment repatriate profit dividend convertible currency; dispute "
    "arbitration claim",
    "procurement tender bid bidder purchase contract public award; threshold value; supplier",
    "intellectual property patent copyright trademark design invention inventor author; "
    "counterfeit piracy infringement enforcement; generic medicine data exclusivity; royalty "
    "licence",
    "digital electronic commerce online internet website; data information personal privacy "
    "transfer flow localisation server storage; source code algorithm software encryption; "
    "signature authentication; consumer spam",
    "raw material ore timber hide log mineral; export restriction tax limit ban; shortage "
    "critical; processing",
    "labour labor worker child forced union; environment environmental forest climate; "
    "sustainable sustainability development",
    "small medium enterprise sme firm company business; training help assistance capacity "
    "technical cooperation; women gender",
    "competition monopoly cartel antitrust merger dominant anticompetitive; stateowned "
    "enterprise",
    "committee council board body commission; meet convene annual yearly gather session; "
    "supervise oversee administer look",
    "dispute settlement panel arbitrator arbitration tribunal consultation; ruling report "
    "award decision; retaliation suspension concession compensation",
    "exception security morals health treasure; balance payments crisis",
    "entry force ratification ratify; terminate termination notice denounce denunciation; "
    "amend amendment review revise revision; accession",
    "price cost value; tonne ton quantity volume weight",
    "tariff duty customs levy; farm agricultural agriculture; step stage yearly annual; fall "
    "reduce lower cut decrease phase; zero free exempt abolish",
    "sensitive product excluded exclude exempt exception outside list; sugar rice milk dairy "
    "beef; review",
    "beef bovine meat veal cattle herd; pork pig swine; poultry chicken hen egg; mutton lamb "
    "sheep; quota tonnes; hormone antibiotic",
    "car automobile vehicle motor bus truck lorry; tyre part component; shoe footwear "
    "leather; furniture toy; steel",
    "fish seafood salmon shrimp cod tuna herring; vessel flag crew; catch landed; processing "
    "cannery",
    "wine spirit beer whisky vodka brandy; cheese ham sausage butter; name geographical "
    "indication term label protected; generic common",
    "banana sugar coffee cocoa tea; smallholder; preference",
    "origin originate local content value added regional; percentage threshold; assembly "
    "processed; certificate declaration; verification; cumulation neighbour",
    "border clearance customs release; hours days; single window electronic; fee; authorised "
    "trader; perishable priority; weekend",
    "laboratory test conformity certificate accredited; accept recognise duplicate repeat; "
    "toy machine electrical medicine device; mark",
    "food hygiene plant veterinary sanitary; risk science international; region zone; disease "
    "fever flu outbreak pest; suspend import; audit",
    "safeguard surge flood sudden serious injury; infant; restore duty; years; compensation",
    "dumping price margin injury lesser; investigation; undertaking",
    "subsidy support aid grant; export; fishery fuel; notify transparency; prohibit",
    "service supply crossborder commercial presence mode; engineer nurse accountant; visa "
    "stay entry temporary business visitor; months",
    "professional qualification diploma degree licence recognition; lawyer architect doctor "
    "nurse engineer",
    "bank insurance branch subsidiary financial; prudential; capital; payment",
    "telecom mobile roaming network number portability; interconnection; licence spectrum",
    "road haulage lorry truck driver permit cabotage; railway; flight airline slot freedom; "
    "shipping feeder coastal",
    "government procurement tender bid; municipality central; threshold; local supplier "
    "preference setaside small",
    "patent medicine drug years term extension; generic compulsory; copyright life author "
    "years; trademark; trade secret; plant variety seed farmer save",
    "data flow store local server cloud; privacy; spam; source code; electronic signature "
    "contract; customs duty download",
    "investor expropriation compensation prompt adequate; tribunal court claim arbitration; "
    "cooling; transfer; performance requirement; local staff manager",
    "state enterprise monopoly commercial consideration; subsidised; transparency",
    "worker labour union association child forced minimum age; inspection; violation; "
    "sanction",
    "climate paris emission carbon border; forest deforestation; wildlife timber illegal; "
    "fishing illegal; fund; sustainable",
    "energy electricity gas raw critical mineral lithium; export licence price dual; "
    "stockpile; storage; pipeline access",
    "development cooperation technical assistance training capacity; fund; least developed; "
    "laboratory",
    "women small enterprise sme; contact point; website; indigenous",
    "committee council meet annual; subcommittee; amend annex; civil society forum",
    "consultation panel arbitrator report days; compliance retaliation suspend; mediator; "
    "public hearing; secretariat",
    "entry force months ratification; provisional application; withdrawal notice months; "
    "accession third; review five years",
    "regional zone free port warehouse; traveller allowance; sample; repair return temporary "
    "admission",
    "alcohol tobacco cigarettes; gambling; pharmaceutical device; cosmetics",
    "rice maize corn soy wheat feed; seed; genetically modified gmo biotech; trace approval",
    "textile yarn fabric clothing garment; secondhand used; leather hide skin",
    "price band minimum entry; seasonal season; licence importer auction firstcome historic",
    NULL,
};
