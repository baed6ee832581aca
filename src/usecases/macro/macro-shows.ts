import type { Parsed } from '../../contract/calls';
import type { OkrFilter } from '../../storage/okr-filter';

/** What a macro is configured to show, as the one query takes it. */
export function filterOf(show: Parsed<'macro.read'>['show']): OkrFilter {
  switch (show.kind) {
    case 'objective':
      return { by: 'objective', id: show.id };
    case 'key-result':
      return { by: 'key-results', ids: [show.id] };
    case 'team':
      return { by: 'place', teamIds: [show.id], cycleId: show.cycleId };
    case 'cycle':
      return { by: 'place', teamIds: null, cycleId: show.id };
  }
}
