"""Grammatical gender of titles and common given names, as far as pronouns need it.

A name that is not here may go with any pronoun; the lists hold names that are given to one sex in
the great majority of cases, across the languages of the news.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

Gender = Literal["", "f", "m"]

FEMALE = frozenset(
    """
    abigail aisha aleksandra alexandra alice alicia amanda amina amy ana anastasia andrea angela angelina anita ann
    anna annalena anne annegret annika antonia asma audrey ayesha barbara beata beatrice benazir bernadette beth betty
    birgit brenda bridget camille carla carmen carol carolina caroline carrie catherine cecilia charlotte chloe christiane
    christina christine chrystia claire clara claudia condoleezza corazon cristina cynthia dalia daniela dariga deborah
    diana dilma dina dolores donna dorothy edith elena eleanor elisabeth elizabeth ella ellen elsa emily emine emma
    erika erna esther eva evelyn fatima fatou federica fiona florence frances francesca gabriela georgia ginni giorgia
    gloria golda grace greta hanan hanna hannah heather heidi helen helena helga helle hilary hillary hina indira
    ingrid irene irina isabel isabella jacinda jackie jacqueline jane janet jeanne jen jenna jennifer jessica
    joan joanna josephine joyce judith julia julie julianne kaja kamala karen karin karine karoline kate katherine
    kathleen kathryn kelly kerstin kristalina kyung-wha laura leila leni leslie leymah lina linda lisa liz lois
    louise lucia lucy luisa lydia madeleine magdalena maia malala manuela margaret margarita margot maria mariam marie
    marina marine marta martha mary matilda maya megan megawati melania mette mia micheline michelle mirjana miriam
    monica mounia nadia naledi nancy natalia natalya nicola nina nino noeleen nora oksana olga olha park-geun-hye
    pamela patricia paula penny petra priti rachel raisa rania rebecca retno rita roberta rosa rose roza ruth sabrina
    sahle-work salome samantha sandra sanna sara sarah sherry shireen simone sirimavo sofia sonia sophie stella
    stephanie sue susan susana suzanne svetlana sviatlana sylvia tammy tansu tatiana teresa tehmina theresa therese
     tulsi tzipi ursula valentina valerie vanessa vera veronica victoria viola violeta virginia wendy yasmin
    nikki gina tzipi sushma nirmala mahmuda hasina khaleda aung kaja lana maja dubravka kolinda ngozi
    christiana patrizia marjorie jody rosemary anneliese ilse gro vigdis jadranka biljana vjosa atifete mimi
    yelena yevgenia yingluck yulia yuliya yuriko zainab zinaida zsuzsa
    """.split()
)
MALE = frozenset(
    """
    abdel abdelaziz abdelfattah abdul abdullah abe abu adam adel adnan ahmad ahmed akbar alan albert aleksandar aleksandr
    alejandro alex alexander alexei alexey alfonso ali amir anatoly anders andre andrei andrew andriy andrzej antal
    anthony antonio antony anwar ariel arseniy arthur ashraf atal augusto ayman bashar benjamin benny bernard bill bob
    boris boutros brian bruce carl carlos cesar chad charles christopher chuck colin cyril daniel daoud dave david dean
    denis dennis dick dmitri dmitriy dmitry dominic don donald douglas dwight eduard edward ehud emmanuel eric ernest
    erwin evo faisal farouk fayez felipe ferdinand fidel francis francisco francois frank franz fred gamal gennady george
    georgy gerald gerhard gordon greg gregory guido habib hafez haidar haile hamid harold harry hasan hashim hassan heiko
    helmut henry herman hosni hubert hugo hussein ian ibrahim igor ilham imran ismail ivan jack jacques jair jake james
    jan jason javad javier jay jean jeff jens jeremy jerry jiang jim jimmy joe john jose josef joseph josep juan julius
    justin kemal ken kenneth kevin khalid kofi konstantin kurt larry laurent lech leonid leopold lindsey lloyd luis
    luiz lyndon mahathir mahmoud mansour manuel marc marco marcos mario mark martin marty masoud matthew max maurice
    menachem michael michel miguel mike mikhail milos mohamed mohammad mohammed moshe muammar muhammad mustafa mustapha
    narendra nasser naftali nawaz nelson nicholas nicolas nicolae nikita nikola nikolai nouri olaf oleg olusegun omar
    oskar osama otto pablo pascal patrick paul pavel pedro pervez peter petro philip philippe pierre qassem rafael rafiq
    ralph ramzan raul recep reza richard robert roberto roger ron ronald rudolf saad saddam saeb salva sam sameh samuel
    scott sebastian sergei sergey shimon silvio simon slobodan stanislav stephen steve steven stuart sunil suleiman
    taha tariq tayyip ted terry thabo thomas tim timothy tom tony uhuru vaclav valery vasily victor viktor vitaly
    vladimir volodymyr walid walter warren wesley william willy winston wolfgang yahya yair yasir yasser yevgeny yitzhak
    yoweri yuri zalmay zbigniew
    """.split()
)
TITLES: dict[str, Gender] = {
    "mr": "m", "mister": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "emperor": "m", "sultan": "m",
    "emir": "m", "pope": "m", "ayatollah": "m", "spokesman": "m", "congressman": "m",
    "chairman": "m", "businessman": "m", "statesman": "m", "father": "m", "imam": "m", "patriarch": "m", "archbishop": "m",
    "mrs": "f", "ms": "f", "miss": "f", "madam": "f", "madame": "f", "lady": "f", "dame": "f", "queen": "f",
    "princess": "f", "empress": "f", "spokeswoman": "f", "congresswoman": "f", "chairwoman": "f", "sister": "f",
    "businesswoman": "f", "stateswoman": "f",
}  # fmt: skip


@lru_cache(maxsize=1 << 12)
def gender_of_name(first: str) -> Gender:
    """The gender of a given name; ``''`` where it is not known or goes either way."""
    name = first.lower().strip(".")
    if name in FEMALE:
        return "f"
    return "m" if name in MALE else ""


def gender_of_title(title: str) -> Gender:
    """The gender that a title tells: 'Mr', 'Queen', 'spokeswoman'."""
    return next((g for g in (TITLES.get(word.lower().strip(".")) for word in title.split()) if g), "")
