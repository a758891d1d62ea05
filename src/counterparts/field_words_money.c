// SPDX-License-Identifier: Apache-2.0
// Of money and contracts: loans, taxes, shares, supply, liability, licences.
#include "counterparts/field_words.h"

#include <stddef.h>

const char *const money_words[] = {
    "loan credit lend borrow lending borrower lender facility debt; principal amount sum; "
    "tranche disburse disbursement drawdown draw instalment; repay repayment amortise "
    "redemption maturity due; grace; prepay early",
    "interest rate margin percent coupon; fee commission charge cost; currency exchange",
    "debt borrowing deficit brake budget fiscal spending expenditure public; restructure "
    "haircut writeoff relief reschedule creditor; bond bondholder",
    "tax taxation levy duty revenue; corporate company profit corporation; income; wealth "
    "fortune inheritance estate property; value added vat sales; evasion avoid haven "
    "loophole; deduct deduction exemption exempt allowance; collect",
    "bank central deposit; supervision regulator; capital requirement; insolvency bankrupt "
    "bankruptcy resolution",
    "share stock shareholder equity stake ownership capital dividend; acquisition merger "
    "takeover purchase; board director seat; valuation value price; voting; founder",
    "audit auditor account accounting accounts book report; transparency disclose disclosure; "
    "fraud corruption bribery bribe money laundering",
    "invest investment fund financing finance capital contribution grant money; guarantee "
    "collateral security mortgage pledge; project",
    "budget allocation appropriation money spend; contribution pay share assess",
    "privatise privatisation sell sale state enterprise company; subsidy subsidise",
    "price inflation cost; monetary; pension fund insurance",
    "covenant default event breach acceleration; condition precedent; reform programme "
    "conditionality",
    "donor aid development assistance grant; poverty poor",
    "deliver delivery supply shipment dispatch handover; late delay penalty; acceptance "
    "accept test inspection; defect faulty warranty guarantee fault repair replace "
    "replacement; order quantity; transport carriage freight packaging",
    "price fee remuneration payment pay invoice instalment; advance; discount; currency; "
    "expenses travel cost; hourly rate",
    "confidential confidentiality secret secrecy disclose disclosure nda; data personal "
    "protection; publicity press",
    "liability liable damages cap limit negligence; indemnify indemnity; insurance; force "
    "majeure disaster strike flood",
    "terminate termination cancel notice expire; breach cause; insolvency; consequence",
    "licence license software source code copyright intellectual property; user seat; "
    "maintenance support update upgrade; availability uptime downtime; response service level "
    "hotline; subcontract subcontractor; backup server hosting cloud",
    "exclusive exclusivity territory distributor agent agency sales; commission; minimum "
    "purchase target turnover; noncompete competition competing; brand trademark advertising "
    "marketing promotion",
    "construction build building works contractor; completion complete deadline; plan drawing "
    "architect; scaffold site; variation change; retention; subcontractor worker",
    "research study result publication publish; ethics; sample; patent invention; student; "
    "funding",
    "hospital ward patient nurse doctor; shift; bed; emergency ambulance",
    "governing law court arbitration seat language; dispute mediation",
    "assign assignment transfer consent; amendment written writing form; entire; severability "
    "invalid",
    "employee staff personnel key person; training instruct; poach",
    "quality standard control inspect audit; record documentation report",
    "event festival ticket audience stage artist performance concert; broadcast recording "
    "film; sponsor logo",
    "school pupil bus transport meal catering kitchen; cleaning clean",
    "player club transfer team league season match; coach; injury; image",
    "book author publisher manuscript royalty edition print; translation; film rights",
    "security guard; key access entry badge; emergency fire alarm",
    "energy electricity gas meter tariff",
    "inheritance heir estate will; house; gift; sibling",
    "divorce custody child maintenance visit weekend; alimony",
    "water supply pipe pressure; road access path right way; boundary fence wall hedge tree; "
    "neighbour",
    NULL,
};
