const WHOLE = 96_000_000;
/** Bytes for visitors who are not known to be signed in, all together; and for one network of any kind. */
const STRANGERS = 32_000_000;
const NETWORK = 48_000_000;

type Who = { network: string; known: boolean };

export type Share = { take: (bytes: number) => boolean; leave: () => void };
export type Room = Share;

/** The memory that bodies may take which came in or are coming in; strangers never take that of those who are at work. */
export class Rooms {
  private taken = 0;
  private byStrangers = 0;
  private readonly byNetwork = new Map<string, number>();

  /**
   * The share of one request: `take` says whether so many bytes more still have room; `leave` gives all of them back,
   * once.
   */
  for({ network, known }: Who): Share {
    let own = 0;
    let left = false;
    const add = (bytes: number) => {
      own += bytes;
      this.taken += bytes;
      if (!known) this.byStrangers += bytes;
      const ofNetwork = (this.byNetwork.get(network) ?? 0) + bytes;
      if (ofNetwork > 0) this.byNetwork.set(network, ofNetwork);
      else this.byNetwork.delete(network);
    };
    return {
      take: (bytes) => {
        const full =
          left ||
          this.taken + bytes > WHOLE ||
          (this.byNetwork.get(network) ?? 0) + bytes > NETWORK ||
          (!known && this.byStrangers + bytes > STRANGERS);
        if (!full) add(bytes);
        return !full;
      },
      leave: () => {
        if (!left) add(-own);
        left = true;
      },
    };
  }
}
