import './boot/base.css';
import { start } from './boot/start';

void start();
