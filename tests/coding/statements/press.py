"""Sentences made for these tests in the styles of agencies, records of meetings, live pages and translations."""

from __future__ import annotations

from .attributions import Expected

MEETING: list[Expected] = [
    ("“Not until the guns fall silent,” the delegate of Norway said, “can aid be sent.”", [("the delegate of Norway", "can aid be sent")]),
    ("The representative of Ethiopia said the dam harmed nobody. His Government stood ready to share its data.", [("The representative of Ethiopia", "His Government stood ready to share its data")]),
    ("The representative of Sudan said the vote was unfair. Not until it was repeated would talks be held.", [("The representative of Sudan", "Not until it was repeated would talks be held")]),
    ("Only if both armies withdrew could observers return, said the representative of France.", [("the representative of France", "could observers return")]),
    ("The representative of Egypt rejected the charge. Under no circumstances would his country give up its waters.", [("The representative of Egypt", "Under no circumstances would his country give up its waters")]),
    ("MARTA LIND (Norway) said that the truce was fragile.", [("MARTA LIND", "the truce was fragile")]),
    ("In response, the Syrian delegate called the charges baseless.", [("the Syrian delegate", "the charges baseless")]),
    ("The Council had been told by the envoy that stocks were low.", [("the envoy", "stocks were low")]),
    ("Speaking after the vote, the ambassador of Chile regretted that the text had failed.", [("the ambassador of Chile", "the text had failed")]),
    ("Should the siege go on, the envoy warned, the city would starve.", [("the envoy", "the city would starve")]),
    ("The delegate of Iran said the sanctions were an act of war. They were unlawful and unjust.", [("The delegate of Iran", "They were unlawful and unjust")]),
    ("The envoy of Peru said the border was calm. The crisis was “a fire that could spread over the region”.", [("The envoy of Peru", "a fire that could spread over the region")]),
]

TRANSLATED: list[Expected] = [
    ("„We will not bow to anybody,“ so Minister Jonas Berg on Friday.", [("Jonas Berg", "We will not bow to anybody")]),
    ("About the ban there would be no talks, had said the minister Jonas Berg last week.", [("Jonas Berg", "About the ban there would be no talks")]),
    ("The embargo must be ended at once, demanded the chancellor.", [("the chancellor", "The embargo must be ended at once")]),
    ("A use of force he ruled out.", [("he", "A use of force")]),
    ("New sanctions threaten, said the Danish envoy in Rome, Jonas Berg, to the paper: Banks could be hit first.", [("Jonas Berg", "Banks could be hit first")]),
    ("According to the agency Interfax, the minister Ivan Marek stressed that the fleet would stay.", [("Ivan Marek", "the fleet would stay")]),
    ("„The time for talks is over“, emphasised the spokesman.", [("the spokesman", "The time for talks is over")]),
]

QUOTED_BY: list[Expected] = [
    ("Ivan Marek is quoted by Interfax as saying that the canal will stay open.", [("Ivan Marek", "the canal will stay open")]),
    ("Interfax quoted Ivan Marek as saying that the canal will stay open.", [("Ivan Marek", "the canal will stay open")]),
    ("The canal will stay open, Interfax quoted Ivan Marek as saying.", [("Ivan Marek", "The canal will stay open")]),
    ("The agency quoted her as urging Oslo to release the crew.", [("her", "to release the crew")]),
    ("On no account, he is believed to have said, would the ships leave.", [("he", "would the ships leave")]),
    ("The general was reported to have told the envoys that the road would be shut.", [("The general", "the road would be shut")]),
    ("Drills will start on Monday as planned, Interfax cited the ministry as saying.", [("the ministry", "Drills will start on Monday as planned")]),
    ("From Cairo it was announced that the note had been rejected.", [("Cairo", "the note had been rejected")]),
    ("The brigade is testing four rockets off the coast, General Ivan Marek, its commander, declared on Monday.", [("Ivan Marek", "The brigade is testing four rockets off the coast")]),
    ("This came at the wish of Oslo, which mediates between them, the state agency reported on Monday.", [("the state agency", "This came at the wish of Oslo")]),
]

