/**
 * The typed way to the door. Rooms read with `useRead`, act with `useWrite`, list with `useList`;
 * none of them knows the transport, the cache or who else is looking.
 */
export { call, CallError, sentence, errorNumber, type Input, type OpName, type Ops, type Output } from './client'
export { act, touch, readAhead, useRead, useWrite } from './read'
export { useRows } from './rows'
export { useList, type ListName, type ListOptions, type RowOf } from './list'
export { allowed, can, me, sees, useCan, useSession, type Level, type Me } from './session'
export { defineRoom, type Command, type NavEntry, type NavGroup, type Room } from './room'
export { online } from './live'
export { stage, staging } from './files'
export { useHistory, usePeople } from './history'
