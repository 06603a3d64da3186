import { z } from 'zod';
export type DateLimits = { readonly today: string };
export const PlainDate = z.iso.date();