LIVE: list[Expected] = [
    ("17:30 – Marek says: The fleet will answer in kind.", [("Marek", "The fleet will answer in kind")]),
    ("“Sheer invention”: a spokesman for the fleet denies that any raid is planned.", [("a spokesman for the fleet", "any raid is planned")]),
    ("“We shall stay here”: a spokesman for the fleet denies that it will leave.", [("a spokesman for the fleet", "We shall stay here")]),
    ("There is no proof, she says, that the ships were armed.", [("she", "the ships were armed")]),
    ("Unless Oslo changes course, Rome will act, the president adds.", [("the president", "Unless Oslo changes course, Rome will act")]),
    ("Neither capital, a French diplomat remarked, had asked for mediation.", [("a French diplomat", "had asked for mediation")]),
    ("Tokyo, he warned, will rue the day.", [("he", "will rue the day")]),
    ("Foreign Secretary Ann Lind: The islands must be cleared first", [("Ann Lind", "The islands must be cleared first")]),
    ("Petra Novak, in Oslo, calls it the worst crisis of the century.", [("Petra Novak", "the worst crisis of the century")]),
    ("They will decide on Thursday, says Petra Novak.", [("Petra Novak", "They will decide on Thursday")]),
]

COMMUNIQUE: list[Expected] = [
    ("The ministers underlined that the islands must be cleared.", [("The ministers", "the islands must be cleared")]),
    ("The ministers reaffirmed their commitment to a just peace.", [("The ministers", "their commitment to a just peace")]),
    ("The two sides stressed the need for restraint.", [("The two sides", "the need for restraint")]),
    ("Minister Ivan Marek noted that the pact is valid. No talks can be held under threat.", [("Ivan Marek", "No talks can be held under threat")]),
    ("The pact, Ivan Marek stressed, will be signed in May. The envoys are to meet in Oslo.", [("Ivan Marek", "The envoys are to meet in Oslo")]),
    ("President Ivan Marek said the drills would end. The soldiers were told not to fire.", [(None, "not to fire")]),
    ("In a telegram to the premier, Ivan Marek warned that rockets would fly.", [("Ivan Marek", "rockets would fly")]),
    ("In a note to Oslo, Rome stated that the frontier was closed.", [("Rome", "the frontier was closed")]),
    ("The chancellor closed with the words: “Nobody has the right to a veto.”", [("The chancellor", "Nobody has the right to a veto")]),
    ("Ivan Marek wrote in the paper that the frontier was closed.", [("Ivan Marek", "the frontier was closed")]),
    ("The warning by Oslo, given on Sunday, that ships might be boarded alarmed the traders.", [("Oslo", "ships might be boarded")]),
    ("Oslo's message was clear: no further drill would be tolerated.", [("Oslo", "no further drill would be tolerated")]),
]

NESTED: list[Expected] = [
    ("According to Interfax, Ivan Marek insisted that the pact was dead.", [("Ivan Marek", "the pact was dead")]),
    ("Oslo says that Rome has promised to leave.", [("Rome", "to leave")]),
    ("Oslo claimed that Rome had refused to sign.", [("Rome", "to sign")]),
    ("The envoy recalled that Oslo had warned that the dam might burst.", [("Oslo", "the dam might burst")]),
    ("Petra Novak said that Kyiv had denied that shells were fired.", [("Kyiv", "shells were fired")]),
    ("“Oslo said it would leave,” Petra Novak told reporters.", [("Petra Novak", "Oslo said it would leave")]),
    ("The letter says that Moscow demanded that the bases be closed.", [("The letter", "Moscow demanded that the bases be closed")]),
    ("She said her mother thought the war was lost.", [("She", "her mother thought the war was lost")]),
    ("Interfax reported that Oslo had accused Rome of lying.", [("Interfax", "Oslo had accused Rome of lying")]),
    ("The spokesman said he did not know who had fired.", [("The spokesman", "he did not know who had fired")]),
]

