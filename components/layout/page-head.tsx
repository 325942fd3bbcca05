import { Fragment, type ReactNode } from 'react';

type PageHeadProps = {
  /** the way here, a date, a demo mark: stands above the title */
  above?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  /** buttons, the most important first */
  actions?: ReactNode;
};

/** A day may go on below before its year: in letters twice as large it is longer than a line of a phone, and would break anywhere. */
const breaking = (title: string): ReactNode =>
  title.split(/(\d\d\/\d\d\/)(?=\d{4})/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one title stay in their order
    <Fragment key={at}>
      {part}
      {at % 2 === 1 && <wbr />}
    </Fragment>
  ));

/** How a page of the signed-in area begins: what it is, and what can be done, beside it where there is room and else below. */
export function PageHead({ above, title, lead, actions }: PageHeadProps) {
  return (
    <div className="mb-5">
      {above && <div className="mb-1.5 flex flex-wrap items-center gap-2 text-ink-2 text-sm">{above}</div>}
      <div className="flex flex-wrap items-start justify-between gap-x-5 gap-y-1.5">
        <div className="min-w-0 grow basis-80">
          <h1>{typeof title === 'string' ? breaking(title) : title}</h1>
          {lead && <p className="mt-1.5 max-w-[44em] text-ink-2">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2.5 py-1.5 md:py-0">{actions}</div>}
      </div>
    </div>
  );
}
