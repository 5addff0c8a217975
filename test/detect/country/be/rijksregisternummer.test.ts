import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Belgian national register numbers', {
  type: 'BE_RIJKSREGISTERNUMMER',
  found: [
    ['Rijksregisternummer 84.04.24-047.55', '84.04.24-047.55'],
    ['NISS: 84042404755', '84042404755'],
  ],
  column: ['INSZ', '84042404755'],
  notBelieved: {
    'other check digits': 'NISS 84042404754',
    'a month that is none': 'NISS 84142404755',
    'an order number': 'Ordre 84042404755',
  },
  same: ['84.04.24-047.55', '84042404755'],
});
