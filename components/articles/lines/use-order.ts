'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

/**
 * The order of lines while they are moved, `first` to begin with: what is said aloud of each move, and where the focus goes on. `frame` stands
 * around them. `beside`: lines that came meanwhile stand behind the others.
 */
export function useOrder(first: readonly number[], beside: readonly number[] = []) {
  const t = useTranslations('articles.lines');
  const frame = useRef<HTMLDivElement>(null);
  const [own, keep] = useState(first);
  const [said, say] = useState('');
  // one that came meanwhile is taken out only by whoever has seen it
  const [gone, drop] = useState<readonly number[]>([]);
  const change = useRef<{ focus: HTMLElement | null } | null>(null);
  const order = [...own, ...beside.filter((line) => !own.includes(line) && !gone.includes(line))];

  // A line that moves in the document loses the focus; whoever moves it by keys goes on from there. The form is told as of words typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what moved it
  useEffect(() => {
    const made = change.current;
    change.current = null;
    if (!made) return;
    made.focus?.focus();
    frame.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [own]);

  function move(line: number, to: number, title: string): void {
    if (order.indexOf(line) === to || to < 0 || to >= order.length) return;
    const { activeElement } = document;
    change.current = { focus: activeElement instanceof HTMLElement ? activeElement : null };
    const others = order.filter((other) => other !== line);
    keep([...others.slice(0, to), line, ...others.slice(to)]);
    say(t('moved', { title, place: to + 1, count: order.length }));
  }
  function remove(line: number, title: string): void {
    change.current = { focus: frame.current };
    keep(order.filter((other) => other !== line));
    if (beside.includes(line)) drop([...gone, line]);
    say(t('removed', { title }));
  }
  const add = (line: number) => keep([...order, line]);
  return { frame, order, said, move, remove, add, take: keep };
}
