import { ContainerExit, Event, Verbs } from './messages';
export * from './messages';

export class QuiltError extends Error {
  code: string;
  retryable: boolean;
  detail: { step?: string; errno?: number; oldest?: number };
}

export type Data = string | Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

export interface Completed {
  /** null when a signal ended it, or nobody knows. */
  code: number | null;
  out: Buffer;
  err: Buffer;
  exit: ContainerExit | null;
}

export class Stream implements AsyncIterable<{ stream: 'stdout' | 'stderr'; data: Buffer }> {
  exit: ContainerExit | null;
  /** Bytes that were dropped before they could be read. */
  dropped: number;
  readonly container: string;
  collect(): Promise<Completed>;
  [Symbol.asyncIterator](): AsyncIterator<{ stream: 'stdout' | 'stderr'; data: Buffer }>;
}

type Spec = Omit<Verbs['container.run']['args'], 'image' | 'argv' | 'attach' | 'stdin'> & { input?: Data; idem?: string };
type ExecMore = Omit<Verbs['exec.start']['args'], 'container' | 'argv' | 'exec_id' | 'stdin' | 'detach'> & { input?: Data; execId?: string };

export class Client {
  constructor(runDir?: string);
  call<V extends keyof Verbs>(verb: V, args?: Verbs[V]['args'], options?: { idem?: string; timeoutMs?: number }): Promise<Verbs[V]['reply']>;
  run(image: string, argv: string[], spec?: Partial<Spec>): Stream;
  logs(container: string, wish?: Partial<Verbs['container.logs']['args']>): Stream;
  attach(container: string, wish?: Partial<Verbs['container.attach']['args']> & { input?: Data }): Stream;
  execStream(container: string, argv: string[], more?: Partial<ExecMore>): Stream;
  exec(container: string, argv: string[], more?: Partial<ExecMore>): Promise<Completed>;
  execDetached(container: string, argv: string[], more?: Partial<ExecMore>): Promise<string>;
  execRead(container: string, execId: string, where?: { offset?: number }): Stream;
  copyOut(container: string, ...paths: string[]): AsyncIterable<Buffer>;
  copyIn(container: string, path: string, archive: Data): Promise<void>;
  events(since?: number, which?: { container?: string; follow?: boolean }): AsyncIterable<Event>;
}
