// SPDX-License-Identifier: Apache-2.0
// A point in time that only tells what was is no limit; the same point beside a duty is one. The later
// lists were written after the rule, before it was tried on them.
#include "tap.h"
#include "time_limits/limits.h"

// A sentence a line.
static const char told[] =
    "Persons who at the time of the partition resided in the northern district have the right to "
    "return.\n"
    "Those who at the moment of annexation held citizenship of the old state are nationals by "
    "law.\n"
    "Native means anyone whose forebears, at the time of the conquest, were living on the coast.\n"
    "The border runs as it stood at the date of independence.\n"
    "The statute applies in the version as it was at the time of the signing of the accord.\n"
    "Claims to land which had been established before the entry into force of this Law remain "
    "valid.\n"
    "The rules in force on the day when the treaty was signed govern all pending cases.\n"
    "Former owner means the person who was registered before the expropriation of the estate.\n"
    "Veterans are persons who served in the army before the armistice.\n"
    "The families that were displaced during the conflict are entitled to a plot.\n"
    "The tribes which lived in the valley until the building of the dam keep their fishing "
    "rights.\n"
    "The Council, as it existed before the dissolution of the Union, had eleven members.\n"
    "The company that had been founded before the reform is not a public body.\n"
    "Employees who were in service on the date on which the transfer took place keep their "
    "grades.\n"
    "This Chapter covers goods that were in transit at the time of the entry into force of the "
    "Agreement.\n"
    "\"Existing contract\" means a contract which was concluded before the commencement of this "
    "Act.\n"
    "All officers who had joined the force before the signing of the truce are listed in Annex 3.\n"
    "A displaced person is one who, upon the outbreak of hostilities, was forced to leave home.\n"
    "The property had belonged to the church before the revolution.\n"
    "At the time of the adoption of the Constitution the province was under direct rule.\n"
    "The two armies had occupied these heights after the withdrawal of the colonial "
    "administration.\n"
    "The territory which after the elections had been placed under the trustee forms one "
    "district.\n"
    "\"Resident\" means a person who lived in the city at the time of the census.\n"
    "The share which each party held on the date of incorporation is set out below.\n"
    "Depositors whose accounts were frozen before the nationalisation of the bank may apply to the "
    "Fund.\n"
    "The clans which at the coming into force of the Ordinance had held grazing land are named in "
    "the Schedule.\n"
    "The language that was spoken in the courts until the annexation is an official language.\n"
    "Debts that had fallen due before the opening of the proceedings rank equally.\n"
    "The flag is the one which was flown during the Transitional Period.\n"
    "Assets which the ministry owned at the time of its dissolution belong to the province.\n"
    "The archives that had been kept by the mission until its departure are public.\n"
    "Those who, before the independence of the country, had served the Crown receive a pension.\n"
    "The monastery, which was destroyed after the signing of the capitulation, is a monument.\n"
    "Persons born on the island whose parents settled there before the abolition of serfdom are "
    "natives.\n"
    "The laws in force at the time of the establishment of the Federation are continued.\n"
    "The village boundaries are those which were recognised on the date of the transfer of power.\n"
    "The dam that collapsed after the completion of the second turbine is not covered.\n"
    "The prisoners of war whom the enemy captured before the conclusion of the armistice are named "
    "in List A.\n";

static const char told_later[] =
    "Entitled are all who on the date of publication of the census lists were carried as "
    "inhabitants.\n"
    "\"Pre-war owner\" means any person to whom the title had passed before the outbreak of the "
    "war.\n"
    "Pensioners whose service had ended before the commencement of the reform keep the old rate.\n"
    "The Schedule lists every hamlet as it lay at the time of the survey.\n"
    "The bridge, which had been closed after the collapse of the pier, is shown on Map 2.\n"
    "A returnee is someone who, at the moment of the withdrawal of the garrison, had his home in "
    "the zone.\n"
    "The members who sat in the Assembly until the declaration of emergency are called the old "
    "members.\n"
    "They had lived as neighbours until the arrival of the column.\n"
    "The custom that prevailed on these shores before the coming of the railway is described in "
    "Part I.\n"
    "Children who were born after the conclusion of the peace are citizens of the successor "
    "state.\n"
    "The seat of the diocese was at Arden until the reformation.\n"
    "Vessels that flew the flag of the Republic at the time of their capture count as prizes.\n"
    "The concession which the King granted upon the completion of the canal is void.\n"
    "The rate which applied on the date of dispatch is printed on the slip.\n"
    "Nothing here touches rights that were acquired before the entry into force of this "
    "Convention.\n"
    "Workers who had been dismissed after the strike are on List B.\n"
    "Upon the death of the founder the estate was divided among four heirs.\n"
    "Before the arrival of the settlers the plain had been common land.\n"
    "Persons resident at the time of the adoption of this Charter are first citizens.\n"
    "The tariff in effect at the time of the conclusion of the contract is attached.\n"
    "The office that he held at the time of his arrest is irrelevant.\n"
    "It covers arms which came into the country during the Interim Period.\n";

