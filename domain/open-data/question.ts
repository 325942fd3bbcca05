import type { CoverageLevel } from '@/domain/coverage/coverage';
import { FIRST_DAY } from '@/domain/coverage/coverage';
import { type Day, isDay } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { ok, problem, type Result } from '@/domain/result';
import { type DatasetName, type Format, type ParameterName, parameterInputs, parametersOf } from './datasets';

/** What somebody asks of a dataset. Days are null where none is named: what that means says the dataset. */
export type Question = {
  name: DatasetName;
  /** of a snapshot */
  id: string | undefined;
  day: Day | null;
  from: Day | null;
  to: Day | null;
  commune: string | undefined;
  level: CoverageLevel | undefined;
  language: Locale;
  format: Format;
  after: string | undefined;
  limit: number;
};

/** Why an address is not answered; `parameter` is named beside it. */
export type OpenDataProblem =
  | 'unknown-parameter'
  | 'malformed'
  | 'before-record'
  | 'not-yet'
  | 'day-and-stretch'
  | 'backwards'
  | 'no-such-commune'
  | 'no-such-place-in-list';

export const refused = (name: OpenDataProblem, parameter: ParameterName | string) => problem(name, { parameter });

type Values = Readonly<Record<string, string>>;
type Read = Result<Question, OpenDataProblem>;

/** Reads what an address asks for; `today` is the last day that figures are told of. */
export function readQuestion(name: DatasetName, id: string | undefined, values: Values, today: Day): Read {
  const known = parametersOf(name);
  const stranger = Object.keys(values).find((key) => !known.some((each) => each === key));
  if (stranger !== undefined) return refused('unknown-parameter', stranger);
  for (const parameter of known) {
    const wrong = wrongIn(parameter, values[parameter]);
    if (wrong) return wrong;
  }
  const day = dayIn(values.day);
  const from = dayIn(values.from);
  const to = dayIn(values.to);
  const wrong = wrongDays(name, { day, from, to }, today);
  if (wrong) return wrong;
  const read = <Parameter extends ParameterName>(parameter: Parameter) =>
    parameterInputs[parameter].parse(values[parameter]) as ReturnType<(typeof parameterInputs)[Parameter]['parse']>;
  return ok({
    name,
    id,
    day,
    from,
    to,
    commune: values.commune,
    level: values.level === undefined ? undefined : read('level'),
    language: read('language'),
    format: read('format'),
    after: values.after,
    limit: read('limit'),
  });
}

/** What is written in another way than ours is not guessed at: one question has one address. */
function wrongIn(parameter: ParameterName, value: string | undefined) {
  if (value === undefined) return undefined;
  const parsed = parameterInputs[parameter].safeParse(value);
  return parsed.success && String(parsed.data) === value ? undefined : refused('malformed', parameter);
}

const dayIn = (value: string | undefined): Day | null => (value !== undefined && isDay(value) ? value : null);

type Days = Record<'day' | 'from' | 'to', Day | null>;

function wrongDays(name: DatasetName, days: Days, today: Day) {
  const said = (['day', 'from', 'to'] as const).flatMap((parameter) => {
    const day = days[parameter];
    return day ? [{ parameter, day }] : [];
  });
  if (days.day && said.length > 1) return refused('day-and-stretch', 'day');
  if (days.from && days.to && days.from > days.to) return refused('backwards', 'to');
  // sessions are announced for days to come, figures are told of none
  if (name === 'sessions') return undefined;
  const early = said.find(({ day }) => day < FIRST_DAY);
  if (early) return refused('before-record', early.parameter);
  const late = said.find(({ day }) => day > today);
  return late && refused('not-yet', late.parameter);
}
