import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Danish health card numbers', {
  type: 'DK_HEALTH_CARD',
  found: [
    ['Sundhedskort 80208 00001 12345 67890', '80208 00001 12345 67890'],
    ['80208000011234567890', '80208000011234567890'],
  ],
  column: ['Sundhedskort', '80208000011234567890'],
  notBelieved: {
    "a SIM card's number": '89208000011234567890',
    'nineteen digits': 'Sundhedskort 8020800001123456789',
  },
  same: ['80208 00001 12345 67890', '80208000011234567890'],
});
