"""A sentence into a headline that can stand alone in a list."""

from dataclasses import replace
from datetime import date

import pytest

from generator.dates.rules import default_rules
from generator.events.headlines import LONGEST
from generator.history import History
from generator.model import Basis, Clue
from generator.pipeline import make_timeline
from generator.settings import Settings
from generator.settings_files import general_kinds
from tests.making import article, when

SETTINGS = Settings(kinds=general_kinds())
PUBLISHED = Clue(Basis.STATED, date(2025, 1, 29), "2025-01-29", when("2025-01-29"))

WORDED = {
    "Halden shares fell by 3.16% as of 16:08 UTC on Monday.": "Halden shares fall 3.16% by 16:08 UTC",
    "Halden shares gained 2.3% in early trading on Monday.": "Halden shares gain 2.3% in early trading",
    "The Merov Dolphins defeated the Lund Rovers 14-7 on Monday.": "Merov Dolphins defeat the Lund Rovers 14-7",
    "LEONIA, N.J. (AP) Orbita Cars Inc. announced a recall of 16,000 Sol models in Darva on Monday.": (
        "Orbita Cars announces a recall of 16,000 Sol models in Darva"
    ),
    "Finance Minister Carla Verne and Health Minister Paul Sand tendered resignations from a cabinet on Monday.": (
        "Carla Verne and Paul Sand tender resignations from a cabinet"
    ),
    "Carla Verne's handling of the storm in Lund was criticised by Ana Prado on Monday.": (
        "Carla Verne's handling of the storm in Lund criticised by Ana Prado"
    ),
    "Rui Costa paid back £13,000 on Monday after claims that he avoided a tax.": "Rui Costa pays back £13,000",
    "Paul Verne contacted Carla Sand on Monday to remind her that a school was to open.": (
        "Paul Verne contacts Carla Sand"
    ),
    "Paul Verne, an Orbita employee, revealed on Monday that phones would no longer need a computer.": (
        "Orbita employee Paul Verne reveals phones will no longer need a computer"
    ),
    "Acting Gov. Rui Costa declared a state of emergency on Monday for both major fires in Darva.": (
        "Acting Gov. Rui Costa declares a state of emergency"
    ),
    "Two Greenfield supporters filed a lawsuit on Monday against the city council alleging the council broke a law.": (
        "Two Greenfield supporters file a lawsuit against the city council"
    ),
    "Police arrested a 30-year-old man on Monday in Merov in connection with last week's attack on parliament.": (
        "Police arrest 30-year-old man in Merov in connection with attack on parliament"
    ),
    "Orbita unveiled its latest addition to the Sol line, the Sol mini.": "Orbita unveils the Sol mini",
    "Orbita is recalling about 1.2 million packs of its blood pressure medicine Solin in nine neighbouring states "
    "after an impurity was found in some of its tablets, the company said on Monday.": (
        "Orbita recalls about 1.2 million packs"
    ),
    "Thieves stole five paintings worth an estimated 18 million euros from the Tarn Museum in the city of Merov on "
    "Monday.": "Merov: thieves steal five paintings",
    "Halden rejected a lower bid in January.": "Halden rejects a lower bid",
    "Halden said on Monday it expected savings of $180 million.": "Halden says it expects savings of $180 million",
    'Halden said on Monday in a statement that it was "cooperating fully" with the police.': (
        'Halden says it is "cooperating fully" with the police'
    ),
    "The Darva exchange will re-open on Friday.": "Darva exchange to re-open",
    "The Orbita store passed Dol - Mart on Monday.": "Orbita store passes Dol-Mart",
    "Orbita's boat division lost $1.5 billion in the fourth quarter.": (
        "Orbita's boat division loses $1.5 billion in the fourth quarter"
    ),
    "Rui Costa hailed last year's finalists on Monday as one of the strongest teams in Darva.": (
        "Rui Costa hails last year's finalists as one of the strongest teams"
    ),
    "Darva confirmed five new deaths of measles on the day on Monday.": "Darva confirms five new deaths of measles",
    "Darva tightened its laws on violence on Monday after the brutal murder.": "Darva tightens its laws on violence",
    "Independent filmmaker and journalist Rui Costa posted a podcast on Monday dedicated to Ana Prado.": (
        "Rui Costa posts a podcast dedicated to Ana Prado"
    ),
    'Ana Prado\'s most recent album, "Blue Rain: Phase Two" was released on Monday.': (
        "Ana Prado's album “Blue Rain: Phase Two” is released"
    ),
    "Seven Darva airlines including Halden Air, Orbita Atlantic, Merov Air and EasyFly, on Monday took over a port.": (
        "Seven Darva airlines take over a port"
    ),
    "Police arrested the captain, Rui Costa, 47, at the airport in Merov on Monday.": (
        "Police arrest Rui Costa at the airport in Merov"
    ),
    "Ana Prado demanded a meeting with the new owners on Monday before the summer break.": (
        "Ana Prado demands a meeting with the new owners before the summer break"
    ),
    "Rui Costa said on Monday his desire was to remain as chairman of the board.": (
        "Rui Costa says his desire is to remain as chairman"
    ),
    "Radical Muslims won the freedom to preach in Merov on Monday.": "Radical Muslims win the freedom",
    "On Monday, a High Court threw out a lawsuit by 12 Nigerians accusing Royal Orbita of aiding torture and murder.": (
        "High Court throws out a lawsuit accusing Royal Orbita of aiding torture"
    ),
    "Darva's oldest Lutheran Church withdrew its support on Monday for the parliamentary and regional elections.": (
        "Lutheran Church withdraws its support for the parliamentary and regional elections"
    ),
    "On Monday, a Darva federal judge sentenced a doctor based in Merov, Virginia to prison for 40 years for fraud.": (
        "Darva federal judge sentences a doctor to prison for 40 years"
    ),
    "Rui Costa on Monday accused the government and police of not doing enough to protect children in the city.": (
        "Rui Costa accuses government and police of not doing enough"
    ),
    "China on Monday called on Halden to crack down on rebels looking to enter its sensitive border region of Tarn.": (
        "China calls on Halden to crack down on rebels"
    ),
    "Police on Monday arrested twelve people in Merov, Darva after a tiger died trying to eat a bomb hidden in meat.": (
        "Police arrest twelve people in Merov after a tiger died trying to eat a bomb"
    ),
    "Halden signed a 27-year contract on Monday with the Darva Defense Ministry to supply 14 new Orbita H3 planes.": (
        "Halden signs a 27-year contract to supply 14 new Orbita H3 planes"
    ),
    "On Monday, the Supreme Court of Darva threw out a 2014 Orbita appeal.": (
        "Supreme Court of Darva throws out a 2014 Orbita appeal"
    ),
    "The biggest Darva stock market index, the Tarn 50, plunged by more than 416 points on Monday.": (
        "Tarn 50 plunges by more than 416 points"
    ),
    "Orbita unveiled its latest addition to the Sol line, the Sol mini, on Monday.": "Orbita unveils the Sol mini",
    "The Sol service of Orbita is intended to launch alongside Luna 5 in March.": (
        "Sol service of Orbita to launch alongside Luna 5"
    ),
    "Park Won-soon, the mayor of Seoul, South Korea, was found dead on Monday.": "Park Won-soon found dead",
    "Ana Prado was reported missing on Monday by the police in Lund.": "Ana Prado reported missing by the police",
    "Miners in Merov, Ohio, in the western United States, blocked a road on Monday.": "Miners in Merov block a road",
    "Rui Costa died from his injuries at Lund Hospital on Monday a short time later.": "Rui Costa dies from his",
    "Tarn Motors re-entered the Darva market on Monday.": "Tarn Motors re-enters the Darva market",
    "Typhoon Phanfone hit Cebu on Monday, killing at least 20 and leaving reportedly 15,000 stranded.": (
        "Typhoon Phanfone hits Cebu"
    ),
    "Thousands of Darva protesters wearing black clothes, face masks, and helmets chanted slogans on Monday.": (
        "Thousands of Darva protesters chant slogans"
    ),
    "Arnav Holm, 33-year-old of Bethesda, Maryland, opened a bank in Lund on Monday.": "Arnav Holm opens a bank",
    "Republican Representatives attacked the inquiry on Monday.": "Republican Representatives attack the inquiry",
    "The House of Representatives passed a resolution on the budget on Monday.": "House of Representatives passes",
    "Rui Costa was sentenced on Monday for her murder to life in prison by a court in Multan.": (
        "Rui Costa sentenced to life in prison by a court in Multan"
    ),
    "Rui Costa was held in contempt on Monday for refusing to turn over documents related to Operation Fast Track.": (
        "Rui Costa held in contempt for refusing to turn over documents"
    ),
    "US singer, actor, and rights advocate Doris Dale died on Monday at her home in Lund.": (
        "US singer, actor, and rights advocate Doris Dale dies at her home in Lund"
    ),
    "Rui Costa encouraged newly elected president Ana Prado on Monday to open a bank in Lund.": (
        "Rui Costa encourages newly elected president Ana Prado to open a bank in Lund"
    ),
    "Rui Costa was arrested on Monday at his home in the neighboring state of Massachusetts.": (
        "Rui Costa arrested at his home in Massachusetts"
    ),
    "On Monday, Rui Costa imposed a law mandating priests and nuns to report abuse to the higher authorities.": (
        "Rui Costa imposes a law mandating priests and nuns to report"
    ),
    "Ana Prado headed the campaign of Viktor Holm, who was banned from the election on Monday.": (
        "Viktor Holm banned from the election"
    ),
    "Prime Minister Rui Costa on Monday joined the calls by officials asking Sweden to waive the fee for Ana Prado.": (
        "Rui Costa joins calls by officials asking Sweden to waive"
    ),
    "An all-women crew ran the Mysuru–Bengaluru Express in Karnataka on Monday.": (
        "All-women crew runs the Mysuru–Bengaluru Express in Karnataka"
    ),
    "Rui Costa died at Lund Hospital on Monday a short time later.": "Rui Costa dies at Lund Hospital",
    "Kosgei's countryman Paul Kip became the first person to run a marathon in under two hours on Monday.": (
        "Paul Kip becomes the first person to run a marathon in under two hours"
    ),
    "Rui Costa of Lund and Ana Prado ended their campaigns on Monday.": "Rui Costa of Lund and Ana Prado end their",
    "Rui Costa said on Monday twenty sailors have been confirmed killed.": (
        "Rui Costa says twenty sailors have been confirmed killed"
    ),
    "Rui Costa co-founded the Merov Union in 1963.": "Rui Costa co-founds the Merov Union",
    "Two hostages — an American and a Swede — who had been held by Darva rebels were released in Lund on Monday.": (
        "Two hostages released in Lund"
    ),
    "The Darva Army — whose chief is Rui Costa — entered Merov on Monday.": "Darva Army enters Merov",
    "Dorian made its initial landfall as a hurricane in the Abaco Islands on Monday.": "Dorian makes its initial",
    "Ana Prado won the race in 2:14:04 on Monday.": "Ana Prado wins the race",
    "President of Argentina Alberto Prado announced a levy on Monday.": "President of Argentina Alberto Prado",
    "The World Health Organization declared the Marva virus outbreak in West Africa to be a grave risk on Monday.": (
        "World Health Organization declares Marva virus outbreak a grave risk"
    ),
    "In addition to the inspections Rui Costa ordered new exits at the mines on Monday.": "Rui Costa orders new",
    "A bus carrying children from Merov to Darva on Monday overturned in Lund.": (
        "Bus carrying children from Merov to Darva overturns in Lund"
    ),
    "The fire was put out and the order for a robot from Merov Fire and Rescue was cancelled on Monday.": (
        "Order for a robot from Merov Fire and Rescue is cancelled"
    ),
    "Rui Costa, from Lund, Sweden, on Monday admitted two murders.": "Rui Costa admits two murders",
    "A car bomb was on Monday rammed into the Darva barracks.": "Car bomb rammed into the Darva barracks",
    "The Court of Session in Scotland ruled on Monday the ban was unlawful.": (
        "Court of Session in Scotland rules the ban was unlawful"
    ),
    "Leaders of African Union (AU) member states met in Niamey on Monday.": (
        "Leaders of African Union member states meet in Niamey"
    ),
    "EU trade and industry commissioner Rui Costa opened a school in Lund on Monday.": (
        "EU trade and industry commissioner Rui Costa opens a school in Lund"
    ),
    "United States Senator from Vermont Bernie Kessler won the Democratic Party's Nevada caucuses on Monday.": (
        "Bernie Kessler wins the Democratic Party's Nevada caucuses"
    ),
    "Darva defeated Merov 45 points to 24 in their fourth match of the Sunshine Coast rugby season on Monday.": (
        "Darva defeats Merov 45 points to 24"
    ),
    "Rui Costa called Theresa May's proposed budget a gamble on Monday.": "Rui Costa calls Theresa May's",
    "Dollar Tree Inc. offered to buy rival Nutbolt Stores Corp. for $8.5 billion on Monday.": (
        "Dollar Tree offers to buy rival Nutbolt Stores for $8.5 billion"
    ),
    "A single-engine plane carrying children on a skiing holiday to the Andes crashed in Montana on Monday.": (
        "Single-engine plane"
    ),
    "A small jet went down near the Dillingham Airfield on Monday.": "Small jet goes down near the Dillingham Airfield",
    "A jury found Rui Costa guilty of murder on Monday.": "Jury finds Rui Costa guilty of murder",
    "The crew of the Merov Airlines flight that crashed near Lund on Monday reported no problems.": (
        "Merov Airlines flight crashes near Lund"
    ),
    "Estimates indicate one million people marched in London on Monday.": "Estimates indicate one million people march",
    "Shares of Nvidia fell 17% on Monday.": "Shares of Nvidia fall 17%",
    "The Nasdaq index fell by more than 3% on Monday.": "Nasdaq index falls more than 3%",
    "Airbus opened a plant in Mobile on Monday.": "Airbus opens a plant in Mobile",
    "On Monday, Airbus opened a plant in Mobile.": "Airbus opens a plant in Mobile",
    "Airbus on Monday opened a plant in Mobile.": "Airbus opens a plant in Mobile",
    "Airbus, which is based in Toulouse, opened a plant on Monday.": "Airbus opens a plant",
    "Soldiers captured the town of Merov on Monday.": "Soldiers capture the town of Merov",
    "Norway and Iceland signed a treaty on Monday.": "Norway and Iceland sign a treaty",
    "Two paintings were stolen from the Kunsthal on Monday.": "Two paintings stolen from the Kunsthal",
    "Airbus plans to open a plant in Mobile in May.": "Airbus plans to open a plant in Mobile",
    "Airbus will open a plant in Mobile on Friday.": "Airbus to open a plant in Mobile",
    "Kestrel Air is expected to open a hub in Split in May.": "Kestrel Air expected to open a hub in Split",
    "Kestrel Air reportedly bought Nutbolt on Monday.": "Kestrel Air reportedly buys Nutbolt",
    "President Rui Costa named Ana Prado as minister on Monday.": "President Rui Costa names Ana Prado as minister",
    "Lena Holm died in Malmo on Saturday.": "Lena Holm dies in Malmo",
    "DeepSeek was founded by Liang Wenfeng in 2023.": "DeepSeek founded by Liang Wenfeng",
    "Kessler laid off 900 workers on Monday.": "Kessler lays off 900 workers",
    "Vesta on Tuesday reported a loss of $4.96 billion for 2024.": "Vesta reports a loss of $4.96 billion",
    "Marco Rossi denied on Monday that he had taken bribes.": "Marco Rossi denies he has taken bribes",
    "Laszlo Varga was sentenced to ten years in prison on Monday.": "Laszlo Varga sentenced to ten years in prison",
    "AT&D reported revenue of $40.9 billion on Monday.": "AT&D reports revenue of $40.9 billion",
    "Rui Costa, the head of General Motors, which filed for bankruptcy on Monday, outlined a plan.": (
        "General Motors files for bankruptcy"
    ),
    "Rui Costa was tried in Malmo on Monday and fined.": "Rui Costa is fined",
    "Kessler moved classes online on Monday for the rest of the week.": "Kessler moves classes online",
    "Fighters from Merov entered Darva on Monday following two days of shelling.": "Fighters from Merov enter Darva",
    "Lena Holm won the country's presidential election on Monday.": "Lena Holm wins presidential election",
    "Vesta sent two million doses to the country on Monday.": "Vesta sends two million doses",
    "Rui Costa was convicted on Monday of taking “Spring in May” from Kessler.": "Rui Costa convicted of taking “S",
    "Kessler agreed on Monday to buy its Aberdeen-based rival Vesta for £2.1bn.": "Kessler agrees to buy its Aberdeen",
    "Linda Torres, 54, a Democrat who was elected on Monday, quit.": "Linda Torres is elected",
    "The Dorun road was closed in both directions on Monday.": "Dorun road closed in both directions",
    "A gunman who held customers and staff hostage at a bank in Leeds was shot by police on Monday.": "Leeds: gun",
    "General Motors recalled small cars with faulty ignition switches that failed on Monday.": (
        "General Motors recalls small cars with faulty ignition switches"
    ),
    "Rui Costa announced his resignation on Monday, after police took away €120,000.": "Rui Costa announces his",
    "Britain voted to leave the union in a referendum held on Monday.": "United Kingdom votes to leave the union",
    "Wales beat Darva 2-0 on Monday to qualify for Euro 2020.": "Wales beats Darva 2-0 to qualify for Euro 2020",
    "Kessler received the first complaint in June 2021.": "Kessler receives the first complaint",
    "Rui Costa was brought before a judge on Monday and charged with treason.": "Rui Costa charged with treason",
    "All 12 boys and their coach were rescued in northern Thailand on Monday.": "All 12 boys and their coach rescued",
    "The search for bodies in Darva was called off on Monday.": "Search for bodies in Darva called off",
    "In Darva shares fell at the open on Monday with the Kessler index losing 11%.": "Darva shares fall at the open",
    "A former Vesta employee accused the company of fraud on Monday.": "Former Vesta employee accuses Vesta of fraud",
    "Ana Prado took office on Monday.": "Ana Prado takes office",
    "On Monday 77 lawmakers of Croatia voted against the motion.": "77 lawmakers of Croatia vote against the motion",
    "Two Labour MPs submitted a motion of censure on Monday.": "Two Labour MPs submit a motion of censure",
    "Around 85% of schools in Wales closed their doors on Monday.": "Around 85% of schools in Wales close their doors",
    "The King and the Queen Consort opened a bridge on Monday.": "King and the Queen Consort open a bridge",
    "A plane carrying 212 people crashed in Vostria on Monday.": "Plane carrying 212 people crashes in Vostria",
    "Halden shipped vaccines on Monday in boxes packed with ice.": "Halden ships vaccines in boxes",
    "Almost 200 nations signed a pact on Monday aimed at peace.": "Almost 200 nations sign a pact aimed at peace",
    "The Guardian published classified documents on Monday.": "Guardian publishes classified documents",
    "The Food and Drug Administration banned the dye on Monday.": "Food and Drug Administration bans the dye",
    "Vostrian forces repelled an attack near Merov on Monday.": "Vostrian forces repel an attack",
    "Rui Costa resigned on Monday after the party lost a vote.": "Rui Costa resigns",
    "Airbus launched a probe called Pathfinder on Monday.": "Airbus launches a probe called Pathfinder",
    "Courts ordered Orbita to pay Kessler Inc. $1.05 billion on Monday.": "Courts order Orbita to pay Kessler $1",
    "A 7.8-magnitude earthquake struck the kingdom of Darva on Monday.": "7.8-magnitude earthquake strikes",
    "Darva became the first country to ban the dye on Monday.": "Darva becomes the first country to ban the dye",
    "At least 14 civilians died in Merov on Monday.": "At least 14 civilians die in Merov",
    "A rocket hit an apartment block in Slovansk on Monday.": "Rocket hits an apartment block in Slovansk",
    "The opposition Conservatives led by Andrew Shaw won 121 seats on Monday.": "Opposition Conservatives",
    "Half a million British teachers, civil servants and train drivers walked out on Monday.": "Half a million British",
    "Aer Lingus shares on the Irish exchange fell 2.5 percent on Monday.": "Aer Lingus shares on the Irish",
    "Rui Costa announced plans on Monday to shut down 1,100 of its shops.": "Rui Costa announces plans to shut down 1",
    "150px Airbus announced 10,000 job cuts on Monday.": "Airbus announces 10,000 job cuts",
    "The Russel 2000 Index of smaller companies dropped by four percent on Monday.": "Russel 2000 Index of smaller",
    "The Standard and Poor's 500 index lost 3.5% on Monday.": "Standard and Poor's 500 index loses 3.5%",
    "Rui Costa proposed a plan on Monday to ease more bank lending.": "Rui Costa proposes a plan to ease",
    "The U.S. markets opened lower on Monday with the Dow Jones falling below 8,000.": "U.S. markets open lower",
    "Stock exchanges in Tokyo, Buenos Aires and Toronto were closed on Monday.": "Stock exchanges in Tokyo",
    "Ford paid $57 million (€40 million) for a stake in Craiova on Monday.": "Ford pays $57 million for a stake",
    "The Nikkei closed on Monday at its lowest level in over six years.": "Nikkei closes at its lowest level in over",
    "The Institute of Volcanology and Seismology lifted a flood warning on Monday three hours later.": (
        "Institute of Volcanology and Seismology lifts a flood warning"
    ),
    "President Rui Costa ordered the deployment of troops to Darva on Monday.": "President Rui Costa orders the",
    "Shares of Deutsche Bank dropped 3.1% on Monday.": "Shares of Deutsche Bank drop 3.1%",
    "The Orion capsule carrying Reid Wiseman, Victor Glover, Lena Holm and Ana Prado landed in Lund on Monday.": (
        "Orion capsule lands in Lund"
    ),
    "Stock markets in Lund fell sharply on Monday on worries that a bank might fail.": "Stock markets in Lund fall",
    "Orbita started flights to Lund starting in April 2025.": "Orbita starts flights to Lund",
    "A judge in Lund on Monday jailed the former chief of Harland Bank, Peter Coyle, for 12 years.": (
        "Judge in Lund jails Peter Coyle for 12 years"
    ),
    "Orbita opened a plant in the capital, Lund, on Monday.": "Orbita opens a plant in Lund",
    "Orbita bought Halden, Kestrel and Vesta on Monday.": "Orbita buys Halden, Kestrel and Vesta",
    "Fellow retailer Norbank posted a loss of $3 million on Monday.": "Norbank posts a loss of $3 million",
    "Orbita sacked its assistant coach, Ray Lund, on Monday.": "Orbita sacks Ray Lund",
    "Rui Costa returned to Lund on Monday for the first time since 1993.": (
        "Rui Costa returns to Lund for the first time since 1993"
    ),
    "Delphi, which put $8 million into Orbita in 2010, sold a third of its stake on Monday.": (
        "Delphi sells a third of its stake"
    ),
    "Rui Costa called the software on Monday “the best in the world”.": "Rui Costa calls the software “the best in the",
    "Typhoon Mara made landfall in Samar late on Monday.": "Typhoon Mara makes landfall in Samar",
    "On Monday, company CEO Rui Costa unveiled the Orbita 4 in Lyon.": "Rui Costa unveils the Orbita 4 in Lyon",
    "“We must build more plants in Europe,” former Orbita CEO Rui Costa wrote on Monday.": (
        "Former Orbita CEO Rui Costa: “We must build more plants in Europe”"
    ),
    "Orbita shares rose $5.41 on Monday, having risen 23 percent this year.": "Orbita shares rise $5.41",
    "Moody's cut the rating of Kessler on Monday.": "Moody's cuts the rating of Kessler",
    "Improvements to the Safari browser were announced on Monday.": "Improvements to the Safari browser are announced",
    "Steve Jobs returned to Apple on Monday and soon after reassumed the role of CEO.": "Steve Jobs returns to Apple",
    "Orbita repaid on Monday the loan that the Central Bank offered to Sberbank.": "Orbita repays the loan",
    "The Horizan rig exploded on Monday, killing 11 workers.": "Horizan rig explodes",
    "Hong Kong said on Monday it was closing its schools.": "Hong Kong closes its schools",
    "The Elbe tsunami swept boats, cars and buildings inland on Monday.": "Elbe tsunami sweeps boats, cars and",
    "Airbus ' shares fell 3% on Monday.": "Airbus' shares fall 3%",
    "Orbita said on Monday that there have been 2 million copies of Tiro sold in six weeks.": (
        "Orbita says 2 million copies of Tiro sold"
    ),
    "Kessler Motor Company announced on Monday the first generation of its cars to use Halden batteries.": (
        "Kessler Motor Company announces first generation of its cars to use Halden batteries"
    ),
    "Kessler Motor Company cut 30,000 jobs and 14 plants on Monday as part of a restructuring plan to end its loss.": (
        "Kessler Motor Company cuts 30,000 jobs and 14 plants as part of a restructuring plan"
    ),
    "Rui Costa announced on Monday that a test version of Facetalk will be available for Orbita users immediately.": (
        "Rui Costa announces a test version of Facetalk will be available for Orbita users"
    ),
    "Kessler renamed the Corsa to the Vega on Monday for the 2008 model year.": (
        "Kessler renames the Corsa to the Vega for the 2008 model year"
    ),
    "Darva announced on Monday that it would be infusing their own markets with US$9 billion.": (
        "Darva announces it will infuse its own markets with US$9 billion"
    ),
    "A judge in Lund on Monday sentenced the former transport minister Egon Pahl to four years in jail for theft.": (
        "Judge in Lund sentences Egon Pahl to four years in jail"
    ),
    "President Rui Costa declared a state of emergency in the region on Monday.": (
        "President Rui Costa declares a state of emergency"
    ),
    "The Conduct Authority fined Harwell Bank $48 million on Monday for failing to stop money laundering in Lund.": (
        "Conduct Authority fines Harwell Bank $48 million"
    ),
    "Flight 418 of Kestrel Air plunged into the sea on Monday five minutes after taking off from a port in Padang.": (
        "Flight 418 of Kestrel Air plunges into the sea"
    ),
    "Rui Costa was charged with multiple counts of the reckless imprudence on Monday resulting in homicide in Lund.": (
        "Rui Costa charged with multiple counts of"
    ),
    "Fighters of the Front entered Merov on Monday after two days of shelling.": "Fighters of the Front enter Merov",
    "Orbita delivered 2 million doses of a vaccine to the country on Monday.": "Orbita delivers 2 million doses",
    "Orbita approved the drug Lemin on Monday for patients in the early stages of a rare disease of the blood.": (
        "Orbita approves the drug Lemin"
    ),
    "Carla Ruiz won her first title in Lyon in February.": "Carla Ruiz wins her first title in Lyon",
    "Carla Ruiz beat Iva Novak 6-4, 7-5 on Monday.": "Carla Ruiz beats Iva Novak 6-4, 7-5",
    "Halden Plant of Lund, Michigan Kessler's stock fell 2.1% on Monday.": "Kessler's stock falls 2.1%",
}


