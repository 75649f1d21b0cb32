export class LivenessResponse {
  /** Always `alive`: the process runs, answers, and is not stuck. */
  status: 'alive';
}

export class ReadinessResponse {
  /** Always `ready`: the database answers, has every migration and takes changes. */
  status: 'ready';

  /** What an operator should look at, in sentences; requests are served all the same. Absent when there is nothing. */
  warnings?: string[];
}
