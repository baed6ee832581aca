import { isRecord } from '../../frames/adf';

/** JSON without null and without arrays in arrays (Forge docs, "Macro", "Supported config payload format"). */
export function isConfigValue(value: unknown): boolean {
  if (Array.isArray(value)) {
    return (
      value.every((item) => !Array.isArray(item) && isConfigValue(item)) &&
      new Set(value.map((item) => typeof item)).size <= 1
    );
  }
  if (isRecord(value)) return Object.values(value).every(isConfigValue);
  return value === undefined || ['string', 'number', 'boolean'].includes(typeof value);
}
