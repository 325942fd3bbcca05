/** A woman as a choice names her. Of whoever is erased there is no name. */
export type Called = { id: string; name: string | null };
/** What may tell her from a namesake, as far as whoever chooses may see it. */
export type ToldApart = Called & { birthYear: number | null; unitName: string | null };

const keyOf = ({ name }: Called) => name?.toLocaleLowerCase('vi') ?? '';

/** Women of a choice who bear one name, each once, together with their namesakes; one woman who stands there twice is none of her own. */
export function namesakesIn<Woman extends Called>(women: readonly Woman[]): Woman[][] {
  const bearers = new Map<string, Map<string, Woman>>();
  for (const woman of women) {
    if (!woman.name) continue;
    const same = bearers.get(keyOf(woman)) ?? new Map<string, Woman>();
    bearers.set(keyOf(woman), same.set(woman.id, woman));
  }
  return [...bearers.values()].map((same) => [...same.values()]).filter(({ length }) => length > 1);
}

const allDiffer = (marks: readonly (number | string | null)[]) =>
  marks.every((mark) => mark !== null) && new Set(marks).size === marks.length;

/** Names by id, of namesakes alone: with the year of birth where that tells them apart, else the unit, else both as far as they are known. */
export function namesApart(women: readonly ToldApart[]): Map<string, string> {
  return new Map(
    namesakesIn(women).flatMap((same) => {
      const byYear = allDiffer(same.map(({ birthYear }) => birthYear));
      const byUnit = !byYear && allDiffer(same.map(({ unitName }) => unitName));
      return same.map(({ id, name, birthYear, unitName }): [string, string] => {
        const marks = [byUnit ? null : birthYear, byYear ? null : unitName].filter(Boolean).join(', ');
        return [id, marks ? `${name} (${marks})` : (name ?? '')];
      });
    }),
  );
}
