const never = () => new Promise<void>(() => undefined);

beforeAll(never, 20);

it('hangs', never, 20);

it.each(['row'])('hangs by %s', never, 20);

it('ends', () => undefined, 20);
