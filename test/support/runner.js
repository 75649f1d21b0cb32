import ProcessRunner from 'jest-light-runner/child-process';

/**
 * The light runner answers all its processes when the first of them asks for its settings, and one that has yet to ask
 * then waits for ever. Here each has a channel of its own, which answers whenever it is asked.
 */
export default class Runner extends ProcessRunner {
  constructor(globalConfig, context, options) {
    super(globalConfig, context, options);
    if (this._runtime !== 'child_process') return;
    const runners = this._testRunners;
    const keep = runners.set.bind(runners);
    runners.set = (projectConfig, { pool }) => {
      const workerData = { globalConfig, projectConfig, runtime: this._runtime };
      return keep(projectConfig, { pool, run: ({ path }) => pool.run(path, { channel: channelOf(workerData) }) });
    };
  }
}

/** What carries messages between the runner and one of its processes, for one file. */
function channelOf(workerData) {
  let send;
  return {
    onMessage: (listener) => (send = listener),
    postMessage: (message) => {
      if (message === 'jest-light-runner-get-worker-data') send({ type: 'jest-light-runner-worker-data', workerData });
    },
  };
}
