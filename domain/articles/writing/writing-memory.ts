import { forget, type Holder, note, openMemory, type PhoneMemory, waiting } from '@/domain/phone/phone-memory';

/** Its name in the browser, and of the channel between its tabs. */
export const APP = 'articles';

/**
 * What is being written: the fields of its form. `of`: the article, `new`, or a form of a page (`formOf`); `version`: of the edition that stood in the form;
 * `where`: the address of its page, unknown of older ones.
 */
export type Writing = { of: string; at: number; version: string; fields: Record<string, string>; where?: string };
export type KeptWriting = Writing & { sequence: number };

/** What this browser remembers of texts that the portal does not have: sealed, and opened for her alone who wrote them. */
export const openWritings = (name = APP): Promise<PhoneMemory> => openMemory({ name });

/** Keeps a text as it stands now in place of what was kept of it a moment ago (`before`); null when she has signed out. */
export async function keepWriting(
  memory: PhoneMemory,
  holder: Holder,
  writing: Writing,
  before: number | null,
): Promise<number | null> {
  const sequence = await note(memory, holder, writing);
  if (sequence !== null && before !== null) await forget(memory, holder.deviceId, [before]);
  return sequence;
}

/** What is kept of this text, the last first. */
export const readWritings = async (memory: PhoneMemory, holder: Holder, of: string): Promise<KeptWriting[]> =>
  (await waiting<Writing>(memory, holder)).filter((writing) => writing.of === of).reverse();

/** A form of a page, by the name that it has among those of its page. */
export const formOf = (path: string, name: string) => `${path}#${name}`;

/** What is kept of forms on this page and those below it, the last first. */
export const readBelow = async (memory: PhoneMemory, holder: Holder, path: string): Promise<KeptWriting[]> =>
  (await waiting<Writing>(memory, holder))
    .filter(({ of }) => of.startsWith(`${path}#`) || (of.startsWith(`${path}/`) && of.includes('#')))
    .reverse();

/** The portal has these, or she does not want them back. */
export const forgetWritings = (memory: PhoneMemory, holder: Holder, sequences: readonly number[]): Promise<void> =>
  forget(memory, holder.deviceId, sequences);
