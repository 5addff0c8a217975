import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Latvian personal codes', {
  type: 'LV_PERSONAS_KODS',
  found: [
    ['Personas kods: 260884-19311', '260884-19311'],
    ['personas kods 321234-12345', '321234-12345'],
  ],
  column: ['Personas kods', '260884-19311'],
  notBelieved: {
    'another check digit': 'personas kods 260884-19314',
    'nothing that names it': 'sag 260884-19311',
    'a century that is none': 'personas kods 260884-99311',
  },
  same: ['260884-19311', '26088419311'],
});
