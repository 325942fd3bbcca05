export type RefusedStep = 'not-asked' | 'asked-already' | 'later-first';

/** Which problem a refusal of the database is: its rules about the steps of reports, by their names; undefined when it is none of them. */
export const problemOf = (rule: string | undefined, step: RefusedStep): RefusedStep | undefined =>
  rule === 'report_order' ? 'later-first' : rule === 'report_step' ? step : undefined;
