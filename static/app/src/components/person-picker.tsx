import AsyncSelect from '@atlaskit/select/AsyncSelect';
import type { AccountId } from '../../../../src/domain/ids';
import { base } from '../messages/en/base';
import { useWords } from '../messages/use-words';
import { assignablePeople, searchPeople } from '../rpc/jira';
import { usePerson } from '../rpc/use-jira';
import { nameOf } from './person';

type Option = { value: AccountId; label: string };
type Props = {
  id: string;
  value: AccountId | null;
  onChange: (value: AccountId | null) => void;
  /** A Jira project whose people are suggested first, by key or id. */
  project?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean;
};

/** Chooses a person by name, as Jira finds them for the viewer. */
export function PersonPicker({ id, value, onChange, project, ...aria }: Props) {
  const { t } = useWords();
  const person = usePerson(value);
  const label = nameOf(person, t);

  async function find(text: string): Promise<Option[]> {
    const people =
      project !== undefined && text === '' ? await assignablePeople(project) : await searchPeople(text);
    return people.map(({ accountId, name }) => ({ value: accountId, label: name }));
  }

  return (
    <AsyncSelect<Option>
      inputId={id}
      {...(aria['aria-describedby'] === undefined ? {} : { descriptionId: aria['aria-describedby'] })}
      isInvalid={aria['aria-invalid'] ?? false}
      isClearable
      cacheOptions
      defaultOptions
      placeholder={t(base.choosePerson)}
      noOptionsMessage={() => t(base.noPerson)}
      loadingMessage={() => t(base.findingPeople)}
      loadOptions={find}
      menuPosition="fixed"
      value={value === null ? null : { value, label: person.state === 'loading' ? '' : label }}
      onChange={(option) => onChange(option?.value ?? null)}
    />
  );
}
