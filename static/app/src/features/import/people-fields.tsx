import type { AccountId, ProjectId } from '../../../../../src/domain/ids';
import { Field } from '../../components/field';
import { PersonPicker } from '../../components/person-picker';
import { importing } from '../../messages/en/import';
import { useWords } from '../../messages/use-words';
import form from '../objective/form.module.css';
import pages from '../pages/pages.module.css';

type Props = {
  names: string[];
  people: ReadonlyMap<string, AccountId>;
  project: ProjectId | undefined;
  onPerson: (name: string, person: AccountId | null) => void;
};

/** Who the names in the document are. */
export function PeopleFields({ names, people, project, onPerson }: Props) {
  const { t } = useWords();
  return (
    <>
      <p className={pages.quiet}>{t(importing.peopleWhy)}</p>
      <div className={form.pair}>
        {names.map((name) => (
          <Field key={name} label={t(importing.whoIs, { name })}>
            {(wiring) => (
              <PersonPicker
                {...wiring}
                project={project}
                value={people.get(name) ?? null}
                onChange={(person) => onPerson(name, person)}
              />
            )}
          </Field>
        ))}
      </div>
    </>
  );
}
