import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Singaporean identity numbers', {
  type: 'SG_NRIC_FIN',
  found: [
    ['NRIC S7425385G', 'S7425385G'],
    ['S7425385G', 'S7425385G'],
  ],
  column: ['NRIC', 'S7425385G'],
  notBelieved: {
    'another check letter': 'NRIC S7425385H',
    'small letters with nothing beside them': 'filen s7425385g i mappen',
  },
});