FREE: list[Expected] = [
    ("Minister Ivan Marek said the port was safe. It would reopen in May.", [("Ivan Marek", "It would reopen in May")]),
    ("Minister Ivan Marek denied the raid. The fleet could not have sailed in such a storm.", [("Ivan Marek", "The fleet could not have sailed in such a storm")]),
    ("Minister Ivan Marek said the pact was dead. A new text had to be written.", [("Ivan Marek", "A new text had to be written")]),
    ("Minister Ivan Marek said the envoys had left. His country was ready to receive them again.", [("Ivan Marek", "His country was ready to receive them again")]),
    ("Minister Ivan Marek called the vote a farce. It was unacceptable.", [("Ivan Marek", "It was unacceptable")]),
    ("Minister Ivan Marek said the rebels had lost. Never would the state yield to force.", [("Ivan Marek", "Never would the state yield to force")]),
    ("Minister Ivan Marek said the road was open. Two trucks burned in the valley.", [("Ivan Marek", "the road was open")]),
    ("Minister Ivan Marek insists that the pact is valid. It must be kept by all.", [("Ivan Marek", "It must be kept by all")]),
    ("Minister Ivan Marek said the talks were useful. Oslo might host the next round.", [("Ivan Marek", "Oslo might host the next round")]),
    ("Minister Ivan Marek said the talks were useful. If they failed, the fleet would sail.", [("Ivan Marek", "the fleet would sail")]),
    ("Minister Ivan Marek says the truce holds. Troops will leave by Friday.", [("Ivan Marek", "Troops will leave by Friday")]),
    ("The port was shelled at dawn. Its cranes could be seen burning.", []),
    ("Minister Ivan Marek said the ship was lost. The crew were to be freed at once.", [("Ivan Marek", "The crew were to be freed at once")]),
    ("Minister Ivan Marek said Oslo was willing to talk. It remained opposed to sanctions.", [("Ivan Marek", "It remained opposed to sanctions")]),
]

PARAGRAPHS: list[Expected] = [
    ("“The border stays closed,” the minister said.\n\n“Nobody will cross it before spring.”", [("the minister", "Nobody will cross it before spring")]),
    ("The minister said: “The border stays closed.\n\n“Nobody will cross it before spring.”", [("The minister", "Nobody will cross it before spring")]),
    ("“We waited for a year,” said Petra Novak.\n\n“Then the letter came and all was over.”", [("Petra Novak", "Then the letter came and all was over")]),
    ("Petra Novak told reporters: “We shall stay.\n\n“We have no other choice.\n\n“We are at home here.”", [("Petra Novak", "We are at home here")]),
    ("Q: Will the fleet sail?\n\nMR. NOVAK: It will not sail.\n\nThe crews are on leave.", [("MR. NOVAK", "The crews are on leave")]),
    ("QUESTION: And the dam?\n\nMS. LIND: The dam is safe.\n\nQUESTION: For how long?\n\nMS. LIND: For ever.", [("MS. LIND", "The dam is safe")]),
    ("Moderator: What comes next?\n\nMinister Marek: We expect an answer in May.", [("Minister Marek", "We expect an answer in May")]),
    ("“They came at night,” he said. “There were six of them.”\n\n“Two were armed with knives.”", [("he", "Two were armed with knives")]),
    ("The premier was firm.\n\n“We will not leave this island,” she said.\n\n“Let nobody doubt it.”", [("she", "Let nobody doubt it")]),
    ("‘It is a matter for the miners' own council,’ the envoy said.", [("the envoy", "It is a matter for the miners' own council")]),
    ("‘We shall not be the first,’ the envoy said, ‘but nobody should doubt our will.’", [("the envoy", "nobody should doubt our will")]),
]
