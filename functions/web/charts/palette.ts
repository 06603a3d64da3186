/** GOV.UK's own colours, each at least 3:1 against white. */
export const colours = {
  committed: '#1d70b8',
  uncommitted: '#00703c',
  overCommitted: '#d4351c',
  spent: '#1d70b8',
} as const;

const white = '#ffffff';

export const stripes = {
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [3, 5],
  rotation: -Math.PI / 4,
  color: white,
};

export const dots = {
  symbol: 'circle',
  dashArrayX: [
    [7, 7],
    [0, 7, 7, 0],
  ],
  dashArrayY: [7, 0],
  symbolSize: 0.8,
  color: white,
};
