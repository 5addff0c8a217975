import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier("a tax card's figures", {
  type: 'DK_TAX_CARD',
  found: [
    ['Skattekort: Trækprocent 38 %', 'Trækprocent 38 %'],
    ['trækpct.: 41', 'trækpct.: 41'],
    ['Månedsfradrag: 4.532,00', 'Månedsfradrag: 4.532,00'],
  ],
  notBelieved: {
    'no rate': 'Din trækprocent står på din forskudsopgørelse',
    'said in general': 'Trækprocent 38 % er typisk for lønmodtagere',
    'a rate that is none': 'Trækprocent 95 %',
    'another percentage': 'Rabatprocent 38 %',
  },
});
