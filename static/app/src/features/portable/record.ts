import { isLocalDate, type LocalDate } from '../../../../../src/domain/dates';
import { isAccountId, isUuid, type AccountId, type Tagged } from '../../../../../src/domain/ids';
import type { Cell } from './csv-text';

/** A cell that cannot be what its column holds. */
export class Unreadable extends Error {
  override name = 'Unreadable';
  constructor(
    readonly column: string,
    readonly problem: 'missing' | 'number' | 'day' | 'id' | 'choice',
    readonly found: string,
  ) {
    super(`${column}: ${problem}`);
  }
}

/** One row of a table by the headings of its columns. Each reading throws Unreadable. */
export class TableRecord {
  constructor(private readonly cells: ReadonlyMap<string, Cell>) {}

  /** '' where the cell or the column is missing. */
  text(column: string): string {
    const cell = this.cells.get(column) ?? null;
    return cell === null ? '' : String(cell).replaceAll('\r\n', '\n').trim();
  }

  /** A text that must be there. */
  words(column: string): string {
    const text = this.text(column);
    if (text === '') throw new Unreadable(column, 'missing', '');
    return text;
  }

  number(column: string): number {
    const number = this.maybeNumber(column);
    if (number === null) throw new Unreadable(column, 'missing', '');
    return number;
  }

  maybeNumber(column: string): number | null {
    const cell = this.cells.get(column) ?? null;
    if (typeof cell === 'number') return cell;
    const text = this.text(column);
    if (text === '') return null;
    const number = Number(text);
    if (!Number.isFinite(number)) throw new Unreadable(column, 'number', text);
    return number;
  }

  day(column: string): LocalDate {
    const day = this.maybeDay(column);
    if (day === null) throw new Unreadable(column, 'missing', '');
    return day;
  }

  maybeDay(column: string): LocalDate | null {
    const text = this.text(column);
    if (text === '') return null;
    if (!isLocalDate(text)) throw new Unreadable(column, 'day', text);
    return text;
  }

  yes(column: string): boolean {
    return /^(yes|true|1)$/i.test(this.text(column));
  }

  id<K extends string>(column: string): Tagged<K> {
    const text = this.words(column);
    if (!isUuid<K>(text)) throw new Unreadable(column, 'id', text);
    return text;
  }

  maybeId<K extends string>(column: string): Tagged<K> | null {
    return this.text(column) === '' ? null : this.id<K>(column);
  }

  person(column: string): AccountId | null {
    const text = this.text(column);
    if (text === '') return null;
    if (!isAccountId(text)) throw new Unreadable(column, 'id', text);
    return text;
  }

  /** Account ids parted by spaces. */
  people(column: string): AccountId[] {
    return this.list(column).map((text) => {
      if (!isAccountId(text)) throw new Unreadable(column, 'id', text);
      return text;
    });
  }

  /** Texts parted by spaces. */
  list(column: string): string[] {
    return this.text(column)
      .split(/\s+/)
      .filter((text) => text !== '');
  }

  choice<const T extends string>(column: string, choices: readonly T[]): T {
    const text = this.text(column);
    const found = choices.find((choice) => choice === text);
    if (found === undefined) throw new Unreadable(column, text === '' ? 'missing' : 'choice', text);
    return found;
  }

  maybeChoice<const T extends string>(column: string, choices: readonly T[]): T | null {
    return this.text(column) === '' ? null : this.choice(column, choices);
  }
}
