import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Italian tax codes', {
  type: 'IT_FISCAL_CODE',
  found: [
    ['Codice fiscale: KRGNNA84L13H281S', 'KRGNNA84L13H281S'],
    ['krgnna84l13h281s', 'krgnna84l13h281s'],
  ],
  column: ['Codice fiscale', 'KRGNNA84L13H281S'],
  notBelieved: {
    'another check letter': 'Codice fiscale KRGNNA84L13H281T',
    'a letter that is no month': 'KRGNNA84F13H281S',
    'a licence key': 'KRGN-NA84-L13H-281S',
  },
});
