'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';

/** The order of the lines of a spot while it is being arranged, and what is said aloud of each move. */
export function useOrder(titles: readonly string[], list: RefObject<HTMLElement | null>) {
  const t = useTranslations('front');
  const [order, keep] = useState(() => titles.map((_, at) => at));
  const [said, say] = useState('');
  const focused = useRef<HTMLElement | null>(null);

  // A line that moves in the document loses the focus; whoever moves it by keys goes on from there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what moved it
  useEffect(() => {
    focused.current?.focus();
    focused.current = null;
  }, [order]);

  function move(line: number, to: number): void {
    if (order.indexOf(line) === to || to < 0 || to >= order.length) return;
    focused.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const others = order.filter((other) => other !== line);
    keep([...others.slice(0, to), line, ...others.slice(to)]);
    say(t('moved', { title: titles[line] ?? '', place: to + 1, count: order.length }));
  }
  function remove(line: number): void {
    keep(order.filter((other) => other !== line));
    say(t('removed', { title: titles[line] ?? '' }));
    list.current?.focus();
  }
  return { order, said, move, remove };
}
