import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier("foreigners' Spanish identity numbers", {
  type: 'ES_NIE',
  found: [
    ['NIE X0859716E', 'X0859716E'],
    ['NIE: X-0859716-E', 'X-0859716-E'],
  ],
  column: ['NIE', 'X0859716E'],
  notBelieved: { 'another letter': 'NIE X0859716R', 'another first letter': 'NIE W0859716E' },
  same: ['X-0859716-E', 'X0859716E'],
});
