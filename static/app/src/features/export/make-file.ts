import type { Directory } from '../../../../../src/contract/calls';
import { call } from '../../rpc/call';
import { namesOf } from '../../rpc/names-of';
import { readIssuesOf } from '../../rpc/read-issues-of';
import { readWorld, Refused, type WorldPlace } from '../portable/read-world';
import { saveFile } from '../portable/save-file';
import { peopleIn, type Names, type World } from '../portable/world';

export const formats = ['excel', 'csv', 'markdown'] as const;
export type Format = (typeof formats)[number];
/** How far it is: places read, objectives found; `names`: all is read but what Jira knows. */
export type Progress = { place: number; objectives: number; names: boolean };
export type Made =
  | { state: 'saved'; name: string; objectives: number; keyResults: number; checkIns: number }
  | { state: 'stopped' }
  | { state: 'nothing' }
  /** `message` null: no answer came. */
  | { state: 'failed'; message: string | null };

type Asked = {
  directory: Directory;
  places: readonly WorldPlace[];
  format: Format;
  stopped: () => boolean;
  onProgress: (progress: Progress) => void;
};

/** Reads what is chosen, page by page, and gives it to the browser as a file. Never throws. */
export async function makeFile({ directory, places, format, stopped, onProgress }: Asked): Promise<Made> {
  try {
    const onRead = (objectives: number, place: number) => onProgress({ place, objectives, names: false });
    const read = await readWorld({ call, directory, places, stopped, onRead });
    if (read === null || stopped()) return { state: 'stopped' };
    if (read.objectives.length + read.retrospectives.length === 0) return { state: 'nothing' };
    onProgress({ place: places.length, objectives: read.objectives.length, names: true });
    const [names, issues] = await Promise.all([
      namesOf(peopleIn(read)),
      readIssuesOf(read.initiatives.map(({ issueId }) => issueId)),
    ]);
    if (stopped()) return { state: 'stopped' };
    const initiatives = read.initiatives.map((one) => {
      const issue = issues.get(one.issueId);
      return issue ? { ...one, issueKey: issue.key, issueTitle: issue.summary } : one;
    });
    const world = { ...read, initiatives };
    const name = `waymark-okrs.${extension[format]}`;
    saveFile(name, await fileOf(world, names, format));
    const { objectives, keyResults, checkIns } = world;
    return {
      state: 'saved',
      name,
      objectives: objectives.length,
      keyResults: keyResults.length,
      checkIns: checkIns.length,
    };
  } catch (error) {
    console.error(error);
    const said = error instanceof Refused ? error.message : null;
    return { state: 'failed', message: said };
  }
}

const extension: Record<Format, string> = { excel: 'xlsx', csv: 'csv', markdown: 'md' };

/** Each format is loaded when it is asked for. */
async function fileOf(world: World, names: Names, format: Format): Promise<Blob> {
  switch (format) {
    case 'excel': {
      const [{ workbookOf }, { tablesOf }] = await Promise.all([
        import('../portable/workbook'),
        import('../portable/tables'),
      ]);
      return workbookOf(tablesOf(world, names));
    }
    case 'csv': {
      const { flatCsv } = await import('../portable/flat');
      return new Blob([flatCsv(world, names)], { type: 'text/csv;charset=utf-8' });
    }
    case 'markdown': {
      const { markdownOf } = await import('../portable/markdown');
      return new Blob([markdownOf(world, names)], { type: 'text/markdown;charset=utf-8' });
    }
  }
}
