import AsyncSelect from '@atlaskit/select/AsyncSelect';
import { useQuery } from '@tanstack/react-query';
import type { AccountId } from '../../../../src/domain/ids';
import { chipsApart } from './chips';
import { base } from '../messages/en/base';
import { useWords } from '../messages/use-words';
import { readPeople, searchPeople } from '../rpc/jira';

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
  const people = useQuery({
    queryKey: ['jira', 'people', value],
    queryFn: () => readPeople(value.slice(0, 100)),
    enabled: value.length > 0,
    placeholderData: (before) => before,
  });
  const names = new Map(people.data?.map(({ accountId, name }) => [accountId, name]));

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
      value={value.map((accountId) => ({
        value: accountId,
        label: names.get(accountId) ?? (people.isFetching ? '…' : t(base.unknownPerson)),
      }))}
      onChange={(options) => onChange(options.map((option) => option.value))}
    />
  );
}
