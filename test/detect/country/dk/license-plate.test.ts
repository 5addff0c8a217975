import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Danish number plates', {
  type: 'DK_LICENSE_PLATE',
  found: [
    ['Bilen AB 12 345 holder ulovligt', 'AB 12 345'],
    ['nummerplade ab12345', 'ab12345'],
    ['Reg.nr. AB 12345', 'AB 12345'],
  ],
  column: ['Nummerplade', 'AB12345'],
  notBelieved: {
    'an amount': 'i alt kr 12 345 inkl. moms',
    'an item number': 'Varenr. AB12345',
    'a code and nothing that names it': 'del AB12345 passer',
    'another group of digits': 'AB 12 345 678',
    'letters that plates do not have': 'nummerplade OI 12 345',
  },
  same: ['AB 12 345', 'AB12345'],
});
