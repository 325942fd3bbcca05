import { useLocale, useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import { marks } from '@/domain/attendance/mark';
import type { RegisterLine, Voice } from '@/domain/attendance/register/register';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type ConflictsProps = { sessionId: string; lines: readonly RegisterLine[]; action: FormAction | null };

/** Women of whom two phones say different things: who says what, and what holds from now on. No action: it is not hers. */
export function Conflicts({ sessionId, lines, action }: ConflictsProps) {
  const t = useTranslations('attendance.register');
  const differing = lines.filter(({ conflict }) => conflict);
  if (differing.length === 0) return null;
  return (
    <Panel title={t('conflicts.title', { count: differing.length })} id="conflicts">
      <p className="mb-3">{t(action ? 'conflicts.lead' : 'conflicts.closed')}</p>
      <ul className="grid gap-5">
        {differing.map((line) => (
          <li key={line.id} className="border-rule border-t pt-4">
            <h3 className="font-bold font-sans">{line.name}</h3>
            <ul className="mb-2 text-ink-2">
              {line.voices.map((voice) => (
                <VoiceLine key={voice.deviceId} voice={voice} />
              ))}
            </ul>
            {action && (
              <Form action={action} concept="attendance">
                <HiddenField name="sessionId" value={sessionId} />
                <HiddenField name="enrolmentId" value={line.id} />
                <HiddenField name="lastArrival" value={line.lastArrival} />
                <fieldset className="grid gap-2.5 sm:flex">
                  <legend className="sr-only">{t('conflicts.settleOf', { name: line.name })}</legend>
                  {marks.map((mark) => (
                    <SubmitButton key={mark} variant="secondary" name="mark" value={mark}>
                      {t('conflicts.settle', { mark: t(`marksInSentence.${mark}`) })}
                    </SubmitButton>
                  ))}
                </fieldset>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const WORDS = { phone: 'voice', paper: 'voicePaper', desk: 'voiceDesk' } as const;

function VoiceLine({ voice: { kind, by, mark, at } }: { voice: Voice }) {
  const t = useTranslations('attendance.register');
  const locale = useLocale() as Locale;
  const said = t(`marksInSentence.${mark}`);
  return <li>{t(`conflicts.${WORDS[kind]}`, { by, mark: said, at: formatInstant(locale, at) })}</li>;
}
