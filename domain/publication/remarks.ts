import { type Award, isRatificationRefused } from '../award/award.ts';

export const illustrativeRemark = 'Illustrative: part of this record is an example and not fact.';

/** What the public must know of an award beside its figures. Fixed words: what people wrote in notes stays unpublished. */
export function remarksOn(award: Award, isIllustrative: boolean): string[] {
  const { ratification, releasedAmount } = award;
  const isRefused = isRatificationRefused(award);
  return [
    ...(ratification?.status === 'awaited' ? ['Approved by chair’s action, which waits for ratification.'] : []),
    ...(isRefused ? ['Approved by chair’s action, which was not ratified: the amount is what had been paid.'] : []),
    ...(releasedAmount.isPositive() && !isRefused
      ? [`${releasedAmount.toSterling()} of the award was released and will not be paid.`]
      : []),
    ...(isIllustrative ? [illustrativeRemark] : []),
  ];
}
