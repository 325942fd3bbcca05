import { useMessages, useTranslations } from 'next-intl';
import type { SignableReading } from '@/domain/coverage/rulings/ruling';
import type { ModelKind } from '@/domain/digital-models/digital-model';

type Part = Record<string, string>;
type Explanation = Record<'forWhom' | 'does' | 'starts' | 'active' | 'questions' | 'coverage', Part>;

const useExplanation = (kind: ModelKind) =>
  (useMessages()['models-explained'] as unknown as Record<ModelKind, Explanation>)[kind];

/**
 * A model explained (what it is, for whom, how it starts, what counts): the words of the concept, in their own order.
 */
export function ModelExplanation({ kind }: { kind: ModelKind }) {
  const { forWhom, does, starts, active } = useExplanation(kind);
  return (
    <div className="reading max-w-[34em]">
      <PartText part={forWhom} />
      <PartText part={does} />
      <PartText part={starts} ordered />
      <PartText part={active} />
    </div>
  );
}

const entries = (part: Part, letter: string) =>
  Object.entries(part).filter(([key]) => new RegExp(`^${letter}\\d+$`).test(key));

function PartText({ part, ordered = false }: { part: Part; ordered?: boolean }) {
  const items = entries(part, 'i');
  const List = ordered ? 'ol' : 'ul';
  return (
    <section>
      <h2>{part.heading}</h2>
      {entries(part, 'p').map(([key, text]) => (
        <p key={key}>{text}</p>
      ))}
      {items.length > 0 && (
        <List>
          {items.map(([key, text]) => (
            <li key={key}>{text}</li>
          ))}
        </List>
      )}
    </section>
  );
}

/** The questions most asked of a model, answered. */
export function ModelQuestions({ kind }: { kind: ModelKind }) {
  const { questions: part } = useExplanation(kind);
  return (
    <section className="reading border-ink border-t-[3px] pt-4 [&>*+*]:mt-5">
      <h2 className="mt-0">{part.heading}</h2>
      {entries(part, 'q').map(([key, question]) => (
        <div key={key}>
          <h3>{question}</h3>
          <p>{part[key.replace('q', 'a')]}</p>
        </div>
      ))}
    </section>
  );
}

/** How a model counts in coverage, by the reading that is signed for the day. */
export function ModelInCoverage({ kind, reading }: { kind: ModelKind; reading: SignableReading }) {
  const t = useTranslations('models-explained');
  const said = (key: string) => t(`${kind}.coverage.${key}` as `${ModelKind}.coverage.p1`, { reading });
  const part = Object.fromEntries(Object.keys(useExplanation(kind).coverage).map((key) => [key, said(key)]));
  return (
    <div className="reading [&_h2]:mt-0">
      <PartText part={part} />
    </div>
  );
}

/** The heading of a model's page. */
export function ModelLead({ kind }: { kind: ModelKind }) {
  const t = useTranslations('models-explained');
  return <p className="mb-6 max-w-[34em] font-serif text-read">{t(`${kind}.lead`)}</p>;
}
