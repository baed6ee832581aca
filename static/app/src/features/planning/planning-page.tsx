import AsyncSelect from '@atlaskit/select/AsyncSelect';
import Heading from '@atlaskit/heading';
import { useSearchParams } from 'react-router';
import type { ProjectId } from '../../../../../src/domain/ids';
import { Field } from '../../components/field';
import { planning as texts } from '../../messages/en/planning';
import { useWords } from '../../messages/use-words';
import { searchProjects } from '../../rpc/jira-projects';
import { placeOfAddress } from './planning-place';
import { PlanningReview } from './planning-review';
import styles from './planning.module.css';

type Option = { value: ProjectId; label: string };

/** The review as a page: of what its address names, else of the project it stands in, else of a project chosen here. */
export function PlanningPage({ projectId }: { projectId: ProjectId | null }) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const place = placeOfAddress(params, projectId);
  if (place !== null) return <PlanningReview key={params.toString()} place={place} />;
  return (
    <main className={styles.page}>
      <Heading size="large" as="h1">
        {t(texts.title)}
      </Heading>
      <div className={styles.form}>
        <Field label={t(texts.chooseProject)} hint={t(texts.chooseProjectWhy)}>
          {({ id }) => (
            <AsyncSelect<Option>
              inputId={id}
              cacheOptions
              defaultOptions
              placeholder={t(texts.findProject)}
              loadOptions={async (text) =>
                (await searchProjects(text)).map(({ id: value, key, name }) => ({
                  value,
                  label: `${name} (${key})`,
                }))
              }
              value={null}
              onChange={(option) => {
                if (option !== null) setParams({ of: 'project', project: option.value });
              }}
            />
          )}
        </Field>
      </div>
    </main>
  );
}
