import { redirect, view } from '../http/page-answer.ts';
import { page, publicPage } from '../page/page.ts';
import { partnershipPath } from '../page/paths.ts';
import { link } from '../page/text.ts';
import { actions, type Block, paragraph } from '../page/view.ts';
import { sessionIdOf } from '../session/cookies.ts';
import { accessibilityPage } from './accessibility.ts';

export const homePages = {
  accessibility: accessibilityPage,
  start: publicPage({
    path: '/',
    get: async ({ request }) =>
      sessionIdOf(request.cookies) === undefined
        ? view({
            title: 'Keep the funding of your community safety partnership',
            blocks: [
              paragraph(
                'Grants and what is kept of them at source, what arrived, what the group awarded at its meetings, what was spent, and a year-end statement whose every figure can be proved.',
              ),
              actions({ href: '/sign-in?returnTo=/partnerships', text: 'Sign in' }),
            ],
          })
        : redirect('/partnerships'),
  }),
  partnerships: page({
    path: '/partnerships',
    access: 'signed-in',
    get: async ({ api, caller }) => {
      const items = await api.all('listPartnerships', {});
      const [only, ...others] = items;
      if (only !== undefined && others.length === 0 && !caller.isAdministrator)
        return redirect(partnershipPath(only.id));
      const blocks: Block[] = [
        ...(items.length > 0
          ? [
              {
                kind: 'list' as const,
                look: 'plain' as const,
                items: items.map(({ id, name }) => link(partnershipPath(id), name)),
              },
            ]
          : [paragraph('You have no role in any partnership yet. The administrator gives roles.')]),
        ...(caller.isAdministrator ? [actions({ href: '/new-partnership', text: 'Create a partnership' })] : []),
      ];
      return view({ title: 'Your partnerships', blocks });
    },
  }),
};
