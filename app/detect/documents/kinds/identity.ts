import type { KindCues } from '../cue.ts';

/** What states prove somebody’s identity and record with. Experimental: nobody may write an honest set of passports. */
export const IDENTITY: readonly KindCues[] = [
  {
    kind: 'passport',
    prior: -4.8,
    cues: [
      {
        id: 'title',
        where: 'title',
        weight: 2,
        da: 'ordet pas på rækkevis af sprog',
        en: 'the word passport in several languages',
        words: `pas, passport, passeport, reisepass, pass, kopi af pas, paskopi, copy of passport, passport copy`,
      },
      {
        id: 'fields',
        where: 'anywhere',
        weight: 1.8,
        da: 'felter som i et pas',
        en: 'fields as in a passport',
        words: `pasnummer, pasnr, pas nr, passport no, passport number, surname, given names, nationality, nationalitet, date of issue, date of expiry, udstedelsesdato, udløbsdato, authority, myndighed, place of birth, fødested, holder's signature, indehaverens underskrift, type p, country code, landekode`,
      },
      {
        id: 'in-general',
        where: 'anywhere',
        weight: -2,
        da: 'taler om pas i almindelighed',
        en: 'speaks of passports in general',
        words: `dit pas, nyt pas, your passport, a passport, et pas, pas og id, bestil tid, ansøg om pas, apply for a passport, paskontrol, passport control`,
      },
    ],
    found: { MRZ: 4, DK_PASSPORT: 1.6, UK_PASSPORT: 1.6, DE_PASSPORT: 1.6, DATE_OF_BIRTH: 0.4 },
  },
  {
    kind: 'id_card',
    prior: -4.8,
    cues: [
      {
        id: 'title',
        where: 'title',
        weight: 2.4,
        da: 'overskrift som på et id-kort',
        en: 'titled like an identity card',
        words: `identity card, id card, id-kort, legitimationskort, identitetskort, identifikationskort, personalausweis, carte nationale d'identité, sundhedskort, opholdskort, residence permit, opholdstilladelse, aufenthaltstitel, kopi af id`,
      },
      {
        id: 'fields',
        where: 'label',
        weight: 1.6,
        da: 'felter som på et id-kort',
        en: 'fields as on an identity card',
        words: `kortnummer, card no, card number, document number, dokumentnummer, kortnr, nationality, nationalitet, date of expiry, udløbsdato, gyldig til, valid until, udstedt, place of birth, fødested, sex, køn, height, højde, can, personnummer`,
      },
    ],
    found: { MRZ: 2.4, DK_HEALTH_CARD: 1.8, DE_ID_CARD: 1.8, DATE_OF_BIRTH: 0.4 },
  },
  {
    kind: 'driving_licence',
    prior: -4.8,
    cues: [
      {
        id: 'title',
        where: 'title',
        weight: 2.2,
        da: 'overskrift som på et kørekort',
        en: 'titled like a driving licence',
        words: `kørekort, driving licence, driver license, driver's license, driver's licence, führerschein, körkort, førerkort, permis de conduire, kopi af kørekort`,
      },
      {
        id: 'fields',
        where: 'anywhere',
        weight: 1.6,
        da: 'felter som på et kørekort',
        en: 'fields as on a driving licence',
        words: `kørekortnummer, kørekortnr, licence number, license no, 4a., 4b., 4c., 4d., kategori b, kategori am, kategorier, categories, endorsements, class: d, dln, udstedt af, gyldig til`,
      },
      {
        id: 'in-general',
        where: 'anywhere',
        weight: -1.5,
        da: 'taler om kørekort i almindelighed',
        en: 'speaks of driving licences in general',
        words: `dit kørekort, dit gamle kørekort, tage kørekort, your licence, your driver's license, kørekort b, full clean driving licence, driving licence b, kørelærer, teoriprøve`,
      },
    ],
    found: { DK_DRIVING_LICENCE: 2.4, UK_DRIVING_LICENCE: 2.4, DATE_OF_BIRTH: 0.3 },
  },
  {
    kind: 'criminal_record',
    prior: -4.6,
    cues: [
      {
        id: 'title',
        where: 'title',
        weight: 2.8,
        da: 'overskrift som på en straffeattest',
        en: 'titled like a criminal record',
        words: `straffeattest, privat straffeattest, offentlig straffeattest, børneattest, kriminalregistret, kriminalregister, udskrift af kriminalregistret, criminal record, criminal record certificate, criminal records check, dbs certificate, disclosure and barring service, police certificate, police clearance, führungszeugnis, belastningsregistret, politiattest`,
      },
      {
        id: 'content',
        where: 'anywhere',
        weight: 1.8,
        da: 'om afgørelser i registret',
        en: 'on decisions in the register',
        words: `er ikke registreret, ingen afgørelser, ikke straffet, i kriminalregistret, straffelovens, straffeloven §, dom, betinget dom, bøde, dagbøder, fængsel, ungdomsforanstaltning, dato for afgørelse, rigspolitiet, bestillingsdato, gerningstidspunkt, convictions, cautions, none recorded, no convictions, police records of convictions, sentence, imprisonment, offence, date of conviction, certificate number, anholdt, tiltale`,
      },
      {
        id: 'in-general',
        where: 'anywhere',
        weight: -1.5,
        da: 'taler om straffeattester i almindelighed',
        en: 'speaks of such certificates in general',
        words: `indhentes, indhente, skal foreligge, ren straffeattest, ansøgere, bestil, bestille, request a, apply for a, skal vise, must be shown, straffeattester, alle nye, all staff, forevist`,
      },
    ],
    found: { DK_CPR: 0.6, PERSON: 0.4, CRIMINAL_OFFENCE: 0.8 },
    particular: 1.2,
  },
];
