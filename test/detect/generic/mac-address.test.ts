import { describeIdentifier } from '../identifier-cases.ts';

describeIdentifier('hardware addresses', {
  type: 'MAC_ADDRESS',
  found: [
    ['MAC 3c:22:fb:10:9a:7e', '3c:22:fb:10:9a:7e'],
    ['3C-22-FB-10-9A-7E, printer', '3C-22-FB-10-9A-7E'],
    ['port 3c22.fb10.9a7e', '3c22.fb10.9a7e'],
  ],
  notBelieved: {
    'five pairs': '3c:22:fb:10:9a',
    'seven pairs': '3c:22:fb:10:9a:7e:01',
    'two signs mixed': '3c:22-fb:10-9a:7e',
    'letters beyond f': '3g:22:fb:10:9a:7e',
    broadcast: 'ff:ff:ff:ff:ff:ff',
    'a GUID': '3c22fb10-9a7e-4d3c-8f00-3c22fb109a7e',
  },
  same: ['3c:22:fb:10:9a:7e', '3C-22-FB-10-9A-7E'],
});
