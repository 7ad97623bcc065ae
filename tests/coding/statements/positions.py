"""Sentences on what parties feel, judge, foresee and side with, and on how far their words reach: text, then (source, words)."""

from __future__ import annotations

from .attributions import Expected

FEELINGS: list[Expected] = [
    ("The raid has angered Oslo.", [("Oslo", "The raid")]),
    ("Oslo was angered by the raid.", [("Oslo", "the raid")]),
    ("Angered by the raid, Oslo closed its embassy.", [("Oslo", "the raid")]),
    ("The leak embarrassed the ministry.", [("the ministry", "The leak")]),
    ("The patrols have alarmed Warsaw.", [("Warsaw", "The patrols")]),
    ("The images horrified the bishops.", [("the bishops", "The images")]),
    ("Lima was incensed by the new map.", [("Lima", "the new map")]),
    ("The remark worried some diplomats.", [("some diplomats", "The remark")]),
    ("Alarmed by the patrols, the fishermen stayed at home.", [("the fishermen", "the patrols")]),
    ("The offer surprised the rebels.", [("the rebels", "The offer")]),
    ("The toll has irked the mayors.", [("the mayors", "The toll")]),
    ("The veto had dismayed the mediators.", [("the mediators", "The veto")]),
    ("The launch rattled Seoul.", [("Seoul", "The launch")]),
    ("Officials in Quito were stunned by the verdict.", [("Officials in Quito", "the verdict")]),
    ("The pact pleased the governors.", [("the governors", "The pact")]),
    ("The terms humiliated the generals.", [("the generals", "The terms")]),
    ("The delay frustrated the envoys.", [("the envoys", "The delay")]),
    ("The ministers were disappointed by the text.", [("The ministers", "the text")]),
    ("The pledge reassured the allies.", [("the allies", "The pledge")]),
    ("The visit upset Beijing.", [("Beijing", "The visit")]),
    ("The cartoon offended the clerics.", [("the clerics", "The cartoon")]),
    ("The general's silence puzzled the senators.", [("the senators", "The general's silence")]),
    ("The drought troubled the rivers.", []),
]

JUDGED: list[Expected] = [
    ("The premier predicted a landslide in the north.", [("The premier", "a landslide")]),
    ("The senator recalled the kindness of the monks.", [("The senator", "the kindness of the monks")]),
    ("Analysts foresee a long siege.", [("Analysts", "a long siege")]),
    ("The bank forecast a slump.", [("The bank", "a slump")]),
    ("Warsaw anticipates a wave of refugees.", [("Warsaw", "a wave of refugees")]),
    ("Most envoys expect a short war.", [("Most envoys", "a short war")]),
    ("The miners never trusted the governor.", [("The miners", "the governor")]),
    ("Neither side wants a war over the reef.", [("Neither side", "a war over the reef")]),
    ("The settlers hated the plan.", [("The settlers", "the plan")]),
    ("The villagers dread another winter.", [("The villagers", "another winter")]),
    ("The court deemed the order unlawful.", [("The court", "the order unlawful")]),
    ("The generals consider the line a border.", [("The generals", "the line a border")]),
    ("Experts see the drill held on Sunday as a test.", [("Experts", "as a test")]),
    ("Tehran sees the drill as a provocation.", [("Tehran", "the drill as a provocation")]),
    ("The drill is seen as a provocation.", [(None, "a provocation")]),
    ("The law was widely viewed as an insult.", [(None, "an insult")]),
    ("The pact was described as a betrayal.", [(None, "a betrayal")]),
    ("The victim was confirmed as a pilot by the minister.", [("the minister", "a pilot")]),
    ("The radio cast the retreat as a victory.", [("The radio", "the retreat as a victory")]),
    ("The council endorsed her on Friday.", [("The council", "her")]),
    ("The bishop criticised them.", [("The bishop", "them")]),
    ("The mayor distanced himself from the raid.", [("The mayor", "the raid")]),
    ("Minsk aligned itself with the bloc.", [("Minsk", "the bloc")]),
    ("The delegates sparred over the map.", [("The delegates", "the map")]),
    ("The deputies rallied behind the president.", [("The deputies", "the president")]),
    ("The observers saw the town.", []),
    ("A boy who loved the sea drowned.", []),
]

