import path from 'node:path';

/** What a gate looked at and what it found. `read` says how many of what, so that a gate that looked at nothing shows. */
export interface GateReport {
  gate: string;
  read: { what: string; count: number }[];
  problems: string[];
}

/** True when the gate read something of each kind and found nothing wrong. */
export function passed(report: GateReport): boolean {
  return (
    report.problems.length === 0 && report.read.length > 0 && report.read.every(({ count }) => count > 0)
  );
}

/** One paragraph for a person: the problems first, then what was read. */
export function describeReport(report: GateReport): string {
  const read = report.read.map(({ what, count }) => `${count} ${what}`).join(', ');
  const blind = report.read
    .filter(({ count }) => count === 0)
    .map(({ what }) => `${report.gate} read no ${what}`);
  return [
    ...report.problems,
    ...blind,
    `${report.gate}: ${read} read, ${report.problems.length} problems`,
  ].join('\n');
}

/** Runs a gate from the command line on the folder given, or on the current one, and sets the exit code. */
export function runGate(gate: (appDir: string) => Promise<GateReport>): void {
  gate(path.resolve(process.argv[2] ?? '.')).then(
    (report) => {
      console.log(describeReport(report));
      process.exitCode = passed(report) ? 0 : 1;
    },
    (error: unknown) => {
      console.error(error);
      process.exitCode = 2;
    },
  );
}
