import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Swedish organisation numbers', {
  type: 'SE_ORGANISATIONSNUMMER',
  found: [
    ['557750-6891 är vårt orgnummer', '557750-6891'],
    ['Organisationsnummer: 5577506891', '5577506891'],
  ],
  column: ['Orgnr', '557750-6891'],
  notBelieved: {
    'another check digit': 'Orgnummer 557750-6892',
    'a personnummer': '811218-9876',
    'a number that nothing names': 'Vi har fået 557750-6891 fra lageret',
    'an order number': 'Ordre 5577506891',
  },
  same: ['557750-6891', '5577506891'],
});
