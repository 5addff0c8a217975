import { describeIdentifier } from '../identifier-cases.ts';

describeIdentifier('coordinates', {
  type: 'COORDINATES',
  found: [
    ['hjemme: 55.676098, 12.568337', '55.676098, 12.568337'],
    ['GPS -33.868820, 151.209290', '-33.868820, 151.209290'],
    ['55°40′34″N 12°34′06″E', '55°40′34″N 12°34′06″E'],
  ],
  notBelieved: {
    'two decimals of anything': 'målt 45.12345, 78.12345',
    'too few decimals': 'GPS 55.67, 12.56',
    'a latitude above 90': 'GPS 95.676098, 12.568337',
    'a temperature': 'bages ved 200° i 40 minutter',
  },
});
