import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './data/client.js';
import { router } from './router.js';
import './styles/tokens.css';
import './styles/base.css';

const RELOADED = 'stagegate-reloaded';

/** After an upgrade the parts of the former console are gone: the page is loaded anew, once. */
window.addEventListener('vite:preloadError', (event) => {
  if (sessionStorage.getItem(RELOADED) === window.location.href) return;
  event.preventDefault();
  sessionStorage.setItem(RELOADED, window.location.href);
  window.location.reload();
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
);