@pytest.mark.parametrize(("sentence", "expected"), WORDED.items(), ids=WORDED.keys())
def test_a_headline_says_who_did_what_in_the_present_tense(sentence: str, expected: str) -> None:
    found = headlines(sentence)
    assert len(found) == 1
    assert found[0].startswith(expected)


def headlines(sentence: str) -> list[str]:
    source = replace(article("a", sentence), clues=(PUBLISHED,))
    timeline = make_timeline([source], default_rules(), SETTINGS, History(), date(2025, 12, 31))
    return [event.headline for event in timeline.events]


# What is told cannot be told alone: something in it is known from the sentences before, or was not said.
UNTOLD = [
    "Nobody knows the former speaker Adnan al-Masri, a Sunni who resigned on Monday after complaints.",
    "Families in Darva are searching for victims of floods that have killed 254, injured hundreds, and devastated it.",
    "The Dutch medical devices maker started the process on Monday.",
    "Orbita announced a definitive agreement on Monday in which Halden, a maker of heaters, will become its own.",
    "Halden Council heard of the plan that it approved at a meeting on Monday.",
    "Orbita Laboratories reported on Monday a quarterly profit that edged past what was hoped.",
    "Families who lost everything to Rui Costa wept in the gallery on Monday.",
    "Two of the injured died at the Holm Hospital on Monday.",
    "The two sides met for three hours on Monday in Lund.",
    "Halden won the cup in 2018.",
    "The previous record was the £38m paid for Rui Costa in July 2022.",
    "Fire gutted its main plant in Lund on Monday.",
    "Regional Governor Rui Costa agreed on Monday, saying only this group could have done it.",
    "Dr Ana Prado said on Monday the fatalities included four males and one female.",
    "A copy of the tape was flown on Monday to Holm Space Center in Lund.",
    "Orbita, the second of the three carmakers, beat predictions on Monday.",
    "Darva has not, as of Monday, announced any plans to remove its soldiers.",
    "The Darva government announced the new region on Monday.",
    "Rui Costa pleaded guilty to each crime on Monday at the Superior Court.",
    "A volunteer in the UK trial fell ill with measles on Monday.",
    "In findings published on Monday in Science Advances, researchers found cells.",
    "Prime Minister Rui Costa of the Darva Republic posted a message on Monday announcing he had tested positive.",
    "The Royal Mounted Police seized the substance on Monday.",
    "Bank shares climbed on Monday.",
    "Rui Costa quickly took a parting shot on Twitter on Monday.",
    "Rui Costa declined Ana Prado's offer to resign on Monday after the leak of a recording to Merov newspapers.",
    "The Health Council declared the outbreak of Solin — a disease of the blood — to be a pandemic on Monday.",
    "The Dow Jones started the day with an increase on Monday, before falling again.",
    "Every stock in the Dow Jones, other than Halden, lost ground on Monday.",
    "Orbita paid $57 million on Monday for a 72.4 percent stake in the Darva plant Automobile Kastell, built there.",
    "Rui Costa was accused of inciting the murder on Monday.",
    "Three stock market indexes fell on Monday.",
    "Atlanta and Boston plants will be closed on Friday.",
    "Orbita announced no new products on Monday.",
    "Al Jazeera reported on Monday, coverage had risen to 55 percent.",
    "Ana Prado met on Monday.",
    "The governor of Darva, Rui Costa, tweeted on Monday his reasoning saying, “I signed into law the Act.”",
    "Rui Costa has participated in the hearings of two different Presidents, Richard Holm, on Monday.",
    "Rui Costa spent the next five decades in Congress.",
    "Minister Hardeep Singh said on Monday 18 people died.",
    "The Darva administration said on Monday he would use an order.",
    "Rui Costa arrived on Monday.",
    "Amnesty International called on Monday for an investigation into the shooting.",
    "Rui Costa said on Monday the victims had a right to concrete and efficient measures against all abuse of them.",
    "Both nations issued statements on Monday.",
    "Rui Costa designated Ana Prado on Monday.",
    "NBC News reported on Monday that the campaign was over.",
    "Algae, also called green algae, grew near Lund.",
    "A similar eruption in Alaska in 2008 was found to be associated with an increase in salmon.",
    "Ana Prado remarked in a press release on Monday.",
    "The Darva government was quoted as saying so on Monday.",
    "Kurt Holm, the former envoy to Darva, and Tim Ray, a former official, testified together on Monday.",
    "Comparable sales rose 3.6 percent on Monday.",
    "Rui Costa said he knew of no effort to urge Darva to change its law.",
    "The US Navy confirmed the discovery on Monday.",
    "Reuters reported Monday's attack the deadliest since an assault in Ghazni.",
    "The very beginning of the financial year marked a rise of Orbita's sales on Monday.",
    "Shares of Orbita were up 0.7% for the year.",
    "Rui Costa became mayor and ruled for two years in 1995.",
    "Experts like Ion Stoica emphasized on Monday how this situation converges.",
    "Carla Lim suspended it on Saturday.",
    "Divers John Volant and Rick Stant found them on Monday.",
    "The team will return to Berlin on Tuesday.",
    "The city paid the family $27 million on Monday.",
    "Two other indexes fell on Monday.",
    "Kestrel Air made a statement on Monday.",
    "Elizabeth Warner wrote on X on Monday.",
    "Thierry Bretton warned Mask on Monday.",
    "Kestrel Air ordered 55 on Monday.",
    "The 2025 season begins on Friday.",
    "Orbita employed 87,314 people at the end of 2024.",
    "Not one of the Dow companies increased its share price on Monday.",
    "One out of every 200 customers called AppleCare on Monday.",
    "If a price is not agreed on, Fiat will pay $2 billion on Friday.",
    "The Massive 9.0 magnitude earthquake hit the country on Monday.",
    "Australia dropped by 8.4% on Monday.",
    "Carla Lim apologised on Monday for the way the government had acted.",
    "Each fell two percent on Monday.",
    "62,000 at General Motors left on Monday.",
    "Peter Kinge called for his extradition on Monday.",
    "Dieter Zetsche denied allegations on Monday.",
    "David Buik commented on falls on Monday.",
    "Mark Papermaster had previously held a senior position with Orbita in 2007.",
    "So far, Orbita has received far more orders than Kessler in 2024.",
    "Rui Costa has built the most valuable bank in the world.",
    "The Orbita 4 will be sold in two versions on Friday.",
    "Kestrel Air's fleet was built during the Soviet era.",
    "Daniel Rook joined on loan from Burnley on Monday.",
    "Daniel Kessler, which merged on Monday to make Kesslerdaniel, denied it.",
    "Kessler will begin production in May.",
    "Orbita, with a stake of 46 percent, is expected to increase to 57% in May.",
    "The value against the US dollar rose greatly on Monday.",
    "On Monday, 20 to 25 percent of Orbita workers were sacked.",
]


