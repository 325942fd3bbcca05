import Link from 'next/link';
import { Segmented } from './segmented';

export type Tab<Name extends string> = { name: Name; href: string };

type TabsProps<Name extends string> = {
  label: string;
  tabs: readonly Tab<Name>[];
  current: Name;
  word: (name: Name) => string;
};

/** One row leads through the parts of one thing, each a page of its own. Draws nothing where there is only one. */
export function Tabs<Name extends string>({ label, tabs, current, word }: TabsProps<Name>) {
  if (tabs.length < 2) return null;
  const segments = tabs.map(({ name, href }) => ({ href, label: word(name), current: name === current }));
  return (
    <div className="mb-6">
      <Segmented as={Link} label={label} segments={segments} />
    </div>
  );
}

/** The parts of a record: the record itself comes first and has its address, each other one stands below it. */
export const partsOfRecord = <Name extends string>(path: string, names: readonly Name[]): Tab<Name>[] =>
  names.map((name) => ({ name, href: name === 'record' ? path : `${path}/${name}` }));
