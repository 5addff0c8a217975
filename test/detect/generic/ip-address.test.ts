import { describeIdentifier } from '../identifier-cases.ts';

describeIdentifier('IP addresses', {
  type: 'IP_ADDRESS',
  found: [
    ['login fra 203.0.113.77', '203.0.113.77'],
    ['net 198.51.100.0/24', '198.51.100.0/24'],
    ['fra 2001:db8::8a2e:370:7334.', '2001:db8::8a2e:370:7334'],
    ['::ffff:203.0.113.77', '::ffff:203.0.113.77'],
    ['Host: fe80::1%eth0', 'fe80::1%eth0'],
  ],
  notBelieved: {
    'a version': 'version 203.0.113.77',
    'a section': 'afsnit 4.2.1.3',
    'small numbers': 'se 1.2.3.4',
    'a number above 255': '300.168.1.12',
    'a scope of a language': 'std::vector og a::b',
    'a time': 'kl. 12:30:45',
    'a ratio': '1:2:3:4',
    'letters joined': 'x203.0.113.77y',
  },
});
