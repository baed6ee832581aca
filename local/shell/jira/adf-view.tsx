import type { ReactNode } from 'react';
import Lozenge from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import { useQuery } from '@tanstack/react-query';
import { loadUser } from '../api/jira';
import { adfAttribute, adfText, type AdfNode } from '../../frames/adf';

interface AdfViewProps {
  nodes: readonly AdfNode[];
  /** Draws a macro; without it macros are named only. */
  macro?: (node: AdfNode) => ReactNode;
}

/** Draws the parts of Atlassian Document Format people write and the app exports; the rest is shown as its text. */
export function AdfView({ nodes, macro }: AdfViewProps) {
  return (
    <>
      {nodes.map((node, index) => (
        <Node key={index} node={node} macro={macro} />
      ))}
    </>
  );
}

/** A person by account id, named when the page is drawn; the text beside the id may be missing or out of date. */
function Mention({ accountId, text }: { accountId: string; text: string }): ReactNode {
  const person = useQuery({ queryKey: ['user', accountId], queryFn: () => loadUser(accountId) });
  return <span className="adf-mention">{person.data ? `@${person.data.displayName}` : text}</span>;
}

function Node({ node, macro }: { node: AdfNode; macro: AdfViewProps['macro'] }): ReactNode {
  const inner = (node.content ?? []).map((child, index) => <Node key={index} node={child} macro={macro} />);
  switch (node.type) {
    case 'text':
      return marked(node);
    case 'hardBreak':
      return <br />;
    case 'paragraph':
      return <p>{inner}</p>;
    case 'heading':
      return heading(Number(node.attrs?.['level'] ?? 2), inner);
    case 'bulletList':
      return <ul>{inner}</ul>;
    case 'orderedList':
      return <ol>{inner}</ol>;
    case 'listItem':
      return <li>{inner}</li>;
    case 'taskList':
      return <ul className="adf-tasks">{inner}</ul>;
    case 'taskItem':
      return (
        <li>
          {node.attrs?.['state'] === 'DONE' ? '☑' : '☐'} {inner}
        </li>
      );
    case 'blockquote':
      return <blockquote>{inner}</blockquote>;
    case 'codeBlock':
      return <pre>{adfText(node)}</pre>;
    case 'rule':
      return <hr />;
    case 'panel':
      return <SectionMessage appearance={panelAppearance(node.attrs?.['panelType'])}>{inner}</SectionMessage>;
    case 'status':
      return <Lozenge appearance={statusColour(node.attrs?.['color'])}>{adfAttribute(node, 'text')}</Lozenge>;
    case 'date':
      return <time>{new Date(Number(node.attrs?.['timestamp'])).toLocaleDateString()}</time>;
    case 'mention':
      return <Mention accountId={adfAttribute(node, 'id')} text={adfAttribute(node, 'text')} />;
    case 'emoji':
      return adfAttribute(node, 'text') || adfAttribute(node, 'shortName');
    case 'inlineCard':
      return link(adfAttribute(node, 'url'), adfAttribute(node, 'url'));
    case 'table':
      return (
        <div className="adf-table">
          <table>
            <tbody>{inner}</tbody>
          </table>
        </div>
      );
    case 'tableRow':
      return <tr>{inner}</tr>;
    case 'tableHeader':
      return <th>{inner}</th>;
    case 'tableCell':
      return <td>{inner}</td>;
    case 'expand':
    case 'nestedExpand':
      return (
        <details className="adf-expand">
          <summary>{adfAttribute(node, 'title') || 'Details'}</summary>
          {inner}
        </details>
      );
    case 'extension':
      return macro?.(node) ?? <p>Macro: {adfAttribute(node, 'extensionKey')}</p>;
    default:
      return inner.length > 0 ? <>{inner}</> : adfText(node);
  }
}

function heading(level: number, inner: ReactNode): ReactNode {
  if (level <= 1) return <h2 className="adf-h1">{inner}</h2>;
  if (level === 2) return <h2>{inner}</h2>;
  if (level === 3) return <h3>{inner}</h3>;
  return <h4>{inner}</h4>;
}

function marked(node: AdfNode): ReactNode {
  return (node.marks ?? []).reduce<ReactNode>((inner, mark) => {
    switch (mark.type) {
      case 'strong':
        return <strong>{inner}</strong>;
      case 'em':
        return <em>{inner}</em>;
      case 'code':
        return <code>{inner}</code>;
      case 'strike':
        return <s>{inner}</s>;
      case 'underline':
        return <u>{inner}</u>;
      case 'link':
        return link(adfAttribute(mark, 'href'), inner);
      default:
        return inner;
    }
  }, node.text ?? '');
}

/** Only web addresses and paths of this site become links. */
function link(href: string, inner: ReactNode): ReactNode {
  return /^(https?:\/\/|\/)/.test(href) ? <a href={href}>{inner}</a> : inner;
}

function panelAppearance(type: unknown): 'information' | 'success' | 'warning' | 'error' | 'discovery' {
  switch (type) {
    case 'success':
      return 'success';
    case 'warning':
      return 'warning';
    case 'error':
      return 'error';
    case 'note':
      return 'discovery';
    default:
      return 'information';
  }
}

function statusColour(colour: unknown): 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success' {
  switch (colour) {
    case 'blue':
      return 'inprogress';
    case 'green':
      return 'success';
    case 'yellow':
      return 'moved';
    case 'red':
      return 'removed';
    case 'purple':
      return 'new';
    default:
      return 'default';
  }
}
