"""Quotations with the cue and the source that they have, in sentences of our own."""

from __future__ import annotations

TAGS = (  # text, cue, source, quoted words at the end of the content
    ("“The bridge is ours and will stay ours,” Ivan Marek deadpanned.", "deadpanned", "Marek", "will stay ours"),
    ("“You gave us very little time,” Anna Lind, the envoy to Norway, told the premier as he left.", "told", "Lind", "little time"),
    ("“We have seen no map of the border,” Ivan Marek, now 71 and retired in Bergen, said by telephone.", "said", "Marek", "of the border"),
    ("“Three weeks. Not a day more. No fourth ship,” Anna Lind, a former admiral, said, naming her terms.", "said", "Lind", "fourth ship"),
    ("“Who gave the order to fire?” Anna Lind pressed.", "pressed", "Lind", "order to fire"),
    ("“They met the crew in Oslo in May,” the judge started.", "started", "judge", "in May"),
    ("“Why would anybody sign such a text?” Marek said about the draft of the treaty.", "said", "Marek", "such a text"),
    ("“If they come back they will be sunk!” the commander of the fleet, Ivan Marek, tweeted on Sunday.", "tweeted", "commander", "will be sunk"),
    ("“The kingdom has paid its debts in full,” the Danes state in a letter that was read out on Monday.", "state", "Danes", "in full"),
    ("“Nobody will board that ship again,” the mayor snapped.", "snapped", "mayor", "ship again"),
    ("“We were told nothing at all,” one of the sailors grumbled on Friday.", "grumbled", "one", "nothing at all"),
    ("“It was never ours to give,” Marek sighed.", "sighed", "Marek", "to give"),
    ("“Is that a threat or a promise?” the senator asked.", "asked", "senator", "or a promise"),
    ("“The cable was cut on purpose,” Lind, who led the inquiry, told the court.", "told", "Lind", "on purpose"),
    ("“We shall see them in court,” quipped Marek.", "quipped", "Marek", "in court"),
    ("“The net was found on the beach,” the captain later recalled.", "recalled", "captain", "on the beach"),
    ("“Let them try to stop us!” the crowd roared.", "roared", "crowd", "stop us"),
    ("“Our patience is not without end,” President Ivan Marek (Norland) warned.", "warned", "Marek", "without end"),
    ("“They fired on us twice,” the skipper insisted on Tuesday.", "insisted", "skipper", "us twice"),
    ("“The offer is still on the table,” his aide murmured.", "murmured", "aide", "on the table"),
    ("“I will not sign a blank sheet,” Lind shot back.", "shot", "Lind", "blank sheet"),
    ("“They know her well and they like her,” a voice-over in the ad states.", "states", "over", "like her"),
    ("“There is no gas left in the store,” the minister, pale and tired, admitted.", "admitted", "minister", "in the store"),
)
LEADS = (
    ("Marek, who had come late, interrupted to say: “We were never asked about the ships. Nobody asked us.”", "say", "Marek", "asked us"),
    ("The envoy told us in Oslo, “We left the town. We had to leave it.”", "told", "envoy", "had to leave it"),
    ("Ivan Marek lists two plain facts: “The port was closed in May. It has not opened since then.”", "lists", "Marek", "since then"),
    ("The senator emailed voters saying: “The fight over the treaty goes on and on.”", "saying", "senator", "on and on"),
    ("The party sent a message to members saying: “We have won the vote! Stay with us.”", "saying", "party", "Stay with us"),
    ("On Radio Norland on Tuesday, Lind said, “Nobody has paid for the damage.”", "said", "Lind", "the damage"),
)
JOINED = (  # text, spans of the one statement
    ("“We will not leave,” Marek said.\n\n“Nobody will take this city from us.”", 2),
    ("“We will not leave,” Marek wrote in a letter to the town. “Never!”", 2),
    ("“We will not leave,” Marek said in a short speech after the vote. “What we do here is for the good” of the whole coast.", 2),
    ("“Who gave the order?“ Lind asked in court. “It was not the fleet and it was not the guard.”", 2),
    ("''We will not leave,'' Marek said on Norland's ''This Week.'' ''They cannot stand us and it shows.''", 2),
    ("“We will not leave this city and port” or the coast, Marek said.\n\n“Nobody will take it from us.”", 2),
)
NAMES = (
    "The museum shows the film “Bridge of Spies,” which tells of a swap in Berlin.",
    "Our guest on the podcast “So That Happened” was the mayor of Oslo.",
    "The book “Going With the Tide” sold well in the spring.",
    "They met at the feast “Night of the Long Boats,” which recalls a raid.",
)
NOT_BEHIND = (  # text, quoted words, a source that they do not have
    ("While the party courts the “forgotten middle class of the coast,” Lind has struggled to find a plan.", "forgotten middle class", "Lind"),
    ("He praised “the old ways of the coast,” and Lind left.", "old ways", "Lind"),
    ("“The last ship of the line,” which Lind owns, was sold.", "last ship", "Lind"),
)
