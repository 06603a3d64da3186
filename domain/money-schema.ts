import { z } from 'zod';
import { Money } from './money.ts';

const entered = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?$/;

/** What a person may enter: up to 999999999999.99, no sign, at most two decimal places, never a JSON number. */
const EnteredText = z.string('Write the amount as text, such as "12527.00".').regex(entered, {
  error: 'Write an amount from 0.00 to 999999999999.99 with at most two decimal places, such as "12527.00".',
  // What is no amount stays text, and rules about whole bodies ask amounts.
  abort: true,
});

const isMoney = z.custom<Money>((value) => value instanceof Money);

/** An amount that may be nothing, as entered. */
export const AmountOrZero = z.codec(EnteredText, isMoney, { decode: Money.parse, encode: String });

/** An amount that moves something, as entered. */
export const Amount = AmountOrZero.refine((amount) => !amount.isZero(), 'The amount must be more than 0.00.');

const stored = z
  .string()
  .regex(/^(?!-0\.00$)-?(?:0|[1-9]\d{0,23})\.\d{2}$/)
  .meta({ examples: ['12527.00'] });

/** An amount as stored and answered: exactly two places, perhaps negative. */
export const MoneyText = z.codec(stored, isMoney, { decode: Money.parse, encode: String });
