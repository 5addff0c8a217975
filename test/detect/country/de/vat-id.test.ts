import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('German VAT numbers', {
  type: 'DE_VAT_ID',
  found: [
    ['USt-IdNr.: DE297996390', 'DE297996390'],
    ['Bitte angeben: DE297996390', 'DE297996390'],
    ['DE 297996390', 'DE 297996390'],
  ],
  column: ['USt-Id', 'DE297996390'],
  notBelieved: {
    'another check digit': 'USt-IdNr. DE297996391',
    'eight digits': 'USt-IdNr. DE29799639',
  },
  same: ['DE297996390', 'de 297996390'],
});
