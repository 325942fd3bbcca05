import { useTranslations } from 'next-intl';
import { Icon } from '../icon';

/** How far one has come in a few steps. `current` counts from 0. */
export function Stepper({ steps, current }: { steps: readonly string[]; current: number }) {
  const t = useTranslations('ui.steps');
  return (
    <ol className="flex flex-wrap gap-x-[22px] gap-y-2">
      {steps.map((step, at) => (
        <li
          key={step}
          className={at < current ? 'step done' : 'step'}
          {...(at === current ? { 'aria-current': 'step' as const } : {})}
        >
          <i className="hexagon step-number">{at < current ? <Icon name="check" size={20} /> : at + 1}</i>
          {step}
          {at < current && <span className="sr-only">{t('done')}</span>}
        </li>
      ))}
    </ol>
  );
}
