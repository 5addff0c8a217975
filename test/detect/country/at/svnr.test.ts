import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Austrian social insurance numbers', {
  type: 'AT_SVNR',
  found: [
    ['SVNR 4336 040784', '4336 040784'],
    ['Sozialversicherungsnummer: 4336040784', '4336040784'],
  ],
  column: ['SVNR', '4336040784'],
  notBelieved: {
    'another check digit': 'SVNR 4334 040784',
    'a day that is none': 'SVNR 4336 400784',
    'an order number': 'Ordrenr. 4336040784',
  },
  same: ['4336 040784', '4336040784'],
});
