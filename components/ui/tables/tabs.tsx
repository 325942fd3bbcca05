import { Link } from '@/components/ui/link';
import { Segmented } from '../forms/segmented';
import { FoldedOnPhone } from '../panels/fold';

export type Tab<Name extends string> = { name: Name; href: string };

type TabsProps<Name extends string> = {
  label: string;
  tabs: readonly Tab<Name>[];
  current: Name;
  word: (name: Name) => string;
};

/** More than this would push the thing itself off the first screen of a phone. */
const ROW_MAX = 4;

/**
 * One row leads through the parts of one thing, each a page of its own. Draws nothing where there is only one; many are
 * folded on a phone.
 */
export function Tabs<Name extends string>({ label, tabs, current, word }: TabsProps<Name>) {
  if (tabs.length < 2) return null;
  const segments = tabs.map(({ name, href }) => ({ href, label: word(name), current: name === current }));
  const row = <Segmented as={Link} label={label} segments={segments} />;
  if (tabs.length <= ROW_MAX) return <div className="mb-6">{row}</div>;
  return (
    <div className="mb-6">
      <FoldedOnPhone summary={`${label}: ${word(current)}`}>{row}</FoldedOnPhone>
    </div>
  );
}

/** The parts of a record: the record itself comes first and has its address, each other one stands below it. */
export const partsOfRecord = <Name extends string>(path: string, names: readonly Name[]): Tab<Name>[] =>
  names.map((name) => ({ name, href: name === 'record' ? path : `${path}/${name}` }));
