"""Clean texts for the proofreader: a plan, a lease, a trade chapter and a guarantee, made anew for every seed.

Nothing in them is wrong: every reference leads somewhere, every sum is right, every term is defined and used.
The wording was made from the list of what must be found, before anybody looked at how it is found.
"""
import datetime

ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen").split()
TENS = "x x twenty thirty forty fifty sixty seventy eighty ninety".split()
TOWNS = "Arvika Belmont Corvara Dunmore Elsinore Farrow Gladhill Harwick Isera Jarrow Keldon Lindale".split()
LANDS = "Ardel Tarsen Velmar Orsia Kestia Normark Sulven Dravia".split()


def words(n):
    """27 -> twenty-seven; 145 -> one hundred and forty-five."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + ("-" + ONES[n % 10] if n % 10 else "")
    rest = n % 100
    return ONES[n // 100] + " hundred" + (" and " + words(rest) if rest else "")


def spelt(n):
    return f"{words(n)} ({n})"


def money(n):
    return f"{n:,}"


def weekday(day):
    return f"{day:%A}, {day.day} {day:%B %Y}"


def plain_day(day):
    return f"{day.day} {day:%B %Y}"


def values(rng):
    start = datetime.date(2031, 1, 1) + datetime.timedelta(days=rng.randrange(900))
    later = [start + datetime.timedelta(days=n) for n in (0, 35, 90, 400, 700)]
    share = [rng.choice([35, 40, 45]), rng.choice([20, 25, 30])]
    share.append(100 - sum(share))
    cut = sorted(rng.sample(range(2, 20), 3))
    rows = [[rng.randrange(10, 90) * 10 for _ in range(3)] for _ in range(3)]
    table = [(name, *row, sum(row)) for name, row in zip(["Northern", "Central", "Southern"], rows)]
    table.append(("Total", *[sum(column) for column in zip(*rows)], sum(map(sum, rows))))
    lands, towns = rng.sample(LANDS, 3), rng.sample(TOWNS, 4)
    made = {f"n{i}": spelt(rng.choice([5, 7, 10, 12, 14, 15, 20, 21, 28, 30, 45, 60, 90, 120])) for i in range(9)}
    made.update({f"d{i}": weekday(day) for i, day in enumerate(later)})
    made.update({f"p{i}": plain_day(day) for i, day in enumerate(later)})
    made.update({f"t{i}": name for i, name in enumerate(towns)}, **{f"l{i}": n for i, n in enumerate(lands)})
    made.update({f"s{i}": n for i, n in enumerate(share)}, **{f"c{i}": 10 * n for i, n in enumerate(cut)})
    made.update({f"m{i}": money(rng.randrange(11, 99) * 1000 * 7 ** i) for i in range(4)})
    made["table"] = "\n".join("| " + " | ".join(map(str, row)) + " |" for row in
                              [("Region", "First year", "Second year", "Third year", "Total"),
                               ("---",) * 5, *table])
    return made


PLAN = """# Plan for the Return of Civilians between {l0}, {l1} and {l2}

The Republic of {l0}, the Kingdom of {l1} and the Federation of {l2} (hereinafter "the Parties") agree as follows.

## Article 1. Definitions

For the purposes of this Plan:

(a) "Civilian Returnee" means a person who left the Zone after the outbreak of hostilities;

(b) "Joint Commission" means the body set up by Article 6;

(c) "Zone" means the area described in Annex I;

(d) "Crossing Point" means a place listed in Annex II at which persons may pass; and

(e) "Relief Fund" means the fund set up under Article 7.

## Article 2. Ceasefire

1. The Parties shall cease all hostilities on {d0}.

2. Each Party shall withdraw its heavy weapons from the Zone within {n0} days of the date named in paragraph 1.

3. The Parties shall not enter the Zone with armed forces, except under Article 5(2).

## Article 3. Return

1. Each Civilian Returnee may return to the Zone through any Crossing Point.

2. The Joint Commission shall issue a pass to each Civilian Returnee within {n1} days of a request.

3. The request shall contain:

(a) the name of the Civilian Returnee;

