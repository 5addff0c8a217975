import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Portuguese citizen card numbers', {
  type: 'PT_CARTAO_DE_CIDADAO',
  found: [
    ['Cartão de cidadão 79098936 5 ZY4', '79098936 5 ZY4'],
    ['cartão de cidadão: 790989365ZY4', '790989365ZY4'],
  ],
  column: ['Cartão de cidadão', '790989365ZY4'],
  notBelieved: {
    'another check digit': 'Cartão de cidadão 790989365ZY7',
    'nothing that names it': 'del 790989365ZY4 passer',
  },
  same: ['79098936 5 ZY4', '790989365ZY4'],
});
