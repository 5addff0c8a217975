import type { SignalList } from './signal-list.ts';

/** Swedish words that tell whether somebody in particular is spoken of. */
export const signalsSv: SignalList = {
  language: 'sv',
  first: `jag, mig, min, mitt, mina`,
  third: `han, hon, honom, henne, hans, hennes, sin, sitt, sina, vederbörande`,
  addressed: `du, dig, din, ditt, dina`,
  role: `medarbetaren, patienten, patient, sökanden, eleven, klienten, brukaren, hyresgästen, kunden, barnet, pojken, flickan, sonen, dottern, modern, fadern, kollegan, vittnet, åtalade, misstänkte, anställde, namn`,
  general: `alla, varje, man, människor, personer, medarbetare, anställda, patienter, elever, kunder, ofta, normalt, generellt, flera, många, några`,
  conditional: `om du, om man, kan du, ska du, får du, måste, bör, hur, vad är, kan leda, kan ge`,
  guidance: `*policy, *riktlinjer, handbok, *handboken, rutin, kurs, kursen, broschyr, läs mer, bok, boken, artikel, exempel, vägledning, mall, tips`,
  law: `§, lagen, *lagen, förordning, kollektivavtal, kollektivavtalet, direktiv, omfattas av`,
  statistics: `procent, %, statistik, genomsnitt, andel, antalet, miljoner, rapport, rapporten, forskning, forskare, ökade, minskade`,
  product: `server, databas, nätverk, system, *systemet, programvara, produkt, pris, leverans, säljes, maskin, modell`,
  public: `museum, film, utställning, konsert, regeringen, ministern, riksdagen, valet, föreningen, bolaget, kriget, matchen`,
  function: `och, är, det, av, på, till, med, som, en, ett, den, har, inte, från, vid, om, att, för, jag`,
};

/** Norwegian words that tell whether somebody in particular is spoken of. */
export const signalsNb: SignalList = {
  language: 'nb',
  first: `jeg, meg, min, mitt, mine`,
  third: `han, hun, ham, henne, hans, hennes, sin, sitt, sine, vedkommende`,
  addressed: `du, deg, din, ditt, dine`,
  role: `medarbeideren, pasienten, pasient, søkeren, eleven, klienten, brukeren, leietakeren, kunden, barnet, gutten, jenta, sønnen, datteren, moren, faren, kollegaen, vitnet, tiltalte, siktede, ansatte, arbeidstakeren, navn`,
  general: `alle, enhver, man, mennesker, personer, medarbeidere, pasienter, elever, kunder, ofte, vanligvis, generelt, flere, mange, noen`,
  conditional: `hvis du, dersom, kan du, skal du, får du, må, bør, hvordan, hva er, kan føre, kan gi`,
  guidance: `*politikk, *retningslinjer, håndbok, *håndboken, rutine, kurs, kurset, brosjyre, les mer, bok, boken, artikkel, eksempel, veileder, *veiledning, mal, tips`,
  law: `§, loven, *loven, forskrift, tariffavtale, tariffavtalen, direktiv, omfattet av`,
  statistics: `prosent, %, statistikk, gjennomsnitt, andel, antallet, millioner, rapport, rapporten, forskning, forskere, økte, falt`,
  product: `server, database, nettverk, system, *systemet, programvare, produkt, pris, levering, selges, maskin, modell`,
  public: `museet, museum, film, utstilling, konsert, regjeringen, statsråden, stortinget, valget, foreningen, selskapet, krigen, kampen`,
  function: `og, er, det, av, på, til, med, som, en, et, ei, den, har, ikke, fra, ved, om, å, etter, ble`,
};

/** German words that tell whether somebody in particular is spoken of. */
export const signalsDe: SignalList = {
  language: 'de',
  first: `ich, mich, mir, mein, meine, meinen, meinem, meiner`,
  third: `er, ihm, ihn, seine, seinen, seinem, seiner, ihre, ihren, ihrem, ihrer`,
  addressed: `du, dich, dir, dein, deine, Ihnen, Ihre, Ihren`,
  role: `der mitarbeiter, die mitarbeiterin, mitarbeiterin, der patient, die patientin, patient, patientin, bewerber, bewerberin, der kunde, der mieter, schüler, schülerin, das kind, der sohn, die tochter, die mutter, der vater, kollege, kollegin, der zeuge, der angeklagte, der beschuldigte, der arbeitnehmer, frau, herr, name`,
  general: `alle, jeder, man, menschen, personen, mitarbeitende, beschäftigte, patienten, kunden, oft, häufig, allgemein, viele, einige`,
  conditional: `wenn sie, falls, können sie, sollten sie, müssen sie, wie, was ist, darf, kann zu, muss`,
  guidance: `*richtlinie, *leitfaden, handbuch, kurs, seminar, broschüre, mehr lesen, buch, artikel, beispiel, merkblatt, vorlage, tipps, ratgeber`,
  law: `§, gesetz, *gesetz, verordnung, abs., tarifvertrag, richtlinie, gemäß`,
  statistics: `prozent, %, statistik, durchschnitt, anteil, anzahl, millionen, studie, bericht, forscher, forschung, stieg, sank`,
  product: `server, datenbank, netzwerk, system, software, produkt, preis, lieferung, verkauf, maschine, modell`,
  public: `museum, film, ausstellung, konzert, regierung, minister, bundestag, wahl, verein, unternehmen, krieg, spiel`,
  function: `und, ist, das, der, die, von, auf, zu, mit, ein, eine, den, hat, nicht, bei, im, für, wurde, sich, wegen`,
};
