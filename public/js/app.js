// Small comforts. Every page works without this file.
// On a phone the navigation scrolls sideways: begin where one is.
document.querySelector('.side-nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

// Menus (<details data-menu>) close on Escape, and when one clicks or moves on elsewhere.
const openMenus = () => document.querySelectorAll('details[data-menu][open]');

document.addEventListener('click', (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener('focusin', (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
});

// A page that asks again and again (a scan under way) says so when nobody answers, and until somebody does.
const sayUnreachable = (unreachable) => {
  const notice = document.getElementById('run-unreachable');
  if (notice) notice.hidden = !unreachable;
};
document.addEventListener('htmx:error', () => sayUnreachable(true));
document.addEventListener('htmx:after:swap', () => sayUnreachable(false));
