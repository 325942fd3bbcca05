import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { Option } from '@/components/ui/forms/plain-fields';
import type { useUnitSearch } from './choice/use-unit-search';

type Answer = ReturnType<typeof useUnitSearch>['answer'];
type Words = ReturnType<typeof useTranslations<'units.choice'>>;

/** The words about a search: how much was found, or why nothing. */
export function saidOf(t: Words, { state, options, more }: Answer): string {
  if (state !== 'found') return t(state);
  if (options.length === 0) return t('none');
  return more ? t('more', { count: options.length }) : t('found', { count: options.length });
}

type UnitListProps = {
  id: string;
  answer: Answer;
  /** which one is marked */
  at: number;
  chosen: Option | undefined;
  onChoose: (option: Option) => void;
};

/** The units found, below the field; the focus stays in the field. */
export function UnitList({ id, answer, at, chosen, onChoose }: UnitListProps) {
  const t = useTranslations('units.choice');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const { options, more, state } = answer;
  const plain = state === 'found' && options.length > 0 && !more;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press on its edge must not take the focus out of the field
    <div className="unit-list" onMouseDown={(event) => event.preventDefault()}>
      {options.length > 0 && (
        <div ref={list} id={id} role="listbox" tabIndex={-1} aria-label={t('list')}>
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are pressed in the field, where the focus is
            <div
              key={option.value}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={option.value === chosen?.value}
              data-marked={index === at || undefined}
              onClick={() => onChoose(option)}
            >
              <UnitWords option={option} />
            </div>
          ))}
        </div>
      )}
      {!plain && <p>{saidOf(t, answer)}</p>}
    </div>
  );
}

/** The name first; what it lies in, and what else tells it apart, behind it. */
export function UnitWords({ option }: { option: Option }) {
  const [name, ...above] = option.label.split(' · ');
  return (
    <>
      <strong>{name}</strong>
      {above.length > 0 && ` · ${above.join(' · ')}`}
      {option.hint && (
        <>
          {'\u00a0· '}
          <small>{option.hint}</small>
        </>
      )}
    </>
  );
}
