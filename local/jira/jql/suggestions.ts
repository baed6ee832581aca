/** `GET /jql/autocompletedata`: names to suggest while JQL is typed. */
import type { Answer } from '../../site/serve';
import type { Site } from '../../site/site';
import { fieldNames } from './fields';

const RESERVED = ['and', 'or', 'not', 'in', 'is', 'empty', 'null', 'order', 'by', 'was', 'changed'];
const BUILT_IN: readonly (readonly [string, string])[] = [
  ['currentUser()', 'user'],
  ['membersOf("")', 'user'],
  ['now()', 'date'],
  ['startOfWeek()', 'date'],
  ['endOfWeek()', 'date'],
  ['openSprints()', 'sprint'],
  ['closedSprints()', 'sprint'],
  ['futureSprints()', 'sprint'],
  ['standardIssueTypes()', 'issuetype'],
  ['subTaskIssueTypes()', 'issuetype'],
];

export function suggestions(site: Site): Answer {
  const { searchable, jqlFunctions } = site.declared;
  const fields = [...fieldNames(), ...searchable.flatMap(({ alias }) => alias ?? [])].sort();
  return {
    status: 200,
    body: {
      jqlReservedWords: RESERVED,
      visibleFieldNames: fields.map((value) => ({ value, displayName: value })),
      visibleFunctionNames: [
        ...BUILT_IN.map(([value, type]) => ({ value, displayName: value, isList: 'true', types: [type] })),
        ...jqlFunctions.map(({ name, arguments: args }) => {
          const value = args.some(({ required }) => required) ? `${name}("")` : `${name}()`;
          return { value, displayName: value, isList: 'true', types: ['issue'] };
        }),
      ],
    },
  };
}
