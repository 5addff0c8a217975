import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Estonian personal codes', {
  type: 'EE_ISIKUKOOD',
  found: [['Isikukood: 48411223700', '48411223700']],
  column: ['Isikukood', '48411223700'],
  notBelieved: {
    'another check digit': 'isikukood 48411223704',
    'a month that is none': 'isikukood 48413223700',
    'nothing that names it': 'nummer 48411223700',
  },
});
