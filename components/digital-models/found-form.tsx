import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { DateField, Form, HiddenField, RadioGroup, SelectField, TextArea } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import type { Option, OptionGroup } from '@/components/ui/plain-fields';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Day } from '@/domain/day';
import { hostLevelsOf, type ModelKind } from '@/domain/digital-models/digital-model';
import type { HomeCandidate } from '@/domain/digital-models/household';
import { HomesField } from './homes-field';
import { ModelFields } from './model-fields';

type FoundFormProps = {
  action: FormAction;
  kind: ModelKind;
  hosts: readonly (Option | OptionGroup)[];
  unitId: string | undefined;
  /** a first name for it, where the place is known */
  name: string;
  today: Day;
  /** of a club: whose practice it begins with */
  practice?: { id: string; name: string } | null;
  /** of a family whose place is known: the women there who may come with their households */
  homes?: { candidates: readonly HomeCandidate[]; more: boolean; hostName: string } | null;
};

/** Where, what and since when: the last step of founding. */
export function FoundForm({ action, kind, hosts, unitId = '', name, today, practice, homes }: FoundFormProps) {
  const t = useTranslations('digital-models.found');
  const status = useTranslations('digital-models.status');
  const first = { name, foundedOn: today, launchedOn: null, decision: null, pilot: false };
  return (
    <Form action={action} concept="digital-models">
      <HiddenField name="kind" value={kind} />
      {practice && <HiddenField name="practiceId" value={practice.id} />}
      {practice && <p className="mb-4 text-ink-2">{t('withPractice', { name: practice.name })}</p>}
      {homes ? (
        <ChosenPlace unitId={unitId} name={labelOf(hosts, unitId)} />
      ) : (
        <SelectField
          name="unitId"
          label={t(hostLevelsOf(kind).length > 1 ? 'unit' : 'unitSub')}
          options={hosts}
          defaultValue={unitId}
        />
      )}
      <ModelFields values={first} latest={today} foundedHint={t('foundedOnHint')} />
      <RadioGroup
        name="status"
        label={t('status')}
        defaultValue="planned"
        options={(['planned', 'active'] as const).map((value) => ({
          value,
          label: status(value),
          hint: t(`statusHint.${value}`),
        }))}
      />
      <DateField name="activeFrom" label={t('activeFrom')} hint={t('activeFromHint')} optional />
      {homes && homes.candidates.length > 0 && <HomesField {...homes} />}
      {kind === 'digital_family' && !homes?.candidates.length && (
        <p className="mb-4 text-ink-2">{t(homes ? 'homesNobody' : 'homesLater')}</p>
      )}
      {kind === 'digital_sub_association' && (
        <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} maxLength={500} optional />
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('send')}</SubmitButton>
        <ButtonLink as={Link} href={`/admin/digital-models?kind=${kind}`}>
          {t('cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}

/** The place of a family is settled before its households are shown: they are the women of that place. */
function ChosenPlace({ unitId, name }: { unitId: string; name: string }) {
  const t = useTranslations('digital-models.found');
  return (
    <p className="mb-5">
      <HiddenField name="unitId" value={unitId} />
      {t('place')}: <b>{name}</b>{' '}
      <Link href="/admin/digital-models/new?kind=digital_family" className="ml-2 inline-flex min-h-11 items-center">
        {t('changePlace')}
      </Link>
    </p>
  );
}

const labelOf = (hosts: FoundFormProps['hosts'], unitId: string): string =>
  hosts.flatMap((host) => ('options' in host ? host.options : [host])).find(({ value }) => value === unitId)?.label ??
  '';