(b) the address in the Zone;

(c) the Crossing Point that will be used; and

(d) the names of all children who travel along.

4. A refusal shall be reasoned and may be contested under Article 8.

## Article 4. Crossing Points

1. The Parties shall open the Crossing Point at {t0} on {d1} and the Crossing Point at {t1} on {d2}.

2. Each Party shall keep at least {n2} officers at every Crossing Point.

3. Vehicles of up to {c0} tonnes pay no fee; vehicles of more than {c0} and up to {c1} tonnes pay EUR 20; vehicles of more than {c1} tonnes pay EUR 55.

## Article 5. Monitoring

1. The Joint Commission shall monitor the obligations in Articles 2 to 4 and 7(2).

2. Monitors may enter the Zone with an escort of no more than {n3} persons.

## Article 6. Joint Commission

1. The Joint Commission shall consist of {n4} members.

2. The Joint Commission shall meet for the first time in {t2} on {p1}.

3. The Joint Commission shall report to the Parties on the matters in Article 3(2), Article 4 and Annex II.

## Article 7. Relief Fund

1. The Parties shall pay EUR {m2} into the Relief Fund by {p2}.

2. The Republic of {l0}, the Kingdom of {l1} and the Federation of {l2} shall bear {s0}, {s1} and {s2} per cent of that sum respectively.

3. The houses that shall be rebuilt with the Relief Fund are, by region:

{table}

4. The Joint Commission shall publish the accounts of the Relief Fund within {n5} days of the end of each year.

5. If the sum of EUR {m2} referred to in paragraph 1 is not paid in time, Article 8 applies.

## Article 8. Disputes

1. A dispute shall be submitted to the Joint Commission.

2. If the Joint Commission has not settled it within {n6} days, either Party may refer it to arbitration under Annex III.

## Article 9. Final provisions

1. This Plan shall enter into force on {p0}.

2. Articles 2 and 5 shall remain in force until {p4}.

3. Annexes I to III form an integral part of this Plan.

Done at {t3} on {d0}.

For the Republic of {l0}: ____________________

For the Kingdom of {l1}: ____________________

For the Federation of {l2}: ____________________

## Annex I. The Zone

The Zone is the area between the river and the road from {t0} to {t1}.

## Annex II. Crossing Points

The Crossing Points are {t0}, {t1} and {t2}.

## Annex III. Arbitration

The tribunal shall consist of {n7} arbitrators and shall decide within {n8} days.
"""

LEASE = """# Lease of the Warehouse at {t0}

This Lease is made on {p0} between {t1} Estates Limited (the "Landlord") and {t2} Freight Limited (the "Tenant").

Contents

1. Definitions

2. Grant and term

3. Rent

4. Deposit

5. Obligations of the Tenant

6. Termination

7. General

# 1. Definitions

1.1 In this Lease:

"Premises" means the warehouse at {t0} shown in Schedule 1;

"Rent" means the sum payable under clause 3.1;

"Deposit" means the sum payable under clause 4.1;

"Permitted Use" means storage of dry goods;

"Term" means the period set out in clause 2.2; and

"Service Charge" means the share of costs set out in Schedule 2.

1.2 Headings do not affect the meaning of this Lease.

# 2. Grant and term

2.1 The Landlord lets the Premises to the Tenant for the Permitted Use.

2.2 The Term begins on {d1} and ends on {d3}.

2.3 The Tenant may extend the Term by {n0} days by giving notice under clause 7.1.

# 3. Rent

3.1 The Tenant shall pay a Rent of GBP {m1} a year.

3.2 The Tenant shall pay the Rent in advance, at the latest {n1} days after the beginning of each quarter.

3.3 If the Rent is late by up to {c0} days, the Tenant shall pay interest of 3 per cent a year; if it is late by more than {c0} days, interest of 6 per cent a year.

3.4 The Tenant shall pay the Service Charge at the same time as the Rent.

3.5 The Landlord shall not raise the Rent of GBP {m1} a year before {p3}.

# 4. Deposit

4.1 The Tenant shall pay a Deposit of GBP {m0} on {d0}.

