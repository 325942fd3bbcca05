'use client';

import type { MouseEvent, ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { readPicture } from '@/domain/articles/pictures/text-picture';
import type { Locale } from '@/i18n/locales';
import { passageAddress } from './placed-remarks';

type ToProps = { articleId: string; of: Locale; passage: number | null; quote: string; children: ReactNode };

/** Leads to the words in the text that is being written; without a script, or where they are gone, to the page of the article. */
export function ToPlace({ articleId, of, passage, quote, children }: ToProps) {
  const go = (event: MouseEvent) => {
    if (goTo(of, quote)) event.preventDefault();
  };
  return (
    <Link
      href={passageAddress(articleId, of, passage)}
      onClick={go}
      className="inline-flex min-h-11 items-center font-semibold"
    >
      {children}
    </Link>
  );
}

const wordsOf = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

function goTo(of: Locale, quote: string): boolean {
  const part = of === 'vi' ? 'Vi' : 'En';
  const fields = ['title', 'summary', 'body', 'easyRead', 'whatChanged'].flatMap((name) => {
    const field = document.querySelector<HTMLElement>(`[name="${name}${part}"]`);
    const sheet = field?.closest('.writing-sheet');
    return field && sheet ? [{ field, sheet }] : [];
  });
  const sheet = fields[0]?.sheet;
  if (!sheet) return false;
  turnTo(sheet);
  const written = [...sheet.querySelectorAll<HTMLElement>('.ProseMirror > *')];
  const picture = readPicture(quote);
  const place = picture
    ? sheet.querySelector<HTMLElement>(`figure[data-ref="${picture}"]`)
    : written.find((block) => wordsOf(block.textContent).includes(quote));
  if (place) return show(place);
  const typed = fields.find(({ field }) => field instanceof HTMLTextAreaElement && isIn(field, quote));
  return typed ? show(typed.field) : false;
}

/** Of the head of a text a remark names title and summary in one. */
const isIn = (field: HTMLTextAreaElement, quote: string) => {
  const words = wordsOf(field.value);
  return words !== '' && (words.includes(quote) || quote.includes(words));
};

/** The sheet of the other language lies behind on a phone. */
function turnTo(sheet: Element): void {
  const isBehind = sheet.getClientRects().length === 0;
  if (isBehind) document.querySelector<HTMLElement>('.language-tabs .segment[aria-pressed="false"]')?.click();
}

/** Where one sees it, with the words chosen that were meant. */
function show(place: HTMLElement): true {
  requestAnimationFrame(() => {
    place.scrollIntoView({ block: 'center' });
    place.closest<HTMLElement>('[contenteditable], textarea')?.focus({ preventScroll: true });
    if (!(place instanceof HTMLTextAreaElement)) document.getSelection()?.selectAllChildren(place);
  });
  return true;
}
