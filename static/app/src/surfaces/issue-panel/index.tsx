import { Waiting } from '../../components/waiting';

export default function Surface() {
  return <Waiting />;
}
