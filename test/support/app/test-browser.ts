/** A browser as far as cookies and redirects go. */
export class TestBrowser {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** One answer, to a form where one is sent, with its cookies kept. */
  async open(url: string, headers: Record<string, string> = {}, form?: URLSearchParams): Promise<Response> {
    const { origin } = new URL(url);
    const kept = this.cookies.get(origin) ?? new Map<string, string>();
    const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = form && { method: 'POST', body: form };
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { ...(cookie && { cookie }), ...headers },
      ...sent,
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(set)) kept.delete(name!);
      else kept.set(name!, value!);
    }
    this.cookies.set(origin, kept);
    return answer;
  }

  /** Follows redirects until one leads where `stop` says; answers that address, or null with the last answer. */
  async follow(url: string, stop: (url: string) => boolean): Promise<string> {
    for (let next = url, steps = 0; steps < 15; steps += 1) {
      if (stop(next)) return next;
      const answer = await this.open(next);
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`${next} answered ${answer.status}: ${await answer.text()}`);
      next = new URL(location, next).href;
    }
    throw new Error(`${url} leads round in circles.`);
  }

  cookieOf(origin: string, name: string): string | undefined {
    return this.cookies.get(origin)?.get(name);
  }

  setCookie(origin: string, name: string, value: string): void {
    const kept = this.cookies.get(origin) ?? new Map<string, string>();
    this.cookies.set(origin, kept.set(name, value));
  }
}
