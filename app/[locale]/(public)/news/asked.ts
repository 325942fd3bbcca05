import { oneOf } from '@/app/address';

type Query = Record<string, string | string[] | undefined>;

/** The filters that a reader chose. Words that cannot name anything are not looked for. */
export type Asked = { topic?: string; commune?: string; after?: string };

/** A list that is narrowed stands by age alone: nobody put a piece first there. */
export const isNarrowed = ({ topic, commune }: Asked) => Boolean(topic ?? commune);

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const KEY = /^\d+\.[0-9a-f-]+$/;

/** Reads the query of a list's address; what cannot be a topic, a commune or a place in the list is left out. */
export function askedOf(query: Query): Asked {
  const read = (name: keyof Asked, pattern: RegExp) => {
    const text = oneOf(query[name]);
    return text && text.length <= 100 && pattern.test(text) ? { [name]: text } : {};
  };
  return { ...read('topic', SLUG), ...read('commune', SLUG), ...read('after', KEY) };
}
