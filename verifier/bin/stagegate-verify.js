#!/usr/bin/env node
import '../dist/stagegate-verify.js';
