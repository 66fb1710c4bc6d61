import { create } from 'zustand';

export type Theme = 'light' | 'dark' | 'system';
const KEY = 'theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** The chosen colours; index.html applies them before anything is painted. */
export const useTheme = create<{ theme: Theme }>(() => {
  const kept = localStorage.getItem(KEY);
  return { theme: kept === 'light' || kept === 'dark' ? kept : 'system' };
});

export function chooseTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, theme);
  useTheme.setState({ theme });
  apply();
}

function apply(): void {
  const { theme } = useTheme.getState();
  document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
}
dark.addEventListener('change', apply);
