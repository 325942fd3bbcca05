type Named = { name: string };

// made once: a collator takes as long as sorting a hundred names with it
const plain = new Intl.Collator('vi').compare;
const numbered = new Intl.Collator('vi', { numeric: true }).compare;

/** The order of names that Vietnamese readers expect: An, Ánh, Ẩn, Bình, Dung, Đan. */
export const byVietnameseName = (one: Named, other: Named): number => plain(one.name, other.name);

/**
 * Women by given name alone, then by surname and middle names from the left: Lê Thị An, Võ An, Đỗ Thị Bình. The same order
 * as the lists of members, which the database sorts.
 */
export const byGivenName = (one: Named, other: Named): number =>
  plain(givenName(one.name), givenName(other.name)) || plain(one.name, other.name);

/** The name that she is called by: the last word, "Sương" of "Dương Thị Ngọc Sương". */
export const givenName = (name: string): string => name.trim().split(/\s+/).at(-1) ?? '';

/** The order of names that may hold numbers: "Tổ 2" stands before "Tổ 10". */
export const byNumberedName = (one: Named, other: Named): number => numbered(one.name, other.name);