// A sentence a line.
static const char due[] =
    "At the time of signature the Parties shall exchange the lists of prisoners.\n"
    "The Parties shall, at the time of signature, exchange the lists that were agreed in Geneva.\n"
    "The prisoners who were captured in the campaign shall be released upon the signing of the "
    "truce.\n"
    "The troops that had been deployed in the valley shall withdraw before the elections.\n"
    "The forces which were stationed in the port must leave after the completion of the census.\n"
    "The Commission, which was established by the Protocol, shall meet before the opening of the "
    "session.\n"
    "Persons who were registered in the camp are to be moved before the arrival of the rains.\n"
    "The two sides have agreed to cease fire upon the signing of this document.\n"
    "The Parties agreed to release all detainees before the elections.\n"
    "The owner who was dispossessed shall, upon the return of the land, repay the compensation.\n"
    "No person who was convicted of treason may stand for office until the adoption of the "
    "Constitution.\n"
    "Before the transfer of power, the Council that was elected in May shall dissolve itself.\n"
    "If the notice was given before the expiry of the lease, the tenant shall leave within ten "
    "days.\n"
    "The money that was paid in advance shall be returned within 30 days after the contract was "
    "ended.\n"
    "The mission shall remain until the new council has been elected.\n"
    "The mission shall remain until the new council was elected and sworn in.\n"
    "Once all weapons have been collected, the camp shall be closed.\n"
    "After the commander was told of the breach, he shall answer within two days.\n"
    "Within three days after the request was received, the registrar shall reply.\n"
    "The records which had been removed are to be handed over at the time of the withdrawal.\n"
    "The Bank will pay the depositors whose accounts were frozen, upon the reopening of its "
    "branches.\n"
    "The ministers who were appointed by the President shall resign after the elections.\n"
    "Those who lived in the north may return after the completion of demining.\n"
    "The observers who have been named by the Union arrive before the vote.\n"
    "The Government undertakes to return, at the time of ratification, the assets that were "
    "seized.\n"
    "It was agreed that the border posts be opened upon the entry into force of the Agreement.\n"
    "The Parties decided that the airport shall reopen before the summit.\n"
    "The heavy weapons that were declared shall be withdrawn before 1 June 2031.\n"
    "The council as it was elected in 2030 shall sit until the elections.\n"
    "The works which had begun shall be completed by the date of handover.\n"
    "The lender, who was informed of the default, must act before the expiry of the standstill "
    "period.\n"
    "The tenant was told of the sale and shall vacate the flat upon the completion of the sale.\n"
    "All laws that were in force shall continue to apply until the adoption of new laws.\n"
    "An officer who was dismissed may appeal within 30 days of the dismissal.\n"
    "The Secretariat, whose staff were recruited locally, is to be wound up after the entry into "
    "force of the Statute.\n"
    "The parties had met in Oslo; they shall meet again after the elections.\n"
    "The fee that was fixed by the Board is payable upon the signing of the licence.\n"
    "Persons whose houses were destroyed shall receive new ones before the onset of winter.\n";

static const char due_later[] =
    "The archive that was moved to Arden shall be returned upon the completion of the new "
    "building.\n"
    "All who were enrolled as voters may vote until the closing of the polls.\n"
    "The Council must, before the adoption of the budget, hear the towns that were affected.\n"
    "Refugees who had fled will be brought home after the signing of the accord.\n"
    "The guards are to stay at the gate until the arrival of the monitors.\n"
    "The parties have undertaken to free the hostages upon the signature of this pact.\n"
    "At the end of the transitional period the forces that were integrated shall be reduced.\n"
    "The firm that was hired must begin work after the approval of the drawings.\n"
    "Either side may denounce the pact, which was renewed in May, before its expiry.\n"
    "The debt, which was incurred abroad, is due upon the liquidation of the fund.\n"
    "If the goods were inspected before the departure of the ship, the buyer has no claim.\n"
    "Unless it was renewed before the expiry of the term, the licence lapses.\n"
    "The mines which were laid in the fields shall be lifted after the harvest and before the "
    "elections.\n"
    "The commander who was named by the Council shall report upon the completion of the sweep.\n"
    "Upon the adoption of the report, the delegates that were present shall sign the minutes.\n"
    "The judge who was recused may sit again after the conclusion of the trial.\n"
    "The lessee was granted an option, which it may use until the expiry of the lease.\n"
    "The fund was set up by law and will be dissolved after the completion of the programme.\n"
    "The list was agreed in March and enters into force upon its publication.\n"
    "The mandate of the force, which was extended twice, ends upon the election of the council.\n"
    "The ban that was imposed shall be lifted at the time of the signing.\n";

static struct limits_found found_in(struct str text)
{
    struct limits_found found = {0};
    struct error error;
    if (!limits_read(&(struct limits_text){.name = STR("test"), .text = text}, tap_arena(), &found,
                     &error))
        CHECK(false);
    return found;
}

// A sentence that is read wrongly is shown.
static void check_each(const char *sentences, bool (*is_right)(const struct limits_found *))
{
    struct str rest = str_of(sentences);
    struct str sentence;
    while (str_cut(&rest, '\n', &sentence)) {
        struct limits_found found = found_in(sentence);
        if (sentence.length > 0 && !is_right(&found))
            CHECK_STR(STR("read wrongly"), sentence);
    }
}

static bool has_none(const struct limits_found *found)
{
    return found->count == 0;
}

static bool lists_none(const struct limits_found *found)
{
    return found->unread_count == 0;
}

static bool has_limit(const struct limits_found *found)
{
    return found->count > 0;
}

TEST(what_was_at_a_time_is_no_limit)
{
    check_each(told, has_none);
    check_each(told_later, has_none);
}

TEST(what_was_is_not_listed_as_not_read)
{
    check_each(told, lists_none);
    check_each(told_later, lists_none);
}

TEST(what_shall_be_at_a_time_is_a_limit)
{
    check_each(due, has_limit);
    check_each(due_later, has_limit);
}

TESTS(TAP_ENTRY(what_was_at_a_time_is_no_limit), TAP_ENTRY(what_was_is_not_listed_as_not_read),
      TAP_ENTRY(what_shall_be_at_a_time_is_a_limit))
