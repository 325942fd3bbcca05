import type { ReactNode } from 'react';

type PanelOffersProps<Offer> = {
  /** null: nothing was asked yet, or nobody answered */
  offers: readonly Offer[] | null;
  says: (count: number) => string;
  none: string;
  keyOf: (offer: Offer) => string;
  onTake: (offer: Offer) => void;
  /** as pictures beside each other; else a list, one below the other */
  asPictures?: boolean;
  children: (offer: Offer) => ReactNode;
};

/** What the portal found for the words of a panel, each taken by a tap; how many is also told to who does not see them. */
export function PanelOffers<Offer>(props: PanelOffersProps<Offer>) {
  const { offers, says, none, keyOf, onTake, asPictures, children } = props;
  return (
    <>
      <p role="status" className="sr-only">
        {offers && says(offers.length)}
      </p>
      {offers && offers.length > 0 && (
        <ul className={asPictures ? 'picture-offers' : 'panel-offers'}>
          {offers.map((offer) => (
            <li key={keyOf(offer)}>
              <button type="button" onClick={() => onTake(offer)}>
                {children(offer)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {offers?.length === 0 && <p className="mb-2 text-sm">{none}</p>}
    </>
  );
}
