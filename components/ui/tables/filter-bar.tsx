import { useTranslations } from 'next-intl';
import { Children, isValidElement, type ReactNode } from 'react';
import { readDay } from '@/domain/days/day-spelling';
import { Button } from '../button';
import { PlainDateField } from '../days/date-field';
import { type Option, PlainCheckbox, PlainSelectField, PlainTextField } from '../forms/plain-fields';
import { Icon } from '../icon';
import type { LinkElement } from '../link-element';
import { FoldedPart } from '../panels/fold';

type FilterBarProps = {
  /** the page itself; what is asked for goes into its address */
  action: string;
  /** "Tìm trong tin tức": what this bar is for, when read out */
  label: string;
  /** what few ask for: folded, so that the list is near on a phone; open while it narrows the list */
  more?: { open: boolean; fields: ReactNode };
  children: ReactNode;
};

const row = 'grid gap-2.5 md:flex md:flex-wrap filter-row md:items-end';

/** Its one question is a text, and at most how widely to look for it: this bar finds something, and narrows no list. */
const finds = (fields: ReactNode) =>
  Children.toArray(fields).every(
    (field) => isValidElement(field) && ['input', FilterText, PlainCheckbox].some((kind) => kind === field.type),
  );

/**
 * Narrows a list, or finds something: its button says which. A plain form: it works without a script and its answer can be sent on as a link.
 */
export function FilterBar({ action, label, more, children }: FilterBarProps) {
  const t = useTranslations('ui.filter');
  const sought = !more && finds(children);
  return (
    <search aria-label={label} className="no-print">
      <form action={action} method="get" className={row}>
        {children}
        {more && (
          <FoldedPart summary={t('more')} open={more.open} className="md:order-last md:basis-full">
            <div className={`${row} mt-1`}>{more.fields}</div>
          </FoldedPart>
        )}
        <Button type="submit" compact icon={sought ? 'search' : 'filter'} className="filter-button">
          {t(sought ? 'find' : 'apply')}
        </Button>
      </form>
    </search>
  );
}

type FilterTextProps = { name: string; label: string; value?: string | undefined; placeholder?: string };

export const FilterText = ({ name, label, value = '', placeholder }: FilterTextProps) => (
  <PlainTextField
    id={`filter-${name}`}
    name={name}
    label={label}
    type="search"
    defaultValue={value}
    placeholder={placeholder}
  />
);

type FilterSelectProps = { name: string; label: string; value?: string | undefined; options: readonly Option[] };

/** Its first, empty choice is "Tất cả". */
export function FilterSelect({ name, label, value = '', options }: FilterSelectProps) {
  const t = useTranslations('ui.filter');
  return (
    <PlainSelectField
      id={`filter-${name}`}
      name={name}
      label={label}
      options={options}
      empty={t('all')}
      defaultValue={value}
    />
  );
}

type FilterDateProps = {
  name: string;
  label: string;
  /** what the address says */
  typed: string | string[] | undefined;
  /** the day that the list is narrowed to */
  day: string | undefined;
  /** the last day lies before the first one */
  turned?: boolean | undefined;
};

/** A text that is no day stays as it was typed, and the field says why; the list is not narrowed by it. */
export function FilterDate({ name, label, typed, day, turned }: FilterDateProps) {
  const t = useTranslations('ui.errors');
  const read = typeof typed === 'string' && typed.trim() ? readDay(typed) : null;
  const wrong = turned ? t('days-turned') : read && !read.ok ? t(read.problem) : undefined;
  return (
    <PlainDateField
      id={`filter-${name}`}
      name={name}
      label={label}
      defaultValue={wrong ? String(typed) : day}
      errors={wrong ? [wrong] : undefined}
    />
  );
}

type FilterChipsProps = {
  /** each thing asked for, and the address of the list without it */
  chips: readonly { label: string; without: string }[];
  /** "7 câu lạc bộ, xếp theo trạng thái" */
  found: string;
  as?: LinkElement;
};

/** The filters of the list, and how much was found. */
export function FilterChips({ chips, found, as: Link = 'a' }: FilterChipsProps) {
  const t = useTranslations('ui.filter');
  return (
    <div className="my-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      {chips.map(({ label, without }) => (
        <span
          key={label}
          className="inline-flex items-center gap-0.5 rounded-[7px] border border-rule bg-paper-deep pl-3 font-semibold"
        >
          {label}
          <Link href={without} className="grid size-11 place-items-center text-ink" aria-label={t('drop', { label })}>
            <Icon name="cross" size={20} />
          </Link>
        </span>
      ))}
      <span role="status" className="text-ink-2 text-sm">
        {found}
      </span>
    </div>
  );
}
