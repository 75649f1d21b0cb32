import { type Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import { defineAsyncComponent } from 'vue';
import Diagram from './Diagram.vue';
import './reference.css';
import './wide.css';

/** One page alone needs the list of operations. */
const ApiReference = defineAsyncComponent(() => import('./ApiReference.vue'));

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => void app.component('Diagram', Diagram).component('ApiReference', ApiReference),
};

export default theme;
