import { useEffect, useImperativeHandle, useRef, type ComponentProps, type Ref } from 'react';

interface GrowingTextProps extends ComponentProps<'textarea'> {
  value: string;
  field?: Ref<HTMLTextAreaElement>;
}

/** A field as high as its text, one line at first. */
export function GrowingText({ value, field, ...props }: GrowingTextProps) {
  const own = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(field, () => own.current);
  useEffect(() => {
    const element = own.current;
    if (element === null) return undefined;
    const fit = (): void => {
      element.style.height = 'auto';
      element.style.height = `${String(element.scrollHeight)}px`;
    };
    const watch = new ResizeObserver(fit);
    watch.observe(element.parentElement ?? element);
    fit();
    return () => {
      watch.disconnect();
    };
  }, [value]);
  return <textarea {...props} ref={own} rows={1} value={value} />;
}