4.2 The Landlord shall repay the Deposit within {n2} days of the end of the Term, less any sum owed under clauses 3.1 to 3.4 and 5.2.

4.3 The Landlord may not use the Deposit of GBP {m0} for any other purpose.

# 5. Obligations of the Tenant

5.1 The Tenant shall:

(a) keep the Premises clean;

(b) insure the goods against fire;

(c) allow the Landlord to enter on {n3} hours' notice; and

(d) use the Premises for the Permitted Use only.

5.2 The Tenant shall make good any damage to the Premises within {n4} days.

5.3 The Tenant shall not assign this Lease without the consent of the Landlord.

# 6. Termination

6.1 The Landlord may end this Lease by {n5} days' notice if the Tenant:

(a) fails to pay the Rent for {n6} days;

(b) breaks clause 5.1(d); or

(c) becomes insolvent.

6.2 The Tenant may end this Lease by {n7} days' notice if the Premises cannot be used for the Permitted Use.

6.3 On the end of this Lease the Tenant shall return the Premises in the state described in Schedule 1, subject to clause 5.2.

# 7. General

7.1 A notice shall be in writing and shall reach the other party within {n8} days.

7.2 Clauses 4.2 and 6.3 remain in force after the end of the Term.

7.3 The Service Charge is divided between the Landlord, the Tenant and the neighbours in the shares {s0} per cent, {s1} per cent and {s2} per cent.

Signed for {t1} Estates Limited (Landlord): ____________________

Signed for {t2} Freight Limited (Tenant): ____________________

# Schedule 1. The Premises

The Premises comprise the ground floor and the yard.

# Schedule 2. Service Charge

The Service Charge is estimated as follows:

{table}
"""

TRADE = """# Chapter 7. Trade in Agricultural Goods

## Article 7.1. Definitions

For the purposes of this Chapter:

"Tariff Quota" means a quantity of goods that may be imported at a reduced duty;

"Quota Year" means the period of twelve months that begins on 1 January;

"Competent Authority" means the ministry of a Party named in Annex 7-A;

"Sensitive Good" means a good listed in Annex 7-B; and

"Safeguard Duty" means an additional duty under Article 7.5.

## Article 7.2. Reduction of duties

1. Each Party shall reduce its duties on originating goods by {p3}, in {n0} equal steps.

2. Paragraph 1 does not apply to a Sensitive Good.

3. The first step shall be taken on {d0} and the second on {d1}.

## Article 7.3. Tariff Quotas

1. Each Party shall open a Tariff Quota of {m0} tonnes in every Quota Year.

2. The Tariff Quota is divided among {l0}, {l1} and {l2} in the shares {s0}, {s1} and {s2} per cent.

3. The numbers of licences that were issued before this Chapter are:

{table}

4. The Tariff Quota of {m0} tonnes referred to in paragraph 1 shall not be reduced.

## Article 7.4. Licences

1. The Competent Authority shall issue a licence within {n1} working days of an application.

2. An application shall state:

(a) the name of the importer;

(b) the kind of good;

(c) the quantity in tonnes; and

(d) the port of entry.

3. The Competent Authority shall not refuse a licence for reasons other than those in paragraph 2.

4. The fee is EUR 40 for quantities of up to {c0} tonnes, EUR 90 for quantities of more than {c0} and up to {c1} tonnes, and EUR 150 for quantities of more than {c1} tonnes.

## Article 7.5. Safeguards

1. A Party may impose a Safeguard Duty if imports of a Sensitive Good exceed the level in Annex 7-B.

2. A Safeguard Duty shall not be applied for more than {n2} days.

3. A Party that imposes a Safeguard Duty shall notify the other Parties within {n3} days and shall hold consultations under Article 7.7.

## Article 7.6. Transparency

1. Each Competent Authority shall publish:

(a) the use of each Tariff Quota;

(b) the licences issued under Article 7.4; and

(c) every Safeguard Duty imposed under Article 7.5(1).

2. Publication shall take place within {n4} days of the end of each Quota Year.

3. The first publication shall be made on {d2}.

## Article 7.7. Consultations

