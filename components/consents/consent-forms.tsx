import { useTranslations } from 'next-intl';
import { RadioGroup, SelectField } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { FoldLook } from '@/components/ui/panels/form-fold';
import { type ConsentPurpose, consentChannels, mayEnd, type PurposeConsents } from '@/domain/consents/consent';
import type { UseAnswers } from '@/domain/consents/picture';
import { today } from '@/domain/days/day';
import { pictureUses } from '@/domain/pictures/library';

export type ConsentActions = { take: FormAction; withdraw: FormAction };
export type PictureActions = ConsentActions & { notInPicture: FormAction };

/** The question to a woman: about a purpose as a whole, or about one picture. */
type Asked = { personId: string; purpose: ConsentPurpose; pictureId?: string };

function AskedFields({ personId, purpose, pictureId }: Asked) {
  return (
    <>
      <HiddenField name="personId" value={personId} />
      <HiddenField name="purpose" value={purpose} />
      {pictureId && <HiddenField name="pictureId" value={pictureId} />}
    </>
  );
}

type DeedProps = { action: FormAction; asked: Asked; fold: FoldLook };
type TakeProps = DeedProps & { text: NonNullable<PurposeConsents['text']> };

/** Asks with the newest wording and records what she answered. */
export function TakeForm({ action, asked, text, fold }: TakeProps) {
  const t = useTranslations('consents.take');
  return (
    <Form action={action} concept="consents" fold={fold}>
      <AskedFields {...asked} />
      <HiddenField name="textId" value={text.id} />
      <p className="font-semibold">{t('text')}</p>
      <blockquote className="mt-1 mb-4 border-lotus border-l-4 pl-4 font-serif text-lg">“{text.body}”</blockquote>
      <RadioGroup
        name="answer"
        label={t('answer')}
        options={(['given', 'refused'] as const).map((value) => ({ value, label: t(value) }))}
      />
      {mayEnd(asked.purpose) && <LastDayField name="lastDay" />}
      <ChannelField label={t('channel')} />
      <DateField name="day" label={t('day')} defaultValue={today()} max={today()} />
      <SubmitButton>{t('send')}</SubmitButton>
    </Form>
  );
}

type WithdrawProps = DeedProps & {
  /** of a picture of the library: one use of it may be taken back by itself */
  uses?: UseAnswers | null;
};

export function WithdrawForm({ action, asked, fold, uses = null }: WithdrawProps) {
  const t = useTranslations('consents.withdraw');
  return (
    <Form action={action} concept="consents" fold={fold}>
      <AskedFields {...asked} />
      {uses ? <WithdrawnUse uses={uses} /> : <p className="mb-3">{t(leadOf(asked))}</p>}
      <ChannelField label={t('channel')} />
      <DateField name="day" label={t('day')} defaultValue={today()} max={today()} />
      <SubmitButton variant="danger">{t('send')}</SubmitButton>
    </Form>
  );
}

/** The whole picture, or one of the uses that she agreed to. */
function WithdrawnUse({ uses }: { uses: UseAnswers }) {
  const t = useTranslations('consents.withdraw');
  const words = useTranslations('pictures');
  const given = pictureUses.filter((use) => uses[use].state === 'given');
  const options = [
    { value: '', label: t('whole'), hint: t('pictureLead') },
    ...given.map((use) => ({ value: use, label: words(`use.${use}`), hint: words(`withdrawHint.${use}`) })),
  ];
  return <RadioGroup name="use" label={t('use')} options={options} />;
}

const leadOf = ({ purpose, pictureId }: Asked) => {
  if (pictureId) return 'pictureLead';
  if (purpose === 'image') return 'imageLead';
  if (purpose === 'name_in_story') return 'nameLead';
  return purpose === 'sensitive_data' ? 'sensitiveLead' : 'lead';
};

/** Until when a yes holds, where it may have an end. */
export function LastDayField({ name }: { name: string }) {
  const t = useTranslations('consents.take');
  return <DateField name={name} label={t('lastDay')} hint={t('lastDayHint')} min={today()} optional />;
}

/** How she gave her answer. */
export function ChannelField({ label }: { label: string }) {
  const t = useTranslations('consents.channel');
  return (
    <SelectField
      name="channel"
      label={label}
      options={consentChannels.map((value) => ({ value, label: t(value) }))}
      defaultValue="in_person"
    />
  );
}
