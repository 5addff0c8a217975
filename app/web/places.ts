/** The few addresses that web itself must know; identity mounts the first two, web the last. */
export const places = { home: '/', signIn: '/sign-in', signOut: '/sign-out', language: '/language' } as const;
