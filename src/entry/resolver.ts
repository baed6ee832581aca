import Resolver, { type Request } from '@forge/resolver';
import { calls } from '../contract/calls';
import { refuse } from '../contract/result';
import { isAccountId } from '../domain/ids';
import { answerCall, isCallName } from './answer-call';
import { dependenciesFor } from './dependencies';

/** Everything Forge hands over beside the payload comes from Forge, never from the page (design §5 "Identity"). */
function callerOf({ context }: Pick<Request, 'context'>) {
  const accountId: unknown = context.accountId;
  const installation: unknown = context.installContext;
  if (!isAccountId(accountId)) return null;
  return {
    accountId,
    installation: typeof installation === 'string' ? installation : '',
    dependencies: dependenciesFor,
  };
}

const resolver = new Resolver();
for (const name of Object.keys(calls).filter(isCallName)) {
  resolver.define(name, async (request: Request) => {
    const caller = callerOf(request);
    if (!caller) return refuse('not-allowed', 'Log in to Jira to use Waymark.');
    return answerCall(name, request.payload, caller);
  });
}
const definitions = resolver.getDefinitions();

/** Every call of the user interface. A name that is not in the call table never reaches the resolver of Forge. */
export const resolve: typeof definitions = async (invocation, platform) => {
  // The resolver of Forge looks names up with `in`, and so would answer `constructor`.
  if (!isCallName(invocation.call.functionKey)) throw new Error('Waymark has no such call. Reload the page.');
  return definitions(invocation, platform);
};
