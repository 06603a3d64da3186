import { view } from '../http/page-answer.ts';
import { publicPage } from '../page/page.ts';
import { actions, type Block, heading, paragraph } from '../page/view.ts';

const goals: Block[] = [
  paragraph(
    'These pages are to be usable by everybody who works with a community safety partnership’s funding. They aim at level AA of the Web Content Accessibility Guidelines (WCAG) 2.2.',
  ),
  {
    kind: 'list',
    items: [
      'everything can be done with a keyboard alone',
      'everything can be done without JavaScript',
      'pages can be enlarged to 400%, and read on a screen of 320 pixels',
      'nothing is said by colour alone; each chart stands beside a table of the same figures',
      'every question has a label, and every error leads to the question that it is about',
    ],
  },
];

const tested: Block[] = [
  paragraph(
    'They were tested by the people who made them, in Chromium: with axe, a program that finds what can be found automatically, and with a keyboard. Such programs find only a part of the barriers that there can be.',
  ),
  paragraph('They have not been:'),
  {
    kind: 'list',
    items: [
      'tested with screen readers, speech recognition or screen magnifiers',
      'tested in browsers other than Chromium',
      'tested with disabled people who use them',
      'audited by anybody else',
    ],
  },
  paragraph('So no claim is made that they comply with WCAG 2.2 as a whole.'),
];

const known: Block[] = [
  {
    kind: 'list',
    items: [
      'Documents as PDF have not been tried with a screen reader. What they say is also there as a web page or as text.',
      'Wide tables scroll sideways on narrow screens.',
      'Notes, titles and reasons are shown as people wrote them, in their language, which the page doesn’t mark.',
    ],
  },
];

/** What was tested and what wasn't; nothing is claimed that isn't known. */
export const accessibilityPage = publicPage({
  path: '/accessibility',
  get: async () =>
    view({
      title: 'Accessibility',
      blocks: [
        ...goals,
        heading('How they were tested'),
        ...tested,
        heading('What is known not to work well'),
        ...known,
        heading('If something does not work for you'),
        paragraph(
          'Tell the council that runs this service for your partnership: it can give you the same information in another form, and its own website says how to reach it and how to complain. This is a statement about the software; the council publishes its own about its service.',
        ),
        actions({ href: '/', text: 'Go to your partnerships', look: 'secondary' }),
      ],
    }),
});
