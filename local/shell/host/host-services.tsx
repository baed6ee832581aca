import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import Flag, { AutoDismissFlag } from '@atlaskit/flag';
import { FlagGroup } from '@atlaskit/flag/flag-group';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { useNavigate } from 'react-router';
import { CreateIssueDialog } from '../jira/create-issue-dialog';
import { IssueDialog } from '../jira/issue-dialog';
import { AppModal } from './app-modal';
import { FlagIcon } from './flag-icon';
import type { FlagOptions, HostServices, ModalOptions } from './frame-host';

const ServicesContext = createContext<HostServices | undefined>(undefined);

interface CreateRequest {
  values: Readonly<Record<string, unknown>>;
  onClose(issueIds: readonly string[]): void;
}

/** What the site does for frames and for its own pages: flags, dialogs, going elsewhere. */
export function useHostServices(): HostServices {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error('A frame was drawn outside the site.');
  return services;
}

export function HostServicesProvider({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [flags, setFlags] = useState<readonly FlagOptions[]>([]);
  const [modals, setModals] = useState<readonly ModalOptions[]>([]);
  const [creating, setCreating] = useState<CreateRequest>();
  const [viewing, setViewing] = useState<{ issueKey: string; onClose: () => void }>();

  const services = useMemo<HostServices>(
    () => ({
      showFlag: (flag) => {
        setFlags((shown) => [flag, ...shown.filter(({ id }) => id !== flag.id)]);
      },
      closeFlag: (id) => {
        setFlags((shown) => shown.filter((flag) => flag.id !== id));
      },
      openModal: (options) => {
        setModals((open) => [...open.filter(({ key }) => key !== options.key), options]);
      },
      closeModal: (key) => {
        setModals((open) => open.filter((modal) => modal.key !== key));
      },
      openCreateIssue: (values, onClose) => {
        setCreating({ values, onClose });
      },
      openIssue: (issueKey, onClose) => {
        setViewing({ issueKey, onClose });
      },
      navigate: (path) => void navigate(path),
      refresh: () => void queries.invalidateQueries(),
    }),
    [navigate, queries],
  );

  const closeModal = (modal: ModalOptions, payload: unknown): void => {
    services.closeModal(modal.key);
    modal.onClose(payload);
  };

  return (
    <ServicesContext.Provider value={services}>
      {children}
      <ModalTransition>
        {modals.map((modal) => (
          <AppModal
            key={modal.key}
            options={modal}
            onClose={(payload) => {
              closeModal(modal, payload);
            }}
          />
        ))}
      </ModalTransition>
      <ModalTransition>
        {creating !== undefined && (
          <CreateIssueDialog
            values={creating.values}
            onClose={(issueIds) => {
              setCreating(undefined);
              creating.onClose(issueIds);
            }}
          />
        )}
      </ModalTransition>
      <ModalTransition>
        {viewing !== undefined && (
          <IssueDialog
            issueKey={viewing.issueKey}
            onClose={() => {
              setViewing(undefined);
              viewing.onClose();
            }}
          />
        )}
      </ModalTransition>
      <FlagGroup
        onDismissed={(id) => {
          services.closeFlag(id);
        }}
      >
        {flags.map((flag) => {
          const Shown = flag.isAutoDismiss ? AutoDismissFlag : Flag;
          return (
            <Shown
              key={flag.id}
              id={flag.id}
              title={flag.title}
              description={flag.description}
              appearance="normal"
              icon={<FlagIcon type={flag.type} />}
              actions={flag.actions.map(({ text, onClick }) => ({
                content: text,
                onClick: () => void onClick(),
              }))}
            />
          );
        })}
      </FlagGroup>
    </ServicesContext.Provider>
  );
}
