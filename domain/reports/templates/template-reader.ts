import path from 'node:path';
import type { Day } from '@/domain/days/day';
import type { Result } from '@/domain/result';
import { type ThreadProblem, ThreadProgram } from '@/domain/thread';
import type { FieldValues } from './fields';
import type { FileRefusal } from './template';
import type { ReadTemplate } from './template-file';

/** A letter to be checked, or to be filled. */
export type TemplateTask = { bytes: Uint8Array; fill?: { values: FieldValues; day: Day } };

const BOUNDS = { milliseconds: 30_000, megabytes: 768 };
const program = new ThreadProgram(path.join(process.cwd(), 'domain/reports/templates/template-worker.ts'));

const run = <Value, Problem extends string>(task: TemplateTask) =>
  program.run<Result<Value, Problem>, Value, Problem>(task, BOUNDS, (answer) => answer);

/** A template checked in a thread of its own: whatever a file is made of, the process goes on answering everybody. */
export const readTemplateApart = (bytes: Uint8Array): Promise<Result<ReadTemplate, FileRefusal | ThreadProblem>> =>
  run<ReadTemplate, FileRefusal>({ bytes });

/** The same for filling one. */
export const fillTemplateApart = (
  bytes: Uint8Array,
  values: FieldValues,
  day: Day,
): Promise<Result<Uint8Array, 'not-filled' | ThreadProblem>> =>
  run<Uint8Array, 'not-filled'>({ bytes, fill: { values, day } });
