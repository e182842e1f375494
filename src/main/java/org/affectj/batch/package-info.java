/**
 * Many inputs to many outputs, unattended: a damaged file is reported and skipped, and the rest goes on. May use
 * {@code pipeline} and what lies below it, and sees no ImageJ: who calls says how files are opened. Start reading at
 * {@link org.affectj.batch.Batch}.
 */
package org.affectj.batch;
