import { z } from 'zod';
import { idInput } from '@/domain/id';
import { optional, prose } from '@/domain/texts/text';
import { fileInput } from '@/domain/upload';

/** A letter with a coat of arms is some tens of kilobytes. */
export const TEMPLATE_BYTES_MAX = 1024 * 1024;

/** What is wrong in a template, in the order in which it is told. */
export const mistakeKinds = [
  'unknown',
  'elsewhere',
  'not-a-list',
  'is-a-list',
  'unclosed-list',
  'unopened-list',
  'unclosed-brace',
  'unopened-brace',
  'not-allowed',
  'in-a-note',
  'missing',
  'not-filled',
  'too-long',
] as const;
type MistakeKind = (typeof mistakeKinds)[number];

/** One mistake: the field it is about, the one that may be meant, and the list in which that stands. */
export type Mistake = { kind: MistakeKind; field: string; meant?: string; inside?: string };

/** `counts`: reports go out in it from now on; `counted`: it did once; `ready`: it was never chosen; `mistaken`: it cannot be. */
export type TemplateState = 'counts' | 'counted' | 'ready' | 'mistaken';

export type ReportTemplate = {
  id: string;
  edition: number;
  state: TemplateState;
  remark: string;
  mistakes: Mistake[];
  sha256: string;
  at: Date;
  by: string;
};

/** Somebody said which letter counts; `edition` null: the built-in one. */
export type TemplateChoice = { id: string; edition: number | null; remark: string | null; at: Date; by: string };

export const templateUploadInput = z.object({ templateFile: fileInput(TEMPLATE_BYTES_MAX), remark: prose(3, 300) });
export type TemplateUploadInput = z.output<typeof templateUploadInput>;

/** Without a template the built-in letter counts again. */
export const templateChoiceInput = z.object({ templateId: optional(idInput), remark: optional(prose(3, 300)) });
export type TemplateChoiceInput = z.output<typeof templateChoiceInput>;

/** Why a file is no template at all. */
export type FileRefusal =
  | 'not-a-letter'
  | 'file-inflates'
  | 'has-macros'
  | 'has-links'
  | 'has-objects'
  | 'reads-others';
