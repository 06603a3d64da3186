import { area } from '../http/area.ts';
import { publicationBounds } from './publication.ts';

/** What the public and the scrutiny committee are told. */
export const handler = area(publicationBounds);
