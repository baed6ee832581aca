import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Directory } from '../../../../../src/contract/calls';
import type { TeamId } from '../../../../../src/domain/ids';
import { EmptyState } from '../../components/empty-state';
import { Read } from '../../components/read';
import { TextField } from '../../components/text-field';
import { organisation as texts } from '../../messages/en/organisation';
import { pages } from '../../messages/en/pages';
import { useWords } from '../../messages/use-words';
import { useCall } from '../../rpc/use-call';
import page from '../pages/pages.module.css';
import { ArchivedTeams } from './archived-teams';
import { Direction } from './direction';
import { NewTeamPart } from './new-team-part';
import { isFound, teamAndAbove, teamForest, teamsFound, type SavedTeam } from './team-forest';
import { TeamNodes, type OpenTeam } from './team-nodes';
import styles from './team.module.css';

/** Up to so many teams are all shown at once; of more, the top ones first. */
const shownAtOnce = 40;
/** From so many on a field finds them. */
const searchedFrom = 8;

/** The organisation: its mission, and its teams as a tree. What is searched for is in the address. */
export function TeamsPage() {
  const reading = useCall('directory.read', {});
  return (
    <main className={page.page}>
      <Read reading={reading}>{(directory) => <Teams directory={directory} />}</Read>
    </main>
  );
}

function Teams({ directory }: { directory: Directory }) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<OpenTeam | null>(null);
  const active = directory.teams.filter(({ archived }) => !archived);
  const [folded, setFolded] = useState<ReadonlyMap<TeamId, boolean>>(new Map());
  const [allOpen, setAllOpen] = useState(active.length <= shownAtOnce);
  const text = params.get('find') ?? '';
  const { shown, found } = teamsFound(active, text);
  // What was searched for is shown where it stands.
  const isOpen = (id: TeamId) => text.trim() !== '' || (folded.get(id) ?? allOpen);
  const find = (typed: string) => setParams(typed === '' ? {} : { find: typed }, { replace: true });
  function show(saved: SavedTeam) {
    const { parentId } = saved;
    const above = parentId === null ? [] : teamAndAbove(parentId, active);
    setFolded((now) => new Map([...now, ...above.map((id) => [id, true] as const)]));
    // What was searched for would hide it.
    if (!isFound(saved, text)) find('');
  }
  const foldAll = (to: boolean) => {
    setFolded(new Map());
    setAllOpen(to);
  };
  const add = directory.me.canAddTeam && !adding && (
    <Button appearance="primary" onClick={() => setAdding(true)}>
      {t(pages.addTeam)}
    </Button>
  );
  return (
    <>
      <div className={page.line}>
        <div className={page.what}>
          <Heading size="large" as="h1">
            {t(pages.teams)}
          </Heading>
          <p className={page.lead}>{t(texts.lead)}</p>
        </div>
        {directory.teams.length > 0 && add}
      </div>
      <Direction directory={directory} />
      {adding && (
        <NewTeamPart directory={directory} above={null} onDone={() => setAdding(false)} onSaved={show} />
      )}
      {directory.teams.length === 0 && !adding && (
        <EmptyState title={t(pages.noTeams)} action={add}>
          <p>{t(pages.noTeamsWhy)}</p>
        </EmptyState>
      )}
      {active.length >= searchedFrom && (
        <div className={styles.bar} role="search">
          <div className={styles.find}>
            <TextField label={t(texts.filter)} value={text} onText={find} />
          </div>
          <Button appearance="subtle" onClick={() => foldAll(!allOpen)}>
            {t(allOpen ? texts.closeAll : texts.openAll)}
          </Button>
          {text.trim() !== '' && (
            <p role="status" className={page.quiet}>
              {t(texts.found, { count: found, all: active.length })}
            </p>
          )}
        </div>
      )}
      <TeamNodes
        nodes={teamForest(shown)}
        directory={directory}
        isOpen={isOpen}
        onFold={(id) => setFolded((now) => new Map([...now, [id, !isOpen(id)]]))}
        open={open}
        onOpen={setOpen}
        onSaved={show}
        isTop
      />
      <ArchivedTeams teams={directory.teams.filter(({ archived }) => archived)} />
    </>
  );
}
