import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Irish PPS numbers', {
  type: 'IE_PPSN',
  found: [
    ['PPS no. 5985221H', '5985221H'],
    ['PPSN: 5985221H', '5985221H'],
  ],
  column: ['PPSN', '5985221H'],
  notBelieved: {
    'another letter': 'PPSN 5985221J',
    'nothing that names it': 'del 5985221H passer',
    'an item number': 'Varenr. 5985221H',
  },
});
