import type { Result } from '@/domain/result';
import type { OpenDataProblem, Question } from '../question';
import { listPublishedArticleRows } from './article-queries';
import { listPublishedCommuneRows } from './commune-queries';
import { listPublishedCoverageRows } from './coverage-queries';
import { listPublishedIndicatorRows } from './indicator-queries';
import { listPublishedSessionRows } from './session-queries';
import { listPublishedFiledFigures, listPublishedSnapshotRows } from './snapshot-queries';
import type { PageAddresses, Told } from './told';

/** A row of any dataset, by the names of its fields. */
export type AnyRow = Record<string, string | number | boolean | null | string[]>;

type Rows = Result<Told<AnyRow>, OpenDataProblem> | null;

/** A page of the rows that a question asks for; null where its address names nothing. */
export function listPublishedRows(question: Question, addresses: PageAddresses): Promise<Rows> {
  const of = {
    communes: () => listPublishedCommuneRows(question, addresses),
    coverage: () => listPublishedCoverageRows(question),
    indicators: () => listPublishedIndicatorRows(question, addresses),
    sessions: () => listPublishedSessionRows(question, addresses),
    articles: () => listPublishedArticleRows(question, addresses),
    snapshots: () => listPublishedSnapshotRows(question),
    snapshot: () => listPublishedFiledFigures(question),
  } satisfies Record<Question['name'], () => Promise<Rows>>;
  return of[question.name]();
}
