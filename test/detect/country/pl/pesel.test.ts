import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Polish identity numbers', {
  type: 'PL_PESEL',
  found: [
    ['PESEL 84102042890', '84102042890'],
    ['numer PESEL: 84102042890', '84102042890'],
  ],
  column: ['PESEL', '84102042890'],
  notBelieved: {
    'another check digit': 'PESEL 84102042894',
    'a month that is none': 'PESEL 84532042890',
    'hyphens between': '84-10-20-42890',
    'an order number': 'Ordre 84102042890',
  },
});
