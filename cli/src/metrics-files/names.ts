/** Names that say how many examples the values beside them rest on. */
const COUNTS =
  /^(?:(?:num|nr|no|number_of|eval|evaluation|test|predict|val|validation|total)_)?(?:n|counts?|support|samples?|examples?|rows?|obs|observations|n_(?:samples?|examples?|rows|obs)|sample_len|effective)$/;
/** What a name ends with that holds the standard error of the metric before it. */
const ERRORS = /^(.+?)[_ .](?:stderr|std_err|std_error|standard_?error|se|sem)$/;
const ERROR = /^(?:stderr|std_err|std_error|standard_?error|se|sem)$/;
/** Numbers of a run: how far and how fast it went, and with what. */
const RUN_ENDS =
  /(?:^|_)(?:epochs?|steps?|iterations?|iters?|(?:samples|steps|tokens|examples|rows|batches|it)_per_(?:second|sec|s)|runtime|seconds|secs|wall_?time|elapsed|timestamp|total_flos|flos|flops|learning_rate|lr|seed|random_state|batch_size|jit_compilation_time|(?:train|training|fit|score|eval|evaluation|total|run|preparation|start|end)_time)$/;
/** Times that are the model's own. */
const LATENCY = /latenc|inference|response|per_request/;
const TRAINING = /(?:^|_)(?:train|training)_(?!set_)|^learn_|_train(?:ing)?$|^(?:train|training|learn)$/;
const PROGRESS = /(?:^|_)(?:epochs?|steps?|iterations?|iters?|rounds?)$/;

/** A name in lower case, with one sign between its words. */
function plain(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '_')
    .replaceAll(/^_|_$/g, '');
}

export function isCountName(name: string): boolean {
  return COUNTS.test(plain(name));
}

export function isErrorName(name: string): boolean {
  return ERROR.test(plain(name));
}

/** The metric whose standard error a name holds; undefined of any other name. */
export function metricOfError(name: string): string | undefined {
  const [, metric] = ERRORS.exec(name.toLowerCase()) ?? [];
  return metric === undefined ? undefined : name.slice(0, metric.length);
}

export function isRunNumber(name: string): boolean {
  return RUN_ENDS.test(plain(name)) && !LATENCY.test(plain(name));
}

/** Whether a name counts the steps of a training, so that rows beside it are one model on its way. */
export function isProgressName(name: string): boolean {
  return PROGRESS.test(plain(name));
}

export function isTrainingNumber(name: string): boolean {
  return TRAINING.test(plain(name));
}
