import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Canadian social insurance numbers', {
  type: 'CA_SIN',
  found: [
    ['SIN 560 280 158', '560 280 158'],
    ['social insurance number 560280158', '560280158'],
  ],
  column: ['SIN', '560-280-158'],
  notBelieved: {
    'another check digit': 'SIN 560 280 159',
    'a beginning that is not given out': 'SIN 860 280 155',
    'nothing that names it': '560280158',
  },
  same: ['560 280 158', '560280158'],
});
