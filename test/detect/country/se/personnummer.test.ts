import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Swedish personal numbers', {
  type: 'SE_PERSONNUMMER',
  found: [
    ['Svenskt personnr: 890508-3211', '890508-3211'],
    ['pnr 8905083211', '8905083211'],
    ['19890508-3211', '19890508-3211'],
    ['samordningsnummer 890568-3218', '890568-3218'],
  ],
  column: ['Pnr', '8905083211'],
  notBelieved: {
    'another check digit': 'pnr 890508-3214',
    'a month that is none': 'pnr 891308-3211',
    'an organisation number': 'org.nr 556703-7485',
    'an order number': 'Ordrenr. 8905083211',
    'part of a longer number': '12-890508-3211-01',
  },
  same: ['890508-3211', '19890508-3211'],
});
