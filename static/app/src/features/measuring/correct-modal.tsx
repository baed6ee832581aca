import type { CheckIn } from '../../../../../src/domain/check-in';
import type { CheckInId, KeyResultId } from '../../../../../src/domain/ids';
import { allStanding, type Stood } from '../../components/how-it-stands';
import { Read } from '../../components/read';
import { useAct } from '../../rpc/use-act';
import { useCall } from '../../rpc/use-call';
import { CorrectForm } from './correct-form';

/** Says that a recorded value was wrong, what it should have been, and why. */
export function CorrectModal({ keyResultId, checkInId }: { keyResultId: KeyResultId; checkInId: CheckInId }) {
  const reading = useCall('key-result.read', { id: keyResultId });
  return (
    <Read reading={reading}>
      {(page) => {
        const of = allStanding(page)[0];
        const checkIn = of?.keyResult.checkIns.find(({ id }) => id === checkInId);
        const turn = page.corrections.filter(({ about }) => about === checkInId).length + 1;
        return of && checkIn && <Correct of={of} checkIn={checkIn} turn={turn} />;
      }}
    </Read>
  );
}

function Correct({ of, checkIn, turn }: { of: Stood; checkIn: CheckIn; turn: number }) {
  const { id: keyResultId, key, definition } = of.keyResult;
  const act = useAct('check-in.correct');
  return (
    <CorrectForm
      name={key}
      value={checkIn.value}
      on={checkIn.day}
      today={of.today}
      unit={definition.unit}
      act={act}
      onSave={async (value, why) => {
        const said = { keyResultId, checkInId: checkIn.id, turn, value, why };
        const answer = await act.run(({ id }) => ({ id: id(), ...said }));
        return answer?.ok === true;
      }}
    />
  );
}
