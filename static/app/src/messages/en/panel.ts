import { messages } from '../messages';

export const panel = messages('panel', {
  serves: 'This {type} serves {key}',
  servesThrough: 'This {type} serves {key} through {through}',
  issue: 'issue',
  attach: 'Attach',
  attachAnother: 'Attach to another key result',
  none: 'Serves no key result',
  noneWhy:
    'Attach this {type} to the key result it should move. Say by how much and when that should show, and Waymark keeps the outcome and the work side by side, so you can see whether it did.',
  noneLaw: 'Finishing work never moves a key result. Only its measurements do.',
  parentsMissing:
    'It serves no key result itself. Whether it serves one through its parent is known when Jira answers.',
  ownWork: 'Work of this {type}',
  otherWork: 'Work of',
  owner: 'Owner',
  notHere: 'Waymark works on issues. Open one to see what it serves.',
});
