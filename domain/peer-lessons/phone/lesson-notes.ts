import { type AppState, OPENING, PhoneApp, type Surroundings } from '@/domain/phone/phone-app';
import { arrive, type Portal } from '@/domain/phone/phone-courier';
import { forget, type Holder, type PhoneMemory, waiting } from '@/domain/phone/phone-memory';
import type { LessonInput, LessonMonth, WomenNear } from '../peer-lesson';
import type { Entry, LessonPlace, RefusedEntry } from './delivery';
import { cancelled, type Noted, send } from './lesson-courier';
import { keepPlaces, readPlaces } from './lesson-memory';

/** The state that the app for lessons shows. */
export type NotesState = AppState & {
  /** not sent yet, in order */
  entries: Entry[];
  /** those of them that the portal did not take, as it last said */
  refused: RefusedEntry[];
  /** where she notes lessons; none while unknown */
  places: LessonPlace[];
  placeId: string | null;
  /** whom a lesson may be about: known with signal alone, and in no memory */
  near: WomenNear | null;
  /** how this month stands, as the portal last said */
  month: LessonMonth | null;
  /** the one that she has just noted, to be undone; `undone` when she has */
  last: { lesson: LessonInput; undone: boolean } | null;
};

const OPENING_NOTES: NotesState = {
  ...OPENING,
  entries: [],
  refused: [],
  places: [],
  placeId: null,
  near: null,
  month: null,
  last: null,
};

/** What waits as she counts it: a lesson that she has undone before it was sent is none. */
export const unsentOf = ({ entries }: Pick<NotesState, 'entries'>) => entries.length - cancelled(entries).length;

/** The app for lessons among women, without its looks. */
export class LessonNotes extends PhoneApp<NotesState> {
  constructor(memory: PhoneMemory, ask: Portal, around: Surroundings = {}) {
    super(memory, ask, OPENING_NOTES, around);
  }

  /** Shows what the phone remembers, then says who she is, sends what waits, and asks where she notes lessons. */
  async connect(): Promise<void> {
    try {
      await this.remember();
      await arrive(this.memory, this.ask, this.around.label);
      await this.remember();
      if (this.left() > 0) await this.sendAll();
      else this.show({ stop: null });
      await this.learnPlaces();
      await this.learnNear();
    } catch (error) {
      if (this.state.near) this.show({ near: null });
      this.stopped(error);
    }
  }

  /** She goes on to another of her places. */
  async choose(placeId: string): Promise<void> {
    this.show({ placeId, near: null });
    await this.learnNear().catch((error: unknown) => this.stopped(error));
  }

  /** Notes a lesson: true when it is on the phone for good. */
  async noteLesson(lesson: LessonInput): Promise<boolean> {
    const noted: Noted = { kind: 'lesson', lesson };
    return this.add(noted, { last: { lesson, undone: false }, month: null });
  }

  /** Undoes the one that she has just noted, sent or not. */
  async undo(): Promise<boolean> {
    const { last } = this.state;
    if (!last || last.undone) return false;
    const noted: Noted = { kind: 'undoing', lessonId: last.lesson.id };
    return this.add(noted, { last: { ...last, undone: true }, month: null });
  }

  /** Drops what the portal does not take. */
  async drop(sequence: number): Promise<void> {
    if (!this.holder) return;
    await forget(this.memory, this.holder.deviceId, [sequence]);
    this.show({ refused: this.state.refused.filter((each) => each.sequence !== sequence) });
    await this.remember();
    if (this.state.refused.length === 0 && this.state.stop === 'refused') this.show({ stop: null });
    this.around.onChange?.();
  }

  protected left(): number {
    return this.state.entries.length;
  }

  protected async deliver(holder: Holder) {
    const { refused, month, stop } = await send(this.memory, holder, this.ask);
    return { stop, refused: stop === 'offline' ? this.state.refused : refused, month: month ?? this.state.month };
  }

  protected async recall(holder: Holder) {
    const [places, entries] = await Promise.all([
      readPlaces(this.memory, holder, Date.now()),
      waiting<Noted>(this.memory, holder),
    ]);
    const { placeId } = this.state;
    const stands = places.some(({ id }) => id === placeId);
    return { places, entries: entries as Entry[], placeId: stands ? placeId : (places[0]?.id ?? null) };
  }

  private async add(noted: Noted, shown: Partial<NotesState>): Promise<boolean> {
    const sequence = await this.keep(noted);
    if (sequence === null) return false;
    this.show({ ...shown, entries: [...this.state.entries, { ...noted, sequence } as Entry], full: false });
    this.around.onChange?.();
    void this.sendAll();
    return true;
  }

  private async learnPlaces(): Promise<void> {
    if (!this.holder) return;
    const places = await this.ask<LessonPlace[]>('places');
    await keepPlaces(this.memory, this.holder, places, Date.now());
    await this.remember();
  }

  private async learnNear(): Promise<void> {
    const { placeId: unitId } = this.state;
    if (unitId) this.show({ near: await this.ask<WomenNear>('near', { unitId }) });
  }
}
