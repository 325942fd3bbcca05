/** An official who can be sent: the communes she is an official of, and every commune in which she has a role of any kind. */
export type Official = { accountId: string; communes: readonly string[]; ownCommunes: readonly string[] };

type Place = { unitId: string; communeCode: string };
type Visit = { unitId: string; candidates: readonly string[]; visitorId: string | null };

/**
 * Who visits each unit: an official of a commune that borders its own, never one with a role in it, as evenly as the borders allow.
 * Null where no neighbour has one: that falls to the province.
 */
export function assignVisitors(
  places: readonly Place[],
  officials: readonly Official[],
  neighboursOf: (code: string) => readonly string[],
): Map<string, string | null> {
  const load = new Map<string, number>();
  const visits: Visit[] = places.map(({ unitId, communeCode }) => ({
    unitId,
    candidates: candidatesFor(communeCode, officials, neighboursOf(communeCode)),
    visitorId: null,
  }));
  // those with the least choice first
  for (const visit of [...visits].sort((one, other) => one.candidates.length - other.candidates.length))
    give(visit, leastBusy(visit.candidates, load), load);
  even(visits, load);
  return new Map(visits.map(({ unitId, visitorId }) => [unitId, visitorId]));
}

const candidatesFor = (code: string, officials: readonly Official[], neighbours: readonly string[]) =>
  officials
    .filter(
      ({ communes, ownCommunes }) => communes.some((each) => neighbours.includes(each)) && !ownCommunes.includes(code),
    )
    .map(({ accountId }) => accountId)
    .sort();

const loadOf = (load: Map<string, number>, accountId: string) => load.get(accountId) ?? 0;

function leastBusy(candidates: readonly string[], load: Map<string, number>): string | null {
  let least: string | null = null;
  for (const each of candidates) if (least === null || loadOf(load, each) < loadOf(load, least)) least = each;
  return least;
}

function give(visit: Visit, to: string | null, load: Map<string, number>): void {
  if (visit.visitorId) load.set(visit.visitorId, loadOf(load, visit.visitorId) - 1);
  if (to) load.set(to, loadOf(load, to) + 1);
  visit.visitorId = to;
}

/** Passes visits on to whoever has two fewer, until nobody who could take one has. Each step makes the loads more even, so it ends. */
function even(visits: readonly Visit[], load: Map<string, number>): void {
  let moved = true;
  while (moved) {
    moved = false;
    for (const visit of visits) {
      const other = leastBusy(visit.candidates, load);
      if (!visit.visitorId || !other || loadOf(load, other) > loadOf(load, visit.visitorId) - 2) continue;
      give(visit, other, load);
      moved = true;
    }
  }
}