NOMINAL: list[Expected] = [
    ("There were rumours that the king had fled.", [(None, "the king had fled")]),
    ("Reports that the bridge had fallen reached the capital.", [(None, "the bridge had fallen")]),
    ("The promise that she made in May is that the tax will go.", [("she", "the tax will go")]),
    ("The concern within the ministry is that the truce will fail.", [("the ministry", "the truce will fail")]),
    ("There is concern among the allies that the truce will fail.", [("the allies", "the truce will fail")]),
    ("Claims that the vote was rigged spread quickly.", [(None, "the vote was rigged")]),
    ("The mayor is a critic of the accord.", [("The mayor", "the accord")]),
    ("Ana Ruiz, a supporter of the accord, left the room.", [("Ana Ruiz", "the accord")]),
    ("The bishop became an opponent of the draft.", [("The bishop", "the draft")]),
    ("The widow's campaign against the draft went on.", [("The widow", "the draft")]),
    ("The general's rant against the press was broadcast.", [("The general", "the press")]),
    ("The king's tribute to the dead was short.", [("The king", "the dead")]),
    ("The marshal's contempt for the talks is well known.", [("The marshal", "the talks")]),
    ("The clan's hostility towards the road is old.", [("The clan", "the road")]),
    ("The premier's dig at the council drew laughter.", [("The premier", "the council")]),
    ("The junta's embrace of the bloc surprised no one.", [("The junta", "the bloc")]),
    ("The agency carried an appeal by the council to Turkey to refrain from force.", [("the council", "to refrain from force")]),
    ("The consul's advice to leave was heeded.", [("The consul", "to leave")]),
    ("The deputy's vote against the levy cost him his seat.", [("The deputy", "the levy")]),
    ("The ministry's rebuttal of the report was curt.", [("The ministry", "the report")]),
    ("The belief that the sea was safe was common.", []),
]

LOST: list[Expected] = [
    ("The spokesman also said for the first time that some papers had been found.", [("The spokesman", "some papers had been found")]),
    ("The board agreed that the treasury has limited power to stop the trade.", [("The board", "the treasury has limited power to stop the trade")]),
    ("He commented that his network stayed on the air.", [("He", "his network stayed on the air")]),
    ("Not long after the fleet sailed, the envoy asked the premier about the mines.", [("the envoy", "the mines")]),
    ("Although it had rained, the mayor told the crews to leave the quay.", [("the mayor", "to leave the quay")]),
    ("While the king slept, the general announced a curfew.", [("the general", "a curfew")]),
    ("Courted by both camps, the banker said on Friday that he would wait.", [("the banker", "he would wait")]),
    ("Several leading deputies, including Ana Ruiz and Jon Vik, criticised the trade.", [("Several leading deputies", "the trade")]),
    ("Vik told the agency that Oslo “had a cruel policy,” adding, “It will lose every friend.”", [("Vik", "It will lose every friend")]),
    ("The envoy bristled at the question, saying, “The answer is known to all of you.”", [("The envoy", "The answer is known to all of you")]),
    ("In case of a clash, he intimated, the deliveries could hardly go on.", [("he", "the deliveries could hardly go on")]),
    ("To go to court, officers here have let it be known, would be treated as an insult.", [("officers here", "would be treated as an insult")]),
]

PREDICATED: list[Expected] = [
    ("“There is nothing to apologise for,” was the reply of a ministry source.", [("a ministry source", "There is nothing to apologise for")]),
    ("“We will not go back,” was his answer.", [("his", "We will not go back")]),
    ("“The pact is dead,” was the verdict of the premier.", [("the premier", "The pact is dead")]),
    ("That such a text would be thrown out was the envoy's reply.", [("the envoy", "such a text would be thrown out")]),
    ("That troops are massing near the lake is stated by the observers.", [("the observers", "troops are massing near the lake")]),
    ("That a mine was laid has been confirmed by the navy.", [("the navy", "a mine was laid")]),
    ("That the pilot had strayed was admitted by the ministry.", [("the ministry", "the pilot had strayed")]),
    ("That no warning was given is what the navigator told reporters.", [("the navigator", "no warning was given")]),
    ("That the line had been crossed is what the mayor says.", [("the mayor", "the line had been crossed")]),
    ("Units have moved up, the agency said; that they had crossed the river was denied.", [(None, "they had crossed the river")]),
    ("That the sea is deep is plain.", []),
    ("That bridge was denied a licence by the mayor.", []),
]

