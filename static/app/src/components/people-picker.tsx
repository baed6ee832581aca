import AsyncSelect from '@atlaskit/select/AsyncSelect';
import type { AccountId } from '../../../../src/domain/ids';
import { chipsApart } from './chips';
import { base } from '../messages/en/base';
import { useWords, type Words } from '../messages/use-words';
import { searchPeople } from '../rpc/jira';
import type { JiraPerson } from '../rpc/jira-shapes';
import { usePeople, type Seen } from '../rpc/use-jira';
import { nameOf } from './person';

type Option = { value: AccountId; label: string };
type Props = {
  id: string;
  value: AccountId[];
  onChange: (value: AccountId[]) => void;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean;
};

/** Chooses several people by name, as Jira finds them for the viewer. */
export function PeoplePicker({ id, value, onChange, ...aria }: Props) {
  const { t } = useWords();
  const people = usePeople(value);

  async function find(text: string): Promise<Option[]> {
    return (await searchPeople(text)).map(({ accountId, name }) => ({ value: accountId, label: name }));
  }

  return (
    <AsyncSelect<Option, true>
      inputId={id}
      {...(aria['aria-describedby'] === undefined ? {} : { descriptionId: aria['aria-describedby'] })}
      isInvalid={aria['aria-invalid'] ?? false}
      isMulti
      cacheOptions
      defaultOptions
      menuPosition="fixed"
      classNames={chipsApart}
      noOptionsMessage={() => t(base.noPerson)}
      loadingMessage={() => t(base.findingPeople)}
      loadOptions={find}
      value={value.map((accountId, at) => ({ value: accountId, label: labelOf(people[at], t) }))}
      onChange={(options) => onChange(options.map((option) => option.value))}
    />
  );
}

function labelOf(person: Seen<JiraPerson> | undefined, t: Words['t']): string {
  return person === undefined || person.state === 'loading' ? '…' : nameOf(person, t);
}
