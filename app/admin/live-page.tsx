import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { DrawnOnce } from '@/components/layout/ready/drawn-once';
import { inParts } from '@/components/layout/ready/parts';
import { freeWhenDrawn } from '@/server/still/freed';
import { shared } from '@/server/still/shared';

type LivePageProps = {
  /** the kept reading that all of it is drawn of; without one it is drawn each time */
  of?: object | undefined;
  /** whatever else decides what is drawn, but for the language */
  as?: string;
  children: ReactNode;
};

/** What stands on a page of the signed-in area, written out where nothing of it is for React (decision 0326). */
export function LivePage({ of, as = '', children }: LivePageProps) {
  // words are waited for before anything is drawn: what waits for them in the midst would have all drawn twice
  const language = useLocale();
  freeWhenDrawn();
  const aside = shared.drawing.getStore()?.aside;
  if (!aside) return children;
  const content = of ? (
    <DrawnOnce of={of} as={as}>
      {children}
    </DrawnOnce>
  ) : (
    children
  );
  return inParts(content, aside.lay, language);
}