COLONS: list[Expected] = [
    ("In a survey by the bank, 40 percent chose war.", [("a survey by the bank", "40 percent chose war")]),
    ("In the latest poll, most of them opposed the levy.", [("the latest poll", "most of them opposed the levy")]),
    ("In the valley, 40 people died.", []),
    ("Experts: Sanctions would hurt the wrong people", [("Experts", "Sanctions would hurt the wrong people")]),
    ("Insiders: The premier will resign in May", [("Insiders", "The premier will resign in May")]),
    ("Report: Navy to send a ship to the strait", [("Report", "Navy to send a ship to the strait")]),
    ("Analysts: The rebels are losing the coast", [("Analysts", "The rebels are losing the coast")]),
    ("Historians: The border was never drawn", [("Historians", "The border was never drawn")]),
    ("Police: Two guards have fled the town", [("Police", "Two guards have fled the town")]),
    ("Survey: Most miners want to leave", [("Survey", "Most miners want to leave")]),
    ("Officials: The dam is safe", [("Officials", "The dam is safe")]),
    ("Diplomats: The text will be signed", [("Diplomats", "The text will be signed")]),
    ("Economists: The levy has failed", [("Economists", "The levy has failed")]),
    ("Background: The island was sold in 1867", []),
    ("Reminder: The office is closed", []),
    ("Weather: Rain is expected", []),
]

# text, source, words that the content holds, words that it does not
REACH: list[tuple[str, str, str, str]] = [
    ("The council condemned the raid, which killed four sailors.", "The council", "the raid", "killed"),
    ("The envoy makes no apologies for his candour, which has upset the court.", "The envoy", "his candour", "court"),
    ("Lima criticised the levy, which the bank had proposed.", "Lima", "the levy", "bank"),
    ("The bishop praised the crew, who had rowed all night.", "The bishop", "the crew", "rowed"),
    ("They pointed to the example of Peru, which lost its fleet last year.", "They", "the example of Peru", "lost"),
    ("The king rejected the draft, where the islands are not named.", "The king", "the draft", "islands"),
    ("She said that some families would pay more, a charge that the party denied.", "She", "some families would pay more", "party"),
    ("He complained that the vote had been rigged, a claim which the court rejected.", "He", "the vote had been rigged", "court"),
    ("Vik repeated his claim in May that the fleet was lost.", "Vik", "the fleet was lost", "Vik"),
    ("The premier repeated his contention that the base was legal.", "The premier", "the base was legal", "premier"),
    ("The cabinet proposed a levy last year on the dirtiest plants.", "The cabinet", "on the dirtiest plants", "cabinet"),
    ("The envoy defended the mayor against the charges.", "The envoy", "against the charges", "envoy"),
]

SET_OUT: list[tuple[str, str, str]] = [
    ("The Foreign Secretary said:\n\nI am appalled by this raid.\n\nWe will go on calling for a truce.\n", "The Foreign Secretary", "We will go on calling for a truce"),
    ("The ministry issued the following statement:\n\nThe border is closed. It will stay closed.\n", "The ministry", "It will stay closed"),
    ("After the talks the envoy told the press:\n\nWe have agreed on nothing.\n\nOur door stays open.\n", "the envoy", "Our door stays open"),
    ("The premier of Norway said:\n\nI welcome the release of the crew.\n", "The premier of Norway", "I welcome the release of the crew"),
]
NOT_SET_OUT = [
    "The agenda of the summit said:\n\nThe talks begin at nine.\n",
    "The ministers met on three points:\n\nWe list them here.\n",
    "The envoy said:\n\n- ships\n- planes\n",
]
