"""How far a statement reaches, and whose it is: text, source, words inside its content, words outside it."""

from __future__ import annotations

Reach = tuple[str, str, str, str]

CHARGES: list[Reach] = [
    ("Oslo accused the rich kingdom of complicity in the raid.", "Oslo", "the rich kingdom of complicity", "accused"),
    ("Ivan Marek, an old sailor, accused the followers of the premier of fraud.", "Marek", "the followers of the premier of fraud", "accused"),
    ("He called China “provocative,” accusing it of “creating a wall of sand” and “clearly arming” the disputed waters.", "He", "clearly arming", "provocative"),
]
SUBJECTS: list[Reach] = [
    ("Party elders hoped the meeting, requested by the rebels, would be a moment of calm for the alliance.", "elders", "the meeting, requested by", "hoped"),
    ("Roe, the author of “The Long Wall,” said the days when the nation had “a somewhat common story” from its press are gone.", "Roe", "the days when the nation", "Long Wall"),
    ("Many deputies made it clear they did not agree with the choice of their leaders.", "deputies", "they did not agree", "made"),
    ("The minister hailed the vote as “fantastic,” telling reporters during a visit to Oslo on Friday that he thinks the pact is “a great thing.”", "The minister", "the pact is “a great thing", "fantastic"),
]
EDGES: list[Reach] = [
    ("While unions welcomed Norway's pledge last year that fees would fall, they were less pleased by its plans to close three ports.", "unions", "that fees would fall", "less pleased"),
    ("While unions welcomed Norway's pledge last year that fees would fall, they were less pleased by its plans to close three ports.", "they", "its plans to close", "fees"),
    ("The president told her that it was not that simple, according to an account she gave to the Daily Post.", "an account", "The president told her", "according"),
    ("The president said later he had been “frank” in the talks.", "The president", "he had been", "later"),
    ("Greeting supporters at dawn, the opposition leader, 70, said it was too early to speak of victory but added, “I think you all know the result.”", "opposition leader", "you all know", "too early"),
    ("“The junta will be beaten in a week,” said a deputy of the old guard, who, like all those asked, responded anonymously.", "deputy", "will be beaten", "said a deputy"),
    ("As for Marek, he seems content that the pact came into being: “There is no perfect treaty in this world. It is good.”", "he", "It is good", "came into being"),
]
CONDITIONS: list[Reach] = [
    ("Mr. Roe intimated that his Government might discuss inspection, provided that it did not amount to espionage.", "Roe", "provided that it did not amount", "intimated"),
    ("The Pentagon confirmed that a drone had been lost over the gulf but refused to say what had brought it down.", "Pentagon", "to say what had", "confirmed"),
    ("The Pentagon confirmed that a drone had been lost over the gulf but refused to say what had brought it down.", "Pentagon", "had been lost over the gulf", "refused"),
    ("The Kremlin said it was watching the border and would respond in kind should its peacekeepers come under fire.", "The Kremlin", "should its peacekeepers come under fire", "said"),
    ("Roe declared that peace at the price of Britain's being treated as if she were of no account would be a humiliation for a great country.", "Roe", "would be a humiliation", "declared"),
    ("Ethiopia maintains that the second filling will go ahead, a position Cairo and Khartoum have both described as unacceptable.", "Ethiopia", "will go ahead", "position"),
    ("Ethiopia maintains that the second filling will go ahead, a position Cairo and Khartoum have both described as unacceptable.", "Cairo", "unacceptable", "second"),
]
REQUESTS: list[Reach] = [
    ("The opposition has called for the president to step down; he insists he will serve out his term.", "The opposition", "the president to step down", "insists"),
    ("Bishops appealed for both sides to hold their fire.", "Bishops", "both sides to hold", "appealed"),
    ("Norland's army said on Sunday it had repelled an assault on the airport.", "army", "it had repelled", "Sunday"),
    ("Analysts doubt that the deal will hold, pointing to the failure of two earlier accords.", "Analysts", "the failure of two", "will hold"),
    ("Analysts doubt that the deal will hold, pointing to the failure of two earlier accords.", "Analysts", "the deal will hold", "failure"),
]
TORN: list[Reach] = [
    ("We reaffirm our commitment to the integrity of Moldavia, the ministers wrote, and we shall not recognise any change made by force.", "the ministers", "we shall not recognise", "wrote"),
    ("The Secretary-General is deeply alarmed by reports of mass graves.", "The Secretary-General", "reports of mass graves", "alarmed"),
    ("The rebels' leader, reached by satellite phone, boasted of having shot down two helicopters.", "leader", "having shot down", "phone"),
    ("Vice Admiral Lund maintained under questioning that his ship had been in international waters.", "Lund", "his ship had been", "questioning"),
    ("“Illegal, immoral and stupid” – that is how former president Castellanos described the embargo on Monday.", "Castellanos", "immoral and stupid", "Monday"),
]
THINGS: list[Reach] = [
    ("Oslo dismissed as absurd the claim that its ships had fired.", "Oslo", "the claim that its ships had fired", "dismissed"),
    ("The premier dismissed as “pure fantasy” reports that helicopters had landed.", "The premier", "reports that helicopters had landed", "dismissed"),
    ("“The whole coalition sends its condolences,” Army Lt. Gen. Stephen J. Roe, commander of the task force, said in the release.", "Army Lt. Gen", "condolences", "release"),
    ("Mali said on Tuesday the troops had crossed the ridge, an account that Niger denied.", "Mali", "had crossed the ridge", "account"),
    ("Cuba protested against the overflights and reserved the right to shoot down any intruder.", "Cuba", "to shoot down any intruder", "overflights"),
    ("The position has not changed, Foreign Minister Benali said after the talks: no recognition without a referendum.", "Benali", "no recognition without", "said"),
    ("Local officials put the number of displaced at 30,000.", "officials", "the number of displaced at 30,000", "put"),
    ("The captain radioed that he was being followed by two destroyers.", "captain", "he was being followed", "radioed"),
    ("The Syrian delegate, shouting to make himself heard, called the resolution a licence for aggression.", "delegate", "the resolution a licence", "shouting"),
    ("An adviser to the prime minister described the mood in the room as poisonous.", "adviser", "the mood in the room as poisonous", "described"),
    ("“It is with deep regret,” the envoy began, “that my government has decided to withdraw from the talks.”", "envoy", "that my government", "began"),
    ("The secretary conceded that mistakes had been made but said nobody had the right to lecture Hungary.", "secretary", "had been made", "but"),
    ("Pakistan's army has denied harbouring the militants, whom Kabul blames for the bombing of a mosque.", "army", "harbouring the militants", "mosque"),
    ("Locals reported hearing heavy fire from the barracks.", "Locals", "hearing heavy fire", "reported"),
    ("The mission's chief said only that he had received the letter.", "chief", "he had received", "only"),
    ("The envoys had described the draft as biased, the aide said; a new one was in the works.", "aide", "a new one was", "said"),
]
SOURCES: list[Reach] = [
    ("Norland's President Ivan Marek, who has offered his good offices, proposed last week that both armies pull back ten kilometres.", "Marek", "both armies pull back", "last week"),
    ("India's army chief, asked whether more troops would be sent, replied that “all options are on the table”.", "army chief", "all options", "more troops"),
    ("The spokesman could not be reached; an aide said by text message that the curfew would stay in place.", "aide", "the curfew would stay", "message"),
    ("The envoy on Syria has seen the report.\n\nResponding to it, Jane Roe, the Special Representative, said:\n\nThe report makes grim reading. The inquiry must be allowed to go on.", "Jane Roe", "The inquiry must be allowed", "has seen"),
    ("The premier rebuked deputies who say the truce is dead.", "who", "the truce is dead", "premier"),
    ("The premier rebuked deputies who say the truce is dead.", "premier", "deputies", "truce"),
    ("The court is looking into whether the ministry knew of the shipment.", "court", "whether the ministry knew", "looking"),
    ("The council was weighing whether to send a mission to the border.", "council", "whether to send", "weighing"),
    ("Worried that the dam might fail, the government ordered the valley cleared.", "government", "the dam might fail", "cleared"),
    ("The plan met criticism from the union over the cost of the ships.", "union", "the cost of the ships", "met"),
    ("Opposition deputies booed the premier as he rose to speak.", "deputies", "the premier", "booed"),
    ("I recall President Roe going on television in April, declaring a “war” on drought.", "President Roe", "on drought", "television"),
    ("They were meant to show that the fleet was cut off from the government, an idea that was untrue.", "They", "the fleet was cut off", "untrue"),
    ("Another official speaking to Radio Norland said the gate was shut at noon.", "Another official", "the gate was shut", "speaking"),
    ("According to Jane Roe, writing for the Daily Post:\n\n“The fund received 26 million in payments from abroad.”", "Jane Roe", "The fund received", "writing"),
    ("Protesters broke into chants of “Down with the junta!” on Monday.", "Protesters", "Down with the junta", "Monday"),
    ("''The king looked at me and said, 'You weren't in line,''' Ms. Lind recalled, ''and I said, 'Sir, that was our present to you.'.''", "Ms. Lind", "that was our present", "recalled"),
    ("Marek said,“Look, those maps have no place in this room.”", "Marek", "have no place in this room", "said"),
    ("The envoy added:“Nobody will sign it.”", "envoy", "Nobody will sign it", "added"),
]
NAMED = (  # what stands in marks and is a name
    ("The plan would cost a billion a year, according to the “Peace for all” document he released.", "Peace for all"),
    ("Marek interjected, “Ladies and gentlemen, the president,” who went on to sing “Bridge Over Water.”", "Bridge"),
)
SILENT = (
    "The envoy put the number on the door at noon.",
    "Officials, who asked not to be identified, left the hall.",
    "Addressing the crowd from a balcony, Mendoza wept.",
    "A senior official, who declined to be named, left the hall.",
    "The president recalled the guard from the coast.",
    "Oslo recalled its ambassador on Monday.",
    "Marek is to speak on Monday.",
    "The bill went through the School of Border Studies at Oslo.",
    "These are the words of a commander of the fleet.",
)