1. A Party may request consultations on any matter under Articles 7.2 to 7.6.

2. The Parties shall begin consultations within {n5} days and end them within {n6} days.

3. If no solution is found, Article 7.8 applies.

## Article 7.8. Panel

1. A panel of {n7} members shall be set up at the request of a Party.

2. The panel shall report by the day set under Article 7.7(2) and no later than {n8} days after its first meeting.

3. This Chapter shall apply from {p2}.

## Annex 7-A. Competent Authorities

The Competent Authorities are the ministries of agriculture of {l0}, {l1} and {l2}.

## Annex 7-B. Sensitive Goods

A Sensitive Good is sugar, butter or beef.
"""

GUARANTEE = """# Guarantee

This Guarantee is given on {p0} by the Bank of {t0} (hereinafter the "Guarantor") to {t1} Power Company (hereinafter the "Beneficiary") for the debts of {t2} Works Limited (hereinafter the "Debtor").

Contents

Section 1. Definitions

Section 2. Undertaking

Section 3. Demand

Section 4. Fees

Section 5. Instalments

Section 6. Transfer

Section 7. Expiry

Section 8. Notices and law

Schedule A. Form of Written Demand

Section 1. Definitions

(a) "Supply Contract" means the contract of {p0} between the Beneficiary and the Debtor;

(b) "Maximum Amount" means EUR {m1};

(c) "Written Demand" means a demand in the form of Schedule A; and

(d) "Expiry Date" means {p4}.

Section 2. Undertaking

(a) The Guarantor shall pay to the Beneficiary any sum up to the Maximum Amount within {n0} business days of a Written Demand.

(b) The Guarantor shall not raise any defence that arises from the Supply Contract.

(c) The Maximum Amount shall be reduced by each payment made under Section 2(a).

Section 3. Demand

(a) A Written Demand shall reach the Guarantor on or before the Expiry Date.

(b) The Beneficiary shall state in the Written Demand:

(i) the sum demanded;

(ii) the breach of the Supply Contract;

(iii) the date of the breach; and

(iv) the account to which payment shall be made.

(c) The Beneficiary may make no more than {n1} demands.

Section 4. Fees

(a) The Debtor shall pay the Guarantor a fee of EUR {m0} on {d0}.

(b) The Debtor shall pay a second fee on {d1} if Section 3(c) applies.

(c) For demands of up to EUR {c0},000 the fee is EUR 100; for demands of more than EUR {c0},000 the fee is EUR 250.

(d) The fee is borne by the Debtor, the Beneficiary and the Guarantor in the proportions {s0} per cent, {s1} per cent and {s2} per cent.

(e) The fee of EUR {m0} shall not be repaid.

Section 5. Instalments

(a) The Guarantor may pay in {n2} instalments, subject to Sections 2(a) and 3(b).

(b) The instalments in euros are:

{table}

(c) The last instalment shall be paid on {d2}.

Section 6. Transfer

(a) The Beneficiary may not transfer its rights without the consent of the Guarantor.

(b) The Guarantor shall answer a request for consent within {n3} days.

(c) Silence for {n4} days counts as consent.

Section 7. Expiry

(a) This Guarantee ends on the Expiry Date, save for a Written Demand made under Section 3.

(b) The Beneficiary shall return this Guarantee within {n5} days of the Expiry Date.

(c) Sections 2 to 4 and 6(b) survive the Expiry Date for {n6} days.

Section 8. Notices and law

(a) A notice shall be given in writing and takes effect after {n7} days.

(b) The courts of {t3} shall decide any dispute; a claim lapses after {n8} months.

(c) This Guarantee shall enter into force on {p1}.

Signed for the Bank of {t0} (Guarantor): ____________________

Signed for {t1} Power Company (Beneficiary): ____________________

Signed for {t2} Works Limited (Debtor): ____________________

Schedule A. Form of Written Demand

We demand payment under the Guarantee.
"""

TEXTS = {"plan": PLAN, "lease": LEASE, "trade": TRADE, "guarantee": GUARANTEE}


def clean(name, rng):
    return TEXTS[name].format(**values(rng))
