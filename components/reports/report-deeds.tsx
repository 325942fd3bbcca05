import { useLocale, useTranslations } from 'next-intl';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { FoldLook } from '@/components/ui/panels/form-fold';
import { Panel } from '@/components/ui/panels/panel';
import { today } from '@/domain/days/day';
import { isOver, type ReportPeriod } from '@/domain/reports/periods/period';
import { isOpen, type ReportRow } from '@/domain/reports/report';
import type { ReportContent } from '@/domain/reports/report-content';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { textOf } from './report-words';

type About = { unitId: string; period: ReportPeriod; version: number };

const AboutFields = ({ unitId, period, version }: About) => (
  <>
    <HiddenField name="unitId" value={unitId} />
    <HiddenField name="periodId" value={period.id} />
    <HiddenField name="version" value={version} />
  </>
);

type SignProps = { content: ReportContent; row: ReportRow; sign: FormAction; write: FormAction };

/** One tap signs the report as it stands; its words may be written anew before. */
export function SignPanel({ content, row, sign, write }: SignProps) {
  const t = useTranslations('reports');
  const locale = useLocale() as Locale;
  const { unit, digest } = content;
  const about = <AboutFields unitId={unit.id} period={row.period} version={row.version} />;
  if (!isOver(row.period, today()))
    return <p className="no-print">{t('sign.wait', { day: formatDay(locale, row.period.to) })}</p>;
  if (!row.isKept) return <p className="no-print">{t('sign.silent')}</p>;
  return (
    <Panel id="sign" title={t('sign.title')} className="no-print">
      <p className="mb-3 text-ink-2">{t(unit.level === 'province' ? 'sign.whoCity' : 'sign.who')}</p>
      <Form action={sign} concept="reports">
        {about}
        <HiddenField name="seen" value={digest} />
        <SubmitButton>{t('sign.send')}</SubmitButton>
      </Form>
      <Form
        action={write}
        concept="reports"
        guarded
        fold={{ summary: t('text.edit'), part: true, className: 'mt-4 border-rule border-t pt-3' }}
      >
        {about}
        <HiddenField name="locale" value={locale} />
        <TextArea
          name="text"
          label={t('text.words')}
          hint={t('text.wordsHint')}
          rows={7}
          maxLength={4000}
          optional
          defaultValue={textOf(t, locale, content)}
        />
        <TextArea
          name="comment"
          label={t('text.comment')}
          rows={3}
          maxLength={4000}
          optional
          defaultValue={content.comment[locale] ?? ''}
        />
        <SubmitButton variant="secondary">{t('text.save')}</SubmitButton>
      </Form>
    </Panel>
  );
}

type DecideProps = {
  unitId: string;
  row: ReportRow;
  /** why the commune asks to have it opened */
  why: string | null;
  accept: FormAction;
  giveBack: FormAction;
  reopen: FormAction;
  refuse: FormAction;
};

/** The city accepts a filed report or gives it back, and opens a closed one. */
export function DecidePanel({ unitId, row, why, accept, giveBack, reopen, refuse }: DecideProps) {
  const t = useTranslations('reports');
  const about = <AboutFields unitId={unitId} period={row.period} version={row.version} />;
  if (isOpen(row.state)) return null;
  if (row.state !== 'submitted') {
    const refusal = row.asked && (
      <RemarkForm
        about={about}
        action={refuse}
        label={t('reopen.why')}
        send={t('reopen.sendRefuse')}
        fold={{ summary: t('reopen.refuse'), className: 'mt-3' }}
      />
    );
    return (
      <RemarkForm
        about={about}
        action={reopen}
        label={t('reopen.why')}
        send={t('reopen.sendOpen')}
        fold={{
          summary: t('reopen.title'),
          open: row.asked,
          className: 'no-print',
          above: row.asked && why && <p className="mb-3 font-semibold">{t('reopen.asks', { why })}</p>,
          below: refusal,
        }}
      />
    );
  }
  return (
    <Panel id="decide" title={t('decide.title')} className="no-print">
      <p className="mb-3 text-ink-2">{t('decide.lead')}</p>
      <Form action={accept} concept="reports">
        {about}
        <SubmitButton>{t('decide.accept')}</SubmitButton>
      </Form>
      <RemarkForm
        about={about}
        action={giveBack}
        label={t('decide.remark')}
        send={t('decide.sendReturn')}
        fold={{ summary: t('decide.return'), className: 'mt-4 border-rule border-t pt-3' }}
      />
    </Panel>
  );
}

type AskProps = { unitId: string; row: ReportRow; ask: FormAction; open: boolean };

/** A closed report: the commune asks the city to open it. */
export function AskPanel({ unitId, row, ask, open }: AskProps) {
  const t = useTranslations('reports.reopen');
  if (row.state !== 'locked' && row.state !== 'accepted') return null;
  if (row.asked) return <p className="no-print">{t('waits')}</p>;
  return (
    <div id="ask">
      <RemarkForm
        about={<AboutFields unitId={unitId} period={row.period} version={row.version} />}
        action={ask}
        label={t('askWhy')}
        send={t('sendAsk')}
        fold={{
          summary: t('ask'),
          open,
          className: 'no-print',
          above: <p className="mb-3 text-ink-2">{t('askLead')}</p>,
        }}
      />
    </div>
  );
}

type RemarkProps = { about: React.ReactNode; action: FormAction; label: string; send: string; fold: FoldLook };

const RemarkForm = ({ about, action, label, send, fold }: RemarkProps) => (
  <Form action={action} concept="reports" fold={{ ...fold, part: true }}>
    {about}
    <TextArea name="remark" label={label} rows={3} maxLength={1000} />
    <SubmitButton variant="secondary">{send}</SubmitButton>
  </Form>
);