@pytest.mark.parametrize("sentence", UNTOLD)
def test_what_cannot_be_told_alone_is_not_published(sentence: str) -> None:
    assert headlines(sentence) == []


def test_a_day_that_a_figure_is_compared_with_is_not_the_day_of_the_event() -> None:
    source = replace(
        article("a", "The Dow Jones index closed at 7,223, an increase of 54 points from 27 January."),
        clues=(PUBLISHED,),
    )
    timeline = make_timeline([source], default_rules(), SETTINGS, History(), date(2025, 12, 31))
    assert [event.when.earliest for event in timeline.events] == [None]


def test_a_figure_is_of_whom_it_is_said() -> None:
    assert headlines("The Nasdaq index fell to 1,847 on Monday, while the DAX was 6.62% lower.") == [
        "Nasdaq index falls to 1,847"
    ]


def test_what_was_announced_by_nobody_in_particular_is_the_headline() -> None:
    sentences = "Halden opened a shop on Monday. It was announced on Monday that Orbita would offer free tickets."
    assert "Orbita to offer free tickets" in headlines(sentences)


NAMED = {
    "Tarn manager Rui Costa met Ana Prado. Costa closed a bank in Lund on Monday.": (
        "Tarn manager Rui Costa closes a bank in Lund"
    ),
    "Ana Prado, president of Darva, met Rui Costa. On Monday, Prado closed a bank in Lund.": (
        "Darva president Ana Prado closes a bank in Lund"
    ),
    "Tarn manager Rui Costa met Ana Prado. Costa founded a bank in 1985.": "Rui Costa founds a bank",
    "Sir Peter Holm runs Orbita. Sir Peter’s base salary was increased on Monday to £820,000.": (
        "Sir Peter Holm’s base salary increased to £820,000"
    ),
    "Paul Verne met Rui Costa. On Monday, Mr. Verne closed a bank in Lund.": "Paul Verne closes a bank in Lund",
    "Carla Verne met Rui Costa. Carla closed a bank in Lund on Monday.": "Carla Verne closes a bank in Lund",
    "Robert F. Holm met Rui Costa. Holm closed a bank in Lund on Monday.": "Robert F. Holm closes a bank in Lund",
}


