import { Decimal } from 'decimal.js';

// The default of 20 digits rounds long sums silently; 40 holds every sum of amounts that can be entered.
const Exact = Decimal.clone({ precision: 40, toExpNeg: -40, toExpPos: 40 });
const canonical = /^-?(?:0|[1-9]\d{0,23})\.\d{2}$/;
const written = /^-?(?:0|[1-9]\d{0,23})(?:\.\d{1,2})?$/;

/**
 * An amount in pounds sterling, exact to the penny; may be negative.
 * A value object over canonical text ("12527.00"), which is also how JSON and the database carry it.
 */
export class Money {
  static readonly zero = new Money('0.00');

  // Public, since test matchers compare public fields; text, since that is the value.
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  /** Throws RangeError on anything but decimal text with at most two places, and on more than 24 digits of pounds. */
  static parse(text: string): Money {
    // As all that is stored and answered is: nothing would come of calculating with it but the same text.
    if (canonical.test(text) && text !== '-0.00') return new Money(text);
    if (!written.test(text)) throw new RangeError('not an amount of money');
    return Money.#of(new Exact(text));
  }

  static #of(value: Decimal): Money {
    const text = value.isZero() ? '0.00' : value.toFixed(2);
    if (!canonical.test(text) || value.decimalPlaces() > 2) throw new RangeError('money that cannot be held exactly');
    return new Money(text);
  }

  static sum(amounts: Iterable<Money>): Money {
    let total = new Exact(0);
    for (const amount of amounts) total = total.plus(amount.text);
    return Money.#of(total);
  }

  static min(first: Money, ...others: readonly Money[]): Money {
    return others.reduce((least, other) => (other.isLessThan(least) ? other : least), first);
  }

  plus(other: Money): Money {
    return Money.#of(new Exact(this.text).plus(other.text));
  }

  minus(other: Money): Money {
    return Money.#of(new Exact(this.text).minus(other.text));
  }

  negated(): Money {
    return Money.#of(new Exact(this.text).negated());
  }

  isZero(): boolean {
    return this.text === '0.00';
  }

  isNegative(): boolean {
    return this.text.startsWith('-');
  }

  isPositive(): boolean {
    return !this.isZero() && !this.isNegative();
  }

  equals(other: Money): boolean {
    return this.text === other.text;
  }

  isLessThan(other: Money): boolean {
    return new Exact(this.text).lessThan(other.text);
  }

  isMoreThan(other: Money): boolean {
    return other.isLessThan(this);
  }

  /**
   * Shares the amount out in proportion to whole-number weights by the largest-remainder method, so that the parts
   * always sum to the whole; odd pennies go to the largest remainders, the earlier first where they tie.
   * Throws RangeError on negative amounts, and on weights that are not whole numbers or do not sum to more than zero.
   */
  split(weights: readonly number[]): Money[] {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (this.isNegative() || !Number.isSafeInteger(total) || total <= 0 || !weights.every(isWeight)) {
      throw new RangeError('cannot be shared out');
    }
    const pence = new Exact(this.text).times(100);
    const shares = weights.map((weight, place) => {
      // Divided as whole numbers: a quotient cut at 40 digits could misplace a remainder.
      const product = pence.times(weight);
      return { place, pence: product.dividedToIntegerBy(total), remainder: product.modulo(total) };
    });
    const odd = pence.minus(shares.reduce((sum, share) => sum.plus(share.pence), new Exact(0))).toNumber();
    const lucky = shares.toSorted((a, b) => b.remainder.comparedTo(a.remainder) || a.place - b.place).slice(0, odd);
    return shares.map((share) => Money.#of(share.pence.plus(lucky.includes(share) ? 1 : 0).dividedBy(100)));
  }

  /** So many percent of the amount, rounded down to the penny: an allowance never exceeds what was granted. Nothing of a debt. */
  percentage(percent: number): Money {
    if (!Number.isSafeInteger(percent) || percent < 0) throw new RangeError('not a whole percentage');
    if (this.isNegative()) return Money.zero;
    return Money.#of(new Exact(this.text).times(percent).dividedToIntegerBy(1).dividedBy(100));
  }

  /** For people: £ and thousands separators, "£12,527.00". */
  toSterling(): string {
    const [pounds = '', pence = ''] = this.text.replace('-', '').split('.');
    return `${this.isNegative() ? '-' : ''}£${pounds.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${pence}`;
  }

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }

  /** Operators on objects compare text ("9" > "10"), so they are refused. */
  [Symbol.toPrimitive](hint: string): string {
    if (hint === 'string') return this.text;
    throw new TypeError('money takes no operators: use plus, minus, isLessThan');
  }
}

const isWeight = (weight: number): boolean => Number.isSafeInteger(weight) && weight >= 0;
