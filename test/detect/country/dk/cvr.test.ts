import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier("sole traders' CVR numbers", {
  type: 'DK_CVR',
  found: [
    ['Malerfirmaet Krogh v/Anna Krogh, CVR 23226499', '23226499'],
    ['CVR-nr. 23226499 (enkeltmandsvirksomhed)', '23226499'],
  ],
  notBelieved: {
    "a company's number": 'Krogh Maling ApS, CVR 23226499',
    'a check digit that fails': 'v/Anna Krogh, CVR 23226494',
    'a phone number': 'v/Anna Krogh, tlf. 23226499',
  },
  same: ['23 22 64 99', '23226499'],
});
