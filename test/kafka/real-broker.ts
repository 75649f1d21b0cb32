import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type KeptRecord } from '../support/app/kafka-broker.js';
import { freePort } from '../support/processes/free-port.js';

const run = promisify(execFile);

const POM = join(import.meta.dirname, 'pom.xml');
const [, VERSION] = /<kafka\.version>(.+)<\/kafka\.version>/.exec(readFileSync(POM, 'utf8'))!;
/** Kept for every clone of this user; the version is part of the place. */
const LIBRARY = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'stagegate', 'kafka', VERSION!);
const HEAP = '-Xmx512m';
const LONGEST_OUTPUT = 2 ** 28;

/** A user of the listener that asks for one. */
export const USER = { name: 'stagegate', password: 'as long as it is secret' };

/** A node of Kafka itself, controller and broker in one, from Maven's packages; its topic is read by Kafka's own consumer. */
export class RealBroker {
  private process: ChildProcess | null = null;

  private constructor(
    private readonly folder: string,
    /** Open to all. */
    readonly address: string,
    /** By TLS, and for users alone. */
    readonly guardedAddress: string,
  ) {}

  static async start(): Promise<RealBroker> {
    await install();
    const folder = mkdtempSync(join(tmpdir(), 'stagegate-kafka-'));
    const [open, guarded, controller] = [await freePort(), await freePort(), await freePort()];
    const broker = new RealBroker(folder, `127.0.0.1:${open}`, `localhost:${guarded}`);
    await broker.makeCertificate();
    writeFileSync(broker.settings, settingsOf(folder, { open, guarded, controller }));
    const user = `SCRAM-SHA-512=[name=${USER.name},password=${USER.password}]`;
    await broker.java('kafka.tools.StorageTool', 'format', '-t', CLUSTER, '-c', broker.settings, '--add-scram', user);
    broker.begin();
    return broker;
  }

  /** Who signed for the broker, as PEM. */
  get authority(): string {
    return join(this.folder, 'certificate.pem');
  }

  /** What it said last. */
  get lastWords(): string {
    return readFileSync(join(this.folder, 'broker.log'), 'utf8').slice(-4_000);
  }

  begin(): void {
    const shell = `exec java ${HEAP} -cp '${LIBRARY}/*' kafka.Kafka '${this.settings}' >>'${this.folder}/broker.log' 2>&1`;
    this.process = spawn('sh', ['-c', shell], { stdio: 'ignore' });
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const { process } = this;
    if (process === null || process.exitCode !== null || process.signalCode !== null) return;
    const ended = once(process, 'exit');
    process.kill(signal);
    await ended;
  }

  async stop(): Promise<void> {
    await this.end('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Waits until the broker answers, too. */
  async createTopic(name: string, partitions: number): Promise<void> {
    const topic = ['--topic', name, '--partitions', String(partitions), '--replication-factor', '1'];
    await this.java(
      'org.apache.kafka.tools.TopicCommand',
      '--bootstrap-server',
      this.address,
      '--create',
      '--if-not-exists',
      ...topic,
    );
  }

  /** Every record of a topic, those of a partition in their order; waits until the broker answers. */
  async read(topic: string): Promise<KeptRecord[]> {
    const count = await this.count(topic);
    if (count === 0) return [];
    const shown = ['partition', 'headers', 'key'].flatMap((part) => ['--formatter-property', `print.${part}=true`]);
    const from = ['--bootstrap-server', this.address, '--topic', topic, '--from-beginning'];
    const how = ['--max-messages', String(count), ...shown];
    const text = await this.java('org.apache.kafka.tools.consumer.ConsoleConsumer', ...from, ...how);
    return text.split('\n').flatMap((line) => {
      const [partition, headers, key, value] = line.split('\t');
      if (!partition?.startsWith('Partition:') || value === undefined) return [];
      const named = headers!.split(',').map((header) => header.split(/:(.*)/s, 2));
      return [
        {
          partition: Number(partition.slice('Partition:'.length)),
          key: key!,
          headers: Object.fromEntries(named),
          event: JSON.parse(value),
        },
      ];
    });
  }

  private async count(topic: string): Promise<number> {
    const asked = ['--bootstrap-server', this.address, '--topic', topic];
    const ends = await this.java('org.apache.kafka.tools.GetOffsetShell', ...asked);
    const counts = [...ends.matchAll(/^\S+:\d+:(\d+)$/gm)].map(([, end]) => Number(end));
    return counts.reduce((sum, end) => sum + end, 0);
  }

  private get settings(): string {
    return join(this.folder, 'server.properties');
  }

  private async java(program: string, ...given: string[]): Promise<string> {
    const { stdout } = await run('java', [HEAP, '-cp', `${LIBRARY}/*`, program, ...given], {
      maxBuffer: LONGEST_OUTPUT,
    });
    return stdout;
  }

  private async makeCertificate(): Promise<void> {
    const [key, certificate] = [join(this.folder, 'key.pem'), this.authority];
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
    await run('openssl', [...request, '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', certificate]);
    writeFileSync(join(this.folder, 'store.pem'), readFileSync(key, 'utf8') + readFileSync(certificate, 'utf8'));
  }
}

/** A cluster has to have an id; any will do. */
const CLUSTER = '4L6g3nShT-eMCtK--X86sw';

function settingsOf(folder: string, ports: { open: number; guarded: number; controller: number }): string {
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${ports.controller}`,
    listeners: `OPEN://127.0.0.1:${ports.open},GUARDED://127.0.0.1:${ports.guarded},CONTROLLER://127.0.0.1:${ports.controller}`,
    'advertised.listeners': `OPEN://127.0.0.1:${ports.open},GUARDED://localhost:${ports.guarded}`,
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,OPEN:PLAINTEXT,GUARDED:SASL_SSL',
    'inter.broker.listener.name': 'OPEN',
    'controller.listener.names': 'CONTROLLER',
    'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
    'listener.name.guarded.scram-sha-512.sasl.jaas.config':
      'org.apache.kafka.common.security.scram.ScramLoginModule required;',
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': join(folder, 'store.pem'),
    'log.dirs': join(folder, 'data'),
    'offsets.topic.replication.factor': 1,
    'group.initial.rebalance.delay.ms': 0,
    'auto.create.topics.enable': false,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');
}

/** Another run may install at the same time, so that the folder has its name when all of it is there. */
async function install(): Promise<void> {
  if (existsSync(LIBRARY)) return;
  mkdirSync(join(LIBRARY, '..'), { recursive: true });
  const folder = mkdtempSync(`${LIBRARY}-`);
  await run('mvn', ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`]);
  try {
    renameSync(folder, LIBRARY);
  } catch (error) {
    rmSync(folder, { recursive: true });
    if (!existsSync(LIBRARY)) throw error;
  }
}
