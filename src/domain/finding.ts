/** What the rules say about something a person typed. */
export type Finding = {
  /** Path of the field, such as `metric.target` or `checkpoints.0.on`. */
  field: string;
  /** A `refusal` cannot be saved; a `warning` asks a question and goes ahead. */
  severity: 'refusal' | 'warning';
  /** One sentence, saying what to do. */
  message: string;
};

export function refusal(field: string, message: string): Finding {
  return { field, severity: 'refusal', message };
}

export function warning(field: string, message: string): Finding {
  return { field, severity: 'warning', message };
}

/** The first finding that cannot be saved; null when all can. */
export function firstRefusal(findings: readonly Finding[]): Finding | null {
  return findings.find(({ severity }) => severity === 'refusal') ?? null;
}

/** Larger numbers lose their last digits, and their differences may not be finite. */
const largest = 1e15;

/** Says what is wrong with a number; null when it is a finite one that Waymark can keep. */
export function checkNumber(field: string, value: unknown, what: string): Finding | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return refusal(field, `Write ${what} as a number, with digits only.`);
  }
  if (Math.abs(value) > largest) {
    return refusal(field, `This number is too large: use a larger unit for ${what}.`);
  }
  return null;
}
