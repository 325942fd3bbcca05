'use client';

import { useEffect, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { firstSigns } from '@/domain/newsroom/remarks/remark';
import type { Locale } from '@/i18n/locales';
import { remarkAddress } from './placed-remarks';

type Chosen = { passage: number; words: string };

/** A tap on the way takes the choice away before it is heard. */
const STAYS_MS = 400;

/** The words that are chosen on the page, where they are words of one passage. */
function chosenNow(): Chosen | null {
  const selection = document.getSelection();
  const words = firstSigns((selection?.toString() ?? '').replace(/\s+/g, ' ').trim()).trim();
  if (!selection || selection.rangeCount === 0 || words === '') return null;
  const { commonAncestorContainer: around } = selection.getRangeAt(0);
  const within = (around instanceof Element ? around : around.parentElement)?.closest('[data-words]');
  const passage = within?.closest<HTMLElement>('[data-passage]')?.dataset.passage;
  return passage === undefined ? null : { passage: Number(passage), words };
}

/** The way to say something of words that are chosen in the text, at the foot of the page while they are. */
export function ChosenWords({ articleId, locale, label }: { articleId: string; locale: Locale; label: string }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(leaving);
      const now = chosenNow();
      if (now) setChosen(now);
      else leaving = setTimeout(() => setChosen(null), STAYS_MS);
    };
    document.addEventListener('selectionchange', look);
    return () => {
      clearTimeout(leaving);
      document.removeEventListener('selectionchange', look);
    };
  }, []);
  if (!chosen) return null;
  return (
    <Link
      href={remarkAddress(articleId, locale, chosen)}
      onClick={() => setChosen(null)}
      className="button primary no-print fixed inset-x-4 bottom-4 z-20 mx-auto w-fit max-w-full"
    >
      <Icon name="pencil" />
      {label}
    </Link>
  );
}
