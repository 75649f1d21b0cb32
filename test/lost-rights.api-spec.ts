import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { ACCURACY_POLICY, type Fields, guardedModel, Person, type Team, teamOf } from './support/app/registry.js';
import { TestIssuer } from './support/app/test-issuer.js';

let app: TestApp;
let issuer: TestIssuer;
let team: Team;

beforeAll(async () => {
  issuer = await TestIssuer.start();
  const issuers = [{ name: 'corp', issuer: issuer.url, audience: 'stagegate' }];
  app = await TestApp.start({ env: { OIDC_ISSUERS: JSON.stringify(issuers) } });
  team = await teamOf(app);
  await team.root.put('/roles/release-board', {
    permissions: ['registry:read', 'transition:move', 'transition:decide', 'policy-change:decide'],
  });
});
afterAll(async () => {
  await app?.stop();
  await issuer?.stop();
});

/** A transition that waits for two of these roles. */
async function awaiting(role: string): Promise<{ model: string; request: Json }> {
  const model = await guardedModel(team, { approvals: { slots: [{ role, count: 2 }] } });
  return { model, request: await team.ci.asksFor(model, 2) };
}

const binds = (fields: Fields): Promise<{ id: string }> => team.root.post('/role-bindings', fields);
const shown = (request: Json): Promise<Json> => team.ci.get(`/transitions/${request.id}`);

describe('an approval counts no more', () => {
  it('once the role binding that it rests on is taken back, and the promotion waits for another', async () => {
    const { root, anna, ben } = team;
    const { model, request } = await awaiting('approver');
    const { id } = await binds({ subject: 'bo', role: 'approver', model });
    const bo = await Person.of(app, 'bo');
    await bo.approves(request);
    expect((await shown(request)).demand.lacking).toEqual([{ role: 'approver', count: 1 }]);
    await root.delete(`/role-bindings/${id}`);
    expect((await shown(request)).approvals).toMatchObject([{ actor: 'bo', state: 'revoked' }]);
    expect((await shown(request)).demand.lacking).toEqual([{ role: 'approver', count: 2 }]);
    expect(await anna.approves(request)).toMatchObject({ status: 'awaiting_approval' });
    expect(await ben.approves(request)).toMatchObject({ status: 'applied' });
  });

  it('once the group binding is taken back, or a binding for other models is all that is left', async () => {
    const { root, anna } = team;
    const { model, request } = await awaiting('approver');
    const { id } = await binds({ group: 'risk-office', role: 'approver', modelPrefix: model });
    await binds({ subject: 'corp:gwen', role: 'approver', modelPrefix: 'elsewhere.' });
    const token = await issuer.sign({ sub: 'gwen', groups: ['risk-office'] });
    const gwen = new Person(app.url, token, 'corp:gwen');
    await gwen.approves(request);
    await root.delete(`/role-bindings/${id}`);
    expect(await anna.approves(request)).toMatchObject({
      status: 'awaiting_approval',
      demand: { lacking: [{ role: 'approver', count: 1 }] },
    });
  });

  it('once the role of the organisation is not the one any more that lets its people decide', async () => {
    const { root } = team;
    const { model, request } = await awaiting('release-board');
    for (const subject of ['ida', 'jon', 'kim']) await binds({ subject, role: 'release-board', model });
    const [ida, jon] = [await Person.of(app, 'ida'), await Person.of(app, 'jon')];
    await ida.approves(request);
    const { permissions } = await root.get('/roles/release-board');
    await root.put('/roles/release-board', { permissions: ['registry:read'] }, 200);
    expect((await shown(request)).approvals).toMatchObject([{ actor: 'ida', state: 'revoked' }]);
    await root.put('/roles/release-board', { permissions }, 200);
    expect(await jon.approves(request)).toMatchObject({ status: 'applied' });
  });

  it('but does while another binding or a token gives the role still', async () => {
    const { root, anna } = team;
    const { model, request } = await awaiting('approver');
    const { id } = await binds({ subject: 'lea', role: 'approver', model });
    const other = await binds({ subject: 'lea', role: 'approver', modelPrefix: model });
    await (await Person.of(app, 'lea')).approves(request);
    await root.delete(`/role-bindings/${id}`);
    expect((await shown(request)).approvals).toMatchObject([{ state: 'counts' }]);
    await Person.of(app, 'lea', 'approver');
    await root.delete(`/role-bindings/${other.id}`);
    expect(await anna.approves(request)).toMatchObject({ status: 'applied' });
  });

  it('to a change of a policy either', async () => {
    const { root, anna, ben } = team;
    const policyChanges = { approvals: { slots: [{ role: 'approver', count: 2 }] } };
    const model = await guardedModel(team, { policyChanges });
    const change = await root.put(`/models/${model}/gate-policy`, ACCURACY_POLICY, 202);
    const { id } = await binds({ subject: 'max', role: 'approver', model });
    const decides = (who: Person): Promise<Json> =>
      who.post(`/policy-changes/${change.id}/approvals`, { decision: 'approve' }, 200);
    await decides(await Person.of(app, 'max'));
    await root.delete(`/role-bindings/${id}`);
    expect(await decides(anna)).toMatchObject({ status: 'awaiting_approval' });
    expect(await decides(ben)).toMatchObject({ status: 'applied' });
  });
});
