import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { usePassageWords } from './passage-words';
import { type PlacedRemarks, passageId, remarkAddress } from './placed-remarks';
import { RemarkForm } from './remark-form';
import { RemarkItem } from './remark-item';

type PassageProps = {
  placed: PlacedRemarks;
  /** the number of the passage */
  at: number;
  children: ReactNode;
};

/** A passage of a text, and what was said of it: beside it where there is room, else below it. */
export function PassageRemarks({ placed, at, children }: PassageProps) {
  return (
    <div
      id={passageId(at)}
      data-passage={at}
      className="scroll-mt-6 gap-x-6 @xl:grid @xl:grid-cols-[minmax(0,1fr)_14rem] @3xl:gap-x-8 @3xl:grid-cols-[minmax(0,34em)_minmax(15rem,1fr)]"
    >
      <div className="min-w-0 [&>:first-child]:mt-0" data-words>
        {children}
      </div>
      <Beside placed={placed} at={at} />
    </div>
  );
}

/** What was said of one passage, the way to say more, and the form where she asked for it. */
export function Beside({ placed, at }: Omit<PassageProps, 'children'>) {
  const { article, actions, asked, passages, remarks, resolvable } = placed;
  const here = remarks.at.get(at) ?? [];
  const isMute = !article.editable || !passages[at];
  if (isMute && here.length === 0) return null;
  return (
    <div className="no-print min-w-0 font-sans text-base leading-normal">
      {here.length > 0 && (
        <ul className="mt-2 grid list-none gap-2 pl-0 @xl:mt-0">
          {here.map((remark) => (
            <RemarkItem
              key={remark.id}
              remark={remark}
              passage={passages[at] ?? ''}
              article={article}
              told={placed.told}
              action={resolvable ? actions.resolveRemark : undefined}
            />
          ))}
        </ul>
      )}
      {asked?.passage === at && article.editable ? (
        <RemarkForm placed={placed} asked={asked} at={at} />
      ) : (
        !isMute && <ToPassage placed={placed} at={at} />
      )}
    </div>
  );
}

const SAID_MAX = 60;

function ToPassage({ placed: { article, locale, passages, told }, at }: Omit<PassageProps, 'children'>) {
  const [t, interfaceLocale] = [useTranslations('remarks'), useLocale()];
  const words = usePassageWords(told)(passages[at] ?? '');
  return (
    <p lang={interfaceLocale} className="flex justify-end @xl:justify-start">
      <Link
        href={remarkAddress(article.id, locale, { passage: at })}
        className="inline-flex min-h-11 items-center gap-1.5 text-ink-2 text-sm"
      >
        <Icon name="pencil" size={16} />
        {t('to')} <span className="sr-only">{t('toPassage', { words: words.slice(0, SAID_MAX) })}</span>
      </Link>
    </p>
  );
}
