/** Whole pence: the model counts in these, and knows nothing of the domain's money. */
export const pence = (text: string): bigint => {
  const [pounds = '', rest = ''] = text.split('.');
  return BigInt(pounds + rest.padEnd(2, '0'));
};

export const written = (amount: bigint): string => {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

export const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((total, amount) => total + amount, 0n);
