import AsyncSelect from '@atlaskit/select/AsyncSelect';
import { useQuery } from '@tanstack/react-query';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { LoadFailure } from '../../components/load-failure';
import { importing } from '../../messages/en/import';
import { useWords } from '../../messages/use-words';
import { issueTypesOf, projectsToCreateIn } from '../../rpc/jira-create';
import { readProjects, type JiraProject } from '../../rpc/jira-projects';
import form from '../objective/form.module.css';
import type { IssueTarget } from './draft';
import { likelyType } from './likely-type';

type Props = {
  value: IssueTarget | null;
  error?: string | null;
  onChoose: (target: IssueTarget) => void;
};
type Option = { value: JiraProject; label: string };

/** The project and type of new issues, among those the viewer may create. */
export function IssueTargetFields({ value, error = null, onChoose }: Props) {
  const { t } = useWords();
  const projectId = value?.projectId ?? null;
  const project = useQuery({
    queryKey: ['jira', 'project', projectId],
    queryFn: async () => (projectId === null ? null : ((await readProjects([projectId]))[0] ?? null)),
  });
  const types = useQuery({
    queryKey: ['jira', 'issue-types', projectId],
    queryFn: () => (projectId === null ? [] : issueTypesOf(projectId)),
  });

  async function choose(chosen: JiraProject) {
    // Without its types the project is chosen all the same; the field below says that they are missing.
    const found = await issueTypesOf(chosen.id).catch(() => []);
    onChoose({ projectId: chosen.id, typeId: likelyType(found)?.id ?? '' });
  }

  return (
    <div className={form.pair}>
      <Field label={t(importing.project)} error={error}>
        {({ id, 'aria-invalid': isInvalid }) => (
          <AsyncSelect<Option>
            inputId={id}
            isInvalid={isInvalid}
            cacheOptions
            defaultOptions
            menuPosition="fixed"
            placeholder={t(importing.chooseProject)}
            noOptionsMessage={() => t(importing.noProject)}
            loadOptions={async (text: string) => (await projectsToCreateIn(text)).map(optionOf)}
            getOptionValue={(option) => option.value.id}
            value={project.data ? optionOf(project.data) : null}
            onChange={(option) => {
              if (option !== null) void choose(option.value);
            }}
          />
        )}
      </Field>
      {value !== null && types.data && (
        <Choice
          label={t(importing.issueType)}
          value={value.typeId}
          options={types.data.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(typeId) => onChoose({ ...value, typeId })}
        />
      )}
      {types.isError && (
        <LoadFailure detail={t(importing.issueTypesFailed)} onRetry={() => void types.refetch()} />
      )}
    </div>
  );
}

function optionOf(project: JiraProject): Option {
  return { value: project, label: `${project.name} (${project.key})` };
}
