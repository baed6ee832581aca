/** Run by Jest before each test file: there `Date` tells the tests' time, which runs on, not the machine's. */
import { shiftClock } from '../local/frames/shifted-clock';
import { testTime } from './builders/test-date';

shiftClock(Date.parse(testTime()) - Date.now());
