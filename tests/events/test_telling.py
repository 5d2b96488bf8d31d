"""What the program tells of a sentence or two: the headline, how far it is a fact, and the day."""

from dataclasses import replace
from datetime import date

import pytest

from generator.dates.rules import default_rules
from generator.dates.when import to_words
from generator.history import History
from generator.model import Basis, Clue, Event
from generator.pipeline import make_timeline
from generator.settings import Settings
from generator.settings_files import general_kinds
from tests.making import article, when

SETTINGS = Settings(kinds=general_kinds())
# A Wednesday.
PUBLISHED = Clue(Basis.STATED, date(2020, 6, 10), "2020-06-10", when("2020-06-10"))

# What is written: "headline | when" of each event that is told, with "claimed" before it if it is only said.
TOLD = {
    # Who did it, or to whom it was done.
    "Letters addressed to President Rui Costa and Senator Ana Prado were retrieved last week at an office in Lund.": [
        "Letters retrieved at an office in Lund | some day in the week of 1 June 2020"
    ],
    "Seven Darva airlines including Borea Air, Tarn Airways, and Orbita, on Friday took over control of the network.": [
        "Seven Darva airlines take over control of the network | 5 June 2020"
    ],
    "Seven Darva airlines, including Borea Air, Tarn Airways and Orbita, took over control of the network on Friday.": [
        "Seven Darva airlines take over control of the network | 5 June 2020"
    ],
    "The Darva fund said on Monday that tests of the “safety and strength of the Sol vaccine” will begin on Friday.": [
        "Darva fund says tests of the “safety and strength of the Sol vaccine” will begin | 8 June 2020"
    ],
    "An unmanned Darva spaceship heading to the station broke up in the air over Lund on Monday.": [
        "Unmanned Darva spaceship heading to the station breaks up in the air over Lund | 8 June 2020"
    ],
    "Darva star Paul Costa, whose hits included “Hug” and “Sky,” was found dead on Monday at his Lund home.": [
        "Darva star Paul Costa found dead at his Lund home | 8 June 2020"
    ],
    "The country has known war since the capital, Merov, fell under rebel control in 2014.": [
        "Merov falls under rebel control | 2014"
    ],
    "The Lund Post said Paul Costa was in stage IV of his cancer which had been diagnosed in 2016.": [
        "Paul Costa’s cancer is diagnosed | 2016"
    ],
    # What tells a deed in other words.
    "A suicide bomber blew himself up at a market in Merov on Monday.": [
        "Suicide bomber blows himself up at a market in Merov | 8 June 2020"
    ],
    "Over 80% of the 452 council seats went to Green candidates in Darva on Monday.": [
        "Over 80% of the 452 council seats go to Green candidates in Darva | 8 June 2020"
    ],
    "Rui Costa became president of Darva in 2005 and was due to stand down in August.": [
        "Rui Costa becomes president of Darva | 2005"
    ],
    "The Darva Coast Guard called off its search late on Tuesday.": [
        "Darva Coast Guard calls off its search | 9 June 2020"
    ],
    "The Darva government plans to reverse its position on Merov, officials said late Thursday.": [
        "Darva government plans to reverse its position on Merov | on or after 10 June 2020"
    ],
    "More than a million people attended the funeral of Rui Costa, which took place in Lund on Monday.": [
        "More than a million people attend the funeral of Rui Costa | 8 June 2020"
    ],
    "Paul Costa was the brother of President John Costa, who had himself been assassinated in 1963.": [
        "President John Costa is assassinated | 1963"
    ],
    "On Thursday in Paris, France, an IT worker went on a stabbing spree.": [
        "Paris: IT worker goes on a stabbing spree | 4 June 2020"
    ],
    "On Sunday, more than two million people voted in Darva. Over 80% of the 452 seats went to Green candidates.": [
        "More than two million people vote in Darva | 7 June 2020",
        "Over 80% of the 452 seats go to Green candidates | 7 June 2020",
    ],
    "Writer Daniel Holm, best known for “The River,” has died aged 88, his family said on Monday.": [
        "Writer Daniel Holm dies aged 88 | by 8 June 2020"
    ],
    "The body of a British tourist who disappeared in Darva last week was found on Monday.": [
        "Body of a British tourist is found | 8 June 2020"
    ],
    "Voters in Ireland rejected two proposed changes to the constitution in a referendum held on Friday.": [
        "Voters in Ireland reject two proposed changes to the constitution in a referendum | 5 June 2020"
    ],
    "Ten miners trapped underground in Mexico since last week were rescued on Monday.": [
        "Mexico: ten miners are rescued | 8 June 2020"
    ],
    "An Iranian-American journalist jailed in Tehran since 2019 was freed on Monday in a prisoner swap.": [
        "Iranian-American journalist freed in a prisoner swap | 8 June 2020"
    ],
    "A Boeing 737 carrying 162 passengers made an emergency landing in Lund on Monday.": [
        "Boeing 737 carrying 162 passengers makes an emergency landing in Lund | 8 June 2020"
    ],
    "Three Darva soldiers were killed in a drone attack claimed by rebels on Monday.": [
        "Three Darva soldiers killed in a drone attack | 8 June 2020"
    ],
    "A fire that broke out in a nightclub in Goa, India, early on Sunday killed at least 25 people.": [
        "Fire breaks out in a nightclub in Goa, killing at least 25 people | 7 June 2020"
    ],
    "Kenya's High Court suspended on Monday the deployment of police to Haiti, which had been approved in May.": [
        "Deployment of police to Haiti is approved | May 2020",
        "Kenya's High Court suspends the deployment of police to Haiti | 8 June 2020",
    ],
    "A Darva court on Monday extended the detention of journalist Daniel Holm, arrested in March, until August.": [
        "Journalist Daniel Holm is arrested | March 2020",
        "Darva court extends the detention of journalist Daniel Holm | 8 June 2020",
    ],
    "The Indian government has banned exports of wheat with immediate effect, after saying it would not.": [
        "Indian government bans exports of wheat with immediate effect | by 10 June 2020"
    ],
    "A powerful typhoon slammed into Vietnam's northern coast on Saturday.": [
        "Powerful typhoon slams into Vietnam's northern coast | 6 June 2020"
    ],
    "Danish police arrested a 53-year-old man after a car ploughed into a crowd of Liverpool fans on Monday.": [
        "Car ploughs into a crowd of Liverpool fans | 8 June 2020",
        "Danish police arrest a 53-year-old man | by 10 June 2020",
    ],
    "RENO, Nev. (AP) - A twin-engine turboprop crashed in heavy snow shortly after takeoff on Friday.": [
        "Reno: twin-engine turboprop crashes in heavy snow shortly after takeoff | 5 June 2020"
    ],
    "Paul Costa won the 2016 election.": ["Paul Costa wins the 2016 election | 2016"],
    "The Sol accord was signed by Paul Costa, who took office in 2016, in Lund on Monday.": [
        "Paul Costa takes office | 2016",
        "Sol accord signed by Paul Costa | 8 June 2020",
    ],
    "Alice Prado vanished July 3 from a hotel in Lund.": ["Alice Prado vanishes from a hotel in Lund | 3 July 2019"],
    "Police say a girl was abducted in west Lund on Friday night by two men.": [
        "Girl abducted in west Lund by two men | 5 June 2020"
    ],
    # Who a stranger is, and whose death "his" is.
    "A care home owner who stole £6m was jailed for two years on Monday. Daniel Holm, 53, admitted fraud in Lund.": [
        "Care home owner Daniel Holm jailed for two years | 8 June 2020"
    ],
    "A man was arrested on Monday after a woman was stabbed in Lund. Alice Prado, 41, was killed at her home.": [
        "Man arrested after a woman was stabbed in Lund | 8 June 2020",
        "Alice Prado killed at her home | by 10 June 2020",
    ],
    "A man was jailed on Monday for robbing a bank in Lund. The cashier, Alice Prado, 41, denied that she knew him.": [
        "Man jailed for robbing a bank in Lund | 8 June 2020"
    ],
    "Paul Costa pleaded guilty to murder on Monday. Sentencing is scheduled for July 4.": [
        "Paul Costa pleads guilty to murder | 8 June 2020",
        "Paul Costa’s sentencing to be held | 4 July 2020",
    ],
    "President Paul Costa died on Monday. The government of Darva on Tuesday announced his death.": [
        "President Paul Costa dies | 8 June 2020",
        "Government of Darva announces Paul Costa’s death | 9 June 2020",
    ],
    "During the funeral of General Rui Costa on Monday, a stampede erupted, delaying the burial.": [
        "Stampede erupts during the funeral of General Rui Costa | 8 June 2020"
    ],
    # How far it is a fact.
    "Orbita agreed to a merger with Sol on Monday, according to people familiar with the deal.": [
        "claimed: Orbita reportedly agrees to a merger with Sol | 8 June 2020"
    ],
    "Rui Costa died on Saturday at his home in Lund, reportedly due to complications.": [
        "Rui Costa dies at his home in Lund | 6 June 2020"
    ],
    "A bombing was yesterday reported to have killed photojournalist Rui Costa in the port of Merov, Darva.": [
        "claimed: Bombing reportedly kills photojournalist Rui Costa in the port of Merov | 9 June 2020"
    ],
    "Rui Costa is reported to have been killed on Monday in Merov.": [
        "claimed: Rui Costa reportedly killed in Merov | 8 June 2020"
    ],
    "He deplored the war, and he noted that just last week Darva soldiers killed 10 civilians in Merov.": [
        "claimed: Darva soldiers reportedly kill 10 civilians in Merov | some day in the week of 1 June 2020"
    ],
    # When it was done.
    "Rui Costa had pleaded guilty to murder in the June 2006 stabbing of Ana Prado.": [
        "Rui Costa pleads guilty to murder in the stabbing of Ana Prado | by 10 June 2020"
    ],
    "Ana Prado visited Lund before the summer break.": [
        "Ana Prado visits Lund before the summer break | by 10 June 2020"
    ],
    "Beginning in 2010 and continuing for seven years, Rui Costa murdered eight men in Lund.": [
        "Rui Costa murders eight men in Lund | from 2010 to 2017"
    ],
    "Starting in May 2010, Rui Costa murdered eight men in Lund.": [
        "Rui Costa murders eight men in Lund | some day from 1 May 2010 to 10 June 2020"
    ],
    "Typhoon Sol is expected to reach Darva late on Monday or early Tuesday.": [
        "Typhoon Sol expected to reach Darva | some day from 15 to 16 June 2020"
    ],
    "In 1997, President Rui Costa imposed an embargo on Darva and blocked the assets of its government.": [
        "President Rui Costa blocks the assets of its government | 1997",
        "President Rui Costa imposes an embargo on Darva | 1997",
    ],
    "In 1997, President Rui Costa imposed an embargo on Darva and later blocked the assets of its government.": [
        "President Rui Costa imposes an embargo on Darva | 1997",
        "President Rui Costa blocks the assets of its government | by 10 June 2020",
    ],
    "The next election in Darva will be held at the end of this year or early next year, she said.": [
        "Next election in Darva to be held | some day from September 2020 to April 2021"
    ],
    "Paul Costa, a council member of Darva, died of COVID-19, the government announced yesterday.": [
        "Paul Costa dies of COVID-19 | by 9 June 2020"
    ],
    "Paul Costa was killed in June 1968. Viktor Holm shot Paul Costa just after midnight.": [
        "Paul Costa is killed | June 1968",
        "Viktor Holm shoots Paul Costa | by 10 June 2020",
    ],
    "Despite signs of recovery on Sunday, Rui Costa suffered a stroke on Monday and died.": [
        "Rui Costa suffers a stroke | 8 June 2020",
        "Rui Costa dies | 8 June 2020",
    ],
    "Last week, Governor Rui Costa declared a state of emergency, with Ana Prado following suit yesterday.": [
        "Governor Rui Costa declares a state of emergency | some day in the week of 1 June 2020"
    ],
    "Minister Rui Costa posted a message on Facebook on Friday announcing he had tested positive for COVID-19.": [
        "Rui Costa tests positive for COVID-19 | by 5 June 2020",
    ],
    "Rui Costa attended the Darva Academy during his studies at Lund University from which he graduated in 2000.": [
        "Rui Costa attends the Darva Academy during his studies at Lund University | by the end of 2000"
    ],
    "Minister Rui Costa declared a truce in Merov on Monday evening. He vowed that Darva would defend itself.": [
        "Minister Rui Costa declares a truce in Merov | 8 June 2020",
        "Rui Costa vows Darva will defend itself | 8 June 2020",
    ],
    "Rui Costa on Tuesday admitted his guilt in eight murders. He pleaded guilty to murder at the Lund court.": [
        "Rui Costa admits his guilt in eight murders | 9 June 2020",
        "Rui Costa pleads guilty to murder at the Lund court | 9 June 2020",
    ],
}
UNTOLD = [
    "Orbita almost collapsed in 2008.",
    "Had Orbita landed its probe in Lund on Monday, it would have won.",
    "Maria Prado was widely expected to resign on Monday but stayed on.",
    "He was appalled that the Indian government was lifting sanctions.",
    "The number of people killed in floods in Spain rose to 211 on Monday.",
    "The sentence of Rui Costa was commuted when, for a time, Darva outlawed the death penalty.",
    "Not even one council candidate in Darva ran unopposed on Monday.",
    "Darva had not, as of Monday, announced any plans to remove the troops.",
    "Rui Costa agreed, saying only this group appeared capable of the bombing in Lund on Monday.",
    "Tourism is critical to Darva, accounting for 15 percent of its output in 2013, according to the Lund Council.",
    "Politicians in Darva ignored the threat that would develop when the Greens, who had been banned, won the freedom.",
    "Darva was ruled by autocrats. Its governments promoted education and other rights for women.",
    "Costa claimed Darva rebels have attacked journalists previously.",
    "As of late today, 291 patients have recovered from the virus in Darva.",
    "Rui Costa travelled selling socks and other clothes in Lund.",
    "Rui Costa’s death was mourned by various members of the academic community in Darva.",
    "Rui Costa rose to fame in Darva in 2018.",
    "Rui Costa fought cancer in 2004.",
]


def told(text: str) -> list[Event]:
    """The events of an article of one paragraph."""
    source = replace(article("report", text), clues=(PUBLISHED,))
    return list(make_timeline([source], default_rules(), SETTINGS, History(), date(2020, 6, 10)).events)


def shown(event: Event) -> str:
    """An event as the table above has it."""
    said = "" if event.modality in ("happened", "planned", "predicted") else f"{event.modality}: "
    return f"{said}{event.headline} | {to_words(event.when)}"


@pytest.mark.parametrize(("text", "expected"), TOLD.items(), ids=TOLD.keys())
def test_a_deed_is_told_of_who_did_it_on_its_own_day(text: str, expected: list[str]) -> None:
    assert [shown(event) for event in told(text)] == expected


@pytest.mark.parametrize("text", UNTOLD)
def test_what_is_no_deed_is_not_told(text: str) -> None:
    assert [shown(event) for event in told(text)] == []
