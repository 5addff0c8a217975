import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('British driving licence numbers', {
  type: 'UK_DRIVING_LICENCE',
  found: [['driving licence KROGH856124A99XY', 'KROGH856124A99XY']],
  column: ['Driving licence', 'KROGH856124A99XY'],
  notBelieved: {
    'a month that is none': 'KROGH833124A99XY',
    'a day that is none': 'KROGH856404A99XY',
    'a licence key': 'A1B2C3D4E5F6G7H8',
  },
});
