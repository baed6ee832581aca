import { useRef, useState } from 'react';
import Textfield from '@atlaskit/textfield';
import { useQuery } from '@tanstack/react-query';
import { loadJqlNames } from '../api/jira';

const shown = 6;

/** A box for JQL that suggests the names of fields and functions for the word being typed at its end. */
export function JqlField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const box = useRef<HTMLInputElement>(null);
  const [typing, setTyping] = useState(false);
  const names = useQuery({ queryKey: ['jql-names'], queryFn: loadJqlNames, staleTime: Infinity });
  const word = /[A-Za-z][\w.]*$/.exec(value)?.[0] ?? '';
  const fitting =
    typing && word.length > 1
      ? (names.data ?? []).filter(
          (name) => name.toLowerCase().startsWith(word.toLowerCase()) && name !== word,
        )
      : [];

  function take(name: string): void {
    const next = value.slice(0, value.length - word.length) + name;
    onChange(next);
    setTyping(false);
    const field = box.current;
    // Between the quotes of a function that takes something, else at the end.
    const at = name.endsWith('("")') ? next.length - 2 : next.length;
    field?.focus();
    requestAnimationFrame(() => field?.setSelectionRange(at, at));
  }

  return (
    <div
      className="jql__field"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setTyping(false);
      }}
    >
      <Textfield
        aria-label="JQL"
        ref={box}
        isMonospaced
        autoComplete="off"
        value={value}
        onChange={(event) => {
          const { value: next, selectionStart } = event.currentTarget;
          setTyping(selectionStart === next.length);
          onChange(next);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyping(false);
        }}
      />
      {fitting.length > 0 && (
        <ul className="jql__names" aria-label="Suggestions">
          {fitting.slice(0, shown).map((name) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => {
                  take(name);
                }}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
