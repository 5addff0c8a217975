import { describeIdentifier } from '../identifier-cases.ts';

describeIdentifier('vehicle identification numbers', {
  type: 'VEHICLE_ID',
  found: [
    ['Stelnr. WVWZZZ1J0XW684399', 'WVWZZZ1J0XW684399'],
    ['Stelnummer: WVWZZZ1JZXW684399', 'WVWZZZ1JZXW684399'],
    ['bilen WVWZZZ1J0XW684399 er solgt', 'WVWZZZ1J0XW684399'],
  ],
  column: ['VIN', 'WVWZZZ1J0XW684399'],
  notBelieved: {
    'a check digit that fails and nothing that names it': 'koden WVWZZZ1JZXW684399 virker',
    'a letter that is not used': 'Stelnr. WVWZZZ1JOXW684399',
    'sixteen characters': 'Stelnr. WVWZZZ1J0XW68439',
    'digits only': 'Stelnr. 12345678901234567',
  },
});
