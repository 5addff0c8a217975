import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('US social security numbers', {
  type: 'US_SSN',
  found: [
    ['536-22-8761', '536-22-8761'],
    ['SSN 536228761', '536228761'],
    ['my social security number is 536 22 8761', '536 22 8761'],
  ],
  column: ['SSN', '536-22-8761'],
  notBelieved: {
    'a part with zeros': 'SSN 536-00-8761',
    'an area that is not given out': 'SSN 666-22-8761',
    'a number that advertisements used': 'SSN 078-05-1120',
    'an order number': 'Order 536228761',
    'other groups': '536-228-761',
  },
  same: ['536-22-8761', '536228761'],
});

describeIdentifier('US taxpayer numbers', {
  type: 'US_ITIN',
  found: [
    ['912-72-8761', '912-72-8761'],
    ['ITIN: 912728761', '912728761'],
  ],
  notBelieved: {
    'a group that is not given out': 'ITIN 912-93-8761',
    'another beginning': 'ITIN 812-72-8761',
  },
});
