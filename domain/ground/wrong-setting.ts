/** A setting of the surroundings that is wrong, told with its name and never with its value: a person puts it right, so the place in the code is of no use. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';

  constructor(sentence: string) {
    super(sentence);
    this.stack = `${this.name}: ${sentence}`;
  }
}
