import { describeIdentifier } from '../../identifier-cases.ts';

describeIdentifier('US medical registrations', {
  type: 'MEDICAL_LICENSE',
  found: [
    ['DEA number BK7374870', 'BK7374870'],
    ['BK7374870', 'BK7374870'],
  ],
  notBelieved: {
    'another check digit': 'DEA BK7374871',
    'a first letter that is none': 'DEA NK7374870',
    'small letters with nothing beside them': 'bk7374870',
  },
});
