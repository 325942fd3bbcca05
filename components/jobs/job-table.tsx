import { useLocale, useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { type Column, Table } from '@/components/ui/tables/table';
import type { JobRow, JobState } from '@/domain/jobs/job';
import { formatInstant, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

const tones = {
  fine: 'done',
  running: 'waiting',
  late: 'problem',
  failing: 'problem',
  found: 'problem',
} as const satisfies Record<JobState, BadgeTone>;

/** One line for each kind of work, with the button that has it done now. */
export function JobTable({ jobs, runNow }: { jobs: JobRow[]; runNow: FormAction }) {
  const t = useTranslations('jobs');
  const locale = useLocale() as Locale;
  const columns: Column<JobRow>[] = [
    {
      label: t('work'),
      kind: 'title',
      cell: ({ name }) => (
        <span>
          {t(`names.${name}`)}
          <small className="block font-normal text-ink-2 text-sm">{t(`what.${name}`)}</small>
        </span>
      ),
    },
    { label: t('state'), cell: (job) => <State job={job} /> },
    { label: t('last'), cell: (job) => <Last job={job} /> },
    {
      label: t('next'),
      cell: ({ dueAt, state }) => (
        <span className="xl:whitespace-nowrap">
          {state !== 'running' && dueAt ? formatInstant(locale, dueAt) : '–'}
        </span>
      ),
    },
    {
      label: t('do'),
      cell: ({ name }) => (
        <Form action={runNow} concept="jobs">
          <HiddenField name="name" value={name} />
          <SubmitButton variant="secondary" compact>
            {t('now')} <span className="sr-only">{t(`names.${name}`)}</span>
          </SubmitButton>
        </Form>
      ),
    },
  ];
  return <Table caption={t('title')} columns={columns} rows={jobs} keyOf={({ name }) => name} />;
}

function State({ job: { state, failures, failedAt, error } }: { job: JobRow }) {
  const t = useTranslations('jobs');
  const locale = useLocale() as Locale;
  return (
    <span>
      <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
      {state === 'failing' && (
        <small className="block text-sm">
          {t('failures', {
            count: failures,
            when: failedAt ? formatInstant(locale, failedAt) : '–',
            error: error ?? '–',
          })}
        </small>
      )}
      {state === 'found' && (
        <small className="block text-sm">
          <a href="#differences">{t('foundWhy')}</a>
        </small>
      )}
      {state === 'late' && <small className="block text-sm">{t('lateWhy')}</small>}
    </span>
  );
}

function Last({ job: { doneAt, moved, took } }: { job: JobRow }) {
  const t = useTranslations('jobs');
  const locale = useLocale() as Locale;
  if (!doneAt) return t('never');
  return (
    <span>
      <span className="xl:whitespace-nowrap">{formatInstant(locale, doneAt)}</span>
      <small className="block text-ink-2 text-sm">
        {t('moved', { count: moved ?? 0, took: formatNumber(locale, took ?? 0) })}
      </small>
    </span>
  );
}
