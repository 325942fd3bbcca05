'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/forms/form';
import { type AlertPart, alertMax } from '@/domain/articles/alerts/written-alert';
import { MoveButtons } from '../lines/move-buttons';
import { type Line, MovingLines } from '../lines/moving-lines';

const SPARE = { sign: 2, step: 2, hotline: 1 } as const satisfies Record<AlertPart, number>;

type OfPart = { part: AlertPart; values: Record<string, string>; inEnglish: boolean };

/** The lines of a part of an alert. */
export function AlertLines({ part, count, ...of }: OfPart & { count: number }) {
  const t = useTranslations('articles.alert.writing');
  return (
    <MovingLines
      part={part}
      count={count}
      most={alertMax[part]}
      spare={SPARE[part]}
      add={t(`add.${part}`)}
      line={(line) => <AlertLine part={part} {...line} {...of} />}
    />
  );
}

type LineProps = OfPart & Line;

/** One sign, step or hotline: Vietnamese and English side by side where there is room; a number is the same in both. */
function AlertLine({ part, name, at, moves, values, inEnglish }: LineProps) {
  const t = useTranslations('articles.alert.writing');
  const title = (locale: 'vi' | 'en', field: string) => (
    <TextField
      name={field}
      label={t(`titles.${part}`, { language: t(`in.${locale}`) })}
      defaultValue={values[field] ?? ''}
      maxLength={200}
    />
  );
  const number = `number[${name}]`;
  return (
    <fieldset className="min-w-0 rounded-control border border-rule bg-card p-4">
      <legend className="float-left mb-2 w-full font-bold text-h3">{t(`one.${part}`, { number: at + 1 })}</legend>
      <div className="clear-both grid gap-x-8 lg:grid-cols-2">
        {title('vi', `titleVi[${name}]`)}
        {inEnglish && title('en', `titleEn[${name}]`)}
      </div>
      {part === 'hotline' && (
        <div className="max-w-xs">
          <TextField
            name={number}
            label={t('number')}
            defaultValue={values[number] ?? ''}
            type="tel"
            inputMode="tel"
            maxLength={30}
          />
        </div>
      )}
      {moves && <MoveButtons of={t(`one.${part}`, { number: at + 1 })} name={name} moves={moves} />}
    </fieldset>
  );
}
