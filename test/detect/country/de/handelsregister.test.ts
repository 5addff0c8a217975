import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('entries in the German register of companies', {
  type: 'DE_HANDELSREGISTER',
  found: [
    ['eingetragen im HRA 99321 Köln', 'HRA 99321'],
    ['HRB 123456', 'HRB 123456'],
    ['Amtsgericht Kiel, HRB123456', 'HRB123456'],
  ],
  notBelieved: {
    'another letter': 'HRC 12345',
    'no third letter': 'HR 12345',
    'seven digits': 'HRB 1234567',
  },
});
