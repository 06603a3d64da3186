/** The financial year of a date, worked out by the model's own means: nine months back from any day is its April's year. */
export const yearOf = (date: string): string => {
  const start = Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 4 ? 1 : 0);
  return `${start}-${String(start + 1).slice(2)}`;
};

export const startOfYear = (year: string): string => `${year.slice(0, 4)}-04-01`;
export const endOfYear = (year: string): string => `${Number(year.slice(0, 4)) + 1}-03-31`;
