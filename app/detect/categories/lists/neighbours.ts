import type { FindingType } from '../../finding.ts';
import type { ListLanguage, PhraseList } from '../phrase-list.ts';

/** Shorter lists in Swedish, Norwegian and German: the phrases that letters and personnel files have most. */
export const neighboursLists: readonly PhraseList[] = [
  listOf('HEALTH', 'sv', {
    sure: `är sjukskriven, blev sjukskriven, sjukskriven, har varit sjukskriven, sjukanmält sig, är gravid, lider av, har fått diagnosen, fått diagnosen, diagnostiserats med, opererades, är inlagd, lades in, är rullstolsburen, är alkoholist, är utbränd, är allergisk mot, min psykolog, min läkare`,
    plain: `sjukskrivning, sjukfrånvaro, sjukintyg, läkarintyg, sjukdag, sjukdagar, sjukpenning, friskskriven, diagnos, diagnosen, cancer, *cancer, diabetes, depression, ångest, utmattning, utmattningssyndrom, utbrändhet, panikångest, adhd, autism, bipolär, schizofreni, psykos, epilepsi, astma, allergi, migrän, hjärtinfarkt, stroke, blodtryck, demens, hiv, hepatit, kemoterapi, cellgifter, rehabilitering, graviditet, missfall, abort, föräldraledig, funktionsnedsättning, funktionshinder, rullstol, alkoholmissbruk, missbruk, missbruksproblem, självmord, självmordsförsök, medicinering, antidepressiva, ryggproblem, arbetsoförmåga, arbetsskada, kronisk sjukdom`,
    weak: `sjuk, sjukdom, patient`,
    beside: `läkare, sjukhus, behandling, diagnos, sjuk, patient, medicin, lider`,
    labels: `diagnos, medicin, allergi, frånvaroorsak, sjukdom, hälsa`,
  }),
  listOf('HEALTH', 'nb', {
    sure: `er sykmeldt, sykmeldt, ble sykmeldt, har vært sykmeldt, er gravid, lider av, har fått diagnosen, fått diagnosen, diagnostisert med, ble operert, er innlagt, ble innlagt, sitter i rullestol, er alkoholiker, er utbrent, er allergisk mot, min psykolog, min lege, fastlegen min`,
    plain: `sykmelding, sykefravær, egenmelding, sykedager, legeerklæring, sykepenger, friskmeldt, diagnose, diagnosen, kreft, *kreft, diabetes, depresjon, angst, utbrenthet, utbrent, adhd, autisme, bipolar, schizofreni, psykose, epilepsi, astma, allergi, migrene, hjerteinfarkt, hjerneslag, blodtrykk, demens, hiv, hepatitt, cellegift, operert, rehabilitering, graviditet, spontanabort, abort, foreldrepermisjon, funksjonsnedsettelse, funksjonshemmet, rullestol, alkoholmisbruk, rusmisbruk, rusproblemer, rusavhengig, selvmord, selvmordsforsøk, antidepressiva, ryggplager, arbeidsufør, uføretrygd, yrkesskade, kronisk sykdom`,
    weak: `syk, sykdom, pasient`,
    beside: `lege, sykehus, behandling, diagnose, syk, pasient, medisin, lider`,
    labels: `diagnose, medisin, medisiner, allergi, fraværsårsak, sykdom, helse`,
  }),
  listOf('HEALTH', 'de', {
    sure: `ist krankgeschrieben, krankgeschrieben, wurde krankgeschrieben, hat sich krank gemeldet, krankgemeldet, ist schwanger, leidet an, leidet unter, diagnostiziert mit, wurde diagnostiziert, wurde operiert, wurde ins krankenhaus, stationär aufgenommen, sitzt im rollstuhl, ist alkoholiker, ist alkoholikerin, ist schwerbehindert, ist allergisch gegen, mein arzt, meine ärztin, mein psychologe, mein therapeut`,
    plain: `krankschreibung, krankmeldung, arbeitsunfähigkeitsbescheinigung, arbeitsunfähig, krankenstand, krankheitstage, fehlzeiten, attest, diagnose, krebs, *krebs, krebserkrankung, diabetes, depression, depressionen, angststörung, burn-out, burnout, adhs, autismus, bipolare störung, schizophrenie, psychose, epilepsie, asthma, allergie, migräne, herzinfarkt, schlaganfall, bluthochdruck, demenz, hiv, hepatitis, chemotherapie, bestrahlung, operation, rehabilitation, schwangerschaft, schwanger, fehlgeburt, abtreibung, mutterschutz, elternzeit, behinderung, schwerbehinderung, schwerbehindertenausweis, rollstuhl, alkoholabhängig, alkoholsucht, drogenabhängig, suchterkrankung, entzug, selbstmordversuch, suizid, antidepressiva, bandscheibenvorfall, rückenschmerzen, arbeitsunfall, chronische erkrankung, wiedereingliederung`,
    weak: `krank, krankheit, patient`,
    beside: `arzt, ärztin, krankenhaus, klinik, behandlung, diagnose, krank, patient, medikament, leidet`,
    labels: `diagnose, medikamente, medikation, allergien, fehlgrund, krankheit, gesundheit`,
  }),
  listOf('TRADE_UNION', 'sv', {
    sure: `mitt fack, min fackförening, hennes fackförening, hans fackförening, är fackligt ansluten, är fackligt aktiv, är facklig förtroendeman, är medlem i facket, gick ur facket`,
    plain: `fackförening, fackförbund, facket, fackligt, fackmedlem, facklig förtroendeman, förtroendevald, skyddsombud, a-kassa, fackavgift, strejkade, strejkvakt`,
    weak: `Unionen, Kommunal, IF Metall, Vision, Vårdförbundet, Lärarförbundet, Saco, TCO, Seko, Ledarna, Byggnads, Handels`,
    beside: `medlem, medlemskap, medlemsnummer, fackavgift, ansluten, gick, förtroendeman, facket`,
    labels: `fack, fackförening, fackförbund, a-kassa, facktillhörighet`,
  }),
  listOf('TRADE_UNION', 'nb', {
    sure: `min fagforening, hennes fagforening, hans fagforening, er fagorganisert, er organisert i, er tillitsvalgt, er medlem av fagforeningen, meldte seg ut av`,
    plain: `fagforening, fagforbund, fagforeningsmedlem, tillitsvalgt, hovedtillitsvalgt, fagorganisert, fagforeningskontingent, streiket, streikevakt, streikebryter`,
    weak: `Fagforbundet, Fellesforbundet, Utdanningsforbundet, Norsk Sykepleierforbund, YS, Unio, Akademikerne, NITO, Tekna, Parat, Delta, Negotia, FLT, Handel og Kontor`,
    beside: `medlem, medlemskap, medlemsnummer, kontingent, organisert, tillitsvalgt, meldte`,
    labels: `fagforening, fagforbund, organisasjon, fagorganisert`,
  }),
  listOf('TRADE_UNION', 'de', {
    sure: `meine gewerkschaft, seine gewerkschaft, ihre gewerkschaft, ist gewerkschaftsmitglied, ist in der gewerkschaft, ist mitglied der gewerkschaft, aus der gewerkschaft ausgetreten, ist im betriebsrat, wurde in den betriebsrat gewählt`,
    plain: `gewerkschaft, gewerkschaftsmitglied, gewerkschaftsmitgliedschaft, gewerkschaftsbeitrag, gewerkschafter, gewerkschafterin, vertrauensmann, vertrauensfrau, betriebsrat, betriebsratsmitglied, gestreikt, streikposten`,
    weak: `ver.di, IG Metall, IG BCE, IG BAU, GEW, NGG, EVG, dbb, Marburger Bund, GdP`,
    beside: `mitglied, mitgliedschaft, mitgliedsnummer, beitrag, ausgetreten, eingetreten, gewählt, streik`,
    labels: `gewerkschaft, gewerkschaftszugehörigkeit, betriebsrat`,
  }),
  listOf('RELIGION', 'sv', {
    sure: `är muslim, är kristen, är jude, är katolik, är ateist, är hindu, är buddhist, hans tro, hennes tro, min tro, konverterade till islam, av religiösa skäl, bär slöja, bär hijab, gått ur svenska kyrkan, medlem i svenska kyrkan`,
    plain: `muslim, muslimsk, kristen, katolik, katolsk, jude, judisk, hindu, buddhist, ateist, jehovas vittne, jehovas vittnen, mormon, pingstkyrkan, religion, religiös, trosuppfattning, imam, rabbin, slöja, hijab, halal, kosher, ramadan, döpt, konfirmerad, kyrkoavgift`,
    weak: `islam, moské, synagoga`,
    beside: `medlem, tro, religion, ber, fastar, bär`,
    labels: `religion, tro, samfund, specialkost`,
  }),
  listOf('RELIGION', 'nb', {
    sure: `er muslim, er kristen, er jøde, er katolikk, er ateist, er hindu, er buddhist, hans tro, hennes tro, min tro, konverterte til islam, av religiøse grunner, bruker hijab, bærer hijab, meldt ut av kirken, meldt ut av den norske kirke`,
    plain: `muslim, muslimsk, kristen, katolikk, katolsk, jøde, jødisk, hindu, buddhist, ateist, jehovas vitne, jehovas vitner, mormon, pinsekirken, religion, religiøs, trosretning, trossamfunn, imam, rabbiner, hijab, halal, kosher, ramadan, døpt, konfirmert, human-etisk forbund, livssyn`,
    weak: `islam, moské, synagoge`,
    beside: `medlem, tro, religion, ber, faster, bærer`,
    labels: `religion, tro, trossamfunn, livssyn`,
  }),
  listOf('RELIGION', 'de', {
    sure: `ist muslim, ist muslimin, ist christ, ist jude, ist jüdin, ist katholik, ist katholikin, ist evangelisch, ist katholisch, ist atheist, ist konfessionslos, sein glaube, ihr glaube, mein glaube, konvertierte zum islam, aus religiösen gründen, trägt kopftuch, aus der kirche ausgetreten`,
    plain: `muslim, muslimin, muslimisch, katholisch, evangelisch, konfession, konfessionslos, kirchensteuer, kirchenaustritt, jüdisch, jude, hindu, buddhist, atheist, zeuge jehovas, zeugen jehovas, religion, religionszugehörigkeit, imam, rabbi, kopftuch, halal, koscher, ramadan, getauft, konfirmiert`,
    weak: `islam, moschee, synagoge`,
    beside: `mitglied, glaube, religion, betet, ausgetreten, fastet, trägt`,
    labels: `religion, konfession, religionszugehörigkeit, kirchensteuermerkmal`,
  }),
  listOf('CRIMINAL_OFFENCE', 'sv', {
    sure: `dömdes för, är dömd för, dömd för, är misstänkt för, misstänkt för, åtalad för, åtalades för, häktad, anhållen, greps för, avtjänar, polisanmäld, är polisanmäld, dömdes till fängelse, tidigare straffad, sitter i fängelse`,
    plain: `belastningsregister, utdrag ur belastningsregistret, fängelse, fängelsestraff, villkorlig dom, misstänkt, åtalad, häktad, stöld, rån, misshandel, bedrägeri, förskingring, rattfylleri, narkotikabrott, våldtäkt, mord, kriminell`,
    weak: `dom, brott, polis, böter, straff`,
    beside: `dömd, fängelse, polis, polisen, tingsrätt, åtal, månader, straff`,
    labels: `belastningsregister, brott, dom`,
  }),
  listOf('CRIMINAL_OFFENCE', 'nb', {
    sure: `ble dømt for, er dømt for, dømt for, er siktet for, siktet for, mistenkt for, tiltalt for, varetektsfengslet, pågrepet, ble pågrepet, soner, politianmeldt, er anmeldt for, tidligere straffet, sitter i fengsel, dømt til fengsel`,
    plain: `politiattest, fengsel, fengselsstraff, betinget dom, dømt, siktet, mistenkt, tiltalt, varetekt, tyveri, voldsdømt, bedrageri, underslag, promillekjøring, narkotikaforbrytelse, voldtekt, drap, kriminell, samfunnsstraff`,
    weak: `dom, lovbrudd, politi, bot, straff`,
    beside: `dømt, fengsel, politi, politiet, tingrett, siktet, måneder, straff`,
    labels: `politiattest, straffbare forhold, dom`,
  }),
  listOf('CRIMINAL_OFFENCE', 'de', {
    sure: `wurde verurteilt, ist vorbestraft, vorbestraft, verurteilt wegen, angeklagt wegen, wird verdächtigt, verdächtigt, wurde festgenommen, wurde verhaftet, sitzt im gefängnis, in untersuchungshaft, auf bewährung, zu einer freiheitsstrafe, wurde angezeigt, angezeigt wegen`,
    plain: `führungszeugnis, vorstrafe, vorstrafen, freiheitsstrafe, geldstrafe, bewährung, bewährungsstrafe, haftstrafe, gefängnis, untersuchungshaft, diebstahl, betrug, unterschlagung, körperverletzung, raub, vergewaltigung, mord, trunkenheit am steuer, drogenhandel, strafanzeige, ermittlungsverfahren, straftat`,
    weak: `urteil, polizei, strafe, anklage`,
    beside: `verurteilt, gefängnis, polizei, gericht, amtsgericht, landgericht, monate, strafe`,
    labels: `führungszeugnis, vorstrafen, straftat`,
  }),
  listOf('DISMISSAL', 'sv', {
    sure: `blev uppsagd, är uppsagd, har blivit uppsagd, fick sparken, blev avskedad, avskedades, sade upp sig, har sagt upp sig, din anställning upphör, din anställning avslutas`,
    plain: `uppsägning, uppsagd, avsked, avskedad, avskedande, varsel, avgångsvederlag, arbetsbefriad, sista arbetsdag, avslutningssamtal`,
    weak: `slutar, uppsägningstid`,
    beside: `anställning, tjänst, arbetsgivare, månader`,
    labels: `uppsägning, avgångsorsak`,
  }),
  listOf('DISMISSAL', 'nb', {
    sure: `ble oppsagt, er oppsagt, har blitt oppsagt, fikk sparken, ble avskjediget, er avskjediget, sa opp stillingen, har sagt opp, ditt arbeidsforhold opphører`,
    plain: `oppsigelse, oppsagt, avskjed, avskjediget, sluttavtale, sluttpakke, fristilt, siste arbeidsdag, sluttsamtale, nedbemanning`,
    weak: `slutter, oppsigelsestid`,
    beside: `stilling, arbeidsforhold, arbeidsgiver, måneder`,
    labels: `oppsigelse, sluttårsak`,
  }),
  listOf('DISMISSAL', 'de', {
    sure: `wurde gekündigt, ist gekündigt, wurde entlassen, wurde fristlos, hat gekündigt, kündigen wir ihnen, kündigen wir das mit ihnen, ihr arbeitsverhältnis endet, das arbeitsverhältnis mit ihnen, wurde freigestellt`,
    plain: `kündigung, kündigungsschreiben, gekündigt, entlassung, entlassen, fristlose kündigung, aufhebungsvertrag, abfindung, freigestellt, letzter arbeitstag, betriebsbedingt`,
    weak: `austritt, kündigungsfrist`,
    beside: `arbeitsverhältnis, stelle, arbeitgeber, monate`,
    labels: `kündigung, austrittsgrund`,
  }),
  listOf('FINANCES', 'sv', {
    sure: `min lön, hans lön, hennes lön, hans skulder, hennes skulder, mina skulder, är skuldsatt, har betalningsanmärkning, utmätning av hans, utmätning av hennes, personlig konkurs`,
    plain: `skuldsanering, betalningsanmärkning, utmätning, kronofogden, löneutmätning, inkasso, månadslön, bruttolön, nettolön, årslön, årsinkomst, skulder, skuldsatt`,
    weak: `lön, lån, inkomst, skuld`,
    beside: `kr, kronor, månad, lön, lån, bank, skulder`,
    labels: `lön, månadslön, inkomst, skulder`,
  }),
  listOf('FINANCES', 'nb', {
    sure: `min lønn, hans lønn, hennes lønn, hans gjeld, hennes gjeld, min gjeld, har betalingsanmerkning, utlegg i hans, utlegg i hennes, personlig konkurs`,
    plain: `gjeldsordning, betalingsanmerkning, utleggstrekk, lønnstrekk, namsmannen, inkasso, månedslønn, bruttolønn, nettolønn, årslønn, årsinntekt, gjeld, forbruksgjeld`,
    weak: `lønn, lån, inntekt`,
    beside: `kr, kroner, måned, lønn, lån, bank, gjeld`,
    labels: `lønn, månedslønn, årslønn, inntekt, gjeld`,
  }),
  listOf('FINANCES', 'de', {
    sure: `mein gehalt, sein gehalt, ihr gehalt, seine schulden, ihre schulden, meine schulden, ist verschuldet, ist überschuldet, privatinsolvenz, hat einen schufa-eintrag`,
    plain: `schufa, schufa-eintrag, pfändung, lohnpfändung, gehaltspfändung, gerichtsvollzieher, inkasso, bruttogehalt, nettogehalt, bruttolohn, monatsgehalt, jahresgehalt, schulden, überschuldet, insolvenz, mietschulden`,
    weak: `gehalt, lohn, kredit, einkommen`,
    beside: `€, eur, euro, monat, gehalt, kredit, bank, schulden`,
    labels: `gehalt, bruttogehalt, nettogehalt, einkommen, schulden`,
  }),
];

function listOf(
  type: FindingType,
  language: ListLanguage,
  phrases: Omit<PhraseList, 'type' | 'language'>,
): PhraseList {
  return { type, language, ...phrases };
}
