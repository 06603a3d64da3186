import { listed } from '../../../domain/publication/words.ts';
import type { Names } from '../minutes/answers.ts';
import { nameIn } from '../minutes/names.ts';
import { name, type Span, strong, tag } from '../page/text.ts';
import type { Meeting } from './meeting-records.ts';

type Quorum = Meeting['quorum'];

/** "4 of 3 needed", and whether that is enough. */
export const quorumFigure = ({ needed, authorities, isMet }: Quorum): Span[] => [
  `${authorities.length} of ${needed} needed `,
  isMet ? tag('Quorum met', 'green') : tag('No quorum', 'red'),
];

/** The authorities that count. */
export const authoritiesIn = ({ authorities }: Pick<Quorum, 'authorities'>, names: Names): Span =>
  authorities.length === 0
    ? 'No authority counts yet.'
    : name(listed(authorities.map((id) => nameIn(names.authorities, id))));

/** An item's own quorum, after recusals: in a sentence. */
export const quorumSentence = (quorum: Quorum, names: Names): Span[] => [
  strong(quorum.isMet ? 'Met' : 'Not met'),
  `: ${quorum.authorities.length} of ${quorum.needed} needed. `,
  authoritiesIn(quorum, names),
];
