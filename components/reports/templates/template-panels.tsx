import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { FileField } from '@/components/ui/forms/file-field';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { type Option, PlainSelectField } from '@/components/ui/forms/plain-fields';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { FoldedPart } from '@/components/ui/panels/fold';
import { Panel } from '@/components/ui/panels/panel';
import { Table } from '@/components/ui/tables/table';
import type { ReportTemplate, TemplateChoice, TemplateState } from '@/domain/reports/templates/template';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { MistakeList } from './mistake-list';

const PATH = '/admin/reports/template';
const tones: Record<TemplateState, BadgeTone> = {
  counts: 'done',
  counted: 'plain',
  ready: 'waiting',
  mistaken: 'problem',
};

/** Which letter counts, where to begin, and the one deed that takes the built-in letter again. */
export function StartPanel({ counts, choose }: { counts: number | null; choose: FormAction }) {
  const t = useTranslations('reports.template');
  const name = counts === null ? t('builtIn') : t('edition', { edition: String(counts) });
  return (
    <Panel id="start" title={t('countsNow', { name })}>
      <p className="mb-3 max-w-[44em]">{t('start.text')}</p>
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        <a href={`${PATH}/file`} className="inline-flex min-h-11 items-center">
          {t('start.download')}
        </a>
        <Link href={`${PATH}/fields`} className="inline-flex min-h-11 items-center">
          {t('start.fields')}
        </Link>
      </p>
      {counts !== null && (
        <Form action={choose} concept="reports" className="mt-3">
          <SubmitButton variant="secondary">{t('choose.builtIn')}</SubmitButton>
        </Form>
      )}
    </Panel>
  );
}

/** A letter is handed in, with what is new in it. */
export function UploadPanel({ action }: { action: FormAction }) {
  const t = useTranslations('reports.template.upload');
  return (
    <Panel id="upload" title={t('title')} className="mt-6">
      <Form action={action} concept="reports" className="max-w-3xl">
        <FileField name="templateFile" label={t('file')} hint={t('fileHint')} accept=".docx" />
        <TextField name="remark" label={t('remark')} hint={t('remarkHint')} maxLength={300} />
        <SubmitButton>{t('send')}</SubmitButton>
      </Form>
    </Panel>
  );
}

type TemplateProps = {
  template: ReportTemplate;
  isNewest: boolean;
  units: readonly Option[];
  periods: readonly Option[];
  choose: FormAction;
};

/** One template: what is wrong with it, or how to look at it with real figures and to choose it. */
export function TemplatePanel({ template, isNewest, units, periods, choose }: TemplateProps) {
  const t = useTranslations('reports.template');
  const locale = useLocale() as Locale;
  const { id, edition, state, remark, mistakes, at, by } = template;
  return (
    <Panel
      id={`template-${edition}`}
      title={t('edition', { edition: String(edition) })}
      aside={<Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>}
      className="mt-6"
    >
      <p className="whitespace-pre-line">{remark}</p>
      <p className="mb-3 text-ink-2 text-sm">{t('by', { by, at: formatInstant(locale, at) })}</p>
      {state === 'mistaken' ? (
        <FoldedPart summary={t('mistakes.title', { edition: String(edition) })} open={isNewest}>
          <MistakeList mistakes={mistakes} />
        </FoldedPart>
      ) : (
        <PreviewPart
          preview={<Preview id={id} units={units} periods={periods} />}
          template={template}
          isNewest={isNewest}
          choose={choose}
        />
      )}
    </Panel>
  );
}

type PreviewProps = Pick<TemplateProps, 'template' | 'isNewest' | 'choose'> & { preview: ReactNode };

/** A look at it, and unless it counts already the choice: from now on reports go out in it. */
function PreviewPart({ preview, template: { id, state }, isNewest, choose }: PreviewProps) {
  const t = useTranslations('reports.template');
  const summary = t('preview.title');
  if (state === 'counts')
    return (
      <FoldedPart summary={summary} open={isNewest}>
        {preview}
      </FoldedPart>
    );
  const again = state === 'counted';
  return (
    <Form
      action={choose}
      concept="reports"
      className="max-w-3xl"
      fold={{ summary, open: isNewest, part: true, above: preview }}
    >
      <HiddenField name="templateId" value={id} />
      <TextField name="remark" label={t('choose.remark')} maxLength={300} optional />
      <SubmitButton variant={again ? 'secondary' : 'primary'}>{t(again ? 'choose.back' : 'choose.send')}</SubmitButton>
    </Form>
  );
}

/** A file comes of it, no page: a plain form that asks for one. */
function Preview({ id, units, periods }: Pick<TemplateProps, 'units' | 'periods'> & { id: string }) {
  const t = useTranslations('reports.template');
  return (
    <form action={`${PATH}/file`} method="get" className="mb-5 max-w-3xl">
      <input type="hidden" name="template" value={id} />
      <PlainSelectField id={`unit-${id}`} name="unit" label={t('preview.unit')} options={units} />
      <PlainSelectField id={`period-${id}`} name="period" label={t('preview.period')} options={periods} />
      <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit">{t('preview.send')}</Button>
        <ButtonLink href={`${PATH}/file?template=${id}`}>{t('original')}</ButtonLink>
      </p>
    </form>
  );
}

/** Which letter counted since when, by whose choice. */
export function ChoiceTable({ choices }: { choices: readonly TemplateChoice[] }) {
  const t = useTranslations('reports.template');
  const locale = useLocale() as Locale;
  if (choices.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="mb-3">{t('history.title')}</h2>
      <Table
        caption={t('history.title')}
        rows={choices}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t('history.which'),
            kind: 'title',
            cell: ({ edition }) => (edition === null ? t('builtIn') : t('edition', { edition: String(edition) })),
          },
          { label: t('history.who'), cell: ({ by, at }) => t('by', { by, at: formatInstant(locale, at) }) },
          { label: t('history.remark'), cell: ({ remark }) => remark ?? '–' },
        ]}
      />
    </section>
  );
}
