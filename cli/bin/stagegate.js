#!/usr/bin/env node
import '../dist/stagegate.js';
