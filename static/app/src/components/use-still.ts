import { useEffect, useRef, useState, type RefObject } from 'react';

/** What is pressed where it stands. */
const pressable = 'a, button, label, [role="option"]';

/**
 * The value, but while somebody reaches for something outside of `own` with a mouse or a finger the one before: what changes height on a
 * page moves what stands below it, under a pointer that is about to press. Pressing it, leaving it and typing end
 * the wait.
 */
export function useStill<T>(value: T, own: RefObject<Element | null>): T {
  const [still, setStill] = useState(value);
  const latest = useRef(value);
  const isReaching = useRef(false);

  useEffect(() => {
    latest.current = value;
    if (!isReaching.current) setStill(value);
  }, [value]);

  useEffect(() => {
    const reaches = (now: boolean) => {
      isReaching.current = now;
      if (!now) setStill(latest.current);
    };
    const pointed = ({ target }: PointerEvent) => {
      const aim = target instanceof Element ? target.closest(pressable) : null;
      reaches(aim !== null && own.current?.contains(aim) !== true);
    };
    const released = () => reaches(false);
    const heard = new AbortController();
    const { signal } = heard;
    document.addEventListener('pointermove', pointed, { signal });
    document.addEventListener('pointerdown', pointed, { signal });
    document.addEventListener('click', released, { signal });
    document.addEventListener('input', released, { signal });
    document.addEventListener('keydown', released, { signal });
    return () => heard.abort();
  }, [own]);

  return still;
}
