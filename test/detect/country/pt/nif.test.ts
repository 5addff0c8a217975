import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Portuguese tax numbers', {
  type: 'PT_NIF',
  found: [
    ['Contribuinte: 240792360', '240792360'],
    ['NIF 240 792 360', '240 792 360'],
  ],
  column: ['NIF', '240792360'],
  notBelieved: {
    'another check digit': 'NIF 240792364',
    "a company's number": 'NIF 501964843',
    'nothing that names it': 'nummer 240792360',
  },
  same: ['240 792 360', '240792360'],
});
