import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Indian tax account numbers', {
  type: 'IN_PAN',
  found: [
    ['PAN AFZPK7190K', 'AFZPK7190K'],
    ['AFZPK7190K', 'AFZPK7190K'],
  ],
  column: ['PAN', 'AFZPK7190K'],
  notBelieved: {
    'a kind of holder that is none': 'PAN AFZXK7190K',
    'small letters with nothing beside them': 'filen afzpk7190k i mappen',
  },
});
