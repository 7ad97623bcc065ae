"""Sentences of speeches and ministries' statements in the first person, and of reports with what parts act and condition.

Each row: text, kinds ('|' between), holder (empty: any), words of the act, words of the condition (empty: not asked).
"""

from __future__ import annotations

from .grid_threats import Row

SPEECHES: list[Row] = [
    ("We call on Russia to withdraw its troops. Our position is known.", "demand", "", "withdraw its troops", ""),
    ("We must avoid a new arms race on our continent. We have seen one before.", "demand", "", "avoid a new arms race", ""),
    ("Chad reiterates its appeal for calm. We urge Khartoum to open the border.", "demand", "TCD", "open the border", ""),
    ("There must be an end to the shelling of our towns.", "demand", "", "an end to the shelling", ""),
    ("We have no obligation to shield those who attack us.", "refusal", "", "shield those who attack us", ""),
    ("Our government sees no need for foreign troops.", "refusal", "", "foreign troops", ""),
    ("We will not rest until our prisoners are home.", "pledge", "", "We will not rest", "until our prisoners are home"),
    ("Don’t let one man drag Lebanon into war. We are not your enemies.", "demand", "", "let one man drag Lebanon", ""),
    ("We do not seek to conquer anyone. We seek our own security.", "refusal|pledge", "", "conquer anyone", ""),
    ("The time has come to resume negotiations. We owe it to our children.", "proposal|demand", "", "resume negotiations", ""),
    ("It is essential that the regime give our envoys access.", "demand", "", "the regime give our envoys access", ""),
    ("It is imperative for all parties to return to our common table.", "demand", "", "return to our common table", ""),
    ("If they do not, we will fight until we achieve victory.", "threat", "", "we will fight", "If they do not"),
    ("But if India crosses the line, it will evoke a strong response from us.", "threat|warning", "", "it will evoke a strong response", "if India crosses"),
    ("We reserve the right to take measures against any violation of our border.", "threat", "", "take measures", ""),
    ("These states have a responsibility to reduce their stockpiles, and we remind them of it.", "demand", "", "reduce their stockpiles", ""),
    ("It is too early to normalise our relations with them.", "refusal", "", "too early to normalise", ""),
    ("We continue our efforts to free the hostages.", "pledge", "", "continue our efforts", ""),
    ("Zambia stands ready to host the talks. We have done so before.", "offer", "ZMB", "host the talks", ""),
    ("The blockade must be lifted at once. Our people cannot wait.", "demand", "", "blockade must be lifted", ""),
    ("The minister underlined the need for all sides to respect the truce, the Irish foreign ministry said.", "demand", "IRL", "all sides to respect the truce", ""),
    ("Kenya's president stressed the importance of a ceasefire.", "demand", "KEN", "a ceasefire", ""),
]

REPORTS: list[Row] = [
    ("Yugoslavia would look upon such an entry as an act of aggression, Marshal Tito declared.", "red_line|threat", "YUG", "look upon such an entry as an act of aggression", ""),
    ("Were the country attacked, it would defend itself, Syria's foreign minister said.", "threat", "SYR", "defend itself", "Were the country attacked"),
    ("Talks on the island were out of the question, the Yemeni president said, unless the Eritreans went back.", "refusal", "YEM", "out of the question", "unless the Eritreans"),
    ("Algeria will not talk to Morocco, its foreign minister said, before Rabat has taken its words back.", "refusal", "DZA", "not talk to Morocco", "before Rabat"),
    ("The envoy of Greece said Athens would negotiate on nothing that concerned its sovereignty.", "refusal", "GRC", "negotiate on nothing", ""),
    ("No harm would come to the civilians, India's defence minister said.", "pledge", "IND", "No harm would come", ""),
    ("Should the garrison lay down its arms, its men would be sent home, the Indian premier said.", "offer", "IND", "sent home", "Should the garrison"),
    ("Peru's president defied calls to withdraw his army from the outpost.", "refusal", "PER", "withdraw his army", ""),
    ("South Korea's president ordered the military to strike the missile base if there was any further provocation.", "threat", "KOR", "strike the missile base", "if there was"),
    ("“We will exact a price from Iran,” the Israeli minister said.", "threat", "ISR", "exact a price from Iran", ""),
    ("If the world does not condemn this raid, Ecuador will know how to make itself respected, its president said.", "threat", "ECU", "know how to make itself respected", "If the world"),
    ("Trawlers without a licence will go on losing their nets, said Iceland's justice minister.", "threat", "ISL", "go on losing their nets", ""),
    ("Iceland will lodge a complaint with the Security Council.", "threat|pledge", "ISL", "lodge a complaint", ""),
    ("The Chilean president is not going to fire first, his office in Santiago said.", "pledge", "CHL", "not going to fire first", ""),
    ("The limit is not recognized by the United States.", "refusal", "USA", "limit is not recognized", ""),
    ("There was no need for peacekeepers, the Thai minister stated.", "refusal", "THA", "no need for peacekeepers", ""),
    ("Turkey would not be presented with accomplished facts, its foreign minister said.", "refusal", "TUR", "presented with accomplished facts", ""),
    ("No business is being done with Iran until the sailors are freed, the British foreign secretary said.", "refusal", "GBR", "No business is being done", "until the sailors"),
    ("Hamas has got to go, the Israeli prime minister said.", "demand", "ISR", "Hamas has got to go", ""),
    ("Both generals cannot escape responsibility for the massacre, the UN envoy said.", "warning", "UN", "escape responsibility", ""),
    ("“You have been told once. Do not cross the river,” the Ghanaian general said.", "demand", "GHA", "Do not cross the river", ""),
    ("Any country that breaks the pact must face consequences, the French minister said.", "threat|demand", "FRA", "must face consequences", "Any country"),
    ("Jordan's king said his forces would hold their fire if the convoy turned back.", "offer", "JOR", "hold their fire", "if the convoy"),
    ("The secretary-general carried an appeal by Egypt to Turkey to refrain from the use of force.", "demand", "EGY", "refrain from the use of force", ""),
]
