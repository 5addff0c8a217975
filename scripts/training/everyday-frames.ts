import { type Frame, frame } from './frame.ts';

/** Written for this project: rosters, chats without capitals, complaints, and companies that people work at and buy from. */
export const EVERYDAY_FRAMES: readonly Frame[] = [
  frame(
    'da',
    2,
    'Vagtplan uge {number}\n\n         Mandag      Tirsdag     Onsdag\nDag      {given} / {given}   {given} / {given}   {given} / {given}\nAften    {given}      {given}      {given}\nNat      {given}      {given}      {given}\n\n- {given} bytter med {given}\n- Nøgler: spørg {person}\n',
  ),
  frame(
    'da',
    2,
    'Vagt\tMandag\tTirsdag\tOnsdag\nTidlig\t{given}\t{given}\t{given}, {given}\nSen\t{given}\t{given}\t{given} + {given}\n',
  ),
  frame(
    'da',
    3,
    '[{time}] {nick}: hvor bor {nick} henne\n[{time}] {nick}: {smallstreet} {house} i {smalltown}\n[{time}] {nick}: og hvad hedder {nick} til efternavn\n[{time}] {nick}: {smallperson} tror jeg, født i {smalltown}\n',
  ),
  frame(
    'da',
    2,
    'Mor: Husk at hente {nick} kl 16\nMig: ja {nick} er hos {nick} i dag\nMor: og køb gave til {nick}. {given} kommer også\nMig: {nick}s mor hedder {smallperson}\n',
  ),
  frame(
    'da',
    2,
    'Hej\n\nFru {surname} fra nr. {house} har klaget igen. Hr. {surname} fra 2. sal siger det samme, og advokat {surname} skriver på mandag.\n\n/{given}\n',
  ),
  frame(
    'da',
    2,
    'Overlæge {surname} har tilset fru {surname}. Sygeplejerske {given} {surname} ringer til datteren, {given}. Dr. {surname} er orienteret.\n\nHilsen\n{given} /{given}\n',
  ),
  frame(
    'da',
    3,
    'Vi køber lamper hos {company} og møbler fra {company}. Tilbuddet fra {company} er dyrere end det fra {company}. {given} spiste på {company} i går, og {given} arbejder hos {company}.\n',
  ),
  frame(
    'da',
    2,
    'Aktierne i {company} steg, mens {company} faldt. En ny direktør, {person}, kommer fra {company}. Der er udsalg på {company} og gratis {company} i kantinen.\n',
  ),
  frame(
    'en',
    3,
    '{time} INFO server started on port {number}\n{time} WARN disk almost full\n{time} INFO user logged in from {town}\n<name>.store.ts holds sql\nGET /files/{number} 200\n- set the port in config.json\n- run npm install, then npm test\nname: value\nhost: localhost\n',
  ),
  frame(
    'da',
    3,
    'fejl: filen findes ikke\nstatus: afventer svar\nbemærkning: se bilag b\nnavn: ikke oplyst\nvare: skrue 4 mm, antal {number}\n- tjek strøm, kabel og stik\n- genstart maskinen og vent to minutter\n1. åbn programmet 2. vælg eksport 3. gem filen\nnote: lyset blinker rødt ved fejl\n',
  ),
];
