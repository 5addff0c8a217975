import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Spanish identity numbers', {
  type: 'ES_NIF',
  found: [
    ['DNI 11083691Z', '11083691Z'],
    ['NIF: 11083691-Z', '11083691-Z'],
  ],
  column: ['DNI', '11083691Z'],
  notBelieved: {
    'another letter': 'DNI 11083691T',
    'small letters in running text': 'del 11083691z passer',
    'an item number': 'Varenr. 11083691Z',
  },
  same: ['11083691-Z', '11083691Z'],
});
