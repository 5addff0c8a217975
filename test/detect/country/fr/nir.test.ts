import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('French social security numbers', {
  type: 'FR_NIR',
  found: [['NIR 284097504459341', '284097504459341']],
  column: ['NIR', '284097504459341'],
  notBelieved: {
    'another key': 'NIR 284097504459344',
    'a sex that is none': 'NIR 984097504459341',
    'an IMEI': 'IMEI 284097504459341',
  },
});
