import { SingleBar } from 'cli-progress';

/** Shows how far a stage is: a bar on a terminal, one plain line when piped. Everything goes to standard error. */
export interface Progress {
  /** Starts a stage of `total` units (0 when unknown) and returns its counter. */
  stage(name: string, total: number): Stage;
  notice(message: string): void;
}

export interface Stage {
  advance(count?: number): void;
  /** Ends the stage; `says` replaces the plain count in the closing line. */
  end(says?: string): void;
}

export function terminalProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return {
    notice: (message) => void stream.write(`${message}\n`),
    stage: (name, total) => (stream.isTTY ? barStage(name, total, stream) : plainStage(name, stream)),
  };
}

/** For tests and for programs that show nothing. */
export const silentProgress: Progress = {
  notice: () => {},
  stage: () => ({ advance: () => {}, end: () => {} }),
};

function barStage(name: string, total: number, stream: NodeJS.WriteStream): Stage {
  const format = `${name}  {bar} {value}/{total}  {speed}`;
  const bar = new SingleBar({
    format,
    stream,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  const clock = startClock();
  bar.start(Math.max(total, 1), 0, { speed: '' });
  return {
    advance: (count = 1) => {
      clock.count += count;
      bar.update(clock.count, { speed: clock.rate() });
    },
    end: (says) => {
      bar.stop();
      stream.write(closing(name, clock, says));
    },
  };
}

function plainStage(name: string, stream: NodeJS.WriteStream): Stage {
  const clock = startClock();
  return {
    advance: (count = 1) => {
      clock.count += count;
    },
    end: (says) => void stream.write(closing(name, clock, says)),
  };
}

function startClock() {
  const start = performance.now();
  const clock = {
    count: 0,
    seconds: () => (performance.now() - start) / 1000,
    rate: () =>
      clock.seconds() > 0.05 && clock.count > 0
        ? `${Math.round(clock.count / clock.seconds()).toLocaleString('en')} 件/秒`
        : '',
  };
  return clock;
}

function closing(name: string, clock: ReturnType<typeof startClock>, says?: string): string {
  const speed = clock.rate();
  const tail =
    says ?? (clock.count > 0 ? `${clock.count.toLocaleString('en')}${speed ? `（${speed}）` : ''}` : '完成');
  return `${name}  ${tail}  ${clock.seconds().toFixed(1)} 秒\n`;
}
