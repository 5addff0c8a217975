import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('British number plates', {
  type: 'UK_VEHICLE_REGISTRATION',
  found: [
    ['vehicle AB51 XYC', 'AB51 XYC'],
    ['registration LN14-HGT', 'LN14-HGT'],
  ],
  column: ['Registration', 'AB51XYC'],
  notBelieved: {
    'a half-year that is none': 'vehicle AB49 XYC',
    'an item code': 'Varenr. AB51XYC',
    'nothing that names it': 'del AB51XYC passer',
  },
  same: ['AB51 XYC', 'AB51XYC'],
});