@pytest.mark.parametrize(("story", "headline"), NAMED.items())
def test_people_are_named_in_full(story: str, headline: str) -> None:
    assert headline in headlines(story)


UNCLEAR = [
    "Paul Verne arranged her first show at the Kunsthal on Monday.",
    "Ana Prado was elected on Monday in a vote.",
    "Former Google CEO Eric Schmidt wrote in a Washington Post op-ed on Tuesday.",
    "OpenAI CEO Sam Altman tweeted a quote on Tuesday.",
    "“This is only the beginning,” Rui Costa said on Tuesday.",
    "Firefighters evacuated the street on Tuesday.",
    "In the plan, 14 plants were closed on Tuesday.",
    "The share index rose by 48 points on Tuesday.",
    "Rui Costa cites figures released on Tuesday by the Labour Ministry.",
    "Rui Costa unveiled the new products on Tuesday.",
    "The chief executive of Orbita outlined a plan on Tuesday for what he called a new Orbita.",
    "The Supreme Court rejected his appeal on Tuesday.",
    "Rui Costa said on Tuesday that the surgery had gone well.",
    "The European Union condemned the verdict on Tuesday as a dark day.",
    "Orbita invested $200 million into the plant on Tuesday.",
    "Rui Costa unveiled the new products at the Lund event on Tuesday.",
    "Talks between their union and the operator Northline broke down on Tuesday.",
    "Orbita presented a satellite at a different Halden event on Tuesday.",
    "Rui Costa won the Lund race four times.",
    "Orbita said on Tuesday that it was considering using some of the $700 billion meant to rescue banks in Darva.",
    "Fiat bought the six percent of Chrysler on Tuesday that Darva owned.",
    "Kessler reported a 49% decline on Tuesday.",
    "Orbita confirmed on Tuesday that there was a software glitch.",
    "Cisco promised a compatible release on Tuesday.",
    "The Conduct Authority denied on Tuesday that creating jobs was a factor.",
    "The Audit Office called on Tuesday for a re-run of the bidding.",
    "Rui Costa praised the device's antenna on Tuesday.",
    "Rui Costa said on Tuesday that Costa's company sold 13 million cars.",
    "The first of the new airliner was delivered to Kestrel Air on Tuesday.",
    "Terminal 3 was opened on Tuesday.",
    "The last fatal crash in Brindle happened on Tuesday.",
    "Prime Minister Arun Mehta called the landing a victory on Tuesday.",
    "Prime Minister Aino Virta visited the school on Tuesday.",
    "Valdor bought the unit from Siemar on Tuesday.",
    "President Joseph Tembo named Ruth Banda to the post on Tuesday.",
    "Foreign ministers of the two countries will meet in Vienna on Friday.",
    "Profit rose 12 percent on Tuesday.",
    "The trial of the founder of the payments company Kwikpay, Leo Marchetti, opened on Tuesday in Milan.",
    "Supermarket chain Fairways stopped selling eggs from the region on Tuesday.",
    "Talks broke down on Tuesday.",
    "Orbita approved the $150 million project on Tuesday.",
    "On Tuesday, 21 bodies had been recovered by nightfall.",
    "Orbita presented a successor on Tuesday.",
    "Nikkei shares fell on Monday to lows not seen since 1982.",
]


