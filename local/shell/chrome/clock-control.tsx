import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { DatePicker } from '@atlaskit/datetime-picker';
import CalendarIcon from '@atlaskit/icon/core/calendar';
import Modal, {
  CloseButton,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { format } from 'date-fns';
import { formatDay, moveClock, siteNow } from '../site/clock';

/** The site's date, and the way to move it: measurements, freshness and schedules follow. */
export function ClockControl() {
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState(() => format(siteNow(), 'yyyy-MM-dd'));
  const close = (): void => {
    setOpen(false);
  };
  const jump = (days: number): void => {
    setDay(format(new Date(siteNow().getTime() + days * 86_400_000), 'yyyy-MM-dd'));
  };
  const move = (): void => {
    const time = format(siteNow(), 'HH:mm:ss');
    void moveClock(new Date(`${day}T${time}`));
  };

  return (
    <>
      <Button
        appearance="subtle"
        iconBefore={CalendarIcon}
        aria-label={`Date of this site: ${formatDay(siteNow())}. Change`}
        onClick={() => {
          setOpen(true);
        }}
      >
        {formatDay(siteNow())}
      </Button>
      <ModalTransition>
        {open && (
          <Modal onClose={close} width="small">
            <ModalHeader>
              <ModalTitle>Move the site’s date</ModalTitle>
              <CloseButton label="Close" onClick={close} />
            </ModalHeader>
            <ModalBody>
              <div className="clock-control">
                <p>Everything on this site, the app included, takes this day as today.</p>
                <DatePicker label="Date of this site" value={day} onChange={setDay} weekStartDay={1} />
                <div className="clock-control__jumps">
                  <Button
                    spacing="compact"
                    onClick={() => {
                      jump(1);
                    }}
                  >
                    A day on
                  </Button>
                  <Button
                    spacing="compact"
                    onClick={() => {
                      jump(7);
                    }}
                  >
                    A week on
                  </Button>
                  <Button
                    spacing="compact"
                    onClick={() => {
                      jump(28);
                    }}
                  >
                    Four weeks on
                  </Button>
                </div>
              </div>
            </ModalBody>
            <ModalFooter>
              <Button appearance="subtle" onClick={() => void moveClock(null)}>
                Back to this machine’s date
              </Button>
              <Button appearance="primary" onClick={move}>
                Move
              </Button>
            </ModalFooter>
          </Modal>
        )}
      </ModalTransition>
    </>
  );
}
