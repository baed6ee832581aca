import { useQuery } from '@tanstack/react-query';
import { TextField } from '../../components/text-field';
import { useDebounced } from '../../components/use-debounced';
import { settingsWords } from '../../messages/en/settings';
import { useWords } from '../../messages/use-words';
import { searchProjects } from '../../rpc/jira-projects';
import form from '../objective/form.module.css';
import type { FieldsProps } from './fields-props';
import { Group } from './group';
import type { SettingsDraft } from './settings-draft';

/** A pause in the typing, in milliseconds, before Jira is asked. */
const pause = 400;

type Props = FieldsProps & {
  /** What stands: nobody's question any more. */
  saved: Pick<SettingsDraft, 'objectivePrefix' | 'keyResultPrefix'>;
};

/** The letters of the short keys people say; those of a Jira project would be read as its issues. */
export function KeyFields(props: Props) {
  const { t } = useWords();
  const { draft, isDisabled } = props;
  const said = { objective: draft.objectivePrefix, keyResult: draft.keyResultPrefix };
  return (
    <Group title={t(settingsWords.keys)} why={t(settingsWords.keysWhy, said)} isDisabled={isDisabled}>
      <div className={form.pair}>
        <Prefix {...props} name="objectivePrefix" />
        <Prefix {...props} name="keyResultPrefix" />
      </div>
    </Group>
  );
}

function Prefix({
  name,
  draft,
  saved,
  change,
  errorOf,
}: Props & { name: 'objectivePrefix' | 'keyResultPrefix' }) {
  const { t } = useWords();
  const letters = draft[name].trim();
  const project = useProjectWithKey(letters === saved[name] ? '' : letters);
  return (
    <TextField
      label={t(settingsWords[name])}
      hint={project === null ? '' : t(settingsWords.prefixTaken, { project })}
      isNews
      value={draft[name]}
      error={errorOf(name)}
      onText={(text) => change({ [name]: text.toUpperCase() })}
    />
  );
}

/** The Jira project whose issues have keys with these letters, of those the viewer sees; null while nobody knows of one. */
function useProjectWithKey(letters: string): string | null {
  const settled = useDebounced(letters, pause);
  const found = useQuery({
    queryKey: ['jira', 'project-with-key', settled],
    queryFn: () => searchProjects(settled),
    enabled: settled !== '' && settled === letters,
  });
  return found.data?.find(({ key }) => key === letters)?.name ?? null;
}
