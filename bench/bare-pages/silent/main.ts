/** A bare page that waits for nobody: no bridge, no call. */
import { show } from '../parts';

show('Learners who finish their first lesson');
