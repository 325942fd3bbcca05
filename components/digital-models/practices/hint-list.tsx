import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { dayOf } from '@/domain/days/day';
import type { Hint, HintName } from '@/domain/digital-models/practices/hint';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type HintListProps = {
  hints: readonly Hint[];
  /** in a list of many models, each is named */
  named?: boolean;
  /** what can be done about one, below it */
  work?: (hint: Hint) => ReactNode;
};

/** Hints of the records and the commune's answers to them. Questions, no verdicts. */
export function HintList({ hints, named = false, work }: HintListProps) {
  return (
    <ul>
      {hints.map((hint, at) => {
        const isFirst = named && hint.modelId !== hints[at - 1]?.modelId;
        const goesOn = named && hint.modelId === hints[at + 1]?.modelId;
        return (
          <li
            key={`${hint.modelId} ${hint.hint}`}
            className={`${named && !isFirst ? 'pt-1' : 'pt-3.5'} ${goesOn ? 'pb-1' : 'border-rule border-b pb-3.5'}`}
          >
            {isFirst && <ModelName hint={hint} />}
            <Facts hint={hint} />
            {named && <DeedLink hint={hint} />}
            {work?.(hint)}
          </li>
        );
      })}
    </ul>
  );
}

/** Said once before all that is asked of a model. */
const ModelName = ({ hint: { modelId, modelName, communeName } }: { hint: Hint }) => (
  <p className="mb-1.5 font-semibold">
    <Link href={`/admin/digital-models/${modelId}#hints`}>{modelName}</Link>
    {communeName && <span className="font-normal text-ink-2">, {communeName}</span>}
  </p>
);

const records = '/admin/digital-models';

/** Where each sign is settled, if it is not answered with words. */
const deeds: Record<HintName, (hint: Hint) => string> = {
  no_households: ({ modelId }) => `${records}/${modelId}/households`,
  pairs_quiet: ({ unitId }) => `/admin/pairs?unit=${unitId}`,
  pairs_at_once: ({ unitId }) => `/admin/pairs?unit=${unitId}`,
  quiet: ({ modelId }) => `${records}/${modelId}/activities`,
  board_left: ({ modelId }) => `${records}/${modelId}/board`,
  same_board: ({ modelId }) => `${records}/${modelId}/board`,
  board_of_one: ({ modelId }) => `${records}/${modelId}/board`,
  founded_together: ({ modelId }) => `${records}/${modelId}`,
  entered_at_once: ({ modelId }) => `${records}/${modelId}/members`,
  many_models: ({ modelId }) => `${records}/${modelId}/members`,
};

function DeedLink({ hint }: { hint: Hint }) {
  const t = useTranslations('digital-models.hints.deeds');
  return (
    <p className="mt-1">
      <Link href={deeds[hint.hint](hint)}>{t(hint.hint)}</Link>
    </p>
  );
}

function Facts({ hint: { hint, day, count, answer } }: { hint: Hint }) {
  const t = useTranslations('digital-models.hints');
  const locale = useLocale() as Locale;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {t(`facts.${hint}`, { count: formatNumber(locale, count), day: day ? formatDay(locale, day) : '' })}
        <Badge tone={answer ? 'done' : 'waiting'}>{t(answer ? 'answered' : 'waiting')}</Badge>
      </p>
      {answer && (
        <blockquote className="mt-1.5 border-rubber border-l-4 pl-3">
          <p className="whitespace-pre-line">{answer.text}</p>
          <p className="text-ink-2 text-sm">
            {t('by', { name: answer.by ?? '', day: formatDay(locale, dayOf(answer.at)) })}
          </p>
        </blockquote>
      )}
    </>
  );
}