@pytest.mark.parametrize("sentence", UNCLEAR)
def test_what_no_reader_could_know_from_a_headline_alone_gets_none(sentence: str) -> None:
    assert headlines(sentence) == []


def test_a_record_is_told_of_a_thing_without_a_name_if_it_names_the_rival() -> None:
    sentence = "The app surpassed OpenAI’s ChatGPT as the most downloaded free app on Monday."
    assert headlines(sentence) == ["App surpasses OpenAI’s ChatGPT as the most downloaded free app"]


LONG = [
    "The Danish parliament approved on Tuesday the construction of an immersed railway tunnel between the islands of "
    "Lolland and Fehmarn and of a bridge over the strait that engineers had proposed twelve years before.",
    "Airbus signed a contract on Monday for the delivery of sixty long-range aeroplanes with the latest engines to "
    "airlines in Indonesia, Malaysia, Singapore and the Philippines over a period of eleven years.",
]


@pytest.mark.parametrize("sentence", LONG)
def test_a_long_sentence_is_trimmed_between_its_phrases(sentence: str) -> None:
    (headline,) = headlines(sentence)
    assert len(headline) <= LONGEST
    words = headline.split()
    cut = sentence.split().index(words[-1]) + 1
    assert sentence.split()[cut] in ("between", "and", "to", "with", "in", "over", "on", "for", "that")
