import { EVERYDAY_FRAMES } from './everyday-frames.ts';
import { type Frame, frame } from './frame.ts';

/** Written for this project: how names stand in letters, mails, minutes, chats, forms, lists and tables. */
export const FRAMES: readonly Frame[] = [
  ...EVERYDAY_FRAMES,
  frame(
    'da',
    3,
    'Kære {person}\n\nTak for din henvendelse af {date}. Vi har talt med {given}, som bor på {street} {house}{floor}, {postcode} {town}. Sagsbehandler er {person}, tlf. {phone}.\n\nMed venlig hilsen\n\n{person}\n{company}\n',
  ),
  frame(
    'da',
    3,
    'Hej {given}\n\nKan du ringe til {person} i dag? Hun har spurgt efter {genitive} papirer, og {given} er på ferie.\n\nMvh {given}\n',
  ),
  frame(
    'da',
    2,
    'Hej {given},\nJeg har lige snakket med {given} fra {company}. De sender tilbuddet til {town} på mandag.\nVh\n{given}\n',
  ),
  frame(
    'da',
    2,
    'Fra: {person}\nTil: {person}\nCc: {person}; {person}\nEmne: Møde i {town}\nDato: {date}\n\nHej begge\n\nMødet er flyttet. {given} tager referat.\n\nHilsen {given}\n',
  ),
  frame(
    'da',
    3,
    'REFERAT\nMøde den {date} i {town}\n\nTil stede: {person}, {person}, {person}, {person} og {person}\nAfbud: {person}\nReferent: {person}\n\n1. Godkendelse af dagsorden\nFormand {person} bød velkommen. Dagsordenen blev godkendt.\n\n2. Økonomi\nKasserer {given} {surname} gennemgik regnskabet. {given} spurgte til budgettet, og {initials} svarede.\n\n3. Eventuelt\nIntet.\n',
  ),
  frame(
    'da',
    2,
    'Deltagere:\n{person}\n{person}\n{person}\n{person}\n\nAfbud:\n{person}\n\nReferent: {initials}\n',
  ),
  frame(
    'da',
    2,
    'Deltagere: {given}, {given}, {given} og {given}\nBeslutning: {given} kontakter {company} senest {date}. {given} følger op.\nAnsvarlig: {given}\n',
  ),
  frame(
    'da',
    3,
    '{person} ({party}):\nTak for det, formand. Jeg vil gerne spørge hr. {person}, om ministeren er enig.\n\n{person} ({party}):\nNej. Som fru {surname} ved, er det ikke rigtigt.\n\nFormanden ({person}):\nTak til {person}. Så er det {person} som ordfører.\n\n{surname} ({party}):\nTak. Jeg er enig med {person}.\n',
  ),
  frame(
    'da',
    2,
    'Ordfører ({person}): Tak for ordet. Hr. {surname} har ret.\nMinisteren ({person}): Tak til ordføreren. Jeg har talt med {person} om sagen.\n',
  ),
  frame(
    'da',
    3,
    '[{time}] {nick}: kommer du i morgen?\n[{time}] {nick}: ja, jeg tager {nick} med\n[{time}] {nick}: har du set {nick} eller {nick} i dag\n[{time}] {nick}: nej men {nick} ved det nok\n',
  ),
  frame(
    'da',
    3,
    '{nick}: hej {nick} er du der\n{nick}: ja hvad så\n{nick}: skal vi mødes hos {nick} kl 8 eller hvad siger {nick}\n{nick}: fint spørg lige {nick} først\n',
  ),
  frame(
    'da',
    2,
    '{given}: Hej alle, er {given} her?\n{given}: Nej, hun er hos {person}.\n{given}: Ok, så ringer jeg til {given}.\n',
  ),
  frame(
    'da',
    2,
    'jeg har lige talt med {nick} og {nick} og de siger at {nick} ikke kommer på arbejde i morgen fordi hun er syg\n',
  ),
  frame(
    'da',
    3,
    'Navn: {person}\nAdresse: {street} {house}{floor}\nPostnr. og by: {postcode} {town}\nTelefon: {phone}\nFødselsdato: {date}\n',
  ),
  frame(
    'da',
    2,
    'Fornavn: {given}\nEfternavn: {surname}\nBy: {town}\nLand: {town}\nFirma: {company}\nKontaktperson: {person}\nProdukt: Model {number}\n',
  ),
  frame(
    'da',
    2,
    'Navn\t{person}\nAdresse\t{street} {house}\nBy\t{postcode} {town}\nPårørende\t{person}\nLæge\t{person}\nArbejdsgiver\t{company}\n',
  ),
  frame(
    'da',
    2,
    'Medarbejder: {person}\nNærmeste leder: {person}\nTillidsrepræsentant: {person}\nAfdeling: Salg\nStartdato: {date}\nUnderskrift: {person}\n',
  ),
  frame(
    'da',
    2,
    '{surname}, {given}\n{surname}, {given}\n{surname}, {given} {surname}\n{surname}, {given}\n{surname}, {given}\n',
  ),
  frame(
    'da',
    2,
    'Navn\tBy\tTelefon\n{person}\t{town}\t{phone}\n{person}\t{town}\t{phone}\n{person}\t{town}\t{phone}\n',
  ),
  frame(
    'da',
    2,
    'Medarbejder;Afdeling;Kontor\n{person};Indkøb;{town}\n{person};Salg;{town}\n{person};Lager;{town}\n',
  ),
  frame(
    'da',
    2,
    'Kunde\tKontakt\tBy\n{company}\t{person}\t{town}\n{company}\t{person}\t{town}\n{company}\t{given}\t{town}\n',
  ),
  frame(
    'da',
    1,
    'Vare\tAntal\tPris\nSkruer\t{number}\t{number}\nMaling Hvid\t{number}\t{number}\nBord Ask\t{number}\t{number}\nStol Sort\t{number}\t{number}\n',
  ),
  frame(
    'da',
    2,
    '{given} {surname} er født i {town} og opvokset i {town}. Efter studentereksamen flyttede {given} til {town}, hvor {surname} blev ansat hos {company}. {surname} er gift med {person}, og de har børnene {given} og {given}.\n',
  ),
  frame(
    'da',
    2,
    'Patienten {person} er henvist fra {company} af læge {person}. Pt. bor sammen med sin mand, {given}. Datteren {given} er informeret. {surname} har smerter i højre knæ.\n',
  ),
  frame(
    'da',
    2,
    'Vedr.: Opsigelse af {person}\n\nVi bekræfter hermed, at {person} fratræder sin stilling hos {company} den {date}. Hr. {surname} afleverer nøgler til {given}.\n\n{town}, den {date}\n\n____________________\n{person}\nDirektør\n',
  ),
  frame(
    'da',
    1,
    'Ansættelseskontrakt\n\nMellem {company}, {street} {house}, {postcode} {town} (herefter Virksomheden)\nog {person}, {street} {house}{floor}, {postcode} {town} (herefter Medarbejderen)\ner der indgået aftale om ansættelse.\n',
  ),
  frame(
    'da',
    1,
    'Attention: {person}\n{company}\n{street} {house}\n{postcode} {town}\n\nFaktura nr. {number}\nDeres ref.: {person}\nVor ref.: {given}\nBetalingsbetingelser: Netto 14 dage\nI alt ekskl. moms: {number}\n',
  ),
  frame(
    'da',
    1,
    '{person}\n{street} {house}{floor}\n{postcode} {town}\n\n{company}\n{street} {house}\n{postcode} {town}\n',
  ),
  frame(
    'da',
    1,
    'Curriculum Vitae\n\n{person}\n{street} {house}, {postcode} {town}\nTelefon: {phone}\n\nErhvervserfaring\n{company}, {town}\nProjektleder\n\nReferencer\n{person}, {company}\n',
  ),
  frame(
    'da',
    2,
    'Sagen om {genitive} bil er lukket. {genitive} advokat skriver, at {genitive} krav er dækket. Vi afventer {genitive} svar.\n',
  ),
  frame(
    'da',
    2,
    '{genitive} forslag blev vedtaget. {given} var imod. {surname} undlod at stemme. {genitive} kone hedder {given}.\n',
  ),
  frame(
    'da',
    2,
    '- {given} ringer til kunden\n- {given} og {given} rydder op\n- {initials} skriver til {company}\n- Husk gave til {given}\n',
  ),
  frame(
    'da',
    2,
    'Vi dækker {genitive} vagter i næste uge. Tag lige {genitive} nøgler med. Er {genitive} bil på værksted? Støj fra {genitive} lejlighed.\n',
  ),
  frame(
    'da',
    2,
    'Navn                 Stilling        By\n{person}        Elev        {town}\n{person}      Bogholder      {town}\n{person}     Lagerchef      {town}\n',
  ),
  frame('da', 1, 'Telefonliste\n{person} {phone}\n{person} {phone}\n{person} {phone}\n{person} {phone}\n'),
  frame('da', 1, '1. {person}\n2. {person}\n3. {person}\n4. {person}\n5. {person}\n'),
  frame(
    'da',
    1,
    'Brugermanual\n\nVigtigt: Læs denne vejledning, før Maskinen tages i brug. Tryk på Start. Vælg Indstillinger og derefter Netværk. Kontakt {company} ved fejl. Service udføres af {company} i {town}.\n',
  ),
  frame(
    'da',
    1,
    'INDHOLD\n\n1. Indledning\n2. Baggrund og Formål\n3. Metode\n4. Resultater\n5. Konklusion\nBilag A: Oversigt\n',
  ),
  frame(
    'da',
    1,
    'Mandag Tirsdag Onsdag Torsdag Fredag\nJanuar Februar Marts April Maj Juni\nPåske Pinse Jul Nytår\n',
  ),
  frame(
    'en',
    2,
    'Dear {given},\n\nThank you for your letter. I have spoken to {person} at {company} and she will call you on Monday. Please send the form to {person}, {house} {street}, {town}.\n\nKind regards,\n\n{person}\n{company}\n',
  ),
  frame(
    'en',
    2,
    'From: {person}\nTo: {person}\nSubject: Meeting in {town}\n\nHi {given},\n\n{given} will join us from {town}. Could you ask {person} about the contract?\n\nThanks,\n{given}\n',
  ),
  frame(
    'en',
    1,
    'Name: {person}\nCompany: {company}\nCity: {town}\nPhone: {phone}\nContact person: {person}\n',
  ),
  frame(
    'en',
    1,
    'Name\tDepartment\tCity\n{person}\tSales\t{town}\n{person}\tFinance\t{town}\n{person}\tLegal\t{town}\n',
  ),
  frame(
    'en',
    1,
    'Attendees: {person}, {person}, {person}\nApologies: {person}\nMinutes taken by {given}.\n\n{given} presented the budget. Mr {surname} and Ms {surname} agreed. {genitive} report was accepted.\n',
  ),
  frame(
    'en',
    1,
    '{nick}: hey {nick} are you coming\n{nick}: yes me and {nick} will be there\n{nick}: ok tell {nick} too\n',
  ),
  frame(
    'nb',
    1,
    'Hei {given}\n\nTakk for sist. Jeg har snakket med {person} i {town}, og han ringer til {given}.\n\nMed vennlig hilsen\n{person}\n{company}\n',
  ),
  frame(
    'nb',
    1,
    'Navn: {person}\nAdresse: {street} {house}\nPoststed: {postcode} {town}\nKontaktperson: {person}\n',
  ),
  frame(
    'sv',
    1,
    'Hej {given}!\n\nTack för ditt mejl. {person} på {company} i {town} hör av sig.\n\nMed vänlig hälsning\n{person}\n',
  ),
  frame(
    'sv',
    1,
    'Namn: {person}\nAdress: {street} {house}\nOrt: {postcode} {town}\nNärvarande: {person}, {person} och {given}\n',
  ),
  frame(
    'de',
    1,
    'Sehr geehrte Frau {surname},\n\nvielen Dank für Ihr Schreiben. Herr {person} von der {company} in {town} wird Sie anrufen.\n\nMit freundlichen Grüßen\n{person}\n',
  ),
  frame(
    'de',
    1,
    'Name: {person}\nAnschrift: {street} {house}, {postcode} {town}\nAnsprechpartner: {person}\nTeilnehmer: {person}, {person}, {person}\n',
  ),
];
