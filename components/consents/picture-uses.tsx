import { useLocale, useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { CheckboxGroup, RadioGroup } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { FoldLook } from '@/components/ui/panels/form-fold';
import type { ConsentState, PurposeConsents } from '@/domain/consents/consent';
import type { AskedPicture, UseAnswer, UseAnswers } from '@/domain/consents/picture';
import { today } from '@/domain/days/day';
import { type PictureUse, pictureUses } from '@/domain/pictures/library';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ChannelField, TakeForm } from './consent-forms';

const TONES: Record<ConsentState, BadgeTone> = {
  given: 'done',
  refused: 'problem',
  withdrawn: 'problem',
  lapsed: 'waiting',
  'not-asked': 'plain',
};

/** What a woman answered for each use of a picture, how, and until when. */
export function UseAnswersList({ uses }: { uses: UseAnswers }) {
  const t = useTranslations('pictures');
  return (
    <ul className="mt-1 grid gap-1.5">
      {pictureUses.map((use) => (
        <li key={use} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge tone={TONES[uses[use].state]}>
            {t('women.answer', { use: t(`use.${use}`), answer: t(`answer.${uses[use].state}`) })}
          </Badge>
          <How answer={uses[use]} />
        </li>
      ))}
    </ul>
  );
}

function How({ answer: { on, channel, lastDay } }: { answer: UseAnswer }) {
  const t = useTranslations('consents');
  const locale = useLocale() as Locale;
  if (!on || !channel) return null;
  const how = t(`channel.${channel}`).toLocaleLowerCase(locale);
  return (
    <span className="text-ink-2 text-sm">
      {t('record.how', { day: formatDay(locale, on), channel: how })}
      {lastDay && `, ${t('record.until', { day: formatDay(locale, lastDay) })}`}
    </span>
  );
}

/** The uses of a picture, each with what it comes to in plain words. */
function useUseOptions(): { value: PictureUse; label: string; hint: string }[] {
  const t = useTranslations('pictures');
  return pictureUses.map((use) => ({ value: use, label: t(`use.${use}`), hint: t(`useHint.${use}`) }));
}

type TakeProps = {
  action: FormAction;
  asked: { personId: string; pictureId: string };
  text: { id: string; body: string };
  fold?: FoldLook;
};

/** Asks with the newest wording for each use of one picture, and until when; nothing is ticked before she was asked. */
export function TakeUsesForm({ action, asked: { personId, pictureId }, text, fold }: TakeProps) {
  const t = useTranslations('pictures.ask');
  const options = useUseOptions();
  return (
    <Form action={action} concept="consents" {...(fold && { fold })}>
      <HiddenField name="personId" value={personId} />
      <HiddenField name="pictureId" value={pictureId} />
      <HiddenField name="purpose" value="image" />
      <HiddenField name="textId" value={text.id} />
      {pictureUses.map((use) => (
        <HiddenField key={use} name="asked[]" value={use} />
      ))}
      <blockquote className="mt-1 mb-4 border-lotus border-l-4 pl-4 font-serif text-lg">“{text.body}”</blockquote>
      <RadioGroup
        name="answer"
        label={t('answer')}
        options={(['given', 'refused'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <CheckboxGroup name="uses[]" label={t('uses')} hint={t('usesHint')} options={options} optional />
      <DateField name="lastDay" label={t('lastDay')} hint={t('lastDayHint')} min={today()} optional />
      <ChannelField label={t('channel')} />
      <DateField name="day" label={t('day')} defaultValue={today()} max={today()} />
      <SubmitButton>{t('save')}</SubmitButton>
    </Form>
  );
}

type TakePictureProps = {
  action: FormAction;
  personId: string;
  picture: Pick<AskedPicture, 'id' | 'inLibrary'>;
  text: NonNullable<PurposeConsents['text']>;
  fold: FoldLook;
};

/** Asks about one picture: of the library use by use, of a model's record whether it is kept. */
export function TakePictureForm({ personId, picture: { id, inLibrary }, ...form }: TakePictureProps) {
  if (inLibrary) return <TakeUsesForm {...form} asked={{ personId, pictureId: id }} />;
  return <TakeForm {...form} asked={{ personId, purpose: 'image', pictureId: id }} />;
}
