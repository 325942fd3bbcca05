import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { FirstDayAfterField } from '@/components/ui/days/last-day-field';
import { Checkbox, CheckboxGroup, RadioGroup } from '@/components/ui/forms/choice-fields';
import { DateField, Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import type { Option } from '@/components/ui/forms/plain-fields';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { FormFold } from '@/components/ui/panels/form-fold';
import type { Day } from '@/domain/days/day';
import { type ChangeKind, type ChangePlan, kindsOf } from '@/domain/units/restructuring/change';
import type { Remaining } from '@/domain/units/restructuring/preview';
import type { UnitKind, UnitLevel } from '@/domain/units/unit';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { UnitField } from '../choice/unit-field';
import type { UnitQuestion } from '../choice/unit-option';
import { CodeField, SplitFields } from './split-fields';

type ChangeFormProps = {
  action: FormAction;
  kind: ChangeKind;
  /** the unit it is about; of a foundation the unit above */
  unitId: string;
  /** the level of the unit that changes or is founded */
  level: UnitLevel;
  unitKind: UnitKind | null;
  /** which unit takes over, or which one it moves under */
  target: UnitQuestion | null;
  /** units that can be merged along with it */
  sources: readonly Option[];
  /** of one that closes: what asks for a place from this day on; null where nothing does */
  remaining?: Remaining | null;
  today: Day;
  /** what she asked for before, when she comes back from its preview */
  plan: ChangePlan | null;
  back: string;
};

/** The change of a unit, and its day; sent on to its preview. */
export function ChangeForm({ action, kind, unitId, today, plan, back, ...fields }: ChangeFormProps) {
  const t = useTranslations('units.change');
  return (
    <Form action={action} concept="units">
      <HiddenField name="kind" value={kind} />
      <HiddenField name="unitId" value={unitId} />
      {kind === 'found' && <FoundFields level={fields.level} plan={plan} />}
      {kind === 'rename' && (
        <TextField name="name" label={t('newName')} maxLength={120} defaultValue={plan?.name ?? ''} />
      )}
      {kind === 'change_kind' && <KindFields level={fields.level} plan={plan} running={fields.unitKind} />}
      {kind === 'close' && <Remains remaining={fields.remaining ?? null} day={plan?.from ?? today} />}
      {(kind === 'move' || kind === 'merge' || kind === 'close') && fields.target && (
        <TargetFields kind={kind} level={fields.level} target={fields.target} sources={fields.sources} plan={plan} />
      )}
      {kind === 'split' && <SplitFields plan={plan} level={fields.level} />}
      <FromField kind={kind} defaultValue={plan?.from ?? today} />
      <TextField
        name="decision"
        label={t('decision')}
        hint={t('decisionHint')}
        maxLength={120}
        defaultValue={plan?.decision ?? ''}
        optional
      />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('preview')}</SubmitButton>
        <ButtonLink as={Link} href={back}>
          {t('back')}
        </ButtonLink>
      </div>
    </Form>
  );
}

/** Before a receiver is asked for: why one is needed, in numbers, or that none is. */
function Remains({ remaining, day }: { remaining: Remaining | null; day: Day }) {
  const t = useTranslations('units.change');
  const locale = useLocale() as Locale;
  if (!remaining) return <p className="mb-4">{t('emptied', { day: formatDay(locale, day) })}</p>;
  const counts = (['people', 'units', 'models', 'pairs'] as const).filter((what) => remaining[what] > 0);
  const what = counts.map((each) => t(`remainingOf.${each}`, { count: remaining[each] })).join(', ');
  return (
    <>
      <p className="mb-4">{t('remaining', { day: formatDay(locale, day), what })}</p>
      <HiddenField name="occupied" value="on" />
    </>
  );
}

/** Where a unit is no more afterwards, what still counts in it and what does not is said of the day that is typed. */
function FromField({ kind, defaultValue }: { kind: ChangeKind; defaultValue: Day }) {
  const t = useTranslations('units.change');
  const words = { name: 'from', label: t('from'), defaultValue };
  if (kind === 'merge' || kind === 'split' || kind === 'close') return <FirstDayAfterField {...words} />;
  return <DateField {...words} {...(kind !== 'found' && { hint: t('fromHint') })} />;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function FoundFields({ level, plan }: { level: UnitLevel; plan: ChangePlan | null }) {
  const t = useTranslations('units');
  const kinds = kindsOf[level];
  const [only] = kinds;
  return (
    <>
      <TextField
        name="name"
        label={t('change.name')}
        hint={t('change.nameHint')}
        maxLength={120}
        defaultValue={plan?.name ?? ''}
      />
      {kinds.length === 1 && only ? (
        <HiddenField name="unitKind" value={only} />
      ) : (
        <RadioGroup
          name="unitKind"
          label={t('change.unitKind')}
          options={kinds.map((value) => ({ value, label: capital(t(`kinds.${value}`)) }))}
          defaultValue={plan?.unitKind ?? ''}
        />
      )}
      {level === 'commune' && (
        <CodeField
          name="code"
          label={t('change.code')}
          hint={t('change.codeHint')}
          defaultValue={plan?.parts[0]?.code ?? ''}
        />
      )}
    </>
  );
}

function KindFields({ level, plan, running }: { level: UnitLevel; plan: ChangePlan | null; running: UnitKind | null }) {
  const t = useTranslations('units');
  return (
    <>
      <RadioGroup
        name="unitKind"
        label={t('change.unitKind')}
        options={kindsOf[level]
          .filter((kind) => kind !== running)
          .map((value) => ({ value, label: capital(t(`kinds.${value}`)) }))}
        defaultValue={plan?.unitKind ?? ''}
      />
      <TextField name="name" label={t('change.nameWith')} maxLength={120} defaultValue={plan?.name ?? ''} optional />
    </>
  );
}

type TargetProps = Pick<ChangeFormProps, 'level' | 'sources' | 'plan'> & {
  target: UnitQuestion;
  kind: 'move' | 'merge' | 'close';
};

function TargetFields({ kind, level, target, sources, plan }: TargetProps) {
  const t = useTranslations('units.change');
  return (
    <>
      <UnitField
        name="targetId"
        label={t(`target.${kind}`)}
        hint={target.few?.length !== 0 ? t(`targetHint.${kind}`) : t('noTarget')}
        question={target}
      />
      {kind === 'merge' && (
        <TextField
          name="name"
          label={t('nameAfter')}
          hint={t('nameAfterHint')}
          maxLength={120}
          defaultValue={plan?.name ?? ''}
          optional
        />
      )}
      {kind !== 'move' && level === 'commune' && (
        <Checkbox name="declare" label={t('declare')} hint={t('declareHint')} defaultChecked={plan?.declare ?? false} />
      )}
      {kind === 'merge' && sources.length > 0 && (
        <div className="field">
          <FormFold summary={t('sourcesOpen')} open={Boolean(plan?.sources.length)} fields={['sources']}>
            <CheckboxGroup
              name="sources[]"
              label={t('sources')}
              hint={t('sourcesHint')}
              options={sources}
              defaultValues={plan?.sources ?? []}
            />
          </FormFold>
        </div>
      )}
    </>
  );
}
