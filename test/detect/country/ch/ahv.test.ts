import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Swiss social insurance numbers', {
  type: 'CH_AHV',
  found: [
    ['AHV-Nr. 756.2196.0428.80', '756.2196.0428.80'],
    ['AHV 7562196042880', '7562196042880'],
  ],
  column: ['AHV', '7562196042880'],
  notBelieved: {
    'another check digit': 'AHV 756.2196.0428.84',
    "a Swiss product's EAN": 'EAN 7612196042880',
  },
  same: ['756.2196.0428.80', '7562196042880'],
});
