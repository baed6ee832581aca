/**
 * Makes sure of the two things the tests need from the system: a MySQL-family database server and Chromium.
 * As root on a system with apt, installs what is missing; otherwise prints the one command to run and fails.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { hasChromium } from './chromium';

interface Need {
  what: string;
  aptPackage: string;
  /** The package that has it where apt does not know the first. */
  otherwise?: string;
  /** What installs it where there is Homebrew. */
  onMac: string;
  present: () => boolean;
}

function onPath(...names: string[]): boolean {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/libexec'];
  return folders.some((folder) => names.some((name) => existsSync(path.join(folder, name))));
}

const needs: Need[] = [
  {
    what: 'a MySQL-family database server (or WAYMARK_DATABASE_URL)',
    aptPackage: 'mariadb-server',
    onMac: 'brew install mariadb',
    present: () => (process.env['WAYMARK_DATABASE_URL'] ?? '') !== '' || onPath('mariadbd', 'mysqld'),
  },
  {
    what: 'Chromium',
    aptPackage: 'chromium-headless-shell',
    otherwise: 'chromium',
    onMac: 'npx playwright install chromium',
    present: hasChromium,
  },
];

function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
}

/** What apt calls it here: apt installs nothing of a list in which one name is unknown to it. */
function aptNameOf({ aptPackage, otherwise }: Need): string {
  const isKnown = () => spawnSync('apt-cache', ['show', aptPackage], { stdio: 'ignore' }).status === 0;
  return otherwise === undefined || isKnown() ? aptPackage : otherwise;
}

function installWithApt(missing: Need[]): void {
  console.log(
    `Installing ${missing.map(({ what }) => what).join(' and ')} with apt, because the tests need it.`,
  );
  const install = () =>
    run('apt-get', ['install', '-y', '--no-install-recommends', ...missing.map(aptNameOf)]);
  if (!install() && run('apt-get', ['update'])) install();
}

function oneCommand(missing: Need[]): string {
  if (onPath('apt-get')) return `sudo apt-get install -y ${missing.map(aptNameOf).join(' ')}`;
  if (onPath('brew')) return missing.map(({ onMac }) => onMac).join(' && ');
  return `install with your system's package manager: ${missing.map((n) => n.aptPackage).join(', ')}`;
}

function main(): void {
  const missing = () => needs.filter((need) => !need.present());
  const isAptRoot = process.getuid?.() === 0 && onPath('apt-get');
  if (isAptRoot && missing().length > 0) installWithApt(missing());
  const still = missing();
  if (still.length === 0) {
    console.log(`system: ${needs.length} needs checked, all there`);
    return;
  }
  console.error(`Missing: ${still.map((need) => need.what).join('; ')}.\nRun: ${oneCommand(still)}`);
  process.exitCode = 1;
}

main();
