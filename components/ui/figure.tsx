import type { ReactNode } from 'react';

const tones = { cover: 'text-cover-5', lake: 'text-lake', lotus: 'text-lotus', pomelo: 'text-pomelo-text' } as const;

type FigureProps = {
  value: string;
  tone?: keyof typeof tones;
  /** the sentence that says what is counted, out of how many, as of when */
  children: ReactNode;
};

/** A large figure, and the sentence it stands for. */
export function Figure({ value, tone = 'cover', children }: FigureProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <b className={`font-serif text-figure ${tones[tone]}`}>{value}</b>
      <div className="min-w-[10rem] flex-1 text-ink-2 text-sm">{children}</div>
    </div>
  );
}

/** A sentence whose figures stand out: <FigureSentence>{t.rich('…', figureWords)}</FigureSentence>. */
export function FigureSentence({ children, on = 'paper' }: { children: ReactNode; on?: 'paper' | 'plum' }) {
  const figures = on === 'plum' ? '[&_b]:text-[#fbc3d6]' : '[&_b]:text-lotus';
  return <p className={`font-serif text-[1.45rem] leading-normal lg:text-[1.9rem] ${figures}`}>{children}</p>;
}

/** The tags a message may use: <figure>902</figure>. */
export const figureWords = {
  figure: (value: ReactNode) => <b className="figure-word">{value}</b>,
};
