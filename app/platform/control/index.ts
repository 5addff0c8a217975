export {
  askRunningAppliance,
  listenForCommands,
  type ControlAnswer,
  type ControlHandler,
} from './control-socket.ts';
