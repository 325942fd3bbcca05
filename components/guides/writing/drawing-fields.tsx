'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { besides, screens, toDrawing } from '@/domain/guides/guide';
import { GuideDrawing } from '../guide-drawing';

type FieldsProps = { name: string; at: number; values: Record<string, string>; topic: string | undefined };

/** The two parts of a step's drawing, and how it looks; without a script it looks as it did when it was saved. */
export function DrawingFields({ name, at, values, topic }: FieldsProps) {
  const t = useTranslations('guides.writing');
  const [screen, beside] = [`screen[${name}]`, `beside[${name}]`];
  const [chosen, choose] = useState({ [screen]: values[screen] ?? '', [beside]: values[beside] ?? '' });
  const drawing = chosen[screen] && chosen[beside] ? toDrawing(chosen[screen], chosen[beside]) : undefined;
  return (
    <div className="grid items-center gap-x-8 gap-y-2 lg:grid-cols-2">
      <div
        className="min-w-0"
        onChange={({ target }) => {
          if (target instanceof HTMLSelectElement) choose({ ...chosen, [target.name]: target.value });
        }}
      >
        <SelectField
          name={screen}
          label={t('screen')}
          defaultValue={values[screen] ?? ''}
          options={screens.map((value) => ({ value, label: t(`screens.${value}`) }))}
        />
        <SelectField
          name={beside}
          label={t('beside')}
          defaultValue={values[beside] ?? ''}
          options={besides.map((value) => ({ value, label: t(`besides.${value}`) }))}
        />
      </div>
      {drawing && <GuideDrawing drawing={drawing} topic={topic} at={at} className="max-w-64" />}
    </div>
  );
}
