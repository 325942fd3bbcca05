import { useTranslations } from 'next-intl';
import { placeName } from '@/components/coverage/coverage-table';
import { SignerName } from '@/components/reports/signer-list';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { FoldedPart } from '@/components/ui/panels/fold';
import { Table } from '@/components/ui/tables/table';
import { type MissingReport, TEXT_MAX } from '@/domain/reminders/reports/report-reminder';
import type { ReportPeriod } from '@/domain/reports/periods/period';
import { type Signer, signersOf } from '@/domain/reports/signers/signer';

type RemindProps = {
  action: FormAction;
  askingId: string;
  period: ReportPeriod;
  /** the portal's words, in the viewer's language */
  text: string;
  /** who is reminded: not a short while ago, and somebody signs there */
  missing: readonly MissingReport[];
  signers: readonly Signer[];
};

/** One tap reminds them all, in words that are there already and may be changed. */
export function RemindOfReports({ action, askingId, period, text, missing, signers }: RemindProps) {
  const t = useTranslations('reminders.report');
  const coverage = useTranslations('coverage');
  if (missing.length === 0) return null;
  return (
    <>
      <Form action={action} concept="reminders" className="mb-6 max-w-[44em]">
        <HiddenField name="askingId" value={askingId} />
        <HiddenField name="periodId" value={period.id} />
        <HiddenField name="worded" value={text} />
        <TextArea
          name="text"
          label={t('text')}
          hint={t('textHint')}
          rows={6}
          maxLength={TEXT_MAX}
          optional
          defaultValue={text}
        />
        <SubmitButton icon="bell">{t('send', { count: missing.length })}</SubmitButton>
      </Form>
      <h2 className="mb-2">{t('receive', { count: missing.length })}</h2>
      <Table
        caption={t('receive', { count: missing.length })}
        rows={missing}
        keyOf={({ unitId }) => unitId}
        lines
        columns={[
          { label: t('commune'), kind: 'title', cell: (place) => placeName(coverage, place) },
          { label: t('who'), cell: ({ unitId }) => <Names signers={signersOf(signers, unitId)} /> },
        ]}
      />
      <FoldedPart summary={t('phone')} className="mt-4">
        <ul className="grid gap-3">
          {missing.map((place) => (
            <li key={place.unitId} className="max-w-[44em] select-all">
              {t('phoneText', { place: placeName(coverage, place), text })}
            </li>
          ))}
        </ul>
      </FoldedPart>
    </>
  );
}

const Names = ({ signers }: { signers: readonly Signer[] }) => (
  <ul>
    {signers.map((signer) => (
      <li key={signer.accountId}>
        <SignerName signer={signer} />
      </li>
    ))}
  </ul>
);
