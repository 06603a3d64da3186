import type { Adapter, AdapterPayload } from 'oidc-provider';

type Entry = { readonly payload: AdapterPayload; readonly expiresAt: number };

/** The provider's sessions and codes, kept in memory: after a restart a person clicks their name once more. */
export function memoryAdapter(): (model: string) => Adapter {
  const models = new Map<string, Map<string, Entry>>();
  return (model) => {
    const entries = models.get(model) ?? new Map<string, Entry>();
    models.set(model, entries);
    return adapterOf(entries);
  };
}

function adapterOf(entries: Map<string, Entry>): Adapter {
  const sweep = () => {
    for (const [id, { expiresAt }] of entries) if (expiresAt <= Date.now()) entries.delete(id);
  };
  const findWhere = (matches: (payload: AdapterPayload) => boolean) => {
    sweep();
    return [...entries.values()].find(({ payload }) => matches(payload))?.payload;
  };
  return {
    async upsert(id, payload, expiresIn = Number.POSITIVE_INFINITY) {
      sweep();
      entries.set(id, { payload, expiresAt: Date.now() + expiresIn * 1000 });
    },
    async find(id) {
      sweep();
      return entries.get(id)?.payload;
    },
    findByUid: async (uid) => findWhere((payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findWhere((payload) => payload.userCode === userCode),
    async consume(id) {
      const entry = entries.get(id);
      if (entry) entries.set(id, { ...entry, payload: { ...entry.payload, consumed: Math.floor(Date.now() / 1000) } });
    },
    async destroy(id) {
      entries.delete(id);
    },
    async revokeByGrantId(grantId) {
      for (const [id, { payload }] of entries) if (payload.grantId === grantId) entries.delete(id);
    },
  };
}
