/** How long the first answer to a key is given again; afterwards the key is free. */
export const KEY_HOURS = 24;
