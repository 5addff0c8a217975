import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Danish driving licence numbers', {
  type: 'DK_DRIVING_LICENCE',
  found: [['Kørekortnr. 20456789', '20456789']],
  column: ['Kørekortnummer', '20456789'],
  notBelieved: {
    'nothing that names it': 'nummer 20456789',
    'a phone number behind the word': 'Har kørekort. Tlf. 20456789',
    'a CVR number': 'CVR 20456789',
  },
});
