'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { KeptWriting } from '@/domain/articles/writing/writing-memory';
import { KeptOffer } from './kept-offer';

type ElsewhereProps = {
  accountId: string;
  path: string;
  /** forms that offer themselves what was left in them */
  drawn: readonly string[];
};

/** Words that were left in a form of this page, or of one below it, which is not drawn: themselves, and the way to where they were written. */
export function KeptElsewhere({ accountId, path, drawn }: ElsewhereProps) {
  const t = useTranslations('articles.kept');
  const left = useLeft(path, accountId).find(({ of }) => !drawn.includes(of));
  if (!left) return null;
  const drop = () => void import('./writing-keeper').then(({ dropLeft }) => dropLeft(left, accountId));
  return (
    <KeptOffer
      offered={left}
      what="words"
      onDrop={drop}
      way={
        left.where && (
          <ButtonLink as={Link} href={left.where} variant="primary" compact>
            {t('open')}
          </ButtonLink>
        )
      }
    >
      <blockquote className="mt-1 max-h-40 overflow-y-auto whitespace-pre-wrap break-words border-lake border-l-4 pl-3">
        {wordsIn(left)}
      </blockquote>
    </KeptOffer>
  );
}

const wordsIn = ({ fields: { version: _version, ...words } }: KeptWriting) =>
  Object.values(words)
    .filter((each) => each.trim())
    .join('\n');

/** What she left here, as it is asked for with each page and whenever something was forgotten. */
function useLeft(path: string, accountId: string): readonly KeptWriting[] {
  const [left, setLeft] = useState<readonly KeptWriting[]>([]);
  useEffect(() => {
    let gone = false;
    const ears = new AbortController();
    const ask = async () => {
      const { leftBelow, FORGOTTEN } = await import('./writing-keeper');
      if (!gone) window.addEventListener(FORGOTTEN, again, { signal: ears.signal });
      const found = await leftBelow(path, accountId);
      if (!gone) setLeft(found);
    };
    const again = () => void ask().catch(() => null);
    setLeft([]);
    again();
    return () => {
      gone = true;
      ears.abort();
    };
  }, [path, accountId]);
  return left;
}
