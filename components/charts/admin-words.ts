/** The data of charts in the signed-in area: numbers to draw, and their words as the server has formatted them. */
export type ChartNumber = { value: number | null; word: string };

export type TrendDatum = { month: string; title: string; subAssociations: ChartNumber; groups: ChartNumber };

/** Line, dash and end mark of a series: never colour alone. */
export type LineLook = { colour: string; dash: string; mark: 'circle' | 'square' | 'diamond' | 'triangle' };

export const levelLooks = {
  subAssociations: { colour: 'var(--color-cover-4)', dash: '', mark: 'circle' },
  groups: { colour: 'var(--color-lake)', dash: '1 7', mark: 'square' },
} as const satisfies Record<string, LineLook>;

/** The looks of the kinds, in the order club, sub-association, 1+1, family. */
export const modelLooks = [
  { colour: 'var(--color-lotus-bright)', dash: '', mark: 'circle' },
  { colour: 'var(--color-lake-mid)', dash: '10 5', mark: 'square' },
  { colour: 'var(--color-pomelo-deep)', dash: '1 7', mark: 'diamond' },
  { colour: 'var(--color-rubber)', dash: '14 5 2 5', mark: 'triangle' },
] as const satisfies readonly LineLook[];

const markPaths: Record<LineLook['mark'], string> = {
  circle: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z',
  square: 'M-5.5-5.5h11v11h-11Z',
  diamond: 'M0-7.5 7.5 0 0 7.5-7.5 0Z',
  triangle: 'M0-7 7 6H-7Z',
};

export const markPath = ({ mark }: LineLook): string => markPaths[mark];
