import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import type { PictureWithin } from '@/domain/articles/pictures/text-picture';
import { DraftPicture } from './draft-picture';

/** Pictures within a text for colleagues, by their numbers: each says whether readers will see it. */
export const withinForColleagues = (pictures: Iterable<PictureWithin>): ReadonlyMap<string, ReactNode> =>
  new Map([...pictures].map((picture) => [picture.id, <Within key={picture.id} picture={picture} />]));

function Within({ picture: { id, words, caption, state } }: { picture: PictureWithin }) {
  const t = useTranslations('pictures.within');
  if (state === 'gone') return <p className="bg-paper-deep p-4 font-sans text-ink-2 text-sm">{t('gone')}</p>;
  return (
    <figure className="text-picture">
      <DraftPicture picture={id} words={words} />
      {(caption || state === 'hidden') && (
        <figcaption>
          {caption} {state === 'hidden' && <Hidden id={id} />}
        </figcaption>
      )}
    </figure>
  );
}

function Hidden({ id }: { id: string }) {
  const t = useTranslations('pictures.within');
  return (
    <>
      <strong>{t('hidden')}</strong> <Link href={`/admin/pictures/${id}`}>{t('hiddenWhy')}</Link>
    </>
  );
}

/** The same in a list, where there is no text around them: on the page of the pictures of an article. */
export function PicturesWithin({ pictures }: { pictures: readonly PictureWithin[] }) {
  const t = useTranslations('pictures.within');
  if (pictures.length === 0) return null;
  return (
    <section className="mt-8">
      <h2>{t('title')}</h2>
      <p className="mt-1">{t('lead')}</p>
      <ul className="mt-3 grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {pictures.map((picture) => (
          <li key={picture.id} className="min-w-0 rounded-control border border-rule bg-card p-3">
            <Within picture={picture} />
            {picture.words && <p className="mt-2 break-words font-semibold">{picture.words}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
