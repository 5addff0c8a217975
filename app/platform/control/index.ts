export { askRunningAppliance, listenForCommands, type ControlHandler } from './control-socket.ts';
export { takeInstanceLock } from './instance-lock.ts';
