import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Finnish personal identity codes', {
  type: 'FI_PERSONAL_IDENTITY_CODE',
  found: [
    ['henkilötunnus 260884A607F', '260884A607F'],
    ['hetu: 260884-607F', '260884-607F'],
  ],
  column: ['Hetu', '260884-607F'],
  notBelieved: {
    'another check character': 'hetu 260884-607H',
    'a day that is none': 'hetu 320884-607F',
    'a letter that is no century': '260884Q607F',
  },
  same: ['260884-607F', '260884 607F'],
});
