/** Measures the emulator beside other servers, in turns within one run, and prints ratios. */
package org.connectchat.bench;
