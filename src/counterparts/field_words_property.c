// SPDX-License-Identifier: Apache-2.0
// Of letting: premises, rent, repairs, deposits, farmland, machines.
#include "counterparts/field_words.h"

#include <stddef.h>

const char *const property_words[] = {
    "premises space rooms room floor ground building house office shop flat apartment "
    "property area unit site hall; cellar basement storage attic storeroom; yard garden "
    "courtyard terrace parking car garage; square metre surface; use bakery café restaurant "
    "workshop shop store trade business purpose run",
    "term duration run period begin commence start length last; renew renewal prolong "
    "prolongation extend extension option; expire expiry end; notice terminate termination "
    "cancel cancellation give leave quit break",
    "rent rental lease pay payment payable due price fee instalment monthly amount; advance "
    "month; free fitting fitout; index indexation adjust adjustment inflation consumer price "
    "increase rise escalate review; value added tax vat",
    "service charge running operating cost utility utilities heating heat water waste refuse "
    "garbage cleaning electricity gas meter consumption; advance account prepayment",
    "deposit security guarantee bank surety bond savings collateral pledge caution; moving "
    "return refund",
    "late arrears overdue unpaid delay default delayed owe; interest penalty reminder",
    "repair maintain maintenance upkeep fix defect wear order condition roof wall pipe window "
    "wiring; small minor; painting decorate redecorate paint",
    "alter alteration rebuild structural change conversion modify modification fixture "
    "fitting refit renovate renovation; restore former state remove reinstate; consent "
    "approval written permission",
    "noise quiet disturb disturbance hour time opening delivery van morning night evening",
    "sublet subtenant subletting sublease assign assignment pass transfer; consent refuse",
    "insurance insure insured cover liability fire premium policy; damage accident",
    "access enter inspect inspection visit viewing announce; key",
    "sale sell sold buyer purchase purchaser acquire new owner; preemption refusal first",
    "compete competition competing competitor exclusivity exclusive another same trade",
    "landlord lessor owner proprietor letter; tenant lessee renter occupier occupant",
    "sign signage signboard board facade advertising lettering nameplate; pet animal dog; "
    "smoke smoking",
    "handover hand vacate clear return keys inventory",
    "court jurisdiction dispute mediation mediator chamber arbitration judge",
    "farm field meadow pasture acre hectare land soil; harvest crop sow plough; livestock "
    "cattle herd; barn stable; hunting hunt game; irrigation water well; manure fertiliser",
    "broker agent commission estate; register registry land notary",
    "furniture furnishing equipment kitchen oven appliance machine; ventilation lift elevator "
    "stairs",
    "hotel guest bed inn campsite; machine hire leasing vehicle equipment crane",
    "area size measure measured square metre surface floor space; staircase stairs corridor; "
    "ground upper storey first third; part",
    "office desk reception meeting; shop retail store sales; restaurant kitchen café bar; "
    "warehouse storage depot; workshop studio; practice surgery; flat apartment dwelling",
    "start begin commence hand over keys handover; ready completed lift elevator; delay; end",
    "option extend renewal prolong further years; letter notice; automatically tacit; unless "
    "object",
    "break early terminate leave quit; sales turnover; penalty; successor",
    "rent monthly month quarter quarterly; square metre per; due advance working day; net "
    "gross tax vat; step stepped staggered; turnover percentage; free period fit",
    "index indexed inflation cost living; cap ceiling; review market every; upward; adjust "
    "rise increase",
    "heating heat water sewage waste cleaning caretaker janitor snow garden lift electricity; "
    "cost share key floor meter; advance account statement settle yearly; administration",
    "deposit guarantee bond security months savings; interest; return; bank parent",
    "default arrears late overdue; interest per cent; reminder; terminate",
    "repair maintenance wear replace boiler pipe window roof facade wall; small minor up; "
    "yearly cap; emergency; landlord owner tenant; hidden defect",
    "paint repaint redecorate decoration wallpaper wall floor carpet; every years; end leave "
    "swept clean broom",
    "alter rebuild convert partition wall fixture installation; consent; remove restore "
    "reinstate; value compensate",
    "sign signage name plate logo lettering advert advertising facade roof entrance window "
    "neon",
    "noise quiet hour early morning night music; smell; delivery lorry van; neighbour "
    "complaint",
    "sublet subtenant pass share desk assign successor group affiliate; consent refuse "
    "reason; surcharge",
    "view visit show inspect enter access viewing prospective buyer; warning notice announce "
    "day hour; emergency; last months",
    "insurance fire water glass liability; owner; premium; cover sum",
    "sale buyer purchaser bound continue; first refusal preemption offer",
    "competition same trade exclusive another; building neighbouring street",
    "air conditioning cooling temperature degree ventilation heat; energy certificate; solar "
    "panel charging",
    "parking space car bicycle garage; number; fee",
    "pet dog cat; smoking; barbecue; laundry; balcony",
    "furniture furnished inventory; kitchen appliance fridge stove; replace",
    "court place law; mediation expert; costs",
    "farmland hectare field arable meadow pasture grazing; rent harvest; lease years; crop "
    "rotation; manure slurry pesticide spray chemical herbicide poison; hedge tree; drainage "
    "ditch; drought hail waive reduction; cow cattle dairy herd sheep goat animal head "
    "livestock keep; hunting hunt shooting game deer boar; timber wood; barn stable farmhouse "
    "building; successor son daughter heir; improvement plant build value compensation; quota "
    "subsidy premium",
    "boat mooring berth harbour marina; storage winter; machine rental hire operator fuel; "
    "vehicle mileage; return damage",
    "hotel manager operator management fee; room refurbish; brand; occupancy",
    "stall market booth fair stand; licence; day; cleaning",
    "garden allotment plot hut; hedge; association",
    "bridge access road easement pipe cable; path; width; maintain; snow",
    NULL,
};
