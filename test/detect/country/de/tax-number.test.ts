import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('German tax numbers', {
  type: 'DE_TAX_NUMBER',
  found: [
    ['Steuernummer: 12/345/67890', '12/345/67890'],
    ['St.-Nr. 0281508150123', '0281508150123'],
  ],
  column: ['Steuernummer', '12/345/67890'],
  notBelieved: { 'no word beside it': 'se side 12/345/67890', 'an EAN number': 'EAN 0281508150123' },
  same: ['12/345/67890', '1234567890'],
});
