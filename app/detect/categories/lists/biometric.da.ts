import type { PhraseList } from '../phrase-list.ts';

/** Biometric data that identify a person, in Danish. */
export const biometricDa: PhraseList = {
  type: 'BIOMETRIC',
  language: 'da',
  sure: `mit fingeraftryk, hendes fingeraftryk, hans fingeraftryk, dit fingeraftryk, mine fingeraftryk,
    dine fingeraftryk, mit ansigt er registreret, hans biometriske, hendes biometriske, mine biometriske,
    dine biometriske, tog hendes fingeraftryk, tog hans fingeraftryk, taget fingeraftryk af,
    afgive fingeraftryk, afgivet fingeraftryk, registreret fingeraftryk, fingeraftryk registreret,
    fingeraftryk optaget, fingeraftryk taget, hendes ansigtsskabelon, hans ansigtsskabelon,
    stemmeprøve fra, stemmeprøve af, hit i eurodac, genkendt af kameraet`,
  plain: `fingeraftryk, fingeraftrykket, fingeraftryksskabelon, fingeraftryksdata, tommelfingeraftryk,
    fingerscanning, fingerscan, håndaftryk, håndfladeaftryk, håndscanning, håndgeometri, venemønster,
    venescanning, ansigtsgenkendelse, ansigtsskabelon, ansigtsscanning, ansigtsscan, ansigtstryk,
    ansigtsaftryk, ansigtsvektor, ansigtsgeometri, ansigtsbillede matchet, irisscanning, irisscan,
    iris-skabelon, irismønster, nethindescanning, nethindescan, øjenscanning, stemmebiometri, stemmeaftryk,
    stemmegenkendelse, stemmeprøve, stemmeprofil, signaturbiometri, underskriftsbiometri, tastedynamik,
    ganganalyse, gangmønster, øreaftryk, fodaftryk, tandaftryk, tandkort, biometrisk, biometriske,
    biometriske data, biometrisk skabelon, biometrisk identifikation, biometrisk pas, biometri, eurodac`,
  weak: `nethinde, face id, touch id, dna-spor`,
  beside: `fingeraftryk, biometri, biometrisk, registreret, optaget, gemt, lagret, oprettet, skabelon,
    matchet, match, identifikation, adgangskontrol, godkendt, aktiveret, pegefinger, tommelfinger,
    politiet, mistænkte, samtykke, adgang, databasen`,
  labels: `fingeraftryk, biometri, biometrisk id, ansigtsskabelon, irisscanning, stemmeprøve, skabelon,
    biometriske data, ansigtsbillede`,
};
