/** What a Markdown document of OKRs was understood to say. Nothing is dropped. */

/** Lines of the document, 1-based, both included. */
export type Lines = { from: number; to: number };

/** What the columns of a table say of a number, as written; '' for nothing. */
export type SaidColumns = { start: string; target: string; current: string; unit: string; due: string };

export type FoundKeyResult = {
  /** Stable within the document: its headings and title, without case or punctuation. */
  path: string;
  title: string;
  /** Such as `P0`, as written before the title. */
  priority: string | null;
  /** The sentence under the heading, when the title alone is only a name. */
  sentence: string;
  notes: string;
  owner: string | null;
  lines: Lines;
  /** Of a row of a table. */
  said?: SaidColumns;
};

export type FoundInitiative = {
  path: string;
  title: string;
  priority: string | null;
  notes: string;
  /** As written, such as `@djdv`. */
  owner: string | null;
  /** The key result its text names (`**KR**: Update`); null when it names none. */
  names: string | null;
  /** Paths of the key results of its objective which that name fits. */
  serves: string[];
  lines: Lines;
};

export type FoundObjective = {
  path: string;
  title: string;
  why: string;
  owner: string | null;
  keyResults: FoundKeyResult[];
  initiatives: FoundInitiative[];
  lines: Lines;
};

/** A passage no objective, key result or initiative was made of, with where it stands. */
export type Unplaced = { text: string; section: string; lines: Lines };

export type FoundDocument = { objectives: FoundObjective[]; unplaced: Unplaced[] };

/** The document, or one sentence saying what to do instead. */
export type Reading = { ok: true; document: FoundDocument } | { ok: false; message: string };
