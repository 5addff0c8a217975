import { describeIdentifier } from '../identifier-cases.ts';

describeIdentifier('dates of birth', {
  type: 'DATE_OF_BIRTH',
  found: [
    ['født den 7. december 1980 i Fjordby', '7. december 1980'],
    ['Anna (f. 7.12.1980)', '7.12.1980'],
    ['Fødselsdato: 07-12-80', '07-12-80'],
    ['Fødselsdato (dag-måned-år): 07-12-1980', '07-12-1980'],
    ['DOB 1980-12-07', '1980-12-07'],
    ['born on December 7, 1980', 'December 7, 1980'],
    ['geboren am 7. Dezember 1980', '7. Dezember 1980'],
    ['född 7 december 1980', '7 december 1980'],
    ['født 7/12 1980', '7/12 1980'],
    ['født 7.12.1980, ansat 1.6.2012', '7.12.1980'],
  ],
  column: ['Fødselsdato', '07-12-1980'],
  notBelieved: {
    "a letter's date": 'Fjordby, den 7. december 1980',
    'a day of death': 'født 1901 i Fjordby, død 7. december 1980',
    'a day that is none': 'født 31.11.1980',
    'a birth long ago': 'født 7. december 1780',
    'a birthday party': 'Fødselsdag holdes 07-12-2024 til fødselsdagsfest',
    'an invoice': 'Fakturadato 07-12-1980',
    'a version': 'født 7.12.1980.3',
  },
  same: ['7. december 1980', '07.12.1980'],
});
