/** The place of a record among others by name; null once she was erased, who then stands last. */
export type PlaceByName = { id: string; givenName: string | null; otherNames: string | null };

export const placeByName = { id: true, givenName: true, otherNames: true } as const;

/** The order by given name in Vietnamese order, then by surname and middle names, as Prisma takes it for persons. */
export const byName = () => [{ givenName: 'asc' as const }, { otherNames: 'asc' as const }, { id: 'asc' as const }];

/** Persons behind one of them in that order, as a Prisma filter: the next page. Behind nobody: all. */
export const behindByName = (last: PlaceByName | null) =>
  last?.givenName == null
    ? {}
    : {
        OR: [
          { givenName: { gt: last.givenName } },
          { givenName: last.givenName, otherNames: { gt: last.otherNames ?? '' } },
          { givenName: last.givenName, otherNames: last.otherNames ?? '', id: { gt: last.id } },
        ],
      };
