import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Australian Medicare numbers', {
  type: 'AU_MEDICARE',
  found: [
    ['Medicare 3285 12946 1', '3285 12946 1'],
    ['my medicare number is 3285129461', '3285129461'],
  ],
  column: ['Medicare', '3285129461'],
  notBelieved: {
    'another check digit': 'Medicare 3285 12956 1',
    'an order number': 'Order 3285129461',
  },
});
