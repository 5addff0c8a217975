import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Czech and Slovak birth numbers', {
  type: 'CZ_RODNE_CISLO',
  found: [
    ['Rodné číslo: 840515/8168', '840515/8168'],
    ['rodné číslo 8405158168', '8405158168'],
  ],
  column: ['Rodné číslo', '840515/8168'],
  notBelieved: {
    'another check digit': 'rodné číslo 840515/8164',
    'a month that is none': 'rodné číslo 841315/8168',
    'an order number': 'Ordrenr. 8405158168',
  },
  same: ['840515/8168', '8405158168'],
});
