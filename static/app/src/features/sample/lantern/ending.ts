import type { SampleEnding } from '../company';

/** What the teams said when the quarter that is over ended. */
export const ending: SampleEnding = {
  scores: [
    {
      keyResult: 'last-reports-read',
      rationale: 'Reached, and it has held for three weeks. Nights are a question of their own.',
      next: 'drop',
    },
    {
      keyResult: 'last-begin',
      rationale: 'Eight tenths of what we dared. The page for maths did most of it.',
      next: 'drop',
    },
    {
      keyResult: 'last-first-lesson',
      rationale: 'Six small changes, and none of them was the reason why people stop.',
      next: 'rewrite',
    },
    {
      keyResult: 'last-reviewed',
      rationale: 'All done once reviews were paid by the hour.',
      next: 'drop',
    },
    {
      keyResult: 'last-recovered',
      rationale:
        'Reminders brought back two thirds of what we hoped for. Trying the card again on a better day comes next.',
      next: 'repeat',
    },
  ],
  writeUps: [
    {
      objective: 'last-safety',
      said: 'People hear from us within a working morning. At night they still wait, which is what we take on next.',
    },
    {
      objective: 'last-growth',
      said: 'More people begin, and no more of them finish a lesson on their first day. We brought them to a door that does not open.',
    },
    {
      objective: 'last-learning',
      said: 'Every course has been read by a second teacher. Nine were taken down, which nobody missed.',
    },
    {
      objective: 'last-payments',
      said: 'Two in five failed payments come back by themselves now. The rest needs a better moment, not a louder reminder.',
    },
  ],
  retrospectives: [
    {
      team: 'lantern',
      helped: 'Two people read reports instead of one.',
      hindered: 'Nobody is there at night.',
      learned: 'Most second reports were about not being heard, not about a second thing.',
      willChange: 'Say at once that somebody has read it.',
    },
    {
      team: 'growth',
      helped: 'One page for one subject: the page for maths brought a quarter of the new sign-ups.',
      hindered: 'We tried six small things at once, so none of them could be told from the others.',
      learned:
        'We do not know why people stop before their first lesson ends, and guessing did not find out.',
      willChange: 'Talk to ten people who stopped before any work is planned, and try one thing at a time.',
    },
    {
      team: 'learning',
      helped: 'Reviews are paid by the hour.',
      hindered: 'Courses without an owner waited for weeks.',
      learned: 'Taking a course down is as good as mending it.',
      willChange: 'Every course has an owner before it goes online.',
    },
    {
      team: 'payments',
      helped: 'The reminder in the app, which brings back twice as many as the e-mail.',
      hindered: 'The bank’s reasons for a failed card come three days late.',
      learned: 'The day matters more than the words.',
      willChange: 'Try again on the day people get paid before we write to anybody.',
    },
  ],
};
