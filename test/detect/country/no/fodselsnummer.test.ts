import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('Norwegian national numbers', {
  type: 'NO_FODSELSNUMMER',
  found: [
    ['Fødselsnummer: 18098341907', '18098341907'],
    ['fnr 180983 41907', '180983 41907'],
    ['D-nummer 58098341062', '58098341062'],
  ],
  column: ['Fødselsnr.', '18098341907'],
  notBelieved: {
    'another check digit': 'fnr 18098341904',
    'a day that is none': 'fnr 38098341907',
    'an account number': 'Kontonr. 18098341907',
  },
  same: ['18098341907', '180983 41907'],
});
