// SPDX-License-Identifier: Apache-2.0
// Of work: pay, hours, leave, dismissal, safety, pensions, councils.
#include "counterparts/field_words.h"

#include <stddef.h>

const char *const labour_words[] = {
    "wage salary pay remuneration earnings earn income; minimum floor statutory; rise "
    "increase raise percent; bonus premium allowance supplement gratuity thirteenth; tariff "
    "scale grade band classification",
    "hours working week time shift roster schedule; overtime extra; night sunday weekend "
    "holiday; rest break pause; flexible flexitime; remote home office telework teleworking",
    "holiday leave vacation annual; sick sickness illness ill; parental maternity paternity "
    "birth parent mother father child; unpaid sabbatical; carer care",
    "dismiss dismissal redundancy redundant layoff fire terminate severance notice job loss; "
    "probation trial; fixed temporary permanent contract; agency hired outsource outsourcing "
    "subcontract; plant closure closing site relocation; transfer",
    "union trade works council representative delegate shop steward staff; strike lockout "
    "industrial action walkout; bargain bargaining collective; dues; peace",
    "health safety accident protective clothing injury hazard danger; doctor medical "
    "examination; noise dust heat; stress harassment bullying mobbing",
    "train training apprentice apprenticeship qualification course education learn skill; "
    "promotion career",
    "pension retirement retire old age; early; fund contribution deduction; insurance social "
    "security",
    "equal equality women men gender sex discrimination; disabled disability handicap; "
    "parttime; minority quota",
    "employer company management firm enterprise; employee worker staff workforce personnel "
    "labour employed; job post position vacancy employment work",
    "canteen meal lunch food; travel commuting transport ticket bus; uniform clothing; "
    "childcare nursery kindergarten crèche",
    "grievance complaint dispute arbitration conciliation; disciplinary warning",
    "data monitoring camera surveillance privacy; email phone",
    "duration validity valid expire; retroactive",
    "farm seasonal worker harvest picker; domestic worker household; seafarer crew seaman "
    "sailor",
    "pay wage salary wages money income remuneration; rise increase raise goes up percent; "
    "flat lump sum once; minimum amount; term months validity binding; retroactive from",
    "hours week weekly working full time; reduce shorter; same pay money; account flexible; "
    "overtime surcharge supplement compensation off",
    "shift roster schedule duty rota plan; publish ahead weeks month fixed; change consent; "
    "swap; called in step free day off; double",
    "night sunday holiday weekend supplement surcharge extra percent; oncall standby; hot "
    "meal",
    "break rest pause; minutes; paid; uninterrupted",
    "holiday vacation leave days annual; extra; carry over; shift workers age",
    "sick illness sickness certificate doctor day; pay continue weeks; return",
    "parental birth mother father child leave; care relative; nursery daycare place; part "
    "time return",
    "training course further education seminar qualification learn; days paid; spare; cost; "
    "apprentice trainee; take over permanent",
    "staff staffing level ratio minimum number; ward patient nurse; relief; penalty; "
    "temporary agency",
    "fixed term temporary permanent contract; agency hired; months; equal pay; outsourcing "
    "outsource contractor; probation",
    "dismiss dismissal layoff redundancy protect exclude secure job; age years service; "
    "severance; site closure; transfer company",
    "home office remote telework mobile; equipment; days; reachability unreachable; cost",
    "protective clothing shoes equipment safety; stress load lift aid; doctor; violence "
    "assault; heat temperature",
    "bonus allowance danger hazard; thirteenth christmas; profit share; shares; travel ticket "
    "bus train commute; meal canteen; parking; housing flat dormitory",
    "pension company retirement old; contribution; early partial",
    "works council union representative delegate; time off; notice board office; access; "
    "consultation; strike peace; secret",
    "equal women men pay gap; harassment; disabled; quota; foreign language",
    "digital new technology robot software; monitoring control camera data; training; jobs",
    "job grade group classification; promotion; experience years; bonus skill",
    "arbitration conciliation dispute complaint; committee joint; warning file delete",
    "teacher lesson pupil class; bus driver rest; pilot cabin crew flight; sailor seafarer "
    "ship; miner; police officer; fire fighter",
    "freelance artist platform rider courier; algorithm; account; insurance",
    "farm harvest picker seasonal; accommodation lodging; heat; piece rate",
    NULL,
};
