declare const known: unique symbol;
/** A number of which too little stands to call it. */
export type MaskedPhone = string & { readonly [known]: 'masked' };
/** A whole number whose reading is in the trail: made by `unveilPhones` alone. */
export type UnveiledPhone = string & { readonly [known]: 'unveiled' };
/** Makes a number that was read in the same transaction one that may be shown whole. */
export type Unveil = (phone: string) => UnveiledPhone;
/** A whole number as the one who looks at it has just typed it. */
export type TypedPhone = string & { readonly [known]: 'typed' };

/** A mobile number as it is kept: +84 and nine digits. Undefined when it is none. Blanks, dots, "0", "84" and "+84" in front are all read. */
export function normalPhone(text: string): TypedPhone | undefined {
  const digits = text.replace(/[\s.()-]/g, '').replace(/^(\+?84|0084|0)/, '');
  return /^[35789]\d{8}$/.test(digits) ? (`+84${digits}` as TypedPhone) : undefined;
}

const readOut = (phone: string) => phone.replace(/^\+84(\d{3})(\d{3})(\d{3})$/, '0$1 $2 $3');

/**
 * +84912345678 as it is read out here: "0912 345 678". A number as it is kept is not taken: it is masked, or unveiled by
 * `unveilPhones`. A masked one stays as it is.
 */
export const shownPhone = (phone: MaskedPhone | UnveiledPhone | TypedPhone): string => readOut(phone);

/** A number as the database masks it (`app.masked_phone`), for what is read from its tables; null where none is kept. */
export const keptMasked = (masked: string | null | undefined): MaskedPhone | null =>
  (masked ?? null) as MaskedPhone | null;

/** "09•• ••• 678": enough to tell two numbers apart, too little to call. */
export const maskedPhone = (phone: string): MaskedPhone =>
  readOut(phone).replace(/^(0\d)\d\d \d{3} /, '$1•• ••• ') as MaskedPhone;
