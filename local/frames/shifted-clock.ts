/**
 * Makes `Date` tell the site's time in this page: the machine's time plus `offset` milliseconds. Dates built
 * from parts or from text are as ever.
 */
export function shiftClock(offset: number): void {
  if (!Number.isFinite(offset) || Math.abs(offset) < 1000) return;
  const MachineDate = Date;
  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, args: unknown[], newTarget) => {
      const parts = args.length === 0 ? [target.now() + offset] : args;
      const made: unknown = Reflect.construct(target, parts, newTarget);
      return made instanceof MachineDate ? made : new MachineDate(target.now() + offset);
    },
    apply: (target) => new target(target.now() + offset).toString(),
    get: (target, property, receiver): unknown =>
      property === 'now' ? () => target.now() + offset : Reflect.get(target, property, receiver),
  });
}
