import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Beside, BesidePart } from '@/domain/articles/versions/beside';
import type { VersionWords } from '@/domain/articles/versions/version';
import { Shown } from '../comparison/changed-pictures';

/** What numbers and codes are called: communes by their id, topics by their code. */
export type BesideNames = { communes: Readonly<Record<string, string>>; topics: Readonly<Record<string, string>> };
type Side = VersionWords & { beside: Beside };
type BesideProps = { parts: readonly BesidePart[]; from: Side; to: Side; names: BesideNames };

/** What differs beside the words of two versions, each as it was and as it became. */
export function ChangedBeside({ parts, from, to, names }: BesideProps) {
  const t = useTranslations('articles.versions.beside');
  if (parts.length === 0) return null;
  return (
    <div className="mt-4">
      <p className="font-semibold">{t('title')}</p>
      <dl>
        {parts.map((part) => (
          <div key={part} className="border-rule border-t py-1.5">
            <dt className="text-ink-2 text-sm">{t(`parts.${part}`)}</dt>
            <dd className="break-words">
              <Said part={part} side={from} names={names} /> <span aria-hidden="true">→</span>{' '}
              <span className="sr-only">{t('became')}</span> <Said part={part} side={to} names={names} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type SaidProps = { part: BesidePart; side: Side; names: BesideNames };

/** One part as one version has it. */
function Said({ part, side: { beside, told, model, unit }, names }: SaidProps): ReactNode {
  const t = useTranslations('articles.versions.beside');
  const scenes = useTranslations('charts.place.scenes');
  const named = (keys: readonly string[], of: Readonly<Record<string, string>>) =>
    keys.map((key) => of[key] ?? t('gone')).join(', ');
  const words = {
    picture: () => beside.picture && <Shown words={told[beside.picture]} />,
    places: () => (beside.wholeCity ? t('wholeCity') : named(beside.communes, names.communes)),
    topics: () => named(beside.topics, names.topics),
    scene: () => beside.scene && scenes(beside.scene),
    source: () => [beside.sourceName, beside.sourceUrl].filter(Boolean).join(' · '),
    model: () => beside.model && (model ?? t('gone')),
    unit: () => beside.unit && (unit ?? t('gone')),
  }[part]();
  return words ? <strong>{words}</strong> : <em>{t(`none.${part}`)}</em>;
}
