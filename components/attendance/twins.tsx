import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import { shownMarkOf } from '@/domain/attendance/mark';
import type { RegisterLine } from '@/domain/attendance/register/register';
import type { Twin } from '@/domain/attendance/roster/twin';

type TwinsProps = { sessionId: string; twins: readonly Twin[]; action: FormAction };

/** Women at the door who may stand on the register twice; whoever knows them makes two lines one. */
export function Twins({ sessionId, twins, action }: TwinsProps) {
  const t = useTranslations('attendance.register.twins');
  if (twins.length === 0) return null;
  return (
    <Panel title={t('title', { count: twins.length })} id="twins">
      <p className="mb-3">{t('lead')}</p>
      <ul className="grid gap-5">
        {twins.map(({ line, others }) => (
          <li key={line.id} className="border-rule border-t pt-4">
            <h3 className="font-bold font-sans">{line.name}</h3>
            <p className="mb-2 text-ink-2">
              <LineWords line={line} />
            </p>
            <ul className="grid gap-2.5">
              {others.map((other) => (
                <li key={other.id}>
                  <Form action={action} concept="attendance">
                    <HiddenField name="sessionId" value={sessionId} />
                    <HiddenField name="enrolmentId" value={line.id} />
                    <HiddenField name="intoId" value={other.id} />
                    <p className="mb-1.5">
                      {other.name}. <LineWords line={other} />
                    </p>
                    <SubmitButton variant="secondary">{t('unite', { one: line.no, other: other.no })}</SubmitButton>
                  </Form>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The marks that tell two lines of one name apart: number, group, how she came, how she stands. */
function LineWords({ line }: { line: RegisterLine }) {
  const t = useTranslations('attendance.register');
  const shown = shownMarkOf(line);
  const mark =
    shown === 'conflict'
      ? t('twins.differing')
      : shown === 'unmarked'
        ? t('twins.unmarked')
        : t(`marksInSentence.${shown}`);
  return [t('twins.line', { no: line.no }), line.group, t(line.walkIn ? 'twins.came' : 'twins.enrolled'), mark]
    .filter(Boolean)
    .join(', ');
}
