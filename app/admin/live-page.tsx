import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { inParts } from '@/components/layout/ready/parts';
import { shared } from '@/server/still/shared';

/** What stands on a page of the signed-in area, written out where nothing of it is for React (decision 0326). */
export function LivePage({ children }: { children: ReactNode }) {
  // words are waited for before anything is drawn: what waits for them in the midst would have all drawn twice
  useLocale();
  const aside = shared.drawing.getStore()?.aside;
  return aside ? inParts(children, aside.lay) : children;
}
