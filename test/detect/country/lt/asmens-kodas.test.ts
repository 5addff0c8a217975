import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Lithuanian personal codes', {
  type: 'LT_ASMENS_KODAS',
  found: [['Asmens kodas: 48410091755', '48410091755']],
  column: ['Asmens kodas', '48410091755'],
  notBelieved: {
    'another check digit': 'asmens kodas 48410091754',
    'an Estonian word': 'isikukood 48410091755',
    'nothing that names it': 'nummer 48410091755',
  },
});
